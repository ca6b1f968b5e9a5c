import type { FastifyRequest } from 'fastify'
import type { App } from '#platform/http/app.ts'
import { asked, askedYear } from '#platform/pages/asked.ts'
import { type PublicPage, sendPublicPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import { aroundItem } from '../around.ts'
import { instantKey } from '../list-key.ts'
import { refuseAddress } from '../no-item.ts'
import { itemKind } from '../rules/kinds.ts'
import { interpretationsOf, itemAt, itemPage, organsToChoose, publishedYears } from '../store.ts'
import { ItemPage } from './item-page.tsx'
import { ItemsPage } from './items-page.tsx'
import { keyAsked, statusOf } from './key-asked.ts'
import { kindOf } from './kinds.ts'
import { organAt, ownOrgan } from './places.ts'

const onList = 25

type Place = { Params: { organCode: string; slug: string } }

/** The list of what is published, with its filters, and the page of one item. */
export function itemPages(app: App, platform: Platform): void {
  app.get('/items', (request, reply) =>
    sendPublicPage(platform, request, reply, () => list(platform, request)),
  )
  app.get<Place>('/items/:organCode/:slug', (request, reply) =>
    sendPublicPage(platform, request, reply, async () => {
      const { organCode, slug } = request.params
      const item = await itemAt(platform.db, organCode, slug, platform.today())
      if (!item) return refuseAddress(platform, organCode, slug)
      const around = await aroundItem(platform.db, item, platform.today())
      const shown = itemKind(item.kind)?.gathers ? ('all' as const) : [item.organId]
      return { page: (frame) => <ItemPage frame={frame} item={item} around={around} />, shown }
    }),
  )
}

async function list(platform: Platform, { query }: FastifyRequest): Promise<PublicPage> {
  const { db } = platform
  const today = platform.today()
  const own = await ownOrgan(platform)
  const code = asked(query, 'organ')
  const organ = code === '' ? undefined : await organAt(platform, code)
  const year = askedYear(query, 'year')
  const [catalogue, kind, after] = [
    asked(query, 'catalogue'),
    asked(query, 'kind'),
    keyAsked(query, instantKey),
  ]
  const known = kindOf(kind)
  const ask = { organId: organ?.organId, catalogue, year, after, limit: onList, today }
  const page = await itemPage(db, known ? { ...ask, kinds: [known] } : ask)
  const choices = await organsToChoose(db, own, today)
  const isListed = !organ || choices.some((each) => each.code === organ.code)
  const props = {
    query: { organ: code, catalogue, kind: known ?? '', year: year ? String(year) : '', after },
    organs: isListed ? choices : [organ, ...choices],
    years: await publishedYears(db, organ?.organId),
    page,
    explained: await interpretationsOf(db, page.entries, today),
  }
  return {
    page: (frame) => <ItemsPage frame={frame} {...props} />,
    shown: organ ? [organ.organId] : 'all',
    status: statusOf(after, page.entries),
  }
}
