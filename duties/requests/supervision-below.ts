import type { Readable } from 'node:stream'
import { type RawBuilder, sql } from 'kysely'
import { type ListColumn, type ListFormat, listFile } from '#platform/documents/list-file.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import type { Below, BelowList, BelowQuery, BelowSort } from './contract-supervision.ts'
import {
  type Counted,
  countedFor,
  figureColumns,
  figuresOf,
  givenAt,
  nothing,
} from './supervision-figures.ts'

interface CountedOrgan extends Counted {
  organ_id: string
  organs: number
  totals: Counted
}

const organsBelow = (organId: string, { axis = 'region', q = '' }: BelowList, today: Day) => {
  const below = sql`
    select descendant_id as organ_id from organ_closure
    where organ_id = ${organId} and axis = ${axis} and depth > 0`
  if (q === '') return below
  return sql`${below} and exists (select from organ_name n
    where n.organ_id = descendant_id and n.name like ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}
      and n.from_on <= ${today} and (n.until_on is null or n.until_on > ${today}))`
}

const conditions = {
  open: sql`open > 0`,
  overdue: sql`overdue > 0`,
  due: sql`overdue + due_today + soon > 0`,
  any: sql`open + received + completed > 0`,
} as const

const orders: Record<BelowSort, RawBuilder<unknown>> = {
  name: sql`(select n.name from organ_name n where n.organ_id = counted.organ_id order by n.from_on desc limit 1)`,
  open: sql`open`,
  overdue: sql`overdue`,
  dueToday: sql`due_today`,
  soon: sql`soon`,
  received: sql`received`,
  completed: sql`completed`,
  answerDays: sql`answer_days::numeric / nullif(answered, 0)`,
  completionDays: sql`completion_days::numeric / nullif(completed, 0)`,
  suggestions: sql`suggestions`,
  suggestionsDealt: sql`suggestions_dealt`,
}

const mostOverdue = sql`overdue desc, due_today desc, soon desc, open desc, organ_id`

const orderOf = ({ sort, down = false }: BelowList) =>
  sort === undefined
    ? mostOverdue
    : sql`${orders[sort]} ${sql.raw(down ? 'desc' : 'asc')} nulls last, organ_id`

/**
 * The requests of all organs below one along an axis, figures alone: a page of organs in the order asked for, and the
 * totals of all. The cost grows with the organs and with what is due soon, not with the cases.
 */
export async function supervisionBelow(
  platform: Platform,
  organId: string,
  { offset = 0, limit = 50, ...list }: BelowQuery,
): Promise<Below> {
  const given = await givenAt(platform, organId)
  const kept = list.only ? sql`where ${conditions[list.only]}` : sql``
  const { rows } = await sql<CountedOrgan>`
    with counted as materialized (
      select * from (${countedFor(organsBelow(organId, list, given.today), given)}) every ${kept}),
    totals as (
      select count(*) as organs, jsonb_build_object(
        'open', coalesce(sum(open), 0), 'overdue', coalesce(sum(overdue), 0),
        'due_today', coalesce(sum(due_today), 0), 'soon', coalesce(sum(soon), 0),
        'received', coalesce(sum(received), 0), 'answered', coalesce(sum(answered), 0),
        'answer_days', coalesce(sum(answer_days), 0), 'completed', coalesce(sum(completed), 0),
        'completion_days', coalesce(sum(completion_days), 0),
        'suggestions', coalesce(sum(suggestions), 0),
        'suggestions_dealt', coalesce(sum(suggestions_dealt), 0)) as totals
      from counted)
    select c.*, t.organs, t.totals from totals t left join lateral (
      select * from counted order by ${orderOf(list)} limit ${limit} offset ${offset}) c on true`.execute(
    platform.db,
  )
  const page = rows.filter((row) => row.organ_id !== null)
  const organs = await organsById(
    platform.db,
    page.map((row) => row.organ_id),
    given.today,
  )
  const names = new Map(organs.map((organ) => [organ.organId, organ.name]))
  return {
    ...given,
    organs: rows[0]?.organs ?? 0,
    totals: figuresOf(rows[0]?.totals ?? nothing),
    rows: page.map((row) => ({
      organId: row.organ_id,
      name: names.get(row.organ_id) ?? '',
      ...figuresOf(row),
    })),
  }
}

const columns: readonly ListColumn<Below['rows'][number]>[] = [
  { heading: '机关', width: 30, of: ({ name }) => name },
  ...figureColumns([
    'open',
    'overdue',
    'dueToday',
    'soon',
    'received',
    'completed',
    'answerDays',
    'completionDays',
    'suggestions',
    'suggestionsDealt',
  ]),
]

async function* everyRow(platform: Platform, organId: string, list: BelowList) {
  const limit = 200
  for (let offset = 0; ; offset += limit) {
    const { rows, organs } = await supervisionBelow(platform, organId, { ...list, offset, limit })
    yield* rows
    if (offset + limit >= organs) return
  }
}

/** The same list as a file, streamed. */
export const belowFile = (
  platform: Platform,
  organId: string,
  list: BelowList,
  format: ListFormat,
): Readable => listFile(format, '下级机关', { columns, rows: everyRow(platform, organId, list) })
