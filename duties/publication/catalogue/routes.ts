import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Role } from '#law/roles.ts'
import { listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { uploadIn } from '#platform/http/upload.ts'
import { rolesAt } from '#platform/identity/actor.ts'
import { audited } from '#platform/identity/audit.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { itemRoles } from '../item-roles.ts'
import {
  CatalogueSchema,
  CataloguesSchema,
  CheckedFileSchema,
  OfferedFieldsSchema,
  TakenFileSchema,
} from './contract.ts'
import { type Choice, catalogueOf, cataloguesOf, checkFile, takeFile } from './desk.ts'
import { listColumns } from './list-columns.ts'
import { entriesOffered } from './offered.ts'
import { dropDraft, publishDraft } from './store.ts'

const readers: readonly Role[] = [
  'informationOfficer',
  'reviewer',
  'officeHead',
  'leader',
  'publisher',
  'supervisor',
  'auditor',
  'administrator',
]
const keepers: readonly Role[] = ['informationOfficer', 'officeHead', 'publisher']
const publishers: readonly Role[] = ['officeHead', 'publisher']

const root = '/api/organs/:organId/standard-catalogues'
const tags = ['标准目录']
const Field = Type.String({ pattern: '^\\d{2,3}$' })
const FieldParams = Type.Object({ ...OrganParams.properties, field: Field })
const VersionQuery = Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) })
const FileQuery = Type.Object({ ...VersionQuery.properties, format: Type.Enum(['xlsx', 'csv']) })

const standardIn = (request: FastifyRequest) =>
  uploadIn(request, '请选择要导入的标准目录（xlsx、csv 或者 docx）')

const choicePattern = /^(\d{1,3}):(\d{0,3}):(.{0,60})$/u

/** What the query says of each table: `0:17:` for field 17, `1::水利工程` for a field of the organ's own. */
function choicesIn(asked: readonly string[]): Choice[] {
  return asked.map((each, index) => {
    const [, table = '', field = '', label = ''] = choicePattern.exec(each) ?? []
    if (!table || (!field && !label.trim()))
      throw invalid([{ field: `tables.${index}`, message: '请为每张表选择领域，或者填写本地领域的名称' }])
    return { table: Number(table), field, label: label.trim() }
  })
}

const mayPublish = (request: FastifyRequest, organId: string): boolean =>
  rolesAt(whoAsks(request), organId).some((role) => publishers.includes(role))

const unreadable = (sentence: string) => invalid([{ field: 'file', message: sentence }])

function readRoutes(app: App, platform: Platform): void {
  app.get(
    root,
    {
      config: holders('organId', readers),
      schema: { summary: '标准目录', tags, params: OrganParams, response: { 200: CataloguesSchema } },
    },
    async (request) => {
      const { organId } = request.params
      return { ...(await cataloguesOf(platform, organId)), mayPublish: mayPublish(request, organId) }
    },
  )
  app.get(
    `${root}/:field`,
    {
      config: holders('organId', readers),
      schema: {
        summary: '一个领域的标准目录',
        tags,
        params: FieldParams,
        querystring: VersionQuery,
        response: { 200: CatalogueSchema },
      },
    },
    async (request) => {
      const { organId, field } = request.params
      const found = await catalogueOf(platform, organId, field, {
        version: request.query.version,
        drafts: true,
      })
      if (!found) throw trouble('notFound')
      return found
    },
  )
  app.get(
    `${root}/:field/file`,
    {
      config: holders('organId', readers),
      schema: { summary: '下载标准目录（xlsx、CSV）', tags, params: FieldParams, querystring: FileQuery },
    },
    async (request, reply) => {
      const { organId, field } = request.params
      const { version, format } = request.query
      const found = await catalogueOf(platform, organId, field, { version, drafts: true })
      if (!found) throw trouble('notFound')
      const name = encodeURIComponent(`${found.label}标准目录.${format}`)
      return reply
        .header('content-type', listMediaTypes[format])
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(listFile(format, found.label, { columns: listColumns, rows: rowsOf(found.entries) }))
    },
  )
}

async function* rowsOf<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}

function offeredRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/standard-entries',
    {
      config: holders('organId', itemRoles),
      schema: {
        summary: '可以归入的标准目录事项：本机关的目录，没有的用上级机关的',
        tags,
        params: OrganParams,
        response: { 200: OfferedFieldsSchema },
      },
    },
    (request) => entriesOffered(platform, request.params.organId),
  )
}

function importRoutes(app: App, platform: Platform): void {
  app.post(
    `${root}/check`,
    {
      config: holders('organId', keepers),
      schema: {
        summary: '检查标准目录文件，不保存',
        tags,
        params: OrganParams,
        response: { 200: CheckedFileSchema },
      },
    },
    async (request) => {
      const checked = await checkFile(platform, request.params.organId, await standardIn(request))
      if (checked.kind === 'unreadable') throw unreadable(checked.sentence)
      return checked.file
    },
  )
  app.post(
    root,
    {
      config: holders('organId', keepers),
      schema: {
        summary: '导入标准目录，成为各领域的草稿；有一行错误就全部不导入',
        tags,
        params: OrganParams,
        querystring: Type.Object({
          table: Type.Array(Type.String({ maxLength: 80 }), { minItems: 1, maxItems: 60 }),
        }),
        response: { 200: TakenFileSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const choices = choicesIn(request.query.table)
      const { personId } = whoAsks(request)
      const taken = await takeFile(platform, { organId, personId, choices, ...(await standardIn(request)) })
      if (taken.kind === 'unreadable') throw unreadable(taken.sentence)
      if (taken.kind === 'wrong') throw invalid(taken.faults)
      return taken.file
    },
  )
}

function publishRoutes(app: App, platform: Platform): void {
  app.post(
    `${root}/:field/publication`,
    {
      config: holders('organId', publishers),
      schema: {
        summary: '发布标准目录的草稿',
        tags,
        params: FieldParams,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    async (request) => {
      const { organId, field } = request.params
      const { personId } = whoAsks(request)
      const subject = `发布标准目录（${field}）`
      const version = await audited(
        platform.db,
        { organId, personId, action: 'settingChanged', subject },
        async (tx) => {
          const found = await publishDraft(tx, {
            organId,
            field,
            by: personId,
            at: platform.now().toISOString(),
          })
          if (found === undefined) throw trouble('notFound')
          return found
        },
      )
      return { version }
    },
  )
  app.delete(
    `${root}/:field/draft`,
    {
      config: holders('organId', keepers),
      schema: { summary: '丢弃标准目录的草稿', tags, params: FieldParams, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { organId, field } = request.params
      const dropped = await platform.db.transaction().execute((tx) => dropDraft(tx, organId, field))
      if (!dropped) throw trouble('notFound')
      return reply.code(204).send(null)
    },
  )
}

/** The standard catalogues at the desk: read, checked, taken whole or not at all, published by version. */
export function standardCatalogueRoutes(app: App, platform: Platform): void {
  readRoutes(app, platform)
  offeredRoute(app, platform)
  importRoutes(app, platform)
  publishRoutes(app, platform)
}
