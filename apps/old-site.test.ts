import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { gb18030, png, zipOf } from '#duties/publication/old-site/old-site.cases.ts'
import { oldSiteTasks } from '#duties/publication/old-site/tasks.ts'
import { testOrgan, testPassword, testPerson, testSecret } from '#platform/http/testing.ts'
import { runJobs } from '#platform/jobs/run.ts'
import { axe, openPage, screenshot, withBrowser } from '#platform/testing/browser.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { assemble } from './assemble.ts'
import { buildConsole } from './console/build.ts'

const endings: (() => Promise<void> | void)[] = []
let address = ''
let organId = ''

before(async () => {
  const made = await testPlatform({ after: (end) => endings.push(end) }, '2026-03-02T02:00:00Z')
  const { platform } = made
  organId = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  await testPerson(platform.db, { username: 'fabu', organId, roles: ['publisher'] })
  const consoleFolder = await buildConsole()
  const app = await assemble(platform, { secret: testSecret, logger: false, consoleFolder })
  const running = await runJobs(made.database.url, oldSiteTasks(platform))
  endings.unshift(
    () => running.stop(),
    () => app.close(),
  )
  address = await app.listen({ host: '127.0.0.1', port: 0 })
})

after(async () => {
  for (const end of endings) await end()
})

const oldPage = (title: string, date: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}_清溪县人民政府</title></head><body><div class="nav"><a href="/">首页</a></div>
  <h1>${title}</h1><div>发布日期：${date} 来源：县民政局</div><div class="TRS_Editor"><p>${body}</p></div><div class="footer">版权所有</div></body></html>`

const archive = () =>
  zipOf({
    'www.qingxi.example/zwgk/t20230105_1.html': oldPage(
      '关于调整农村低保标准的通知',
      '2023-01-05',
      '自本月起，农村低保标准调整为每人每月六百八十元。<img src="1.png" alt="标准表">',
    ),
    'www.qingxi.example/zwgk/1.png': png,
    'www.qingxi.example/zwgk/t20230206_2.html': gb18030(
      oldPage(
        '养老服务补贴对象公示',
        '2023年2月6日',
        '现将本季度养老服务补贴对象予以公示，公示期五个工作日。',
      ),
    ),
    'www.qingxi.example/zwgk/copy.html': oldPage(
      '养老服务补贴对象公示',
      '2023-02-06',
      '同一篇在另一个栏目。',
    ),
    'www.qingxi.example/zwgk/id.html': oldPage(
      '救助名单',
      '2023-03-01',
      '张某某，身份证号11010519491231002X。',
    ),
    'www.qingxi.example/zwgk/empty.html':
      '<html><body><h1>没有日期的页面</h1><p>一段没有日期的文字说明。</p></body></html>',
  })

async function signedIn(browser: Browser): Promise<Page> {
  const page = await openPage(browser)
  await page.goto(`${address}/console/${organId}/old-sites`)
  await page.getByLabel('用户名').fill('fabu')
  await page.getByLabel('密码').fill(testPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '旧站迁移', exact: true }).waitFor()
  return page
}

async function tidy(page: Page, name: string): Promise<void> {
  assert.deepEqual(await axe(page), [])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(wide <= 0, `${wide} pixels wider than the screen`)
  await screenshot(page, name)
}

async function both(page: Page, name: string): Promise<void> {
  await tidy(page, `${name}-1280`)
  const size = page.viewportSize() ?? { width: 1280, height: 900 }
  await page.setViewportSize({ width: 375, height: 800 })
  await tidy(page, `${name}-375`)
  await page.setViewportSize(size)
}

test('旧站迁移: a publisher sends the old site, sees beforehand what will come, takes it, and the old addresses lead on', async () => {
  await withBrowser(async (browser) => {
    const page = await signedIn(browser)
    await both(page, 'old-sites')
    const file = { name: '旧站.zip', mimeType: 'application/zip', buffer: Buffer.from(archive()) }
    await page.getByLabel('网页或者附件的压缩包（.zip）').setInputFiles(file)
    await page.getByRole('button', { name: '上传' }).click()
    await page.getByRole('heading', { name: '核对对应关系' }).waitFor()
    await page.getByRole('button', { name: '预览前几条' }).click()
    await page.getByRole('rowheader', { name: '关于调整农村低保标准的通知' }).waitFor()
    await both(page, 'old-site-mapping')
    await page.getByRole('button', { name: '试运行' }).click()
    await page.getByText('试运行完成，可以迁移').waitFor()
    await page.getByText('没有发布日期').waitFor()
    await page.getByLabel('将作为草稿迁入').check()
    await page.getByText('发布前检查发现问题，转为草稿').waitFor()
    await both(page, 'old-site-checked')
    await page.getByRole('button', { name: '开始迁移3条' }).click()
    await page.getByRole('button', { name: '开始迁移', exact: true }).click()
    await page.getByText('已完成').first().waitFor()
    await page.getByRole('cell', { name: '尚未发布，不转' }).waitFor()
    await both(page, 'old-site-done')

    const reader = await openPage(browser, { width: 375, javaScript: false })
    await reader.goto(`${address}/zwgk/t20230105_1.html`)
    await reader.getByRole('heading', { name: '关于调整农村低保标准的通知' }).waitFor()
    await reader.getByRole('img', { name: '标准表' }).waitFor()
    await tidy(reader, 'old-site-item-375')
    await reader.goto(`${address}/zwgk/%E5%85%BB%E8%80%81%E6%9C%8D%E5%8A%A1.html`)
    await reader.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    await tidy(reader, 'old-site-404-375')
  })
})
