import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { readingTasks } from '#duties/annual-report/corpus/batch-tasks.ts'
import { published } from '#duties/annual-report/corpus/corpus.cases.ts'
import { testOrgan, testPerson } from '#platform/http/testing.ts'
import { tidy, withBrowser } from '#platform/testing/browser.ts'
import { openSite, signedIn } from './days/site.ts'

/** A report whose total of new requests contradicts its parts, and one that is a picture. */
const wrong = published.civil2024.replace(/(本年新收政府信息公开申请数量.*)\| 5 \|(\s*)$/m, '$1| 6 |$2')

const site = await openSite({ after }, new Date().toISOString(), {
  tasks: (platform) => readingTasks(platform, (fault) => console.error(fault), []),
})
const { platform } = site
const organId = await testOrgan(platform.db, 'XZF', null, { kind: 'government', name: '清溪县人民政府' })
await testPerson(platform.db, { username: 'weijianshu', organId, roles: ['supervisor'] })
const folder = mkdtempSync(join(tmpdir(), 'gongkai-reading-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, '民政局2023.txt'), published.civil2023)
writeFileSync(join(folder, '民政局2024.txt'), wrong)
writeFileSync(join(folder, '教育局2024.txt'), published.school2024)
writeFileSync(join(folder, '扫描件.jpg'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0))

async function desk(browser: Browser, width = 1280): Promise<Page> {
  const path = `${organId}/reading`
  const page = await signedIn(browser, site, { username: 'weijianshu', path, width })
  await page.getByRole('heading', { name: '读报', exact: true }).waitFor()
  return page
}

const received = 'cell-requests.new_received.naturalPerson'

test('读报: four files handed in, one refused in a sentence; a figure and its place in the source show each other', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser)
    await page.getByRole('link', { name: '历年和比较' }).click()
    await page.getByText('还没有读过报告。').waitFor()
    assert.equal(await page.getByRole('main').getByRole('combobox').count(), 0, 'no empty box')
    await tidy(page)
    await page.goto(`${site.address}/console/${organId}/reading`)
    const files = ['民政局2023.txt', '民政局2024.txt', '扫描件.jpg', '教育局2024.txt']
    await page.getByLabel(/^选择文件，/).setInputFiles(files.map((name) => join(folder, name)))
    await page.getByText('读完了：4个文件中读到3份报告，1份没有读成。').waitFor()
    await page.getByText('这是图片，没有文字可读').first().waitFor()
    await page.getByText('共4份，已显示4份。').waitFor()
    await tidy(page, 'reading')

    await page.locator('.kept').getByRole('link', { name: '民政局2024.txt' }).click()
    await page.getByRole('heading', { name: '清溪县民政局' }).waitFor()
    await page.locator(`[id="${received}"]`).click()
    const mark = page.locator('#read-mark')
    assert.equal(await mark.innerText(), '5')
    await page.locator('.chosen', { hasText: '自然人' }).getByText('从表格的格子里直接读出').waitFor()
    assert.ok(await mark.isVisible())
    await page.locator(`[id="${received}"]`).press('ArrowDown')
    await page.keyboard.press('Enter')
    assert.equal(await mark.innerText(), '2')
    await page.locator('[data-cell="requests.granted.naturalPerson"]').click()
    const focused = await page.evaluate(() => document.activeElement?.id)
    assert.equal(focused, 'cell-requests.granted.naturalPerson')
    const findings = page.locator('.read-findings')
    await findings.getByText('总计', { exact: false }).first().waitFor()
    await findings.getByRole('button', { name: '复制', exact: true }).first().click()
    await findings.getByText(/已复制|请选中文字/).waitFor()
    await tidy(page, 'reading-report')
  })
})

test('读报: a folder is handed in as it is, a list of addresses is fetched, and the original can be had again', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser)
    await page.getByLabel('选择文件夹').setInputFiles(folder)
    await page.getByText('读完了：4个文件中读到3份报告，1份没有读成。').waitFor()
    await page.getByText('以前读过，没有重复收存').first().waitFor()
    await page.getByText('按网址清单读取').click()
    await page.getByLabel('网址，每行一个').fill('http://127.0.0.1:9/2024.html\n民政局')
    await page.getByRole('button', { name: '读取这些网址' }).click()
    await page.getByText('这个网址在内部网络，没有放行').waitFor()
    await page.getByText('“民政局”没有网址，没有读。').waitFor()
    await tidy(page, 'reading-addresses')
    await page.getByRole('table').getByRole('link').first().click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '原件' }).click()
    assert.match((await download).suggestedFilename(), /2024\.txt$/)
    await tidy(page)
  })
})

test('读报 on a telephone and over the years: what does not carry over is said, every page is clean', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser, 375)
    await tidy(page)
    await page.getByRole('link', { name: '问题总览' }).click()
    await page.getByRole('heading', { name: '按规则' }).waitFor()
    await page.getByRole('button', { name: '处数' }).click()
    await page.getByText('同一机关相邻两年的有1对：衔接的0对，不衔接的1对').waitFor()
    await tidy(page)
    await page.getByRole('link', { name: '历年和比较' }).click()
    await page.getByRole('combobox', { name: '机关' }).fill('清溪县民政局')
    await page.getByText(/“总计”列：上年报告结转下年度3件，本年报告上年结转2件/).waitFor()
    await page.getByRole('table', { name: /2024年.*的名次/ }).waitFor()
    await tidy(page, 'reading-figures')
    await page.getByRole('link', { name: '2024年' }).click()
    await page.locator('#read-mark').waitFor()
    await tidy(page)
  })
})
