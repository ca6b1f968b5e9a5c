import { type Day, dayOf, ordinalOf, plusDays } from '#time/day.ts'
import type { IndicatorName } from './indicators.ts'
import {
  headingColumns,
  type KeepingKind,
  keepingKinds,
  siteColumns,
  statisticsHeading,
} from './kept-columns.ts'
import type { InspectionSettings } from './settings.ts'
import { limits } from './settings.ts'

/** Of an organ the newest day in each of its columns. */
export interface Newest {
  readonly homeOn: Day | null
  readonly newsOn: Day | null
  readonly noticeOn: Day | null
  readonly policyOn: Day | null
  readonly statisticsOn: Day | null
  /** By code of the heading: 20-01 … 20-15. */
  readonly headingOn: Readonly<Record<string, Day>>
}

/** A column of an organ: which it is, what was its newest, by when the next is asked, and how it stands. */
export interface Column {
  readonly indicator: Extract<
    IndicatorName,
    'home' | 'news' | 'notice' | 'policy' | 'statistics' | 'heading' | 'empty'
  >
  /** A kind of items, a code of a heading, or nothing for the home page. */
  readonly code: string
  readonly label: string
  readonly newestOn: Day | null
  /** The last day on which an update is in time; null where nothing was ever there. */
  readonly by: Day | null
  readonly state: 'fails' | 'soon' | 'well'
}

const pad = (n: number): string => String(n).padStart(2, '0')

/** The same day so many months later, the last of the month where there is none. */
export function plusMonths(from: Day, months: number): Day {
  const all = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  const first = `${Math.floor(all / 12)}-${pad((all % 12) + 1)}-01` as Day
  const next = all + 1
  const last = ordinalOf(`${Math.floor(next / 12)}-${pad((next % 12) + 1)}-01` as Day) - 1
  return dayOf(Math.min(ordinalOf(first) + Number(from.slice(8)) - 1, last))
}

const named = [
  { name: 'home', limit: 'homeDays', of: 'homeOn' },
  { name: 'news', limit: 'newsDays', of: 'newsOn' },
  { name: 'notice', limit: 'noticeMonths', of: 'noticeOn' },
  { name: 'policy', limit: 'policyMonths', of: 'policyOn' },
  { name: 'statistics', limit: 'statisticsMonths', of: 'statisticsOn' },
] as const

const later = (one: Day | null, two: Day | null): Day | null => ((one ?? '') > (two ?? '') ? one : two)

// What stands under the heading of statistics is in that column too, whatever its kind; its page is where the newest is.
function placed(
  { name, of }: (typeof named)[number],
  newest: Newest,
): { code: string; newestOn: Day | null } {
  const own = newest[of]
  const filed = name === 'statistics' ? (newest.headingOn[statisticsHeading] ?? null) : null
  const newestOn = later(own, filed)
  return { code: name === 'statistics' && newestOn !== own ? statisticsHeading : name, newestOn }
}

interface Given {
  readonly kind: string
  readonly settings: InspectionSettings
  readonly today: Day
}

// Thousands of organs share few days: each is reckoned once.
const reckoned = new Map<string, Day>()

function lastDay(newestOn: Day, limit: ColumnLimit, n: number): Day {
  if (limits[limit].unit === '天') return plusDays(newestOn, n)
  const key = `${newestOn} ${n}`
  const known = reckoned.get(key)
  if (known) return known
  if (reckoned.size > 10_000) reckoned.clear()
  const by = plusMonths(newestOn, n)
  reckoned.set(key, by)
  return by
}

type ColumnLimit =
  | 'homeDays'
  | 'newsDays'
  | 'noticeMonths'
  | 'policyMonths'
  | 'statisticsMonths'
  | 'headingMonths'

function column(
  place: Pick<Column, 'indicator' | 'code' | 'label' | 'newestOn'>,
  limit: ColumnLimit,
  { settings, today }: Given,
): Column {
  if (place.newestOn === null) return { ...place, indicator: 'empty', by: null, state: 'fails' }
  const by = lastDay(place.newestOn, limit, settings[limit])
  const state = by < today ? 'fails' : by <= plusDays(today, settings.soonDays) ? 'soon' : 'well'
  return { ...place, by, state }
}

const isKeeping = (kind: string): kind is KeepingKind => keepingKinds.some((each) => each === kind)

/**
 * How every column of an organ stands on a day: those its kind keeps, and of the named ones those it began. A village
 * or an enterprise has no columns of its own here. Source: 国办秘函〔2019〕19号.
 */
export function columnsOf(newest: Newest, given: Given): Column[] {
  const { kind, settings } = given
  if (!isKeeping(kind)) return []
  const required = settings.columns[kind]
  const begun = named.filter(({ name, of }) => required.includes(name) || newest[of] !== null)
  return [
    ...begun.map((each) =>
      column(
        { indicator: each.name, label: siteColumns[each.name], ...placed(each, newest) },
        each.limit,
        given,
      ),
    ),
    ...headingColumns
      .filter(({ code }) => required.includes(code))
      .map(({ code, short }) => {
        const newestOn = newest.headingOn[code] ?? null
        return column({ indicator: 'heading', code, label: short, newestOn }, 'headingMonths', given)
      }),
  ]
}

/** The public page of a column: its list on the portal, or the organ's own page. */
export function columnAddress(organCode: string, code: string): string {
  if (code === 'home') return `/organs/${organCode}`
  const by = code.startsWith('20-') ? 'catalogue' : 'kind'
  return `/items?organ=${encodeURIComponent(organCode)}&${by}=${code}`
}
