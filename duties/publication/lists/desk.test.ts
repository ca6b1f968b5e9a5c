import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileReport } from '#duties/annual-report/compile-store.ts'
import { addEntry } from '#duties/annual-report/entries.ts'
import type { Platform } from '#platform/platform.ts'
import { ground } from '../desk.cases.ts'
import { givenFor } from '../desk.ts'
import { itemRowOf } from '../item-store.ts'
import { saveSettings } from '../settings-store.ts'
import { checkList, takeList } from './desk.ts'

const head =
  '行政相对人名称,行政相对人类别,统一社会信用代码,行政处罚决定书文号,违法事实,处罚依据,处罚内容,处罚决定日期,处罚机关'
const firm = (n: number, code = '91350100M000100Y43') =>
  `某某食品有限公司,法人及非法人组织,${code},清市监罚〔2026〕${n}号,标签不符合规定,食品安全法,罚款5000元,2026-02-0${n},清溪县市场监督管理局`
const person =
  '周禾苗,自然人,,清市监罚〔2026〕9号,周禾苗未经许可经营食品,食品安全法,没收违法所得,2026-02-09,清溪县市场监督管理局'

const bytes = (...lines: string[]) => new TextEncoder().encode([head, ...lines].join('\n'))

const cell = 'proactive.penalty.decided'
const compiled = (platform: Platform, organId: string, cutOff = '2026-12-31T00:00:00Z') =>
  compileReport(platform.db, { organ: { id: organId, name: '' }, year: 2026, cutOff })

async function office(t: Parameters<typeof ground>[0]) {
  const made = await ground(t)
  const { organId, actor, platform } = made
  const file = (...lines: string[]) => ({
    organId,
    personId: actor.personId,
    kind: 'penalty' as const,
    month: '2026-02',
    name: '二月.csv',
    bytes: bytes(...lines),
  })
  const counted = async (cutOff?: string) => (await compiled(platform, organId, cutOff)).report.cells[cell]
  const release = async (itemId: string) => {
    await made.passAll(itemId)
    await made.done(itemId, 'release')
  }
  return { ...made, file, counted, release }
}

test('双公示: one wrong row and nothing is taken; a right list is one draft of the month, masked', async (t) => {
  const { platform, organId, file, counted } = await office(t)
  const wrong = await takeList(platform, file(firm(1), firm(2, '91350100M000100Y44')))
  assert.equal(wrong.kind, 'wrong')
  assert.deepEqual(wrong.kind === 'wrong' && wrong.errors.map(({ message }) => message), [
    '第3行，统一社会信用代码：“91350100M000100Y44”的校验位不对，请核对',
  ])
  const rows = await platform.db.selectFrom('item_row').select('item_id').execute()
  assert.deepEqual([rows, await counted()], [[], { kind: 'blank' }])

  const checked = await checkList(platform, file(firm(1), firm(2), person))
  assert.deepEqual(checked.kind === 'checked' && checked.list, { decisions: 3, masked: 1, wrong: [] })
  const taken = await takeList(platform, file(firm(1), firm(2), person))
  assert.equal(taken.kind, 'taken')
  if (taken.kind !== 'taken') return
  assert.equal(taken.list.items.length, 1)
  const row = await itemRowOf(platform.db, organId, taken.list.items[0]?.itemId ?? '')
  assert.equal(JSON.stringify(row?.extra).includes('周禾苗'), false)
  assert.deepEqual([row?.stage, row?.formed_on, row?.catalogue_code], ['draft', '2026-02-09', '20-06'])
})

test('表二: a list is counted when it is released and no more once it is withdrawn; an earlier cut-off still counts it', async (t) => {
  const { platform, organId, at, file, counted, done, release } = await office(t)
  at('2026-03-02T02:00:00Z')
  const taken = await takeList(platform, file(firm(1), firm(2), person))
  const itemId = taken.kind === 'taken' ? (taken.list.items[0]?.itemId ?? '') : ''
  assert.equal(taken.kind === 'taken' && taken.list.counted, '2026年2月行政处罚3件，发布以后计入年度报告表二')
  assert.deepEqual(await counted(), { kind: 'blank' })
  await release(itemId)
  const { counted: ids, registered } = await compiled(platform, organId)
  assert.deepEqual([ids.get(cell), registered.has(cell)], [[itemId], true])
  assert.deepEqual(await counted(), { kind: 'number', value: 3 })
  at('2026-03-05T02:00:00Z')
  await done(itemId, 'withdraw', { reason: '清单有误', note: '内容有误，已撤下' })
  assert.deepEqual(await counted(), { kind: 'blank' })
  assert.deepEqual(await counted('2026-03-04T00:00:00Z'), { kind: 'number', value: 3 })
})

test('表二: a month that somebody enters by hand is counted by the entry alone, the other months by their lists', async (t) => {
  const { platform, organId, at, file, counted, release } = await office(t)
  at('2026-03-02T02:00:00Z')
  const taken = await takeList(platform, file(firm(1), firm(2)))
  await release(taken.kind === 'taken' ? (taken.list.items[0]?.itemId ?? '') : '')
  const place = { organId, year: 2026, by: 'system' }
  await addEntry(platform, place, { cell, month: '1', amount: '7', source: '执法平台' })
  assert.deepEqual(await counted(), { kind: 'number', value: 9 })
  await addEntry(platform, place, { cell, month: '2', amount: '4', source: '执法平台，含依法不公开的' })
  assert.deepEqual(await counted(), { kind: 'number', value: 11 })
})

test('a month is taken once; after its draft is discarded the new list takes its place', async (t) => {
  const { platform, file, done } = await office(t)
  const first = await takeList(platform, file(firm(1), firm(2)))
  const again = await takeList(platform, file(firm(1)))
  assert.equal(again.kind === 'wrong' && again.errors[0]?.field, 'month')
  const itemId = first.kind === 'taken' ? (first.list.items[0]?.itemId ?? '') : ''
  await done(itemId, 'discard', { reason: '清单有误' })
  assert.equal((await takeList(platform, file(firm(1)))).kind, 'taken')
})

test('by setting each decision becomes an item of its own, and names stand as they are', async (t) => {
  const { platform, organId, actor, file, publish } = await office(t)
  const { settings } = await givenFor(platform, organId)
  await platform.db.transaction().execute((tx) =>
    saveSettings(tx, {
      organId,
      personId: actor.personId,
      settings: { ...settings, listItems: 'decision', maskListNames: false },
    }),
  )
  const taken = await takeList(platform, file(firm(1), person))
  assert.deepEqual(taken.kind === 'taken' && taken.list.items.map(({ title }) => title), [
    '某某食品有限公司行政处罚决定（清市监罚〔2026〕1号）',
    '周禾苗行政处罚决定（清市监罚〔2026〕9号）',
  ])
  assert.ok(await publish())
})
