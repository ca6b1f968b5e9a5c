import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { strToU8, zipSync } from 'fflate'
import { setErrorPage } from '#platform/http/app.ts'
import { sessionOf, testApp, testOrgan, testPerson } from '#platform/http/testing.ts'
import { runJobs } from '#platform/jobs/run.ts'
import { errorPageOn } from '#platform/pages/error-page.tsx'
import { type Cleanup, lastFirst } from '#platform/testing/endings.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { oldAddresses } from '../portal/old-address.tsx'
import { publicationPages } from '../portal/routes.tsx'
import { oldSiteRoutes } from './routes.ts'
import { oldSiteTasks } from './tasks.ts'

/** GB18030 for the characters of our pages: by asking the decoder for every pair of bytes once. */
const gbOf = new Map<string, Uint8Array>()

export function gb18030(text: string): Uint8Array {
  if (gbOf.size === 0)
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++) {
        const bytes = Uint8Array.of(high, low)
        const sign = new TextDecoder('gb18030').decode(bytes)
        if (sign.length === 1 && sign !== '\ufffd') gbOf.set(sign, bytes)
      }
  const bytes = Buffer.alloc(text.length * 2)
  let at = 0
  for (const sign of text) {
    const [high, low] = sign < '\x80' ? [sign.charCodeAt(0)] : (gbOf.get(sign) ?? [63])
    bytes[at++] = high ?? 63
    if (low !== undefined) bytes[at++] = low
  }
  return bytes.subarray(0, at)
}

export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, file]) => [path, typeof file === 'string' ? strToU8(file) : file]),
    ),
  )

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface File {
  readonly name: string
  readonly bytes: Uint8Array | string
}

function formOf(files: readonly File[]) {
  const boundary = `gongkai-${randomUUID()}`
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ])
  const payload = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

/** An office with its portal, its jobs running, and a publisher at the desk. */
export async function oldSiteDesk(test: Cleanup) {
  const t = lastFirst(test)
  const made = await testPlatform(t, '2026-03-02T01:00:00Z')
  const { platform } = made
  const organId = await testOrgan(platform.db, 'mzj', null, { kind: 'government' })
  const headers = await sessionOf(
    platform,
    await testPerson(platform.db, { username: 'fabu', organId, roles: ['publisher'] }),
  )
  const app = await testApp(platform)
  setErrorPage(app, errorPageOn(platform))
  oldSiteRoutes(app, platform)
  publicationPages(app, platform)
  oldAddresses(app, platform)
  t.after(() => app.close())
  const running = await runJobs(made.database.url, oldSiteTasks(platform), {
    onFault: (job, fault) => console.error(job, fault),
  })
  t.after(() => running.stop())
  const root = `/api/organs/${organId}/old-sites`
  const ask = async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await app.inject({ method, url: root + path, headers, ...(payload ? { payload } : {}) })
    return answer
  }
  const waitFor = async (siteId: string, ...statuses: string[]) => {
    const deadline = performance.now() + 60_000
    for (;;) {
      const site = (await ask('GET', `/${siteId}`)).json()
      if (statuses.includes(site.status)) return site
      if (performance.now() > deadline)
        throw new Error(`${site.status}, not ${statuses}: ${JSON.stringify(site)}`)
      await pause(50)
    }
  }
  const upload = async (...files: File[]) => {
    const form = formOf(files)
    const url = root
    return app.inject({
      method: 'POST',
      url,
      payload: form.payload,
      headers: { ...headers, ...form.headers },
    })
  }
  const send = async (...files: File[]) => {
    const answer = await upload(...files)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return waitFor(answer.json().siteId, 'read', 'unreadable')
  }
  const settle = async (
    site: { siteId: string; mapping: object; options: object },
    mapping = {},
    options = {},
  ) => {
    const payload = { mapping: { ...site.mapping, ...mapping }, options: { ...site.options, ...options } }
    const answer = await ask('POST', `/${site.siteId}/check`, payload)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return waitFor(site.siteId, 'checked')
  }
  const run = async (siteId: string) => {
    const answer = await ask('POST', `/${siteId}/run`)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return waitFor(siteId, 'done')
  }
  const pages = async (siteId: string, outcome = '') =>
    (await ask('GET', `/${siteId}/pages${outcome ? `?outcome=${outcome}` : ''}`)).json().pages
  return { ...made, app, organId, headers, ask, upload, send, settle, run, pages, waitFor }
}
