import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { reportsOfYear, reportYears } from '#duties/annual-report/published.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { type Made, sendKept } from '#platform/pages/kept.ts'
import { sections } from '#platform/pages/sections.ts'
import type { Platform } from '#platform/platform.ts'
import { isDay } from '#time/day.ts'
import { decisionAddress, standardAddress } from '../addresses.ts'
import { publishedFields } from '../catalogue/public.ts'
import { itemAddress } from '../item-address.ts'
import { openDecisions } from '../open-data/lists.ts'
import { keepsGazette } from '../rules/channels/gazette.ts'
import { indexSlug } from '../rules/index-number.ts'
import { organsToChoose } from '../store.ts'
import { ownOrgan } from './places.ts'
import { columnWays, gazetteWay, serviceWays } from './ways.ts'

/** The map for search engines: an index, one part for the fixed pages, and one for each month (or day) of items. */

const xml = 'application/xml; charset=utf-8'
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
/** A month with more items is told day by day. */
const mostInPart = 20_000
const keptFor = 600_000
/** Addresses that one part may hold (sitemaps.org). */
const mostOfPages = 50_000
/** Where a search engine has no business: robots.txt. */
const kept = '/requests/track'
const fixed = [
  '/',
  ...sections.map(({ address }) => address),
  '/rules/regulation',
  ...[...columnWays, ...serviceWays].map(({ address }) => address).filter((address) => address !== kept),
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
    `Disallow: ${kept}`,
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
  const { db } = platform
  const today = platform.today()
  const organs = await organsToChoose(db, await ownOrgan(platform), today)
  const fields = await publishedFields(db, today)
  const addresses = [
    ...fixed,
    ...(organs.some(keepsGazette) ? [gazetteWay.address] : []),
    ...organs.flatMap(({ code }) => [`/organs/${code}`, `/guide/${code}`]),
    ...fields.map(({ organ, field }) => standardAddress(organ.code, field)),
    ...(await decisionAddresses(platform)),
    ...(await reportAddresses(platform)),
  ]
  const entries = addresses
    .slice(0, mostOfPages)
    .map((address) => `<url><loc>${platform.config.publicAddress}${escaped(address)}</loc></url>`)
  return { body: urlSet(entries), shown: 'all' }
}

async function decisionAddresses({ db, today }: Platform): Promise<string[]> {
  const decisions = await Array.fromAsync(openDecisions(db, today()))
  return decisions.map(({ row, organCode }) => decisionAddress({ organCode, decisionId: row.decision_id }))
}

async function reportAddresses({ db, today }: Platform): Promise<string[]> {
  const years = await reportYears(db)
  const reports = await Promise.all(years.map((year) => reportsOfYear(db, year, today())))
  return reports.flat().map(({ address }) => address)
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
    ORDER BY i.published_at DESC LIMIT ${mostOfPages}`.execute(platform.db)
  if (rows.length === 0) throw trouble('notFound')
  const entries = rows.map(({ code, credit_code, index_number, updated_at }) => {
    const address = itemAddress(code, indexSlug(index_number, credit_code))
    return `<url><loc>${platform.config.publicAddress}${escaped(address)}</loc><lastmod>${updated_at.slice(0, 10)}</lastmod></url>`
  })
  return { body: urlSet(entries), shown: 'all' }
}
