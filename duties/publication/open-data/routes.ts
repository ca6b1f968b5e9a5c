import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { anyone } from '#platform/http/rights.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organByCode } from '#platform/organs/tree.ts'
import { asked, askedYear } from '#platform/pages/asked.ts'
import type { Platform } from '#platform/platform.ts'
import { ItemSchema } from '../contract.ts'
import { refuseAddress } from '../no-item.ts'
import { itemAt } from '../store.ts'
import { answer, licenceOf, sendTable, tables, tags } from './answers.ts'
import { checkedKey, checkedSince } from './asks.ts'
import { objectOf } from './fields.ts'
import { everyItem, type ItemsAsk, itemFields, openChanges, openItems, pathOf } from './items.ts'
import { ChangesQuery, changesSchema, ItemsQuery, pageSchema } from './schemas.ts'
import { otherLists } from './whole-lists.ts'
import { apiPath, titleOf } from './words.ts'

const inPage = 200
const inChanges = 1000

/** Every list as JSON and CSV, one item, and the changes since a time. Open to anyone, from any site. */
export function openDataRoutes(app: App, platform: Platform): void {
  const site = platform.config.publicAddress
  const items = itemFields(site)
  const summary = titleOf('items')
  app.get(
    `${apiPath}/items`,
    {
      config: anyone,
      schema: { summary, tags, querystring: ItemsQuery, response: { 200: pageSchema(items) } },
    },
    async (request, reply): Promise<void> => {
      await answer(platform, request, reply, async () => {
        const ask = await askOf(platform, request)
        const page = await openItems(platform.db, { ...ask, limit: inPage })
        const body = {
          items: page.items.map((row) => objectOf(items, row)),
          next: page.next,
          ...licenceOf(site),
        }
        return { body: JSON.stringify(body), shown: ask.organId && !ask.entry ? [ask.organId] : 'all' }
      })
    },
  )
  app.get(
    `${apiPath}/items.csv`,
    { config: tables, schema: { summary: `${summary}（CSV）`, tags, querystring: ItemsQuery } },
    async (request, reply) => {
      const rows = everyItem(platform.db, await askOf(platform, request))
      return sendTable(reply, 'items', items, rows)
    },
  )
  oneItem(app, platform)
  changes(app, platform)
  otherLists(app, platform)
}

async function organOf({ db, today }: Platform, code: string): Promise<Organ | undefined> {
  if (code === '') return undefined
  const organ = await organByCode(db, code, today())
  if (!organ) throw trouble('notFound')
  return organ
}

async function askOf(platform: Platform, { query }: FastifyRequest): Promise<Omit<ItemsAsk, 'limit'>> {
  return {
    organId: (await organOf(platform, asked(query, 'organ')))?.organId,
    entry: asked(query, 'entry') || undefined,
    catalogue: asked(query, 'catalogue') || undefined,
    kind: asked(query, 'kind') || undefined,
    year: askedYear(query, 'year'),
    after: checkedKey(query, 'instant'),
    today: platform.today(),
  }
}

const ItemPlace = Type.Object({ organCode: Type.String(), slug: Type.String() })

function oneItem(app: App, platform: Platform): void {
  const schema = {
    summary: '一条信息，含正文、附件和有关的信息',
    description: '已经撤下的，答以状态 410。',
    tags,
    params: ItemPlace,
    response: { 200: ItemSchema },
  }
  app.get(
    `${apiPath}/items/:organCode/:slug`,
    { config: anyone, schema },
    async (request, reply): Promise<void> => {
      await answer(platform, request, reply, async () => {
        const { organCode, slug } = request.params
        const item = await itemAt(platform.db, organCode, slug, platform.today())
        if (!item) return refuseAddress(platform, organCode, slug)
        return { body: JSON.stringify(item), shown: [item.organId] }
      })
    },
  )
}

function changes(app: App, platform: Platform): void {
  const site = platform.config.publicAddress
  const fields = itemFields(site)
  const schema = {
    summary: '某一时刻以来新公开、有变更和撤下的信息',
    tags,
    querystring: ChangesQuery,
    response: { 200: changesSchema(fields) },
  }
  app.get(`${apiPath}/changes`, { config: anyone, schema }, async (request, reply) => {
    const since = checkedSince(request.query.since)
    const now = platform.now().toISOString()
    const page = await openChanges(platform.db, { since, limit: inChanges, today: platform.today(), now })
    reply.headers({ 'cache-control': 'no-cache', 'access-control-allow-origin': '*' })
    return {
      changes: page.items.map((row) => ({
        change: row.isWithdrawn ? ('withdrawn' as const) : ('published' as const),
        at: row.updatedAt,
        itemId: row.itemId,
        indexNumber: row.indexNumber,
        organCode: row.organCode,
        address: `${site}${pathOf(row)}`,
        item: row.isWithdrawn ? null : objectOf(fields, row),
      })),
      next: page.next,
      isLast: page.isLast,
    }
  })
}
