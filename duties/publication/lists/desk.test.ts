import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileReport } from '#duties/annual-report/compile-store.ts'
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
  const counted = async () => {
    const organ = { id: organId, name: '' }
    const { report } = await compileReport(platform.db, { organ, year: 2026, cutOff: '2026-12-31T00:00:00Z' })
    return report.cells['proactive.penalty.decided']
  }
  return { ...made, file, counted }
}

test('双公示: one wrong row and nothing is taken; a right list is one draft of the month, masked, and counted in table two', async (t) => {
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
  assert.deepEqual(await counted(), { kind: 'number', value: 3 })
})

test('a month is taken once; after its draft is discarded the new list takes its place, in the count too', async (t) => {
  const { platform, file, counted, done } = await office(t)
  const first = await takeList(platform, file(firm(1), firm(2)))
  const again = await takeList(platform, file(firm(1)))
  assert.equal(again.kind === 'wrong' && again.errors[0]?.field, 'month')
  const itemId = first.kind === 'taken' ? (first.list.items[0]?.itemId ?? '') : ''
  await done(itemId, 'discard', { reason: '清单有误' })
  assert.equal((await takeList(platform, file(firm(1)))).kind, 'taken')
  assert.deepEqual(await counted(), { kind: 'number', value: 1 })
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
