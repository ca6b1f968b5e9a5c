import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { plantedCounty } from '#district/planted.ts'
import { fileRequest } from '#duties/requests/public-desk.ts'
import { requestTasks } from '#duties/requests/tasks.ts'
import type { Role } from '#law/roles.ts'
import { sessionOf } from '#platform/http/testing.ts'
import { openPage, screenshot, tidyAtBoth, withBrowser } from '#platform/testing/browser.ts'
import { press, tabTo } from '#platform/testing/keyboard.ts'
import { aDay, type Office } from './days/office.ts'
import { openSite } from './days/site.ts'

/** Every screen of the request desk beside the case itself, as the people of the invented county use them. */

const site = await openSite({ after }, '2026-11-20T01:30:00Z', {
  ground: plantedCounty,
  tasks: (platform) => requestTasks(platform),
})
const { platform, address } = site
const { organ_id: organId } = await platform.db
  .selectFrom('organ')
  .select('organ_id')
  .where('code', '=', 'qingxi')
  .executeTakeFirstOrThrow()
const folder = mkdtempSync(join(tmpdir(), 'gongkai-screens-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** The person of the county's government who holds this role and no other, at a desk. */
async function desk(browser: Browser, role: Role, path: string): Promise<Page> {
  const held = await platform.db
    .selectFrom('role_holding')
    .innerJoin('person', 'person.person_id', 'role_holding.person_id')
    .select('person.person_id')
    .where('organ_id', '=', organId)
    .where('role', '=', role)
    .where('password_set_at', 'is not', null)
    .executeTakeFirstOrThrow()
  const { cookie } = await sessionOf(platform, held.person_id)
  const [name = '', value = ''] = cookie.split('=')
  const page = await openPage(browser, { refused: [422] })
  await page.context().addCookies([{ name, value, url: address }])
  await page.goto(`${address}/console/${organId}/${path}`)
  await page.locator('h1').waitFor()
  return page
}

/** What this person does at a desk, from this screen on; a picture of where it went wrong. */
const atDesk = (role: Role, path: string, work: (page: Page) => Promise<void>): Promise<void> =>
  withBrowser(async (browser) => {
    const page = await desk(browser, role, path)
    await work(page).catch(async (fault) => {
      await screenshot(page, `request-screens-went-wrong-${role}`)
      throw fault
    })
  })

async function downloaded(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

const firstCells = (page: Page): Promise<string[]> =>
  page.locator('table.list tbody tr > :first-child').allInnerTexts()

test('the list of requests is sorted and filtered by keyboard over all its pages, and taken out as it stands', async () => {
  await atDesk('handler', 'requests?view=all', async (page) => {
    await press(page, '编号', 'button')
    await page.locator('[aria-busy=false] th[aria-sort=ascending]').waitFor()
    const up = await firstCells(page)
    await press(page, '编号', 'button')
    await page.locator('[aria-busy=false] th[aria-sort=descending]').waitFor()
    const down = await firstCells(page)
    assert.equal(up.length, 50)
    assert.notEqual(up[0], down[0])
    await press(page, '筛选')
    await tabTo(page, '按提出方式筛选')
    await page.keyboard.press('ArrowDown')
    await page.locator('.ant-select-item-option', { hasText: '在线平台' }).click()
    await page.waitForURL(/channel=online/)
    await page.locator('[id="queue-days_from"]').fill('2026年6月31日')
    await page.getByRole('button', { name: '按日期筛选' }).click()
    await page.getByText('不是一个存在的日期').waitFor()
    await page.locator('[id="queue-days_from"]').fill('2026-09-01')
    await page.locator('[id="queue-days_until"]').fill('2026-08-01')
    await page.getByRole('button', { name: '按日期筛选' }).click()
    await page.getByText('结束之日早于开始之日').waitFor()
    assert.equal(await page.locator('[id="queue-days_from"]').inputValue(), '2026-09-01')
    await page.locator('[id="queue-days_until"]').fill('2026-11-20')
    await Promise.all([
      page.waitForResponse(/until=2026-11-20/),
      page.getByRole('button', { name: '按日期筛选' }).click(),
    ])
    await page.locator('[aria-busy=false] table.list tbody tr').first().waitFor()
    const shown = await firstCells(page)
    await page.locator('summary', { hasText: '导出' }).click()
    await tidyAtBoth(page, 'request-screens-queue')
    const { name, bytes } = await downloaded(page, 'CSV 文本')
    assert.equal(name, '申请台账2026-11-20.csv')
    const lines = bytes.toString('utf8').trimEnd().split('\r\n').slice(1)
    assert.equal(lines[0]?.split(',')[0], shown[0])
    assert.ok(lines.every((line) => line.includes('在线平台')))
    await page.getByRole('button', { name: '清除筛选' }).click()
    await page.waitForURL((url) => !url.search.includes('channel'))
  })
})

test('第四十六条: the head sees what is due and in whose hands, and opens each figure', async () => {
  await atDesk('officeHead', 'today', async (page) => {
    await page.getByRole('link', { name: '督办' }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await page.getByRole('heading', { name: '由谁承办' }).waitFor()
    await press(page, '办结平均工作日', 'button')
    await page.locator('th[aria-sort=ascending]').waitFor()
    await tidyAtBoth(page, 'request-screens-supervision')
    await page.locator('summary', { hasText: '导出' }).click()
    const { bytes } = await downloaded(page, 'CSV 文本')
    assert.match(bytes.toString('utf8'), /^\ufeff承办人,在办,逾期/)
    const open = page.getByRole('link', { name: /^在办\d+件，查看/ })
    const figure = await open.innerText()
    await open.click()
    await page.getByRole('heading', { name: '申请', exact: true }).waitFor()
    await page.getByText(`共 ${figure} 件。`).waitFor()
  })
})

test('第四十七条: the organ above sorts, filters and takes out figures of all below, without a person or a title', async () => {
  await atDesk('supervisor', 'supervision/requests/below', async (page) => {
    await page.getByRole('table').waitFor()
    const before = await firstCells(page)
    await press(page, '机关', 'button')
    await page.waitForURL(/sort=name/)
    await press(page, '首次告知平均工作日', 'button')
    await page.waitForURL(/sort=answerDays/)
    await tidyAtBoth(page, 'request-screens-below')
    await page.getByRole('searchbox', { name: '按机关名称查找' }).fill('民政')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await page
      .locator('table.list tbody tr')
      .nth(before.length - 1)
      .waitFor({ state: 'detached' })
    const found = await firstCells(page)
    assert.ok(found.length > 0 && found.every((name) => name.includes('民政')), found.join())
    await page.locator('summary', { hasText: '导出' }).click()
    const { bytes } = await downloaded(page, 'Excel 表格')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer)
    assert.equal(workbook.worksheets[0]?.rowCount, found.length + 1)
    assert.equal(await page.locator('main a[href*="/requests/"]').count(), 1, 'only the tab 本机关')
  })
})

test('第四十四条: what several applicants asked for is shown to the desk, with the article, and answered on record', async () => {
  await atDesk('handler', 'requests', async (page) => {
    await press(page, '建议主动公开')
    await page.getByRole('heading', { name: '建议主动公开' }).waitFor()
    await page.getByText('个申请人').first().waitFor()
    await page.locator('.suggestion summary').first().click()
    await page.locator('summary', { hasText: '第四十四条' }).first().click()
    await page.getByText('行政机关可以纳入主动公开的范围').waitFor()
    await page.getByText('处理结果由公开工作机构负责人或者发布人记录').first().waitFor()
  })
  await atDesk('officeHead', 'requests/suggestions', async (page) => {
    const thing = page.locator('.suggestion').first()
    await thing.locator('summary').click()
    await thing.getByText('已纳入主动公开').click()
    await thing.getByLabel('已公开信息的索引号').waitFor()
    await tidyAtBoth(page, 'request-screens-suggestions')
    await thing.getByText('不纳入主动公开').click()
    await thing.getByLabel('理由').fill('涉及内部管理')
    await press(page, '记录处理结果', 'button')
    await page.getByText('处理结果已经记录').waitFor()
    await page.getByRole('link', { name: '已处理' }).click()
    await page.locator('.suggestion summary').first().click()
    await page.getByText('不纳入主动公开（').waitFor()
  })
})

test('日历订阅: an address is made, shown once, read by a calendar, and revoked', async () => {
  await atDesk('handler', 'settings/calendar-feed', async (page) => {
    await press(page, '生成订阅地址', 'button')
    const field = page.getByLabel('订阅地址（只显示这一次')
    await field.waitFor()
    const url = new URL(await field.inputValue())
    const feed = await fetch(address + url.pathname)
    assert.match(await feed.text(), /^BEGIN:VCALENDAR/)
    await tidyAtBoth(page, 'request-screens-feed')
    await page.reload()
    await page.getByText('订阅地址生成于').waitFor()
    assert.equal(await field.count(), 0)
    await press(page, '停用', 'button')
    await page.getByRole('dialog').getByRole('button', { name: '确认' }).click()
    await page.getByText('已停用，原地址不再有效。').waitFor()
    assert.equal((await fetch(address + url.pathname)).status, 404)
  })
})

const heading = ['编号', '申请人', '主体', '申请内容', '申请方式', '收到日期', '答复结果', '答复时间']
const right = [
  ['清政公开2023-1', '周禾', '公民', '2022年财政决算', '邮寄', '2023-03-06', '予以公开', '2023-03-31'],
  ['清政公开2023-2', '清溪石料有限公司', '企业', '采矿权批复', '网上', '2023-05-08', '', ''],
]

async function register(name: string, rows: readonly (readonly string[])[], merge?: string): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('台账')
  for (const row of rows) sheet.addRow([...row])
  if (merge) sheet.mergeCells(merge)
  const path = join(folder, name)
  await workbook.xlsx.writeFile(path)
  return path
}

test('台账导入: two header rows and merged cells are told; a wrong row stops the whole; the mended file goes in', async () => {
  await atDesk('handler', 'requests/imports', async (page) => {
    const file = page.getByLabel('选择文件')
    const second = ['序号', '姓名', '类别', '标题', '渠道', '登记日期', '办理结果', '办结日期']
    await file.setInputFiles(await register('两行表头.xlsx', [heading, second, ...right]))
    await page.getByText('第1行和第2行都是表头').waitFor()
    await page.getByText('没有导入任何一行').waitFor()
    await file.setInputFiles(await register('合并表头.xlsx', [heading, ...right], 'A1:B1'))
    await page.getByText('合并单元格').waitFor()
    await tidyAtBoth(page, 'request-screens-import-refused')

    const wrong = [
      '清政公开2023-3',
      '林川',
      '公民',
      '校车路线',
      '邮寄',
      '2023-07-10',
      '予以公开',
      '2023-07-03',
    ]
    await file.setInputFiles(await register('台账2023.xlsx', [heading, ...right, wrong]))
    await page.getByRole('heading', { name: '核对列名' }).waitFor()
    await press(page, '逐行检查', 'button')
    await page.getByText('请选择哪一列是申请人类别').waitFor()
    await page.locator('[id="import_mapping_category"]').click()
    await page.getByTitle(/^第3列 主体/).click()
    await tidyAtBoth(page, 'request-screens-import-mapping')
    await page.getByRole('button', { name: '逐行检查' }).click()
    await page.getByText('第4行').waitFor()
    await page.getByText('早于收到日期（2023年7月10日）').waitFor()
    await tidyAtBoth(page, 'request-screens-import-wrong')

    await page.getByRole('link', { name: '全部导入' }).click()
    await page.getByText('有误，未导入').waitFor()
    await file.setInputFiles(await register('台账2023改.xlsx', [heading, ...right]))
    await page.getByRole('heading', { name: '核对列名' }).waitFor()
    // 主体 is known from the first time.
    await page.getByRole('button', { name: '逐行检查' }).click()
    await page.getByRole('button', { name: '导入全部2行' }).click()
    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByText('已写入2件。').waitFor()
    await tidyAtBoth(page, 'request-screens-import-done')
    await page.getByRole('link', { name: '查看申请' }).click()
    await page.getByRole('heading', { name: '申请', exact: true }).waitFor()
  })
})

const intake = {
  category: 'naturalPerson',
  name: '沈知远',
  idKind: 'passport',
  idNumber: 'Q99000001',
  telephone: '13900000000',
  email: '',
  address: '',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
}

async function filesMany(office: Office, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const ask = { ...intake, title: `2025年第${n}批低保名单` }
    const filed = await fileRequest(office.platform, office.organId, ask, {
      askId: randomUUID(),
      channel: 'online',
    })
    assert.equal(filed.kind, 'filed', JSON.stringify(filed))
  }
}

async function opens(page: Page, office: Office, path: string): Promise<void> {
  await page.goto(`${office.address}/console/${office.organId}/${path}`)
  await page.locator('h1').waitFor()
}

test(
  '第四十二、三十五条: the fee stands with its case from ladder to overdue; who asks often is listed; a changed setting names the cases that move',
  aDay('2026-06-10', async (office) => {
    await filesMany(office, 11)
    const eleventh = '民政局公申〔2026〕11号'
    const handler = await office.desk('handler')
    await handler.opens(eleventh)
    await handler.sees('本件是该申请人本月第11件，可以按件收取100元')
    await handler.page.getByLabel('按量计收的，拟提供多少页').fill('120')
    // 30 free, 70 at 10 yuan, 20 at 20 yuan.
    await handler.sees('可以收取1100元')
    await handler.does('认领')
    await handler.does('通知缴费', { 计收方式: { pick: '按件' }, 数量: '11', 收费理由: '一个月内提出11件' })
    await handler.sees('收费通知尚未登记送达')
    await handler.does('登记收费通知送达', { 送达之日: '2026-06-10' })
    await handler.sees('应当于2026年7月9日前（含当日）缴纳')
    office.day('2026-07-10')
    const later = await office.desk('handler')
    await later.opens(eleventh)
    await later.sees('系统不会自动办结')
    await tidyAtBoth(later.page, 'request-screens-fee')

    office.day('2026-06-24')
    const paying = await office.desk('handler')
    await paying.opens(eleventh)
    await paying.does('登记缴费', { 缴费之日: '2026-06-24', '金额（元）': '100', 票据号码: 'QX0001' })
    await paying.sees('100元已于2026年6月24日缴清')

    const { page } = await office.desk('head', [422])
    await opens(page, office, 'supervision/requests')
    await page.getByText('11件').first().waitFor()
    await page.getByText('没有要求说明过理由').waitFor()
    await tidyAtBoth(page, 'request-screens-frequent')

    await opens(page, office, 'settings/requests')
    await page.getByLabel('征求其他机关').fill('九十')
    await page.getByRole('button', { name: '保存设置' }).click()
    await page.getByText('请填写1至60之间的整数').waitFor()
    assert.equal(await page.getByLabel('征求其他机关').inputValue(), '九十')
    await page.getByLabel('征求其他机关').fill('10')
    await tabTo(page, '不影响期限', 'radio').catch(() => {})
    await page
      .getByRole('radiogroup', { name: '缴纳信息处理费以后的答复期限' })
      .getByText('不影响期限')
      .click()
    await tidyAtBoth(page, 'request-screens-settings')
    await press(page, '保存设置', 'button')
    await page.getByText('在办件中有1件的期限随之变动').waitFor()
    // Paid on 06-24: twenty working days after it end on 07-22; counted from receipt on 06-10, on 07-09.
    const row = page.getByRole('row', { name: new RegExp(eleventh) })
    assert.match(await row.innerText(), /2026年7月22日\s+2026年7月9日/)
    await tidyAtBoth(page, 'request-screens-settings-moved')
    await opens(page, office, 'today')
    await page.getByText('放假安排或者设置有变').waitFor()
  }),
)
