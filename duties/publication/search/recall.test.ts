import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plantDistrict } from '#district/plant.ts'
import { find } from '#platform/search/find.ts'
import { matchCondition, readQuery, tiersOf } from '#platform/search/query.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { itemsChanged } from '../changed.ts'
import { itemSearch } from './indexed.ts'
import { searchItems } from './search.ts'

const drawn = 1000
const shown = 60

/** The same numbers every time. */
function drawing(): () => number {
  let state = 20_261_122
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

test('1,000 stretches of 2 to 8 characters: each document that holds one is found, a withdrawn one never', async (t) => {
  const { platform } = await testPlatform(t, '2026-11-23T01:00:00Z')
  const { db } = platform
  await plantDistrict(platform, { today: platform.today() })
  const rows = await db
    .selectFrom('item_row')
    .select(['organ_id', 'item_id', 'title', 'body', 'status'])
    .execute()
  const published = rows.filter(({ status }) => status === 'published')
  const withdrawn = published.filter((_, i) => i % 97 === 0)
  for (const { organ_id, item_id } of withdrawn)
    await db.transaction().execute(async (tx) => {
      await tx
        .updateTable('item_row')
        .set({ status: 'withdrawn' })
        .where('organ_id', '=', organ_id)
        .where('item_id', '=', item_id)
        .execute()
      await itemsChanged(tx, organ_id, [item_id])
    })
  const gone = new Set(withdrawn.map(({ item_id }) => item_id))
  // Plain text and plain includes: nothing of the search is used to know what it should find.
  const texts = published.map(({ item_id, title, body }) => ({
    itemId: item_id,
    texts: [title, ...body.split(/<[^>]*>/)]
      .map((text) => text.replaceAll('&amp;', '&').trim())
      .filter(Boolean),
  }))
  const holdersOf = (words: string): ReadonlySet<string> =>
    new Set(texts.filter((each) => each.texts.some((one) => one.includes(words))).map(({ itemId }) => itemId))
  const random = drawing()
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const begun = performance.now()
  let found = 0
  for (let n = 0; n < drawn; n++) {
    const text = pick(pick(texts).texts)
    const length = 2 + Math.floor(random() * 7)
    const from = Math.floor(random() * Math.max(1, text.length - length))
    const words = text.slice(from, from + length)
    const query = readQuery(words)
    if (words.trim().length < 2 || query.parts.length === 0) continue
    const holders = [...holdersOf(words)]
    const ask = {
      condition: matchCondition(query),
      tiers: n % 2 ? tiersOf(query) : [],
      fields: {},
      limit: 10_000,
    }
    const { hits } = await find(db, itemSearch, { ...ask, withCounts: false })
    const ids = new Set(hits.map(({ itemId }) => itemId))
    assert.equal(ids.size, hits.length, `${words}: nothing is found twice`)
    const missed = holders.filter((itemId) => !gone.has(itemId) && !ids.has(itemId))
    assert.deepEqual(missed, [], `${words}: found ${hits.length} of ${holders.length}`)
    assert.ok(!hits.some(({ itemId }) => gone.has(itemId)), `${words}: a withdrawn item was found`)
    found += holders.length
    if (n % 20 === 0) await checkPages(words, new Set(holders))
  }
  // What most of the newest years' documents hold is not counted one by one, and its pages reach across the years.
  for (const words of ['02', '20']) await checkPages(words, holdersOf(words))
  t.diagnostic(`${found} holders of ${drawn} stretches, ${Math.round(performance.now() - begun)} ms`)

  // The pages that people see, one after the other, hold the same.
  async function checkPages(words: string, holders: ReadonlySet<string>): Promise<void> {
    const seen = new Set<string>()
    let after: string | undefined
    for (let page = 0; page < 200; page++) {
      const answer = await searchItems(db, { words, limit: shown, today: platform.today(), after })
      for (const { itemId } of answer.entries) {
        assert.ok(!seen.has(itemId), `${words}: twice on the pages`)
        seen.add(itemId)
      }
      if (answer.next === null) break
      after = answer.next
    }
    const missed = [...holders].filter((id) => !gone.has(id) && !seen.has(id))
    assert.deepEqual(missed, [], `${words}: missing on the pages`)
  }
})
