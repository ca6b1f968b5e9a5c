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
  /** How many slots such rows have, where they agree. */
  readonly length?: number
  /** How many rows of the kind are full. */
  readonly full: number
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
  /** How many bars the row's line has; left out where the source is a table and its cells are certain. */
  readonly width?: number
}

/** Rows whose cells stand apart from their label are drawn alike whatever their label is. */
const apart = 'apart'

const kindOf = ({ slots, n, depth, beside }: Counted): string =>
  slots.inLine ? `${depth}.${n}.${beside}` : `${apart}.${beside}`

const isFilled = (slot: Slot): boolean => slot.text !== ''

function leadOf(rows: readonly Counted[]): Lead {
  const before = new Set<number>()
  const after = new Set<number>()
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
  }
  const only = (places: Set<number>) => (places.size === 1 ? [...places][0] : undefined)
  const [lead, trail, length] = [only(before), only(after), usualLength(rows)]
  const full = rows.filter(({ slots, n }) => slots.slots.filter(isFilled).length === n).length
  return {
    gaps,
    full,
    ...(lead === undefined ? {} : { before: lead }),
    ...(trail === undefined ? {} : { after: trail }),
    ...(length === undefined ? {} : { length }),
  }
}

/** The length that full rows have, all or nearly all; where none is full, the one length that several rows have. */
function usualLength(rows: readonly Counted[]): number | undefined {
  const full = rows.filter(({ slots, n }) => slots.slots.filter(isFilled).length === n)
  const counted = full.length > 0 ? full : rows
  const lengths = Map.groupBy(counted, ({ slots }) => slots.slots.length)
  const [most] = [...lengths].sort((one, other) => other[1].length - one[1].length)
  if (most === undefined) return undefined
  const [length, alike] = most
  if (lengths.size > 1 && (alike.length < 2 || alike.length * 3 < counted.length * 2)) return undefined
  return full.length > 0 || alike.length > 1 ? length : undefined
}

const gapsOf = (slots: readonly Slot[]): string => slots.map((slot) => (isFilled(slot) ? '1' : '0')).join('')

/** The number that more than half of them are. */
function mostOf(numbers: readonly number[]): number | undefined {
  const counts = Map.groupBy(numbers, (each) => each)
  return [...counts].find(([, alike]) => alike.length > 1 && alike.length * 2 > numbers.length)?.[0]
}

/** Learnt from full rows. What a table before this one taught of cells apart from their labels holds here too. */
export function leadsOf(rows: readonly Counted[], before: Leads = new Map()): Leads {
  const cells = rows.filter(({ slots }) => slots.keeping === 'cells')
  const leads = new Map([...Map.groupBy(cells, kindOf)].map(([kind, group]) => [kind, leadOf(group)]))
  const all = leadOf(cells.filter(({ slots }) => !slots.inLine))
  const taught = all.before === undefined && all.after === undefined ? before.get(apart) : undefined
  leads.set(apart, taught ?? all)
  const width = mostOf(rows.flatMap((row) => (row.width === undefined ? [] : [row.width])))
  if (width !== undefined) leads.set(lines, { gaps: new Map(), full: 0, length: width })
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
  const lead = leads.get(row.slots.inLine ? kindOf(row) : apart)
  if (filled.length === n) {
    const torn = keeping === 'cells' && slots.findLastIndex(isFilled) - slots.findIndex(isFilled) + 1 > n
    if (torn && (lead?.gaps.get(gapsOf(slots)) ?? 0) < gapsFrom)
      return undecided(slots, '行内格数多于栏数，数字属于哪一栏不能确定')
    if (mayBeDoubled(row, leads)) return undecided(slots, whyOtherwise)
    return { kind: 'settled', slots: filled, how: keepingHow[keeping] }
  }
  // Among cells of their own, figures with a gap in one cell may be one figure broken over two lines.
  const inCells = keeping === 'cells' && (filled.length > 1 || row.slots.stopped === true)
  if (tokens.length === n && !inCells && !hasLoneMark(filled))
    return { kind: 'settled', slots: tokens, how: 'spaced' }
  if (tokens.length === n) return undecided(slots, '一格内有几个数字，属于哪一栏不能确定')
  if (n === 1 && keeping === 'cells' && areOneCell(filled))
    return { kind: 'settled', slots: filled.slice(0, 1), how: 'cell' }
  if (filled.length > n || tokens.length > n)
    return undecided(slots, `行内有${tokens.length}个数字，多于${n}栏`)
  if (keeping === 'cells' && slots.length >= n && tokens.length === filled.length) return window(row, leads)
  if (filled.length === 1 && n > 1) return { kind: 'glued', tokens }
  return undecided(slots, `行内只有${filled.length}个数字，少于${n}栏，缺哪一栏不能确定`)
}

/** A mark on a line of its own beside lines of several figures: it may be the mark of any column, or none. */
const hasLoneMark = (filled: readonly Slot[]): boolean =>
  filled.length > 1 &&
  filled.some(({ text }) => !/\d/.test(text)) &&
  filled.some(({ text }) => text.includes(' '))

/** A merged cell written out in each of its places. */
const areOneCell = ([first, ...others]: readonly Slot[]): boolean =>
  first !== undefined &&
  others.length > 0 &&
  others.length < 4 &&
  !first.text.includes(' ') &&
  others.every(({ text }) => text === first.text)

const undecided = (slots: readonly Slot[], why: string): SettledRow => ({ kind: 'undecided', slots, why })

/** How many slots the row ought to have, as other rows of its kind have; undefined where none tells. */
function lengthFor(row: Counted, leads: Leads): number | undefined {
  const own = leads.get(kindOf(row))?.length
  if (own !== undefined || row.beside === 0) return own
  const plain = leads.get(kindOf({ ...row, beside: 0 }))?.length
  if (plain === undefined) return undefined
  const shift = shiftOf(leads)
  if (shift !== undefined) return plain - shift * row.beside
  return row.slots.slots.length === plain ? plain : plain - row.beside
}

/** The kind under which the width of most lines stands. */
const lines = 'lines'

/** Has the row as many cells as its like? A row that lost or gained a separator has not. */
function isDrawnAsOthers(row: Counted, leads: Leads): boolean {
  const { slots, width } = row
  const length = lengthFor(row, leads)
  if (!slots.inLine) return length === slots.slots.length
  if (width === undefined) return length === undefined || length === slots.slots.length
  return (
    width === leads.get(lines)?.length ||
    ((leads.get(kindOf(row))?.full ?? 0) > 1 && length === slots.slots.length)
  )
}

const whyOtherwise = '行内格数与其他行不同，数字属于哪一栏不能确定'

/**
 * Has a full row empty cells that its like have not? Then a figure that stands twice may have been doubled, and another
 * be blank. Bars are less certain than cells: there one too many is let pass where the figures add up or are all alike.
 */
function mayBeDoubled(row: Counted, leads: Leads): boolean {
  const { slots, keeping } = row.slots
  if (keeping !== 'cells' || row.n === 1 || slots.length <= row.n) return false
  const isCertain = row.width === undefined
  // Where full rows of a table disagree, any of them may be the damaged one.
  if ((lengthFor(row, leads) ?? (isCertain ? 0 : slots.length)) >= slots.length) return false
  const filled = slots.filter(isFilled)
  const isTwice = filled.some(({ text }, index) => index > 0 && text === filled[index - 1]?.text)
  if (isCertain || !isTwice) return isTwice
  return !addsUp(filled) && filled.some(({ text }) => text !== filled[0]?.text)
}

/** How many slots a heading beside the label costs a row: 0 where merged cells are spread out, else 1. */
function shiftOf(leads: Leads): number | undefined {
  const shifts = new Set<number>()
  for (const [kind, { length }] of leads) {
    const plain = kind.endsWith('.1') ? leads.get(kind.replace(/1$/, '0'))?.length : undefined
    if (plain !== undefined && length !== undefined) shifts.add(plain - length)
  }
  const [only] = shifts
  return shifts.size === 1 ? only : undefined
}

const applicants = 7

/** Do the figures of a row of table three add up to the last of them? Rows of zeros tell nothing. */
export function addsUp(slots: readonly Slot[]): boolean {
  if (slots.length !== applicants) return false
  const figures = slots.map((slot) => (/^\d{1,9}$/.test(slot.text) ? Number(slot.text) : Number.NaN))
  return (
    figures.slice(0, -1).reduce((sum, figure) => sum + figure, 0) === figures.at(-1) && figures.at(-1) !== 0
  )
}

/** Blank cells among more slots than columns: the row begins where everything outside is blank. */
function window(row: Counted, leads: Leads): SettledRow {
  const {
    slots: { slots, inLine },
    n,
  } = row
  if (!isDrawnAsOthers(row, leads)) return undecided(slots, whyOtherwise)
  if (slots.length === n) return { kind: 'settled', slots, how: 'cell' }
  const lead = leads.get(inLine ? kindOf(row) : apart) ?? leads.get(kindOf({ ...row, beside: 0 }))
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
