import type { FastifyRequest } from 'fastify'
import type { ErrorPage } from '#platform/http/answer.ts'
import type { Platform } from '../platform.ts'
import { otherColumn } from './columns.ts'
import { pageText } from './frame.ts'
import { Page } from './page.tsx'
import { knownSite, type Site } from './site.ts'
import { usualVariant, variantOf } from './variant.ts'

const unnamed: Site = {
  name: '',
  address: '',
  idCode: '',
  host: '',
  telephone: '',
  icp: '',
  police: '',
  errorReport: '',
  partyMark: '',
  demonstration: false,
}

/** The page for trouble on the site of a platform, as it was last known. */
export const errorPageOn =
  (platform: Platform): ErrorPage =>
  (status, title, detail, request) =>
    errorPage(status, title, detail, request, knownSite(platform))

/** The page for trouble: what happened, what to do, and ways on. Never says whether somebody else's case exists. */
export function errorPage(
  status: number,
  title: string,
  detail: string,
  request?: FastifyRequest,
  site: Site = unnamed,
): string {
  const { large, traditional } = request ? variantOf(request) : usualVariant
  return pageText(
    <Page
      frame={{ site, path: '', large, traditional }}
      title={title}
      meta={{ level: 'list', column: otherColumn(title, detail) }}
      personal
    >
      <div class="measure trouble">
        <p class="trouble-status" aria-hidden="true">
          {status}
        </p>
        <h1>{title}</h1>
        {detail && detail !== title && <p>{detail}</p>}
        <ul class="ways">
          <li>
            <a href="/">回到首页</a>
          </li>
          <li>
            <a href="/search">检索公开信息</a>
          </li>
          <li>
            <a href="/requests">依申请公开</a>
          </li>
        </ul>
      </div>
    </Page>,
    { traditional },
  )
}
