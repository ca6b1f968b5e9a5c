import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#platform/http/app.ts'
import { trouble, wordings } from '#platform/http/problem.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import { type Frame, frameOf, sendPage } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import type { Platform } from '#platform/platform.ts'
import { wordsOfAddress } from '../old-site/address.ts'
import { oldAddress } from '../old-site/addresses-store.ts'
import { SearchField } from './search-field.tsx'

/** 没有找到: an address at which nothing stands, with a search for its words. */
function NowherePage({ frame, words }: { frame: Frame; words: string }) {
  const title = '没有找到这个页面'
  return (
    <Page
      frame={frame}
      title={title}
      meta={{ level: 'list', column: otherColumn(title, '页面不存在') }}
      personal
    >
      <div class="measure trouble">
        <p class="trouble-status" aria-hidden="true">
          404
        </p>
        <h1>{title}</h1>
        <p>您要找的页面不存在，可能是地址有误，也可能是原网站的页面没有迁入本站。可以在这里检索：</p>
        <SearchField query={words} />
        <ul class="ways">
          <li>
            <a href="/">回到首页</a>
          </li>
          <li>
            <a href="/items">法定主动公开内容</a>
          </li>
          <li>
            <a href="/requests">依申请公开</a>
          </li>
        </ul>
      </div>
    </Page>
  )
}

const isPageAsked = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && !/^\/(?:api|console)(?:\/|$)/.test(request.url)

async function lead(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (!isPageAsked(request)) return undefined
  const leads = await oldAddress(platform.db, request.url.slice(0, 2000), request.host, platform.today())
  if (leads?.kind === 'moved') return reply.redirect(leads.to, 301)
  if (leads?.kind === 'gone')
    throw leads.note === ''
      ? trouble('gone')
      : trouble('gone', { detail: `${leads.note}${wordings.gone.detail}` })
  if (!/text\/html/.test(request.headers.accept ?? '')) return undefined
  const frame = { ...(await frameOf(request, platform)), path: '' }
  return sendPage(reply, <NowherePage frame={frame} words={wordsOfAddress(request.url)} />, {
    status: 404,
    personal: true,
  })
}

/** What an address without a page of ours gets: an old one is led on (301), a withdrawn one is gone (410), others 404. */
export function oldAddresses(app: App, platform: Platform): void {
  app.nowhere = (request, reply) => lead(platform, request, reply)
}
