import type { Readable } from 'node:stream'
import { type Kysely, sql } from 'kysely'
import { citedOf } from '#law/citation.ts'
import type { Database } from '#platform/database/schema.ts'
import { type ListColumn, type ListFormat, listFile } from '#platform/documents/list-file.ts'
import type { Platform } from '#platform/platform.ts'
import type { Frequent, Supervision } from './contract-supervision.ts'
import { personNames } from './names.ts'
import { reasonsBefore } from './person/same-person.ts'
import { offersOf } from './published.ts'
import { articles } from './rules/articles.ts'
import { settingsOf } from './settings-store.ts'
import {
  average,
  type Counted,
  countedFor,
  figureColumns,
  figuresOf,
  type Given,
  givenAt,
  nothing,
} from './supervision-figures.ts'

type Db = Kysely<Database>

/** The requests of one organ in figures; who holds what and who asks often are left out for whoever looks from above. */
export async function supervision(
  platform: Platform,
  organId: string,
  { fromAbove }: { fromAbove: boolean },
): Promise<Supervision> {
  const { db } = platform
  const given = await givenAt(platform, organId)
  const one = sql`select ${organId}::uuid as organ_id`
  const [{ rows }, offers, byWhom, frequent] = await Promise.all([
    sql<Counted>`${countedFor(one, given)}`.execute(db),
    offersOf(db, organId, given.year),
    fromAbove ? null : workloads(platform, organId, given),
    fromAbove ? null : frequentApplicants(db, organId, given.year),
  ])
  return { ...given, totals: figuresOf(rows[0] ?? nothing), offers, byWhom, frequent }
}

type Workload = NonNullable<Supervision['byWhom']>[number]

async function workloads(
  platform: Platform,
  organId: string,
  { today, soonUntil, year }: Given,
): Promise<Workload[]> {
  const { rows } = await sql<{ assignee: string | null } & Counted>`
    select assignee, count(*) filter (where closed_on is null) as open,
      count(*) filter (where closed_on is null and due_on < ${today}) as overdue,
      count(*) filter (where closed_on is null and due_on = ${today}) as due_today,
      count(*) filter (where closed_on is null and due_on > ${today} and due_on <= ${soonUntil}) as soon,
      count(*) filter (where completion_days is not null) as completed,
      coalesce(sum(completion_days), 0) as completion_days
    from request_row where organ_id = ${organId} and kind = 'request'
      and (closed_on is null or closed_on between ${`${year}-01-01`} and ${`${year}-12-31`})
    group by assignee
    having count(*) filter (where closed_on is null or completion_days is not null) > 0
    order by overdue desc, open desc, assignee`.execute(platform.db)
  const names = await personNames(
    platform,
    rows.flatMap(({ assignee }) => assignee ?? []),
  )
  return rows.map(({ assignee, ...counted }) => ({
    person: assignee === null ? null : { personId: assignee, name: names.get(assignee) ?? '' },
    open: counted.open,
    overdue: counted.overdue,
    dueToday: counted.due_today,
    soon: counted.soon,
    completed: counted.completed,
    completionDays: average(counted.completion_days, counted.completed),
  }))
}

interface Often extends Omit<Frequent, 'reasons'> {
  caseIds: string[]
}

// The keyed hash that recognises a person stays inside.
async function oftenAsked(db: Db, organId: string, { year, from }: { year: number; from: number }) {
  const { rows } = await sql<Often>`
    with asked as (
      select *, count(*) over (partition by applicant_index, date_trunc('month', received_on)) as of_month,
        count(*) over (partition by applicant_index, nullif(title_key, '')) as of_thing
      from request_row
      where organ_id = ${organId} and kind = 'request' and status <> 'split'
        and received_on between ${`${year}-01-01`} and ${`${year}-12-31`})
    select count(*) as cases, max(of_month) as "mostInMonth",
      count(*) filter (where title_key <> '' and of_thing > 1) as "sameThing",
      (array_agg(case_id order by received_on desc, number_order(number) desc))[1] as "lastCaseId",
      (array_agg(number order by received_on desc, number_order(number) desc))[1] as "lastNumber",
      (select array_agg(every.case_id) from request_row every
        where every.organ_id = ${organId} and every.applicant_index = asked.applicant_index) as "caseIds"
    from asked group by applicant_index having count(*) >= ${from}
    order by 1 desc, 2 desc, 4 limit 20`.execute(db)
  return rows
}

async function frequentApplicants(db: Db, organId: string, year: number): Promise<Supervision['frequent']> {
  const { frequentFrom: from } = await settingsOf(db, organId)
  const often = await oftenAsked(db, organId, { year, from })
  const applicants: Frequent[] = []
  for (const { caseIds, ...one } of often) {
    const reasons = (await reasonsBefore(db, organId, caseIds)).map(({ given, ...told }) => ({
      ...told,
      answered: given !== null,
    }))
    applicants.push({ ...one, reasons })
  }
  return { from, cites: citedOf(articles.reasons), applicants }
}

const columns: readonly ListColumn<Workload>[] = [
  { heading: '承办人', width: 16, of: ({ person }) => person?.name ?? '未分办' },
  ...figureColumns(['open', 'overdue', 'dueToday', 'soon', 'completed', 'completionDays']),
]

/** Who holds what at the organ, as a file. */
export async function workloadFile(
  platform: Platform,
  organId: string,
  format: ListFormat,
): Promise<Readable> {
  const rows = await workloads(platform, organId, await givenAt(platform, organId))
  return listFile(format, '承办情况', { columns, rows: each(rows) })
}

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}
