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

/** How the full rows of one kind are drawn. */
export interface Lead {
  /** So many empty slots before the figures, so many after them, where all rows agree. */
  readonly before?: number
  readonly after?: number
  /** How many slots such rows have. */
  readonly lengths: ReadonlySet<number>
  /** Where empty slots stand between the figures of full rows, and in how many rows. */
  readonly gaps: ReadonlyMap<string, number>
}

/** By kind of row: cells on the label's line or apart, the depth of the label, the number of columns. */
export type Leads = ReadonlyMap<string, Lead>

export interface Counted {
  readonly slots: Slots
  readonly n: number
  /** How many headings stand over the row's label. */
  readonly depth: number
  /** How many of those headings stand on the row's own line. */
  readonly beside: number
}

/** Rows whose cells stand apart from their label are drawn alike whatever their label is. */
const apart = 'apart'

const kindOf = ({ slots, n, depth, beside }: Counted): string =>
  slots.inLine ? `${depth}.${n}.${beside}` : apart

const isFilled = (slot: Slot): boolean => slot.text !== ''

function leadOf(rows: readonly Counted[]): Lead {
  const before = new Set<number>()
  const after = new Set<number>()
  const lengths = new Set<number>()
  const gaps = new Map<string, number>()
  for (const { slots, n } of rows) {
    const { slots: all } = slots
    if (all.length < n || all.filter(isFilled).length !== n) continue
    const [first, last] = [all.findIndex(isFilled), all.findLastIndex(isFilled)]
    if (last - first + 1 > n) gaps.set(gapsOf(all), (gaps.get(gapsOf(all)) ?? 0) + 1)
    else if (all.length > n) {
      before.add(first)
      after.add(all.length - 1 - last)
    }
    if (slots.inLine) lengths.add(all.length)
  }
  const only = (places: Set<number>) => (places.size === 1 ? [...places][0] : undefined)
  const [lead, trail] = [only(before), only(after)]
  return {
    gaps,
    lengths,
    ...(lead === undefined ? {} : { before: lead }),
    ...(trail === undefined ? {} : { after: trail }),
  }
}

const gapsOf = (slots: readonly Slot[]): string => slots.map((slot) => (isFilled(slot) ? '1' : '0')).join('')

/** Learnt from full rows. What a table before this one taught of cells apart from their labels holds here too. */
export function leadsOf(rows: readonly Counted[], before: Leads = new Map()): Leads {
  const cells = rows.filter(({ slots }) => slots.keeping === 'cells')
  const leads = new Map([...Map.groupBy(cells, kindOf)].map(([kind, group]) => [kind, leadOf(group)]))
  const own = leads.get(apart)
  const earlier = before.get(apart)
  if (earlier && own?.before === undefined && own?.after === undefined) leads.set(apart, earlier)
  return leads
}

/** Figures with empty slots between them are trusted only where several full rows are drawn so. */
const gapsFrom = 3

/** Puts the slots behind a label into the columns of its row. `leads`: how the other rows are drawn. */
export function settle(row: Counted, leads: Leads): SettledRow {
  const {
    slots: { slots, keeping },
    n,
  } = row
  const filled = slots.filter((slot) => slot.text !== '')
  if (slots.length === 0) return { kind: 'none' }
  const tokens = filled.flatMap(tokensOf)
  const own = leads.get(kindOf(row))
  const lead = own && own.lengths.size > 0 ? own : (leads.get(kindOf({ ...row, beside: 0 })) ?? own)
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
    return window(slots, n, lead, lead === own ? 0 : row.beside)
  if (filled.length === 1 && n > 1) return { kind: 'glued', tokens }
  return undecided(slots, `行内只有${filled.length}个数字，少于${n}栏，缺哪一栏不能确定`)
}

const undecided = (slots: readonly Slot[], why: string): SettledRow => ({ kind: 'undecided', slots, why })

/** Blank cells among more slots than columns: the row begins where everything outside is blank. */
function window(slots: readonly Slot[], n: number, lead: Lead | undefined, beside: number): SettledRow {
  if (
    lead &&
    lead.lengths.size > 0 &&
    !lead.lengths.has(slots.length) &&
    !lead.lengths.has(slots.length + beside)
  )
    return undecided(slots, '行内格数与其他行不同，数字属于哪一栏不能确定')
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
