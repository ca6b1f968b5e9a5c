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

/** How many empty slots stand before the figures, for cells on the label's line and for cells one to a line. */
export interface Leads {
  readonly inLine?: number
  readonly apart?: number
}

/** Learnt from rows that are full but have more slots than columns; nothing where they differ. */
export function leadsOf(rows: readonly { readonly slots: Slots; readonly n: number }[]): Leads {
  const found = { inLine: new Set<number>(), apart: new Set<number>() }
  for (const { slots, n } of rows) {
    const filled = slots.slots.filter((slot) => slot.text !== '')
    if (slots.keeping !== 'cells' || filled.length !== n || slots.slots.length === n) continue
    found[slots.inLine ? 'inLine' : 'apart'].add(slots.slots.findIndex((slot) => slot.text !== ''))
  }
  const only = (leads: Set<number>) => (leads.size === 1 ? [...leads][0] : undefined)
  const [inLine, apart] = [only(found.inLine), only(found.apart)]
  return { ...(inLine === undefined ? {} : { inLine }), ...(apart === undefined ? {} : { apart }) }
}

/** Puts the slots behind a label into n columns. `leads`: how many empty slots stand before them. */
export function settle({ slots, keeping, inLine }: Slots, n: number, leads: Leads): SettledRow {
  const filled = slots.filter((slot) => slot.text !== '')
  if (slots.length === 0) return { kind: 'none' }
  const tokens = filled.flatMap(tokensOf)
  if (filled.length === n) return { kind: 'settled', slots: filled, how: keepingHow[keeping] }
  if (tokens.length === n) return { kind: 'settled', slots: tokens, how: 'spaced' }
  if (filled.length > n || tokens.length > n)
    return undecided(slots, `行内有${tokens.length}个数字，多于${n}栏`)
  if (keeping === 'cells' && slots.length >= n && tokens.length === filled.length)
    return window(slots, n, inLine ? leads.inLine : leads.apart)
  if (filled.length === 1 && n > 1) return { kind: 'glued', tokens }
  return undecided(slots, `行内只有${filled.length}个数字，少于${n}栏，缺哪一栏不能确定`)
}

const undecided = (slots: readonly Slot[], why: string): SettledRow => ({ kind: 'undecided', slots, why })

/** Blank cells among more slots than columns: the row begins where everything outside is blank. */
function window(slots: readonly Slot[], n: number, lead: number | undefined): SettledRow {
  if (slots.length === n) return { kind: 'settled', slots, how: 'cell' }
  const starts: number[] = []
  for (let start = 0; start + n <= slots.length; start++)
    if (slots.every((slot, index) => slot.text === '' || (index >= start && index < start + n)))
      starts.push(start)
  const [only] = starts
  const all = slots.every((slot) => slot.text === '')
  if (all) return { kind: 'settled', slots: slots.slice(0, n), how: 'cell' }
  const start = starts.length === 1 ? only : starts.find((each) => each === lead)
  if (start === undefined) return undecided(slots, '行内有空白格，数字属于哪一栏不能确定')
  return { kind: 'settled', slots: slots.slice(start, start + n), how: 'aligned' }
}
