import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import mammoth from 'mammoth'
import type { Browser, Page } from 'playwright-core'
import type { Role } from '#law/roles.ts'
import { testOrgan, testPassword, testPerson } from '#platform/http/testing.ts'
import { saveContact } from '#platform/organs/changes.ts'
import { openPage, tidy, withBrowser } from '#platform/testing/browser.ts'
import { choose, press, pressToPage, tabTo, typeInto } from '#platform/testing/keyboard.ts'
import { openSite } from './days/site.ts'

/** One case all the way through, by keyboard alone, at both widths; every page it visits is clean for axe. */

const { platform, at, address: baseURL } = await openSite({ after }, '2026-03-02T01:00:00Z')
const county = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
const civil = await testOrgan(platform.db, 'mz', county, { name: '清溪县民政局', shortName: '清民' })
await saveContact(platform.db, civil, {
  office: '清溪县民政局办公室',
  address: '云泽省澜江市清溪县文昌路9号',
  postcode: '990301',
  hours: '工作日9:00—17:00',
  telephone: '0990-1234567',
  fax: '',
  email: '',
  functions: '',
  leader: '',
  reconsiderationOrgan: '清溪县人民政府',
  court: '清溪县人民法院',
})
const everybody: Role[] = [
  'handler',
  'secrecyReviewer',
  'legalReviewer',
  'officeHead',
  'leader',
  'informationOfficer',
]
await testPerson(platform.db, { username: 'officer', organId: civil, roles: everybody })

/** Opens a step's form and leaves the focus on its first field; then the answers; then the button of the same name. */
async function step(page: Page, name: string, answer: () => Promise<void> = async () => {}): Promise<void> {
  await page.getByRole('heading', { name: '下一步' }).waitFor()
  await press(page, name, 'button')
  await page.keyboard.press('Tab')
  await answer()
  await tidy(page)
  const done = page.locator('ol.timeline > li').nth(await page.locator('ol.timeline > li').count())
  await press(page, name, 'button')
  const dialog = page.getByRole('dialog')
  await dialog.or(done).first().waitFor()
  if (await dialog.isVisible()) await confirms(page, name)
  await done.waitFor()
}

async function confirms(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400)
  await tidy(page)
  await press(page, name, 'button')
}

async function files(page: Page, title: string): Promise<{ number: string; code: string }> {
  await page.goto('/')
  await tidy(page)
  await pressToPage(page, '我要申请')
  await tidy(page)
  await pressToPage(page, '清溪县民政局')
  await pressToPage(page, '继续')
  assert.match(await page.title(), /填写有误/)
  await tidy(page)
  await choose(page, '自然人')
  await pressToPage(page, '继续')
  await tidy(page)
  await typeInto(page, '姓名', '陈禾')
  await choose(page, '护照')
  await typeInto(page, '证件号码', 'Q99000001')
  await pressToPage(page, '继续')
  await tidy(page)
  await typeInto(page, '所申请信息的名称', title)
  await pressToPage(page, '继续')
  await tidy(page)
  await choose(page, '电子数据')
  await page.keyboard.press('Tab')
  await choose(page, '网上获取')
  await pressToPage(page, '继续')
  await tidy(page)
  await typeInto(page, '联系电话', '13800000000')
  await pressToPage(page, '继续')
  await tidy(page)
  await pressToPage(page, '提交申请')
  await tidy(page)
  const text = await page.locator('main').innerText()
  assert.match(text, /2026年3月2日/)
  assert.match(text, /2026年3月30日/)
  const number = /清民公申〔2026〕\d+号/.exec(text)?.[0] ?? assert.fail(text)
  const code = /查询码\s*([A-Z0-9 -]{8,})/.exec(text)?.[1]?.trim() ?? assert.fail(text)
  return { number, code }
}

async function signsIn(page: Page): Promise<void> {
  await page.goto('/console/')
  await entersPassword(page)
  await page.getByRole('heading', { name: '今日' }).waitFor()
  await page.waitForTimeout(500)
  await tidy(page)
}

async function entersPassword(page: Page): Promise<void> {
  await page.getByLabel('用户名').waitFor()
  await tidy(page)
  await typeInto(page, '用户名', 'officer')
  await typeInto(page, '密码', testPassword)
  await page.keyboard.press('Enter')
}

async function opensCase(page: Page, number: string, title: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('heading', { name: '申请', exact: true }).waitFor()
  await page.getByText(number).first().waitFor()
  await tidy(page)
  await press(page, title)
  await page.getByRole('heading', { name: '下一步' }).waitFor()
  await tidy(page)
}

async function tracks(page: Page, { number, code }: { number: string; code: string }): Promise<void> {
  await page.goto('/requests/track')
  await tidy(page)
  await typeInto(page, '申请编号', number)
  await typeInto(page, '查询码', code)
  await pressToPage(page, '查询', 'button')
  await tidy(page)
}

async function downloaded(page: Page, name: string): Promise<string> {
  await tabTo(page, name, 'a')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  assert.match(download.suggestedFilename(), /\.docx$/)
  return (await mammoth.extractRawText({ buffer: Buffer.concat(chunks) })).value
}

async function walk(browser: Browser, width: number): Promise<void> {
  at('2026-03-02T01:00:00Z')
  const title = `${width === 375 ? '城市' : '农村'}低保标准`
  const citizen = await openPage(browser, { width, baseURL, javaScript: false, refused: [422] })
  const officer = await openPage(browser, { width, baseURL, refused: [401] })
  const receipt = await files(citizen, title)

  await signsIn(officer)
  await opensCase(officer, receipt.number, title)
  await step(officer, '认领')
  await step(officer, '通知补正', async () => {
    await typeInto(officer, '补正事项', '请写明文件的名称或者文号')
    await typeInto(officer, '补正期限', '10')
  })
  assert.match(await downloaded(officer, '补正告知书'), /第三十条[\s\S]*请写明文件的名称或者文号/)

  await tracks(citizen, receipt)
  assert.match(await citizen.locator('main').innerText(), /请写明文件的名称或者文号/)
  at('2026-03-09T01:00:00Z')
  await tracks(citizen, receipt)
  await typeInto(citizen, '补正后的内容', '清民发〔2025〕3号文件')
  await pressToPage(citizen, '提交补正')
  await tidy(citizen)
  assert.match(await citizen.locator('main').innerText(), /2026年4月7日/)

  // A week later the session has ended; signed in again, the officer is back at the case.
  await officer.reload()
  await entersPassword(officer)
  await step(officer, '延长答复期限', async () => {
    await typeInto(officer, '延长', '10')
    await typeInto(officer, '理由', '需要查阅历年档案')
  })
  assert.match(await officer.locator('main').innerText(), /2026年4月21日/)
  await decides(officer)
  await opensCell(officer, receipt.number, title)

  await citizen.reload()
  const told = await citizen.locator('main').innerText()
  assert.match(told, /已答复/)
  assert.match(told, /清溪县人民政府申请行政复议/)
  await tidy(citizen)
  assert.match(await downloaded(citizen, '答复书'), /陈禾[\s\S]*可以公开[\s\S]*6个月内直接向清溪县人民法院/)
}

async function decides(page: Page): Promise<void> {
  await step(page, '拟写答复', async () => {
    await tabTo(page, '处理决定', 'combobox')
    await page.keyboard.type('予以公开，提供信息')
    await page.keyboard.press('Enter')
    await choose(page, '电子数据')
    await typeInto(page, '提供的信息', '清民发〔2025〕3号')
  })
  while (!(await page.getByRole('button', { name: '作出答复', exact: true }).count())) {
    await step(page, '审核', async () => {
      await choose(page, '是')
      await typeInto(page, '意见', '同意')
    })
  }
  await step(page, '作出答复')
  await step(page, '登记送达', async () => {
    await choose(page, '网上送达')
  })
}

/** On the annual report the case stands in exactly one cell of the results, and the cell opens to it. */
async function opensCell(page: Page, number: string, title: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await press(page, '2026')
  await page.getByRole('heading', { name: /2026年政府信息公开工作年度报告/ }).waitFor()
  await page.waitForTimeout(500)
  await tidy(page)
  // 新收、上年结转、予以公开: two rows down from the first figure of table three.
  await tabTo(page, '收到和处理政府信息公开申请情况表')
  for (const key of ['Tab', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await page.getByRole('dialog').getByText(number).waitFor()
  await page.waitForTimeout(400)
  await tidy(page)
  await press(page, title, 'a')
  await page.getByRole('heading', { name: title }).waitFor()
}

for (const width of [1280, 375]) {
  test(`the walk by keyboard alone, axe clean, ${width} pixels wide`, { timeout: 240_000 }, async () => {
    await withBrowser((browser) => walk(browser, width))
  })
}
