import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import { personNames } from '#duties/requests/names.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { quoted } from '#platform/search/grams.ts'
import type { Calendar } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import type { InboxQuery } from './contract-batch.ts'
import type { Inbox, ItemCounts, ItemList, ItemListQuery, ItemListRow } from './contract-desk.ts'
import { itemWorkers } from './item-roles.ts'
import { daysLeft, headingLabel, waitingInWords } from './item-view.ts'
import { attributes, isAttribute } from './rules/attribute.ts'
import { batches } from './rules/batch.ts'
import { isStage, stageLabels } from './rules/stage.ts'
import { stepOf } from './rules/steps.ts'
import { kindLabel } from './rules/vocabulary.ts'

const columns = [
  'organ_id',
  'item_id',
  'seq',
  'index_number',
  'title',
  'worked_title',
  'kind',
  'catalogue_code',
  'attribute',
  'stage',
  'waiting',
  'drafted_by',
  'formed_on',
  'due_on',
  'provisional',
  'published_at',
  'release_at',
  'review_on',
  'touched_at',
] as const
type Row = Pick<Selectable<Database['item_row']>, (typeof columns)[number]>

const rowView = (
  row: Row,
  names: ReadonlyMap<string, string>,
  organs: ReadonlyMap<string, string>,
  given: { calendar: Calendar; today: Day },
): ItemListRow => ({
  organId: row.organ_id,
  organName: organs.get(row.organ_id) ?? '',
  itemId: row.item_id,
  indexNumber: row.index_number,
  title: row.worked_title || row.title,
  kindLabel: kindLabel(row.kind),
  headingLabel: headingLabel(row.catalogue_code),
  attributeLabel: isAttribute(row.attribute) ? attributes[row.attribute].label : '',
  stage: row.stage,
  stageLabel: isStage(row.stage) ? stageLabels[row.stage] : '',
  waitingFor: waitingInWords(row.waiting),
  seq: row.seq,
  draftedBy: names.get(row.drafted_by) ?? '系统',
  formedOn: row.formed_on,
  dueOn: row.due_on,
  provisional: row.provisional,
  workingDaysLeft: row.due_on && row.waiting.length > 0 ? daysLeft(row.due_on as Day, given) : null,
  publishedAt: row.published_at,
  releaseAt: row.release_at,
  reviewOn: row.review_on,
  touchedAt: row.touched_at,
})

async function viewsOf(platform: Platform, rows: readonly Row[]): Promise<ItemListRow[]> {
  const today = platform.today()
  const ids = [...new Set(rows.map((row) => row.organ_id))]
  const [names, organs, calendars] = await Promise.all([
    personNames(
      platform,
      rows.map((row) => row.drafted_by),
    ),
    organsById(platform.db, ids, today),
    Promise.all(ids.map(async (id) => [id, await platform.calendarFor(id)] as const)),
  ])
  const named = new Map(organs.map((organ) => [organ.organId, organ.name]))
  const byOrgan = new Map(calendars)
  return rows.flatMap((row) => {
    const calendar = byOrgan.get(row.organ_id)
    return calendar ? [rowView(row, names, named, { calendar, today })] : []
  })
}

type Sorted = { key: ReturnType<typeof sql<string>>; of: (row: Row) => string; down: boolean; cast: string }

const far = '9999-12-31'
const early = '0001-01-01T00:00:00.000Z'
const sorts: Readonly<Record<NonNullable<ItemListQuery['sort']>, Sorted>> = {
  touched: { key: sql`touched_at`, of: (row) => row.touched_at, down: true, cast: 'timestamptz' },
  due: {
    key: sql`coalesce(due_on, '9999-12-31'::date)`,
    of: (row) => row.due_on ?? far,
    down: false,
    cast: 'date',
  },
  published: {
    key: sql`published_at`,
    of: (row) => row.published_at ?? early,
    down: true,
    cast: 'timestamptz',
  },
  formed: { key: sql`formed_on`, of: (row) => row.formed_on, down: true, cast: 'date' },
}

const keyPattern = /^([\dT:.Z-]{10,30})~([0-9a-f-]{36})$/

type Query = SelectQueryBuilder<Database, 'item_row', object>

function filtered(query: Query, ask: ItemListQuery, today: Day, personId: string): Query {
  const { view = 'all', stage, kind, catalogue, attribute } = ask
  let result = query
  if (view === 'open' || view === 'late' || view === 'mine') result = result.where('open', '=', true)
  if (view === 'late')
    result = result.where(sql<boolean>`coalesce(due_on, '9999-12-31'::date) < ${today}::date`)
  if (view === 'mine') result = result.where('drafted_by', '=', personId)
  if (view === 'review') result = result.where('review_on', '<=', today)
  if (stage) result = result.where('stage', '=', stage)
  if (kind) result = result.where('kind', '=', kind)
  if (catalogue) result = result.where('catalogue_code', '=', catalogue)
  if (attribute) result = result.where('attribute', '=', attribute)
  return result
}

type Order = (query: Query) => Query

const rowsIn = (query: Query): Promise<Row[]> => query.select(columns).execute()

/** How many rows of a list are looked through for words before the index is asked. */
const lookedThrough = 600

const worded = ['title', 'worked_title', 'index_number', 'document_number'] as const

/** The pairs of neighbouring characters in the words, as `item_words` of the database makes them. */
function pairsIn(organId: string, words: string): string {
  const signs = [...words]
  const pairs = signs.slice(1).map((sign, i) => quoted(`${signs[i]}${sign}`))
  return [quoted(`=${organId}`), ...(pairs.length > 0 ? pairs : [`${quoted(words)}:*`])].join(' & ')
}

/**
 * The first rows of a list that hold the words. What is common fills them from the first rows of the list; what is rarer
 * comes whole from the index of pairs and is put in order. Neither grows with the items of the organ.
 */
async function holding(
  { db }: Platform,
  list: Query,
  { organId, words, order, limit }: { organId: string; words: string; order: Order; limit: number },
): Promise<Row[]> {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const of = (inner: Query): Query => {
    const rows = inner.select([...columns, 'document_number']).as('item_row')
    const query = db.selectFrom(rows) as unknown as Query
    return order(query.where((or) => or.or(worded.map((column) => or(column, 'like', like))))).limit(limit)
  }
  const common = await rowsIn(of(order(list).limit(lookedThrough)))
  if (common.length === limit) return common
  const indexed = sql<boolean>`(organ_id, item_id) IN (
    SELECT organ_id, item_id FROM item_desk_word WHERE words @@ ${pairsIn(organId, words)}::tsquery OFFSET 0)`
  // The offset keeps the database from walking the list in its order in search of them.
  return rowsIn(of(list.where(indexed).offset(0)))
}

/** One page of an organ's items, by key; what is open by due day, the rest by what was touched last. */
export async function itemList(
  platform: Platform,
  organId: string,
  actor: Pick<Actor, 'personId'>,
  ask: ItemListQuery,
): Promise<ItemList> {
  const { limit = 50, view = 'all', q } = ask
  const sort = sorts[ask.sort ?? (view === 'all' || view === 'review' ? 'touched' : 'due')]
  const base = platform.db.selectFrom('item_row').where('organ_id', '=', organId) as unknown as Query
  let query = filtered(base, ask, platform.today(), actor.personId)
  // Each order has its index: what is public by its time, what is open by its day.
  if (ask.sort === 'published') query = query.where('status', '=', 'published')
  if (ask.sort === 'due') query = query.where('open', '=', true)
  const key = keyPattern.exec(ask.after ?? '')
  if (key?.[1] && key[2]) {
    const at = sql`(${key[1]}::${sql.raw(sort.cast)}, ${key[2]}::uuid)`
    query = query.where(
      sort.down ? sql<boolean>`(${sort.key}, item_id) < ${at}` : sql<boolean>`(${sort.key}, item_id) > ${at}`,
    )
  }
  const direction = sort.down ? 'desc' : 'asc'
  const order: Order = (some) => some.orderBy(sort.key, direction).orderBy('item_id', direction)
  const rows = q
    ? await holding(platform, query, { organId, words: q, order, limit: limit + 1 })
    : await rowsIn(order(query).limit(limit + 1))
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? `${sort.of(last)}~${last.item_id}` : null
  return { rows: await viewsOf(platform, shown), next }
}

/** The whole list, page by page, in the same order. */
export async function* itemListPages(
  platform: Platform,
  organId: string,
  actor: Pick<Actor, 'personId'>,
  query: ItemListQuery,
): AsyncGenerator<ItemListRow[]> {
  let after: string | undefined
  do {
    const { rows, next } = await itemList(platform, organId, actor, {
      ...query,
      limit: 200,
      ...(after ? { after } : {}),
    })
    yield rows
    after = next ?? undefined
  } while (after)
}

const most = 1000

/** How many stand in each view of an organ, none counted beyond 1,000. */
export async function itemCounts(
  platform: Platform,
  organId: string,
  { personId }: Pick<Actor, 'personId'>,
): Promise<ItemCounts> {
  const today = platform.today()
  const count = async (view: NonNullable<ItemListQuery['view']>): Promise<number> => {
    const base = platform.db.selectFrom('item_row').where('organ_id', '=', organId) as unknown as Query
    const some = filtered(base, { view }, today, personId).select('item_id').limit(most)
    const { n } = await platform.db
      .selectFrom(some.as('some'))
      .select(sql<number>`count(*)`.as('n'))
      .executeTakeFirstOrThrow()
    return n
  }
  const [open, late, mine, review] = await Promise.all([
    count('open'),
    count('late'),
    count('mine'),
    count('review'),
  ])
  return { open, late, mine, review }
}

const inboxKey = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/

/**
 * What waits for whoever asks, over every organ where they hold a role: the texts whose next step one of their roles
 * takes there, and what is withheld and due to be looked at again; by due day, a page at a time. With `at` only what
 * they may pass there together with others.
 */
export async function inbox(
  platform: Platform,
  actor: Actor,
  { after, limit = 50, at }: InboxQuery,
): Promise<Inbox> {
  const today = platform.today()
  const holdings = actor.holdings.filter(({ role }) => itemWorkers.includes(role))
  const byOrgan = Map.groupBy(holdings, ({ organId }) => organId)
  const held = [...byOrgan].map(([organ_id, all]) => ({ organ_id, roles: all.map(({ role }) => role) }))
  const key = inboxKey.exec(after ?? '')
  const day = sql<string>`coalesce(i.due_on, '9999-12-31'::date)`
  const from = key ? sql`and (${day}, i.item_id) > (${key[1]}::date, ${key[2]}::uuid)` : sql``
  const standing = at
    ? sql`and i.stands_at @> ${[at]}::text[] and h.roles && ${[...batches[at].roles]}::text[]`
    : sql``
  const listed = sql.join(columns.map((column) => sql.ref(`i.${column}`)))
  const { rows } = await sql<Row>`
    select ${listed} from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as h(organ_id uuid, roles text[])
    cross join lateral (
      (select * from item_row i where i.organ_id = h.organ_id and i.open and i.waiting && h.roles ${standing} ${from}
        order by ${day}, i.item_id limit ${limit + 1})
      union all
      (select * from item_row i where i.organ_id = h.organ_id and i.review_on <= ${today}::date
        and ${at === undefined} and h.roles && ${[...stepOf('reviewWithheld').roles]}::text[] ${from}
        order by ${day}, i.item_id limit ${limit + 1})) i
    order by ${day}, i.item_id limit ${limit + 1}`.execute(platform.db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last ? `${last.due_on ?? far}~${last.item_id}` : null
  return { rows: await viewsOf(platform, shown), next, today }
}
