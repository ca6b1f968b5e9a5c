import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { ground } from '#duties/publication/desk.cases.ts'
import { testOrgan, testPerson } from '#platform/http/testing.ts'
import { attach } from '#platform/organs/closure.ts'
import { openPage, scrolledBy, tidy, tidyAtBoth, withBrowser } from '#platform/testing/browser.ts'
import { openSite, signedIn } from './days/site.ts'

const office = await ground({ after })
const { platform, county, organId, at, publish, draft } = office
at('2026-03-12T02:00:00Z')
const itemId = await publish({ kind: 'notice' })
await draft({ title: '一季度低保资金公示', formedOn: '2026-03-02' })
await testPerson(platform.db, { username: 'jiandu', organId: county, roles: ['supervisor', 'officeHead'] })
await testPerson(platform.db, { username: 'xinxi', organId, roles: ['informationOfficer', 'publisher'] })
const city = await testOrgan(platform.db, 'LJ', null, {
  ...{ kind: 'government', level: 'city', name: '澜江市人民政府', shortName: '澜江市' },
})
await platform.db
  .insertInto('organ_parent')
  .values({ organ_id: county, axis: 'region', from_on: '2019-01-01', until_on: null, parent_id: city })
  .execute()
await attach(platform.db, county, 'region', city)
await testPerson(platform.db, { username: 'gongbao', organId: city, roles: ['officeHead'] })
const { index_number: indexNumber } = await platform.db
  .selectFrom('item_row')
  .select('index_number')
  .where('item_id', '=', itemId)
  .executeTakeFirstOrThrow()
const site = await openSite({ after }, office)
const { address } = site

async function officerSends(browser: Browser): Promise<void> {
  const page = await signedIn(browser, site, {
    username: 'xinxi',
    path: `${organId}/channels?tab=places`,
    refused: [422],
  })
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
  await page.goto(`${address}/console/${organId}/publication/${itemId}`)
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
  await page.goto(`${address}/console/${organId}/channels?tab=lists`)
  await page.getByRole('button', { name: '编制清单' }).click()
  await page.getByLabel('公开日期自').fill('2026-03-01')
  await page.getByRole('textbox', { name: /^至|至$/u }).fill('2026-03-12')
  await page.getByLabel('接收单位').fill('清溪县档案馆')
  await page.getByRole('button', { name: '编制', exact: true }).click()
  await page.getByText('移送〔2026〕1号').waitFor()
  await tidy(page, 'channels-lists')
  await page.goto(`${address}/console/${organId}/supervision/publication/counts`)
  await page
    .getByRole('row', { name: /政务微信/u })
    .getByRole('link', { name: '1', exact: true })
    .click()
  await page.getByRole('link', { name: '关于调整农村低保标准的通知' }).waitFor()
  await tidy(page, 'inspection-counts')
  await reportIsFed(page)
}

/** Part one of the annual report speaks of what was counted, and each figure leads to its count. */
async function reportIsFed(page: Page): Promise<void> {
  await page.goto(`${address}/console/${organId}/reports/2026`)
  await page.getByText('2026年主动公开的数量，可以插入文字').click()
  const block = page.locator('details.made-public')
  await block.getByText('通过政务微信公开的条数：1').waitFor()
  await tidyAtBoth(page, 'report-made-public')
  await block.getByText('通过政府网站公开的条数：1').getByRole('link', { name: '1' }).click()
  await page.getByRole('row', { name: /政务微信/u }).waitFor()
}

/** 国办发〔2018〕22号: the city above enters an issue of its gazette, and the public reads it. */
async function cityPrints(browser: Browser): Promise<void> {
  const page = await signedIn(browser, site, { username: 'gongbao', path: `${city}/channels` })
  await page.getByRole('link', { name: '政府公报' }).click()
  await page.getByRole('button', { name: '登记一期公报' }).click()
  await page.getByLabel('出版日期').fill('2026-03-12')
  await page.getByLabel('刊登的信息').fill(indexNumber)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('link', { name: '2026年第1期' }).waitFor()
  await page.getByRole('listitem').filter({ hasText: '关于调整农村低保标准的通知' }).waitFor()
  await tidyAtBoth(page, 'channels-gazette')
  const citizen = await openPage(browser, { width: 375, javaScript: false })
  await citizen.goto(`${address}/gazette`)
  await tidy(citizen, 'gazette-375')
  await citizen.getByRole('link', { name: '澜江市人民政府公报2026年第1期' }).click()
  await tidy(citizen, 'gazette-issue-375')
  await citizen.getByRole('link', { name: '关于调整农村低保标准的通知' }).click()
  await citizen.getByRole('heading', { name: '关于调整农村低保标准的通知' }).waitFor()
}

/** The organ above sees how much all below it made public, and of whom a figure is the sum. */
async function countsBelow(page: Page): Promise<void> {
  await page.getByRole('link', { name: '公开数量' }).click()
  await page.getByText('2026年没有公开过信息。').waitFor()
  await page.getByRole('combobox', { name: '统计范围' }).click()
  await page.getByTitle('本机关和下级，按地区（下级政府和部门）').click()
  const figure = page.getByRole('row', { name: /政府网站/u }).getByRole('link', { name: '1', exact: true })
  await figure.click()
  const organ = page.getByRole('link', { name: '清溪县MZ局' })
  assert.equal(await organ.getAttribute('href'), '/items?organ=MZ&kind=notice&year=2026')
  await tidyAtBoth(page, 'inspection-counts-below')
}

async function supervisorReminds(browser: Browser): Promise<void> {
  const path = `${county}/supervision/publication/below`
  const page = await signedIn(browser, site, { username: 'jiandu', path })
  await page.getByRole('link', { name: '清溪县MZ局' }).waitFor()
  await tidy(page, 'inspection-below')
  await countsBelow(page)
  await page.goto(`${address}/console/${path}`)
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
  const path = `${organId}/publication`
  const page = await signedIn(browser, site, { username: 'xinxi', path, width: 375 })
  await page.getByRole('heading', { name: '督办提醒（1件待回复）' }).waitFor()
  await tidy(page, 'inspection-inbox-375')
  await page.getByRole('button', { name: '回复提醒：首页' }).click()
  await page.getByLabel('整改情况').fill('已发布本周工作动态。')
  await page.getByRole('button', { name: '提交回复' }).click()
  await page.getByRole('heading', { name: '督办提醒（1件待回复）' }).waitFor({ state: 'detached' })
  await page.goto(`${address}/console/${organId}/supervision/publication`)
  await page.getByText('已发布本周工作动态。').waitFor()
  await page.getByText('一季度低保资金公示').waitFor()
  await tidy(page, 'inspection-own-375')
  for (const [path, name] of [
    ['channels?tab=places', 'channels-places-375'],
    ['channels', 'channels-sent-375'],
    ['channels?tab=lists', 'channels-lists-375'],
    ['supervision/publication/counts', 'inspection-counts-375'],
  ] as const) {
    await page.goto(`${address}/console/${organId}/${path}`)
    await page.getByRole('table').first().waitFor()
    await tidy(page, name)
    if (path.startsWith('channels')) assert.equal(await scrolledBy(page.locator('.wide-table')), 0, name)
  }
}

test('国办秘函〔2019〕19号: the supervisor finds a stale home page, reminds the organ from its page, and the officer answers at the desk', async () => {
  await withBrowser(async (browser) => {
    await officerSends(browser)
    await cityPrints(browser)
    at('2026-04-10T02:00:00Z')
    await supervisorReminds(browser)
    await officerAnswers(browser)
  })
})
