import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testOrgan } from '#platform/http/testing.ts'
import { appendMany } from '#platform/ledger/ledger.ts'
import { verify } from '#platform/ledger/verify.ts'
import { day } from '#time/day.ts'
import { comparison } from './compare.ts'
import { ground } from './desk.cases.ts'
import { givenFor, officerContext, takeItemStep } from './desk.ts'
import { draftItem } from './draft-item.ts'
import { keepItemFile } from './files.ts'
import { inbox, itemCounts, itemList } from './item-list.ts'
import { autosave, itemRowOf, saveItemRows } from './item-store.ts'
import { itemView } from './item-view.ts'
import { mendItem } from './mend.ts'
import { rebuildItems } from './rebuild.ts'
import { whole } from './rules/office.cases.ts'
import { itemAt } from './store.ts'
import { takenOver } from './take-over.ts'

test('第十七、二十六条: a draft goes through secrecy review and three levels, is frozen, released and read', async (t) => {
  const { platform, organId, actor, draft, passAll, done } = await ground(t)
  const itemId = await draft()
  const row = await itemRowOf(platform.db, organId, itemId)
  assert.deepEqual(
    [row?.stage, row?.status, row?.due_on, row?.index_number.slice(-10)],
    ['draft', 'draft', '2026-03-30', '2026-00001'],
  )
  await passAll(itemId)
  assert.equal((await itemView(platform, organId, itemId, actor))?.stage, 'approved')
  const { warnings } = await done(itemId, 'release')
  assert.deepEqual(warnings, [])
  const item = await itemAt(platform.db, 'MZ', '2026-00001', day('2026-03-02'))
  assert.equal(item?.title, '关于调整农村低保标准的通知')
  const view = await itemView(platform, organId, itemId, actor)
  assert.deepEqual([view?.stage, view?.version, view?.address], ['published', 1, '/items/MZ/2026-00001'])
  assert.deepEqual((await verify(platform.db)).broken, [])
})

test('第二十六条: what is released after its day is told to be late', async (t) => {
  const { at, draft, passAll, done, platform, organId, actor } = await ground(t)
  const itemId = await draft()
  await passAll(itemId)
  at('2026-03-31T01:00:00Z')
  const late = await itemList(platform, organId, actor, { view: 'late' })
  assert.deepEqual(
    late.rows.map((row) => [row.itemId, row.workingDaysLeft, row.waitingFor]),
    [[itemId, -1, '发布人']],
  )
  const { warnings } = await done(itemId, 'release')
  assert.deepEqual(warnings, ['公开期限已于2026年3月30日届满，本次公开逾期'])
})

test('an identity number stops the text at the gate, is masked, and the text goes on', async (t) => {
  const { draft, take, done, platform, organId, actor } = await ground(t)
  const itemId = await draft({ body: '<p>申请人身份证号码11010519491231002X。</p>' })
  const refused = await take(itemId, 'submit')
  assert.equal(refused.kind === 'refused' && refused.refusal.code, 'gateOpen')
  const view = await itemView(platform, organId, itemId, actor)
  const [finding] = view?.findings ?? []
  assert.equal(finding?.code, 'identityNumber')
  assert.equal(JSON.stringify(view?.findings).includes('19491231'), false)
  const mended = await mendItem(platform, organId, itemId, actor, {
    askId: randomUUID(),
    seenSeq: 1,
    mends: [{ key: finding?.key ?? '', mend: 'mask' }],
  })
  assert.equal(mended.kind, 'done')
  await done(itemId, 'submit')
  const after = await itemView(platform, organId, itemId, actor)
  assert.equal(after?.working?.body.includes('19491231'), false)
})

test('the fields of its kind go through the gate as the text does, and are masked in their place', async (t) => {
  const { draft, platform, organId, actor } = await ground(t)
  const extra = { registerNumber: '清规登11010519491231002X号' }
  const itemId = await draft({ kind: 'normative', extra })
  const [finding] = (await itemView(platform, organId, itemId, actor))?.findings ?? []
  assert.deepEqual([finding?.part, finding?.place.slice(0, 4)], ['extra', '登记编号'])
  const mends = [{ key: finding?.key ?? '', mend: 'mask' }]
  await mendItem(platform, organId, itemId, actor, { askId: randomUUID(), seenSeq: 1, mends })
  const after = await itemView(platform, organId, itemId, actor)
  assert.equal(after?.working?.extra.registerNumber, '清规登1101**********002X号')
  assert.deepEqual(after?.findings, [])
})

test('a finding passed over carries the name and the reason of who did it, into the next text only if it is the same finding', async (t) => {
  const { draft, done, take, platform, organId, actor } = await ground(t)
  const itemId = await draft({ body: '<p>联系电话15400000001。</p>' })
  const [finding] = (await itemView(platform, organId, itemId, actor))?.findings ?? []
  assert.equal(finding?.severity, 'blocks')
  await done(itemId, 'overrideFinding', { key: finding?.key, reason: '本人书面同意公开' })
  const seen = (await itemView(platform, organId, itemId, actor))?.findings?.[0]
  assert.deepEqual(seen?.overridden, { by: '人员lan', reason: '本人书面同意公开' })
  await done(itemId, 'submit')
  await done(itemId, 'recall')
  await done(itemId, 'edit', {
    title: '通知',
    body: '<p>联系电话15400000002。</p>',
    catalogue: '20-11',
    formedOn: '2026-03-02',
  })
  const refused = await take(itemId, 'submit')
  assert.equal(refused.kind === 'refused' && refused.refusal.code, 'gateOpen')
})

test('while a copy is amended and reviewed the page stays as it is; every version is kept and compared', async (t) => {
  const { publish, done, passAll, platform, organId, actor, at } = await ground(t)
  const itemId = await publish()
  at('2026-03-10T01:00:00Z')
  await done(itemId, 'amend', { reason: '标准有误' })
  await done(itemId, 'edit', {
    title: '关于调整农村低保标准的通知',
    body: '<p>自2026年4月1日起，农村低保标准调整为每人每月850元。</p><p>请各乡镇抓好落实。</p>',
    catalogue: '20-11',
    formedOn: '2026-03-02',
  })
  const read = async () => (await itemAt(platform.db, 'MZ', '2026-00001', day('2026-03-10')))?.body ?? ''
  assert.match(await read(), /820元/)
  const amending = await itemView(platform, organId, itemId, actor)
  assert.deepEqual([amending?.stage, amending?.due.on], ['amending', '2026-04-08'])
  await passAll(itemId)
  assert.match(await read(), /820元/)
  await done(itemId, 'release')
  assert.match(await read(), /850元/)
  const view = await itemView(platform, organId, itemId, actor)
  const seqs = view?.revisions.filter(({ version }) => version !== null).map(({ seq }) => seq) ?? []
  const compared = await comparison(platform, organId, itemId, [seqs[0] ?? 0, seqs[1] ?? 0])
  assert.deepEqual(
    compared?.lines.map(({ how }) => how),
    ['gone', 'new', 'same'],
  )
  assert.equal(view?.publishedAt, '2026-03-02T01:00:00.000Z')
})

test('an attachment is sealed until it is released, and again out of reach once an amendment drops it', async (t) => {
  const { draft, passAll, done, platform, organId, actor } = await ground(t)
  const itemId = await draft()
  const kept = await keepItemFile(platform, {
    organId,
    itemId,
    name: '标准.txt',
    bytes: Buffer.from('每人每月820元'),
    by: actor.personId,
  })
  assert.ok(kept.kind === 'kept')
  const content = { title: '通知', body: '<p>见附件。</p>', catalogue: '20-11', formedOn: '2026-03-02' }
  await done(itemId, 'edit', { ...content, files: [kept.fileId] })
  const read = () => itemAt(platform.db, 'MZ', '2026-00001', day('2026-03-02'))
  const shown = await itemView(platform, organId, itemId, actor)
  for (const { key, severity } of shown?.findings ?? [])
    if (severity === 'blocks') await done(itemId, 'overrideFinding', { key, reason: '已人工检查' })
  await passAll(itemId, [kept.fileId])
  assert.equal(await read(), undefined)
  await done(itemId, 'release')
  const files = (await read())?.files ?? []
  assert.deepEqual(
    files.map(({ name, fileId }) => [name, fileId === kept.fileId]),
    [['标准.txt', false]],
  )
  await done(itemId, 'amend', { reason: '不再附表' })
  await done(itemId, 'edit', content)
  await passAll(itemId)
  await done(itemId, 'release')
  assert.deepEqual((await read())?.files, [])
})

test('a step sent twice is recorded once; two people at once: the second sees what the first did', async (t) => {
  const { draft, take, platform, organId, actor, actorAs } = await ground(t)
  const itemId = await draft()
  const given = await givenFor(platform, organId)
  const context = officerContext(platform, given, actor, organId)
  const sent = { askId: randomUUID(), seenSeq: 1, ask: { text: '催办' } }
  const send = () => takeItemStep(platform, organId, itemId, 'note', sent, context, given.gate)
  await Promise.all([send(), send()])
  assert.equal((await send()).kind, 'done')
  assert.equal((await itemRowOf(platform.db, organId, itemId))?.seq, 2)
  const stale = await takeItemStep(
    platform,
    organId,
    itemId,
    'note',
    { ...sent, askId: randomUUID() },
    context,
    given.gate,
  )
  assert.equal(stale.kind === 'refused' && stale.refusal.code, 'changedMeanwhile')
  const wrong = await take(itemId, 'release', {}, actorAs(['informationOfficer']))
  assert.equal(wrong.kind === 'refused' && wrong.refusal.code, 'roleWrong')
})

test('第十八条: what is withheld waits in the list of its organ for the day of its next review', async (t) => {
  const { draft, take, done, actorAs, platform, organId, actor, at } = await ground(t)
  const itemId = await draft({ attribute: 'withheld', ground: 'process', groundWords: '会议讨论记录' })
  await done(itemId, 'submit')
  for (const who of ['reviewer', 'leader', 'publisher'] as const)
    await take(itemId, 'review', { passed: true, opinion: '同意' }, actorAs([who]))
  assert.equal((await itemView(platform, organId, itemId, actor))?.withheld?.reviewOn, '2027-03-02')
  assert.equal((await itemCounts(platform, organId, actor)).review, 0)
  at('2027-03-02T01:00:00Z')
  assert.equal((await itemCounts(platform, organId, actor)).review, 1)
  const waiting = async (who: typeof actor) => (await inbox(platform, who, {})).rows.map((row) => row.itemId)
  assert.deepEqual(await waiting(actorAs(['officeHead'])), [itemId])
  assert.deepEqual(await waiting(actorAs(['publisher'])), [])
  await done(itemId, 'reviewWithheld', { stays: false, opinion: '决策已经公布，可以公开' })
  const view = await itemView(platform, organId, itemId, actor)
  assert.deepEqual([view?.stage, view?.working?.attribute], ['draft', 'active'])
})

test('a draft sent twice at once is one item, and no index number is lost', async (t) => {
  const { platform, organId, actor, draft } = await ground(t)
  const itemId = randomUUID()
  const content = { title: '通知', body: '<p>正文</p>' }
  const send = () => draftItem(platform, organId, actor, { itemId, content })
  const [one, other] = await Promise.all([send(), send()])
  assert.deepEqual([one.kind, other.kind], ['done', 'done'])
  const next = await draft()
  assert.match((await itemRowOf(platform.db, organId, next))?.index_number ?? '', /2026-00002$/)
})

test('the days of an interpretation run from the release of its document, whenever that is', async (t) => {
  const { platform, organId, draft, passAll, done } = await ground(t)
  const document = await draft({ kind: 'normative', catalogue: '20-01' })
  const itemId = await draft({ kind: 'interpretation', interprets: document })
  const dueOn = async () => (await itemRowOf(platform.db, organId, itemId))?.due_on
  assert.equal(await dueOn(), '2026-03-30')
  await done(document, 'submit')
  await done(document, 'legalReview', { passed: true, opinion: '合法' })
  await done(document, 'recall')
  await passAll(document)
  await done(document, 'legalReview', { passed: true, opinion: '合法' })
  await done(document, 'release')
  assert.equal(await dueOn(), '2026-03-05')
})

test('an item taken over is amended and withdrawn at the desk as one that was drafted here', async (t) => {
  const { platform, organId, actor, passAll, done } = await ground(t)
  const [itemId, at] = [randomUUID(), '2024-05-06T02:00:00.000Z']
  const content = { ...whole, title: '旧站的通知', formedOn: day('2024-05-06') }
  const item = {
    indexNumber: '990421/2024-00001',
    content,
    status: 'published',
    publishedAt: at,
    source: '旧站',
  } as const
  const one = { organId, itemId, item, happenedOn: day('2024-05-06'), recordedAt: at, by: 'system' }
  const { fact, row } = takenOver(one, await givenFor(platform, organId))
  await appendMany(platform.db, [fact])
  await saveItemRows(platform.db, [row])
  await done(itemId, 'amend', { reason: '更正' })
  await done(itemId, 'edit', { ...content, title: '更正后的通知', files: [] })
  await passAll(itemId)
  await done(itemId, 'release')
  const view = await itemView(platform, organId, itemId, actor)
  assert.deepEqual([view?.stage, view?.version, view?.publishedAt], ['published', 2, at])
  await done(itemId, 'withdraw', { reason: '过期', note: '已过期，撤下' })
  assert.equal((await itemRowOf(platform.db, organId, itemId))?.note, '已过期，撤下')
  assert.deepEqual((await verify(platform.db)).broken, [])
})

test('one inbox over all organs where a person holds a role, and nothing of any other', async (t) => {
  const { platform, county, organId, actorAs, draft, done } = await ground(t)
  const other = await testOrgan(platform.db, 'JY', county)
  const itemId = await draft()
  await done(itemId, 'submit')
  const elsewhere = randomUUID()
  const content = { title: '校历', body: '<p>九月一日开学。</p>', catalogue: '20-11' }
  await draftItem(platform, other, actorAs([]), { itemId: elsewhere, content })
  const both = {
    ...actorAs([]),
    holdings: [
      { organId, role: 'secrecyReviewer' as const },
      { organId: other, role: 'informationOfficer' as const },
    ],
  }
  const rows = async (who: typeof both) =>
    (await inbox(platform, who, {})).rows.map((row) => row.itemId).sort()
  assert.deepEqual(await rows(both), [itemId, elsewhere].sort())
  assert.deepEqual(await rows({ ...both, holdings: [{ organId, role: 'secrecyReviewer' }] }), [itemId])
  assert.deepEqual(await rows({ ...both, holdings: [] }), [])
})

test('a list goes on by key in every order and neither repeats nor skips an item', async (t) => {
  const { platform, organId, actor, draft } = await ground(t)
  const ids: string[] = []
  for (let i = 0; i < 7; i++) ids.push(await draft({ title: `通知${i}`, formedOn: `2026-02-${10 + i}` }))
  for (const sort of ['touched', 'due', 'formed'] as const) {
    const found: string[] = []
    let after: string | undefined
    do {
      const page = await itemList(platform, organId, actor, { sort, limit: 3, ...(after ? { after } : {}) })
      found.push(...page.rows.map((row) => row.itemId))
      after = page.next ?? undefined
    } while (after)
    assert.deepEqual([...found].sort(), [...ids].sort(), sort)
  }
  const { rows } = await itemList(platform, organId, actor, { q: '通知3' })
  assert.deepEqual(
    rows.map(({ title }) => title),
    ['通知3'],
  )
})

test('what a person types is kept beside what is saved, and gone once it is saved', async (t) => {
  const { platform, organId, actor, draft, done } = await ground(t)
  const itemId = await draft()
  const at = platform.now().toISOString()
  const save = { organId, itemId, personId: actor.personId, seenSeq: 1, content: { title: '写到一半' }, at }
  await autosave(platform.db, save)
  assert.equal((await itemView(platform, organId, itemId, actor))?.autosaved?.content.title, '写到一半')
  await done(itemId, 'edit', { title: '写完了', body: '<p>正文</p>' })
  const view = await itemView(platform, organId, itemId, actor)
  assert.deepEqual([view?.title, view?.autosaved], ['写完了', null])
})

test('rebuild writes the very same rows again from the facts alone', async (t) => {
  const { platform, database, publish, draft, done } = await ground(t)
  const itemId = await publish()
  await done(itemId, 'withdraw', { reason: '内容有误', note: '内容有误，已撤下' })
  await publish()
  await draft()
  const all = () => platform.db.selectFrom('item_row').selectAll().orderBy('item_id').execute()
  const before = await all()
  await sql`update item_row set title = '', stage = '', seq = 0, waiting = '{}'`.execute(database.db)
  assert.equal(await rebuildItems(platform), 3)
  assert.deepEqual(await all(), before)
})
