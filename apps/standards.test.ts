import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { standardSheets } from '#district/standards.ts'
import { exampleXlsx } from '#duties/publication/catalogue/example.ts'
import { testOrgan, testPassword, testPerson, testSecret } from '#platform/http/testing.ts'
import type { Platform } from '#platform/platform.ts'
import { axe, openPage, screenshot, withBrowser } from '#platform/testing/browser.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { assemble } from './assemble.ts'
import { buildConsole } from './console/build.ts'

const endings: (() => Promise<void> | void)[] = []
let address = ''
let organId = ''
let folder = ''
let platform: Platform
let setClock: (to: string) => void

before(async () => {
  const made = await testPlatform({ after: (end) => endings.push(end) }, '2026-01-12T02:00:00Z')
  platform = made.platform
  setClock = made.at
  organId = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  await testPerson(platform.db, { username: 'fabuyuan', organId, roles: ['publisher', 'informationOfficer'] })
  folder = mkdtempSync(join(tmpdir(), 'gongkai-standards-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, '标准目录.xlsx'), await exampleXlsx(standardSheets()))
  const [money, ...others] = standardSheets()
  const bad = Array.from({ length: 9 }, (_, i) => [
    '坏行',
    `第${i + 1}行`,
    '内容',
    '',
    '20个工作日内',
    '县财政局',
    '■政府网站',
    '√',
    '',
    '√',
    '',
    '√',
    '',
    '',
  ])
  const wrong = [{ ...(money ?? assert.fail()), rows: [...(money?.rows ?? []), ...bad] }, ...others]
  writeFileSync(join(folder, '有错.xlsx'), await exampleXlsx(wrong))
  const consoleFolder = await buildConsole()
  const app = await assemble(platform, { secret: testSecret, logger: false, consoleFolder })
  endings.unshift(() => app.close())
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})

after(async () => {
  for (const end of endings) await end()
})

async function signedIn(browser: Browser): Promise<Page> {
  const page = await openPage(browser, { width: 1280 })
  await page.goto(`${address}/console/${organId}/standards`)
  await page.getByLabel('用户名').fill('fabuyuan')
  await page.getByLabel('密码').fill(testPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '基层政务公开标准目录' }).waitFor()
  return page
}

const tidy = async (page: Page): Promise<void> => {
  assert.deepEqual(await axe(page), [])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${wide} pixels wider than the screen`)
}

test('three standard catalogues come from a workbook with 同上 and ■/□, nine bad rows keep all of it out, and a late entry is shown so', async () => {
  await withBrowser(async (browser) => {
    const page = await signedIn(browser)
    const file = page.getByLabel(/^选择标准目录/)
    await file.setInputFiles(join(folder, '有错.xlsx'))
    await page.getByText('5项无误，9处错误').waitFor()
    assert.equal(await page.getByRole('alert').locator('li').count(), 9)
    await page.getByRole('button', { name: '导入为草稿（3张表）' }).click()
    await page.getByText('没有导入任何内容').waitFor()
    assert.equal(await page.getByText('还没有标准目录').count(), 1)
    await tidy(page)
    await screenshot(page, 'standards-wrong')

    await file.setInputFiles(join(folder, '标准目录.xlsx'))
    await page.getByText('5项，没有错误').nth(2).waitFor()
    await page.getByRole('button', { name: '导入为草稿（3张表）' }).click()
    await page.getByText('已导入').waitFor()
    for (const label of ['财政预决算', '安全生产', '社会救助']) {
      await page.getByRole('link', { name: label, exact: true }).click()
      await page.getByRole('button', { name: '发布这一版' }).click()
      await page.getByText('2026年1月12日发布').waitFor()
      await page.getByRole('link', { name: '全部领域' }).click()
    }
    await tidy(page)
    setClock('2026-02-02T02:00:00Z')
    const later = await signedIn(browser)
    await later.getByRole('link', { name: '社会救助', exact: true }).click()
    await later.getByText('逾期未更新，应于2026年1月31日前').waitFor()
    await tidy(later)
    await screenshot(later, 'standards-field')
  })
})

test('a citizen reads the catalogue on a phone: what stands under an entry, and what is late', async () => {
  await sql`insert into item_row (organ_id, item_id, seq, index_number, kind, catalogue_code, title, body, formed_on, published_at, status, entry)
    values (${organId}, gen_random_uuid(), 0, 'x/2026-00001', 'budget', '20-07', '清溪县财政局2026年度部门预算', '<p>正文</p>', '2026-01-20', '2026-01-21T02:00:00Z', 'published', '04-001')`.execute(
    platform.db,
  )
  await withBrowser(async (browser) => {
    for (const width of [375, 1280]) {
      const page = await openPage(browser, { width, javaScript: false })
      await page.goto(`${address}/standards`)
      await page.getByRole('link', { name: '财政预决算' }).click()
      await page.getByText('1条，最近2026-01-21').waitFor()
      await tidy(page)
      await screenshot(page, `standards-public-${width}`)
      await page.getByRole('link', { name: '部门收支总体情况' }).first().click()
      await page.getByRole('link', { name: '清溪县财政局2026年度部门预算' }).waitFor()
      await tidy(page)
      await screenshot(page, `standards-entry-${width}`)
      await page.goto(`${address}/standards/xzf/17`)
      await page.getByText('逾期未更新（应于2026年1月31日前公开）').waitFor()
      await page.context().close()
    }
  })
})
