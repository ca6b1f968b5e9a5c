import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { type ListColumn, type ListFormat, listFile } from '#platform/documents/list-file.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import { indicatorNames, indicatorOf } from '../rules/supervision/indicators.ts'
import { totalOf, vetoesOf } from '../rules/supervision/standing.ts'
import type { BelowInspection, BelowList, BelowListQuery } from './contract.ts'
import { inspectionOf } from './settings-store.ts'
import { type Tallied, talliesOf } from './tallies.ts'

const organsBelow = (organId: string, { axis = 'region', q = '' }: BelowList, today: Day) => {
  const named =
    q === '' ? sql`` : sql`and n.name like ${`%${q.replace(/[\\%_]/g, '\\$&')}%`} and n.from_on <= ${today}`
  return sql`
    select descendant_id as organ_id from organ_closure c
    where c.organ_id = ${organId} and c.axis = ${axis} and c.depth > 0
      and exists (select from organ_name n where n.organ_id = c.descendant_id
        and (n.until_on is null or n.until_on > ${today}) ${named})`
}

const allOf = ({ counts }: Tallied): number => indicatorNames.reduce((sum, name) => sum + counts[name], 0)

const kept = (each: Tallied, only: BelowList['only']): boolean =>
  only === undefined || (only === 'any' ? allOf(each) : each.counts[only]) > 0

const compare = new Intl.Collator('zh-CN', { numeric: true }).compare

async function inOrder(
  platform: Platform,
  rows: Tallied[],
  { sort = 'all', down = sort === 'all' }: BelowList,
): Promise<Tallied[]> {
  const way = down ? -1 : 1
  if (sort === 'name') {
    const names = await namesOf(platform, rows)
    return rows.toSorted((a, b) => compare(names.get(a.organId) ?? '', names.get(b.organId) ?? '') * way)
  }
  const keyed = rows.map((row) => ({
    row,
    key: sort === 'all' ? allOf(row) : sort === 'reminders' ? row.reminders : row.counts[sort],
  }))
  return keyed.sort((a, b) => (a.key - b.key) * way).map(({ row }) => row)
}

async function namesOf({ db, today }: Platform, rows: readonly Tallied[]) {
  const ids = rows.map(({ organId }) => organId)
  const organs = await organsById(db, ids, today())
  return new Map(organs.map(({ organId, name }) => [organId, name]))
}

async function everyBelow(platform: Platform, organId: string, list: BelowList): Promise<Tallied[]> {
  const [today, settings] = [platform.today(), await inspectionOf(platform.db, organId)]
  const rows = await talliesOf(platform.db, organsBelow(organId, list, today), { settings, today })
  return inOrder(
    platform,
    rows.filter((row) => kept(row, list.only)),
    list,
  )
}

async function rowsOf(platform: Platform, shown: readonly Tallied[]): Promise<BelowInspection['rows']> {
  const names = await namesOf(platform, shown)
  return shown.map((row) => ({
    organId: row.organId,
    name: names.get(row.organId) ?? '',
    counts: { ...row.counts },
    all: allOf(row),
    reminders: row.reminders,
  }))
}

/** All organs below one along an axis by what they fail: a page of them, the totals, and what fails the site. */
export async function inspectBelow(
  platform: Platform,
  organId: string,
  { offset = 0, limit = 50, ...list }: BelowListQuery,
): Promise<BelowInspection> {
  const rows = await everyBelow(platform, organId, list)
  const totals = totalOf(rows.map(({ counts }) => counts))
  return {
    today: platform.today(),
    organs: rows.length,
    totals: { ...totals },
    vetoes: vetoesOf(totals),
    rows: await rowsOf(platform, rows.slice(offset, offset + limit)),
  }
}

type Row = BelowInspection['rows'][number]

const columns: readonly ListColumn<Row>[] = [
  { heading: '机关', width: 30, of: ({ name }) => name },
  { heading: '问题合计', width: 10, of: ({ all }) => all },
  ...indicatorNames.map((name) => ({
    heading: indicatorOf(name).label,
    width: 14,
    of: ({ counts }: Row) => counts[name],
  })),
  { heading: '未回复提醒', width: 12, of: ({ reminders }) => reminders },
]

async function* everyRow(platform: Platform, organId: string, list: BelowList): AsyncGenerator<Row> {
  const rows = await everyBelow(platform, organId, list)
  for (let at = 0; at < rows.length; at += 200) yield* await rowsOf(platform, rows.slice(at, at + 200))
}

/** The same list as a file. */
export const belowFile = (
  platform: Platform,
  organId: string,
  list: BelowList,
  format: ListFormat,
): Readable => listFile(format, '公开检查情况', { columns, rows: everyRow(platform, organId, list) })
