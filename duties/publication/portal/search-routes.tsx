import type { App } from '#platform/http/app.ts'
import { visitorPlace } from '#platform/http/visitor-place.ts'
import { asked, askedYear } from '#platform/pages/asked.ts'
import { frameOf, sendPage } from '#platform/pages/frame.ts'
import type { Platform } from '#platform/platform.ts'
import type { SearchQuery } from '../search/contract.ts'
import { search } from '../search/desk.ts'
import { ownOrgan } from './places.ts'
import { SearchPage } from './search-page.tsx'
import { suggestScript } from './suggest-script.ts'

/** What an address asks of the search; parts that mean nothing are left out. */
function queryOf(from: unknown): SearchQuery {
  const year = askedYear(from, 'year')
  const parts = {
    q: asked(from, 'q').slice(0, 200),
    organ: asked(from, 'organ'),
    kind: asked(from, 'kind'),
    year: year === undefined ? '' : String(year),
    validity: asked(from, 'validity'),
    order: asked(from, 'order') === 'newest' ? 'newest' : '',
    after: asked(from, 'after'),
  }
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''))
}

/** The page of the search, and the script of its field. */
export function searchPages(app: App, platform: Platform): void {
  suggestScript(app)
  app.get('/search', async (request, reply) => {
    const query = queryOf(request.query)
    const organ = await ownOrgan(platform)
    const answer = query.q ? await search(platform, query, visitorPlace(request.ip)) : null
    const frame = await frameOf(request, platform)
    const code = query.organ ?? organ.code
    // A place behind the last entry is none, as in every list.
    const status = query.after && answer?.entries.length === 0 ? 404 : 200
    const page = <SearchPage frame={frame} query={query} answer={answer} organCode={code} />
    return sendPage(reply, page, { status })
  })
}
