import { Type } from 'typebox'
import { type ListColumn, listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { signedIn, whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { InboxQuerySchema } from './contract-batch.ts'
import {
  InboxSchema,
  ItemCountsSchema,
  type ItemListQuery,
  ItemListQuerySchema,
  type ItemListRow,
  ItemListSchema,
} from './contract-desk.ts'
import { inbox, itemCounts, itemList, itemListPages } from './item-list.ts'
import { tags, toRead } from './routes-parts.ts'

function inboxRoute(app: App, platform: Platform): void {
  app.get(
    '/api/publication/inbox',
    {
      config: signedIn,
      schema: {
        summary: '等我办理的信息，各机关合在一处，按期限排列',
        tags,
        querystring: InboxQuerySchema,
        response: { 200: InboxSchema },
      },
    },
    (request) => inbox(platform, whoAsks(request), request.query),
  )
}

function listRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/items',
    {
      ...toRead,
      schema: {
        summary: '本机关的公开信息',
        tags,
        params: OrganParams,
        querystring: ItemListQuerySchema,
        response: { 200: ItemListSchema },
      },
    },
    (request) => itemList(platform, request.params.organId, whoAsks(request), request.query),
  )
  app.get(
    '/api/organs/:organId/item-counts',
    {
      ...toRead,
      schema: { summary: '各类待办的件数', tags, params: OrganParams, response: { 200: ItemCountsSchema } },
    },
    (request) => itemCounts(platform, request.params.organId, whoAsks(request)),
  )
}

const columns: readonly ListColumn<ItemListRow>[] = [
  { heading: '索引号', width: 30, of: (row) => row.indexNumber },
  { heading: '标题', width: 50, of: (row) => row.title },
  { heading: '体裁', width: 14, of: (row) => row.kindLabel },
  { heading: '栏目', width: 18, of: (row) => row.headingLabel },
  { heading: '公开属性', width: 12, of: (row) => row.attributeLabel },
  { heading: '状态', width: 16, of: (row) => row.stageLabel },
  { heading: '等待办理', width: 20, of: (row) => row.waitingFor },
  { heading: '拟稿人', width: 10, of: (row) => row.draftedBy },
  { heading: '成文日期', width: 12, of: (row) => row.formedOn },
  { heading: '公开期限', width: 12, of: (row) => row.dueOn },
  { heading: '公开时间', width: 20, of: (row) => row.publishedAt },
]

async function* each(pages: AsyncIterable<readonly ItemListRow[]>): AsyncGenerator<ItemListRow> {
  for await (const rows of pages) yield* rows
}

const { after: _after, limit: _limit, ...listed } = ItemListQuerySchema.properties
const ExportQuery = Type.Object({ ...listed, format: Type.Enum(['xlsx', 'csv']) })

function exportRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/item-export',
    {
      ...toRead,
      schema: {
        summary: '导出公开信息列表（xlsx、CSV）',
        tags,
        params: OrganParams,
        querystring: ExportQuery,
      },
    },
    async (request, reply) => {
      const { format, ...query } = request.query
      const pages = itemListPages(platform, request.params.organId, whoAsks(request), query as ItemListQuery)
      const name = encodeURIComponent(`公开信息${platform.today()}.${format}`)
      return reply
        .header('content-type', listMediaTypes[format])
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(listFile(format, '公开信息', { columns, rows: each(pages) }))
    },
  )
}

/** Inbox, lists, counts and their export. */
export function listRoutes(app: App, platform: Platform): void {
  inboxRoute(app, platform)
  listRoute(app, platform)
  exportRoute(app, platform)
}
