import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { beginSite, newSiteId, settle, take } from '#duties/publication/old-site/desk.ts'
import { countsOf, type SiteStatus, siteOf, type Which } from '#duties/publication/old-site/store.ts'
import { oldAddresses } from '#duties/publication/portal/old-address.tsx'
import { publicationPages } from '#duties/publication/portal/routes.tsx'
import { searchItems } from '#duties/publication/search/search.ts'
import { testApp, testOrgan, testPerson } from '#platform/http/testing.ts'
import { verify } from '#platform/ledger/verify.ts'
import type { Platform } from '#platform/platform.ts'
import { projectFolder } from '#platform/runtime/data-folder.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { type OldGround, writeOldSite } from './import-ground.ts'

export interface ImportFigures {
  readonly pages: number
  readonly attachments: number
  readonly items: number
  readonly kills: number
  readonly checkedPerSecond: number
  readonly takenPerSecond: number
  readonly memoryMb: number
  /** What does not hold, in words; none where all does. */
  readonly wrong: readonly string[]
}

interface Running {
  readonly made: TestPlatform
  readonly which: Which
  program: ChildProcess
  memoryKb: number
  kills: number
}

const start = ({ made }: Pick<Running, 'made'>): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--import',
      './platform/runtime/jsx.mjs',
      'bench/import-process.ts',
      made.database.url,
      made.platform.config.dataFolder,
    ],
    { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] },
  )

function measure(running: Running): void {
  try {
    const status = readFileSync(`/proc/${running.program.pid}/status`, 'utf8')
    running.memoryKb = Math.max(running.memoryKb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
  } catch {
    // It has just ended.
  }
}

async function kill(running: Running): Promise<void> {
  running.program.kill('SIGKILL')
  await once(running.program, 'exit')
  running.kills++
  running.program = start(running)
}

/** Waits until the site stands there; kills the program once, with the stage behind it by half. Gives the seconds. */
async function until(running: Running, status: SiteStatus, killAtHalf: boolean): Promise<number> {
  const { db } = running.made.platform
  const from = performance.now()
  let mayKill = killAtHalf
  for (;;) {
    const site = await siteOf(db, running.which)
    if (!site || site.status === 'unreadable') throw new Error(`unreadable: ${site?.trouble}`)
    if (site.status === status) return (performance.now() - from) / 1000
    measure(running)
    const { pages, done } = await countsOf(db, site)
    if (mayKill && done * 2 >= pages) {
      mayKill = false
      await kill(running)
    }
    await pause(150)
  }
}

/** An old site taken over by a program that is killed in the middle of the dry run and again in the middle of the taking. */
export async function importOldSite(
  t: { after(work: () => Promise<void> | void): void },
  pages: number,
  attachments: number,
  say: (line: string) => void = () => {},
): Promise<ImportFigures> {
  const made = await testPlatform(t, new Date().toISOString())
  const { platform } = made
  const organId = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  const by = await testPerson(platform.db, { username: 'fabu', organId, roles: ['publisher'] })
  const folder = join(platform.config.dataFolder, 'old-sites')
  mkdirSync(folder, { recursive: true })
  const files = join(folder, 'site.zip')
  const ground = await writeOldSite(files, pages, attachments)
  say(`an old site of ${pages} pages and ${ground.files} attachments written`)
  const siteId = newSiteId()
  const site = await beginSite(platform, { organId, siteId, by, list: '', files, name: '旧站.zip' }, 'html')
  const running: Running = { made, which: site, program: start({ made }), memoryKb: 0, kills: 0 }
  t.after(() => {
    running.program.kill('SIGKILL')
  })
  await until(running, 'read', false)
  const read = await siteOf(platform.db, site)
  if (!read || !(await settle(platform, read, { ...read, by }))) throw new Error('not settled')
  const checked = await until(running, 'checked', true)
  say(`looked into in ${checked.toFixed(0)} s`)
  if (!(await take(platform, site, by))) throw new Error('not begun')
  const taken = await until(running, 'done', true)
  say(`taken in ${taken.toFixed(0)} s`)
  const { items, wrong } = await judge(platform, site, ground)
  return {
    pages,
    attachments: ground.files,
    items,
    kills: running.kills,
    checkedPerSecond: pages / checked,
    takenPerSecond: items / taken,
    memoryMb: running.memoryKb / 1024,
    wrong,
  }
}

async function judge(platform: Platform, { organId, siteId }: Which, ground: OldGround) {
  const { db } = platform
  const wrong: string[] = []
  const hold = (is: boolean, words: string) => {
    if (!is) wrong.push(words)
  }
  const { rows } = await sql<{ address: string; item_id: string; title: string; status: string }>`
    SELECT a.address, a.item_id, i.title, i.status FROM old_address a JOIN item_row i USING (organ_id, item_id)
    WHERE a.organ_id = ${organId} AND a.file_id IS NULL`.execute(db)
  const byAddress = new Map(rows.map((row) => [row.address, row]))
  const lost = ground.wanted.filter((address) => byAddress.get(address)?.title !== ground.titles.get(address))
  hold(lost.length === 0, `${lost.length} pages lost: ${lost.slice(0, 5)}`)
  const items = new Set(ground.wanted.map((address) => byAddress.get(address)?.item_id))
  hold(items.size === ground.wanted.length, `${ground.wanted.length - items.size} addresses share an item`)
  const all = await sql<{ items: number; titles: number; facts: number; files: number }>`
    SELECT (SELECT count(*)::int FROM item_row) AS items, (SELECT count(DISTINCT title)::int FROM item_row) AS titles,
      (SELECT count(*)::int FROM fact) AS facts, (SELECT count(*)::int FROM file) AS files`.execute(db)
  const counted = all.rows[0]
  for (const name of ['items', 'titles', 'facts'] as const)
    hold(counted?.[name] === ground.wanted.length, `${counted?.[name]} ${name}, not ${ground.wanted.length}`)
  hold((counted?.files ?? 0) > 0, 'no files')
  const strays = ground.repeated.filter((address) => !items.has(byAddress.get(address)?.item_id))
  hold(strays.length === 0, `${strays.length} repeated pages lead nowhere: ${strays.slice(0, 3)}`)
  const { rows: refused } = await sql<{ place: string; reasons: unknown[] }>`
    SELECT place, reasons FROM old_page WHERE organ_id = ${organId} AND site_id = ${siteId} AND outcome = 'refused'`.execute(
    db,
  )
  const told = new Set(refused.filter(({ reasons }) => reasons.length > 0).map(({ place }) => place))
  hold(
    told.size === ground.refused.length && ground.refused.every((place) => told.has(place)),
    `${told.size} told as not taken, not ${ground.refused.length}: ${[...told].filter((place) => !ground.refused.includes(place)).slice(0, 5)}`,
  )
  const brought = await sql<{
    n: number
  }>`SELECT count(DISTINCT address_key)::int AS n FROM old_address WHERE file_id IS NOT NULL`.execute(db)
  hold(
    (brought.rows[0]?.n ?? 0) >= ground.files * 0.93,
    `${brought.rows[0]?.n} files of ${ground.files} brought`,
  )
  const { broken, cases } = await verify(db)
  hold(
    broken.length === 0 && cases === ground.wanted.length,
    `ledger: ${broken.length} broken, ${cases} cases`,
  )
  wrong.push(...(await visit(platform, ground, byAddress)))
  return { items: counted?.items ?? 0, wrong }
}

/** A hundred old addresses asked as visitors do, and ten titles searched. */
async function visit(
  platform: Platform,
  ground: OldGround,
  rows: ReadonlyMap<string, { status: string; title: string; item_id: string }>,
) {
  const wrong: string[] = []
  const app = await testApp(platform)
  publicationPages(app, platform)
  oldAddresses(app, platform)
  const step = Math.max(1, Math.floor(ground.wanted.length / 100))
  const sample = ground.wanted.filter(
    (address, i) => i % step === 0 && rows.get(address)?.status === 'published',
  )
  if (sample.length < 40) wrong.push(`only ${sample.length} of 100 samples are published`)
  for (const [i, address] of sample.entries()) {
    const moved = await app.inject({ url: address })
    const there = await app.inject({ url: String(moved.headers.location) })
    if (moved.statusCode !== 301 || there.statusCode !== 200)
      wrong.push(`${address}: ${moved.statusCode} ${there.statusCode}`)
    const title = rows.get(address)?.title ?? ''
    if (i % 10 !== 0) continue
    const found = await searchItems(platform.db, { words: title, limit: 10, today: platform.today() })
    if (!found.entries.some((each) => JSON.stringify(each).includes(String(rows.get(address)?.item_id))))
      wrong.push(`not found by the search: ${title}`)
  }
  await app.close()
  return wrong
}
