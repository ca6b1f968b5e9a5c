import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { standardSheets } from '#district/standards.ts'
import { exampleXlsx } from '#duties/publication/catalogue/example.ts'
import { testOrgan, testPerson } from '#platform/http/testing.ts'
import { openPage, tidy, tidyAtBoth, withBrowser } from '#platform/testing/browser.ts'
import { openSite, signedIn } from './days/site.ts'

const site = await openSite({ after }, '2026-01-12T02:00:00Z')
const { platform, address, at } = site
const organId = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
await testPerson(platform.db, { username: 'fabuyuan', organId, roles: ['publisher', 'informationOfficer'] })
const folder = mkdtempSync(join(tmpdir(), 'gongkai-standards-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const [money = assert.fail(), ...others] = standardSheets()
const rest = ['内容', '', '20个工作日内', '县财政局', '■政府网站', '√', '', '√', '', '√', '', '']
const bad = Array.from({ length: 9 }, (_, i) => ['坏行', `第${i + 1}行`, ...rest])
writeFileSync(join(folder, '标准目录.xlsx'), await exampleXlsx([money, ...others]))
const wrong = [{ ...money, rows: [...money.rows, ...bad] }, ...others]
writeFileSync(join(folder, '有错.xlsx'), await exampleXlsx(wrong))

async function desk(browser: Browser): Promise<Page> {
  const path = `${organId}/standards`
  const page = await signedIn(browser, site, { username: 'fabuyuan', path, refused: [422] })
  await page.getByRole('heading', { name: '基层政务公开标准目录' }).waitFor()
  return page
}

test('three standard catalogues come from a workbook with 同上 and ■/□, nine bad rows keep all of it out, and a late entry is shown so', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser)
    const items = await page.getByRole('link', { name: '公开信息' }).getAttribute('href')
    assert.equal(items, `/console/${organId}/publication`)
    const file = page.getByLabel(/^选择标准目录/)
    await file.setInputFiles(join(folder, '有错.xlsx'))
    await page.getByText('5项无误，9处错误').waitFor()
    assert.equal(await page.getByRole('alert').locator('li').count(), 9)
    await page.getByRole('button', { name: '导入为草稿（3张表）' }).click()
    await page.getByText('没有导入任何内容').waitFor()
    assert.equal(await page.getByText('还没有标准目录').count(), 1)
    await tidy(page, 'standards-wrong')

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
    at('2026-02-02T02:00:00Z')
    const later = await desk(browser)
    await later.getByRole('link', { name: '社会救助', exact: true }).click()
    await later.getByText('逾期未更新，应于2026年1月31日前').waitFor()
    await tidyAtBoth(later, 'standards-field')
    await later.getByRole('button', { name: '撰写：审批信息' }).click()
    await later.getByText('最低生活保障：审批信息（17-004）').first().waitFor()
    await later.getByLabel('成文日期').fill('2026-02-02')
    await later.getByRole('textbox', { name: '标题' }).fill('清溪县2026年1月低保审批公示')
    await later.getByText('已自动保存。').waitFor()
    const row = await platform.db.selectFrom('item_row').select('entry').executeTakeFirstOrThrow()
    assert.equal(row.entry, '17-004')
    await tidyAtBoth(later, 'standards-draft')
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
      await tidy(page, `standards-public-${width}`)
      await page.getByRole('link', { name: '部门收支总体情况' }).first().click()
      await page.getByRole('link', { name: '清溪县财政局2026年度部门预算' }).waitFor()
      await tidy(page, `standards-entry-${width}`)
      await page.goto(`${address}/standards/xzf/17`)
      await page.getByText('逾期未更新（应于2026年1月31日前公开）').waitFor()
      await page.context().close()
    }
    const officer = await desk(browser)
    await officer.goto(`${address}/console/${organId}/standards/04`)
    const read = officer.getByRole('link', { name: '1条，最近2026年1月21日' })
    assert.equal(await read.getAttribute('href'), '/standards/xzf/04/001')
  })
})
