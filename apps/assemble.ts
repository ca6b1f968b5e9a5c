import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import { readingRoutes } from '#duties/annual-report/corpus/routes.ts'
import { reportPages } from '#duties/annual-report/portal/routes.tsx'
import { annualReportRoutes } from '#duties/annual-report/routes.ts'
import { standardCatalogueRoutes } from '#duties/publication/catalogue/routes.ts'
import { channelRoutes } from '#duties/publication/channels/routes.ts'
import { decisionRoutes } from '#duties/publication/decisions/routes.ts'
import { feedRoutes } from '#duties/publication/feeds/routes.ts'
import { oldSiteRoutes } from '#duties/publication/old-site/routes.ts'
import { openDataPages } from '#duties/publication/open-data/pages.tsx'
import { openDataRoutes } from '#duties/publication/open-data/routes.ts'
import { decisionPages } from '#duties/publication/portal/decisions/routes.tsx'
import { gazettePages } from '#duties/publication/portal/gazette/routes.tsx'
import { oldAddresses } from '#duties/publication/portal/old-address.tsx'
import { publicationPages } from '#duties/publication/portal/routes.tsx'
import { standardPages } from '#duties/publication/portal/standards/routes.tsx'
import { foldOpenItems } from '#duties/publication/rebuild.ts'
import { publicationRoutes } from '#duties/publication/routes.ts'
import { searchRoutes } from '#duties/publication/search/routes.ts'
import { subscriptionPages } from '#duties/publication/subscriptions/routes.tsx'
import { publicationSupervisionRoutes } from '#duties/publication/supervision/routes.ts'
import { remedyRoutes } from '#duties/remedies/routes.ts'
import { moveOpenCases } from '#duties/requests/moved-days.ts'
import { requestPages } from '#duties/requests/portal/routes.tsx'
import { requestRoutes } from '#duties/requests/routes.ts'
import { archiveRoutes } from '#duties/requests/routes-archive.ts'
import { templateRoutes } from '#duties/requests/routes-templates.ts'
import { calendarRoutes } from '#platform/calendar/routes.ts'
import { type App, type AppOptions, buildApp, setErrorPage } from '#platform/http/app.ts'
import { allowMarkedStyles } from '#platform/http/content-policy.ts'
import { identityRoutes } from '#platform/identity/routes.ts'
import { organRoutes } from '#platform/organs/routes.ts'
import { registerAssets } from '#platform/pages/assets.ts'
import { errorPageOn } from '#platform/pages/error-page.tsx'
import { stateWhatIsSeen } from '#platform/pages/servers.ts'
import { siteRoutes } from '#platform/pages/site-routes.ts'
import type { Platform } from '#platform/platform.ts'

/** The whole server: the door, sign-in, organs and calendar, every duty's API and pages, the console. */
export async function assemble(
  platform: Platform,
  options: AppOptions & { consoleFolder?: string },
): Promise<App> {
  const app = await buildApp(platform, options)
  setErrorPage(app, errorPageOn(platform))
  identityRoutes(app, platform)
  organRoutes(app, platform)
  siteRoutes(app, platform)
  calendarRoutes(app, platform, async (tx, organId) => {
    await moveOpenCases(tx, platform, organId)
    await foldOpenItems(tx, organId)
  })
  requestRoutes(app, platform)
  archiveRoutes(app, platform)
  templateRoutes(app, platform)
  remedyRoutes(app, platform)
  annualReportRoutes(app, platform)
  readingRoutes(app, platform)
  publicationRoutes(app, platform)
  standardCatalogueRoutes(app, platform)
  decisionRoutes(app, platform)
  channelRoutes(app, platform)
  publicationSupervisionRoutes(app, platform)
  searchRoutes(app, platform)
  oldSiteRoutes(app, platform)
  oldAddresses(app, platform)
  registerAssets(app)
  stateWhatIsSeen(app, platform)
  publicationPages(app, platform)
  openDataRoutes(app, platform)
  openDataPages(app, platform)
  feedRoutes(app, platform)
  subscriptionPages(app, platform)
  standardPages(app, platform)
  decisionPages(app, platform)
  gazettePages(app, platform)
  requestPages(app, platform)
  reportPages(app, platform)
  if (options.consoleFolder) await serveConsole(app, options.consoleFolder)
  return app
}

/** The console's files, those with a hash in their name for good, and its page at every other address below. */
async function serveConsole(app: App, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/console/',
    index: false,
    wildcard: false,
    globIgnore: ['index.html'],
    setHeaders: (reply, path) => {
      const isHashed = path.includes(`${sep}assets${sep}`)
      reply.raw.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const send = (reply: FastifyReply) => {
    const nonce = allowMarkedStyles(reply)
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll('CSP_NONCE', nonce))
  }
  app.get('/console', (_, reply) => reply.redirect('/console/'))
  app.get('/console/', (_, reply) => send(reply))
  app.get('/console/*', (_, reply) => send(reply))
}
