import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after } from 'node:test'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { projectFolder } from '#platform/runtime/data-folder.ts'
import { unpackedChromium } from './chromium.ts'

let started: Promise<Browser> | undefined

// Started once for all tests of a file.
after(async () => (await started)?.close())

async function start(): Promise<Browser> {
  const { executablePath, env } = await unpackedChromium()
  return chromium.launch({
    executablePath,
    env,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  })
}

/** Runs the work with a real browser, and closes every page that it opened. */
export async function withBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  started ??= start()
  const browser = await started
  try {
    return await work(browser)
  } finally {
    for (const context of browser.contexts()) await context.close()
  }
}

interface PageOptions {
  width?: 1280 | 375 | number
  javaScript?: boolean
  baseURL?: string
  /** What the server answers in this story to what a script asks, as 401 or 422: no trouble. */
  refused?: readonly number[]
}

/**
 * Opens a page as someone in Beijing sees it, with cookies of its own; 1280 pixels wide unless told.
 * What its scripts throw and what its content policy refuses is told by `troubleOf`.
 */
export async function openPage(
  browser: Browser,
  { width = 1280, javaScript = true, refused = [], ...rest }: PageOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...rest,
    viewport: { width, height: width < 600 ? 740 : 860 },
    javaScriptEnabled: javaScript,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    isMobile: width < 600,
    hasTouch: width < 600,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const trouble: string[] = []
  troubles.set(page, trouble)
  if (!javaScript) scriptless.add(page)
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('console', (message) => {
    const status = Number(/with a status of (\d{3})/.exec(message.text())?.[1])
    if (message.type() === 'error' && !refused.includes(status)) trouble.push(message.text())
  })
  return page
}

const troubles = new WeakMap<Page, string[]>()
const scriptless = new WeakSet<Page>()

/** What the page's scripts threw and what the browser complained of, so far. */
export function troubleOf(page: Page): string[] {
  return troubles.get(page) ?? []
}

export type AxeFinding = { rule: string; impact: string; help: string; places: string[] }

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong on the page, each with the places; an empty list when it is clean. */
export async function axe(page: Page): Promise<AxeFinding[]> {
  const options = JSON.stringify({ runOnly: axeTags, resultTypes: ['violations'] })
  const { violations } = await withTimers(page, async (subject) => {
    if (await subject.evaluate<boolean>("typeof axe === 'undefined'")) await subject.evaluate(axeSource)
    return subject.evaluate<AxeResults>(`axe.run(document, ${options})`)
  })
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? '',
    help,
    places: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }))
}

// axe needs timers, which a page without scripts has not: it looks at the same document in a page
// that has them, where a policy keeps the document's own scripts from running.
async function withTimers<Result>(page: Page, work: (subject: Page) => Promise<Result>): Promise<Result> {
  if (!scriptless.has(page)) return work(page)
  const body = (await page.content()).replaceAll(/<\/?noscript[^>]*>/g, '')
  const twin = await twinOf(page)
  const headers = { 'content-security-policy': "script-src 'none'" }
  const url = page.url()
  await twin.route(url, (route) => route.fulfill({ body, headers, contentType: 'text/html; charset=utf-8' }))
  try {
    await twin.goto('about:blank')
    await twin.goto(url)
    return await work(twin)
  } finally {
    await twin.unroute(url)
  }
}

const twins = new WeakMap<Page, Page>()

async function twinOf(page: Page): Promise<Page> {
  const browser = page.context().browser() ?? assert.fail('no browser')
  const twin = twins.get(page) ?? (await (await browser.newContext()).newPage())
  twins.set(page, twin)
  await twin.setViewportSize(page.viewportSize() ?? assert.fail('no size'))
  await twin.context().clearCookies()
  await twin.context().addCookies(await page.context().cookies())
  return twin
}

/** Keeps a picture of the whole page as `screenshots/NAME.png` (not in git), and gives its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(projectFolder, 'screenshots')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, fullPage: true })
  return path
}

/**
 * By how many pixels the page is wider than the screen it was opened for; 0 where it fits. The page's own
 * `innerWidth` is no measure: on a phone it grows with what is too wide.
 */
export async function wider(page: Page): Promise<number> {
  const screen = page.viewportSize()?.width ?? 0
  return Math.max(0, (await page.evaluate<number>('document.documentElement.scrollWidth')) - screen)
}

/** By how many pixels what a region holds is wider than the region, which then scrolls sideways; 0 where it fits. */
export const scrolledBy = (region: Locator): Promise<number> =>
  region.evaluate((element) => element.scrollWidth - element.clientWidth)

/** What is not in order on the page: what axe finds, its width, the trouble so far; empty where all is. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found = (await axe(page)).map(({ rule, places }) => `${rule}: ${places.join(' | ')}`)
  const tooWide = await wider(page)
  if (tooWide > 0) found.push(`${tooWide} pixels wider than the screen`)
  const where = `${page.url()} at ${page.viewportSize()?.width}`
  return [...found, ...troubleOf(page)].map((fault) => `${where}: ${fault}`)
}

/** Keeps a picture where pictures are asked for: `GONGKAI_PICTURES=yes`. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.GONGKAI_PICTURES === 'yes') await screenshot(page, name)
}

/** The page is in order for everybody; throws what is not. Its picture has the name, where one is given. */
export async function tidy(page: Page, name?: string): Promise<void> {
  if (name) await picture(page, name)
  assert.deepEqual(await faultsOf(page), [])
}

/** The page is in order on a phone and on a desk; a picture of each, `NAME-375` and `NAME-1280`. It stays at the desk. */
export async function tidyAtBoth(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [375, 740],
    [1280, 860],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.waitForTimeout(300)
    await tidy(page, `${name}-${width}`)
  }
}
