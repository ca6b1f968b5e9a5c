import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { addressesOf } from './addresses-store.ts'
import { previewOf } from './check.ts'
import {
  LaidAsk,
  OldAddressesSchema,
  OldPagesSchema,
  OldPreviewSchema,
  OldSiteSchema,
  OldSitesSchema,
  OldSiteWholeSchema,
  SettleAsk,
} from './contract.ts'
import { beginSite, kindOfSent, newSiteId, readMapping, settle, stop, take } from './desk.ts'
import type { Mapping } from './fields.ts'
import { inboxOf, keepSent, laidAt, laidIn, mostSent, roleOf } from './places.ts'
import { isOutcome, type Outcome } from './reasons.ts'
import { reportColumns, reportRows } from './report.ts'
import { oldSiteKeepers } from './roles.ts'
import { type OldSite, pagesShown, siteOf, sitesOf } from './store.ts'
import { pageView, previewView, siteView, siteWhole } from './views.ts'

const tags = ['旧站迁移']
const config = holders('organId', oldSiteKeepers)
const root = '/api/organs/:organId/old-sites'
const one = `${root}/:siteId`
const SiteParams = Type.Object({ ...OrganParams.properties, siteId: Type.String({ format: 'uuid' }) })
const OutcomeQuery = Type.Optional(Type.Enum(['take', 'draft', 'duplicate', 'refused']))
const onPage = 100
const previewed = 6

const moved = () => trouble('conflict', { detail: '这次迁移已经进行到别的一步，请刷新后查看。' })

async function found(platform: Platform, organId: string, siteId: string): Promise<OldSite> {
  const site = await siteOf(platform.db, { organId, siteId })
  if (!site) throw trouble('notFound')
  return site
}

async function codeOf({ db, today }: Platform, organId: string): Promise<string> {
  return (await organById(db, organId, today()))?.code ?? organId
}

function listRoute(app: App, platform: Platform): void {
  app.get(
    root,
    {
      config,
      schema: { summary: '旧站迁移的列表', tags, params: OrganParams, response: { 200: OldSitesSchema } },
    },
    async ({ params: { organId } }) => {
      const sites = await sitesOf(platform.db, organId)
      const code = await codeOf(platform, organId)
      return {
        sites: await Promise.all(sites.map((site) => siteView(platform, site))),
        laid: await laidIn(platform, code),
        inbox: inboxOf(platform, code),
      }
    },
  )
  app.get(
    one,
    {
      config,
      schema: {
        summary: '一次旧站迁移：进度和对应关系',
        tags,
        params: SiteParams,
        response: { 200: OldSiteWholeSchema },
      },
    },
    async ({ params: { organId, siteId } }) => siteWhole(platform, await found(platform, organId, siteId)),
  )
}

const wrongFile = (message: string) => invalid([{ field: 'file', message }])

/** Takes the files of a form to the disk as they come: a list, an archive, or both. */
async function takeSent(platform: Platform, request: FastifyRequest, organId: string, siteId: string) {
  const sent = { list: '', files: '', names: [] as string[] }
  if (!request.isMultipart()) throw wrongFile('请选择要上传的文件')
  for await (const part of request.files({ limits: { fileSize: mostSent, files: 2 } })) {
    const role = roleOf(part.filename)
    const slot = role === 'archive' ? 'files' : 'list'
    if (!role || sent[slot] !== '') {
      part.file.resume()
      throw wrongFile(
        role
          ? '一次上传一个表格（或者 JSON）和一个压缩包'
          : `“${part.filename}”不是 xlsx、csv、json 或者 zip 文件`,
      )
    }
    sent[slot] = await keepSent(platform, { organId, siteId }, part.filename, part.file)
    sent.names.push(part.filename.slice(0, 120))
    if (part.file.truncated) throw trouble('tooLarge')
  }
  return sent
}

function uploadRoutes(app: App, platform: Platform): void {
  app.post(
    root,
    {
      config,
      schema: {
        summary: '上传旧站：表格或者 JSON（可附一个 zip），或者一个网页的 zip',
        tags,
        params: OrganParams,
        response: { 200: OldSiteSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const siteId = newSiteId()
      const { list, files, names } = await takeSent(platform, request, organId, siteId)
      const kind = kindOfSent({ list, files })
      if (!kind) throw wrongFile('请选择要上传的文件')
      const by = whoAsks(request).personId
      return siteView(
        platform,
        await beginSite(platform, { organId, siteId, by, list, files, name: names.join('、') }, kind),
      )
    },
  )
  app.post(
    `${root}/laid`,
    {
      config,
      schema: {
        summary: '使用已经放在服务器上的文件夹或者文件',
        tags,
        params: OrganParams,
        body: LaidAsk,
        response: { 200: OldSiteSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const code = await codeOf(platform, organId)
      const pathOf = async (name: string | undefined) => (name ? await laidAt(platform, code, name) : '')
      const [list, files] = [await pathOf(request.body.list), await pathOf(request.body.files)]
      const kind = list === undefined || files === undefined ? undefined : kindOfSent({ list, files })
      if (!kind || list === undefined || files === undefined)
        throw wrongFile('服务器上的文件夹里没有这个文件，或者不能这样组合')
      const name = [request.body.list, request.body.files].filter(Boolean).join('、')
      const by = whoAsks(request).personId
      return siteView(
        platform,
        await beginSite(platform, { organId, siteId: newSiteId(), by, list, files, name }, kind),
      )
    },
  )
}

function mappingIn(asked: Mapping, site: OldSite): Mapping {
  const read = readMapping(asked, site)
  if ('errors' in read) throw invalid(read.errors)
  return read.mapping
}

function settleRoutes(app: App, platform: Platform): void {
  app.post(
    `${one}/preview`,
    {
      config,
      schema: {
        summary: '按这样的对应关系，前几条会是什么样子',
        tags,
        params: SiteParams,
        body: SettleAsk,
        response: { 200: OldPreviewSchema },
      },
    },
    async ({ params: { organId, siteId }, body }) => {
      const site = await found(platform, organId, siteId)
      if (site.status === 'reading' || site.status === 'unreadable') throw moved()
      const mapping = mappingIn(body.mapping, site)
      return previewView(await previewOf(platform, { ...site, mapping, options: body.options }, previewed))
    },
  )
  app.post(
    `${one}/check`,
    {
      config,
      schema: {
        summary: '试运行：逐条检查，不写入任何内容',
        tags,
        params: SiteParams,
        body: SettleAsk,
        response: { 200: OldSiteSchema },
      },
    },
    async (request) => {
      const { organId, siteId } = request.params
      const site = await found(platform, organId, siteId)
      const mapping = mappingIn(request.body.mapping, site)
      const { options } = request.body
      if (!(await settle(platform, site, { by: whoAsks(request).personId, mapping, options }))) throw moved()
      return siteView(platform, await found(platform, organId, siteId))
    },
  )
}

function runRoutes(app: App, platform: Platform): void {
  const schema = { tags, params: SiteParams, response: { 200: OldSiteSchema } }
  app.post(
    `${one}/run`,
    { config, schema: { summary: '开始迁移，或者停止以后继续', ...schema } },
    async (request) => {
      const { organId, siteId } = request.params
      await found(platform, organId, siteId)
      if (!(await take(platform, { organId, siteId }, whoAsks(request).personId))) throw moved()
      return siteView(platform, await found(platform, organId, siteId))
    },
  )
  app.post(
    `${one}/stop`,
    { config, schema: { summary: '停止；已经写入的保留', ...schema } },
    async (request) => {
      const { organId, siteId } = request.params
      await found(platform, organId, siteId)
      if (!(await stop(platform, { organId, siteId }))) throw moved()
      return siteView(platform, await found(platform, organId, siteId))
    },
  )
}

const outcomeIn = (said: string | undefined): Outcome | undefined =>
  said && isOutcome(said) ? said : undefined

function reportRoutes(app: App, platform: Platform): void {
  app.get(
    `${one}/pages`,
    {
      config,
      schema: {
        summary: '逐条的结果和原因',
        tags,
        params: SiteParams,
        querystring: Type.Object({
          outcome: OutcomeQuery,
          after: Type.Optional(Type.Integer({ minimum: 0 })),
        }),
        response: { 200: OldPagesSchema },
      },
    },
    async ({ params, query }) => {
      await found(platform, params.organId, params.siteId)
      const ask = { ...params, outcome: outcomeIn(query.outcome), after: query.after ?? 0, limit: onPage + 1 }
      const pages = await pagesShown(platform.db, ask)
      const shown = pages.slice(0, onPage)
      return { pages: shown.map(pageView), next: pages.length > onPage ? (shown.at(-1)?.n ?? null) : null }
    },
  )
  app.get(
    `${one}/report`,
    {
      config,
      schema: {
        summary: '迁移报告（xlsx、CSV）',
        tags,
        params: SiteParams,
        querystring: Type.Object({ format: Type.Enum(['xlsx', 'csv']), outcome: OutcomeQuery }),
      },
    },
    async ({ params, query: { format, outcome } }, reply) => {
      const site = await found(platform, params.organId, params.siteId)
      const name = encodeURIComponent(`旧站迁移报告-${site.name}.${format}`)
      const rows = reportRows(platform.db, site, outcomeIn(outcome))
      return reply
        .header('content-type', listMediaTypes[format])
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(listFile(format, '迁移报告', { columns: reportColumns, rows }))
    },
  )
  app.get(
    `${one}/addresses`,
    {
      config,
      schema: {
        summary: '旧地址和它们现在通向哪里',
        tags,
        params: SiteParams,
        querystring: Type.Object({
          q: Type.Optional(Type.String({ maxLength: 100 })),
          after: Type.Optional(Type.String({ maxLength: 1000 })),
        }),
        response: { 200: OldAddressesSchema },
      },
    },
    async ({ params, query: { q = '', after = '' } }) => {
      await found(platform, params.organId, params.siteId)
      return addressesOf(platform.db, { ...params, words: q.trim(), after }, platform.today())
    },
  )
}

/** The old site: sent, its mapping settled, looked into without writing, taken, stopped, gone on with, reported. */
export function oldSiteRoutes(app: App, platform: Platform): void {
  listRoute(app, platform)
  uploadRoutes(app, platform)
  settleRoutes(app, platform)
  runRoutes(app, platform)
  reportRoutes(app, platform)
}
