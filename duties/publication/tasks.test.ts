import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { day } from '#time/day.ts'
import { ground } from './desk.cases.ts'
import { factsOf } from './desk.ts'
import { itemRowOf } from './item-store.ts'
import { itemView } from './item-view.ts'
import { itemAt, itemPage } from './store.ts'
import { publicationTasks } from './tasks.ts'
import type { Visit } from './withdrawal.ts'

const nowhere: Visit = async () => ({ status: 404, body: '' })

async function office(t: Parameters<typeof ground>[0], visit: Visit = nowhere) {
  const made = await ground(t)
  const { platform, organId } = made
  const tasks = publicationTasks(platform, visit)
  const run = (name: 'publication.release' | 'publication.prove', itemId: string) =>
    platform.db.transaction().execute(async (tx) => tasks[name]?.(tx, { organId, itemId }))
  return { ...made, run }
}

test('what is scheduled is released by the program when its time has come, and not before', async (t) => {
  const { draft, passAll, done, run, at, platform, organId } = await office(t)
  const itemId = await draft()
  await passAll(itemId)
  await done(itemId, 'schedule', { releaseAt: '2026-03-05 09:00' })
  await run('publication.release', itemId)
  assert.equal((await itemRowOf(platform.db, organId, itemId))?.stage, 'scheduled')
  at('2026-03-05T01:00:00Z')
  await run('publication.release', itemId)
  await run('publication.release', itemId)
  const row = await itemRowOf(platform.db, organId, itemId)
  assert.deepEqual(
    [row?.stage, row?.published_at, row?.version],
    ['published', '2026-03-05T01:00:00.000Z', 1],
  )
})

test('a scheduled release that the gate now refuses stays undone, and the reason stands in the item', async (t) => {
  const { draft, passAll, done, run, at, platform, organId, actor } = await office(t)
  const itemId = await draft({ body: '<p>联系人电话15400000001。</p>' })
  const [finding] = (await itemView(platform, organId, itemId, actor))?.findings ?? []
  await done(itemId, 'overrideFinding', { key: finding?.key, reason: '本人同意' })
  await passAll(itemId)
  await done(itemId, 'schedule', { releaseAt: '2026-03-05 09:00' })
  const value = JSON.stringify({ caseNames: ['联系人'] })
  await platform.db
    .insertInto('organ_setting')
    .values({ organ_id: organId, name: 'gate', value, changed_by: null })
    .execute()
  at('2026-03-05T01:00:00Z')
  await run('publication.release', itemId)
  const facts = await factsOf(platform.db, organId, itemId)
  const last = facts.at(-1)?.fact
  assert.equal(last?.type, 'unscheduled')
  assert.match(last?.type === 'unscheduled' ? last.reason : '', /^没有按时发布：发布前检查还有1处没有处理/)
  assert.equal(await itemAt(platform.db, 'MZ', '2026-00001', day('2026-03-05')), undefined)
})

test('the proof of a withdrawal names every place; one that still leads to the item leaves it unproven, to be asked again', async (t) => {
  const asked: string[] = []
  const visit: Visit = async (address) => {
    asked.push(address)
    if (address.startsWith('/items/MZ/')) return { status: 410, body: '' }
    if (address.startsWith('/search')) return { status: 200, body: '<a href="/items/MZ/2026-00001">公示</a>' }
    // Another item whose number only begins alike.
    return { status: 200, body: '<a href="/items/MZ/2026-000012">另一条</a>' }
  }
  const { publish, done, run, platform, organId } = await office(t, visit)
  await sql`INSERT INTO page_server VALUES (gen_random_uuid(), 'qx-1 42', now() + interval '1 day')`.execute(
    platform.db,
  )
  const itemId = await publish()
  await done(itemId, 'withdraw', { reason: '有误', note: '有误，已撤下' })
  await run('publication.prove', itemId)
  const last = (await factsOf(platform.db, organId, itemId)).at(-1)?.fact
  assert.ok(last?.type === 'withdrawalChecked')
  assert.ok(last.places.some(({ place, gone }) => place === '服务进程 qx-1 42 的缓存' && gone))
  assert.deepEqual(
    last.places.filter(({ gone }) => !gone).map(({ place }) => place),
    ['检索'],
  )
  for (const place of ['/sitemap.xml', '/feeds/items.atom', '/organs/MZ', '/'])
    assert.ok(asked.includes(place), place)
})

test('drafts, what is withheld and what is withdrawn are on no list of the portal and at no address', async (t) => {
  const { platform, publish, draft, done, take, actorAs } = await office(t)
  const withdrawn = await publish()
  await done(withdrawn, 'withdraw', { reason: '有误', note: '有误' })
  await draft()
  const withheld = await draft({ attribute: 'withheld', ground: 'internal', groundWords: '值班安排' })
  await done(withheld, 'submit')
  for (const who of ['reviewer', 'leader', 'publisher'] as const)
    await take(withheld, 'review', { passed: true, opinion: '同意' }, actorAs([who]))
  assert.deepEqual((await itemPage(platform.db, { limit: 9, today: day('2026-03-02') })).entries, [])
  for (const n of [1, 2, 3])
    assert.equal(await itemAt(platform.db, 'MZ', `2026-0000${n}`, day('2026-03-02')), undefined)
})
