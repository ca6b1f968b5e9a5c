import { type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { overviewCsv } from '../reading/overview.ts'
import { type Place, placeInChinese } from '../reading/place.ts'
import type { ReadResult } from '../reading/result.ts'
import type { How } from '../reading/settle.ts'
import { carriedOverview } from './carried.ts'
import type {
  Known,
  ReadFinding,
  ReadList,
  ReadListAsk,
  ReadOverview,
  ReadRow,
  ReadView,
} from './contract.ts'
import type { ReadReportRow } from './tables.ts'

type Db = Kysely<Database>
type Sort = NonNullable<ReadListAsk['sort']>
type Filters = Pick<ReadListAsk, 'organ' | 'year' | 'check'>

const pageSize = 50
const countedUpTo = 10_000

/** The columns that a sorting compares, and which way they run. */
const keys = {
  newest: { columns: ['read_at', 'read_id'], down: true },
  organ: { columns: ['organ_name', 'year', 'read_id'], down: false },
  year: { columns: ['year', 'organ_name', 'read_id'], down: true },
  gravest: { columns: ['blocks', 'explains', 'warns', 'read_id'], down: true },
} as const satisfies Record<Sort, { columns: readonly (keyof ReadReportRow)[]; down: boolean }>

const listed = [
  'read_id',
  'name',
  'refused',
  'organ_name',
  'year',
  'form',
  'blocks',
  'explains',
  'warns',
  'read_at',
] as const

const rowView = (row: Pick<ReadReportRow, (typeof listed)[number]>): ReadRow => ({
  readId: row.read_id,
  name: row.name,
  refused: row.refused,
  organName: row.organ_name || null,
  year: row.year || null,
  form: row.form,
  blocks: row.blocks,
  explains: row.explains,
  warns: row.warns,
  readAt: row.read_at,
})

const likely = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

function filtered(db: Db, organId: string, { organ, year, check }: Filters) {
  return db
    .selectFrom('read_report')
    .where('organ_id', '=', organId)
    .$if(organ !== undefined && organ !== '', (query) =>
      query.where('organ_name', 'like', likely(organ ?? '')),
    )
    .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
    .$if(check !== undefined, (query) => query.where(sql<boolean>`checks @> array[${check}]::text[]`))
}

const keyIn = (text: string | undefined, length: number): readonly (string | number)[] | undefined => {
  if (text === undefined) return undefined
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    const isKey =
      Array.isArray(key) &&
      key.length === length &&
      key.every((each) => /^(string|number)$/.test(typeof each))
    return isKey ? (key as (string | number)[]) : undefined
  } catch {
    return undefined
  }
}

function pageOf<Query extends SelectQueryBuilder<Database, 'read_report', object>>(
  query: Query,
  sort: Sort,
  after: readonly (string | number)[] | undefined,
) {
  const { columns, down } = keys[sort]
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const sorted = columns.reduce<SelectQueryBuilder<Database, 'read_report', object>>(
    (ordered, column) => ordered.orderBy(column, down ? 'desc' : 'asc'),
    query,
  )
  if (after === undefined) return sorted
  const bound = sql.join(after.map((each) => sql`${each}`))
  return sorted.where(down ? sql<boolean>`(${names}) < (${bound})` : sql<boolean>`(${names}) > (${bound})`)
}

/** The reports that were read, a page at a time. A key that is none of ours begins at the first page. */
export async function readList(db: Db, organId: string, ask: ReadListAsk): Promise<ReadList> {
  const sort = ask.sort ?? 'newest'
  const { columns } = keys[sort]
  const query = filtered(db, organId, ask)
  const found = await pageOf(query, sort, keyIn(ask.after, columns.length))
    .select(listed)
    .limit(pageSize + 1)
    .execute()
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  const next =
    found.length > pageSize && last
      ? Buffer.from(JSON.stringify(columns.map((column) => last[column]))).toString('base64url')
      : null
  const counted = await db
    .selectFrom(
      query
        .select('read_id')
        .limit(countedUpTo + 1)
        .as('some'),
    )
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  const total = Number(counted.total)
  return {
    rows: rows.map(rowView),
    next,
    total: Math.min(total, countedUpTo),
    countedTo: total > countedUpTo,
  }
}

const sums = [
  sql<number>`count(*)::int`.as('reports'),
  sql<number>`sum(blocks)::int`.as('blocks'),
  sql<number>`sum(explains)::int`.as('explains'),
  sql<number>`sum(warns)::int`.as('warns'),
] as const

/** The findings of the corpus by rule, by organ, by year. */
export async function readOverview(db: Db, organId: string, ask: Filters): Promise<ReadOverview> {
  const all = filtered(db, organId, ask)
  const read = all.where('refused', 'is', null)
  const rules = await read
    .innerJoin(
      sql<{ f: ReadFinding }>`lateral jsonb_array_elements(findings)`.as<'each'>(sql`each(f)`),
      (join) => join.onTrue(),
    )
    .select([
      sql<string>`f->>'check'`.as('check'),
      sql<string>`f->>'name'`.as('name'),
      sql<string>`f->>'severity'`.as('severity'),
      sql<number>`count(*)::int`.as('findings'),
      sql<number>`count(distinct read_id)::int`.as('reports'),
    ])
    .groupBy([sql`1`, sql`2`, sql`3`])
    .orderBy('findings', 'desc')
    .orderBy('check')
    .execute()
  const organs = await read
    .select(['organ_name', ...sums])
    .groupBy('organ_name')
    .orderBy('blocks', 'desc')
    .orderBy('explains', 'desc')
    .orderBy('organ_name')
    .limit(500)
    .execute()
  const years = await read
    .select(['year', ...sums])
    .groupBy('year')
    .orderBy('year', 'desc')
    .execute()
  const refused = await all
    .where('refused', 'is not', null)
    .select(sql<number>`count(*)::int`.as('refused'))
    .executeTakeFirstOrThrow()
  return {
    rules,
    organs: organs.map(({ organ_name, ...rest }) => ({ organName: organ_name || null, ...rest })),
    years: years.map(({ year, ...rest }) => ({ year: year || null, ...rest })),
    ...refused,
    carried: await carriedOverview(db, organId),
  }
}

/** The overview as a table file: one line for each finding. At most 20,000 reports. */
export async function readOverviewCsv(db: Db, organId: string, ask: Filters): Promise<string> {
  const rows = await filtered(db, organId, ask)
    .select(['name', 'kind', 'refused', 'organ_name', 'year', 'form', 'findings'])
    .orderBy('organ_name')
    .orderBy('year')
    .limit(20_000)
    .execute()
  const nowhere: Place = { kind: 'text', offset: 0, length: 0, line: 1, column: 1 }
  return overviewCsv(
    rows.map((row) => ({
      source: { name: row.name, kind: row.kind },
      ...(row.refused === null ? {} : { refused: row.refused }),
      ...(row.organ_name ? { organ: { name: row.organ_name, inferred: false, place: nowhere } } : {}),
      ...(row.year ? { year: { year: row.year, inferred: false, place: nowhere } } : {}),
      ...(row.form ? { form: row.form as NonNullable<ReadResult['form']> } : {}),
      findings: row.findings as NonNullable<ReadResult['findings']>,
    })),
  )
}

/** How a figure was read, in words. */
const hows = {
  cell: '从表格的格子里直接读出',
  line: '一行一格，按次序对应各列',
  spaced: '数字之间有空格，按次序对应各列',
  aligned: '按上下对齐的位置对应各列',
  split: '数字连在一起，由勾稽关系分开，只有这一种分法成立',
  told: '表格里分不清，由正文写明的数字确定',
} as const satisfies Record<How, string>

/** One report that was read, whole; undefined where the corpus has none of that id. */
export async function readOne(db: Db, organId: string, readId: string): Promise<ReadView | undefined> {
  const row = await db
    .selectFrom('read_report')
    .select([...listed, 'kind', 'sha256', 'result', 'findings', 'source_text', 'file_id'])
    .where('organ_id', '=', organId)
    .where('read_id', '=', readId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { cells = {}, sections = [], title, preamble } = row.result as ReadResult
  return {
    ...rowView(row),
    kind: row.kind,
    sha256: row.sha256,
    title: title ?? null,
    cells: Object.fromEntries(
      Object.entries(cells).map(([id, { place, how, at, ...cell }]) => [
        id,
        {
          ...cell,
          manner: how,
          how: hows[how],
          where: placeInChinese(place),
          at: [at[0], at[1]] as [number, number],
        },
      ]),
    ),
    texts: {
      ...(preamble === undefined ? {} : { preamble }),
      ...Object.fromEntries(sections.map(({ id, text = '' }) => [id, text])),
    },
    findings: row.findings as ReadFinding[],
    source: row.source_text,
    hasOriginal: row.file_id !== null,
  }
}

/** The organs (at most 2,000) and years that the corpus has reports of. */
export async function readKnown(db: Db, organId: string): Promise<Known> {
  const of = (column: 'organ_name' | 'year') =>
    db.selectFrom('read_report').select(column).distinct().where('organ_id', '=', organId)
  const organs = await of('organ_name')
    .where('organ_name', '<>', '')
    .orderBy('organ_name')
    .limit(2000)
    .execute()
  const years = await of('year').where('year', '>', 0).orderBy('year', 'desc').execute()
  return { organs: organs.map((row) => row.organ_name), years: years.map((row) => row.year) }
}
