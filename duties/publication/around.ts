import { type Kysely, sql } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Day } from '#time/day.ts'
import type { Item, ItemEntry } from './contract.ts'
import { itemKind } from './rules/kinds.ts'
import { entryColumns, portalOrgan, withOrgans } from './store.ts'

type Db = Kysely<Database>

/** Another item that this one names, or that names it: 废止, 由其废止. */
export interface RelatedEntry {
  readonly how: string
  readonly entry: ItemEntry
}

/** What stands on the page of an item besides itself. */
export interface Around {
  readonly gathered: readonly ItemEntry[]
  readonly related: readonly RelatedEntry[]
}

const mostGathered = 60
const mostRelated = 50
/** How far back the rule of a topic looks. */
const looked = 5000

const bonds = {
  repeals: { to: '废止的文件', from: '被以下文件废止' },
  amends: { to: '修改的文件', from: '被以下文件修改' },
  bases: { to: '依据的文件', from: '相关问答' },
} as const
type Bond = keyof typeof bonds

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []

async function entriesByIds(
  db: Db,
  organId: string,
  ids: readonly string[],
  today: Day,
): Promise<ItemEntry[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('item_row')
    .select(entryColumns)
    .where('status', '=', 'published')
    .where('organ_id', '=', organId)
    .where('item_id', 'in', [...ids])
    .execute()
  const byId = new Map((await withOrgans(db, rows, today)).map((entry) => [entry.itemId, entry]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function naming(db: Db, { organId, itemId }: Item, bond: Bond, today: Day): Promise<ItemEntry[]> {
  const rows = await db
    .selectFrom('item_row')
    .select(entryColumns)
    .where('status', '=', 'published')
    .where('organ_id', '=', organId)
    .where('kind', 'in', ['normative', 'policyQuestion'])
    .where(sql<boolean>`extra @> ${JSON.stringify({ [bond]: [itemId] })}::jsonb`)
    .orderBy('published_at', 'desc')
    .limit(mostRelated)
    .execute()
  return withOrgans(db, rows, today)
}

async function relatedTo(db: Db, item: Item, today: Day): Promise<RelatedEntry[]> {
  const fields = itemKind(item.kind)?.fields ?? {}
  const related: RelatedEntry[] = []
  for (const bond of Object.keys(bonds) as Bond[]) {
    const to = bond in fields ? await entriesByIds(db, item.organId, idsIn(item.extra[bond]), today) : []
    related.push(...to.map((entry) => ({ how: bonds[bond].to, entry })))
    const from = itemKind(item.kind)?.holds ? await naming(db, item, bond, today) : []
    related.push(...from.map((entry) => ({ how: bonds[bond].from, entry })))
  }
  return related
}

const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The newest items that the rule of a topic takes in: of its organ, for the portal's own government of all organs. */
async function byRule(db: Db, { organId, extra }: Item, today: Day): Promise<ItemEntry[]> {
  const [kind, heading, words] = [wordIn(extra.byKind), wordIn(extra.byHeading), wordIn(extra.byWords)]
  if (!kind && !heading && !words) return []
  let query = db.selectFrom('item_row').select(entryColumns).where('status', '=', 'published')
  if ((await portalOrgan(db, today))?.organId !== organId) query = query.where('organ_id', '=', organId)
  if (kind) query = query.where('kind', '=', kind)
  if (heading) query = query.where('catalogue_code', '=', heading)
  const newest = query.orderBy('published_at', 'desc').orderBy('item_id', 'desc').limit(looked)
  let taken = db.selectFrom(newest.as('item_row')).select(entryColumns)
  if (words) taken = taken.where('title', 'like', `%${words.replace(/[\\%_]/g, '\\$&')}%`)
  const rows = await taken
    .orderBy('published_at', 'desc')
    .orderBy('item_id', 'desc')
    .limit(mostGathered)
    .execute()
  return withOrgans(db, rows, today)
}

async function gatheredBy(db: Db, item: Item, today: Day): Promise<ItemEntry[]> {
  if (!itemKind(item.kind)?.gathers) return []
  const picked = await entriesByIds(db, item.organId, idsIn(item.extra.picked), today)
  const chosen = new Set([item.itemId, ...picked.map(({ itemId }) => itemId)])
  const others = (await byRule(db, item, today)).filter(({ itemId }) => !chosen.has(itemId))
  return [...picked, ...others]
}

/** What a page of an item shows besides it: the items of a topic, the documents it changes or is changed by. */
export async function aroundItem(db: Db, item: Item, today: Day): Promise<Around> {
  return { gathered: await gatheredBy(db, item, today), related: await relatedTo(db, item, today) }
}
