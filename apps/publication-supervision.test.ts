import assert from 'node:assert/strict'
import { after, before, type TestContext, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { ground } from '#duties/publication/desk.cases.ts'
import { testPassword, testPerson, testSecret } from '#platform/http/testing.ts'
import { axe, openPage, screenshot, withBrowser } from '#platform/testing/browser.ts'
import { assemble } from './assemble.ts'
import { buildConsole } from './console/build.ts'

const endings: (() => Promise<void> | void)[] = []
let address = ''
let office: Awaited<ReturnType<typeof ground>>
let itemId = ''

before(async () => {
  office = await ground({ after: (end: () => void) => endings.push(end) } as unknown as TestContext)
  const { platform, county, organId, at, publish, draft } = office
  at('2026-03-12T02:00:00Z')
  itemId = await publish({ kind: 'notice' })
  await draft({ title: '一季度低保资金公示', formedOn: '2026-03-02' })
  await testPerson(platform.db, { username: 'jiandu', organId: county, roles: ['supervisor', 'officeHead'] })
  await testPerson(platform.db, { username: 'xinxi', organId, roles: ['informationOfficer', 'publisher'] })
  const consoleFolder = await buildConsole()
  const app = await assemble(platform, { secret: testSecret, logger: false, consoleFolder })
  endings.unshift(() => app.close())
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})

after(async () => {
  for (const end of endings) await end()
})

async function signedIn(browser: Browser, username: string, path: string, width = 1280): Promise<Page> {
  const page = await openPage(browser, { width })
  await page.goto(`${address}/console/${path}`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(testPassword)
  await page.keyboard.press('Enter')
  return page
}

const tidy = async (page: Page, name: string): Promise<void> => {
  await screenshot(page, name)
  assert.deepEqual(await axe(page), [], name)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${name}: ${wide} pixels wider than the screen`)
}

async function officerSends(browser: Browser): Promise<void> {
  const page = await signedIn(browser, 'xinxi', `${office.organId}/channels?tab=places`)
  await page.getByRole('button', { name: '登记账号或者场所' }).click()
  await page.getByRole('combobox', { name: /渠道/u }).click()
  await page.getByTitle('政务微信').click()
  await page.getByRole('textbox', { name: /^名称|名称$/u }).fill('清溪民政')
  await page.getByLabel('账号、网址或者地址').fill('qingxi-minzheng')
  await page.getByLabel('主管单位').fill('清溪县人民政府办公室')
  await page.getByLabel('运维或者管理人员').fill('蓝青')
  await page.getByLabel('更新频率').fill('每周两次')
  await page.getByLabel('开通、设立日期').fill('2024-05-06')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('逾期未更新').waitFor()
  await tidy(page, 'channels-places')
  await page.goto(`${address}/console/${office.organId}/publication/${itemId}`)
  await page.getByRole('main').getByRole('link', { name: '其他渠道' }).click()
  await page.getByRole('button', { name: '登记发出' }).click()
  await page.getByRole('combobox', { name: /渠道/u }).click()
  await page.getByTitle('政务微信：清溪民政').click()
  await page.getByLabel('发出日期').fill('2026-03-12')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('政务微信须填写可以打开的网址').first().waitFor()
  await page.getByLabel('网址').fill('https://mp.example.cn/s/991')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('link', { name: '打开网址' }).waitFor()
  await tidy(page, 'channels-sent')
  await page.goto(`${address}/console/${office.organId}/channels?tab=lists`)
  await page.getByRole('button', { name: '编制清单' }).click()
  await page.getByLabel('公开日期自').fill('2026-03-01')
  await page.getByRole('textbox', { name: /^至|至$/u }).fill('2026-03-12')
  await page.getByLabel('接收单位').fill('清溪县档案馆')
  await page.getByRole('button', { name: '编制', exact: true }).click()
  await page.getByText('移送〔2026〕1号').waitFor()
  await tidy(page, 'channels-lists')
  await page.goto(`${address}/console/${office.organId}/supervision/publication/counts`)
  await page
    .getByRole('row', { name: /政务微信/u })
    .getByRole('link', { name: '1', exact: true })
    .click()
  await page.getByRole('link', { name: '关于调整农村低保标准的通知' }).waitFor()
  await tidy(page, 'inspection-counts')
}

async function supervisorReminds(browser: Browser): Promise<void> {
  const { county } = office
  const page = await signedIn(browser, 'jiandu', `${county}/supervision/publication/below`)
  await page.getByRole('link', { name: '清溪县MZ局' }).waitFor()
  await tidy(page, 'inspection-below')
  await page.getByRole('button', { name: '首页不更新' }).click()
  await page.getByRole('columnheader', { name: '首页不更新' }).waitFor()
  await page.getByRole('link', { name: '清溪县MZ局' }).click()
  await page.getByRole('heading', { name: /首页不更新/u }).waitFor()
  assert.equal(
    await page.getByText('一季度低保资金公示').count(),
    0,
    'nothing unpublished is named from above',
  )
  assert.equal(await page.getByRole('link', { name: '首页', exact: true }).getAttribute('href'), '/organs/MZ')
  await tidy(page, 'inspection-lower')
  await page.getByRole('button', { name: '提醒整改：首页', exact: true }).click()
  await page.getByLabel('整改要求').fill('首页超过两周没有更新，请尽快补充。')
  await tidy(page, 'inspection-remind')
  await page.getByRole('button', { name: '发出提醒' }).click()
  await page.getByText('首页超过两周没有更新，请尽快补充。').first().waitFor()
}

async function officerAnswers(browser: Browser): Promise<void> {
  const page = await signedIn(browser, 'xinxi', `${office.organId}/publication`, 375)
  await page.getByRole('heading', { name: '督办提醒（1件待回复）' }).waitFor()
  await tidy(page, 'inspection-inbox-375')
  await page.getByRole('button', { name: '回复提醒：首页' }).click()
  await page.getByLabel('整改情况').fill('已发布本周工作动态。')
  await page.getByRole('button', { name: '提交回复' }).click()
  await page.getByRole('heading', { name: '督办提醒（1件待回复）' }).waitFor({ state: 'detached' })
  await page.goto(`${address}/console/${office.organId}/supervision/publication`)
  await page.getByText('已发布本周工作动态。').waitFor()
  await page.getByText('一季度低保资金公示').waitFor()
  await tidy(page, 'inspection-own-375')
  for (const [path, name] of [
    ['channels?tab=places', 'channels-places-375'],
    ['channels', 'channels-sent-375'],
    ['supervision/publication/counts', 'inspection-counts-375'],
  ] as const) {
    await page.goto(`${address}/console/${office.organId}/${path}`)
    await page.getByRole('table').first().waitFor()
    await tidy(page, name)
  }
}

test('国办秘函〔2019〕19号: the supervisor finds a stale home page, reminds the organ from its page, and the officer answers at the desk', async () => {
  await withBrowser(async (browser) => {
    await officerSends(browser)
    office.at('2026-04-10T02:00:00Z')
    await supervisorReminds(browser)
    await officerAnswers(browser)
  })
})
