import { createHmac, randomUUIDv7, timingSafeEqual } from 'node:crypto'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Seal } from '#platform/files/seal.ts'
import type { SubscriptionRow } from './tables.ts'
import './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

export type Way = 'mail' | 'webhook'

/** What somebody follows: nothing named under a heading of choice means all of it. */
export interface Followed {
  organs: readonly string[]
  kinds: readonly string[]
  headings: readonly string[]
}

export interface Subscription extends Followed {
  organId: string
  subscriptionId: string
  way: Way
  /** Mail address, or address of the webhook; empty once ended. */
  address: string
  isConfirmed: boolean
  isEnded: boolean
  toldUntil: string
  failures: number
}

/** Subscriptions that one address may have at a time, and letters to confirm within an hour. */
export const mostOfAddress = 10
const mostUnconfirmed = 3
/** What nobody confirmed is forgotten after two days. */
const unconfirmedFor = '48 hours'

const place = (subscriptionId: string): string => `subscription ${subscriptionId}`

const opened = (seal: Seal, row: SubscriptionRow): Subscription => ({
  organId: row.organ_id,
  subscriptionId: row.subscription_id,
  way: row.way === 'webhook' ? 'webhook' : 'mail',
  address: row.address ? String(seal.unsealJson(row.address, place(row.subscription_id))) : '',
  organs: row.organs,
  kinds: row.kinds,
  headings: row.headings,
  isConfirmed: row.confirmed_at !== null,
  isEnded: row.ended_at !== null,
  toldUntil: row.told_until ?? row.asked_at,
  failures: row.failures,
})

const derived = (seal: Seal, purpose: string, subscriptionId: string): string =>
  createHmac('sha256', seal.secretFor(purpose)).update(subscriptionId).digest('base64url')

/** The key that confirms and ends a subscription, as it stands in letters; nothing of it is kept. */
export const keyOf = (seal: Seal, subscriptionId: string): string =>
  derived(seal, 'subscriptions', subscriptionId).slice(0, 32)

/** The secret with which calls to a webhook are signed. */
export const secretOf = (seal: Seal, subscriptionId: string): string =>
  derived(seal, 'webhooks', subscriptionId)

const isKey = (seal: Seal, subscriptionId: string, key: string): boolean => {
  const [given, right] = [Buffer.from(key), Buffer.from(keyOf(seal, subscriptionId))]
  return given.length === right.length && timingSafeEqual(given, right)
}

interface NewSubscription {
  organId: string
  way: Way
  address: string
  followed: Followed
  /** ISO instant */
  at: string
}

/**
 * Keeps a wish to subscribe, which says nothing until it is confirmed; null where that address has as many as it may,
 * or was asked to confirm too often within the hour.
 */
export async function askFor(db: Db, seal: Seal, wish: NewSubscription): Promise<Subscription | null> {
  const index = seal.blindIndex(`${wish.way} ${wish.address.toLowerCase()}`)
  const { rows } = await sql<{ live: number; waiting: number }>`
    SELECT count(*) FILTER (WHERE confirmed_at IS NOT NULL)::int AS live,
      count(*) FILTER (WHERE confirmed_at IS NULL AND asked_at > ${wish.at}::timestamptz - interval '1 hour')::int AS waiting
    FROM subscription WHERE organ_id = ${wish.organId} AND address_index = ${index} AND ended_at IS NULL`.execute(
    db,
  )
  const [known] = rows
  if (!known || known.live >= mostOfAddress || known.waiting >= mostUnconfirmed) return null
  const subscriptionId = randomUUIDv7()
  const row: SubscriptionRow = {
    organ_id: wish.organId,
    subscription_id: subscriptionId,
    way: wish.way,
    address: seal.sealJson(wish.address, place(subscriptionId)),
    address_index: index,
    organs: [...wish.followed.organs],
    kinds: [...wish.followed.kinds],
    headings: [...wish.followed.headings],
    asked_at: wish.at,
    confirmed_at: null,
    ended_at: null,
    told_until: null,
    failures: 0,
    next_try_at: null,
  }
  await db.insertInto('subscription').values(row).execute()
  return opened(seal, row)
}

const theOne = (db: Db, organId: string, subscriptionId: string) =>
  db
    .selectFrom('subscription')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('subscription_id', '=', subscriptionId)

const change = (db: Db, { organId, subscriptionId }: Subscription, set: Partial<SubscriptionRow>) =>
  db
    .updateTable('subscription')
    .set(set)
    .where('organ_id', '=', organId)
    .where('subscription_id', '=', subscriptionId)
    .where('ended_at', 'is', null)
    .execute()

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The subscription of a key; undefined for a wrong one. */
export async function subscriptionOf(
  db: Db,
  seal: Seal,
  ask: { organId: string; subscriptionId: string; key: string },
): Promise<Subscription | undefined> {
  if (!uuid.test(ask.subscriptionId) || !isKey(seal, ask.subscriptionId, ask.key)) return undefined
  const row = await theOne(db, ask.organId, ask.subscriptionId).executeTakeFirst()
  return row && opened(seal, row)
}

/** From the confirmation on, it is told what is published. */
export const confirm = (db: Db, subscription: Subscription, at: string) =>
  change(db, subscription, { confirmed_at: at, told_until: at, failures: 0 })

/** Ends it; of the address nothing is kept. */
export const end = (db: Db, subscription: Subscription, at: string) =>
  change(db, subscription, { ended_at: at, address: null, address_index: null })

/** Notes that all up to an instant was told. */
export const told = (db: Db, subscription: Subscription, until: string) =>
  change(db, subscription, { told_until: until, failures: 0, next_try_at: null })

/** Notes a failure, and when it is tried again. */
export const failed = (db: Db, subscription: Subscription, nextTryAt: string) =>
  change(db, subscription, { failures: subscription.failures + 1, next_try_at: nextTryAt })

/** Live subscriptions of one way, by key, whose time has come. */
export async function liveSubscriptions(
  db: Db,
  seal: Seal,
  ask: { organId: string; way: Way; after: string; limit: number; now: string },
): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .where('organ_id', '=', ask.organId)
    .where('way', '=', ask.way)
    .where('ended_at', 'is', null)
    .where('confirmed_at', 'is not', null)
    .where('subscription_id', '>', ask.after)
    .where((row) => row.or([row('next_try_at', 'is', null), row('next_try_at', '<=', ask.now)]))
    .orderBy('subscription_id')
    .limit(ask.limit)
    .execute()
  return rows.map((row) => opened(seal, row))
}

/** Webhooks that have not shown yet that they are theirs who named them. */
export async function unprovenWebhooks(db: Db, seal: Seal, organId: string): Promise<Subscription[]> {
  const rows = await db
    .selectFrom('subscription')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('way', '=', 'webhook')
    .where('ended_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .orderBy('asked_at')
    .limit(50)
    .execute()
  return rows.map((row) => opened(seal, row))
}

/** Forgets what nobody confirmed in two days. */
export async function forgetUnconfirmed(db: Db, organId: string, now: string): Promise<void> {
  await sql`DELETE FROM subscription WHERE organ_id = ${organId} AND confirmed_at IS NULL
    AND asked_at < ${now}::timestamptz - ${unconfirmedFor}::interval`.execute(db)
}
