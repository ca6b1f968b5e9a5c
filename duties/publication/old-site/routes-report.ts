import { Type } from 'typebox'
import { listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import type { Platform } from '#platform/platform.ts'
import { addressesOf } from './addresses-store.ts'
import { OldAddressesSchema, OldPagesSchema } from './contract.ts'
import { isOutcome, type Outcome } from './reasons.ts'
import { reportColumns, reportRows } from './report.ts'
import { config, found, one, SiteParams, tags } from './route-ground.ts'
import { pagesShown } from './store.ts'
import { pageView } from './views.ts'

const OutcomeQuery = Type.Optional(Type.Enum(['take', 'draft', 'duplicate', 'refused']))
const onPage = 100

const outcomeIn = (said: string | undefined): Outcome | undefined =>
  said && isOutcome(said) ? said : undefined

function pagesRoute(app: App, platform: Platform): void {
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
}

function reportRoute(app: App, platform: Platform): void {
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
}

function addressesRoute(app: App, platform: Platform): void {
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

/** What became of each page, as a list and as a file; where the old addresses lead. */
export function oldSiteReportRoutes(app: App, platform: Platform): void {
  pagesRoute(app, platform)
  reportRoute(app, platform)
  addressesRoute(app, platform)
}
