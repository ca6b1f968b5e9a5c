import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { Type } from 'typebox'
import { testDatabase } from '#platform/testing/database.ts'
import { type App, setErrorPage } from './app.ts'
import { atMost } from './limits.ts'
import { trouble } from './problem.ts'
import { anyone } from './rights.ts'
import { cookiesFrom, testApp, testGround } from './testing.ts'

const { db } = await testDatabase({ after })
const lines: string[] = []

const Echo = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 5 }),
  pages: Type.Optional(Type.Integer({ minimum: 1 })),
})

function addRoutes(to: App): void {
  to.post('/api/echo', { config: anyone, schema: { body: Echo } }, async ({ body }) => body)
  to.get(
    '/api/things/:id',
    { config: anyone, schema: { params: Type.Object({ id: Type.String({ format: 'uuid' }) }) } },
    async () => {
      throw trouble('notFound')
    },
  )
  to.get('/api/fault', { config: anyone }, async () => {
    throw new Error('secret inner words')
  })
  to.get('/api/seldom', { config: { ...anyone, ...atMost(2) } }, async () => ({}))
  to.get('/form', async (_, reply) => ({ token: reply.generateCsrf() }))
  to.post('/form', async () => ({ done: true }))
  to.post('/files', async (request) => {
    const sizes: number[] = []
    for await (const file of request.files()) sizes.push((await file.toBuffer()).length)
    return { sizes }
  })
}

const stream = { write: (line: string) => void lines.push(line) }
const app = await testApp(testGround(db), { logger: { stream }, http: { fileLimit: 2000 } })
addRoutes(app)
await app.ready()
after(() => app.close())

const post = (payload: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/echo',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  })

describe('what goes wrong is told as a problem document', () => {
  test('a malformed JSON body', async () => {
    const response = await post('{"title": ')
    assert.equal(response.statusCode, 400)
    assert.match(response.headers['content-type'] ?? '', /^application\/problem\+json/)
    assert.deepEqual(response.json(), {
      type: 'about:blank',
      code: 'malformed',
      status: 400,
      title: '内容无法识别',
      detail: '提交的内容格式有误，没有保存。请检查后重新提交。',
      cites: [],
      errors: [],
    })
  })

  test('fields: one Chinese sentence for each', async () => {
    const response = await post('{"title": "六个字的标题", "pages": 0}')
    assert.equal(response.statusCode, 422)
    assert.deepEqual(response.json().errors, [
      { field: 'title', message: '不能超过 5 个字。' },
      { field: 'pages', message: '不能小于 1。' },
    ])
    assert.deepEqual((await post('{}')).json().errors, [{ field: 'title', message: '请填写此项。' }])
  })

  test('a blank is not zero: null and text are not taken for numbers', async () => {
    for (const pages of ['null', '""', '"3"']) {
      const response = await post(`{"title": "标题", "pages": ${pages}}`)
      assert.deepEqual(response.json().errors, [{ field: 'pages', message: '请填写整数。' }])
    }
  })

  test('an oversize body says how large it may be', async () => {
    const response = await post(JSON.stringify({ title: '长'.repeat(600_000) }))
    assert.equal(response.statusCode, 413)
    assert.match(response.json().detail, /超过 1 MB/)
  })

  test('a kind of body that is not taken', async () => {
    const response = await post('<a/>', { 'content-type': 'application/xml' })
    assert.equal(response.statusCode, 415)
    assert.equal(response.json().code, 'unsupportedType')
  })

  test('an id that is none and an id that nobody has get the very same answer', async () => {
    const [odd, unknown, address] = await Promise.all(
      ['/api/things/7', '/api/things/0199a000-0000-7000-8000-000000000001', '/api/nowhere'].map((url) =>
        app.inject(url),
      ),
    )
    assert.equal(odd?.statusCode, 404)
    assert.equal(odd?.body, unknown?.body)
    assert.equal(odd?.body, address?.body)
  })

  test('a form sent to an address that is not there', async () => {
    const response = await app.inject({ method: 'POST', url: '/nowhere', payload: {} })
    assert.equal(response.statusCode, 404)
  })

  test('a fault shows no inner words, and the number under which the log has it', async () => {
    const response = await app.inject('/api/fault')
    assert.equal(response.statusCode, 500)
    assert.doesNotMatch(response.body, /secret|at .*\.ts/)
    const [, number] = /故障编号：(\w+)/.exec(response.json().detail) ?? []
    assert.ok(number)
    assert.ok(lines.some((line) => line.includes(number) && line.includes('secret inner words')))
  })

  test('too many requests: in words, with Retry-After', async () => {
    await app.inject('/api/seldom')
    await app.inject('/api/seldom')
    const response = await app.inject('/api/seldom')
    assert.equal(response.statusCode, 429)
    assert.match(response.json().detail, /^操作过于频繁，请在 \d+ 秒后再试。$/)
    assert.match(String(response.headers['retry-after']), /^\d+$/)
  })

  test('an address that cannot be read', async () => {
    const response = await app.inject('/%E0%A4%A')
    assert.equal(response.statusCode, 400)
    assert.equal(response.json().code, 'malformed')
    assert.doesNotMatch(response.json().detail, /提交|保存/)
    assert.equal((await app.inject(`/api/things/${'7'.repeat(300)}`)).statusCode, 404)
  })
})

describe('a browser gets a page', () => {
  const headers = { accept: 'text/html,application/xhtml+xml' }

  test('plain until the portal sets its own', async () => {
    const response = await app.inject({ url: '/nowhere', headers })
    assert.equal(response.statusCode, 404)
    assert.match(response.headers['content-type'] ?? '', /^text\/html/)
    assert.match(response.body, /<h1>没有找到<\/h1>/)
  })

  test('then the portal’s', async () => {
    setErrorPage(app, (status, title, detail) => `${status}|${title}|${detail}`)
    const response = await app.inject({ url: '/nowhere', headers })
    assert.match(response.body, /^404\|没有找到\|您要找的内容不存在/)
  })

  test('under /api/ a problem document all the same', async () => {
    const response = await app.inject({ url: '/api/nowhere', headers })
    assert.equal(response.json().code, 'notFound')
  })
})

describe('changes sent through another site', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }

  test('are refused by their origin', async () => {
    for (const headers of [
      { origin: 'http://evil.test' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const response = await post('{"title":"标题"}', headers)
      assert.equal(response.statusCode, 403)
      assert.equal(response.json().code, 'foreignOrigin')
    }
    for (const headers of [
      { origin: 'http://gongkai.test' },
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
    ]) {
      assert.equal((await post('{"title":"标题"}', headers)).statusCode, 200)
    }
  })

  test('a form without its token is refused, with it taken, without JavaScript', async () => {
    const page = await app.inject('/form')
    const cookie = cookiesFrom(page)
    const send = (payload: string, headers: Record<string, string> = {}) =>
      app.inject({ method: 'POST', url: '/form', payload, headers: { ...form, ...headers } })
    assert.equal((await send('a=1')).json().code, 'formExpired')
    assert.equal((await send('a=1', { cookie })).statusCode, 403)
    assert.equal((await send(`_csrf=${page.json().token}`)).statusCode, 403)
    assert.deepEqual((await send(`a=1&_csrf=${page.json().token}`, { cookie })).json(), { done: true })
  })

  const boundary = 'xxxx'
  const fileOf = (size: number) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="f"; filename="附件.txt"\r\n\r\n${'a'.repeat(size)}\r\n--${boundary}--\r\n`

  test('a form with files carries its token in the address; a file too large is told', async () => {
    const page = await app.inject('/form')
    const headers = { cookie: cookiesFrom(page), 'content-type': `multipart/form-data; boundary=${boundary}` }
    const url = `/files?_csrf=${page.json().token}`
    assert.deepEqual((await app.inject({ method: 'POST', url, headers, payload: fileOf(2000) })).json(), {
      sizes: [2000],
    })
    const tooLarge = await app.inject({ method: 'POST', url, headers, payload: fileOf(2001) })
    assert.equal(tooLarge.statusCode, 413)
    assert.equal(
      (await app.inject({ method: 'POST', url: '/files', headers, payload: fileOf(1) })).statusCode,
      403,
    )
  })
})

describe('around every answer', () => {
  test('a strict content policy and the other headers', async () => {
    const { headers } = await app.inject('/healthz')
    assert.equal(
      headers['content-security-policy'],
      "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
        "object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    )
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['referrer-policy'], 'same-origin')
    assert.equal(headers['strict-transport-security'], undefined)
  })

  test('health, readiness and figures', async () => {
    assert.deepEqual((await app.inject('/healthz')).json(), { status: 'ok' })
    assert.deepEqual((await app.inject('/readyz')).json(), { status: 'ok' })
    const figures = await app.inject('/metrics')
    assert.match(
      figures.body,
      /http_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} \d/,
    )
    assert.match(figures.body, /process_cpu_seconds_total/)
    const outside = await app.inject({ url: '/metrics', remoteAddress: '203.0.113.9' })
    assert.equal(outside.statusCode, 404)
  })

  test('the log keeps the pattern of an address, not the address, the query, the body or the visitor', async () => {
    lines.length = 0
    await app.inject({
      url: '/api/things/0199a000-0000-7000-8000-000000000001?code=ABC123',
      remoteAddress: '203.0.113.9',
    })
    await post('{"title": "张三"}')
    const log = lines.join('')
    assert.match(log, /"route":"\/api\/things\/:id","status":404/)
    assert.doesNotMatch(log, /0199a000|ABC123|203\.0\.113\.9|张三/)
  })
})
