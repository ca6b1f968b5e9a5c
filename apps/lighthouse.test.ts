import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { after, test } from 'node:test'
import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { plantedCounty } from '#district/planted.ts'
import { unpackedChromium } from '#platform/testing/chromium.ts'
import { openSite } from './days/site.ts'

/** Lighthouse as of a middling phone on a slow network: four scores of five pages, each at least 95. */

const least = 95
const tries = 3
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const { app, address } = await openSite({ after }, '2026-11-23T02:00:00Z', {
  console: false,
  ground: plantedCounty,
})

const item: string = (await app.inject({ url: '/api/open-data/items?kind=normative' })).json().items[0]
  .address
const organ = new URL(item).pathname.split('/')[2]
const places: Record<string, string> = {
  home: '/',
  list: '/items',
  item: new URL(item).pathname,
  search: '/search',
  'request form': `/requests/new/${organ}`,
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

type Scores = Record<(typeof categories)[number], number>

async function scoresOf(url: string, port: number): Promise<{ scores: Scores; lost: string[] }> {
  const result = await lighthouse(url, {
    port,
    onlyCategories: [...categories],
    // Only for the report that people look at.
    disableFullPageScreenshot: true,
    logLevel: 'error',
    locale: 'zh',
  })
  const found = result?.lhr.categories ?? {}
  const scores = Object.fromEntries(
    categories.map((name) => [name, Math.round((found[name]?.score ?? 0) * 100)]),
  ) as Scores
  const audits = Object.values(result?.lhr.audits ?? {})
  const lost = audits
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id, score }) => `${id} ${score}`)
  return { scores, lost }
}

const holds = (scores: Scores): boolean => categories.every((name) => scores[name] >= least)

test('Lighthouse: home, list, item, search and request form each score at least 95 on all four', async () => {
  const { executablePath, env } = await unpackedChromium()
  const port = await freePort()
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ executablePath, env, args })
  try {
    const short: string[] = []
    for (const [name, place] of Object.entries(places)) {
      let last = await scoresOf(address + place, port)
      // What else the machine does weighs on the figures: the best of three counts.
      for (let i = 1; i < tries && !holds(last.scores); i++) last = await scoresOf(address + place, port)
      const told = categories.map((category) => `${category} ${last.scores[category]}`).join(', ')
      console.log(`${name}: ${told}`)
      if (!holds(last.scores)) short.push(`${name}: ${told}; ${last.lost.join(', ')}`)
    }
    assert.deepEqual(short, [])
  } finally {
    await browser.close()
  }
})
