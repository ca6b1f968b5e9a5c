import { Type } from 'typebox'
import type { Role } from '#law/roles.ts'
import type { App } from '#platform/http/app.ts'
import { Id } from '#platform/http/contract.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { uploadIn } from '#platform/http/upload.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import type { LetterKind } from './rules/letter.ts'
import { letters } from './rules/letters.ts'
import { TemplatesSchema, UploadedSchema } from './templates/contract.ts'
import { defaultTemplate } from './templates/default.ts'
import {
  exampleDocx,
  isLetterKind,
  retireTemplate,
  templateFile,
  templatesOf,
  uploadTemplate,
} from './templates/store.ts'

const KindParams = Type.Object({ organId: Id, kind: Type.String({ maxLength: 40 }) })
const VersionParams = Type.Object({ ...KindParams.properties, version: Type.String({ maxLength: 40 }) })

const templateKeepers: readonly Role[] = ['administrator', 'officeHead']
const keep = { config: holders('organId', templateKeepers) }
const root = '/api/organs/:organId/letter-templates'
const tags = ['文书模板']

function kindOf(text: string): LetterKind {
  if (!isLetterKind(text)) throw trouble('notFound')
  return text
}

const download = (name: string) => ({
  'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
})

function readRoutes(app: App, platform: Platform): void {
  app.get(
    root,
    {
      ...keep,
      schema: { summary: '文书模板', tags, params: OrganParams, response: { 200: TemplatesSchema } },
    },
    (request) => templatesOf(platform, request.params.organId),
  )
  app.get(
    `${root}/:kind/default`,
    { ...keep, schema: { summary: '下载程序自带的模板', tags, params: KindParams } },
    async (request, reply) => {
      const kind = kindOf(request.params.kind)
      const name = `${letters[kind].title}（模板）.docx`
      return reply.headers(download(name)).send(Buffer.from(await defaultTemplate(kind)))
    },
  )
  app.get(
    `${root}/:kind/example`,
    { ...keep, schema: { summary: '下载按现用模板生成的样张', tags, params: KindParams } },
    async (request, reply) => {
      const kind = kindOf(request.params.kind)
      const bytes = await exampleDocx(platform, request.params.organId, kind)
      return reply.headers(download(`${letters[kind].title}（样张）.docx`)).send(Buffer.from(bytes))
    },
  )
  app.get(
    `${root}/:kind/versions/:version`,
    { ...keep, schema: { summary: '下载一个版本的模板', tags, params: VersionParams } },
    async (request, reply) => {
      const { organId, kind, version } = request.params
      const number = /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0
      const opened = await templateFile(platform, organId, kindOf(kind), number)
      if (!opened) throw trouble('notFound')
      return reply.headers(download(opened.file.name)).send(opened.bytes)
    },
  )
}

function changeRoutes(app: App, platform: Platform): void {
  app.post(
    `${root}/:kind`,
    {
      ...keep,
      schema: { summary: '上传模板', tags, params: KindParams, response: { 200: UploadedSchema } },
    },
    async (request) => {
      const kind = kindOf(request.params.kind)
      const upload = await uploadIn(request, '请选择要上传的模板')
      const answer = await uploadTemplate(platform, {
        organId: request.params.organId,
        kind,
        ...upload,
        by: whoAsks(request).personId,
      })
      if (answer.kind === 'refused')
        throw invalid(answer.problems.map((message) => ({ field: 'file', message })))
      return { version: answer.version, warnings: answer.warnings }
    },
  )
  app.delete(
    `${root}/:kind`,
    {
      ...keep,
      schema: { summary: '停用本机关的模板', tags, params: KindParams, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { organId } = request.params
      const kind = kindOf(request.params.kind)
      await retireTemplate(platform, { organId, kind, by: whoAsks(request).personId })
      return reply.code(204).send(null)
    },
  )
}

/** The JSON API of letter templates: who keeps the settings or heads the disclosure office. */
export function templateRoutes(app: App, platform: Platform): void {
  readRoutes(app, platform)
  changeRoutes(app, platform)
}
