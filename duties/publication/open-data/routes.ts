import type { FastifyReply, FastifyRequest } from 'fastify'
import { listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { atMost } from '#platform/http/limits.ts'
import { trouble } from '#platform/http/problem.ts'
import { anyone } from '#platform/http/rights.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organByCode } from '#platform/organs/tree.ts'
import { asked, askedYear } from '#platform/pages/asked.ts'
import { type Made, sendKept } from '#platform/pages/kept.ts'
import type { Platform } from '#platform/platform.ts'
import { openDataPath } from '../addresses.ts'
import { itemAt, portalOrgan } from '../store.ts'
import { columnsOf, type Field, objectOf } from './fields.ts'
import { everyItem, type ItemsAsk, itemFields, openChanges, openItems, pathOf } from './items.ts'
import { openOrgans, openReports, organFields, reportFields } from './organs.ts'
import { ChangesQuery, changesSchema, ItemsQuery, pageSchema } from './schemas.ts'
import { apiPath } from './words.ts'

const inPage = 200
const inChanges = 1000
const tables = { ...atMost(20) }
const json = 'application/json; charset=utf-8'

/** Every list as JSON and CSV, one item, and the changes since a time. Open to anyone, from any site. */
export function openDataRoutes(app: App, platform: Platform): void {
  const site = platform.config.publicAddress
  const items = itemFields(site)
  const open = { ...anyone }
  app.get(
    `${apiPath}/items`,
    { config: open, schema: { querystring: ItemsQuery, response: { 200: pageSchema(items) } } },
    async (request, reply): Promise<void> => {
      await answer(platform, request, reply, async () => {
        const ask = await askOf(platform, request)
        const page = await openItems(platform.db, { ...ask, limit: inPage })
        const body = {
          items: page.items.map((row) => objectOf(items, row)),
          next: page.next,
          ...licenceOf(site),
        }
        return { body: JSON.stringify(body), shown: ask.organId ? [ask.organId] : 'all' }
      })
    },
  )
  app.get(
    `${apiPath}/items.csv`,
    { config: { ...open, ...tables }, schema: { querystring: ItemsQuery } },
    async (request, reply) => {
      const rows = everyItem(platform.db, await askOf(platform, request))
      return sendTable(reply, 'items', items, rows)
    },
  )
  oneItem(app, platform)
  changes(app, platform)
  wholeLists(app, platform)
}

const licenceOf = (site: string) => ({ licence: `${site}${openDataPath}#licence` })

// Nothing here is anybody's own: pages of other sites may read it.
const answer = (
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  make: () => Promise<Omit<Made, 'type'>>,
): Promise<FastifyReply> =>
  sendKept(
    { platform, request, reply: reply.header('access-control-allow-origin', '*') },
    'data',
    async () => ({
      type: json,
      ...(await make()),
    }),
  )

function sendTable<Row>(
  reply: FastifyReply,
  name: string,
  fields: readonly Field<Row>[],
  rows: AsyncIterable<Row>,
): FastifyReply {
  return reply
    .type(listMediaTypes.csv)
    .headers({
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'content-disposition': `attachment; filename="${name}.csv"`,
    })
    .send(listFile('csv', name, { columns: columnsOf(fields), rows }))
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
    catalogue: asked(query, 'catalogue') || undefined,
    kind: asked(query, 'kind') || undefined,
    year: askedYear(query, 'year'),
    after: asked(query, 'after') || undefined,
    today: platform.today(),
  }
}

function oneItem(app: App, platform: Platform): void {
  app.get<{ Params: { organCode: string; slug: string } }>(
    `${apiPath}/items/:organCode/:slug`,
    { config: anyone },
    (request, reply) =>
      answer(platform, request, reply, async () => {
        const { organCode, slug } = request.params
        const item = await itemAt(platform.db, organCode, slug, platform.today())
        if (!item) throw trouble('notFound')
        return { body: JSON.stringify(item), shown: [item.organId] }
      }),
  )
}

function changes(app: App, platform: Platform): void {
  const site = platform.config.publicAddress
  const fields = itemFields(site)
  app.get(
    `${apiPath}/changes`,
    { config: anyone, schema: { querystring: ChangesQuery, response: { 200: changesSchema(fields) } } },
    async (request, reply) => {
      const { since } = request.query
      if (Number.isNaN(Date.parse(since.split('~')[0] ?? '')))
        throw trouble('invalid', {
          errors: [{ field: 'since', message: '请写成 2026-11-21T00:00:00Z 这样的时刻。' }],
        })
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
    },
  )
}

/** Organs and reports: small enough to be given whole. */
function wholeLists(app: App, platform: Platform): void {
  const site = platform.config.publicAddress
  wholeList(app, platform, 'organs', organFields(site), async function* organs() {
    const own = await portalOrgan(platform.db, platform.today())
    if (own) yield* openOrgans(platform.db, own, platform.today())
  })
  wholeList(app, platform, 'reports', reportFields(site), () => openReports(platform.db, platform.today()))
}

function wholeList<Row>(
  app: App,
  platform: Platform,
  name: string,
  fields: readonly Field<Row>[],
  rows: () => AsyncIterable<Row>,
): void {
  app.get(
    `${apiPath}/${name}`,
    { config: anyone, schema: { response: { 200: pageSchema(fields) } } },
    async (request, reply): Promise<void> => {
      await answer(platform, request, reply, async () => {
        const items = (await Array.fromAsync(rows())).map((row) => objectOf(fields, row))
        const body = { items, next: null, ...licenceOf(platform.config.publicAddress) }
        return { body: JSON.stringify(body), shown: 'all' }
      })
    },
  )
  app.get(`${apiPath}/${name}.csv`, { config: { ...anyone, ...tables } }, async (_, reply) =>
    sendTable(reply, name, fields, rows()),
  )
}
