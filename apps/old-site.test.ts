import { after, test } from 'node:test'
import { gb18030, png, zipOf } from '#duties/publication/old-site/old-site.cases.ts'
import { oldSiteTasks } from '#duties/publication/old-site/tasks.ts'
import { testOrgan, testPerson } from '#platform/http/testing.ts'
import { openPage, tidy, tidyAtBoth, withBrowser } from '#platform/testing/browser.ts'
import { openSite, signedIn } from './days/site.ts'

const site = await openSite({ after }, '2026-03-02T02:00:00Z', { tasks: oldSiteTasks })
const { platform, address } = site
const organId = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
await testPerson(platform.db, { username: 'fabu', organId, roles: ['publisher'] })

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

test('旧站迁移: a publisher sends the old site, sees beforehand what will come, takes it, and the old addresses lead on', async () => {
  await withBrowser(async (browser) => {
    const page = await signedIn(browser, site, { username: 'fabu', path: `${organId}/old-sites` })
    await page.getByRole('heading', { name: '旧站迁移', exact: true }).waitFor()
    await tidyAtBoth(page, 'old-sites')
    const file = { name: '旧站.zip', mimeType: 'application/zip', buffer: Buffer.from(archive()) }
    await page.getByLabel('网页或者附件的压缩包（.zip）').setInputFiles(file)
    await page.getByRole('button', { name: '上传' }).click()
    await page.getByRole('heading', { name: '核对对应关系' }).waitFor()
    await page.getByRole('button', { name: '预览前几条' }).click()
    await page.getByRole('rowheader', { name: '关于调整农村低保标准的通知' }).waitFor()
    await tidyAtBoth(page, 'old-site-mapping')
    await page.getByRole('button', { name: '试运行' }).click()
    await page.getByText('试运行完成，可以迁移').waitFor()
    await page.getByText('没有发布日期').waitFor()
    await page.getByLabel('将作为草稿迁入').check()
    await page.getByText('发布前检查发现问题，转为草稿').waitFor()
    await tidyAtBoth(page, 'old-site-checked')
    await page.getByRole('button', { name: '开始迁移3条' }).click()
    await page.getByRole('button', { name: '开始迁移', exact: true }).click()
    await page.getByText('已完成').first().waitFor()
    await page.getByRole('cell', { name: '尚未发布，不转' }).waitFor()
    await tidyAtBoth(page, 'old-site-done')

    const reader = await openPage(browser, { width: 375, javaScript: false, refused: [404] })
    await reader.goto(`${address}/zwgk/t20230105_1.html`)
    await reader.getByRole('heading', { name: '关于调整农村低保标准的通知' }).waitFor()
    await reader.getByRole('img', { name: '标准表' }).waitFor()
    await tidy(reader, 'old-site-item-375')
    await reader.goto(`${address}/zwgk/%E5%85%BB%E8%80%81%E6%9C%8D%E5%8A%A1.html`)
    await reader.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
    await tidy(reader, 'old-site-404-375')
  })
})
