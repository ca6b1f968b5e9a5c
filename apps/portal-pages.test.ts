import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { plantedCounty } from '#district/planted.ts'
import { makeOpenFiles } from '#duties/publication/open-data/nightly.ts'
import { faultsOf, openPage, picture, withBrowser } from '#platform/testing/browser.ts'
import { openSite } from './days/site.ts'

/** Every kind of page that the public sees, with the synthetic district on it: clean, light, legible at both widths. */

const {
  platform,
  app,
  address: baseURL,
} = await openSite({ after }, '2026-11-23T02:00:00Z', {
  console: false,
  ground: plantedCounty,
})
await makeOpenFiles(platform)

/** The address of the newest item that answers a question to the database. */
async function itemWhere(query: string): Promise<string> {
  const list = (await app.inject({ url: `/api/open-data/items?${query}` })).json()
  return new URL(list.items[0].address).pathname
}

const { items: organs } = (await app.inject({ url: '/api/open-data/organs' })).json()
const civil: string = organs.find(({ name }: { name: string }) => name === '清溪县民政局').code

const places: Record<string, string> = {
  home: '/',
  guide: '/guide',
  'guide-organ': `/guide/${civil}`,
  rules: '/rules',
  regulation: '/rules/regulation',
  items: '/items',
  'items-heading': '/items?catalogue=20-07',
  'items-kind': '/items?kind=normative',
  'items-organ': `/items?organ=${civil}`,
  document: await itemWhere('kind=normative'),
  interpretation: await itemWhere('kind=interpretation'),
  organs: '/organs',
  organ: `/organs/${civil}`,
  reports: '/reports',
  figures: '/figures',
  search: '/search?q=%E4%BD%8E%E4%BF%9D',
  'open-data': '/open-data',
  subscribe: '/subscribe?catalogue=20-11',
  subscribed: '/subscribe/asked',
  'site-map': '/site-map',
  'found-error': '/found-error',
  accessibility: '/accessibility',
  requests: '/requests',
  'new-request': `/requests/new/${civil}`,
  missing: `/items/${civil}/none`,
}

/** Bytes of a page and its style sheet, as they are before any packing. */
async function weightOf(place: string): Promise<number> {
  const { payload } = await app.inject({ url: place, headers: { accept: 'text/html' } })
  const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(payload) ?? []
  return Buffer.byteLength(payload) + Buffer.byteLength((await app.inject({ url: sheet })).payload)
}

test('every kind of page stays under 60 KB with its style sheet', async () => {
  const heavy: string[] = []
  for (const [name, place] of Object.entries(places)) {
    const bytes = await weightOf(place)
    if (bytes >= 60_000) heavy.push(`${name}: ${bytes}`)
  }
  assert.deepEqual(heavy, [])
})

for (const width of [1280, 375] as const)
  test(`every kind of page is clean for axe and not wider than the screen at ${width} pixels`, async () => {
    await withBrowser(async (browser) => {
      const page = await openPage(browser, { width, baseURL, refused: [404] })
      const found: string[] = []
      for (const [name, place] of Object.entries(places)) {
        await page.goto(place)
        found.push(...(await faultsOf(page)))
        await picture(page, `portal-${name}-${width}`)
      }
      await page.goto(`${places.regulation}#a33`)
      found.push(...(await faultsOf(page)))
      assert.deepEqual(found, [])
    })
  })
