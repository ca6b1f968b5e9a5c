import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { itemsChanged } from '#duties/publication/changed.ts'
import { publicationPages } from '#duties/publication/portal/routes.tsx'
import { indexSlug } from '#duties/publication/rules/index-number.ts'
import { type App, buildApp } from '#platform/http/app.ts'
import { testSecret } from '#platform/http/testing.ts'
import { registerAssets } from '#platform/pages/assets.ts'
import { keptFor } from '#platform/pages/kept.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { fillPortal, organCount } from './portal-ground.ts'

const goals = { perSecond: 3000, p99: 50, growth: 1.5, visible: 2000 }
const large = Number(process.env.GONGKAI_BENCH_ITEMS || 1_000_000)
const small = Math.round(large / 10)
const seconds = Number(process.env.GONGKAI_BENCH_SECONDS || 8)
const connections = 50
const cold = 150

const cleanups: (() => Promise<void> | void)[] = []
const t = {
  after: (work: () => Promise<void> | void) => {
    cleanups.unshift(work)
  },
}

const pages = ['home', 'list', 'item'] as const
type Page = (typeof pages)[number]

interface Portal {
  made: TestPlatform
  app: App
  address: string
  items: number
  paths: Record<Page, readonly string[]>
}

/** Which addresses are asked: one home, lists by every filter, four hundred items spread over all years. */
async function pathsOf(items: number, { database }: TestPlatform): Promise<Portal['paths']> {
  const step = Math.max(1, Math.floor(items / 400))
  const { rows } = await sql<{ code: string; credit_code: string; index_number: string }>`
    SELECT code, credit_code, index_number FROM item_row JOIN organ USING (organ_id)
    WHERE right(index_number, 7)::int % ${step} = 0 LIMIT 400`.execute(database.owner.db)
  const headings = Array.from({ length: 15 }, (_, i) => `catalogue=20-${String(i + 1).padStart(2, '0')}`)
  const organs = Array.from({ length: 60 }, (_, i) => `organ=b${i * 3}`)
  const years = Array.from({ length: 10 }, (_, i) => `year=${2017 + i}`)
  const kinds = ['normative', 'interpretation', 'notice', 'news', 'budget'].map((kind) => `kind=${kind}`)
  const single = [...headings, ...organs, ...years, ...kinds]
  const double = organs.slice(0, 20).flatMap((organ) => [`${organ}&${headings[3]}`, `${organ}&${years[4]}`])
  return {
    home: ['/'],
    list: ['/items', ...[...single, ...double].map((query) => `/items?${query}`)],
    item: rows.map(
      ({ code, credit_code, index_number }) =>
        `/items/${code}/${encodeURIComponent(indexSlug(index_number, credit_code))}`,
    ),
  }
}

async function openPortal(items: number): Promise<Portal> {
  const made = await testPlatform(t, '2026-11-23T01:00:00Z')
  const took = await fillPortal(made, items)
  console.log(`${count(items)} items of ${organCount + 1} organs made in ${took.toFixed(0)} s`)
  const { platform } = made
  const app = await buildApp(platform, {
    secret: testSecret,
    // The log is written as in an office, to nowhere.
    logger: { stream: { write: () => {} } },
    http: { requestsPerMinute: 100_000_000, lagLimit: 0 },
  })
  registerAssets(app)
  publicationPages(app, platform)
  t.after(() => app.close())
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { made, app, address, items, paths: await pathsOf(items, made) }
}

/** Milliseconds of pages that nobody has asked for yet: what the database and the setting of the page cost. */
async function coldTimes({ app, paths, made }: Portal, page: Page): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < cold; i++) {
    keptFor(made.platform).entries.clear()
    const url = paths[page][(i * 37) % paths[page].length] ?? '/'
    const begun = performance.now()
    const { statusCode } = await app.inject({ url, headers: { accept: 'text/html' } })
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`)
    times.push(performance.now() - begun)
  }
  return times
}

interface Load {
  perSecond: number
  p50: number
  p99: number
  failed: number
}

function load({ address }: Portal, paths: readonly string[], rate?: number): Promise<Load> {
  const ask = { address, paths, seconds, connections, ...(rate !== undefined && { rate }) }
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./portal-load.ts', import.meta.url), [JSON.stringify(ask)])
    child.once('message', (figures) => resolve(figures as Load))
    child.once('error', reject)
  })
}

/** Publishes fifty items in a second; gives for each how long after the commit another asker saw it on its pages. */
async function publishing(portal: Portal, forSeconds: number): Promise<number[]> {
  const { made, app } = portal
  const lags: Promise<number>[] = []
  const begun = performance.now()
  for (let i = 0; i < forSeconds * 50; i++) {
    const wait = begun + i * 20 - performance.now()
    if (wait > 0) await new Promise((go) => setTimeout(go, wait))
    const title = await publish(made, portal.items + i)
    const from = performance.now()
    if (i % 10 === 0)
      lags.push(
        (async () => {
          for (;;) {
            const { payload } = await app.inject({ url: '/items', headers: { accept: 'text/html' } })
            if (payload.includes(title) || performance.now() - from > 5000) return performance.now() - from
          }
        })(),
      )
  }
  return Promise.all(lags)
}

async function publish({ platform }: TestPlatform, n: number): Promise<string> {
  const title = `正在公开的第${n}件`
  const at = new Date(Date.UTC(2026, 10, 21) + n).toISOString()
  const organId = `99000000-0000-4000-a000-${(n % organCount).toString(16).padStart(12, '0')}`
  const itemId = randomUUID()
  await platform.db.transaction().execute(async (tx) => {
    await sql`
      INSERT INTO item_row (organ_id, item_id, seq, index_number, kind, catalogue_code, title, body, formed_on,
        published_at, validity, status, updated_at)
      VALUES (${organId}, ${itemId}, 1, ${`bench/${n}`}, 'notice', '20-11', ${title}, ${'<p>正文</p>'}, '2026-11-20',
        ${at}, 'none', 'published', ${at})`.execute(tx)
    await itemsChanged(tx, organId, [itemId])
  })
  return title
}

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * q)] ?? Number.NaN
const ms = (value: number): string => `${value.toFixed(1)} ms`
const count = (n: number): string => n.toLocaleString('en-US')
const mib = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`

async function coldGrowth(portals: readonly Portal[]): Promise<number> {
  let worst = 0
  for (const page of pages) {
    const [before = [], now = []] = [
      await coldTimes(portals[0] as Portal, page),
      await coldTimes(portals[1] as Portal, page),
    ]
    const growth = quantile(now, 0.5) / quantile(before, 0.5)
    worst = Math.max(worst, growth)
    console.log(
      `${page}, not kept: ${count(small)} items median ${ms(quantile(before, 0.5))}, ` +
        `${count(large)} items median ${ms(quantile(now, 0.5))}, p95 ${ms(quantile(now, 0.95))}; growth ${growth.toFixed(2)}`,
    )
  }
  return worst
}

const warm = ({ app }: Portal, url: string) =>
  app.inject({ url, headers: { accept: 'text/html', 'accept-encoding': 'br' } })

async function underLoad(portal: Portal): Promise<{ slowest: number; p99: number }> {
  let [slowest, p99] = [Number.POSITIVE_INFINITY, 0]
  for (const page of pages) {
    for (const path of portal.paths[page]) await warm(portal, path)
    const before = process.cpuUsage()
    const full = await load(portal, portal.paths[page])
    const used = process.cpuUsage(before)
    const each = (used.user + used.system) / Math.max(1, full.perSecond * seconds)
    const half = await load(portal, portal.paths[page], Math.round(full.perSecond / 2))
    slowest = Math.min(slowest, full.perSecond)
    p99 = Math.max(p99, half.p99)
    console.log(
      `${page}: ${count(Math.round(full.perSecond))} requests/s (p99 ${full.p99} ms, failed ${full.failed}), ` +
        `${Math.round(each)} µs of the server’s processor each; ` +
        `at half that load p50 ${half.p50} ms, p99 ${half.p99} ms, failed ${half.failed}`,
    )
  }
  return { slowest, p99 }
}

async function main(): Promise<boolean> {
  const portals = [await openPortal(small), await openPortal(large)]
  const portal = portals[1] as Portal
  const growth = await coldGrowth(portals)
  console.log(
    `load: ${connections} kept connections for ${seconds} s from one process beside the server and the database, on the same cores`,
  )
  const { slowest, p99 } = await underLoad(portal)
  const [lags, busy] = await Promise.all([
    publishing(portal, seconds),
    load(portal, [
      ...portal.paths.home,
      ...portal.paths.list.slice(0, 40),
      ...portal.paths.item.slice(0, 400),
    ]),
  ])
  const visible = Math.max(...lags)
  console.log(
    `while 50 items a second are published: visible after ${ms(quantile(lags, 0.5))}, at most ${ms(visible)}; ` +
      `${count(Math.round(busy.perSecond))} requests/s of all pages, p99 ${busy.p99} ms, failed ${busy.failed}`,
  )
  const kept = keptFor(portal.made.platform)
  console.log(
    `memory: ${mib(process.memoryUsage().rss)} of the process, ${count(kept.entries.size)} pages kept in ${mib(kept.bytes)}`,
  )
  const holds =
    slowest >= goals.perSecond && p99 < goals.p99 && growth < goals.growth && visible < goals.visible
  console.log(
    `bench portal: slowest page ${count(Math.round(slowest))} requests/s, p99 at half load ${p99} ms, growth ${growth.toFixed(2)}, ` +
      `visible within ${ms(visible)} | goal ≥ ${goals.perSecond}/s, < ${goals.p99} ms, < ${goals.growth}, < ${goals.visible} ms | ${holds ? 'holds' : 'short'}`,
  )
  return holds
}

try {
  process.exitCode = (await main()) ? 0 : 1
} finally {
  for (const end of cleanups) await end()
  // The server of its own that the database lived on ends with this process.
  setImmediate(() => process.exit())
}
