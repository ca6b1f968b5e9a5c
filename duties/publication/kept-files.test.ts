import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { appendMany } from '#platform/ledger/ledger.ts'
import { day } from '#time/day.ts'
import { ground } from './desk.cases.ts'
import { givenFor } from './desk.ts'
import { saveItemRows } from './item-store.ts'
import { itemView } from './item-view.ts'
import { whole } from './rules/office.cases.ts'
import { takenOver } from './take-over.ts'

const list = '姓名,身份证号码\n周禾,11010519491231002X\n'

/** A page with one attachment as the old site had it, which no gate has seen. */
async function brought(t: Parameters<typeof ground>[0]) {
  const made = await ground(t)
  const { platform, organId } = made
  const [itemId, at] = [randomUUID(), '2024-05-06T02:00:00.000Z']
  const file = { organId, caseId: itemId, name: '发放名单.csv', bytes: Buffer.from(list), sealed: false }
  const stored = await platform.files.store(platform.db, { ...file, by: 'system', at })
  assert.ok(stored.kind === 'stored')
  const { file_id: fileId, name, sha256 } = stored.file
  const item = {
    indexNumber: '990421/2024-00001',
    content: {
      ...whole,
      title: '旧站的公示',
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
  return { ...made, itemId, view: () => itemView(platform, organId, itemId, made.actor) }
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
