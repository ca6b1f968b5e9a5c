import assert from 'node:assert/strict'
import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { buildApp, setErrorPage } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { errorPage } from '#platform/pages/error-page.tsx'
import { testPlatform } from '#platform/testing/platform.ts'
import { visitor } from '#platform/testing/visitor.ts'
import { subscriptionPages } from './routes.tsx'
import { callWebhooks, sendLetters } from './tasks.ts'

const intranet = ['127.0.0.0/8']

async function ground(t: TestContext) {
  const { platform: made, database, at } = await testPlatform(t, '2026-11-23T02:00:00Z')
  const platform = { ...made, config: { ...made.config, intranet } }
  const lines: string[] = []
  const app = await buildApp(platform, {
    secret: testSecret,
    logger: { level: 'debug', stream: { write: (line) => lines.push(line) } },
    http: { lagLimit: 0, formsPerMinute: 1000 },
  })
  setErrorPage(app, errorPage)
  subscriptionPages(app, platform)
  t.after(() => app.close())
  const county = await testOrgan(platform.db, 'xzf', null, { kind: 'government', name: '清溪县人民政府' })
  const organId = await testOrgan(platform.db, 'mzj', county, { name: '清溪县民政局' })
  const other = await testOrgan(platform.db, 'jyj', county, { name: '清溪县教育局' })
  const publish = (organ: string, title: string, publishedAt: string) =>
    platform.db
      .insertInto('item_row')
      .values({
        organ_id: organ,
        item_id: randomUUID(),
        seq: 1,
        index_number: randomUUID(),
        kind: 'notice',
        catalogue_code: '20-11',
        title,
        document_number: '',
        summary: '',
        body: '<p>正文</p>',
        formed_on: '2026-11-20',
        published_at: publishedAt,
        validity: 'none',
        interprets: null,
        status: 'published',
        updated_at: publishedAt,
      })
      .execute()
  /** The letters that wait to be sent, opened. */
  const letters = async (): Promise<Mail[]> => {
    const { rows } = await sql<{ payload: { sealed: string } }>`
      select payload from graphile_worker._private_jobs order by id`.execute(database.owner.db)
    return rows.map(
      ({ payload }) => platform.seal.unsealJson(Buffer.from(payload.sealed, 'base64'), 'mail.send') as Mail,
    )
  }
  const tell = () => platform.db.transaction().execute((tx) => sendLetters(tx, platform))
  const call = () => platform.db.transaction().execute((tx) => callWebhooks(tx, platform))
  return { platform, app, at, organId, other, publish, letters, tell, call, lines, person: visitor(app) }
}

type Ground = Awaited<ReturnType<typeof ground>>
const address = 'chen.he@mail.example'

async function subscribe({ person, letters }: Ground, entries: Record<string, string> = {}): Promise<string> {
  await person.open('/subscribe?organ=mzj')
  const sent = await person.send('/subscribe', { way: 'mail', address, organs: 'mzj', ...entries })
  assert.deepEqual([sent.status, sent.location], [303, '/subscribe/asked'])
  const letter = (await letters()).at(-1)
  return new URL(/http:\S+/.exec(letter?.text ?? '')?.[0] ?? '').pathname
}

test('a subscription begins with the confirmation, tells once a day what it follows, and ends with one press', async (t) => {
  const made = await ground(t)
  const { person, publish, organId, other, letters, tell, at } = made
  const page = await subscribe(made)
  await publish(organId, '确认以前的', '2026-11-23T02:00:30.000Z')
  at('2026-11-23T02:10:00Z')
  await tell()
  assert.equal((await letters()).length, 1)
  const confirming = await person.open(page)
  assert.match(confirming.html, /确认订阅/)
  assert.match(confirming.html, /清溪县民政局/)
  await person.send(`${page}/confirm`, {})
  assert.match((await person.open(page)).html, /<h1>您的订阅/)
  await publish(organId, '低保标准提高', '2026-11-23T03:00:00.000Z')
  await publish(other, '与我无关', '2026-11-23T03:00:00.000Z')
  at('2026-11-23T23:00:00Z')
  await tell()
  await tell()
  const [, told, ...more] = await letters()
  assert.deepEqual(more, [])
  assert.equal(told?.to, address)
  assert.match(told?.text ?? '', /低保标准提高/)
  assert.doesNotMatch(told?.text ?? '', /与我无关|确认以前的/)
  assert.match(told?.headers?.['list-unsubscribe'] ?? '', /\/api\/subscriptions\/.*\/end>$/)
  await person.open(page)
  await person.send(`${page}/end`, {})
  assert.match((await person.open(page)).html, /已经退订/)
  await publish(organId, '退订以后的', '2026-11-23T23:30:00.000Z')
  at('2026-11-24T23:00:00Z')
  await tell()
  assert.equal((await letters()).length, 2)
})

test('a mail program ends a subscription with one call, and of the address nothing is kept', async (t) => {
  const made = await ground(t)
  const page = await subscribe(made)
  const answer = await made.app.inject({
    method: 'POST',
    url: `/api/subscriptions${page.replace('/subscribe', '')}/end`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
  assert.equal(answer.statusCode, 204)
  const row = await made.platform.db.selectFrom('subscription').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([row.address, row.address_index], [null, null])
})

test('the address is kept encrypted and stands in no log', async (t) => {
  const made = await ground(t)
  await subscribe(made)
  const { rows } = await sql<{ row: string }>`SELECT to_jsonb(s)::text AS row FROM subscription s`.execute(
    made.platform.db,
  )
  assert.doesNotMatch(JSON.stringify(rows), /chen\.he/)
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(Buffer.from(address).toString('hex')))
  assert.ok(made.lines.length > 0)
  assert.doesNotMatch(made.lines.join(''), /chen\.he|mail\.example/)
})

test('nobody learns whether an address is subscribed, and nobody is flooded with letters to confirm', async (t) => {
  const made = await ground(t)
  for (let i = 0; i < 5; i++) await subscribe(made)
  assert.equal((await made.letters()).length, 3)
})

test('a wrong key opens nothing; a wrong address is told with its sentence, what was ticked stays', async (t) => {
  const made = await ground(t)
  const page = await subscribe(made)
  assert.equal((await made.person.open(`${page.slice(0, -2)}xx`)).status, 404)
  await made.person.open('/subscribe')
  const wrong = await made.person.send('/subscribe', { way: 'mail', address: 'nobody', kinds: 'notice' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /请填写正确的电子邮箱地址。/)
  assert.match(wrong.html, /value="notice" checked/)
  for (const inside of ['https://10.0.0.1/x', 'http://outside.example/x', 'https://u:p@outside.example/']) {
    await made.person.open('/subscribe')
    assert.equal(
      (await made.person.send('/subscribe', { way: 'webhook', address: inside })).status,
      422,
      inside,
    )
  }
})

test('a webhook shows that it is its owner’s, is called with a signature, and again where it did not take the call', async (t) => {
  const made = await ground(t)
  const { person, publish, organId, call, at } = made
  const calls: { body: string; signature: string }[] = []
  let isWell = false
  const receiver = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://receiver')
    if (request.method === 'GET') {
      response.end(url.searchParams.get('challenge'))
      return
    }
    const parts = await Array.fromAsync(request)
    calls.push({
      body: Buffer.concat(parts).toString(),
      signature: String(request.headers['x-gongkai-signature']),
    })
    response.writeHead(isWell ? 204 : 500).end()
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  t.after(() => receiver.close())
  const { port } = receiver.address() as AddressInfo
  await person.open('/subscribe')
  const asked = await person.send('/subscribe', { way: 'webhook', address: `http://127.0.0.1:${port}/take` })
  assert.equal(asked.status, 303)
  const secret = /class="code small">([^<]+)</.exec((await person.open(asked.location)).html)?.[1] ?? ''
  await call()
  await publish(organId, '新的通知', '2026-11-23T02:05:00.000Z')
  at('2026-11-23T02:10:00Z')
  await call()
  isWell = true
  await call()
  assert.equal(calls.length, 1)
  at('2026-11-23T02:16:00Z')
  await call()
  await call()
  assert.equal(calls.length, 2)
  const [, { body, signature } = { body: '', signature: '' }] = calls
  assert.equal(signature, `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
  assert.deepEqual(
    JSON.parse(body).items.map(({ title }: { title: string }) => title),
    ['新的通知'],
  )
})
