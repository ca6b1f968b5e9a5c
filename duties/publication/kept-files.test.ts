import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { appendMany } from '#platform/ledger/ledger.ts'
import { day } from '#time/day.ts'
import { ground } from './desk.cases.ts'
import { givenFor } from './desk.ts'
import { saveItemRows } from './item-store.ts'
import { itemView } from './item-view.ts'
import { checkAllKept, checkKeptBatch } from './kept-files/check.ts'
import { keptFilesFound } from './kept-files/found.ts'
import { countsOf, kindsFound, stopAsking } from './kept-files/queue.ts'
import { whole } from './rules/office.cases.ts'
import { checkOrgan } from './supervision/check.ts'
import { takenOver } from './take-over.ts'

const list = '姓名,身份证号码\n周禾,11010519491231002X\n'

type Made = Awaited<ReturnType<typeof ground>>

/** A page with one attachment as the old site had it, which no gate has seen. */
async function broughtTo({ platform, organId }: Made, n: number, words = list): Promise<string> {
  const [itemId, at] = [randomUUID(), '2024-05-06T02:00:00.000Z']
  const file = { organId, caseId: itemId, name: '发放名单.csv', bytes: Buffer.from(words), sealed: false }
  const stored = await platform.files.store(platform.db, { ...file, by: 'system', at })
  assert.ok(stored.kind === 'stored')
  const { file_id: fileId, name, sha256 } = stored.file
  const item = {
    indexNumber: `990421/2024-0000${n}`,
    content: {
      ...whole,
      title: `旧站的公示${n}`,
      formedOn: day('2024-05-06'),
      files: [{ fileId, name, sha256 }],
    },
    status: 'published',
    publishedAt: at,
    source: '原网站',
    files: [fileId],
  } as const
  const one = { organId, itemId, item, happenedOn: day('2024-05-06'), recordedAt: at, by: 'system' }
  const { fact, row } = takenOver(one, await givenFor(platform, organId))
  await appendMany(platform.db, [fact])
  await saveItemRows(platform.db, [row])
  return itemId
}

async function brought(t: Parameters<typeof ground>[0]) {
  const made = await ground(t)
  const { platform, organId, actor } = made
  const itemId = await broughtTo(made, 1)
  return { ...made, itemId, view: () => itemView(platform, organId, itemId, actor) }
}

test('第十五条: the attachments that came from an old site are put through the gate on demand, and what it finds stands with the item', async (t) => {
  const { itemId, view, done, publish, take } = await brought(t)
  assert.equal((await view())?.keptCheck, null)
  const { warnings } = await done(itemId, 'checkKept')
  assert.deepEqual(warnings, ['旧附件有1处需要处理：请修改后重新发布；涉及隐私、秘密的，先撤下'])
  const told = (await view())?.keptCheck?.findings ?? []
  assert.deepEqual(
    told.map(({ says, severity }) => [says.slice(0, 10), severity]),
    [['附件“发放名单.cs', 'blocks']],
  )
  assert.equal(JSON.stringify(await view()).includes('19491231'), false)
  const own = await take(await publish(), 'checkKept')
  assert.equal(own.kind === 'refused' && own.refusal.code, 'noKeptFiles')
})

test('第十五条: once such an item is amended its attachments are checked like new ones, and it is not submitted with them as they are', async (t) => {
  const { itemId, view, done, take } = await brought(t)
  await done(itemId, 'amend', { reason: '更正' })
  const [finding] = (await view())?.findings ?? []
  assert.deepEqual([finding?.code, finding?.fileName], ['identityNumber', '发放名单.csv'])
  const submitted = await take(itemId, 'submit')
  assert.equal(submitted.kind === 'refused' && submitted.refusal.code, 'gateOpen')
  const again = await take(itemId, 'checkKept')
  assert.equal(again.kind === 'refused' && again.refusal.code, 'keptWithText')
})

test('第十五条: all old attachments of an organ are checked at once: what is found stands in a list by its trouble, and leaves it with the item', async (t) => {
  const made = await ground(t)
  const { platform, organId, actor, publish, done, passAll } = made
  const ids: string[] = []
  for (let n = 1; n <= 3; n++) ids.push(await broughtTo(made, n))
  const clean = await broughtTo(made, 4, '村名,面积（亩）\n青岩村,120\n')
  await publish()
  const amended = await broughtTo(made, 5)
  await done(amended, 'amend', { reason: '更正' })

  const asked = { organId, by: actor.personId }
  const inOne = <T>(work: (tx: Transaction<Database>) => Promise<T>) =>
    platform.db.transaction().execute(work)
  const begin = () => inOne((tx) => checkAllKept(tx, platform, asked))
  const batch = () => inOne((tx) => checkKeptBatch(tx, platform, asked))
  await begin()
  await begin()
  assert.deepEqual([(await countsOf(platform.db, organId)).running, await batch()], [true, true])
  const listed = await countsOf(platform.db, organId)
  assert.deepEqual([listed.waiting, listed.done], [4, 0])
  while (await batch());
  const { running, waiting, found, clean: without } = await countsOf(platform.db, organId)
  assert.deepEqual([running, waiting, found, without], [false, 0, 3, 1])
  assert.deepEqual(await kindsFound(platform.db, organId), [{ label: '居民身份证号码', items: 3 }])
  const page = await keptFilesFound(platform, organId, { what: '居民身份证号码' })
  assert.deepEqual(page.rows.map(({ itemId }) => itemId).toSorted(), ids.toSorted())
  assert.match(page.rows[0]?.findings[0]?.says ?? '', /^附件“发放名单\.csv”第2行/u)
  assert.equal(JSON.stringify(page).includes('19491231'), false)
  assert.deepEqual((await keptFilesFound(platform, organId, { what: '批注' })).rows, [])
  assert.deepEqual((await itemView(platform, organId, clean, actor))?.keptCheck?.findings, [])

  const [first = '', second = '', third = ''] = ids
  await inOne((tx) => checkOrgan(tx, platform, organId, async () => ({ status: 200 })))
  await done(first, 'withdraw', { reason: '有证件号码', note: '内容有误，已撤下' })
  await done(second, 'amend', { reason: '去掉名单' })
  await done(second, 'edit', { ...whole, title: '旧站的公示2', files: [] })
  await passAll(second)
  await done(second, 'release')
  const left = await keptFilesFound(platform, organId, {})
  assert.deepEqual(
    left.rows.map(({ itemId }) => itemId),
    [third],
  )
  await begin()
  while (await batch());
  const facts = await platform.db.selectFrom('fact').select('seq').where('case_id', '=', third).execute()
  assert.equal(facts.length, 2, 'the same findings are recorded once')
  await begin()
  await stopAsking(platform.db, organId)
  assert.equal(await batch(), false)
})

test('第十五条: an attachment that is lost on the disk is listed as one that does not open, and the others are still checked', async (t) => {
  const made = await ground(t)
  const { platform, organId } = made
  const [lost, other] = [await broughtTo(made, 1, '村,户数\n上坪村,3\n'), await broughtTo(made, 2)]
  const file = await platform.db
    .selectFrom('file')
    .select(['file_id', 'stored_at'])
    .where('case_id', '=', lost)
    .executeTakeFirstOrThrow()
  const place = join(platform.config.dataFolder, 'files', organId, file.stored_at.slice(0, 4), file.file_id)
  rmSync(place)
  const asked = { organId, by: 'system' }
  const inOne = <T>(work: (tx: Transaction<Database>) => Promise<T>) =>
    platform.db.transaction().execute(work)
  await inOne((tx) => checkAllKept(tx, platform, asked))
  while (await inOne((tx) => checkKeptBatch(tx, platform, asked)));
  const { rows } = await keptFilesFound(platform, organId, {})
  const says = Object.fromEntries(rows.map(({ itemId, findings }) => [itemId, findings[0]?.says]))
  assert.equal(says[lost], '附件打不开')
  assert.match(says[other] ?? '', /^附件“发放名单\.csv”第2行/u)
})
