import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { testDatabase } from '#platform/testing/database.ts'
import { setErrorPage } from './app.ts'
import { testApp, testGround } from './testing.ts'

const { db } = await testDatabase({ after })
const app = await testApp(testGround(db))
setErrorPage(app, (status, title, detail) => `${status}|${title}|${detail}|<a href="/">首页</a>`)
app.get('/search', async ({ query }) => query)
await app.listen({ host: '127.0.0.1', port: 0 })
after(() => app.close())
const { port } = app.server.address() as AddressInfo

async function readAll(socket: Socket): Promise<{ status: number; head: string; body: string }> {
  const parts: Buffer[] = []
  for await (const part of socket) parts.push(part as Buffer)
  const [head = '', body = ''] = Buffer.concat(parts).toString().split('\r\n\r\n')
  return { status: Number(head.slice(9, 12)), head, body }
}

async function send(...parts: (string | Uint8Array)[]) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  for (const part of parts) socket.write(part)
  return readAll(socket)
}

const rest = ' HTTP/1.1\r\nhost: gongkai.test\r\naccept: text/html\r\n\r\n'

test('an address with bare Chinese characters, as old browsers and scripts send it, is led to its proper spelling', async () => {
  const { status, head, body } = await send(`GET /search?q=低保 标准&a=%41${rest}`)
  assert.equal(status, 301)
  assert.match(head, /^location: \/search\?q=%E4%BD%8E%E4%BF%9D%20%E6%A0%87%E5%87%86&a=%41$/m)
  assert.match(body, /请用改写后的地址.*首页/)
  const gb = Uint8Array.of(0xb5, 0xcd, 0xb1, 0xa3)
  assert.match((await send('GET /search?q=', gb, rest)).head, /^HTTP\/1\.1 (?:301|400)/)
  const whole = Buffer.concat([Buffer.from('GET /search?q='), gb, Buffer.from(rest)])
  assert.match((await send(whole)).head, /^location: \/search\?q=%E4%BD%8E%E4%BF%9D$/m)
})

test('no such address leads to another site or brings headers of its own', async () => {
  assert.match((await send(`GET //evil.test/低保${rest}`)).head, /^location: \/evil\.test\/%E4%BD%8E/m)
  assert.match((await send(`GET /\\evil.test/低保${rest}`)).head, /^location: \/evil\.test\/%E4%BD%8E/m)
  assert.equal((await send(`GET http://evil.test/低保${rest}`)).status, 400)
})

test('what cannot be read at all is answered 400 in Chinese, with ways on and nothing that runs', async () => {
  const { status, head, body } = await send(`FETCH / HTTP/1.1\r\nhost: gongkai.test\r\n\r\n`)
  assert.equal(status, 400)
  assert.match(body, /^400\|请求无法识别\|.*首页/)
  assert.match(head, /^content-security-policy: default-src 'self';/m)
  assert.match(head, /^connection: close$/m)
  assert.equal((await send(`POST /低保${rest}`)).status, 400)
  assert.equal((await send(Uint8Array.from({ length: 300 }, (_, i) => 255 - (i % 200)))).status, 400)
})

test('a program gets a problem document', async () => {
  const { status, body } = await send(`POST /api/低保${rest}`)
  assert.equal(status, 400)
  assert.equal(JSON.parse(body).code, 'unreadable')
})

test('headers without end: 431, and the answer arrives though more is being sent', async () => {
  const { status, body } = await send(`GET / HTTP/1.1\r\ncookie: ${'a'.repeat(300_000)}`, 'b'.repeat(300_000))
  assert.equal(status, 431)
  assert.match(body, /^431\|请求信息过长\|.*Cookie/)
})

test('a request that never comes to its end: 408', async () => {
  const opened = once(app.server, 'connection')
  const socket = connect(port, '127.0.0.1')
  const [server] = await opened
  app.server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), server)
  const { status, body } = await readAll(socket)
  assert.equal(status, 408)
  assert.match(body, /^408\|等候超时\|/)
})
