import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import {
  cookiesFrom,
  testApp,
  testGround,
  testOrgan,
  testPassword,
  testPerson,
} from '#platform/http/testing.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { identityRoutes } from './routes.ts'

const { db } = await testDatabase({ after })
const ground = testGround(db, new Date().toISOString())
const app = await testApp(ground)
identityRoutes(app, ground)
after(() => app.close())

const organId = await testOrgan(db, 'mzj')

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url, payload, headers })
const signIn = (username: string, password = testPassword) => post('/api/session', { username, password })
const me = (headers: Record<string, string>) => app.inject({ url: '/api/me', headers })

const later = (minutes: number) =>
  ground.setClock(new Date(ground.now().getTime() + minutes * 60_000).toISOString())

const actions = async (personId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('audit_entry')
      .select('action')
      .where('person_id', '=', personId)
      .orderBy('entry_id')
      .execute()
  ).map((row) => row.action)

function base32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
}

// RFC 6238 with the usual six digits and thirty seconds.
function codeOf(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', base32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('a person signs in with name and password, sees who they are, and signs out', async () => {
  const personId = await testPerson(db, { username: 'zhou.min', organId, roles: ['officeHead', 'handler'] })
  const response = await signIn('Zhou.Min ')
  assert.equal(response.statusCode, 200)
  const cookie = cookiesFrom(response)
  const expected = {
    person: {
      personId,
      name: '人员zhou.min',
      username: 'zhou.min',
      twoFactor: false,
      mustChangePassword: false,
    },
    organs: [{ organId, name: '清溪县mzj局', roles: ['handler', 'officeHead'] }],
    csrf: response.json().csrf,
  }
  assert.deepEqual(response.json(), expected)
  assert.deepEqual((await me({ cookie })).json(), expected)
  const session = response.cookies.find(({ name }) => name === 'gongkai.session_token')
  assert.deepEqual(
    [session?.httpOnly, session?.sameSite, session?.path, session?.maxAge],
    [true, 'Lax', '/', undefined],
  )
  const out = await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })
  assert.equal(out.statusCode, 204)
  assert.equal((await me({ cookie })).statusCode, 401)
  assert.deepEqual(await actions(personId), ['signedIn', 'signedOut'])
})

test('a wrong password, an unknown name and an account out of use get the same answer', async () => {
  await testPerson(db, { username: 'wang.gang', organId, roles: ['handler'] })
  const gone = await testPerson(db, { username: 'li.qun', organId, roles: ['handler'] })
  await db.updateTable('person').set({ active: false }).where('person_id', '=', gone).execute()
  const answers = [await signIn('wang.gang', 'wrong'), await signIn('nobody.here'), await signIn('li.qun')]
  for (const answer of answers) {
    assert.equal(answer.statusCode, 401)
    assert.equal(answer.json().detail, '用户名或密码不正确。')
    assert.equal(answer.body, answers[0]?.body)
  }
})

test('five wrong passwords in a row lock the name for fifteen minutes, also one that nobody bears', async () => {
  await testPerson(db, { username: 'sun.li', organId, roles: ['handler'] })
  for (const username of ['sun.li', 'no.such.person']) {
    for (let n = 1; n < 5; n++) assert.equal((await signIn(username, 'wrong')).statusCode, 401)
    const fifth = await signIn(username, 'wrong')
    assert.equal(fifth.statusCode, 429)
    assert.equal(fifth.json().detail, '连续多次登录失败，请在 15 分钟后再试，或联系本单位管理员。')
    assert.equal(fifth.headers['retry-after'], '900')
    assert.equal((await signIn(username)).json().code, 'signInLocked')
  }
  later(16)
  assert.equal((await signIn('sun.li')).statusCode, 200)
})

test('a right password forgets the wrong ones before it', async () => {
  await testPerson(db, { username: 'qian.yu', organId, roles: ['handler'] })
  for (let round = 0; round < 2; round++) {
    for (let n = 1; n < 5; n++) await signIn('qian.yu', 'wrong')
    assert.equal((await signIn('qian.yu')).statusCode, 200)
  }
})

test('guesses sent at once count as many', async () => {
  await testPerson(db, { username: 'wu.bo', organId, roles: ['handler'] })
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('wu.bo', 'wrong')))
  const statuses = answers.map((answer) => answer.statusCode)
  assert.equal(statuses.filter((status) => status === 401).length, 4)
  assert.equal(statuses.filter((status) => status === 429).length, 8)
})

test('a session ends after eight hours without use, and lasts on with use', async () => {
  await testPerson(db, { username: 'zheng.he', organId, roles: ['handler'] })
  const cookie = cookiesFrom(await signIn('zheng.he'))
  later(7 * 60)
  assert.equal((await me({ cookie })).statusCode, 200)
  later(7 * 60)
  assert.equal((await me({ cookie })).statusCode, 200)
  later(8 * 60 + 1)
  const over = await me({ cookie })
  assert.equal(over.statusCode, 401)
  assert.equal(over.json().detail, '您尚未登录，或登录已过期。请登录后再试。')
})

test('a session cookie that we did not sign is not looked up', async () => {
  const response = await me({ cookie: 'gongkai.session_token=0199a000.c2lnbmF0dXJl' })
  assert.equal(response.statusCode, 401)
})

test('a change without the token of the session is refused', async () => {
  await testPerson(db, { username: 'feng.jie', organId, roles: ['handler'] })
  const signedIn = await signIn('feng.jie')
  const cookie = cookiesFrom(signedIn)
  const body = { current: testPassword, wanted: 'shan-he-9-yue-liang' }
  for (const headers of [{ cookie }, { cookie, 'x-csrf-token': 'wrong' }]) {
    const response = await post('/api/password', body, headers)
    assert.equal(response.statusCode, 403)
    assert.equal(response.json().code, 'foreignOrigin')
  }
  assert.equal(
    (await post('/api/password', body, { cookie, 'x-csrf-token': signedIn.json().csrf })).statusCode,
    204,
  )
})

test('a new password: what is wrong with it stands beside its field; other sessions end', async () => {
  const personId = await testPerson(db, { username: 'chen.xi', organId, roles: ['handler'] })
  const other = cookiesFrom(await signIn('chen.xi'))
  const signedIn = await signIn('chen.xi')
  const headers = { cookie: cookiesFrom(signedIn), 'x-csrf-token': signedIn.json().csrf }
  const faults: [object, object[]][] = [
    [
      { current: testPassword, wanted: '九个字符abcde' },
      [{ field: 'wanted', message: '密码至少 10 个字符。' }],
    ],
    [
      { current: testPassword, wanted: 'x-chen.xi-2026' },
      [{ field: 'wanted', message: '密码不能包含用户名。' }],
    ],
    [
      { current: 'wrong', wanted: 'Password2026!' },
      [
        { field: 'current', message: '原密码不正确。' },
        { field: 'wanted', message: '这个密码太常见，容易被猜中。请换一个，例如几个互不相关的词。' },
      ],
    ],
    [
      { current: testPassword, wanted: testPassword },
      [{ field: 'wanted', message: '新密码不能与原密码相同。' }],
    ],
  ]
  for (const [body, errors] of faults) {
    const response = await post('/api/password', body, headers)
    assert.equal(response.statusCode, 422)
    assert.deepEqual(response.json().errors, errors)
  }
  const done = await post('/api/password', { current: testPassword, wanted: 'shan-he-9-yue-liang' }, headers)
  assert.equal(done.statusCode, 204)
  assert.equal((await me(headers)).statusCode, 200)
  assert.equal((await me({ cookie: other })).statusCode, 401)
  assert.equal((await signIn('chen.xi')).statusCode, 401)
  assert.equal((await signIn('chen.xi', 'shan-he-9-yue-liang')).statusCode, 200)
  assert.deepEqual((await actions(personId)).slice(2, 3), ['passwordChanged'])
})

test('with an authenticator: enrolment, a code at each sign-in, backup codes used once', async () => {
  ground.setClock(new Date().toISOString())
  await testPerson(db, { username: 'he.ping', organId, roles: ['administrator'] })
  const first = await signIn('he.ping')
  const headers = { cookie: cookiesFrom(first), 'x-csrf-token': first.json().csrf }
  assert.deepEqual((await post('/api/totp', { password: 'wrong' }, headers)).json().errors, [
    { field: 'password', message: '密码不正确。' },
  ])
  const enrolment = (await post('/api/totp', { password: testPassword }, headers)).json()
  assert.match(enrolment.uri, /^otpauth:\/\/totp\//)
  assert.equal(enrolment.backupCodes.length, 10)
  assert.equal((await post('/api/totp/confirmation', { code: '000000' }, headers)).json().code, 'codeWrong')
  const confirmed = await post('/api/totp/confirmation', { code: codeOf(enrolment.secret) }, headers)
  assert.equal(confirmed.statusCode, 204)
  const cookie = cookiesFrom(confirmed)
  assert.equal((await me({ cookie })).json().person.twoFactor, true)

  const asked = await signIn('he.ping')
  assert.deepEqual(asked.json(), { next: 'totp' })
  const pending = { cookie: cookiesFrom(asked) }
  assert.equal((await me(pending)).statusCode, 401)
  assert.equal((await post('/api/session/totp', { code: '123456' }, pending)).json().code, 'codeWrong')
  const reused = await post('/api/session/totp', { code: codeOf(enrolment.secret) }, pending)
  assert.equal(reused.json().code, 'codeWrong', 'the code that confirmed the enrolment is not good twice')
  const next = codeOf(enrolment.secret, Date.now() + 30_000)
  const pendingAgain = { cookie: cookiesFrom(await signIn('he.ping')) }
  const admitted = await post('/api/session/totp', { code: next }, pendingAgain)
  assert.equal(admitted.statusCode, 200)
  assert.equal(admitted.json().person.username, 'he.ping')
  assert.equal((await me({ cookie: cookiesFrom(admitted) })).statusCode, 200)

  const [backup] = enrolment.backupCodes
  for (const status of [200, 401]) {
    const again = { cookie: cookiesFrom(await signIn('he.ping')) }
    assert.equal((await post('/api/session/totp', { code: backup }, again)).statusCode, status)
  }
})

test('wrong codes end the attempt, and then lock the second factor', async () => {
  await testPerson(db, { username: 'lin.mu', organId, roles: ['handler'] })
  const first = await signIn('lin.mu')
  const headers = { cookie: cookiesFrom(first), 'x-csrf-token': first.json().csrf }
  const { secret } = (await post('/api/totp', { password: testPassword }, headers)).json()
  await post('/api/totp/confirmation', { code: codeOf(secret) }, headers)
  const seen: string[] = []
  for (let attempt = 0; attempt < 2; attempt++) {
    const pending = { cookie: cookiesFrom(await signIn('lin.mu')) }
    for (let n = 0; n < 6; n++)
      seen.push((await post('/api/session/totp', { code: '000000' }, pending)).json().code)
  }
  assert.deepEqual(seen.slice(0, 6), [...Array(5).fill('codeWrong'), 'challengeOver'])
  const pending = { cookie: cookiesFrom(await signIn('lin.mu')) }
  const locked = await post('/api/session/totp', { code: codeOf(secret) }, pending)
  assert.equal(locked.json().code, 'signInLocked')
})

test('a password handed out must be replaced before anything else', async () => {
  const personId = await testPerson(db, { username: 'tang.wen', organId, roles: ['handler'] })
  await db.updateTable('person').set({ password_set_at: null }).where('person_id', '=', personId).execute()
  const first = await signIn('tang.wen')
  assert.equal(first.json().person.mustChangePassword, true)
  const headers = { cookie: cookiesFrom(first), 'x-csrf-token': first.json().csrf }
  assert.equal(
    (await post('/api/totp', { password: testPassword }, headers)).json().code,
    'passwordMustChange',
  )
  assert.equal((await me(headers)).statusCode, 200)
  await post('/api/password', { current: testPassword, wanted: 'shan-he-9-yue-liang' }, headers)
  assert.equal((await post('/api/totp', { password: 'shan-he-9-yue-liang' }, headers)).statusCode, 200)
})

test('sign-up and the library’s own addresses are not there', async () => {
  for (const url of ['/api/auth/sign-up/email', '/api/auth/sign-in/username', '/api/auth/get-session']) {
    assert.equal((await post(url, {})).statusCode, 404)
  }
})

test('ids are made by the program, in order of time', async () => {
  const { rows } = await sql<{ id: string }>`select session_id::text as id from person_session
    union all select verification_id::text from person_verification`.execute(db)
  assert.ok(rows.length > 5)
  for (const { id } of rows) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/)
})

test('a code of the authenticator that was accepted once is refused again, and no session is left of it', async () => {
  const personId = await testPerson(db, { username: 'su.he', organId, roles: ['handler'] })
  const first = await signIn('su.he')
  const headers = { cookie: cookiesFrom(first), 'x-csrf-token': first.json().csrf }
  const { secret } = (await post('/api/totp', { password: testPassword }, headers)).json()
  await post('/api/totp/confirmation', { code: codeOf(secret) }, headers)
  const code = codeOf(secret, Date.now() + 30_000)
  const pending = async () => ({ cookie: cookiesFrom(await signIn('su.he')) })
  assert.equal((await post('/api/session/totp', { code }, await pending())).statusCode, 200)
  const sessions = async () =>
    (await db.selectFrom('person_session').select('token').where('person_id', '=', personId).execute()).length
  const before = await sessions()
  assert.equal((await post('/api/session/totp', { code }, await pending())).json().code, 'codeWrong')
  assert.equal(await sessions(), before)
})
