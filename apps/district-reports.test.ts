import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { getDocumentProxy } from 'unpdf'
import { plantedCounty } from '#district/planted.ts'
import { demonstrationPassword } from '#district/planting/people.ts'
import { openPage, tidy, withBrowser } from '#platform/testing/browser.ts'
import { openSite, signedIn } from './days/site.ts'

const site = await openSite({ after }, '2026-11-20T02:00:00Z', { ground: plantedCounty })
const { platform, address } = site
const organs = await platform.db.selectFrom('organ').select(['organ_id', 'code']).execute()
const ids = new Map(organs.map(({ organ_id, code }) => [code, organ_id]))

const supervisor = { username: 'qingxi-jiandu', password: demonstrationPassword, refused: [422] }

for (const width of [1280, 375])
  test(`at ${width} pixels: the county's progress and merged report, a wrong report and its correction, on the desk`, async () => {
    await withBrowser(async (browser) => {
      const path = `${ids.get('qingxi')}/reports`
      const county = `${address}/console/${path}`
      const page = await signedIn(browser, site, { ...supervisor, width, path: `${path}/2025/below` })
      await page.getByText('已经全部审核。').waitFor()
      await tidy(page, `district-below-${width}`)
      await page.goto(`${county}/2025/merged`)
      await page.getByText('各机关均已计入。').waitFor()
      await tidy(page, `district-merged-${width}`)
      await page.goto(`${county}/2025/below/${ids.get('qingxi-nynj')}/versions`)
      await page.getByRole('heading', { name: '第2版' }).waitFor()
      await page.getByText('汇总时校核发现予以公开一行总计不等于各类申请人之和').waitFor()
      await page.getByRole('rowheader', { name: /予以公开.*其他/ }).waitFor()
      await tidy(page, `district-versions-${width}`)
      await page.goto(`${county}/2025/below/${ids.get('qingxi-yunzhan')}`)
      await page.getByText('有权机关才有规章').first().waitFor()
      await tidy(page, `district-lower-${width}`)
      await page.goto(`${county}/2025`)
      await page.getByText('各版本和更正').waitFor()
      assert.equal(await page.getByText('是手写的数字').count(), 0)
      await tidy(page, `district-own-${width}`)
      await page.goto(`${county}/2026/below/${ids.get('qingxi-yunzhan')}`)
      await page.getByLabel('或者填写报告的网址').fill('http://127.0.0.1/2026/report.docx')
      await page.getByRole('button', { name: '读取网址' }).click()
      await page.getByText('这个网址在内部网络，没有放行').first().waitFor()
      await tidy(page, `district-hand-in-${width}`)
    })
  })

async function pagesPrinted(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4' })
  const { numPages } = await getDocumentProxy(new Uint8Array(pdf))
  return numPages
}

for (const width of [1280, 375])
  test(`at ${width} pixels: the county's report, one corrected, the picture and the comparison, for the public without script`, async () => {
    await withBrowser(async (browser) => {
      const page = await openPage(browser, { width, javaScript: false })
      for (const [path, words] of [
        ['qingxi/2025', '清溪县人民政府2025年政府信息公开工作年度报告'],
        ['qingxi-nynj/2025#corrections', '更正说明'],
        ['qingxi/2025/picture', '一图读懂'],
        ['compare?year=2025', '年报数据比较'],
      ] as const) {
        await page.goto(`${address}/reports/${path}`)
        await page.getByRole('heading', { name: words }).first().waitFor()
        await tidy(page, `district-portal-${path.replace(/\W+/g, '-')}-${width}`)
        if (path.endsWith('/picture')) assert.equal(await pagesPrinted(page), 1)
      }
    })
  })
