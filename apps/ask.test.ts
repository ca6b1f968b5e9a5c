import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { itemsChanged } from '#duties/publication/changed.ts'
import type { ItemRow } from '#duties/publication/tables.ts'
import { givenFor } from '#duties/requests/case-ground.ts'
import { takeStep } from '#duties/requests/desk.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { openPage, tidy, withBrowser } from '#platform/testing/browser.ts'
import { openSite } from './days/site.ts'

/** The form in a real browser, with scripts and without: what is published is offered, proofs are sent, news wished for. */

const { platform, address: baseURL } = await openSite({ after }, '2026-03-02T01:00:00Z', { console: false })
const county = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
const civil = await testOrgan(platform.db, 'mz', county, { name: '清溪县民政局', shortName: '民政局' })

const published: ItemRow = {
  organ_id: civil,
  item_id: randomUUID(),
  seq: 1,
  index_number: '99MZX0000000000000/2025-00001',
  kind: 'notice',
  catalogue_code: '20-11',
  title: '清溪县2025年农村低保标准的通知',
  document_number: '清民发〔2025〕3号',
  summary: '',
  body: '<p>正文</p>',
  formed_on: '2025-03-03',
  published_at: '2025-03-05T01:00:00.000Z',
  validity: 'none',
  interprets: null,
  status: 'published',
  updated_at: '2025-03-05T01:00:00.000Z',
}
await platform.db.transaction().execute(async (tx) => {
  await tx.insertInto('item_row').values(published).execute()
  await itemsChanged(tx, civil, [published.item_id])
})

const goOn = (page: Page) => page.getByRole('button', { name: '继续', exact: true }).click()

async function toTheTitle(page: Page): Promise<void> {
  await page.goto('/requests/new/mz')
  await page.getByLabel('商业企业').check()
  await goOn(page)
  await page.getByLabel('单位名称').fill('澜江青禾食品有限公司')
  await page.getByLabel('其他证件').check()
  await page.getByLabel('证件号码').fill('X1')
  await page.getByLabel('代理人姓名').fill('许一诺')
  await tidy(page)
  await goOn(page)
}

async function fromTheTitleOn(page: Page): Promise<void> {
  await page.getByLabel('电子数据').check()
  await page.getByLabel('网上获取').check()
  await goOn(page)
  await page.getByLabel('联系电话').fill('13900000000')
  await page.getByLabel('通知本单位的信息系统').check()
  await page.getByLabel('接收地址').fill('https://oa.example.cn/gongkai')
  await tidy(page)
  await goOn(page)
  await tidy(page)
  await page
    .getByLabel('授权委托书')
    .setInputFiles({ name: '委托书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') })
  await page.getByRole('button', { name: '提交申请' }).click()
  await page.getByText('验证密钥', { exact: true }).waitFor()
  await tidy(page)
}

async function split(number: string): Promise<void> {
  const { case_id: caseId, seq } = await platform.db
    .selectFrom('request_row')
    .select(['case_id', 'seq'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const given = await givenFor(platform, civil)
  const context = { ...given, by: randomUUID(), roles: ['officeHead' as const], newId: randomUUID }
  const sent = { askId: randomUUID(), seenSeq: seq, ask: { titles: ['农村低保标准', '城市低保标准'] } }
  const answer = await takeStep(platform, civil, caseId, 'split', sent, context)
  assert.equal(answer.kind, 'done', JSON.stringify(answer))
}

test('what is published stands under the title while it is typed, and is offered once before the form goes on', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser, { baseURL })
    await toTheTitle(page)
    await page.getByLabel('所申请信息的名称、文号').pressSequentially('2025年农村低保标准')
    await page.locator('#published').getByRole('link', { name: published.title }).waitFor()
    await tidy(page)
    await goOn(page)
    await tidy(page)
    await page.getByRole('button', { name: /就是这一条/ }).click()
    await page.waitForURL(/\/items\//)
    await page.goto('/requests/form')
    await tidy(page)
  })
})

test('without script, on a phone: proofs, a wish, the receipt, and the cases that the form was split into', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser, { baseURL, width: 375, javaScript: false })
    await toTheTitle(page)
    await page.getByLabel('所申请信息的名称、文号').fill('2025年农村低保标准')
    await goOn(page)
    await tidy(page)
    await page.getByRole('button', { name: '都不是，继续申请' }).click()
    await fromTheTitleOn(page)
    await split((await page.locator('.receipt-keys dd').first().innerText()).trim())
    await page.goto('/requests/track/case')
    await tidy(page)
    await page.getByRole('link', { name: '城市低保标准' }).click()
    await page.getByRole('heading', { level: 1, name: '城市低保标准' }).waitFor()
    assert.equal(await page.getByRole('link', { name: '政府信息公开申请接收回执', exact: true }).count(), 1)
    await tidy(page)
    await page.goto('/requests/form')
    await tidy(page)
  })
})
