import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { reportAt } from '#duties/annual-report/published.ts'
import { openSource } from '#duties/annual-report/reading/open.ts'
import { reportOf } from '#duties/annual-report/reading/read.ts'
import { entryColumns } from '#duties/annual-report/rules/entries.ts'
import { fileRequest } from '#duties/requests/public-desk.ts'
import { form2021 } from '#law/report-forms/form-2021.ts'
import { cellsOf } from '#law/report-forms/forms.ts'
import { testOrgan, testPerson } from '#platform/http/testing.ts'
import { openPage, tidy, troubleOf, withBrowser } from '#platform/testing/browser.ts'
import { openSite, signedIn } from './days/site.ts'

const asked = {
  category: 'naturalPerson',
  name: '陈禾',
  idKind: 'passport',
  idNumber: 'Q99000001',
  telephone: '13800000000',
  email: '',
  address: '',
  title: '2025年农村低保标准',
  description: '清溪县2025年执行的农村最低生活保障标准文件',
  formWanted: 'electronic',
  wayWanted: 'online',
}

/** The list that the town keeps of its decisions, a line for each cell of table two. */
function listOfTown(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-january-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const amounts: Record<string, string> = {
    'proactive.penalty.decided': '7',
    'proactive.fees.amount': '1.2345',
  }
  const rows = cellsOf(form2021)
    .filter(({ table }) => table.id === 'proactive')
    .map(({ id }) => [id, '12', amounts[id] ?? '0', '镇综合执法台账'])
  const path = join(folder, '石桥镇登记清单.csv')
  writeFileSync(path, [entryColumns, ...rows].map((row) => row.join(',')).join('\r\n'))
  return path
}

const site = await openSite({ after }, '2025-12-20T01:00:00Z')
const { platform, address } = site
const county = await testOrgan(platform.db, 'qxx', null, { kind: 'government', name: '清溪县人民政府' })
const town = await testOrgan(platform.db, 'qxx-sqz', county, {
  kind: 'town',
  level: 'town',
  name: '清溪县石桥镇人民政府',
})
await testPerson(platform.db, {
  username: 'luotongxin',
  organId: town,
  roles: ['informationOfficer', 'officeHead'],
})
await testPerson(platform.db, {
  username: 'weijianshu',
  organId: county,
  roles: ['supervisor', 'officeHead'],
})
for (const title of ['低保标准', '村道硬化工程验收材料', '高标准农田项目资金'])
  await fileRequest(
    platform,
    town,
    { ...asked, title: `2025年${title}` },
    { askId: randomUUID(), channel: 'online' },
  )
site.at(new Date().toISOString())
const list = listOfTown()

const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
const reports = (organId: string, rest = ''): string => `${address}/console/${organId}/reports/2025${rest}`
const status = (page: Page, words: string): Promise<void> =>
  page.locator('.page-head .note', { hasText: words }).waitFor()

/** Completes the town's report; gives how many actions it took. */
async function complete(page: Page): Promise<number> {
  let actions = 0
  const act = async (work: Promise<unknown>): Promise<void> => {
    actions++
    await work
  }
  await act(page.goto(reports(town)))
  await act(page.getByLabel(/^导入按月登记的清单/).setInputFiles(list))
  await page.getByRole('heading', { name: /^还有 \d+ 格没有数字$/ }).waitFor({ state: 'detached' })
  await act(button(page, '空白部分使用范本').click())
  const overview = page.getByRole('textbox', { name: '总体情况' })
  const template = await overview.inputValue()
  assert.match(template, /\{\{requests\.new_received\.total\}\}/)
  const words = ['公开镇务信息96条。', '开设镇级公开专区1个。', '开展培训2次。']
  await act(overview.fill(template.replace(/〔写明[^〕]*〕/g, () => words.shift() ?? '')))
  await act(
    page
      .getByRole('textbox', { name: '存在的主要问题及改进情况' })
      .fill('（一）存在的主要问题。解读形式单一。\n（二）改进情况。今年增加图表解读。'),
  )
  await act(button(page, '保存文字').click())
  await page.getByText('文字有修改，尚未保存。').waitFor({ state: 'detached' })
  const toExplain = page.locator('.findings li.explain')
  for (let left = await toExplain.count(); left > 0; left--) {
    const finding = page.locator('.findings li.explain', { hasNot: page.getByText('理由：') }).first()
    await act(finding.getByRole('button', { name: '说明理由' }).click())
    await finding.getByRole('textbox').fill('首年使用本系统，已经核对')
    await act(finding.getByRole('button', { name: '保存理由' }).click())
  }
  await act(button(page, '报送').click())
  await status(page, '已报送')
  return actions
}

test('第四十九、五十条: January, from the first cell of a town to the citizen who opens the report in Word', async () => {
  await withBrowser(async (browser) => {
    const officer = await signedIn(browser, site, { username: 'luotongxin' })
    const actions = await complete(officer)
    assert.ok(actions < 10, `${actions} actions`)
    await tidy(officer, 'january-town')

    const head = await signedIn(browser, site, { username: 'weijianshu' })
    await head.goto(reports(county, '/below'))
    await head.getByRole('link', { name: '清溪县石桥镇人民政府' }).click()
    await head.locator('[id="cell-proactive.penalty.decided"]').click()
    await head
      .getByLabel(/行政处罚/)
      .last()
      .fill('与双公示平台的9件不符')
    await head.getByRole('textbox', { name: '退回的理由' }).fill('请核对行政处罚')
    await button(head, '退回修改').click()
    await status(head, '退回修改')
    await tidy(head)

    await officer.goto(reports(town))
    await officer.getByText('与双公示平台的9件不符').first().waitFor()
    await officer.locator('[id="cell-proactive.penalty.decided"]').click()
    await officer.getByLabel('月份').fill('11')
    await officer.getByLabel('数量或金额（万元）').fill('2')
    await officer.getByRole('textbox', { name: /^来源/ }).fill('双公示平台')
    await button(officer, '登记').click()
    await officer.getByText('计入的 2 笔登记').waitFor()
    await officer.keyboard.press('Escape')
    await button(officer, '报送').click()
    await status(officer, '已报送')

    await head.reload()
    await button(head, '审核通过').click()
    await status(head, '已审核锁定')
    await officer.reload()
    await button(officer, '公布').click()
    await status(officer, '已公布')

    await head.goto(reports(county))
    await button(head, '空白部分使用范本').click()
    for (const [part, words] of [
      [
        '总体情况',
        '（一）主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。收到申请{{requests.new_received.total}}件。',
      ],
      ['存在的主要问题及改进情况', '解读形式单一，今年增加图表解读。'],
    ] as const)
      await head.getByRole('textbox', { name: part }).fill(words)
    await button(head, '保存文字').click()
    await head.getByText('文字有修改，尚未保存。').waitFor({ state: 'detached' })
    await head.goto(reports(county, '/merged'))
    await head.locator('[id="cell-proactive.penalty.decided"]').click()
    await head.getByRole('dialog').getByRole('link', { name: '清溪县石桥镇人民政府' }).waitFor()
    await head.keyboard.press('Escape')
    await head.getByText('收到申请3件').waitFor()
    await button(head, '公布汇总报告').click()
    await head.getByText('已公布第1版').waitFor()
    assert.deepEqual([...troubleOf(officer), ...troubleOf(head)], [])

    for (const code of ['qxx-sqz', 'qxx']) await download(browser, code)
    const citizen = await openPage(browser, { width: 375, javaScript: false })
    for (const path of ['qxx-sqz/2025', 'qxx-sqz/2025/picture', 'compare?year=2025']) {
      await citizen.goto(`${address}/reports/${path}`)
      await tidy(citizen, `january-${path.replace(/\W/g, '-')}`)
    }
  })
})

/** A citizen finds the report, downloads it as Word, and opens it: every figure stands where it was published. */
async function download(browser: Browser, code: string): Promise<void> {
  const citizen = await openPage(browser, { javaScript: false })
  await citizen.goto(`${address}/reports/${code}/2025`)
  const [file] = await Promise.all([
    citizen.waitForEvent('download'),
    citizen.getByRole('link', { name: 'Word文档' }).click(),
  ])
  const [source] = await openSource('report.docx', readFileSync(await file.path()))
  const read = source?.kind === 'read' ? reportOf(source.reading) : undefined
  const published = (await reportAt(platform.db, code, 2025, platform.today()))?.report
  assert.ok(read && published)
  assert.deepEqual(published.cells['proactive.penalty.decided'], { kind: 'number', value: 9 })
  const figures = (cells: typeof published.cells) =>
    Object.fromEntries(
      Object.entries(cells).map(([id, cell]) => [id, cell.kind === 'number' ? cell.value : cell.kind]),
    )
  assert.deepEqual(figures(read.cells), figures(published.cells))
}
