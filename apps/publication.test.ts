import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { publicationTasks } from '#duties/publication/tasks.ts'
import type { Role } from '#law/roles.ts'
import { testOrgan, testPassword, testPerson, testSecret } from '#platform/http/testing.ts'
import { runJobs } from '#platform/jobs/run.ts'
import { axe, openPage, screenshot, troubleOf, withBrowser } from '#platform/testing/browser.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { assemble } from './assemble.ts'
import { buildConsole } from './console/build.ts'

const endings: (() => Promise<void> | void)[] = []
let address = ''
let organId = ''
let folder = ''

const people: readonly [string, Role[]][] = [
  ['xinxi', ['informationOfficer']],
  ['shenhe', ['reviewer', 'secrecyReviewer']],
  ['fabu', ['leader', 'publisher']],
  ['fuzeren', ['officeHead']],
]

before(async () => {
  const { platform, database } = await testPlatform(
    { after: (end) => endings.push(end) },
    new Date().toISOString(),
  )
  const county = await testOrgan(platform.db, 'qingxi', null, {
    kind: 'government',
    name: '清溪县人民政府',
  })
  organId = await testOrgan(platform.db, 'qingyan', county, {
    kind: 'town',
    level: 'town',
    name: '清溪县青岩镇人民政府',
    shortName: '青岩镇',
  })
  for (const [username, roles] of people) await testPerson(platform.db, { username, organId, roles })
  folder = mkdtempSync(join(tmpdir(), 'gongkai-publication-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  const names = '姓名,身份证号码,补贴（元）\n周禾,11010519491231002X,820\n'
  writeFileSync(join(folder, '发放名单.csv'), names)
  const app = await assemble(platform, {
    secret: testSecret,
    logger: false,
    consoleFolder: await buildConsole(),
  })
  endings.unshift(() => app.close())
  const visit = async (url: string) => {
    const { statusCode: status, body } = await app.inject({ method: 'GET', url })
    return { status, body }
  }
  const jobs = await runJobs(database.url, publicationTasks(platform, visit))
  endings.unshift(() => jobs.stop())
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})

after(async () => {
  for (const end of endings) await end()
})

async function signedIn(browser: Browser, username: string, path = '', width = 1280): Promise<Page> {
  const page = await openPage(browser, { width })
  await page.goto(`${address}/console/${organId}/publication${path}`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(testPassword)
  await page.keyboard.press('Enter')
  await page.locator('.page-head h1').waitFor()
  return page
}

const tidy = async (page: Page): Promise<void> => {
  assert.deepEqual(await axe(page), [])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${wide} pixels wider than the screen`)
  const trouble = troubleOf(page).filter((each) => !/status of (401|404|409)/.test(each))
  assert.deepEqual(trouble, [])
}

const step = (page: Page, label: string): Locator =>
  page.locator('.steps').getByRole('button', { name: label, exact: true }).first()

async function take(page: Page, label: string, fill: () => Promise<void> = async () => {}): Promise<void> {
  await step(page, label).click()
  await fill()
  await page.locator('.steps form').getByRole('button', { name: label, exact: true }).click()
}

async function agree(page: Page, label: string, opinion: string): Promise<void> {
  await take(page, label, async () => {
    const form = page.locator('.steps form')
    await form.getByLabel('是', { exact: true }).check()
    for (const box of await form.getByRole('checkbox').all()) await box.check()
    await form.locator('[id$="_opinion"]').fill(opinion)
  })
  await page.getByText(`已记录：${label}。`).waitFor()
}

test('a town’s information officer: four typed fields, a list stopped at the gate and masked, reviewed by two, released, amended while it stays up, withdrawn, proven gone', async () => {
  await withBrowser(async (browser) => {
    const officer = await signedIn(browser, 'xinxi')
    await officer.getByRole('heading', { name: '发布', exact: true }).waitFor()
    await officer.getByText('没有等您办理的信息。').waitFor()
    await officer.getByRole('button', { name: '拟稿' }).click()
    await officer.getByRole('textbox', { name: '标题' }).fill('青岩镇2026年农村低保发放名单公示')
    await officer.getByLabel('成文日期').fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
    await officer.getByRole('combobox', { name: '栏目' }).fill('民生')
    await officer.keyboard.press('Enter')
    const text = officer.getByRole('textbox', { name: '正文' })
    await text.click()
    await officer.keyboard.type('现将名单公示如下，公示期五个工作日。')
    await officer.getByText('已自动保存。').waitFor()
    await officer.getByLabel('添加附件').setInputFiles(join(folder, '发放名单.csv'))
    await officer.getByRole('heading', { name: /^发布前检查/ }).waitFor()
    await officer.locator('.findings').getByText('居民身份证号码').waitFor()
    await screenshot(officer, 'publication-gate')
    assert.equal(await step(officer, '送审').count(), 0)
    await officer.getByText('还有1处没有处理，处理以前').waitFor()
    await tidy(officer)
    await screenshot(officer, 'publication-gate')

    await officer.locator('.findings').getByRole('button', { name: '遮盖' }).click()
    await officer.getByText('没有发现问题。').waitFor()
    await take(officer, '送审')
    await officer.getByText('已记录：送审。').waitFor()
    const path = new URL(officer.url()).pathname.split('/publication')[1] ?? ''

    const reviewer = await signedIn(browser, 'shenhe')
    await reviewer.getByRole('link', { name: /农村低保发放名单/ }).click()
    await agree(reviewer, '保密审查', '逐项审查，不涉密')
    await agree(reviewer, '审核', '同意')
    await tidy(reviewer)
    await screenshot(reviewer, 'publication-review')

    const publisher = await signedIn(browser, 'fabu', path)
    await agree(publisher, '审核', '同意')
    await agree(publisher, '审核', '同意发布')
    await take(publisher, '发布')
    await publisher.getByRole('dialog').getByRole('button', { name: '确认发布' }).click()
    await publisher.getByText('已记录：发布。').waitFor()
    const shown = await publisher.getByRole('link', { name: '查看公开页面' }).getAttribute('href')
    assert.ok(shown)

    const citizen = await openPage(browser, { javaScript: false })
    await citizen.goto(`${address}${shown}`)
    await citizen.getByRole('heading', { name: '青岩镇2026年农村低保发放名单公示' }).waitFor()
    const file = await citizen.getByRole('link', { name: '发放名单.csv' }).getAttribute('href')
    const sent = await (await fetch(`${address}${file}`)).text()
    assert.equal(sent.includes('19491231'), false)
    assert.match(sent, /周禾/)

    await officer.reload()
    await take(officer, '修改', async () => {
      await officer.locator('.steps form').getByLabel('修改内容和理由').fill('公示期改为七个工作日')
    })
    await officer.getByText('已记录：修改。').waitFor()
    const again = officer.getByRole('textbox', { name: '正文' })
    await again.fill('现将名单公示如下，公示期七个工作日。')
    await take(officer, '送审')
    await officer.getByText('已记录：送审。').waitFor()
    await citizen.reload()
    await citizen.getByText('公示期五个工作日').waitFor()
    await reviewer.reload()
    await agree(reviewer, '保密审查', '不涉密')
    await agree(reviewer, '审核', '同意')
    await publisher.reload()
    await agree(publisher, '审核', '同意')
    await agree(publisher, '审核', '同意发布')
    await take(publisher, '发布')
    await publisher.getByRole('dialog').getByRole('button', { name: '确认发布' }).click()
    await publisher.getByText('已记录：发布。').waitFor()
    await citizen.reload()
    await citizen.getByText('公示期七个工作日').waitFor()
    await citizen.getByText('修改时间').waitFor()

    await publisher.getByRole('button', { name: '对照' }).click()
    await publisher.locator('.compared .new').getByText('七个工作日').waitFor()
    await tidy(publisher)
    await screenshot(publisher, 'publication-compare')
    await publisher.goBack()

    await take(publisher, '撤下', async () => {
      const form = publisher.locator('.steps form')
      await form.getByLabel('撤下理由').fill('公示期满')
      await form.getByLabel('对公众的说明').fill('公示期已满，该名单已经撤下。')
    })
    await publisher.getByRole('dialog').getByRole('button', { name: '确认撤下' }).click()
    await publisher.getByText(/核验：\d+处都已看不到/).waitFor({ timeout: 30_000 })
    await tidy(publisher)
    await screenshot(publisher, 'publication-proof')
    const gone = await citizen.goto(`${address}${shown}`)
    assert.equal(gone?.status(), 410)
    await citizen.getByText('公示期已满，该名单已经撤下。').waitFor()
    assert.ok([404, 410].includes((await fetch(`${address}${file}`)).status))
  })
})

test('the head of the office sets two levels; whoever drafts saves with the keyboard', async () => {
  await withBrowser(async (browser) => {
    const head = await signedIn(browser, 'fuzeren')
    await head.goto(`${address}/console/${organId}/settings/publication`)
    await head.getByRole('heading', { name: '主动公开设置' }).waitFor()
    await head.getByRole('checkbox', { name: '终审' }).uncheck()
    await head.getByRole('button', { name: '保存设置' }).click()
    await head.getByText('已保存。').waitFor()
    await tidy(head)
    await screenshot(head, 'publication-settings')
    const page = await signedIn(browser, 'xinxi')
    await page.getByRole('button', { name: '拟稿' }).click()
    await page.getByRole('textbox', { name: '标题' }).fill('关于开展清明防火检查的通知')
    await page.getByRole('textbox', { name: '正文' }).fill('请各村于三月底前完成检查。')
    await page.keyboard.press('Control+s')
    await page.getByText('已保存。').waitFor()
    await page.locator('.stages').getByText('复审').waitFor()
    assert.equal(await page.locator('.stages').getByText('终审').count(), 0)
    await tidy(page)
    await screenshot(page, 'publication-draft')
  })
})

test('what was typed is there again after the tab was closed; on a telephone nothing is cut off', async () => {
  await withBrowser(async (browser) => {
    const page = await signedIn(browser, 'xinxi', '', 375)
    await tidy(page)
    await page.getByRole('button', { name: '拟稿' }).click()
    await page.getByRole('textbox', { name: '标题' }).fill('关于汛期值班的通知')
    await page.getByRole('textbox', { name: '正文' }).fill('请各村做好值班')
    await page.getByText('已自动保存。').waitFor()
    await page.getByRole('textbox', { name: '正文' }).fill('请各村做好值班，遇险情立即上报。')
    await page.waitForResponse((response) => response.url().endsWith('/autosave'))
    const path = new URL(page.url()).pathname.split('/publication')[1] ?? ''
    await page.close({ runBeforeUnload: false })
    const later = await signedIn(browser, 'xinxi', path, 375)
    await later.getByText(/上次没有保存的内容已经找回/).waitFor()
    await later.getByRole('textbox', { name: '正文' }).getByText('遇险情立即上报').waitFor()
    await tidy(later)
    await screenshot(later, 'publication-draft-375')
    await later.getByRole('link', { name: '发布', exact: true }).click()
    await later.getByRole('link', { name: '在办' }).click()
    await later.getByRole('link', { name: '关于汛期值班的通知' }).waitFor()
    await tidy(later)
    await screenshot(later, 'publication-list-375')
  })
})
