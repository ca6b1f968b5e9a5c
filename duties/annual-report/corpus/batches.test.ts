import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { zipSync } from 'fflate'
import { sessionOf, testApp, testOrgan, testPerson } from '#platform/http/testing.ts'
import { runJobs } from '#platform/jobs/run.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { readingTasks } from './batch-tasks.ts'
import { sourcesOfOlder } from './batches.ts'
import type { Batch, ReadList, ReadOverview, ReadView } from './contract.ts'
import { published } from './corpus.cases.ts'
import { readingRoutes } from './routes.ts'

type Context = Parameters<typeof testPlatform>[0]

async function desk(t: Context, allow: readonly string[] = []) {
  const { platform, database } = await testPlatform(t, '2026-03-02T01:00:00Z')
  const app = await testApp(platform)
  t.after(() => app.close())
  readingRoutes(app, platform)
  const organId = await testOrgan(platform.db, 'MZ')
  const person = await testPerson(platform.db, {
    username: 'luotongxin',
    organId,
    roles: ['informationOfficer'],
  })
  const headers = await sessionOf(platform, person)
  const base = `/api/organs/${organId}/read-reports`
  const faults: unknown[] = []
  const work = async () => {
    const running = await runJobs(
      database.url,
      readingTasks(platform, (fault) => faults.push(fault), allow),
    )
    t.after(() => running.stop())
  }
  const post = (rest: string, payload: object) =>
    app.inject({ method: 'POST', url: `${base}${rest}`, headers, payload })
  const get = async <T>(rest: string): Promise<T> =>
    (await app.inject({ method: 'GET', url: `${base}${rest}`, headers })).json<T>()
  const original = (readId: string) =>
    app.inject({ method: 'GET', url: `${base}/${readId}/original`, headers })
  return { db: platform.db, organId, app, base, headers, faults, work, post, get, original }
}

type Desk = Awaited<ReturnType<typeof desk>>

async function send(
  { app, base, headers }: Desk,
  batchId: string,
  files: readonly (readonly [string, Uint8Array])[],
) {
  const form = new FormData()
  for (const [name, bytes] of files) form.append('file', new File([new Uint8Array(bytes)], name))
  const body = new Response(form)
  const type = body.headers.get('content-type') ?? ''
  const payload = Buffer.from(await body.arrayBuffer())
  return app.inject({
    method: 'POST',
    url: `${base}/batches/${batchId}/files`,
    headers: { ...headers, 'content-type': type },
    payload,
  })
}

async function readToEnd({ get }: Desk, batchId: string): Promise<Batch> {
  for (let turn = 0; turn < 200; turn++) {
    const batch = await get<Batch>(`/batches/${batchId}`)
    if (batch.chosen > 0 && batch.done === batch.chosen) return batch
    await setTimeout(100)
  }
  throw new Error('the batch was not read to its end')
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

test('A batch is read in the background: a bad file is refused in a sentence and the rest go on', async (t) => {
  const made = await desk(t)
  const { batchId } = (await made.post('/batches', {})).json()
  const zip = zipSync({
    'a.txt': text(published.civil2023),
    'b.txt': text('通知'),
    'c.txt': text(published.civil2024),
  })
  const sent = await send(made, batchId, [
    ['县直.zip', zip],
    ['一.exe', Uint8Array.of(0, 1, 2)],
    ['教育局.txt', text(published.school2024)],
  ])
  assert.deepEqual([sent.statusCode, sent.json().taken], [200, 3])
  await made.work()
  const batch = await readToEnd(made, batchId)
  assert.deepEqual([batch.chosen, batch.done, batch.refused], [5, 5, 2])
  assert.deepEqual(batch.kept.map(({ name }) => name).sort(), [
    '一.exe',
    '县直.zip/a.txt',
    '县直.zip/b.txt',
    '县直.zip/c.txt',
    '教育局.txt',
  ])
  const last = await made.get<{ batch: Batch }>('/batches/last')
  assert.equal(last.batch.batchId, batchId)
  assert.deepEqual(made.faults, [])
})

test('The original is kept with what was read of it, that of a packed file too, and can be read again', async (t) => {
  const made = await desk(t)
  const { batchId } = (await made.post('/batches', {})).json()
  await send(made, batchId, [
    ['县直.zip', zipSync({ 'a.txt': text(published.civil2023) })],
    ['页.html', text('<html><body><p>通知</p></body></html>')],
  ])
  await made.work()
  await readToEnd(made, batchId)
  const { rows } = await made.get<ReadList>('?sort=organ')
  const packed = rows.find(({ name }) => name === '县直.zip/a.txt')?.readId ?? ''
  assert.equal((await made.get<ReadView>(`/${packed}`)).hasOriginal, true)
  assert.equal((await made.original(packed)).body, published.civil2023)
  const page = await made.original(rows.find(({ name }) => name === '页.html')?.readId ?? '')
  assert.match(String(page.headers['content-type']), /^text\/plain/)
  assert.match(String(page.headers['content-disposition']), /^attachment/)
  await made.db.updateTable('read_report').set({ reader: 1 }).where('organ_id', '=', made.organId).execute()
  assert.deepEqual((await sourcesOfOlder(made.db, made.organId)).map(({ name }) => name).sort(), [
    '县直.zip',
    '页.html',
  ])
  const again = (await made.post('/batches/again', {})).json()
  const batch = await readToEnd(made, again.batchId)
  assert.deepEqual(
    batch.kept.map((each) => each.again),
    [true, true],
  )
  assert.equal((await sourcesOfOlder(made.db, made.organId)).length, 0)
})

test('Addresses are fetched and read; of the own network only what is let in', async (t) => {
  const server = createServer((_, response) => response.end(published.school2024))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  t.after(() => void server.close())
  const made = await desk(t, ['127.0.0.1/32'])
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/2024.txt`
  const begun = (
    await made.post('/batches', { addresses: `教育局 ${address}\nhttp://10.9.9.9/a.pdf\n民政局` })
  ).json()
  assert.deepEqual(begun.strange, ['民政局'])
  assert.equal((await made.post('/batches', { addresses: '民政局' })).statusCode, 422)
  await made.work()
  const batch = await readToEnd(made, begun.batchId)
  assert.deepEqual(
    batch.kept.map(({ name, year, refused }) => [name, year, refused?.slice(0, 10)]).reverse(),
    [
      [address, 2024, undefined],
      ['http://10.9.9.9/a.pdf', null, '这个网址在内部网络，'],
    ],
  )
})

test('A batch that is cancelled reads no more; what was handed in is told to be left', async (t) => {
  const made = await desk(t)
  const { batchId } = (await made.post('/batches', {})).json()
  await send(made, batchId, [['教育局.txt', text(published.school2024)]])
  const cancelled = (await made.post(`/batches/${batchId}/cancel`, {})).json<Batch>()
  assert.deepEqual([cancelled.cancelled, cancelled.chosen, cancelled.done], [true, 1, 0])
  await made.work()
  await setTimeout(1500)
  assert.equal((await made.get<Batch>(`/batches/${batchId}`)).done, 0)
})

test('The overview holds every two consecutive reports of the corpus against one another', async (t) => {
  const made = await desk(t)
  const { batchId } = (await made.post('/batches', {})).json()
  await send(made, batchId, [
    ['甲.txt', text(published.civil2024)],
    ['乙.txt', text(published.civil2023)],
    ['丙.txt', text(published.school2024)],
  ])
  await made.work()
  await readToEnd(made, batchId)
  const { carried } = await made.get<ReadOverview>('/overview')
  assert.deepEqual([carried.agree, carried.differ, carried.open], [0, 1, 0])
  const [pair] = carried.differing
  assert.deepEqual([pair?.organName, pair?.year], ['清溪县民政局', 2024])
  assert.ok(pair?.sentences.some((each) => each.includes('结转下年度3件') && each.includes('上年结转2件')))
})
