import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Role } from '#law/roles.ts'
import { verify } from '#platform/ledger/verify.ts'
import { opinionErrors, passTogether } from './batch.ts'
import { ground } from './desk.cases.ts'
import { inbox } from './item-list.ts'
import { itemRowOf } from './item-store.ts'
import { itemView } from './item-view.ts'
import type { BatchName } from './rules/batch.ts'

async function office(t: Parameters<typeof ground>[0]) {
  const made = await ground(t)
  const { platform, organId, actorAs } = made
  const faults: unknown[] = []
  const pass = async (at: BatchName, items: readonly { itemId: string; seenSeq: number }[], roles: Role[]) =>
    passTogether(
      platform,
      { organId, actor: actorAs(roles), at, onFault: (fault) => faults.push(fault) },
      { opinion: '同意公开', items: items.map((item) => ({ ...item, askId: randomUUID() })) },
    )
  const seen = async (itemId: string) => ({
    itemId,
    seenSeq: (await itemRowOf(platform.db, organId, itemId))?.seq ?? 0,
  })
  const reviewed = async (itemId: string) => {
    await made.done(itemId, 'submit')
    await made.done(itemId, 'secrecyReview', { passed: true, opinion: '不涉密', checked: ['text'] })
    return itemId
  }
  return { ...made, pass, seen, reviewed, faults }
}

test('several items are passed with one opinion; each is judged by itself, and none is lost', async (t) => {
  const { platform, organId, actor, draft, done, take, actorAs, pass, seen, reviewed, faults } =
    await office(t)
  const [one, other, moved, drafted] = [
    await reviewed(await draft()),
    await reviewed(await draft()),
    await reviewed(await draft()),
    await draft(),
  ]
  const asSeen = await Promise.all([one, other, moved, drafted].map(seen))
  await take(moved, 'review', { passed: true, opinion: '同意' }, actorAs(['reviewer']))
  const nobody = { itemId: randomUUID(), seenSeq: 1 }
  const { passed, refused } = await pass('officer', [...asSeen, nobody], ['reviewer'])
  assert.deepEqual(
    passed.map(({ itemId }) => itemId),
    [one, other],
  )
  assert.deepEqual(
    refused.map(({ itemId, sentence }) => [itemId, sentence]),
    [
      [moved, '其他人刚刚办理了这条信息，请查看后再办理；您填写的内容没有丢失'],
      [drafted, '这条信息现在不在初审环节，请刷新后再办理'],
      [nobody.itemId, '没有找到这条信息'],
    ],
  )
  const { timeline } = (await itemView(platform, organId, one, actor)) ?? { timeline: [] }
  assert.deepEqual(timeline.at(-1)?.lines[1], { label: '意见', text: '同意公开' })
  await done(moved, 'note', { text: '已阅' })
  assert.deepEqual([(await verify(platform.db)).broken, faults], [[], []])
})

test('第十七条: who does not hold the level passes nothing, and who wrote a text does not where the organ says so', async (t) => {
  const { platform, organId, draft, pass, seen, reviewed } = await office(t)
  const itemId = await reviewed(await draft())
  const wrong = await pass('officer', [await seen(itemId)], ['publisher'])
  assert.deepEqual(wrong.refused[0]?.sentence, '没有等待您审核的稿件')
  const value = JSON.stringify({ fourEyes: true })
  await platform.db
    .insertInto('organ_setting')
    .values({ organ_id: organId, name: 'publication', value, changed_by: null })
    .execute()
  const own = await pass('officer', [await seen(itemId)], ['reviewer'])
  assert.match(own.refused[0]?.sentence ?? '', /^稿件由您撰写/)
  assert.deepEqual(opinionErrors('officer', ' ').length, 1)
  assert.deepEqual(opinionErrors('release', ''), [])
})

test('several are released through the gate: the one that it stops stays, the others are public', async (t) => {
  const { platform, organId, actor, draft, done, passAll, pass, seen } = await office(t)
  const clean = await draft()
  const dirty = await draft({ body: '<p>由周青禾负责联系。</p>' })
  for (const itemId of [clean, dirty]) await passAll(itemId)
  await done(dirty, 'nameParties', { names: ['周青禾'] })
  const waiting = await inbox(platform, actor, { at: 'release' })
  assert.deepEqual(waiting.rows.map(({ itemId }) => itemId).sort(), [clean, dirty].sort())
  const { passed, refused } = await pass('release', [await seen(clean), await seen(dirty)], ['publisher'])
  assert.deepEqual([passed[0]?.itemId, refused[0]?.itemId], [clean, dirty])
  assert.match(refused[0]?.sentence ?? '', /^发布前检查还有1处没有处理：正文第1段第2字：本件当事人姓名/)
  assert.equal(refused[0]?.cites?.place, '第十五条')
  assert.equal((await itemRowOf(platform.db, organId, clean))?.stage, 'published')
  assert.deepEqual(
    (await inbox(platform, actor, { at: 'release' })).rows.map(({ itemId }) => itemId),
    [dirty],
  )
})

test('what was open before the column was there stands where the fold says', async (t) => {
  const { platform, database, draft, done, passAll, publish, actorAs, take, reviewed } = await office(t)
  await draft()
  await done(await draft(), 'submit')
  const led = await reviewed(await draft())
  for (const role of ['reviewer', 'leader'] as const)
    await take(led, 'review', { passed: true, opinion: '同意' }, actorAs([role]))
  await passAll(await draft())
  const amended = [await publish(), await publish(), await publish()]
  for (const itemId of amended) await done(itemId, 'amend', { reason: '更正' })
  await passAll(amended[0] ?? '')
  await reviewed(amended[1] ?? '')
  const scheduled = await draft()
  await passAll(scheduled)
  await done(scheduled, 'schedule', { releaseAt: '2026-03-05 09:00' })
  const all = () =>
    platform.db.selectFrom('item_row').select(['item_id', 'stands_at']).orderBy('item_id').execute()
  const folded = await all()
  assert.deepEqual(folded.map(({ stands_at }) => stands_at.join()).sort(), [
    ...['', '', '', 'officer', 'publisher', 'release', 'release', 'secrecy,officer'],
  ])
  const [, backfill = ''] = readFileSync('migrations/0047-standing.sql', 'utf8').split(/;\n\n(?=WITH)/)
  await sql`update item_row set stands_at = '{}'`.execute(database.db)
  await sql.raw(backfill).execute(database.db)
  assert.deepEqual(await all(), folded)
})
