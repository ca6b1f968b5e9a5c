import type { Browser, Page } from 'playwright-core'
import type { App } from '#platform/http/app.ts'
import { testPassword, testSecret } from '#platform/http/testing.ts'
import { runJobs, type Task } from '#platform/jobs/run.ts'
import type { Platform } from '#platform/platform.ts'
import { openPage } from '#platform/testing/browser.ts'
import type { TestGround } from '#platform/testing/database.ts'
import { type Cleanup, lastFirst } from '#platform/testing/endings.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { assemble } from '../assemble.ts'
import { buildConsole } from '../console/build.ts'

/** The whole program, served at an address. */
export interface Site extends TestPlatform {
  app: App
  address: string
}

/** Asks the portal for a page as a stranger would. */
type Visit = (url: string) => Promise<{ status: number; body: string }>

interface SiteOptions {
  /** Without the console nothing is built. */
  console?: boolean
  /** What the database holds from the beginning; nothing unless told. */
  ground?: TestGround
  /** The jobs that run beside the server; none unless told. */
  tasks?: (platform: Platform, visit: Visit) => Record<string, Task>
}

/**
 * Serves the whole program, for a test: on a database of its own with the clock at an instant, or on a
 * platform made before; no limit on how often somebody asks. What was opened last ends first.
 */
export async function openSite(
  t: Cleanup,
  at: string | TestPlatform,
  { console: withConsole = true, ground, tasks }: SiteOptions = {},
): Promise<Site> {
  const last = lastFirst(t)
  const made = typeof at === 'string' ? await testPlatform(last, at, ground) : at
  const app = await assemble(made.platform, {
    secret: testSecret,
    logger: false,
    http: { requestsPerMinute: 100_000, formsPerMinute: 1000, signInsPerMinute: 1000, lagLimit: 0 },
    ...(withConsole ? { consoleFolder: await buildConsole() } : {}),
  })
  last.after(() => app.close())
  const jobs = tasks && (await runJobs(made.database.url, tasks(made.platform, visitOf(app))))
  if (jobs) last.after(() => jobs.stop())
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  made.platform.config.publicAddress = address
  return { ...made, app, address }
}

const visitOf =
  (app: App): Visit =>
  async (url) => {
    const { statusCode: status, body } = await app.inject({ method: 'GET', url })
    return { status, body }
  }

interface Login {
  username: string
  password?: string
  /** The screen to open, below /console/. */
  path?: string
  width?: number
  /** As in `openPage`; that nobody is signed in at first is no trouble. */
  refused?: readonly number[]
}

/** Somebody at the console, who typed name and password, on the screen that was asked for. */
export async function signedIn(
  browser: Browser,
  { address }: { address: string },
  { username, password = testPassword, path = '', width = 1280, refused = [] }: Login,
): Promise<Page> {
  const page = await openPage(browser, { width, refused: [401, ...refused] })
  await page.goto(`${address}/console/${path}`)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  return page
}
