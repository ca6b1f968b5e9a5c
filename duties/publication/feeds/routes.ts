import type { FastifyRequest } from 'fastify'
import { reportsOfYear, reportYears } from '#duties/annual-report/published.ts'
import { reportTitle } from '#law/report-forms/sections.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { organByCode } from '#platform/organs/tree.ts'
import { asked } from '#platform/pages/asked.ts'
import { type Made, sendKept } from '#platform/pages/kept.ts'
import { addressWith } from '#platform/pages/pager.tsx'
import type { Platform } from '#platform/platform.ts'
import { entryAddress, feedPath, reportFeedPath } from '../addresses.ts'
import { type OpenItem, openItems, pathOf } from '../open-data/items.ts'
import { headingOf } from '../rules/catalogue.ts'
import { isOver, kindLabel, validityLabel } from '../rules/vocabulary.ts'
import { portalOrgan } from '../store.ts'
import { atom, type FeedEntry } from './atom.ts'

const inFeed = 50
const type = 'application/atom+xml; charset=utf-8'

/** Every list as an Atom feed: items by organ, heading and kind (solicitations are a kind), and the annual reports. */
export function feedRoutes(app: App, platform: Platform): void {
  app.get(feedPath, (request, reply) =>
    sendKept({ platform, request, reply }, 'data', () => itemFeed(platform, request)),
  )
  app.get(reportFeedPath, (request, reply) =>
    sendKept({ platform, request, reply }, 'data', () => reportFeed(platform)),
  )
}

async function ownName({ db, today }: Platform): Promise<string> {
  const organ = await portalOrgan(db, today())
  if (!organ) throw trouble('notFound')
  return organ.name
}

async function itemFeed(platform: Platform, { query }: FastifyRequest): Promise<Made> {
  const { db, config } = platform
  const today = platform.today()
  const [code, catalogue, kind] = [asked(query, 'organ'), asked(query, 'catalogue'), asked(query, 'kind')]
  const organ = code === '' ? undefined : await organByCode(db, code, today)
  if (code !== '' && !organ) throw trouble('notFound')
  const entry = asked(query, 'entry')
  const ask = {
    organId: organ?.organId,
    entry: entry || undefined,
    catalogue: catalogue || undefined,
    kind: kind || undefined,
  }
  const { items, next } = await openItems(db, { ...ask, after: asked(query, 'after'), limit: inFeed, today })
  const name = organ?.name ?? (await ownName(platform))
  const about = [headingOf(catalogue)?.short, kind && kindLabel(kind), entry].filter(Boolean).join(' ')
  const filters = { organ: code, entry, catalogue, kind }
  const body = atom({
    title: `${name}${about || '主动公开信息'}`,
    self: config.publicAddress + addressWith(feedPath, filters),
    list: config.publicAddress + (entry && code ? entryAddress(code, entry) : addressWith('/items', filters)),
    author: name,
    entries: items.map((item) => itemEntry(config.publicAddress, item)),
    next: next === null ? null : config.publicAddress + addressWith(feedPath, { ...filters, after: next }),
  })
  return { body, type, shown: organ && !entry ? [organ.organId] : 'all' }
}

const itemEntry = (site: string, item: OpenItem): FeedEntry => ({
  id: `urn:uuid:${item.itemId}`,
  title: isOver(item.validity) ? `【${validityLabel(item.validity)}】${item.title}` : item.title,
  address: site + pathOf(item),
  publishedAt: item.publishedAt,
  updatedAt: item.updatedAt > item.publishedAt ? item.updatedAt : item.publishedAt,
  author: item.organName,
  category: kindLabel(item.kind),
  summary: item.summary || [item.documentNumber, `索引号 ${item.indexNumber}`].filter(Boolean).join('，'),
})

async function reportFeed(platform: Platform): Promise<Made> {
  const { db, config } = platform
  const name = await ownName(platform)
  const [year] = await reportYears(db)
  const reports = year === undefined ? [] : await reportsOfYear(db, year, platform.today())
  const newest = reports.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt)).slice(0, inFeed)
  const body = atom({
    title: `${name}政府信息公开工作年度报告`,
    self: config.publicAddress + reportFeedPath,
    list: `${config.publicAddress}/reports`,
    author: name,
    entries: newest.map((report) => ({
      id: config.publicAddress + report.address,
      title: report.organName + reportTitle(report.year),
      address: config.publicAddress + report.address,
      publishedAt: report.publishedAt,
      updatedAt: report.publishedAt,
      author: report.organName,
      category: '政府信息公开年报',
      summary: '',
    })),
    next: null,
  })
  return { body, type, shown: 'all' }
}
