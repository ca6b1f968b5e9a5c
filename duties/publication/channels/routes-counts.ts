import { Type } from 'typebox'
import { listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { holders } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import {
  CountedOrgansQuery,
  CountedOrgansSchema,
  CountedQuery,
  CountedSchema,
  CountsQuery,
  CountsSchema,
} from './contract.ts'
import { countedItems, countedOrgans, countsFile, countsOf } from './counts.ts'
import { channelReaders } from './roles.ts'
import { channelTags as tags } from './routes-parts.ts'

const root = '/api/organs/:organId/publication-counts'
const toRead = {
  config: holders('organId', channelReaders, { anyOf: ['supervisor'], along: ['region', 'vertical'] }),
}
const FileQuery = Type.Object({ ...CountsQuery.properties, format: Type.Enum(['xlsx', 'csv']) })

/** How much was published by channel, kind and month, what each figure counted, and the same as a file. */
export function countRoutes(app: App, platform: Platform): void {
  app.get(
    root,
    {
      ...toRead,
      schema: {
        summary: '各渠道、体裁、月份的公开数量',
        tags,
        params: OrganParams,
        querystring: CountsQuery,
        response: { 200: CountsSchema },
      },
    },
    ({ params: { organId }, query: { year, scope } }) => countsOf(platform, organId, year, scope),
  )
  app.get(
    `${root}/items`,
    {
      ...toRead,
      schema: {
        summary: '一个数字计入了哪些信息',
        tags,
        params: OrganParams,
        querystring: CountedQuery,
        response: { 200: CountedSchema },
      },
    },
    (request) => countedItems(platform, request.params.organId, request.query),
  )
  app.get(
    `${root}/organs`,
    {
      ...toRead,
      schema: {
        summary: '一个汇总数字由哪些机关相加',
        tags,
        params: OrganParams,
        querystring: CountedOrgansQuery,
        response: { 200: CountedOrgansSchema },
      },
    },
    (request) => countedOrgans(platform, request.params.organId, request.query),
  )
  app.get(
    `${root}/export`,
    {
      ...toRead,
      schema: {
        summary: '导出公开数量（xlsx、CSV）',
        tags,
        params: OrganParams,
        querystring: FileQuery,
      },
    },
    async (request, reply) => {
      const { format, year, scope } = request.query
      const counts = await countsOf(platform, request.params.organId, year, scope)
      const name = encodeURIComponent(`${counts.year}年公开数量.${format}`)
      return reply
        .header('content-type', listMediaTypes[format])
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(countsFile(counts, format))
    },
  )
}
