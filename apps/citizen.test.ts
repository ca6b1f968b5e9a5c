import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { itemsChanged } from '#duties/publication/changed.ts'
import type { ItemRow } from '#duties/publication/tables.ts'
import { testOrgan } from '#platform/http/testing.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { openPage, screenshot, tidy, withBrowser } from '#platform/testing/browser.ts'
import { choose, focused, pressToPage, tabTo, typeInto } from '#platform/testing/keyboard.ts'
import { openSite } from './days/site.ts'

/**
 * A citizen with a phone: finds a policy by what people call it, reads its interpretation, sees that the older one no
 * longer holds, takes the attachment along, subscribes, and asks for what is not there. With fingers, by keyboard and
 * the names that a screen reader says, and without scripts.
 */

const site = await openSite({ after }, '2026-11-23T02:00:00Z', { console: false })
const { platform, database, address: baseURL } = site
const county = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
const civil = await testOrgan(platform.db, 'mz', county, { name: '清溪县民政局', shortName: '民政局' })

const policy = '清溪县最低生活保障办法'
const older = '清溪县城乡居民最低生活保障暂行规定'
const interpretation = `《${policy}》政策解读`
const notThere = '乌篷船码头维修经费'

async function publish(order: number, more: Partial<ItemRow>): Promise<string> {
  const at = `2026-0${order}-05T01:00:00.000Z`
  const row: ItemRow = {
    organ_id: civil,
    item_id: randomUUID(),
    seq: 1,
    index_number: `99MZX0000000000000/2026-0000${order}`,
    kind: 'normative',
    catalogue_code: '20-11',
    title: '',
    document_number: `清民规〔2026〕${order}号`,
    summary: '',
    body: '<p>各乡镇人民政府、街道办事处：</p><p>第一条　为了规范最低生活保障工作，制定本办法。</p>',
    formed_on: `2026-0${order}-01`,
    published_at: at,
    validity: 'inForce',
    interprets: null,
    status: 'published',
    updated_at: at,
    ...more,
  }
  await platform.db.transaction().execute(async (tx) => {
    await tx.insertInto('item_row').values(row).execute()
    await itemsChanged(tx, civil, [row.item_id])
  })
  return row.item_id
}

await publish(1, { title: older, validity: 'repealed' })
const policyId = await publish(2, { title: policy })
await publish(3, {
  kind: 'interpretation',
  title: interpretation,
  document_number: '',
  validity: 'none',
  interprets: policyId,
  body: '<p>问：保障标准是多少？答：每人每月720元。</p>',
})
const bytes = await Packer.toBuffer(
  new Document({ sections: [{ children: [new Paragraph('每人每月720元')] }] }),
)
const file = { organId: civil, caseId: policyId, name: '保障标准表.docx', bytes, sealed: false, by: 'system' }
await platform.files.store(platform.db, { ...file, at: '2026-02-05T01:00:00.000Z' })

/** How somebody uses a page. Each act that leads on waits for the page that follows. */
interface Hands {
  page: Page
  types(label: string, text: string): Promise<void>
  chooses(option: string): Promise<void>
  presses(button: string): Promise<void>
  follows(link: string): Promise<void>
  takesAlong(link: string): Promise<void>
}

const fingers = (page: Page): Hands => ({
  page,
  types: (label, text) => page.getByLabel(label).first().fill(text),
  chooses: (option) => page.getByLabel(option, { exact: true }).first().check(),
  presses: (name) => page.getByRole('button', { name, exact: true }).click(),
  follows: (name) => page.getByRole('link', { name, exact: true }).first().click(),
  takesAlong: (name) => page.getByRole('link', { name, exact: true }).click(),
})

const keys = (page: Page): Hands => ({
  page,
  types: (label, text) => typeInto(page, label, text),
  chooses: (option) => choose(page, option),
  presses: (name) => pressToPage(page, name, 'button'),
  follows: async (name) => {
    await tabTo(page, name, 'a')
    while ((await focused(page)).name !== name) {
      await page.keyboard.press('Tab')
      await tabTo(page, name, 'a')
    }
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  },
  takesAlong: async (name) => {
    await tabTo(page, name, 'a')
    await page.keyboard.press('Enter')
  },
})

const words = (page: Page): Promise<string> => page.locator('main').innerText()

async function searches(hands: Hands, text: string): Promise<void> {
  await hands.page.goto('/')
  await hands.types('检索公开信息', text)
  await hands.presses('检索')
  await hands.page.getByRole('heading', { name: '检索公开信息' }).waitFor()
  await tidy(hands.page)
}

async function findsAndReads(hands: Hands): Promise<void> {
  const { page } = hands
  await searches(hands, '低保')
  assert.match(await words(page), new RegExp(`已废止[\\s\\S]{0,4}${older}`))
  await hands.follows(policy)
  await page.getByRole('heading', { level: 1, name: policy }).waitFor()
  await tidy(page)
  await hands.follows(interpretation)
  await page.getByText('每人每月720元').waitFor()
  await tidy(page)
  await hands.follows(policy)
  const [download] = await Promise.all([page.waitForEvent('download'), hands.takesAlong('保障标准表.docx')])
  assert.equal(download.suggestedFilename(), '保障标准表.docx')
  assert.deepEqual(await readFile(await download.path()), bytes)
  await searches(hands, '低保')
  await hands.follows(older)
  await page.getByText('本文件已废止').waitFor()
  await tidy(page)
}

/** 无障碍说明: on paper there are no buttons and no fields, and the address of a page that is everybody’s. */
async function prints(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  for (const place of ['/', '/search?q=%E4%BD%8E%E4%BF%9D', '/items/mz/2026-00002', '/figures']) {
    await page.goto(place)
    assert.equal(await page.locator('button:visible, .button:visible, input:visible').count(), 0, place)
    const address = page.getByText(`本页网址：${baseURL}${place}`)
    assert.equal(await address.isVisible(), !place.startsWith('/search'), place)
  }
  await page.emulateMedia({ media: 'screen' })
  assert.equal(await page.getByText('本页网址：').isVisible(), false)
}

async function letterTo(address: string): Promise<string> {
  const { rows } = await sql<{ payload: { sealed?: string } }>`
    select payload from graphile_worker._private_jobs order by id`.execute(database.owner.db)
  const letters = rows.flatMap(({ payload }) =>
    payload.sealed
      ? [platform.seal.unsealJson(Buffer.from(payload.sealed, 'base64'), 'mail.send') as Mail]
      : [],
  )
  return letters.findLast(({ to }) => to === address)?.text ?? assert.fail(`no letter to ${address}`)
}

async function subscribes(hands: Hands, address: string): Promise<void> {
  const { page } = hands
  await page.goto('/items?catalogue=20-11')
  await hands.follows('订阅更新')
  await page.getByRole('heading', { name: '订阅更新' }).waitFor()
  await tidy(page)
  await hands.types('电子邮箱或者接收地址', address)
  await hands.presses('订阅')
  await page.getByRole('heading', { name: '请到邮箱确认' }).waitFor()
  await tidy(page)
  await page.goto(/http:\S+/.exec(await letterTo(address))?.[0] ?? '')
  await tidy(page)
  await hands.presses('确认订阅')
  await page.getByRole('heading', { name: '您的订阅' }).waitFor()
}

async function asksForTheRest(hands: Hands): Promise<void> {
  const { page } = hands
  const goesOn = () => hands.presses('继续')
  await searches(hands, notThere)
  await page.getByRole('heading', { name: '没有找到' }).waitFor()
  await hands.follows('申请公开')
  await hands.chooses('自然人')
  await goesOn()
  await hands.types('姓名', '陈禾')
  await hands.chooses('护照')
  await hands.types('证件号码', 'Q99000001')
  await goesOn()
  assert.equal(await page.getByLabel('所申请信息的名称').inputValue(), notThere)
  await goesOn()
  await hands.chooses('电子数据')
  await hands.chooses('网上获取')
  await goesOn()
  await hands.types('联系电话', '13800000000')
  await goesOn()
  await tidy(page)
  await hands.presses('提交申请')
  await page
    .getByText(/公申〔2026〕\d+号/)
    .first()
    .waitFor()
  await tidy(page)
}

async function journey(page: Page, hands: Hands, name: string): Promise<void> {
  try {
    await findsAndReads(hands)
    await subscribes(hands, `${name}@mail.example`)
    await asksForTheRest(hands)
    if (name === 'scriptless') await prints(page)
  } catch (fault) {
    await screenshot(page, `citizen-${name}`)
    throw fault
  }
}

const ways = {
  fingers: { javaScript: true, hands: fingers, says: 'on a phone with fingers' },
  keyboard: { javaScript: true, hands: keys, says: 'by keyboard and the names that a screen reader says' },
  scriptless: { javaScript: false, hands: fingers, says: 'on a phone without scripts' },
} as const

for (const [name, { javaScript, hands, says }] of Object.entries(ways))
  test(`A citizen finds, reads, takes along, subscribes and asks: ${says}`, async () => {
    await withBrowser(async (browser) => {
      const page = await openPage(browser, { width: 375, javaScript, baseURL })
      await journey(page, hands(page), name)
    })
  })
