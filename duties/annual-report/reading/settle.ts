import type { Slot, Slots } from './slots.ts'

/** How a figure came to its cell. */
export type How = 'cell' | 'line' | 'spaced' | 'aligned' | 'split' | 'told'

/** The figures behind one label, put into the columns of the row, or why that cannot be done. */
export type SettledRow =
  | { readonly kind: 'settled'; readonly slots: readonly Slot[]; readonly how: How }
  | { readonly kind: 'glued'; readonly tokens: readonly Slot[] }
  | { readonly kind: 'undecided'; readonly slots: readonly Slot[]; readonly why: string }
  | { readonly kind: 'none' }

const keepingHow = { cells: 'cell', lines: 'line', spaces: 'spaced' } as const

const tokensOf = (slot: Slot): Slot[] => {
  if (!slot.text.includes(' ')) return [slot]
  let at = slot.from
  return slot.text.split(' ').map((text) => {
    const token = { text, from: at, to: at + text.length }
    at += text.length + 1
    return token
  })
}

/** Where figures stand among more slots than columns: so many empty ones before them, or after them. */
export interface Lead {
  readonly before?: number
  readonly after?: number
  /** Where empty slots stand between the figures of full rows, and in how many rows. */
  readonly gaps: ReadonlyMap<string, number>
}

/** For cells on the label's line, and for cells one to a line. */
export interface Leads {
  readonly inLine?: Lead
  readonly apart?: Lead
}

interface Counted {
  readonly slots: Slots
  readonly n: number
}

const isFilled = (slot: Slot): boolean => slot.text !== ''

function leadOf(rows: readonly Counted[]): Lead | undefined {
  const before = new Set<number>()
  const after = new Set<number>()
  const gaps = new Map<string, number>()
  for (const { slots, n } of rows) {
    const { slots: all } = slots
    if (all.length <= n || all.filter(isFilled).length !== n) continue
    const [first, last] = [all.findIndex(isFilled), all.findLastIndex(isFilled)]
    if (last - first + 1 > n) gaps.set(gapsOf(all), (gaps.get(gapsOf(all)) ?? 0) + 1)
    else {
      before.add(first)
      after.add(all.length - 1 - last)
    }
  }
  const only = (places: Set<number>) => (places.size === 1 ? [...places][0] : undefined)
  const [lead, trail] = [only(before), only(after)]
  if (lead === undefined && trail === undefined && gaps.size === 0) return undefined
  return {
    gaps,
    ...(lead === undefined ? {} : { before: lead }),
    ...(trail === undefined ? {} : { after: trail }),
  }
}

const gapsOf = (slots: readonly Slot[]): string => slots.map((slot) => (isFilled(slot) ? '1' : '0')).join('')

/** Learnt from rows that are full but have more slots than columns; nothing where they differ. */
export function leadsOf(rows: readonly Counted[]): Leads {
  const cells = rows.filter(({ slots }) => slots.keeping === 'cells')
  const inLine = leadOf(cells.filter(({ slots }) => slots.inLine))
  const apart = leadOf(cells.filter(({ slots }) => !slots.inLine))
  return { ...(inLine ? { inLine } : {}), ...(apart ? { apart } : {}) }
}

/** Figures with empty slots between them are trusted only where several full rows are drawn so. */
const gapsFrom = 3

/** Puts the slots behind a label into n columns. `leads`: where they stand among empty ones. */
export function settle({ slots, keeping, inLine }: Slots, n: number, leads: Leads): SettledRow {
  const filled = slots.filter((slot) => slot.text !== '')
  if (slots.length === 0) return { kind: 'none' }
  const tokens = filled.flatMap(tokensOf)
  const lead = inLine ? leads.inLine : leads.apart
  if (filled.length === n) {
    const torn = keeping === 'cells' && slots.findLastIndex(isFilled) - slots.findIndex(isFilled) + 1 > n
    if (torn && (lead?.gaps.get(gapsOf(slots)) ?? 0) < gapsFrom)
      return undecided(slots, '行内格数多于栏数，数字属于哪一栏不能确定')
    return { kind: 'settled', slots: filled, how: keepingHow[keeping] }
  }
  if (tokens.length === n) return { kind: 'settled', slots: tokens, how: 'spaced' }
  if (filled.length > n || tokens.length > n)
    return undecided(slots, `行内有${tokens.length}个数字，多于${n}栏`)
  if (keeping === 'cells' && slots.length >= n && tokens.length === filled.length)
    return window(slots, n, lead)
  if (filled.length === 1 && n > 1) return { kind: 'glued', tokens }
  return undecided(slots, `行内只有${filled.length}个数字，少于${n}栏，缺哪一栏不能确定`)
}

const undecided = (slots: readonly Slot[], why: string): SettledRow => ({ kind: 'undecided', slots, why })

/** Blank cells among more slots than columns: the row begins where everything outside is blank. */
function window(slots: readonly Slot[], n: number, lead: Lead | undefined): SettledRow {
  if (slots.length === n) return { kind: 'settled', slots, how: 'cell' }
  const starts: number[] = []
  for (let start = 0; start + n <= slots.length; start++)
    if (slots.every((slot, index) => slot.text === '' || (index >= start && index < start + n)))
      starts.push(start)
  const [only] = starts
  const all = slots.every((slot) => slot.text === '')
  if (all) return { kind: 'settled', slots: slots.slice(0, n), how: 'cell' }
  const wanted = [lead?.before, lead?.after === undefined ? undefined : slots.length - n - lead.after]
  const fitting = starts.filter((each) => wanted.includes(each))
  const start = starts.length === 1 ? only : fitting.length === 1 ? fitting[0] : undefined
  if (start === undefined) return undecided(slots, '行内有空白格，数字属于哪一栏不能确定')
  return { kind: 'settled', slots: slots.slice(start, start + n), how: 'aligned' }
}
