import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Cell, numberCell, type Report } from '#law/report-forms/report.ts'
import { sessionOf, testApp, testOrgan, testPerson } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { reportXlsx } from './out/report-xlsx.ts'
import { validReport } from './reading/fixtures/random-report.ts'
import { annualReportRoutes } from './routes.ts'

const name = '清溪县石桥镇人民政府'
const licensing = 'proactive.licensing.decided'
const penalty = 'proactive.penalty.decided'
const fees = 'proactive.fees.amount'

async function desk(t: Parameters<typeof testPlatform>[0]) {
  const { platform } = await testPlatform(t, '2026-01-20T02:00:00Z')
  const county = await testOrgan(platform.db, 'qxx', null, { kind: 'government', name: '清溪县人民政府' })
  const town = await testOrgan(platform.db, 'qxx-sqz', county, { kind: 'town', level: 'town', name })
  const app = await testApp(platform)
  annualReportRoutes(app, platform)
  t.after(async () => app.close())
  const root = `/api/organs/${town}/reports/2025`
  const as = async (username: string, organId: string, role: 'informationOfficer' | 'supervisor') =>
    sessionOf(platform, await testPerson(platform.db, { username, organId, roles: [role] }))
  const officer = await as('luo', town, 'informationOfficer')
  const supervisor = await as('wei', county, 'supervisor')
  const view = async () => (await app.inject({ url: root, headers: officer })).json()
  const found = async (id: string): Promise<{ sentence: string } | undefined> =>
    (await view()).findings.find(
      (each: { check: string; cells: string[] }) => each.check === id && each.cells.includes(penalty),
    )
  const step = async (path: string, ask: Record<string, unknown>, headers: Record<string, string>) => {
    const payload = { askId: randomUUID(), seenSeq: (await view()).seq, ask }
    return app.inject({ method: 'POST', url: `${root}/${path}`, headers, payload })
  }
  const type = async (cell: string, value: string) =>
    (await step('steps/enterFigure', { cell, value, source: '镇台账' }, officer)).json()
  const upload = async (file: string, bytes: Uint8Array<ArrayBuffer> | string) => {
    const body = new FormData()
    body.append('file', new Blob([bytes]), file)
    const sent = new Request('http://a.test', { method: 'POST', body })
    return app.inject({
      method: 'POST',
      url: `${root}/handed-in`,
      headers: { ...supervisor, 'content-type': sent.headers.get('content-type') ?? '' },
      payload: Buffer.from(await sent.arrayBuffer()),
    })
  }
  const accept = (ask: Record<string, unknown> = {}) => step('review/accept', ask, supervisor)
  return { type, view, found, upload, accept }
}

test('in the editor each wrong figure is refused at its cell with how to mend it, and nothing else is lost', async (t) => {
  const { type, view } = await desk(t)
  const place = '表二“行政许可”本年处理决定数量'
  assert.equal((await type(licensing, '12')).seq, 2)
  for (const [typed, why] of [
    ['-1', '不能小于零'],
    ['2.5', '件数应当是整数'],
    ['3件', '只填数字，不带单位'],
    ['若干', '不是数字，请填写阿拉伯数字'],
  ] as const) {
    const { status, code, detail } = await type(licensing, typed)
    assert.deepEqual([status, code, detail], [422, 'figureWrong', `${place}：${why}`])
  }
  assert.equal(
    (await type(fees, '1.2万元')).detail,
    '表二“行政事业性收费”本年收费金额（单位：万元）：只填数字，不带单位',
  )
  assert.match((await type('requests.granted.total', '5')).detail, /由台账计算，不能填写；数字有误的，请更正/)
  assert.match((await type('proactive.fees.change', '1')).detail, /这种格式没有/)
  assert.deepEqual((await view()).cells[licensing].cell, { kind: 'number', value: 12 })
})

const valid: Report = { ...validReport(1, '2021'), year: 2025, organ: { name } }
const withCell = (id: string, cell: Cell): Report => ({ ...valid, cells: { ...valid.cells, [id]: cell } })
const malformed = (written: string): Cell => ({ kind: 'malformed', written })

const asJson = (report: Report) => JSON.stringify(report)
const asExcel = async (report: Report) => new Uint8Array(await reportXlsx(report))
const words = malformed('若干')

for (const [what, report, set, check, sentence] of [
  ['a negative count', withCell(penalty, numberCell(-1)), asJson, 'E11a', /为负数，请改为实际数量。$/],
  ['a negative count', withCell(penalty, numberCell(-1)), asExcel, 'E11a', /为负数，请改为实际数量。$/],
  ['a decimal in a count', withCell(penalty, malformed('2.5')), asJson, 'E11b', /填写“2\.5”，不是规范的数字/],
  [
    'a decimal in a count',
    withCell(penalty, malformed('2.5')),
    asExcel,
    'E11b',
    /填写“2\.5”，不是规范的数字/,
  ],
  [
    'a unit inside the cell',
    withCell(penalty, malformed('3件')),
    asJson,
    'E11b',
    /填写“3件”，.*不带单位和文字/,
  ],
  ['text in a number', withCell(penalty, words), asJson, 'E11b', /填写“若干”，.*不带单位和文字/],
  ['text in a number', withCell(penalty, words), asExcel, 'E11d', /不能确定各格数字.*请报送机关核实/],
] as const)
  test(`an uploaded report (${set === asJson ? 'JSON' : 'Excel'}) with ${what}: named at the cell, not accepted in silence`, async (t) => {
    const { upload, found, accept } = await desk(t)
    const taken = await upload(`年报.${set === asJson ? 'json' : 'xlsx'}`, await set(report))
    assert.equal(taken.statusCode, 200, taken.payload)
    const finding = await found(check)
    assert.match(finding?.sentence ?? '', /^表二“行政处罚”行/)
    assert.match(finding?.sentence ?? '', sentence)
    const refused = await accept()
    assert.equal(refused.json().code, 'wrongAccepted')
    assert.match(refused.json().detail, /请退回修改；确需照收的，请写明理由$/)
    assert.equal((await accept({ note: '已盖章，问题已告知' })).statusCode, 200)
  })

test('an uploaded Excel with 3件 in a cell: read as 3, and the unit named at the cell', async (t) => {
  const { upload, found, view } = await desk(t)
  await upload('年报.xlsx', await asExcel(withCell(penalty, malformed('3件'))))
  assert.equal((await view()).cells[penalty].cell.value, 3)
  assert.equal(
    (await found('U3'))?.sentence,
    '表二“行政处罚”行本年处理决定数量填“3件”，已读作数字；格内只填数字，请去掉单位。',
  )
})

test('an uploaded report in the form of other years is named as such', async (t) => {
  const { upload, view, accept } = await desk(t)
  const old: Report = { ...validReport(1, '2019'), year: 2025, organ: { name } }
  assert.equal((await upload('年报.json', JSON.stringify(old))).statusCode, 200)
  const { findings } = await view()
  assert.equal(
    findings.find(({ check }: { check: string }) => check === 'F1')?.sentence,
    '2025年度报告使用了2019年试行格式，应当使用国办公开办函〔2021〕30号的格式，请更换格式重新填报。',
  )
  assert.equal((await accept()).json().code, 'wrongAccepted')
})

test('a report of another year, and a file that is no report, are not taken', async (t) => {
  const { upload, view } = await desk(t)
  const other = await upload('年报.json', JSON.stringify({ ...valid, year: 2024 }))
  assert.equal(other.json().detail, '这份报告不能收下：它是2024年的报告')
  const picture = await upload('扫描件.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0))
  assert.match(picture.json().errors[0].message, /图片/)
  const words = await upload('通知.txt', '关于召开会议的通知')
  assert.equal(words.statusCode, 422, words.payload)
  assert.equal((await view()).status, 'notBegun')
})
