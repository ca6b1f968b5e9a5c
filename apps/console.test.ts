import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { fileRequest } from '#duties/requests/public-desk.ts'
import { testOrgan, testPassword, testPerson } from '#platform/http/testing.ts'
import { openPage, tidy, tidyAtBoth, troubleOf, withBrowser } from '#platform/testing/browser.ts'
import { openSite, signedIn } from './days/site.ts'

const paper = {
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

const site = await openSite({ after }, new Date().toISOString())
const { platform, address } = site
const organId = await testOrgan(platform.db, 'MZ')
await testPerson(platform.db, { username: 'xuwenlan', organId, roles: ['handler', 'officeHead'] })
await testPerson(platform.db, { username: 'duanqinghe', organId, roles: ['handler'] })
await testPerson(platform.db, { username: 'guanli', organId, roles: ['administrator'] })
const filed = await fileRequest(platform, organId, paper, { askId: randomUUID(), channel: 'online' })
assert.equal(filed.kind, 'filed')

const desk = (browser: Browser, username: string, width = 1280): Promise<Page> =>
  signedIn(browser, site, { username, width })

async function signIn(page: Page, username: string, password: string = testPassword): Promise<void> {
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The entries about requests, remedies and reports, in the order of the menu. */
const casesAndReports = ['今日', '申请', '督办', '复议诉讼', '年报', '读报']
const menuOf = async (page: Page) => {
  const entries = await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').allInnerTexts()
  return entries.filter((entry) => casesAndReports.includes(entry))
}

async function openCase(page: Page): Promise<void> {
  await page.goto(`${address}/console/${organId}/requests?view=all`)
  await page.getByRole('link', { name: paper.title }).click()
  await page.getByRole('heading', { name: '办理经过' }).waitFor()
}

test('a wrong password is told apart from nothing; the right one opens 今日, where keys lead on', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser, { refused: [401] })
    await page.goto(`${address}/console/`)
    await page.getByLabel('用户名').waitFor()
    await tidy(page)
    await signIn(page, 'xuwenlan', 'not the password')
    await page.getByText('用户名或密码不正确').waitFor()
    await signIn(page, 'xuwenlan')
    await page.getByRole('heading', { name: '今日' }).waitFor()
    assert.deepEqual(await menuOf(page), casesAndReports)
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.getByRole('heading', { name: '申请', exact: true }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('低保')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: paper.title }).waitFor()
    await page.locator('h1').focus()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor()
    await tidy(page)
  })
})

test('an administrator has no way to cases and reports, in the menu or by address', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser, 'guanli')
    assert.deepEqual(await menuOf(page), [])
    await page.goto(`${address}/console/${organId}/requests`)
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor()
  })
})

test('设置: where the portal is another organ’s there is no way to its search and site; one’s own particulars are kept', async () => {
  await withBrowser(async (browser) => {
    const page = await signedIn(browser, site, { username: 'guanli', path: `${organId}/settings/organ` })
    await page.getByRole('heading', { name: '机关信息' }).waitFor()
    const tabs = await page.getByRole('navigation', { name: '设置' }).getByRole('link').allInnerTexts()
    assert.deepEqual(
      ['机关信息', '网站信息', '检索'].filter((tab) => tabs.includes(tab)),
      ['机关信息'],
    )
    await page.getByLabel('机关职能').fill('主管全县民政工作。')
    await page.getByLabel('联系电话').fill('0990-5550123')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存。').waitFor()
    await tidyAtBoth(page, 'settings-organ')
    await page.getByRole('link', { name: '查看机关公开专页' }).click()
    await page.getByText('主管全县民政工作。').waitFor()
    await page.getByText('0990-5550123').waitFor()
  })
})

test('two at one case: the second is told who was first, keeps what was typed, and can send it', async () => {
  await withBrowser(async (browser) => {
    const [first, second] = [await desk(browser, 'xuwenlan'), await desk(browser, 'duanqinghe')]
    await openCase(first)
    await openCase(second)
    await button(second, '备注').click()
    await second.getByRole('textbox', { name: '内容' }).fill('已电话联系申请人')
    await button(first, '认领').first().click()
    await button(first, '认领').last().click()
    await first.getByText('已记录：认领。').waitFor()
    await button(second, '备注').last().click()
    await second.getByText('他人已先行办理').waitFor()
    await second.getByText('人员xuwenlan：分办').waitFor()
    assert.equal(await second.getByRole('textbox', { name: '内容' }).inputValue(), '已电话联系申请人')
    await button(second, '备注').last().click()
    await second.getByText('已记录：备注。').waitFor()
  })
})

test('a session that ends asks to sign in over the form, and what was typed is sent afterwards', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser, 'xuwenlan', 375)
    await openCase(page)
    await button(page, '备注').click()
    await page.getByRole('textbox', { name: '内容' }).fill('待核实文号')
    await page.context().clearCookies()
    await button(page, '备注').last().click()
    await page.getByRole('dialog', { name: '登录已过期，请重新登录' }).waitFor()
    await tidy(page)
    await signIn(page, 'xuwenlan')
    await page.getByRole('dialog', { name: '登录已过期，请重新登录' }).waitFor({ state: 'hidden' })
    await button(page, '备注').last().click()
    await page.getByText('已记录：备注。').waitFor()
  })
})

test('数皆有据: a figure of the annual report opens to its case, by arrow keys, under a strict content policy', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser, 'xuwenlan')
    await page.keyboard.press('g')
    await page.keyboard.press('n')
    await page.locator('tbody').getByRole('link').first().click()
    await page.getByRole('table', { name: '收到和处理政府信息公开申请情况' }).waitFor()
    await page.locator('[id="cell-requests.carried_over.naturalPerson"]').focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('link', { name: paper.title }).click()
    await page.getByRole('heading', { name: paper.title }).waitFor()
    assert.deepEqual(troubleOf(page), [])
  })
})
