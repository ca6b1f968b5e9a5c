import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { givenFor } from '#duties/publication/desk.ts'
import { saveItemRows } from '#duties/publication/item-store.ts'
import { whole } from '#duties/publication/rules/office.cases.ts'
import { takenOver } from '#duties/publication/take-over.ts'
import { publicationTasks } from '#duties/publication/tasks.ts'
import type { Role } from '#law/roles.ts'
import { sessionOf, testOrgan, testPerson } from '#platform/http/testing.ts'
import { appendMany } from '#platform/ledger/ledger.ts'
import { openPage, tidy, tidyAtBoth, withBrowser } from '#platform/testing/browser.ts'
import { openSite, signedIn } from './days/site.ts'

const people: readonly [string, Role[]][] = [
  ['xinxi', ['informationOfficer']],
  ['shenhe', ['reviewer', 'secrecyReviewer']],
  ['fabu', ['leader', 'publisher']],
  ['fuzeren', ['officeHead']],
]

const site = await openSite({ after }, new Date().toISOString(), { tasks: publicationTasks })
const { platform, address } = site
const county = await testOrgan(platform.db, 'qingxi', null, { kind: 'government', name: '清溪县人民政府' })
const organId = await testOrgan(platform.db, 'qingyan', county, {
  kind: 'town',
  level: 'town',
  name: '清溪县青岩镇人民政府',
  shortName: '青岩镇',
})
const personIds = new Map<string, string>()
for (const [username, roles] of people)
  personIds.set(username, await testPerson(platform.db, { username, organId, roles }))
const folder = mkdtempSync(join(tmpdir(), 'gongkai-publication-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, '发放名单.csv'), '姓名,身份证号码,补贴（元）\n周禾,11010519491231002X,820\n')

async function desk(browser: Browser, username: string, at = '', width = 1280): Promise<Page> {
  const path = `${organId}/publication${at}`
  const page = await signedIn(browser, site, { username, path, width, refused: [404, 409] })
  await page.locator('.page-head h1').waitFor()
  return page
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

/** What the API answers one of the people. */
async function api<T = { seq: number }>(username: string, url: string, payload?: object): Promise<T> {
  const headers = await sessionOf(platform, personIds.get(username) ?? '')
  const method = payload ? 'POST' : 'GET'
  const answer = await site.app.inject({
    method,
    url: `/api/organs/${organId}${url}`,
    headers,
    ...(payload && { payload }),
  })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<T>()
}

async function drafted(content: { title: string; body: string; [entry: string]: string }): Promise<string> {
  const itemId = randomUUID()
  await api('xinxi', '/items', { itemId, content: { ...content, catalogue: '20-11' } })
  return itemId
}

async function chooseBatch(page: Page, label: string): Promise<void> {
  await page.getByRole('combobox', { name: '成批办理' }).click()
  await page.getByTitle(label, { exact: true }).click()
  await page.getByRole('heading', { name: label }).waitFor()
}

test('the head of the office sets two levels, the columns to be kept, and how the gate masks names', async () => {
  await withBrowser(async (browser) => {
    const head = await desk(browser, 'fuzeren')
    await head.goto(`${address}/console/${organId}/settings/publication`)
    await head.getByRole('heading', { name: '主动公开设置' }).waitFor()
    await head.getByRole('checkbox', { name: '终审' }).uncheck()
    await head.getByRole('button', { name: '保存设置' }).click()
    await head.getByText('已保存。').waitFor()
    await tidy(head, 'publication-settings')
    await head.goto(`${address}/console/${organId}/settings/inspection`)
    const columns = head.getByRole('group', { name: '乡镇' })
    await columns.getByRole('checkbox', { name: '应急预案和预警' }).check()
    await head.getByRole('button', { name: '保存设置' }).click()
    await head.getByText('已保存。').waitFor()
    await tidyAtBoth(head, 'inspection-settings')
    await head.goto(`${address}/console/${organId}/settings/gate`)
    await head.getByRole('radio', { name: '一字一某' }).check()
    await head.getByRole('button', { name: '保存设置' }).click()
    await head.getByText('已保存。').waitFor()
    await tidyAtBoth(head, 'gate-settings')
  })
})

test('a town’s information officer: four typed fields, a list stopped at the gate and masked, reviewed by two, released, amended while it stays up, withdrawn, proven gone', async () => {
  await withBrowser(async (browser) => {
    const officer = await desk(browser, 'xinxi')
    await officer.getByRole('heading', { name: '发布', exact: true }).waitFor()
    await officer.getByText('没有等您办理的信息。').waitFor()
    await officer.getByRole('button', { name: '拟稿' }).click()
    await officer.getByRole('textbox', { name: '标题' }).fill('青岩镇2026年农村低保发放名单公示')
    await officer.getByLabel('成文日期').fill(platform.today())
    await officer.getByRole('combobox', { name: '栏目' }).fill('民生')
    await officer.keyboard.press('Enter')
    const text = officer.getByRole('textbox', { name: '正文' })
    await text.click()
    await officer.keyboard.type('现将名单公示如下，公示期五个工作日。')
    await officer.getByText('已自动保存。').waitFor()
    await officer.getByLabel('添加附件').setInputFiles(join(folder, '发放名单.csv'))
    await officer.getByRole('heading', { name: /^发布前检查/ }).waitFor()
    await officer.locator('.findings').getByText('居民身份证号码').waitFor()
    assert.equal(await step(officer, '送审').count(), 0)
    await officer.getByText('还有1处没有处理，处理以前').waitFor()
    await tidy(officer, 'publication-gate')

    await officer.locator('.findings').getByRole('button', { name: '遮盖' }).click()
    await officer.getByText('没有发现问题。').waitFor()
    await take(officer, '送审')
    await officer.getByText('已记录：送审。').waitFor()
    const path = new URL(officer.url()).pathname.split('/publication')[1] ?? ''

    const reviewer = await desk(browser, 'shenhe')
    await reviewer.getByRole('link', { name: /农村低保发放名单/ }).click()
    await agree(reviewer, '保密审查', '逐项审查，不涉密')
    await agree(reviewer, '审核', '同意')
    await tidy(reviewer, 'publication-review')

    const publisher = await desk(browser, 'fabu', path)
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
    await agree(publisher, '审核', '同意发布')
    await take(publisher, '发布')
    await publisher.getByRole('dialog').getByRole('button', { name: '确认发布' }).click()
    await publisher.getByText('已记录：发布。').waitFor()
    await citizen.reload()
    await citizen.getByText('公示期七个工作日').waitFor()
    await citizen.getByText('修改时间').waitFor()

    await publisher.getByRole('button', { name: '对照' }).click()
    await publisher.locator('.compared .new').getByText('七个工作日').waitFor()
    await tidy(publisher, 'publication-compare')
    await publisher.goBack()

    await take(publisher, '撤下', async () => {
      const form = publisher.locator('.steps form')
      await form.getByLabel('撤下理由').fill('公示期满')
      await form.getByLabel('对公众的说明').fill('公示期已满，该名单已经撤下。')
    })
    await publisher.getByRole('dialog').getByRole('button', { name: '确认撤下' }).click()
    await publisher.getByText(/核验：\d+处都已看不到/).waitFor({ timeout: 30_000 })
    await tidy(publisher, 'publication-proof')
    const gone = await citizen.goto(`${address}${shown}`)
    assert.equal(gone?.status(), 410)
    await citizen.getByText('公示期已满，该名单已经撤下。').waitFor()
    assert.ok([404, 410].includes((await fetch(`${address}${file}`)).status))
  })
})

/** What Word puts on the clipboard, with what a page of 微信 may bring besides. */
const pasted = `<p class=MsoNormal style='text-indent:28pt'><span style='color:red'>检查范围如下：</span></p>
<table class=MsoTableGrid><tr><td style='width:90pt'>青岩村</td><td>三月二十日</td></tr></table>
<script>top.stolen = 1</script><iframe src="https://example.com/"></iframe><img src="https://example.com/a.png">`

const paste = (page: Page, html: string): Promise<void> =>
  page.getByRole('textbox', { name: '正文' }).evaluate((element, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', words)
    const event = { clipboardData, bubbles: true, cancelable: true }
    element.dispatchEvent(new ClipboardEvent('paste', event))
  }, html)

test('whoever drafts saves with the keyboard, names the persons of the case beside the text, and finds it by its words', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser, 'xinxi')
    await page.getByRole('button', { name: '拟稿' }).click()
    await page.getByRole('textbox', { name: '标题' }).fill('关于开展清明防火检查的通知')
    await page.getByRole('textbox', { name: '正文' }).fill('请各村于三月底前完成检查。')
    await page.keyboard.press('Control+s')
    await page.getByText('已保存。').waitFor()
    await page.locator('.stages').getByText('复审').waitFor()
    assert.equal(await page.locator('.stages').getByText('终审').count(), 0)
    await tidy(page, 'publication-draft')

    await paste(page, pasted)
    await page.getByText(/^粘贴时去掉了：.*脚本/u).waitFor()
    const text = page.getByRole('textbox', { name: '正文' })
    await text.getByRole('cell', { name: '青岩村' }).waitFor()
    assert.equal(await text.locator('script, iframe, img[src], [style*=color], [class^=Mso]').count(), 0)

    await page.getByLabel('本件需要隐去的姓名').fill('清明')
    await page.getByRole('button', { name: '保存姓名并检查' }).click()
    await page.locator('.findings').getByText('本件当事人姓名').waitFor()
    await tidyAtBoth(page, 'publication-parties')
    await page.locator('h1').focus()
    await page.keyboard.press('/')
    await page.keyboard.type('防火')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '查找', exact: true }).waitFor()
    const found = page.getByRole('region', { name: '公开信息' })
    await found.getByRole('link', { name: '关于开展清明防火检查的通知' }).waitFor()
    await tidyAtBoth(page, 'publication-find')

    const withheld = { attribute: 'withheld', ground: 'process', groundWords: '会议讨论记录' }
    const itemId = await drafted({ title: '会议讨论情况', body: '<p>略。</p>', ...withheld })
    const reviewer = await desk(browser, 'shenhe', `/${itemId}`)
    const entries = reviewer.locator('dl.facts').first()
    await entries.getByText('过程性信息、行政执法案卷信息').waitFor()
    await entries.getByText('会议讨论记录').waitFor()
  })
})

test('what cleaning keeps of a text is still there after it was opened, written in and saved', async () => {
  const body = `<h2>一、标准</h2><p>每<strong>户</strong><em>不超过</em>90m<sup>2</sup>，含H<sub>2</sub>O，<u>见</u><a href="/guide">指南</a>。</p><table><caption>表1　面积（m<sup>2</sup>）</caption><tbody><tr><th>村</th><th>户</th></tr><tr><td colspan="2">青岩</td></tr></tbody></table><ol start="3"><li>摸底</li></ol><blockquote><p>引文</p></blockquote><hr><p><img src="/items/qingyan/1/files/2/preview" alt="图"></p><p class="signed">青岩镇人民政府<br>末段</p>`
  const itemId = await drafted({ title: '住房标准', body })
  const kept = async () => {
    const { working } = await api<{ working: { body: string } }>('xinxi', `/items/${itemId}`)
    return working.body
  }
  const first = await kept()
  assert.match(first, /<caption>表1　面积（m<sup>2<\/sup>）<\/caption>/)
  await withBrowser(async (browser) => {
    const page = await desk(browser, 'xinxi', `/${itemId}`)
    const text = page.getByRole('textbox', { name: '正文' })
    await text.getByText('末段').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('补充')
    await page.keyboard.press('Control+s')
    await page.getByText('已保存。').waitFor()
    assert.equal(await kept(), first.replace('末段', '末段补充'))
    await text.getByRole('cell', { name: '青岩' }).click()
    await page.getByRole('textbox', { name: '表题' }).fill('表2　户数')
    const saved = page.waitForResponse((response) => response.url().endsWith('/steps/edit'))
    await page.keyboard.press('Control+s')
    await saved
    assert.match(await kept(), /<caption>表2　户数<\/caption>/)
    await tidy(page, 'publication-editor')
  })
})

/** A page with an attachment as an old site had it, which no gate has seen. */
async function broughtAlong(): Promise<string> {
  const [itemId, at] = [randomUUID(), '2024-05-06T02:00:00.000Z']
  const file = { organId, caseId: itemId, name: '旧名单.csv', sealed: false, by: 'system', at }
  const bytes = Buffer.from('姓名,身份证号码\n周禾,11010519491231002X\n')
  const stored = await platform.files.store(platform.db, { ...file, bytes })
  assert.ok(stored.kind === 'stored')
  const { file_id: fileId, name, sha256 } = stored.file
  const content = { ...whole, title: '旧站的公示', files: [{ fileId, name, sha256 }] }
  const from = { source: '原网站', status: 'published', publishedAt: at, files: [fileId] } as const
  const item = { indexNumber: '旧站/2024-00001', content, ...from }
  const one = { organId, itemId, item, happenedOn: content.formedOn, recordedAt: at, by: 'system' }
  const { fact, row } = takenOver(one, await givenFor(platform, organId))
  await appendMany(platform.db, [fact])
  await saveItemRows(platform.db, [row])
  return itemId
}

test('the attachments of a page from an old site are checked at the press of a button, and all of the organ at once', async () => {
  const itemId = await broughtAlong()
  await withBrowser(async (browser) => {
    const page = await desk(browser, 'xinxi', `/${itemId}`)
    await take(page, '检查旧附件')
    await page.getByText('旧附件有1处需要处理').waitFor()
    const told = page.getByRole('region', { name: /旧附件检查/ })
    await told.getByText('附件“旧名单.csv”第2行').waitFor()
    await tidyAtBoth(page, 'publication-kept')
    await page.getByRole('link', { name: '发布', exact: true }).click()
    await page.getByRole('link', { name: '旧附件检查' }).click()
    const checkAll = page.getByRole('button', { name: '检查全部旧附件' })
    await checkAll.click()
    await page.getByRole('button', { name: '停止' }).waitFor()
    await checkAll.waitFor()
    await page.getByText('共1条：1条需要处理，0条没有发现问题。').waitFor()
    await page.getByText('附件“旧名单.csv”第2行').waitFor()
    await tidyAtBoth(page, 'publication-kept-all')
    await page.getByRole('link', { name: '旧站的公示' }).click()
    await page.getByRole('heading', { name: '旧站的公示' }).waitFor()
  })
})

test('several items are passed together: one opinion, each judged by itself, released through the gate', async () => {
  const items: string[] = []
  for (const title of ['春耕补贴公示', '防汛值班表公示', '道路维修公告']) {
    const itemId = await drafted({ title, body: `<p>${title}，请知悉。</p>` })
    items.push(itemId)
    await api('xinxi', `/items/${itemId}/steps/submit`, { askId: randomUUID(), seenSeq: 1, ask: {} })
    const ask = { passed: true, opinion: '不涉密', checked: ['text'] }
    await api('shenhe', `/items/${itemId}/steps/secrecyReview`, { askId: randomUUID(), seenSeq: 2, ask })
  }
  await withBrowser(async (browser) => {
    const reviewer = await desk(browser, 'shenhe')
    await chooseBatch(reviewer, '成批初审')
    await reviewer.getByRole('checkbox', { name: '选择所列的全部信息' }).check()
    await tidyAtBoth(reviewer, 'publication-batch')
    const note = { askId: randomUUID(), seenSeq: 3, ask: { text: '请核对里程' } }
    await api('xinxi', `/items/${items[2]}/steps/note`, note)
    await reviewer.getByRole('textbox', { name: '意见' }).fill('同意公开')
    await reviewer.getByRole('button', { name: '同意所选的3条' }).click()
    await reviewer.getByText('通过2条，没有通过1条。').waitFor()
    await reviewer.getByText('道路维修公告：其他人刚刚办理了这条信息').waitFor()
    await tidyAtBoth(reviewer, 'publication-batch-done')

    const publisher = await desk(browser, 'fabu')
    await chooseBatch(publisher, '成批复审')
    await publisher.getByRole('checkbox', { name: '选择所列的全部信息' }).check()
    await publisher.getByRole('textbox', { name: '意见' }).fill('同意')
    await publisher.getByRole('button', { name: '同意所选的2条' }).click()
    await publisher.getByText('通过2条，没有通过0条。').waitFor()
    await chooseBatch(publisher, '成批发布')
    await publisher.getByRole('checkbox', { name: '选择春耕补贴公示' }).check()
    await publisher.getByRole('checkbox', { name: '选择防汛值班表公示' }).check()
    await publisher.getByRole('button', { name: '发布所选的2条' }).click()
    await publisher.getByRole('dialog').getByRole('button', { name: '确认发布' }).click()
    await publisher.getByText('通过2条，没有通过0条。').waitFor()
    const list = await (await fetch(`${address}/items`)).text()
    assert.match(list, /春耕补贴公示/)
    await publisher.getByRole('link', { name: '建议主动公开' }).click()
    await publisher.getByRole('heading', { name: '建议主动公开' }).waitFor()
  })
})

test('what was typed is there again after the tab was closed; on a telephone nothing is cut off', async () => {
  await withBrowser(async (browser) => {
    const page = await desk(browser, 'xinxi', '', 375)
    await tidy(page)
    await page.getByRole('button', { name: '拟稿' }).click()
    await page.getByRole('textbox', { name: '标题' }).fill('关于汛期值班的通知')
    await page.getByRole('textbox', { name: '正文' }).fill('请各村做好值班')
    await page.getByText('已自动保存。').waitFor()
    await page.getByRole('textbox', { name: '正文' }).fill('请各村做好值班，遇险情立即上报。')
    await page.waitForResponse((response) => response.url().endsWith('/autosave'))
    const path = new URL(page.url()).pathname.split('/publication')[1] ?? ''
    await page.close({ runBeforeUnload: false })
    const later = await desk(browser, 'xinxi', path, 375)
    await later.getByText(/上次没有保存的内容已经找回/).waitFor()
    await later.getByRole('textbox', { name: '正文' }).getByText('遇险情立即上报').waitFor()
    await tidy(later, 'publication-draft-375')
    await later.getByRole('link', { name: '发布', exact: true }).click()
    await later.getByRole('link', { name: '在办' }).click()
    await later.getByRole('link', { name: '关于汛期值班的通知' }).waitFor()
    await tidy(later, 'publication-list-375')
  })
})
