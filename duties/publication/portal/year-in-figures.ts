import { sql } from 'kysely'
import { organsById } from '#platform/organs/tree.ts'
import type { Bar } from '#platform/pages/plot.tsx'
import { minuteInShanghai } from '#platform/pages/times.ts'
import type { Platform } from '#platform/platform.ts'
import { inChinese, yearOf } from '#time/day.ts'
import { headings } from '../rules/catalogue.ts'
import { kindLabel } from '../rules/vocabulary.ts'
import type { YearFigures } from './figures-page.tsx'

interface CountRow {
  month: number
  kind: string
  catalogue_code: string
  organ_id: string
  items: number
}

const keptFor = 600_000
const mostOrgans = 20
/** A page with figures that are just being counted anew is looked at again soon. */
const soon = 5000
const kept = new WeakMap<Platform, { figures: YearFigures; renewing: boolean }>()

/**
 * The year in figures. The count goes through all items of the year, so it is made at most once in ten minutes, aside
 * from whoever reads the page meanwhile; the page says of when it is.
 */
export async function yearInFigures(platform: Platform): Promise<YearFigures> {
  const held = kept.get(platform)
  const now = platform.now().getTime()
  if (!held || held.figures.year !== yearOf(platform.today())) return renewed(platform)
  if (held.figures.until > now) return held.figures
  if (!held.renewing) {
    held.renewing = true
    void renewed(platform).catch(() => {
      held.renewing = false
    })
  }
  return { ...held.figures, until: now + soon }
}

async function renewed(platform: Platform): Promise<YearFigures> {
  const figures = await counted(platform)
  kept.set(platform, { figures, renewing: false })
  return figures
}

async function counted(platform: Platform): Promise<YearFigures> {
  const { db } = platform
  const today = platform.today()
  const year = yearOf(today)
  const { rows } = await sql<CountRow>`
    SELECT extract(month FROM published_at AT TIME ZONE 'Asia/Shanghai')::int AS month, kind, catalogue_code,
      organ_id, count(*)::int AS items
    FROM item_row WHERE status = 'published' AND published_at >= ${`${year}-01-01T00:00:00+08:00`}
      AND published_at < ${`${year + 1}-01-01T00:00:00+08:00`}
    GROUP BY 1, 2, 3, 4`.execute(db)
  const now = platform.now()
  const at = now.toISOString()
  const organs = sums(rows, ({ organ_id }) => organ_id).slice(0, mostOrgans)
  const named = await organsById(
    db,
    organs.map(([organId]) => organId),
    today,
  )
  const names = new Map(named.map((organ) => [organ.organId, organ.name]))
  const shorts = new Map(headings.map(({ code, short }) => [code, short]))
  const other = (code: string): string => shorts.get(code) ?? '其他'
  return {
    year,
    countedAt: `${inChinese(today)}${minuteInShanghai(at).slice(11).replace(':', '时')}分`,
    until: now.getTime() + keptFor,
    total: rows.reduce((sum, { items }) => sum + items, 0),
    months: monthBars(rows, Number(today.slice(5, 7))),
    kinds: bars(sums(rows, ({ kind }) => kindLabel(kind))),
    headings: bars(sums(rows, ({ catalogue_code }) => other(catalogue_code))),
    organs: bars(organs.map(([organId, items]) => [names.get(organId) ?? '', items])),
  }
}

const bars = (counts: readonly (readonly [string, number])[]): Bar[] =>
  counts.map(([label, value]) => ({ label, value }))

/** The counts by one of their marks, the largest first. */
function sums(rows: readonly CountRow[], mark: (row: CountRow) => string): [string, number][] {
  const sum = new Map<string, number>()
  for (const row of rows) sum.set(mark(row), (sum.get(mark(row)) ?? 0) + row.items)
  return [...sum].sort(([, one], [, other]) => other - one)
}

const monthBars = (rows: readonly CountRow[], running: number): Bar[] =>
  Array.from({ length: running }, (_, index) => ({
    label: `${index + 1}月`,
    value: rows.reduce((sum, { month, items }) => (month === index + 1 ? sum + items : sum), 0),
    running: index + 1 === running,
  }))
