import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import { hookSignature } from '#duties/requests/hooks.ts'
import type { Database } from '#platform/database/schema.ts'
import { fetchOutside, postOutside } from '#platform/http/fetch-outside.ts'
import type { Task } from '#platform/jobs/run.ts'
import { sendMail } from '#platform/mail/mail.ts'
import type { Platform } from '#platform/platform.ts'
import { plusDays } from '#time/day.ts'
import { portalOrgan } from '../store.ts'
import { newsCall, newsLetter } from './letters.ts'
import { type News, newsBetween, newsFor } from './news.ts'
import {
  confirm,
  end,
  failed,
  forgetUnconfirmed,
  liveSubscriptions,
  type Subscription,
  secretOf,
  told,
  unprovenWebhooks,
  type Way,
} from './store.ts'

type Tx = Transaction<Database>

const everyMorning = 'subscriptions.letters'
const everyFewMinutes = 'subscriptions.calls'
/** Seven in the morning in Shanghai is this hour of the day before in UTC. */
const hourOfMorning = 'T23:00:00Z'
const minutesBetweenCalls = 3
/** What is published may be seen a moment after the instant it bears. */
const lagSeconds = 60
const inBatch = 200
const mostFailures = 12
const noId = '00000000-0000-0000-0000-000000000000'

const later = ({ now }: Platform, minutes: number): string =>
  new Date(now().getTime() + minutes * 60_000).toISOString()

const nextMorning = ({ today, now }: Platform): string => {
  const mornings = [-1, 0].map((days) => `${plusDays(today(), days)}${hourOfMorning}`)
  return (
    mornings.find((morning) => morning > now().toISOString()) ?? `${plusDays(today(), 1)}${hourOfMorning}`
  )
}

interface Batch {
  subscriptions: readonly Subscription[]
  news: readonly News[]
  until: string
}

async function batchOf(
  tx: Tx,
  platform: Platform,
  ask: { organId: string; way: Way; after: string },
): Promise<Batch> {
  const until = later(platform, -lagSeconds / 60)
  const now = platform.now().toISOString()
  const subscriptions = await liveSubscriptions(tx, platform.seal, { ...ask, limit: inBatch, now })
  const from = subscriptions.reduce((first, { toldUntil }) => (toldUntil < first ? toldUntil : first), until)
  const place = { site: platform.config.publicAddress, today: platform.today() }
  const none = { news: [], until }
  return {
    subscriptions,
    ...(subscriptions.length === 0 ? none : await newsBetween(tx, { from, until, ...place })),
  }
}

const toldUntil = (tx: Tx, subscription: Subscription, until: string) =>
  told(tx, subscription, until > subscription.toldUntil ? until : subscription.toldUntil)

/** Letters to one batch; the letter and the note of it are one transaction. Gives the last of the batch. */
export async function sendLetters(tx: Tx, platform: Platform, after = noId): Promise<string | null> {
  const organ = await portalOrgan(tx, platform.today())
  if (!organ) return null
  const { subscriptions, news, until } = await batchOf(tx, platform, {
    organId: organ.organId,
    way: 'mail',
    after,
  })
  for (const subscription of subscriptions) {
    const own = newsFor(news, subscription, subscription.toldUntil)
    if (own.length > 0) await sendMail(tx, platform.seal, newsLetter(platform, subscription, own))
    await toldUntil(tx, subscription, until)
  }
  return subscriptions.length === inBatch ? (subscriptions.at(-1)?.subscriptionId ?? null) : null
}

/** Calls the webhooks that have news; one that fails is tried again later and later, and in the end given up. */
export async function callWebhooks(tx: Tx, platform: Platform): Promise<void> {
  const organ = await portalOrgan(tx, platform.today())
  if (!organ) return
  await proveWebhooks(tx, platform, organ.organId)
  const { subscriptions, news, until } = await batchOf(tx, platform, {
    organId: organ.organId,
    way: 'webhook',
    after: noId,
  })
  await Promise.all(
    subscriptions.map(async (subscription) => {
      const own = newsFor(news, subscription, subscription.toldUntil)
      if (own.length === 0) return toldUntil(tx, subscription, until)
      return (await isTaken(platform, subscription, own))
        ? toldUntil(tx, subscription, until)
        : tryLater(tx, platform, subscription)
    }),
  )
}

async function isTaken(platform: Platform, { subscriptionId, address }: Subscription, news: readonly News[]) {
  const body = newsCall(subscriptionId, news, platform.now().toISOString())
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-gongkai-signature': hookSignature(secretOf(platform.seal, subscriptionId), body),
  }
  const answer = await postOutside(address, { body, headers }, limits(platform))
  return answer.kind === 'taken'
}

const limits = ({ config }: Platform) => ({ allow: config.intranet ?? [], timeoutMs: 10_000 })

const tryLater = (tx: Tx, platform: Platform, subscription: Subscription) =>
  subscription.failures + 1 >= mostFailures
    ? end(tx, subscription, platform.now().toISOString())
    : failed(tx, subscription, later(platform, Math.min(24 * 60, 5 * 2 ** subscription.failures)))

// Whoever names an address shows that it is theirs: it answers a word of ours with that word.
async function proveWebhooks(tx: Tx, platform: Platform, organId: string): Promise<void> {
  for (const subscription of await unprovenWebhooks(tx, platform.seal, organId)) {
    const word = randomBytes(12).toString('base64url')
    const url = new URL(subscription.address)
    url.searchParams.set('challenge', word)
    const answer = await fetchOutside(url.href, { ...limits(platform), maxBytes: 1000 })
    const isOwn = answer.kind === 'got' && Buffer.from(answer.bytes).toString().trim() === word
    if (isOwn) await confirm(tx, subscription, platform.now().toISOString())
  }
}

/** The jobs: letters each morning, batch after batch; calls to webhooks every few minutes. */
export const subscriptionTasks = (platform: Platform): Record<string, Task> => ({
  [everyMorning]: async (tx, payload) => {
    const { after } = (payload ?? {}) as { after?: string }
    const next = await sendLetters(tx, platform, after)
    const morning = { key: everyMorning, runAt: nextMorning(platform) }
    if (next) await platform.jobs.add(tx, everyMorning, { after: next }, { key: everyMorning })
    else await platform.jobs.add(tx, everyMorning, {}, morning)
  },
  [everyFewMinutes]: async (tx) => {
    await platform.jobs.add(
      tx,
      everyFewMinutes,
      {},
      { key: everyFewMinutes, runAt: later(platform, minutesBetweenCalls) },
    )
    await callWebhooks(tx, platform)
    const organ = await portalOrgan(tx, platform.today())
    if (organ) await forgetUnconfirmed(tx, organ.organId, platform.now().toISOString())
  },
})

/** Leaves both jobs to be run. */
export async function beginSubscriptions(platform: Platform): Promise<void> {
  const { jobs, db } = platform
  await jobs.add(db, everyMorning, {}, { key: everyMorning, runAt: nextMorning(platform) })
  await jobs.add(
    db,
    everyFewMinutes,
    {},
    { key: everyFewMinutes, runAt: later(platform, minutesBetweenCalls) },
  )
}
