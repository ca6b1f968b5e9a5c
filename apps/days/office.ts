import type { Browser, Page } from 'playwright-core'
import type { Role } from '#law/roles.ts'
import { sessionOf, testOrgan, testPerson } from '#platform/http/testing.ts'
import type { Platform } from '#platform/platform.ts'
import { openPage, screenshot, withBrowser } from '#platform/testing/browser.ts'
import type { Cleanup } from '#platform/testing/endings.ts'
import { Citizen } from './citizen.ts'
import { Desk } from './desk.ts'
import { openSite } from './site.ts'

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

  /** The desk of one of the people, signed in; `refused` as in `openPage`. */
  async desk(person: Person, refused: readonly number[] = []): Promise<Desk> {
    const page = this.#pages.get(person) ?? (await openPage(this.#browser, { refused }))
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

async function openGround(t: Cleanup, on: string): Promise<OfficeGround> {
  const { platform, at, address } = await openSite(t, `${on}T01:30:00Z`)
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
  return { platform, address, organId, at, ids: ids as Record<Person, string> }
}

/** A day of an office, for a test: real server, real browser, the clock set to `on`. */
export const aDay =
  (on: string, story: (office: Office) => Promise<void>) =>
  async (t: Cleanup): Promise<void> => {
    const ground = await openGround(t, on)
    await withBrowser(async (browser) => {
      const office = new Office(ground, browser)
      await story(office).catch(async (fault) => {
        await office.pictures().catch(() => {})
        throw fault
      })
    })
  }
