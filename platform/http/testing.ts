import { randomUUIDv7 } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { type Kysely, sql } from 'kysely'
import type { Role } from '#law/roles.ts'
import type { Database } from '#platform/database/schema.ts'
import { makePerson } from '#platform/identity/accounts.ts'
import { sessionCookie } from '#platform/identity/auth.ts'
import { grantRole } from '#platform/identity/holdings.ts'
import { cookieOf, readSession } from '#platform/identity/session.ts'
import { makeOrgan } from '#platform/organs/changes.ts'
import type { NewOrgan } from '#platform/organs/contract.ts'
import { type Day, day } from '#time/day.ts'
import { type App, type AppOptions, buildApp } from './app.ts'
import type { Ground } from './ground.ts'

/** Tools for tests that go through the HTTP door. */

export const testSecret = 'a secret for tests only, thirty-two characters and more'
export const testPassword = 'luzhou-qiao-7-feng'

/** The ground of a test: a clock that the test may set, and an address of its own. */
export function testGround(
  db: Kysely<Database>,
  start = '2026-11-23T01:00:00Z',
): Ground & { setClock(to: string): void } {
  let instant = new Date(start)
  return {
    db,
    now: () => instant,
    today: () => day(new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)),
    setClock: (to) => {
      instant = new Date(to)
    },
    config: {
      publicAddress: 'http://gongkai.test',
      host: '127.0.0.1',
      port: 0,
      dataFolder: '',
      siteName: '清溪县政府信息公开',
      demonstration: true,
    },
  }
}

/** The server as tests want it: no log, no limit that a test does not ask for. */
export const testApp = (ground: Ground, options: Partial<AppOptions> = {}): Promise<App> =>
  buildApp(ground, {
    secret: testSecret,
    logger: false,
    ...options,
    http: { requestsPerMinute: 100_000, signInsPerMinute: 1000, lagLimit: 0, ...options.http },
  })

/** An organ of the synthetic district, under another where one is given. Gives its id. */
export function testOrgan(
  db: Kysely<Database>,
  code: string,
  parentId: string | null = null,
  more: Partial<NewOrgan> = {},
) {
  const creditCode = `99${code.toUpperCase().replace(/[^A-Z0-9]/g, 'X')}X`.padEnd(18, '0').slice(0, 18)
  return makeOrgan(
    db,
    {
      code,
      creditCode,
      kind: 'department',
      level: 'county',
      regionCode: '990321',
      name: `清溪县${code}局`,
      shortName: `${code}局`,
      fromOn: '2019-01-01',
      basis: '',
      ...more,
    },
    parentId,
  )
}

// Of testPassword, made once: hashing takes a tenth of a second in every file.
const passwordHash =
  '1d4ce2e0b6699635e3f45563b0f705ae:324e4a60ce04378106eac745ac22f448a67358a0771b40d09455e58f5822d70d25259e4dfd0682d1e09335ab7b08eda423181d0bbc1a1d790b99f316b1f6169b'

/** A person with a password of their own and roles at an organ. Gives the id. */
export async function testPerson(
  db: Kysely<Database>,
  { username, organId, roles }: { username: string; organId: string; roles: readonly Role[] },
): Promise<string> {
  const account = {
    username,
    name: `人员${username}`,
    password: testPassword,
    passwordHash,
  }
  const made = await makePerson(db, account, new Date())
  if (made === null) throw new Error(`taken: ${username}`)
  const from: Day = day('2019-01-01')
  for (const role of roles) {
    await grantRole(db, {
      organId,
      personId: made.personId,
      role,
      fromOn: from,
      lastOn: null,
      grantedBy: null,
    })
  }
  return made.personId
}

export interface SignedInHeaders extends Record<string, string> {
  cookie: string
  'x-csrf-token': string
}

/** A session of a person, opened without the password: the headers that bear it. */
export async function sessionOf(ground: Ground, personId: string): Promise<SignedInHeaders> {
  const token = randomUUIDv7()
  const expires = new Date(ground.now().getTime() + 3_600_000)
  await sql`insert into person_session (session_id, person_id, token, expires_at)
    values (${randomUUIDv7()}, ${personId}, ${token}, ${expires})`.execute(ground.db)
  const session = await readSession(ground.db, {
    token,
    secret: testSecret,
    now: ground.now(),
    today: ground.today(),
  })
  const value = encodeURIComponent(cookieOf(token, testSecret))
  const cookie = `${sessionCookie(ground.config.publicAddress)}=${value}`
  return { cookie, 'x-csrf-token': session?.csrf ?? '' }
}

/** The cookies that an answer sets, as the next request sends them. */
export const cookiesFrom = (response: LightMyRequestResponse): string =>
  response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
