import { reportsOfOrgan } from '#duties/annual-report/published.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organPage } from '#platform/organs/page.ts'
import { childrenOf, contactOf, organByCode } from '#platform/organs/tree.ts'
import { asked, askedYear } from '#platform/pages/asked.ts'
import { registerDisplay } from '#platform/pages/display.ts'
import { frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { ownRules } from '../rules/catalogue.ts'
import {
  interpretationsOf,
  itemAt,
  itemPage,
  organsToChoose,
  portalOrgan,
  publishedYears,
  searchTitles,
} from '../store.ts'
import { AccessibilityPage } from './accessibility-page.tsx'
import { GuidePage } from './guide-page.tsx'
import { homeFigures } from './home-figures.ts'
import { HomePage } from './home-page.tsx'
import { itemFiles } from './item-files.ts'
import { ItemPage } from './item-page.tsx'
import { ItemsPage } from './items-page.tsx'
import { OrganPage } from './organ-page.tsx'
import { OrgansPage } from './organs-page.tsx'
import { RegulationPage } from './regulation-page.tsx'
import { RulesPage } from './rules-page.tsx'
import { SearchPage, wordsOfQuery } from './search-page.tsx'

const documentsOnHome = 5
const onHome = 8
const onList = 25
const onRules = 12
const onOrgan = 10
const onSearch = 50

/** The public pages of publication: home, guide, rules, items, organs, search. */
export function publicationPages(app: App, platform: Platform): void {
  registerDisplay(app)
  homePage(app, platform)
  guidePages(app, platform)
  rulesPages(app, platform)
  itemPages(app, platform)
  itemFiles(app, platform)
  organPages(app, platform)
  searchPage(app, platform)
}

/** The organ whose portal this is; before there is one, the whole portal answers 404. */
async function ownOrgan({ db, today }: Platform): Promise<Organ> {
  const organ = await portalOrgan(db, today())
  if (!organ) throw trouble('notFound')
  return organ
}

async function organAt({ db, today }: Platform, code: string): Promise<Organ> {
  const organ = await organByCode(db, code, today())
  if (!organ) throw trouble('notFound')
  return organ
}

function homePage(app: App, platform: Platform): void {
  const { db } = platform
  app.get('/', async (request, reply) => {
    const [frame, organ] = await Promise.all([frameOf(request, platform), ownOrgan(platform)])
    const today = platform.today()
    const documents = await itemPage(db, { kinds: ['normative', 'policy'], limit: documentsOnHome, today })
    const newest = await itemPage(db, { limit: onHome, today })
    const lists = {
      documents: documents.entries,
      explained: await interpretationsOf(db, documents.entries, today),
      newest: newest.entries,
    }
    const figures = await homeFigures(platform, organ)
    return sendPage(reply, <HomePage frame={frame} name={organ.name} {...lists} {...figures} />)
  })
}

function guidePages(app: App, platform: Platform): void {
  app.get('/guide', async (request, reply) => {
    const organ = await ownOrgan(platform)
    const [, ...others] = await organsToChoose(platform.db, organ, platform.today())
    const contact = (await contactOf(platform.db, organ.organId)) ?? null
    const frame = await frameOf(request, platform)
    return sendPage(reply, <GuidePage frame={frame} organ={organ} contact={contact} others={others} />)
  })
  app.get<{ Params: { code: string } }>('/guide/:code', async (request, reply) => {
    const organ = await organAt(platform, request.params.code)
    const contact = (await contactOf(platform.db, organ.organId)) ?? null
    const frame = await frameOf(request, platform)
    return sendPage(reply, <GuidePage frame={frame} organ={organ} contact={contact} others={[]} />)
  })
}

function rulesPages(app: App, platform: Platform): void {
  app.get('/rules', async (request, reply) => {
    const frame = await frameOf(request, platform)
    const ask = { catalogue: ownRules, limit: onRules, today: platform.today() }
    const { entries } = await itemPage(platform.db, ask)
    return sendPage(reply, <RulesPage frame={frame} own={entries} />)
  })
  app.get('/rules/regulation', async (request, reply) =>
    sendPage(reply, <RegulationPage frame={await frameOf(request, platform)} />),
  )
  app.get('/accessibility', async (request, reply) =>
    sendPage(reply, <AccessibilityPage frame={await frameOf(request, platform)} />),
  )
}

function itemPages(app: App, platform: Platform): void {
  const { db } = platform
  app.get('/items', async (request, reply) => {
    const today = platform.today()
    const [frame, own] = await Promise.all([frameOf(request, platform), ownOrgan(platform)])
    const code = asked(request.query, 'organ')
    const organ = code === '' ? undefined : await organAt(platform, code)
    const year = askedYear(request.query, 'year')
    const catalogue = asked(request.query, 'catalogue')
    const after = asked(request.query, 'after')
    const page = await itemPage(db, { organId: organ?.organId, catalogue, year, after, limit: onList, today })
    const choices = await organsToChoose(db, own, today)
    const isListed = !organ || choices.some((each) => each.code === organ.code)
    return sendPage(
      reply,
      <ItemsPage
        frame={frame}
        query={{ organ: code, catalogue, year: year ? String(year) : '', after }}
        organs={isListed ? choices : [organ, ...choices]}
        years={await publishedYears(db)}
        page={page}
        explained={await interpretationsOf(db, page.entries, today)}
      />,
    )
  })
  app.get<{ Params: { organCode: string; slug: string } }>(
    '/items/:organCode/:slug',
    async (request, reply) => {
      const item = await itemAt(db, request.params.organCode, request.params.slug, platform.today())
      if (!item) throw trouble('notFound')
      return sendPage(reply, <ItemPage frame={await frameOf(request, platform)} item={item} />)
    },
  )
}

function organPages(app: App, platform: Platform): void {
  const { db } = platform
  app.get('/organs', async (request, reply) => {
    const own = await ownOrgan(platform)
    const below = await childrenOf(db, own.organId, 'region', platform.today())
    const organs = [{ ...own, children: below.length }, ...below]
    return sendPage(reply, <OrgansPage frame={await frameOf(request, platform)} organs={organs} />)
  })
  app.get<{ Params: { code: string } }>('/organs/:code', async (request, reply) => {
    const today = platform.today()
    const organ = await organAt(platform, request.params.code)
    const facts = await organPage(db, organ.organId, today)
    if (!facts) throw trouble('notFound')
    const { entries } = await itemPage(db, { organId: organ.organId, limit: onOrgan, today })
    return sendPage(
      reply,
      <OrganPage
        frame={await frameOf(request, platform)}
        facts={facts}
        below={await childrenOf(db, organ.organId, 'region', today)}
        newest={entries}
        reports={await reportsOfOrgan(db, organ.organId, today)}
      />,
    )
  })
}

function searchPage(app: App, platform: Platform): void {
  app.get('/search', async (request, reply) => {
    const query = asked(request.query, 'q')
    const today = platform.today()
    const entries = await searchTitles(platform.db, wordsOfQuery(query), { limit: onSearch, today })
    const frame = await frameOf(request, platform)
    return sendPage(reply, <SearchPage frame={frame} query={query} entries={entries} limit={onSearch} />)
  })
}
