import { type Kysely, sql } from 'kysely'
import type { ItemEntry } from '#duties/publication/contract.ts'
import { publishedAnswers } from '#duties/publication/search/desk.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Day } from '#time/day.ts'
import { wordsToFind } from './rules/words-to-find.ts'

type Db = Kysely<Database>

const shown = 5

/**
 * What is already published and may be what a person is about to ask for, at most five: all the words of the title,
 * else its two longest.
 */
export async function publishedLike(db: Db, title: string, today: Day): Promise<ItemEntry[]> {
  for (const words of wordsToFind(title)) {
    const found = await publishedAnswers(db, words, { limit: shown, today })
    if (found.length > 0) return found
  }
  return []
}

/** What was shown to somebody who was about to ask, and whether it answered them. */
export interface Offer {
  organId: string
  /** One for each form: somebody who goes back and forth counts once. */
  offerId: string
  on: Day
  items: number
  /** Left out while nothing was said. */
  answered?: boolean
  itemId?: string
}

/** Writes down an offer, or what was said to it. Who it was and what they typed is not kept. */
export async function recordOffer(db: Db, offer: Offer): Promise<void> {
  const said = { answered: offer.answered ?? null, item_id: offer.itemId ?? null }
  await db
    .insertInto('request_offer')
    .values({
      organ_id: offer.organId,
      offer_id: offer.offerId,
      offered_on: offer.on,
      items: offer.items,
      ...said,
    })
    .onConflict((conflict) =>
      conflict.columns(['organ_id', 'offer_id']).doUpdateSet({ items: offer.items, ...said }),
    )
    .execute()
}

/** Of a year: to how many people something published was shown, and how many of them it answered. */
export interface Offers {
  shown: number
  answered: number
}

/** How often what was published made a request needless, at one organ in a year. */
export async function offersOf(db: Db, organId: string, year: number): Promise<Offers> {
  const row = await db
    .selectFrom('request_offer')
    .select([
      sql<number>`count(*)::int`.as('shown'),
      sql<number>`(count(*) filter (where answered))::int`.as('answered'),
    ])
    .where('organ_id', '=', organId)
    .where('offered_on', '>=', `${year}-01-01`)
    .where('offered_on', '<=', `${year}-12-31`)
    .executeTakeFirst()
  return row ?? { shown: 0, answered: 0 }
}
