import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { printedParagraphs } from '#platform/documents/docx-text.ts'
import { tidy } from '#platform/testing/browser.ts'

/** What the receipt of a request filed says. */
export interface Filed {
  number: string
  queryCode: string
}

/** Who asks; all have an answer unless told otherwise. */
const answers = {
  category: 'naturalPerson',
  name: '沈知远',
  idKind: 'passport',
  idNumber: 'Q99000001',
  telephone: '13900000000',
  formWanted: 'electronic',
  wayWanted: 'online',
}

export type Asked = Partial<typeof answers> & { title: string; description?: string }

/** Somebody who asks for information, in a browser without scripts, on a phone. */
export class Citizen {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Fills in the form question by question and gives what the receipt says. */
  async files(asked: Asked): Promise<Filed> {
    const { page } = this
    const all: Record<string, string> = { ...answers, ...asked }
    await page.goto('/requests/new/qxx-mzj')
    for (const fields of [
      ['category'],
      ['name', 'idKind', 'idNumber'],
      ['title', 'description'],
      ['formWanted', 'wayWanted'],
      ['telephone'],
    ]) {
      for (const field of fields) await this.#answer(field, all[field])
      await page.getByRole('button', { name: '继续' }).click()
    }
    await page.getByRole('button', { name: '提交申请' }).click()
    const keys = await page.locator('.receipt-keys dd').allInnerTexts()
    return { number: keys[0] ?? '', queryCode: keys[1] ?? '' }
  }

  async #answer(field: string, value: string | undefined): Promise<void> {
    if (value === undefined) return
    const radio = this.page.locator(`input[type=radio][name="${field}"][value="${value}"]`)
    if ((await radio.count()) > 0) await radio.check()
    else await this.page.locator(`main [name="${field}"]`).fill(value)
  }

  /** Opens one's own request with number and query code; the page must be in order for everybody. */
  async tracks({ number, queryCode }: Filed): Promise<void> {
    const { page } = this
    await page.goto('/requests/track')
    await page.getByLabel('申请编号').fill(number)
    await page.getByLabel('查询码').fill(queryCode)
    await page.getByRole('button', { name: '查询' }).click()
    await page.locator('p.state').waitFor()
    await tidy(page)
  }

  /** The words of the page, those too that are folded away. */
  async reads(): Promise<string> {
    return ((await this.page.locator('main').textContent()) ?? '').replaceAll(/\s+/g, ' ')
  }

  /** The page says all of these. */
  async sees(...words: readonly string[]): Promise<void> {
    const text = await this.reads()
    for (const each of words) assert.ok(text.includes(each), `“${each}” is not on the page: ${text}`)
  }

  /** The page says none of these. */
  async seesNot(...words: readonly string[]): Promise<void> {
    const text = await this.reads()
    for (const each of words) assert.ok(!text.includes(each), `“${each}” is on the page`)
  }

  /** Fills in a form of the page and sends it. */
  async sends(button: string, entries: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(entries)) await this.page.getByLabel(label).fill(text)
    await this.page.getByRole('button', { name: button }).click()
  }

  /** Downloads a letter of one's own request and gives its words. */
  async downloads(title: string): Promise<string> {
    const link = this.page.getByRole('link', { name: title, exact: true })
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()])
    const bytes = await readFile(await download.path())
    return (printedParagraphs(bytes) ?? assert.fail(`${title} is no Word file`)).join('\n')
  }

  /** Opens a letter as a page, in large print, and comes back. */
  async readsInLargePrint(title: string): Promise<string> {
    const { page } = this
    await page.getByRole('link', { name: new RegExp(`^在网页上阅读\\s*${title}$`) }).click()
    await page.getByRole('link', { name: '大字版' }).click()
    const words = await this.reads()
    assert.equal(await page.locator('html.large').count(), 1)
    await tidy(page)
    await page.getByRole('link', { name: '标准字号' }).click()
    await page.getByRole('link', { name: '返回办理进度' }).click()
    return words
  }
}
