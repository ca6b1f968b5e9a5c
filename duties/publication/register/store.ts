import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, dayInShanghai } from '#time/day.ts'
import { dayKey } from '../list-key.ts'
import { indexSlug } from '../rules/index-number.ts'
import { cleanupDueOn, validityOn } from '../rules/register.ts'
import { isOver, validityLabel } from '../rules/vocabulary.ts'
import type { RegisterQuery, RegisterRow } from './contract.ts'
import { heldBy, neverExplained } from './unexplained.ts'

type Db = Kysely<Database>

/** What a page of the register is asked with; of every organ where none is named. */
export interface RegisterAsk extends RegisterQuery {
  organId?: string | undefined
  today: Day
  limit: number
  cleanupYears: number
  interpretationWorkingDays: number
  calendar: Calendar
  /** For `mine`: who asks. */
  personId?: string
}

const base = (db: Db) =>
  db.selectFrom('item_row').where('kind', '=', 'normative').where('status', '=', 'published')
type Query = ReturnType<typeof base>

const holds = (today: Day) =>
  sql<boolean>`validity in ('inForce', 'amended') and (expires_on is null or expires_on >= ${today}::date)`

const explained = sql<number>`(select count(*)::int from item_row x where x.organ_id = item_row.organ_id
  and x.interprets = item_row.item_id and x.status = 'published')`

function inState(query: Query, state: RegisterQuery['state'], today: Day): Query {
  if (state === undefined) return query
  if (state === 'repealed') return query.where('validity', '=', 'repealed')
  if (state === 'expired')
    return query.where(sql<boolean>`(validity = 'expired' or (validity in ('inForce', 'amended')
      and expires_on < ${today}::date))`)
  return query.where('validity', '=', state).where(holds(today))
}

function filtered(db: Db, ask: RegisterAsk): Query {
  const { organId, view, state, year, words, after, today, cleanupYears } = ask
  let query = inState(base(db), state, today)
  if (organId) query = query.where('organ_id', '=', organId)
  if (year)
    query = query.where(sql<boolean>`formed_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date`)
  if (words) {
    const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((or) =>
      or.or([
        or('title', 'like', like),
        or('document_number', 'like', like),
        or('register_number', 'like', like),
      ]),
    )
  }
  if (view === 'cleanup')
    query = query
      .where(holds(today))
      .where(
        sql<boolean>`coalesce(cleaned_on, formed_on) + make_interval(years => ${cleanupYears}) <= ${today}::date`,
      )
  if (view === 'unexplained') query = query.where(holds(today)).where(sql<boolean>`${explained} = 0`)
  if (ask.mine && ask.personId) query = query.where(neverExplained).where(heldBy(ask.personId, today))
  const key = dayKey(after)
  if (key) query = query.where(sql<boolean>`(formed_on, item_id) < (${key.at}::date, ${key.id}::uuid)`)
  return query
}

const rowsOf = (db: Db, ask: RegisterAsk) =>
  filtered(db, ask)
    .select([
      'organ_id',
      'item_id',
      'seq',
      'index_number',
      'title',
      'document_number',
      'register_number',
      'formed_on',
      'published_at',
      'expires_on',
      'ended_on',
      'cleaned_on',
      'cleanup',
      'validity',
      sql<string>`coalesce(extra ->> 'effectiveOn', '')`.as('effective_on'),
      explained.as('interpretations'),
    ])
    .orderBy('formed_on', 'desc')
    .orderBy('item_id', 'desc')
    .limit(ask.limit + 1)
    .execute()
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

function rowView(
  row: Row,
  organ: { code: string; name: string; creditCode: string },
  ask: RegisterAsk,
): RegisterRow {
  const validity = validityOn(row.validity, row.expires_on, ask.today)
  const over = isOver(validity)
  const publishedOn = dayInShanghai(row.published_at ?? '')
  const slug = encodeURIComponent(indexSlug(row.index_number, organ.creditCode))
  const explainBy = ask.calendar.plusWorkdays(publishedOn, ask.interpretationWorkingDays).on
  return {
    itemId: row.item_id,
    seq: row.seq,
    organId: row.organ_id,
    organCode: organ.code,
    organName: organ.name,
    address: `/items/${organ.code}/${slug}`,
    registerNumber: row.register_number,
    documentNumber: row.document_number,
    title: row.title,
    formedOn: row.formed_on,
    publishedOn,
    effectiveOn: row.effective_on,
    expiresOn: row.expires_on,
    validity,
    validityLabel: validityLabel(validity),
    endedOn: row.ended_on,
    cleanedOn: row.cleaned_on,
    cleanup: row.cleanup,
    cleanupDueOn: over ? null : cleanupDueOn(row.cleaned_on ?? row.formed_on, ask.cleanupYears),
    interpretations: row.interpretations,
    interpretationDueOn: over || row.interpretations > 0 ? null : explainBy,
  }
}

/** The register of normative documents, newest first, a page at a time by key. */
export async function registerPage(
  db: Db,
  ask: RegisterAsk,
): Promise<{ rows: RegisterRow[]; next: string | null }> {
  const rows = await rowsOf(db, ask)
  const shown = rows.slice(0, ask.limit)
  const organs = await organsById(db, [...new Set(shown.map((row) => row.organ_id))], ask.today)
  const byId = new Map(organs.map((organ) => [organ.organId, organ]))
  const last = shown.at(-1)
  return {
    rows: shown.flatMap((row) => {
      const organ = byId.get(row.organ_id)
      return organ ? [rowView(row, organ, ask)] : []
    }),
    next: rows.length > ask.limit && last ? `${last.formed_on}~${last.item_id}` : null,
  }
}

/** The whole register, page by page. */
export async function* registerRows(db: Db, ask: RegisterAsk): AsyncGenerator<RegisterRow> {
  let after: string | undefined
  do {
    const { rows, next } = await registerPage(db, { ...ask, limit: 200, ...(after ? { after } : {}) })
    yield* rows
    after = next ?? undefined
  } while (after)
}

/** The years in which the documents of the register were made, newest first. */
export async function registerYears(db: Db): Promise<number[]> {
  const rows = await base(db)
    .select(sql<number>`extract(year from formed_on)::int`.as('year'))
    .distinct()
    .execute()
  return rows.map(({ year }) => year).sort((one, two) => two - one)
}
