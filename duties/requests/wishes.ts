import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import './templates/tables.ts'

type Db = Kysely<Database> | Transaction<Database>
type Which = { organId: string; caseId: string }

/** Where the addresses lie: to be told of news by mail, or by a call to the institution's own system. */
const tables = { mail: 'request_notice', hook: 'request_hook' } as const

export type Way = keyof typeof tables

/** What an applicant wants to be told of news: an address for each way. */
export type Wishes = { [way in Way]?: string }

/** From now on the applicant is told of news in that way; the address is kept encrypted. */
export async function askToBeTold(
  db: Db,
  platform: Platform,
  { organId, caseId }: Which,
  way: Way,
  address: string,
): Promise<void> {
  const row = { address: platform.seal.sealJson(address, caseId), asked_at: platform.now().toISOString() }
  await db
    .insertInto(tables[way])
    .values({ organ_id: organId, case_id: caseId, ...row })
    .onConflict((conflict) => conflict.columns(['organ_id', 'case_id']).doUpdateSet(row))
    .execute()
}

/** Told in that way no more; the address is gone. */
export async function endWish(db: Db, { organId, caseId }: Which, way: Way): Promise<void> {
  await db.deleteFrom(tables[way]).where('organ_id', '=', organId).where('case_id', '=', caseId).execute()
}

/** Where the applicant wants to be told of news in that way; undefined where they did not ask. */
export async function wishedAddress(
  db: Db,
  platform: Platform,
  { organId, caseId }: Which,
  way: Way,
): Promise<string | undefined> {
  const row = await db
    .selectFrom(tables[way])
    .select('address')
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row && String(platform.seal.unsealJson(row.address, caseId))
}

/** Keeps the wishes of a request that was just filed. */
export async function keepWishes(
  db: Db,
  platform: Platform,
  which: Which,
  { mail, hook }: Wishes,
): Promise<void> {
  if (mail) await askToBeTold(db, platform, which, 'mail', mail)
  if (hook) await askToBeTold(db, platform, which, 'hook', hook)
}

/** What was wished for one case holds for those that it is split into. */
export async function passWishesOn(
  db: Db,
  platform: Platform,
  { organId, caseId }: Which,
  into: readonly string[],
): Promise<void> {
  const [mail, hook] = await Promise.all([
    wishedAddress(db, platform, { organId, caseId }, 'mail'),
    wishedAddress(db, platform, { organId, caseId }, 'hook'),
  ])
  const wishes = { ...(mail ? { mail } : {}), ...(hook ? { hook } : {}) }
  for (const each of into) await keepWishes(db, platform, { organId, caseId: each }, wishes)
}
