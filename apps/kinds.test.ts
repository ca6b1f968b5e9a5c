import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { ground } from '#duties/publication/desk.cases.ts'
import { testOrgan, testPerson } from '#platform/http/testing.ts'
import { openPage, scrolledBy, tidy, tidyAtBoth, withBrowser } from '#platform/testing/browser.ts'
import { dayInShanghai } from '#time/day.ts'
import { openSite, signedIn } from './days/site.ts'

const now = new Date().toISOString()
const today = dayInShanghai(now)
const month = today.slice(0, 7)

const head =
  '行政相对人名称,行政相对人类别,统一社会信用代码,行政处罚决定书文号,违法事实,处罚依据,处罚内容,处罚决定日期,处罚机关'
const row = (n: number, code: string) =>
  `某某食品有限公司,法人及非法人组织,${code},清市监罚〔2026〕${n}号,经营标签不符合规定的食品,《中华人民共和国食品安全法》,罚款5000元,${month}-01,清溪县人民政府`
const person = `周禾苗,自然人,,清市监罚〔2026〕3号,周禾苗未经许可经营食品,《中华人民共和国食品安全法》,没收违法所得,${month}-01,清溪县人民政府`

const site = await openSite({ after }, now)
const { platform, address } = site
const organId = await testOrgan(platform.db, 'qingxi', null, { kind: 'government', name: '清溪县人民政府' })
await testPerson(platform.db, {
  username: 'banli',
  organId,
  roles: [
    'informationOfficer',
    'reviewer',
    'secrecyReviewer',
    'legalReviewer',
    'leader',
    'officeHead',
    'publisher',
  ],
})
const folder = mkdtempSync(join(tmpdir(), 'gongkai-kinds-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const wrong = [head, row(1, '91350100M000100Y43'), row(2, '91350100M000100Y44'), person]
writeFileSync(join(folder, '错.csv'), wrong.join('\n'))
writeFileSync(join(folder, '对.csv'), wrong.with(2, row(2, '91350100M000100Y43')).join('\n'))

async function desk(browser: Browser): Promise<Page> {
  const path = `${organId}/publication`
  const refused = [400, 404, 409, 422]
  const page = await signedIn(browser, site, { username: 'banli', path, refused })
  await page.getByRole('heading', { name: '发布', exact: true }).waitFor()
  return page
}

const step = (page: Page, label: string): Locator =>
  page.locator('.steps').getByRole('button', { name: label, exact: true }).first()

async function take(page: Page, label: string): Promise<void> {
  await step(page, label).click()
  await page.locator('.steps form').getByRole('button', { name: label, exact: true }).click()
}

async function agree(page: Page, label: string): Promise<void> {
  await step(page, label).click()
  const form = page.locator('.steps form')
  await form.getByLabel('是', { exact: true }).check()
  for (const box of await form.getByRole('checkbox').all()) await box.check()
  await form.locator('[id$="_opinion"]').fill('同意')
  await form.getByRole('button', { name: label, exact: true }).click()
  await page.getByText(`已记录：${label}。`).first().waitFor()
}

async function publish(page: Page, reviews: readonly string[]): Promise<string> {
  await take(page, '送审')
  await page.getByText('已记录：送审。').waitFor()
  await page.locator('.steps form').waitFor({ state: 'detached' })
  for (const label of reviews) {
    await agree(page, label)
    await page.locator('.steps form').waitFor({ state: 'detached' })
  }
  await take(page, '发布')
  await page.getByRole('dialog').getByRole('button', { name: '确认发布' }).click()
  await page.getByText('已记录：发布。').waitFor()
  return (await page.getByRole('link', { name: '查看公开页面' }).getAttribute('href')) ?? ''
}

const pick = async (page: Page, name: string, words: string): Promise<void> => {
  await page.getByRole('combobox', { name }).fill(words)
  await page.locator('.ant-select-item-option').filter({ hasText: words }).first().click()
}

async function begin(page: Page, title: string, heading: string, text: string): Promise<void> {
  await page.goto(`${address}/console/${organId}/publication`)
  await page.getByRole('button', { name: '拟稿' }).click()
  await page.getByRole('textbox', { name: '标题' }).fill(title)
  await pick(page, '栏目', heading)
  await page.getByRole('textbox', { name: '正文' }).click()
  await page.keyboard.type(text)
}

const levels = ['审核', '审核', '审核']

test('a normative document is registered as it is published, its interpretation with questions follows; both are read and found', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser)
    await begin(page, '清溪县临时救助办法', '规章和规范性文件', '为规范临时救助工作，制定本办法。')
    await page.getByLabel('成文日期').fill('2020-01-02')
    await page.getByLabel('有效期至').fill('2099-12-31')
    await page.getByText('已自动保存。').waitFor()
    await tidy(page, 'kinds-draft')
    const document = await publish(page, ['保密审查', '合法性审核', ...levels])

    await page.goto(`${address}/console/${organId}/publication`)
    const waiting = page.getByRole('region', { name: '待解读的文件（1件）' })
    await waiting.getByRole('link', { name: '清溪县临时救助办法' }).waitFor()
    await waiting.getByText('解读期限').waitFor()
    await tidyAtBoth(page, 'kinds-to-explain')
    await waiting.getByRole('button', { name: '撰写解读：清溪县临时救助办法' }).click()
    await page.getByTitle('政策解读', { exact: true }).waitFor()
    await page
      .getByText(/^清溪县临时救助办法（.*）$/u)
      .first()
      .waitFor()
    await begin(page, '《清溪县临时救助办法》问答', '其他法定公开信息', '为便于理解，现就有关问题解读如下。')
    const more = page.locator('details.more > summary')
    if (!(await page.getByRole('combobox', { name: '体裁' }).isVisible())) await more.click()
    await pick(page, '体裁', '政策解读')
    await pick(page, '所解读的文件', '清溪县临时救助办法')
    await page.getByRole('button', { name: '增加一行' }).click()
    const questions = page.getByRole('group', { name: '问答第1行' })
    await questions.getByLabel('问').fill('哪些家庭可以申请？')
    await questions.getByLabel('答').fill('因火灾、疾病等导致基本生活暂时出现严重困难的家庭。')
    await page.getByRole('button', { name: '保存并检查' }).click()
    await tidy(page, 'kinds-questions')
    const explained = await publish(page, ['保密审查', ...levels])
    await page.goto(`${address}/console/${organId}/publication`)
    await page.getByText('没有等您办理的信息。').waitFor()
    assert.equal(await page.getByText('待解读的文件').count(), 0)

    await page.goto(`${address}/console/${organId}/register`)
    await page.getByText('qingxi局规〔2020〕1号').waitFor()
    await page.getByText('1条').first().waitFor()
    await page.getByRole('link', { name: '到期清理' }).click()
    await page.getByText('已到期：').waitFor()
    await tidyAtBoth(page, 'kinds-register-desk')
    await page.setViewportSize({ width: 375, height: 740 })
    assert.equal(await scrolledBy(page.locator('.wide-table')), 0)
    await page.getByLabel('清溪县临时救助办法清理的依据').fill('清溪县规范性文件清理公告')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('没有到期清理的文件。').waitFor()

    for (const width of [375, 1280]) {
      const citizen = await openPage(browser, { width, javaScript: false })
      await citizen.goto(`${address}${explained}`)
      await citizen.getByText('问：哪些家庭可以申请？').waitFor()
      await tidy(citizen, `kinds-interpretation-${width}`)
      await citizen.getByRole('link', { name: '清溪县临时救助办法', exact: true }).first().click()
      await citizen.getByText('qingxi局规〔2020〕1号').waitFor()
      await citizen.getByText('2099年12月31日').waitFor()
      await tidy(citizen, `kinds-document-${width}`)
      await citizen.goto(`${address}/normative-documents?state=inForce&words=救助`)
      await citizen.getByRole('link', { name: '清溪县临时救助办法' }).waitFor()
      await tidy(citizen, `kinds-register-${width}`)
      assert.equal(await scrolledBy(citizen.locator('.wide-table')), 0)
    }
    const csv = await (await fetch(`${address}/normative-documents.csv`)).text()
    assert.match(csv, /qingxi局规〔\d{4}〕1号,.*清溪县临时救助办法,清溪县人民政府/u)
    assert.equal((await fetch(`${address}/normative-documents.xlsx`)).status, 200)
    assert.match(document, /^\/items\/qingxi\//)
  })
})

test('双公示: a list with one wrong row is refused with its place; the right one is reviewed and published, names hidden', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser)
    await page.getByRole('link', { name: '双公示导入' }).click()
    await page.getByLabel('月份').fill(month)
    await page.getByLabel(/选择当月的清单/).setInputFiles(join(folder, '错.csv'))
    await page.getByText('第3行，统一社会信用代码：“91350100M000100Y44”的校验位不对，请核对').waitFor()
    assert.equal(await page.getByRole('button', { name: /^导入/ }).count(), 0)
    await tidy(page, 'kinds-list-wrong')
    await page.getByLabel(/选择当月的清单/).setInputFiles(join(folder, '对.csv'))
    await page.getByText('3件，没有错误；1件涉及自然人，导入时隐去名字。').waitFor()
    await page.getByRole('button', { name: /^导入.*3件$/ }).click()
    await page.getByText('已导入为草稿').waitFor()
    await tidy(page, 'kinds-list-taken')
    await page.getByRole('link', { name: /行政处罚信息公示/ }).click()
    await page.locator('.steps').waitFor()
    const list = await publish(page, ['保密审查', ...levels])
    for (const width of [375, 1280]) {
      const citizen = await openPage(browser, { width, javaScript: false })
      await citizen.goto(`${address}${list}`)
      await citizen.getByText('周某某', { exact: true }).waitFor()
      assert.equal((await citizen.content()).includes('周禾苗'), false)
      await tidy(citizen, `kinds-list-${width}`)
    }
  })
})

test('政府工作报告 shows each task with its progress, a topic what it gathers by hand and by rule', async (t) => {
  const { publish, ...made } = await ground(t)
  const { address } = await openSite(t, made, { console: false })
  const notice = await publish()
  await publish({
    title: '临时救助政策问答',
    kind: 'policyQuestion',
    extra: { question: '怎样申请临时救助？' },
  })
  const tasks = [
    {
      task: '新建改造农村公路60公里',
      organ: '县交通运输局',
      percent: 75,
      progress: '完成45公里',
      updatedOn: '2026-02-28',
    },
    { task: '改造老旧小区12个', organ: '县住房和城乡建设局', percent: 100, updatedOn: '2026-02-28' },
    { task: '新增公办幼儿园学位360个', organ: '县教育体育局' },
  ]
  await publish({ title: '2026年政府工作报告任务分解', kind: 'workReport', extra: { year: 2026, tasks } })
  await publish({
    title: '社会救助专题',
    kind: 'topic',
    extra: { picked: [notice], byKind: 'policyQuestion' },
  })
  await withBrowser(async (browser) => {
    for (const width of [375, 1280]) {
      const citizen = await openPage(browser, { width, javaScript: false })
      await citizen.goto(`${address}/items?kind=workReport`)
      await citizen.getByRole('link', { name: '2026年政府工作报告任务分解' }).click()
      await citizen.getByText('共3项，已完成1项，正在推进1项，其余1项尚未开始或者没有填报。').waitFor()
      await tidy(citizen, `kinds-work-report-${width}`)
      await citizen.goto(`${address}/items?kind=topic`)
      await citizen.getByRole('link', { name: '社会救助专题' }).click()
      const gathered = citizen.locator('section').filter({ hasText: '专题内容' }).getByRole('link')
      assert.deepEqual(await gathered.allTextContents(), ['关于调整农村低保标准的通知', '临时救助政策问答'])
      await tidy(citizen, `kinds-topic-${width}`)
    }
  })
})
