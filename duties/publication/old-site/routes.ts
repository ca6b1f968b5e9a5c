import type { FastifyRequest } from 'fastify'
import type { App } from '#platform/http/app.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { previewOf } from './check.ts'
import {
  LaidAsk,
  OldPreviewSchema,
  OldSiteSchema,
  OldSitesSchema,
  OldSiteWholeSchema,
  SettleAsk,
} from './contract.ts'
import { beginSite, kindOfSent, newSiteId, readMapping, settle, stop, take } from './desk.ts'
import type { Mapping } from './fields.ts'
import { inboxOf, keepSent, laidAt, laidIn, mostSent, roleOf } from './places.ts'
import { config, found, one, root, SiteParams, tags } from './route-ground.ts'
import { oldSiteReportRoutes } from './routes-report.ts'
import { type OldSite, sitesOf } from './store.ts'
import { previewView, siteView, siteWhole } from './views.ts'

const previewed = 6

const moved = () => trouble('conflict', { detail: '这次迁移已经进行到别的一步，请刷新后查看。' })

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

function uploadRoute(app: App, platform: Platform): void {
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
}

function laidRoute(app: App, platform: Platform): void {
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

function previewRoute(app: App, platform: Platform): void {
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
}

function checkRoute(app: App, platform: Platform): void {
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

/** The old site: sent, its mapping settled, looked into without writing, taken, stopped, gone on with, reported. */
export function oldSiteRoutes(app: App, platform: Platform): void {
  listRoute(app, platform)
  uploadRoute(app, platform)
  laidRoute(app, platform)
  previewRoute(app, platform)
  checkRoute(app, platform)
  runRoutes(app, platform)
  oldSiteReportRoutes(app, platform)
}
