import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { signedIn, whoAsks } from '#platform/http/rights.ts'
import { auditAtOrgans } from '#platform/identity/audit.ts'
import type { Platform } from '#platform/platform.ts'
import { feedAt, feedMadeAt, makeFeed, revokeFeed } from './calendar-feed.ts'

const tags = ['日历订阅']
const MadeAt = Type.Object({ madeAt: Type.Union([Type.String(), Type.Null()]) })
const Made = Type.Object({
  /** Shown once: whoever has it sees numbers and due days. */
  url: Type.String(),
})

const organsOf = (request: Parameters<typeof whoAsks>[0]): string[] =>
  whoAsks(request).holdings.map(({ organId }) => organId)

function ownRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/calendar-feed',
    { config: signedIn, schema: { summary: '我的日历订阅', tags, response: { 200: MadeAt } } },
    async (request) => ({ madeAt: await feedMadeAt(db, whoAsks(request).personId) }),
  )
  app.delete(
    '/api/calendar-feed',
    { config: signedIn, schema: { summary: '停用日历订阅地址', tags, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { personId } = whoAsks(request)
      if (!(await revokeFeed(db, personId))) throw trouble('notFound')
      await auditAtOrgans(db, organsOf(request), {
        personId,
        action: 'settingChanged',
        subject: '停用日历订阅地址',
      })
      return reply.code(204).send(null)
    },
  )
}

function makeRoute(app: App, { db, config, now }: Platform): void {
  app.post(
    '/api/calendar-feed',
    { config: signedIn, schema: { summary: '生成日历订阅地址，原地址失效', tags, response: { 200: Made } } },
    async (request) => {
      const { personId } = whoAsks(request)
      const token = await makeFeed(db, personId, now().toISOString())
      await auditAtOrgans(db, organsOf(request), {
        personId,
        action: 'settingChanged',
        subject: '生成日历订阅地址',
      })
      return { url: `${config.publicAddress}/calendar/${token}.ics` }
    },
  )
}

function readRoute(app: App, platform: Platform): void {
  app.get(
    '/calendar/:file',
    { schema: { params: Type.Object({ file: Type.String({ maxLength: 80 }) }) } },
    async (request, reply) => {
      const [, token] = /^([\w-]{43})\.ics$/.exec(request.params.file) ?? []
      const feed = token && (await feedAt(platform, token))
      if (!feed) throw trouble('notFound')
      return reply
        .header('content-type', 'text/calendar; charset=utf-8')
        .header('cache-control', 'private, max-age=900')
        .send(feed)
    },
  )
}

/** The officer's own calendar address: made, revoked, and read by a calendar program. */
export function feedRoutes(app: App, platform: Platform): void {
  ownRoutes(app, platform)
  makeRoute(app, platform)
  readRoute(app, platform)
}
