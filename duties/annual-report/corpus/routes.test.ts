import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#law/roles.ts'
import { sessionOf, testApp, testOrgan, testPerson } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import type { Kept, ReadList, ReadView } from './contract.ts'
import { published } from './corpus.cases.ts'
import { readingRoutes } from './routes.ts'

const boundary = 'reading-boundary'
const formWith = (...files: readonly (readonly [string, string])[]): string =>
  `${files
    .map(
      ([name, content]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n${content}\r\n`,
    )
    .join('')}--${boundary}--\r\n`

async function desk(
  t: Parameters<typeof testPlatform>[0],
  role: Role = 'informationOfficer',
  fileLimit = 100_000,
) {
  const { platform } = await testPlatform(t, '2026-03-02T01:00:00Z')
  const app = await testApp(platform, { http: { fileLimit } })
  t.after(() => app.close())
  readingRoutes(app, platform)
  const organId = await testOrgan(platform.db, 'MZ')
  const person = await testPerson(platform.db, { username: 'luotongxin', organId, roles: [role] })
  const headers = await sessionOf(platform, person)
  const base = `/api/organs/${organId}/read-reports`
  const send = (...files: readonly (readonly [string, string])[]) =>
    app.inject({
      method: 'POST',
      url: base,
      headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: formWith(...files),
    })
  const get = (rest: string) => app.inject({ method: 'GET', url: `${base}${rest}`, headers })
  return { app, base, headers, send, get }
}

const linesOf = (body: string): Kept[] =>
  body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Kept)

test('Several files in one upload: a line for each as it is read, a refused or oversized one among them', async (t) => {
  const { send, get } = await desk(t)
  const answer = await send(
    ['a.txt', published.civil2023],
    ['huge.txt', 'x'.repeat(100_001)],
    ['b.txt', '通知'],
    ['c.txt', published.civil2024],
  )
  assert.equal(answer.statusCode, 200)
  const kept = linesOf(answer.body)
  assert.deepEqual(
    kept.map(({ name, year, refused }) => [name, year, refused === null ? '' : refused.slice(0, 4)]),
    [
      ['a.txt', 2023, ''],
      ['huge.txt', null, '文件过大'],
      ['b.txt', null, '没有读到'],
      ['c.txt', 2024, ''],
    ],
  )
  const { rows } = (await get('?sort=organ')).json<ReadList>()
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['b.txt', 'a.txt', 'c.txt'],
  )
  const one = (await get(`/${kept[0]?.readId}`)).json<ReadView>()
  assert.equal(one.cells['requests.carried_forward.total']?.value, 3)
})

test('An upload without a file is told to choose one; pasted text is read like a file', async (t) => {
  const { app, base, headers, send, get } = await desk(t)
  assert.equal((await send()).statusCode, 422)
  const pasted = await app.inject({
    method: 'POST',
    url: `${base}/text`,
    headers,
    payload: { text: published.school2024 },
  })
  assert.deepEqual([pasted.statusCode, pasted.json<Kept>().organName], [200, '清溪县教育局'])
  const cell = 'requests.new_received.total'
  assert.equal((await get(`/figures/ranks?year=2024&cell=${cell}`)).json().counted, 1)
  const series = await get(`/figures/series?organ=${encodeURIComponent('清溪县教育局')}&cell=${cell}`)
  assert.deepEqual(
    series.json().points.map((point: { value: number }) => point.value),
    [4],
  )
  assert.equal((await get('/figures/series?organ=x&cell=none')).statusCode, 404)
  assert.equal((await get('/overview')).json().organs.length, 1)
  assert.match((await get('/overview.csv')).body, /粘贴的文字/)
  assert.equal((await get('/known')).json().years[0], 2024)
  assert.equal((await get('/figures/file/csv')).statusCode, 200)
  assert.equal((await get('/figures/file/exe')).statusCode, 404)
})

test('An auditor looks at the corpus and adds nothing to it; a publisher has no business with it', async (t) => {
  const auditor = await desk(t, 'auditor')
  assert.equal((await auditor.get('')).statusCode, 200)
  assert.equal((await auditor.send(['a.txt', '通知'])).statusCode, 403)
  const publisher = await desk(t, 'publisher')
  assert.equal((await publisher.get('')).statusCode, 403)
})
