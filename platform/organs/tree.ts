import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Day } from '#time/day.ts'
import type { Axis, Contact, Organ, OrganKind, OrganLevel, TreeEntry } from './contract.ts'

type Db = Kysely<Database>

interface NamedRow {
  organ_id: string
  code: string
  credit_code: string
  kind: string
  level: string
  region_code: string
  name: string
  short_name: string
  ended_on: string | null
}

// The name on that day: before the first period the first one, after the last the last.
const named = (onDay: Day) => sql<NamedRow>`
  select o.organ_id, o.code, o.credit_code, o.kind, o.level, o.region_code, o.sort, n.name, n.short_name,
    case when n.until_on <= ${onDay} then n.until_on end as ended_on
  from organ o
  join lateral (
    select name, short_name, until_on from organ_name where organ_id = o.organ_id
    order by (from_on <= ${onDay}) desc, case when from_on <= ${onDay} then from_on end desc nulls last, from_on
    limit 1
  ) n on true`

const organFrom = (row: NamedRow): Organ => ({
  organId: row.organ_id,
  code: row.code,
  creditCode: row.credit_code,
  kind: row.kind as OrganKind,
  level: row.level as OrganLevel,
  regionCode: row.region_code,
  name: row.name,
  shortName: row.short_name,
  endedOn: row.ended_on,
})

async function ask(db: Db, onDay: Day, where: ReturnType<typeof sql>): Promise<Organ[]> {
  const { rows } =
    await sql<NamedRow>`select * from (${named(onDay)}) o where ${where} order by o.sort, o.code`.execute(db)
  return rows.map(organFrom)
}

/** An organ under the name it bore on that day; undefined where there is none. */
export async function organById(db: Db, organId: string, onDay: Day): Promise<Organ | undefined> {
  return (await ask(db, onDay, sql`o.organ_id = ${organId}`))[0]
}

/** The same, by the short code that addresses use. */
export async function organByCode(db: Db, code: string, onDay: Day): Promise<Organ | undefined> {
  return (await ask(db, onDay, sql`o.code = ${code}`))[0]
}

/** Several organs at once, those that exist, in the order of the tree. */
export async function organsById(db: Db, organIds: readonly string[], onDay: Day): Promise<Organ[]> {
  return organIds.length === 0 ? [] : ask(db, onDay, sql`o.organ_id = any(${[...organIds]}::uuid[])`)
}

/** The organs right below one, or those with nothing above them, that have not ended. */
export async function childrenOf(
  db: Db,
  parentId: string | null,
  axis: Axis,
  onDay: Day,
): Promise<TreeEntry[]> {
  const at = sql`organ_closure where axis = ${axis} and depth = 1`
  const where =
    parentId === null
      ? sql`o.organ_id not in (select descendant_id from ${at})`
      : sql`o.organ_id in (select descendant_id from ${at} and organ_id = ${parentId})`
  const { rows } = await sql<NamedRow & { children: number }>`
    select o.*, (select count(*) from ${at} and organ_id = o.organ_id) as children
    from (${named(onDay)}) o where o.ended_on is null and ${where} order by o.sort, o.code`.execute(db)
  return rows.map((row) => ({ ...organFrom(row), children: row.children }))
}

/** All organs below one in today's tree, not itself. */
export async function descendantsOf(db: Db, organId: string, axis: Axis, onDay: Day): Promise<Organ[]> {
  return ask(
    db,
    onDay,
    sql`o.organ_id in (select descendant_id from organ_closure
      where organ_id = ${organId} and axis = ${axis} and depth > 0)`,
  )
}

/** The organs above one, nearest first, not itself. */
export async function ancestorsOf(db: Db, organId: string, axis: Axis, onDay: Day): Promise<Organ[]> {
  const { rows } = await sql<NamedRow>`
    select o.* from (${named(onDay)}) o
    join organ_closure c on c.organ_id = o.organ_id
    where c.descendant_id = ${organId} and c.axis = ${axis} and c.depth > 0 order by c.depth`.execute(db)
  return rows.map(organFrom)
}

/** True where one of the organs stands above the other, along one of the axes. An organ is not above itself. */
export async function isAbove(
  db: Db,
  upper: readonly string[],
  lower: string,
  along: readonly Axis[],
): Promise<boolean> {
  if (upper.length === 0) return false
  const row = await db
    .selectFrom('organ_closure')
    .select('organ_id')
    .where('descendant_id', '=', lower)
    .where('organ_id', 'in', [...upper])
    .where('axis', 'in', [...along])
    .where('depth', '>', 0)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** True where the first organ supervises the second: it stands above it, by region or by line of business. */
export const supervises = (db: Db, upper: string, lower: string): Promise<boolean> =>
  isAbove(db, [upper], lower, ['region', 'vertical'])

/** The organs that answer today for one that has ended, the last of each line; none where it has not ended. */
export async function successorsOf(db: Db, organId: string, onDay?: Day): Promise<string[]> {
  const ends: string[] = []
  const seen = new Set<string>()
  let asked = [organId]
  while (asked.length > 0) {
    for (const each of asked) seen.add(each)
    const rows = await db
      .selectFrom('organ_succession')
      .select(['organ_id', 'successor_id'])
      .where('organ_id', 'in', asked)
      .$if(onDay !== undefined, (query) => query.where('on_day', '<=', onDay ?? ''))
      .orderBy('successor_id')
      .execute()
    const ended = new Set(rows.map((row) => row.organ_id))
    ends.push(...asked.filter((each) => each !== organId && !ended.has(each)))
    asked = [...new Set(rows.map((row) => row.successor_id))].filter((each) => !seen.has(each))
  }
  return ends
}

/** The organ that answers on that day for the one given: itself while it lasts, else its successor. */
export async function successorOf(db: Db, organId: string, onDay: Day): Promise<string> {
  const [successor = organId] = await successorsOf(db, organId, onDay)
  return successor
}

/** What the guide of 第十二条 says of an organ; undefined where nothing was entered. */
export async function contactOf(db: Db, organId: string): Promise<Contact | undefined> {
  const row = await db
    .selectFrom('organ_contact')
    .selectAll()
    .where('organ_id', '=', organId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { organ_id: _, reconsideration_organ: reconsiderationOrgan, ...rest } = row
  return { ...rest, reconsiderationOrgan }
}
