import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Role } from '#law/roles.ts'
import { sessionOf, testOrgan, testPerson, testSecret } from '#platform/http/testing.ts'
import type { Platform } from '#platform/platform.ts'
import { openPage, screenshot, withBrowser } from '#platform/testing/browser.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { assemble } from '../assemble.ts'
import { buildConsole } from '../console/build.ts'
import { Citizen } from './citizen.ts'
import { Desk } from './desk.ts'

/** The people of 清溪县民政局 in these days. */
const people = {
  handler: ['handler'],
  head: ['officeHead'],
  leader: ['leader'],
  secrecy: ['secrecyReviewer'],
  keeper: ['administrator', 'supervisor'],
} as const satisfies Record<string, readonly Role[]>

export type Person = keyof typeof people

/** One office with its real server, its browser, and a clock that goes where the story goes. */
export class Office {
  readonly platform: Platform
  readonly address: string
  readonly organId: string
  readonly #browser: Browser
  readonly #at: (instant: string) => void
  readonly #ids: Readonly<Record<Person, string>>
  readonly #pages = new Map<Person, Page>()

  constructor(ground: OfficeGround, browser: Browser) {
    this.platform = ground.platform
    this.address = ground.address
    this.organId = ground.organId
    this.#at = ground.at
    this.#ids = ground.ids
    this.#browser = browser
  }

  /** It becomes half past nine of that day in Beijing; whoever sits at a desk signs in anew. */
  day(on: string): void {
    this.#at(`${on}T01:30:00Z`)
  }

  /** The desk of one of the people, signed in. */
  async desk(person: Person): Promise<Desk> {
    const page = this.#pages.get(person) ?? (await openPage(this.#browser))
    this.#pages.set(person, page)
    const { cookie } = await sessionOf(this.platform, this.#ids[person])
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: this.address }])
    return new Desk(page, this)
  }

  /** Keeps pictures of what everybody sees, where a story went wrong. */
  async pictures(): Promise<void> {
    for (const [name, page] of this.#pages) await screenshot(page, `went-wrong-${name}`)
  }

  /** Somebody at home with a phone, in a browser without scripts. */
  async citizen(): Promise<Citizen> {
    const page = await openPage(this.#browser, { baseURL: this.address, width: 375, javaScript: false })
    return new Citizen(page)
  }
}

interface OfficeGround {
  platform: Platform
  address: string
  organId: string
  at(instant: string): void
  ids: Record<Person, string>
}

/** The console as it is now: a build that somebody makes meanwhile takes nothing away from under this one. */
export async function consoleCopy(t: Cleanup): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-console-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(await buildConsole(), folder, { recursive: true })
  return folder
}

type Cleanup = { after(work: () => Promise<void> | void): void }

async function openGround(t: Cleanup, on: string): Promise<OfficeGround> {
  const { platform, at } = await testPlatform(t, `${on}T01:30:00Z`)
  const { db } = platform
  const county = await testOrgan(db, 'qxx-xzf', null, {
    kind: 'government',
    name: '清溪县人民政府',
    shortName: '县政府',
  })
  const organId = await testOrgan(db, 'qxx-mzj', county, { name: '清溪县民政局', shortName: '民政局' })
  const contact = {
    office: '清溪县民政局办公室',
    address: '清溪县和平路9号',
    postcode: '990321',
    hours: '9:00-17:00',
  }
  const remedies = { reconsideration_organ: '清溪县人民政府', court: '清溪县人民法院' }
  await db
    .insertInto('organ_contact')
    .values({ organ_id: organId, ...contact, telephone: '0990-3210000', ...remedies })
    .execute()
  const ids: Partial<Record<Person, string>> = {}
  for (const [username, roles] of Object.entries(people))
    ids[username as Person] = await testPerson(db, { username, organId, roles })
  const app = await assemble(platform, {
    secret: testSecret,
    logger: false,
    consoleFolder: await consoleCopy(t),
    http: { requestsPerMinute: 100_000, formsPerMinute: 1000, lagLimit: 0 },
  })
  t.after(() => app.close())
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { platform, address, organId, at, ids: ids as Record<Person, string> }
}

/** A day of an office, for a test: real server, real browser, the clock set to `on`. */
export const aDay =
  (on: string, story: (office: Office) => Promise<void>) =>
  async (t: Cleanup): Promise<void> => {
    const ground = await openGround(t, on)
    await withBrowser(async (browser) => {
      const office = new Office(ground, browser)
      await story(office).catch((fault) => office.pictures().then(() => Promise.reject(fault)))
    })
  }
