import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { type Made, sendKept } from '#platform/pages/kept.ts'
import type { Platform } from '#platform/platform.ts'
import { isDay } from '#time/day.ts'
import { itemAddress } from '../item-address.ts'
import { indexSlug } from '../rules/index-number.ts'
import { organsToChoose } from '../store.ts'
import { ownOrgan } from './places.ts'

/** The map for search engines: an index, one part for the fixed pages, and one for each month (or day) of items. */

const xml = 'application/xml; charset=utf-8'
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
/** A month with more items is told day by day. */
const mostInPart = 20_000
const keptFor = 600_000
const fixed = [
  '/',
  '/guide',
  '/rules',
  '/rules/regulation',
  '/items',
  '/reports',
  '/requests',
  '/requests/new',
  '/organs',
]

const months = new WeakMap<Platform, { parts: readonly string[]; until: number }>()

/** robots.txt and the parts of the site map. */
export function registerSiteMap(app: App, platform: Platform): void {
  const send = (request: FastifyRequest, reply: FastifyReply, make: () => Promise<Omit<Made, 'type'>>) =>
    sendKept({ platform, request, reply }, '', async () => ({ type: xml, ...(await make()) }))
  app.get('/robots.txt', (_, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(robots(platform)),
  )
  app.get('/sitemap.xml', (request, reply) => send(request, reply, () => index(platform)))
  app.get('/sitemap/pages.xml', (request, reply) => send(request, reply, () => pages(platform)))
  app.get<{ Params: { part: string } }>('/sitemap/items-:part.xml', (request, reply) =>
    send(request, reply, () => items(platform, request.params.part)),
  )
}

const robots = ({ config }: Platform): string =>
  [
    'User-agent: *',
    'Crawl-delay: 1',
    'Disallow: /display',
    'Disallow: /console/',
    'Disallow: /requests/track',
    `Sitemap: ${config.publicAddress}/sitemap.xml`,
    '',
  ].join('\n')

const urlSet = (entries: readonly string[]): string =>
  `${head}<urlset ${space}>\n${entries.join('\n')}\n</urlset>\n`

const escaped = (text: string): string => text.replaceAll('&', '&amp;')

async function index(platform: Platform): Promise<Omit<Made, 'type'>> {
  const parts = await partsOf(platform)
  const { publicAddress } = platform.config
  const entries = ['pages', ...parts.map((part) => `items-${part}`)].map(
    (name) => `<sitemap><loc>${publicAddress}/sitemap/${name}.xml</loc></sitemap>`,
  )
  return { body: `${head}<sitemapindex ${space}>\n${entries.join('\n')}\n</sitemapindex>\n`, shown: 'all' }
}

async function pages(platform: Platform): Promise<Omit<Made, 'type'>> {
  const organs = await organsToChoose(platform.db, await ownOrgan(platform), platform.today())
  const addresses = [...fixed, ...organs.flatMap(({ code }) => [`/organs/${code}`, `/guide/${code}`])]
  const entries = addresses.map(
    (address) => `<url><loc>${platform.config.publicAddress}${address}</loc></url>`,
  )
  return { body: urlSet(entries), shown: [] }
}

/** 2026-03, or 2026-03-09 in a month of very many. The count goes through everything: at most once in ten minutes. */
async function partsOf(platform: Platform): Promise<readonly string[]> {
  const now = platform.now().getTime()
  const held = months.get(platform)
  const running = new Date(now + 8 * 3_600_000).toISOString().slice(0, 7)
  if (held && held.until > now) return held.parts.includes(running) ? held.parts : [running, ...held.parts]
  const { rows } = await sql<{ month: string; days: string[]; items: number }>`
    SELECT left(day, 7) AS month, array_agg(day ORDER BY day DESC) AS days, sum(items)::int AS items FROM (
      SELECT to_char(published_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day, count(*) AS items
      FROM item_row WHERE status = 'published' GROUP BY 1) d
    GROUP BY 1 ORDER BY 1 DESC`.execute(platform.db)
  const parts = rows.flatMap(({ month, days, items }) => (items > mostInPart ? days : [month]))
  months.set(platform, { parts, until: now + keptFor })
  return parts
}

interface Listed {
  code: string
  credit_code: string
  index_number: string
  updated_at: string
}

async function items(platform: Platform, part: string): Promise<Omit<Made, 'type'>> {
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(part)) throw trouble('notFound')
  const from = part.length === 7 ? `${part}-01` : part
  if (!isDay(from)) throw trouble('notFound')
  const { rows } = await sql<Listed>`
    SELECT o.code, o.credit_code, i.index_number, i.updated_at
    FROM item_row i JOIN organ o ON o.organ_id = i.organ_id
    WHERE i.status = 'published' AND i.published_at >= ${`${from}T00:00:00+08:00`}::timestamptz
      AND i.published_at < ((${from}::date + ${part.length === 7 ? '1 month' : '1 day'}::interval)
        AT TIME ZONE 'Asia/Shanghai')
    ORDER BY i.published_at DESC LIMIT 50000`.execute(platform.db)
  if (rows.length === 0) throw trouble('notFound')
  const entries = rows.map(({ code, credit_code, index_number, updated_at }) => {
    const address = itemAddress(code, indexSlug(index_number, credit_code))
    return `<url><loc>${platform.config.publicAddress}${escaped(address)}</loc><lastmod>${updated_at.slice(0, 10)}</lastmod></url>`
  })
  return { body: urlSet(entries), shown: 'all' }
}
