import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { printedParagraphs } from '#platform/documents/docx-text.ts'
import { troubleOf } from '#platform/testing/browser.ts'
import type { Filed } from './citizen.ts'

/** What is entered under a label: words, yes or no, or one of the choices. */
export type Entry = string | boolean | { pick: string }

/** One thing decided: the outcome by its label, and what the letter must state by its labels. */
export interface DecidedAs {
  what?: string
  outcome: string
  states: Record<string, Entry>
}

/** What a step said when it was recorded. */
export interface Done {
  /** The words of the letter that the step wrote; empty where it wrote none. */
  letter: string
  warnings: string
}

const places = new Map<string, string>()

type Where = { address: string; organId: string }

/** An officer at the console. */
export class Desk {
  readonly page: Page
  readonly #at: Where

  constructor(page: Page, at: Where) {
    this.page = page
    this.#at = at
  }

  async #goes(path: string): Promise<void> {
    await this.page.goto(`${this.#at.address}/console/${this.#at.organId}${path}`)
  }

  /** Takes down what came on paper; gives number and query code for the receipt. */
  async registers(entries: Record<string, Entry>): Promise<Filed> {
    const { page } = this
    await this.#goes('/requests/register')
    const form = page.locator('form.register')
    for (const [label, entry] of Object.entries(entries)) await enter(form, label, entry)
    await page.getByRole('button', { name: '登记', exact: true }).click()
    const number = await page.locator('.done h2').innerText()
    return { number, queryCode: await page.locator('.done .code').innerText() }
  }

  /** Opens a case by its number: the first time from the list, then by its address. */
  async opens(number: string): Promise<void> {
    const { page } = this
    const key = `${this.#at.organId} ${number}`
    const known = places.get(key)
    if (known) await page.goto(known)
    else {
      await this.#goes(`/requests?view=all&q=${encodeURIComponent(number)}`)
      await page.locator('tbody').getByRole('link').first().click()
    }
    await page.getByRole('heading', { name: '办理经过' }).waitFor()
    places.set(key, page.url())
  }

  /** The words of the section about the days: the due day, every reason, the other days to keep. */
  async clock(): Promise<string> {
    return ((await this.page.locator('section[aria-label="期限"]').textContent()) ?? '').replaceAll(
      /\s+/g,
      ' ',
    )
  }

  /** The section about the days says all of these. */
  async clockSays(...words: readonly string[]): Promise<void> {
    const text = await this.clock()
    for (const each of words) assert.ok(text.includes(each), `“${each}” is not said of the days: ${text}`)
  }

  /** Waits until the screen says each of these. */
  async sees(...words: readonly string[]): Promise<void> {
    for (const each of words) await this.page.getByText(each).first().waitFor()
  }

  /** Takes a step by its button, with the entries under their labels, confirmed where that is asked. */
  async does(step: string, entries: Record<string, Entry> = {}, parts?: readonly DecidedAs[]): Promise<Done> {
    const form = await this.#openStep(step)
    for (const [label, entry] of Object.entries(entries)) await enter(form, label, entry)
    if (parts) await this.#decides(parts)
    await form.getByRole('button', { name: step, exact: true }).click()
    const sure = this.page.getByRole('button', { name: `确认${step}`, exact: true })
    const note = this.page.locator('.done-note', { hasText: `已记录：${step}。` })
    await sure.or(note).or(this.page.locator('.steps [role=alert]')).first().waitFor()
    if (await sure.isVisible()) await sure.click()
    await note.or(this.page.locator('.steps [role=alert]')).first().waitFor()
    if (!(await note.isVisible()))
      assert.fail(`${step}: ${await this.page.locator('.steps [role=alert]').first().innerText()}`)
    const warnings = (await note.locator('.warning').allInnerTexts()).join('\n')
    return { letter: await wordsBehind(this.page, note.getByRole('link')), warnings }
  }

  async #openStep(step: string): Promise<Locator> {
    const { page } = this
    const button = page.locator('button.step', { hasText: new RegExp(`^${step}$`) })
    await button.click()
    return page.locator('li', { has: button }).locator('form')
  }

  async #decides(parts: readonly DecidedAs[]): Promise<void> {
    const { page } = this
    for (const [i, { what, outcome, states }] of parts.entries()) {
      if (i > 0) await page.getByRole('button', { name: '另有一项需要分别答复' }).click()
      const at = `[id="step-draft_parts_${i}`
      if (what) await page.locator(`${at}_what"]`).fill(what)
      const choice = page.locator(`${at}_outcome"]`)
      await choice.click()
      await choice.fill(outcome)
      await choice.press('Enter')
      for (const [label, entry] of Object.entries(states))
        await enter(page.locator('.parts fieldset').nth(i), label, entry)
    }
  }

  /** Opens 今日. */
  async today(): Promise<void> {
    await this.#goes('/today')
    await this.page.getByRole('heading', { name: '今日' }).waitFor()
  }

  /** Sends something to the API in the session of the page, where the story is not about the screen. */
  async sends(path: string, body: object): Promise<void> {
    await this.#goes('/settings/account')
    await this.page.locator('h1').waitFor()
    const status = await this.page.evaluate(
      `fetch('/api/me').then((me) => me.json()).then((me) => fetch(${JSON.stringify(`/api/organs/${this.#at.organId}${path}`)}, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': me.csrf },
        body: ${JSON.stringify(JSON.stringify(body))},
      })).then(async (answer) => answer.ok ? 'ok' : answer.status + await answer.text())`,
    )
    assert.equal(status, 'ok')
  }

  /** Enters a notice of the State Council on holidays. */
  async entersNotice(notice: object): Promise<void> {
    await this.sends('/calendar/notices', notice)
  }

  /** Takes down a reconsideration or a lawsuit from the notice that came. */
  async beginsRemedy(entries: Record<string, Entry>): Promise<void> {
    const { page } = this
    await this.#goes('/remedies/register')
    const form = page.locator('form')
    for (const [label, entry] of Object.entries(entries)) await enter(form, label, entry)
    await form.getByRole('button', { name: '登记复议、诉讼', exact: true }).click()
    await page.getByRole('heading', { name: '办理经过' }).waitFor()
  }

  /** The figure in any cell of the report of a year. */
  async cellSays(year: number, cell: string, figure: string): Promise<void> {
    await this.#goes(`/reports/${year}`)
    const found = this.page.locator(`[id="cell-${cell}"]`)
    await found.waitFor()
    assert.equal(await found.innerText(), figure, `${year} ${cell}`)
  }

  /** What cannot be done now, with its reason. */
  async cannot(step: string): Promise<string> {
    const item = this.page.locator('.not-now li', { has: this.page.locator('strong', { hasText: step }) })
    return (await item.textContent()) ?? ''
  }

  /** The figure in a cell of table three of a year, and that it opens to the case of that title. */
  async reportSays(
    year: number,
    row: string,
    figure: string,
    title: string,
    column = 'naturalPerson',
  ): Promise<void> {
    const { page } = this
    await this.#goes(`/reports/${year}`)
    const cell = page.locator(`[id="cell-requests.${row}.${column}"]`)
    await cell.waitFor()
    assert.equal(await cell.innerText(), figure, `${year} ${row}`)
    await cell.click()
    await page.getByRole('dialog').getByRole('link', { name: title }).first().waitFor()
  }

  /** Nothing was thrown and nothing was refused by the content policy so far. */
  isCalm(): void {
    assert.deepEqual(troubleOf(this.page), [])
  }
}

async function wordsBehind(page: Page, link: Locator): Promise<string> {
  if ((await link.count()) === 0) return ''
  const [download] = await Promise.all([page.waitForEvent('download'), link.first().click()])
  const printed = printedParagraphs(await readFile(await download.path()))
  return (printed ?? assert.fail('the letter is no Word file')).join('\n')
}

/** Enters something under its label, in whatever kind of entry stands there. */
async function enter(form: Locator, label: string, entry: Entry): Promise<void> {
  const item = form.locator('.ant-form-item', { has: form.page().locator(`label[title="${label}"]`) }).last()
  await item.waitFor()
  if (typeof entry === 'string') return item.locator('input, textarea').first().fill(entry)
  const choice = typeof entry === 'boolean' ? (entry ? '是' : '否') : entry.pick
  const radio = item.locator('label.ant-radio-wrapper', { hasText: choice }).first()
  if ((await radio.count()) > 0) return radio.click()
  const list = item.getByRole('combobox')
  await list.click()
  await list.fill(choice)
  await list.press('Enter')
}

/** The text says all of these. */
export function says(text: string, ...words: readonly string[]): void {
  for (const each of words) assert.ok(text.includes(each), `“${each}” is not said: ${text}`)
}
