import { type Day, plusDays, yearOf } from '#time/day.ts'
import { departmentOf } from './departments/departments.ts'
import { uuidOn } from './identifiers.ts'
import type { Item, Span } from './items.ts'
import { answersRequests, existsOn, type Organ } from './organ.ts'
import type { Random } from './random.ts'
import type { ToldCase } from './requests.ts'
import { holderOf, type Staff } from './staff.ts'

/** One monthly entry of a figure that no ledger of ours holds (table two). */
export interface FigureEntry {
  readonly organ: Organ
  readonly year: number
  readonly cell: string
  readonly entryId: string
  readonly month: number
  /** 件, or 万元 with four decimals. */
  readonly amount: string
  readonly source: string
  readonly recordedAt: string
  readonly recordedBy: string
}

export interface FiguresGiven {
  readonly items: readonly Item[]
  readonly cases: readonly ToldCase[]
  readonly staff: Staff
  readonly span: Span
}

/** A sum of one month: the cell, the amount, and where it is taken from. */
type Sum = readonly [cell: string, amount: number, source: string]

const sources = {
  documents: '县司法局行政规范性文件备案登记',
  licences: '行政许可办件系统月报',
  penalties: '行政执法综合管理平台',
  fees: '非税收入收缴系统',
  processing: '信息处理费收缴记录',
} as const

/**
 * The figures of table two, month by month, agreeing with what the organ published: at least as many decisions
 * as it made known, as many normative documents as it issued. A finished year has an entry for every cell.
 */
export function figuresOf(seed: Random, organ: Organ, given: FiguresGiven): FigureEntry[] {
  if (!answersRequests(organ)) return []
  const random = seed.branch(`figures/${organ.code}`)
  const { from, today } = given.span
  let valid =
    organ.kind === 'government' ? random.whole(38, 60) : organ.level === 'town' ? 0 : random.whole(1, 9)
  const years = Array.from({ length: yearOf(today) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i)
  return years.flatMap((year) => {
    const months = Array.from({ length: 12 }, (_, i) => i + 1).filter((month) =>
      isOver(organ, year, month, today),
    )
    const sums = months.map((month) => [month, sumsOf(random, organ, given, year, month)] as const)
    const made = total(sums, 'proactive.normative.made')
    const repealed = total(sums, 'proactive.normative.repealed')
    valid += made - repealed
    const entries = sums.flatMap(([month, each]) =>
      each
        .filter(([, amount]) => amount > 0)
        .map((sum) => entryOf(random, organ, given, { year, month, sum })),
    )
    return months.length < 12
      ? entries
      : [...entries, ...yearEnd(random, organ, given, { year, entries, valid })]
  })
}

// The figures of a month are known once it is over; an organ that ended has none of its last month.
const isOver = (organ: Organ, year: number, month: number, today: Day): boolean => {
  const next = firstOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1)
  return plusDays(next, 4) < today && existsOn(organ, plusDays(next, -1))
}

const firstOf = (year: number, month: number): Day => `${year}-${String(month).padStart(2, '0')}-01` as Day

const total = (sums: readonly (readonly [number, readonly Sum[]])[], cell: string): number =>
  sums.flatMap(([, each]) => each).reduce((sum, [of, amount]) => (of === cell ? sum + amount : sum), 0)

function sumsOf(
  random: Random,
  organ: Organ,
  { items, cases }: FiguresGiven,
  year: number,
  month: number,
): Sum[] {
  const start = firstOf(year, month).slice(0, 7)
  const ofMonth = items.filter(({ formedOn }) => formedOn.startsWith(start))
  const count = (test: (item: Item) => boolean) => ofMonth.filter(test).length
  const decided = (kind: Item['kind']) =>
    ofMonth.reduce((sum, item) => (item.kind === kind ? sum + item.decisions : sum), 0)
  const volume = organ.department
    ? departmentOf(organ.department).volume
    : organ.level === 'town'
      ? townVolume
      : noVolume
  const share = (yearly: number) => Math.round((yearly / 12) * (0.7 + random.real() * 0.6))
  const isRule = (item: Item) => item.kind === 'normative'
  return [
    ['proactive.normative.made', count(isRule), sources.documents],
    [
      'proactive.normative.repealed',
      count((item) => isRule(item) && replacesOne(item, items)),
      sources.documents,
    ],
    ['proactive.licensing.decided', Math.max(share(volume.licences), decided('licence')), sources.licences],
    ['proactive.penalty.decided', Math.max(share(volume.penalties), decided('penalty')), sources.penalties],
    ['proactive.coercion.decided', share(volume.coercions), sources.penalties],
    [
      'proactive.fees.amount',
      Math.round((volume.fees / 12) * (0.7 + random.real() * 0.6) * 10_000) / 10_000,
      sources.fees,
    ],
    ['proactive.fees.amount', processingFees(cases, start) / 10_000, sources.processing],
  ]
}

const townVolume = { licences: 38, penalties: 5, coercions: 0, fees: 0 }
const noVolume = { licences: 0, penalties: 0, coercions: 0, fees: 0 }

const replacesOne = (item: Item, items: readonly Item[]): boolean =>
  items.some(
    ({ title, validity, formedOn }) =>
      title === item.title && validity === 'repealed' && formedOn < item.formedOn,
  )

/** 信息处理费 paid in a month, in yuan. */
const processingFees = (cases: readonly ToldCase[], start: string): number =>
  cases
    .flatMap(({ telling }) => telling.facts)
    .reduce(
      (sum, { fact, happenedOn }) =>
        fact.type === 'feePaid' && happenedOn.startsWith(start) ? sum + fact.yuan : sum,
      0,
    )

interface Placed {
  readonly year: number
  readonly month: number
  readonly sum: Sum
}

function entryOf(
  random: Random,
  organ: Organ,
  { staff }: FiguresGiven,
  { year, month, sum }: Placed,
): FigureEntry {
  const [cell, amount, source] = sum
  const recordedOn = plusDays(firstOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1), 3)
  return {
    organ,
    year,
    cell,
    entryId: uuidOn(random, recordedOn),
    month,
    amount: cell.endsWith('.amount') ? amount.toFixed(4) : String(amount),
    source,
    recordedAt: `${recordedOn}T02:30:00.000Z`,
    recordedBy: holderOf(staff, 'informationOfficer'),
  }
}

const cells = [
  ...['made', 'repealed', 'valid'].map((column) => `proactive.regulations.${column}`),
  ...['made', 'repealed'].map((column) => `proactive.normative.${column}`),
  'proactive.licensing.decided',
  'proactive.penalty.decided',
  'proactive.coercion.decided',
  'proactive.fees.amount',
]

/** At the end of the year: what is in force on 31 December, and 0 said where nothing happened. */
function yearEnd(
  random: Random,
  organ: Organ,
  given: FiguresGiven,
  { year, entries, valid }: { year: number; entries: readonly FigureEntry[]; valid: number },
): FigureEntry[] {
  const said = new Set(entries.map(({ cell }) => cell))
  const none = cells.filter((cell) => !said.has(cell)).map((cell): Sum => [cell, 0, '年末核对，本年没有发生'])
  const sums: Sum[] = [['proactive.normative.valid', valid, sources.documents], ...none]
  return sums.map((sum) => entryOf(random, organ, given, { year, month: 12, sum }))
}
