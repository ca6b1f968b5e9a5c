import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileReport } from '#duties/annual-report/compile-store.ts'
import { addEntry } from '#duties/annual-report/entries.ts'
import { publicationFigures } from '#duties/annual-report/publication-figures.ts'
import { day } from '#time/day.ts'
import { aroundItem } from './around.ts'
import { ground } from './desk.cases.ts'
import { itemRowOf } from './item-store.ts'
import { registerPage } from './register/store.ts'
import { itemAt } from './store.ts'

const normative = (title: string, extra: Record<string, unknown> = {}) => ({
  title,
  kind: 'normative',
  catalogue: '20-01',
  documentNumber: '清民规〔2026〕1号',
  extra,
})

async function published(t: Parameters<typeof ground>[0]) {
  const made = await ground(t)
  const publish = async (content: Parameters<typeof made.draft>[0]) => {
    const itemId = await made.draft(content)
    await made.done(itemId, 'submit')
    await made.done(itemId, 'secrecyReview', { passed: true, opinion: '不涉密', checked: ['text'] })
    await made.done(itemId, 'legalReview', { passed: true, opinion: '合法' })
    for (const who of ['reviewer', 'leader', 'publisher'] as const)
      await made.take(itemId, 'review', { passed: true, opinion: '同意' }, made.actorAs([who]))
    await made.done(itemId, 'release')
    return itemId
  }
  return { ...made, publishNormative: publish }
}

test('国办发〔2018〕37号 三统一: a normative document is numbered when it is released; one that it repeals is marked with its ground', async (t) => {
  const { publishNormative, platform, organId } = await published(t)
  const old = await publishNormative(normative('清溪县低保工作规定'))
  const row = await itemRowOf(platform.db, organId, old)
  assert.deepEqual([row?.register_number, row?.validity], ['MZ局规〔2026〕1号', 'inForce'])
  const fresh = await publishNormative(normative('清溪县最低生活保障办法', { repeals: [old] }))
  const [after, second] = [
    await itemRowOf(platform.db, organId, old),
    await itemRowOf(platform.db, organId, fresh),
  ]
  assert.deepEqual([after?.validity, after?.ended_on], ['repealed', '2026-03-02'])
  assert.equal(second?.register_number, 'MZ局规〔2026〕2号')
  const shown = await itemAt(platform.db, 'MZ', '2026-00001', day('2026-03-02'))
  assert.equal(shown?.extra.registerNumber, 'MZ局规〔2026〕1号')
  const around = shown && (await aroundItem(platform.db, shown, day('2026-03-02')))
  assert.deepEqual(
    around?.related.map(({ how, entry }) => [how, entry.title]),
    [['被以下文件废止', '清溪县最低生活保障办法']],
  )
})

test('清理: what is kept comes up again, what is repealed is marked; other kinds are not cleaned up', async (t) => {
  const { publishNormative, publish, done, take, at, platform, organId } = await published(t)
  const itemId = await publishNormative(normative('清溪县低保工作规定'))
  at('2028-03-01T01:00:00Z')
  await done(itemId, 'cleanUp', { result: 'keeps', basis: '清理公告' })
  const kept = await itemRowOf(platform.db, organId, itemId)
  assert.deepEqual([kept?.cleaned_on, kept?.cleanup, kept?.validity], ['2028-03-01', 'keeps', 'inForce'])
  await done(itemId, 'cleanUp', { result: 'repealed', basis: '清理公告' })
  const gone = await itemRowOf(platform.db, organId, itemId)
  assert.deepEqual([gone?.cleanup, gone?.validity, gone?.ended_on], ['repealed', 'repealed', '2028-03-01'])
  const news = await publish()
  const refused = await take(news, 'cleanUp', { result: 'keeps', basis: '无' })
  assert.equal(refused.kind === 'refused' && refused.refusal.code, 'noCleanup')
})

test('a period that has run out is reckoned by the day and never written', async (t) => {
  const { publishNormative, platform, organId } = await published(t)
  const itemId = await publishNormative(normative('试行办法', { expiresOn: '2026-12-31' }))
  const validity = async (on: string) => (await itemAt(platform.db, 'MZ', '2026-00001', day(on)))?.validity
  assert.deepEqual([await validity('2026-12-31'), await validity('2027-01-01')], ['inForce', 'expired'])
  assert.equal((await itemRowOf(platform.db, organId, itemId))?.validity, 'inForce')
})

test('国办公开办函〔2021〕30号 表二: the register gives 制发、废止、现行有效, each figure with its documents, until entries are made by hand', async (t) => {
  const { publishNormative, platform, organId, at } = await published(t)
  const old = await publishNormative(normative('清溪县低保工作规定'))
  const fresh = await publishNormative(normative('清溪县最低生活保障办法', { repeals: [old] }))
  at('2026-12-20T01:00:00Z')
  const compiled = () =>
    compileReport(platform.db, {
      organ: { id: organId, name: '' },
      year: 2026,
      cutOff: '2026-12-20T00:00:00Z',
    })
  const { counted, report } = await compiled()
  assert.deepEqual(
    ['made', 'repealed', 'valid'].map((column) => counted.get(`proactive.normative.${column}`)),
    [[old, fresh].toSorted(), [old], [fresh]],
  )
  assert.deepEqual(report.cells['proactive.normative.valid'], { kind: 'number', value: 1 })
  assert.deepEqual(
    (await publicationFigures(platform, [organId], 2026)).map(({ label, value }) => [label, value]),
    [
      ['通过政府网站公开的条数', 2],
      ['政府网站公开的行政规范性文件条数', 2],
    ],
  )
  assert.deepEqual(await publicationFigures(platform, [organId], 2025), [])
  const page = await registerPage(platform.db, {
    organId,
    view: 'unexplained',
    today: day('2026-12-20'),
    limit: 10,
    cleanupYears: 2,
    interpretationWorkingDays: 3,
    calendar: await platform.calendarFor(organId),
  })
  assert.deepEqual(
    page.rows.map((row) => [row.title, row.interpretationDueOn, row.cleanupDueOn]),
    [['清溪县最低生活保障办法', '2026-03-05', '2028-03-02']],
  )
  const entry = { cell: 'proactive.normative.made', month: '3', amount: '5', source: '备案登记' }
  at('2026-12-19T00:00:00Z')
  await addEntry(platform, { organId, year: 2026, by: 'system' }, entry)
  const again = await compiled()
  assert.deepEqual(again.report.cells['proactive.normative.made'], { kind: 'number', value: 5 })
  assert.equal(again.registered.size, 0)
})
