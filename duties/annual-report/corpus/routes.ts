import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { holders } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { addRoutes } from './add-routes.ts'
import { batchRoutes } from './batch-routes.ts'
import {
  KnownSchema,
  RanksSchema,
  ReadListAskSchema,
  ReadListSchema,
  ReadOverviewSchema,
  ReadViewSchema,
  readingRoles,
  SeriesSchema,
} from './contract.ts'
import { ranksOf, seriesOf } from './figures.ts'
import { figureFileKinds, figuresFile } from './figures-file.ts'
import { readKnown, readList, readOne, readOverview, readOverviewCsv } from './list.ts'

const tags = ['读报']
const base = '/api/organs/:organId/read-reports'
const look = { config: holders('organId', readingRoles) }
const Cell = Type.String({ maxLength: 80 })
const Year = Type.Integer({ minimum: 2008, maximum: 2100 })
const { sort: _, after: __, ...filters } = ReadListAskSchema.properties
const Filters = Type.Object(filters)

/** The reports that an organ had read: added, listed, opened, compared, handed out. */
export function readingRoutes(app: App, platform: Platform): void {
  addRoutes(app, platform)
  batchRoutes(app, platform)
  listRoutes(app, platform)
  overviewRoutes(app, platform)
  figureRoutes(app, platform)
  fileRoute(app, platform)
}

function listRoutes(app: App, { db }: Platform): void {
  app.get(
    base,
    {
      ...look,
      schema: {
        summary: '读过的年度报告',
        tags,
        params: OrganParams,
        querystring: ReadListAskSchema,
        response: { 200: ReadListSchema },
      },
    },
    (request) => readList(db, request.params.organId, request.query),
  )
  app.get(
    `${base}/:readId`,
    {
      ...look,
      schema: {
        summary: '读过的一份报告：原文、各格数字及其出处、发现的问题',
        tags,
        params: Type.Object({ ...OrganParams.properties, readId: Type.String({ format: 'uuid' }) }),
        response: { 200: ReadViewSchema },
      },
    },
    async (request) => {
      const found = await readOne(db, request.params.organId, request.params.readId)
      if (!found) throw trouble('notFound')
      return found
    },
  )
}

function overviewRoutes(app: App, { db }: Platform): void {
  const shared = { tags, params: OrganParams, querystring: Filters }
  app.get(
    `${base}/overview`,
    {
      ...look,
      schema: { ...shared, summary: '问题总览：按规则、机关、年度', response: { 200: ReadOverviewSchema } },
    },
    (request) => readOverview(db, request.params.organId, request.query),
  )
  app.get(
    `${base}/overview.csv`,
    { ...look, schema: { ...shared, summary: '问题总览的表格文件' } },
    async (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment('读报问题总览.csv'))
        .send(await readOverviewCsv(db, request.params.organId, request.query)),
  )
  app.get(
    `${base}/known`,
    {
      ...look,
      schema: {
        summary: '读过哪些机关、哪些年度的报告',
        tags,
        params: OrganParams,
        response: { 200: KnownSchema },
      },
    },
    (request) => readKnown(db, request.params.organId),
  )
}

function figureRoutes(app: App, { db }: Platform): void {
  app.get(
    `${base}/figures/series`,
    {
      ...look,
      schema: {
        summary: '一个机关的一格数字历年如何，相邻两年是否衔接',
        tags,
        params: OrganParams,
        querystring: Type.Object({ organ: Type.String({ maxLength: 200 }), cell: Cell }),
        response: { 200: SeriesSchema },
      },
    },
    async (request) => {
      const { organ, cell } = request.query
      const series = await seriesOf(db, request.params.organId, organ, cell)
      if (!series) throw trouble('notFound')
      return series
    },
  )
  app.get(
    `${base}/figures/ranks`,
    {
      ...look,
      schema: {
        summary: '一个年度的一格数字，各机关的名次和分布',
        tags,
        params: OrganParams,
        querystring: Type.Object({ year: Year, cell: Cell }),
        response: { 200: RanksSchema },
      },
    },
    async (request) => {
      const ranks = await ranksOf(db, request.params.organId, request.query.year, request.query.cell)
      if (!ranks) throw trouble('notFound')
      return ranks
    },
  )
}

function fileRoute(app: App, { db }: Platform): void {
  const kinds = {
    csv: 'text/csv; charset=utf-8',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
  app.get(
    `${base}/figures/file/:kind`,
    {
      ...look,
      schema: {
        summary: '下载读到的全部数字：一份报告一行，一格一列',
        tags,
        params: Type.Object({ ...OrganParams.properties, kind: Type.String({ maxLength: 8 }) }),
        querystring: Type.Object({ year: Type.Optional(Year) }),
      },
    },
    async (request, reply) => {
      const kind = figureFileKinds.find((each) => each === request.params.kind)
      if (kind === undefined) throw trouble('notFound')
      const file = await figuresFile(db, request.params.organId, kind, request.query.year)
      return reply
        .type(kinds[kind])
        .header('content-disposition', attachment(`读报数据.${kind}`))
        .send(file)
    },
  )
}

const attachment = (name: string): string =>
  `attachment; filename="readings${name.slice(name.lastIndexOf('.'))}"; filename*=UTF-8''${encodeURIComponent(name)}`
