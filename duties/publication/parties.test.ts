import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { ground, typed } from './desk.cases.ts'
import { keepItemFile } from './files.ts'
import { itemView } from './item-view.ts'
import { mendItem } from './mend.ts'
import { publicationTasks } from './tasks.ts'

test('第十五条: the names that an item carries are stopped in its text and its attachments, and masked there', async (t) => {
  const { platform, organId, actor, draft, done, take } = await ground(t)
  const itemId = await draft({ body: '<p>对当事人周 青禾作出处罚。</p>' })
  const other = await draft({ body: '<p>对当事人周青禾作出处罚。</p>' })
  const bytes = Buffer.from('当事人,罚款\n周青禾,200')
  const file = { organId, itemId, name: '处罚清单.csv', bytes, by: actor.personId }
  const kept = await keepItemFile(platform, file)
  assert.ok(kept.kind === 'kept')
  await done(itemId, 'edit', { ...typed, body: '<p>对当事人周 青禾作出处罚。</p>', files: [kept.fileId] })
  await done(itemId, 'nameParties', { names: '周青禾\n周青禾\n白溪' })
  const view = await itemView(platform, organId, itemId, actor)
  assert.deepEqual(view?.parties, ['周青禾', '白溪'])
  assert.deepEqual(
    view?.findings?.map(({ code, part }) => [code, part]),
    [
      ['caseName', 'body'],
      ['caseName', 'file'],
    ],
  )
  const refused = await take(itemId, 'submit')
  assert.equal(refused.kind === 'refused' && refused.refusal.code, 'gateOpen')
  // Another item of the same organ knows nothing of these names.
  assert.deepEqual((await itemView(platform, organId, other, actor))?.findings, [])
  const mends = view?.findings?.map(({ key }) => ({ key, mend: 'mask' })) ?? []
  const mended = await mendItem(platform, organId, itemId, actor, {
    askId: randomUUID(),
    seenSeq: view?.seq ?? 0,
    mends,
  })
  assert.equal(mended.kind, 'done', JSON.stringify(mended))
  const after = await itemView(platform, organId, itemId, actor)
  assert.deepEqual([after?.findings, after?.working?.body], [[], '<p>对当事人周某某作出处罚。</p>'])
  await done(itemId, 'submit')
})

test('the names are sealed: in no fact, no row and no timeline; who audits does not see them; those taken back are erased', async (t) => {
  const { platform, database, organId, actor, actorAs, draft, done, take } = await ground(t)
  const itemId = await draft()
  await done(itemId, 'nameParties', { names: ['周青禾'] })
  await done(itemId, 'nameParties', { names: ['白溪', '江岚'] })
  const auditor = await itemView(platform, organId, itemId, actorAs(['auditor']))
  assert.equal(auditor?.parties, null)
  const told = auditor?.timeline
    .filter(({ type }) => type === 'partiesNamed')
    .map(({ lines }) => lines[0]?.text)
  assert.deepEqual(told, ['1人', '2人'])
  const everything = await sql<{ words: string }>`
    select jsonb_agg(f)::text || (select jsonb_agg(i)::text from item_row i)
      || (select jsonb_agg(s)::text from sealed s) as words from fact f`.execute(database.db)
  assert.doesNotMatch(everything.rows[0]?.words ?? '', /周青禾|白溪|江岚/)
  const sealed = await platform.db.selectFrom('sealed').select('ciphertext').orderBy('sealed_id').execute()
  assert.deepEqual(
    sealed.map(({ ciphertext }) => ciphertext === null),
    [true, false],
  )
  await done(itemId, 'nameParties', { names: '' })
  assert.deepEqual((await itemView(platform, organId, itemId, actor))?.parties, [])
  const short = await take(itemId, 'nameParties', { names: ['周'] })
  assert.equal(short.kind === 'invalid' && short.errors[0]?.message, '姓名应当为2至40个字，每行一个')
  const auditing = await take(itemId, 'nameParties', { names: ['周青禾'] }, actorAs(['auditor']))
  assert.equal(auditing.kind === 'refused' && auditing.refusal.code, 'roleWrong')
})

test('a scheduled release looks for the names that the item carries by then', async (t) => {
  const { platform, organId, draft, passAll, done, at } = await ground(t)
  const itemId = await draft({ body: '<p>由周青禾负责联系。</p>' })
  await passAll(itemId)
  await done(itemId, 'schedule', { releaseAt: '2026-03-05 09:00' })
  await done(itemId, 'nameParties', { names: ['周青禾'] })
  at('2026-03-05T01:00:00Z')
  const tasks = publicationTasks(platform, async () => ({ status: 404, body: '' }))
  await platform.db
    .transaction()
    .execute(async (tx) => tasks['publication.release']?.(tx, { organId, itemId }))
  const row = await platform.db.selectFrom('item_row').select('stage').executeTakeFirst()
  assert.equal(row?.stage, 'approved')
})
