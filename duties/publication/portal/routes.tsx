import { reportsOfOrgan } from '#duties/annual-report/published.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organPage } from '#platform/organs/page.ts'
import { childrenOf, contactOf } from '#platform/organs/tree.ts'
import { asked } from '#platform/pages/asked.ts'
import { localPath, registerDisplay } from '#platform/pages/display.ts'
import { type PublicPage, sendPublicPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { ownRules } from '../rules/catalogue.ts'
import { keepsGazette } from '../rules/channels/gazette.ts'
import { interpretationsOf, itemPage, organsToChoose } from '../store.ts'
import { AccessibilityPage } from './accessibility-page.tsx'
import { FiguresPage } from './figures-page.tsx'
import { FoundErrorPage } from './found-error-page.tsx'
import { GuidePage } from './guide-page.tsx'
import { homeFigures, openNow } from './home-figures.ts'
import { HomePage } from './home-page.tsx'
import { itemFiles } from './item-files.tsx'
import { itemPages } from './item-routes.tsx'
import { OrganPage } from './organ-page.tsx'
import { OrgansPage } from './organs-page.tsx'
import { organAt, ownOrgan } from './places.ts'
import { registerPages } from './register/routes.tsx'
import { RegulationPage } from './regulation-page.tsx'
import { RulesPage } from './rules-page.tsx'
import { searchPages } from './search-routes.tsx'
import { registerSiteMap } from './site-map.ts'
import { SiteMapPage } from './site-map-page.tsx'
import { yearInFigures } from './year-in-figures.ts'

const documentsOnHome = 5
const onHome = 8
const onRules = 12
const onOrgan = 10

/** The public pages of publication: home, guide, rules, items, organs, figures, search, the site map. */
export function publicationPages(app: App, platform: Platform): void {
  registerDisplay(app)
  publicPage(app, platform, '/', () => home(platform))
  publicPage(app, platform, '/guide', () => countyGuide(platform))
  publicPage<OrganPlace>(app, platform, '/guide/:code', ({ code }) => organGuide(platform, code))
  publicPage(app, platform, '/rules', () => rules(platform))
  publicPage(app, platform, '/organs', () => organs(platform))
  publicPage<OrganPlace>(app, platform, '/organs/:code', ({ code }) => organSite(platform, code))
  publicPage(app, platform, '/rules/regulation', async () => ({
    page: (frame) => <RegulationPage frame={frame} />,
    shown: [],
  }))
  publicPage(app, platform, '/accessibility', async () => ({
    page: (frame) => <AccessibilityPage frame={frame} />,
    shown: [],
  }))
  publicPage(app, platform, '/figures', () => figures(platform))
  publicPage(app, platform, '/site-map', () => siteMapPage(platform))
  errorPage(app, platform)
  itemPages(app, platform)
  registerPages(app, platform)
  itemFiles(app, platform)
  registerSiteMap(app, platform)
  searchPages(app, platform)
}

type OrganPlace = { code: string }

/** A page that is the same for everyone, at an address whose query means nothing. */
function publicPage<Params extends object = object>(
  app: App,
  platform: Platform,
  address: string,
  make: (params: Params) => Promise<PublicPage>,
): void {
  app.get<{ Params: Params }>(address, (request, reply) =>
    sendPublicPage(platform, request, reply, () => make(request.params as Params)),
  )
}

async function home(platform: Platform): Promise<PublicPage> {
  const { db } = platform
  const organ = await ownOrgan(platform)
  const today = platform.today()
  const documents = await itemPage(db, { kinds: ['normative', 'policy'], limit: documentsOnHome, today })
  const newest = await itemPage(db, { limit: onHome, today })
  const lists = {
    documents: documents.entries,
    explained: await interpretationsOf(db, documents.entries, today),
    newest: newest.entries,
  }
  const figures = await homeFigures(platform, organ)
  const beside = { ...figures, open: await openNow(platform), today, gazette: keepsGazette(organ) }
  return {
    page: (frame) => <HomePage frame={frame} name={organ.name} {...lists} {...beside} />,
    shown: 'all',
    until: figures.counted.until,
  }
}

async function countyGuide(platform: Platform): Promise<PublicPage> {
  const organ = await ownOrgan(platform)
  const [, ...others] = await organsToChoose(platform.db, organ, platform.today())
  return guideOf(platform, organ, others)
}

const organGuide = async (platform: Platform, code: string): Promise<PublicPage> =>
  guideOf(platform, await organAt(platform, code), [])

async function guideOf({ db }: Platform, organ: Organ, others: readonly Organ[]): Promise<PublicPage> {
  const contact = (await contactOf(db, organ.organId)) ?? null
  return {
    page: (frame) => <GuidePage frame={frame} organ={organ} contact={contact} others={others} />,
    shown: [],
  }
}

async function rules({ db, today }: Platform): Promise<PublicPage> {
  const { entries } = await itemPage(db, { catalogue: ownRules, limit: onRules, today: today() })
  return { page: (frame) => <RulesPage frame={frame} own={entries} />, shown: 'all' }
}

async function organs(platform: Platform): Promise<PublicPage> {
  const own = await ownOrgan(platform)
  const below = await childrenOf(platform.db, own.organId, 'region', platform.today())
  const listed = [{ ...own, children: below.length }, ...below]
  return { page: (frame) => <OrgansPage frame={frame} organs={listed} />, shown: [] }
}

async function organSite(platform: Platform, code: string): Promise<PublicPage> {
  const { db } = platform
  const today = platform.today()
  const { organId } = await organAt(platform, code)
  const facts = await organPage(db, organId, today)
  if (!facts) throw trouble('notFound')
  const below = await childrenOf(db, organId, 'region', today)
  const { entries } = await itemPage(db, { organId, limit: onOrgan, today })
  const reports = await reportsOfOrgan(db, organId, today)
  const lists = { below, newest: entries, reports }
  return { page: (frame) => <OrganPage frame={frame} facts={facts} {...lists} />, shown: [organId] }
}

async function figures(platform: Platform): Promise<PublicPage> {
  const organ = await ownOrgan(platform)
  const counted = await yearInFigures(platform)
  return {
    page: (frame) => <FiguresPage frame={frame} name={organ.name} figures={counted} />,
    shown: 'all',
    until: counted.until,
  }
}

async function siteMapPage(platform: Platform): Promise<PublicPage> {
  const own = await ownOrgan(platform)
  const listed = await organsToChoose(platform.db, own, platform.today())
  const gazette = listed.some(keepsGazette)
  return { page: (frame) => <SiteMapPage frame={frame} organs={listed} gazette={gazette} />, shown: [] }
}

function errorPage(app: App, platform: Platform): void {
  app.get('/found-error', (request, reply) =>
    sendPublicPage(platform, request, reply, async () => {
      const organ = await ownOrgan(platform)
      const contact = (await contactOf(platform.db, organ.organId)) ?? null
      const about = asked(request.query, 'page')
      const page = about === '' ? '' : localPath(about)
      return { page: (frame) => <FoundErrorPage frame={frame} contact={contact} about={page} />, shown: [] }
    }),
  )
}
