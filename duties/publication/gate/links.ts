import { type Found, finish } from './finding.ts'
import type { GateFinding } from './findings.ts'
import { linksOf } from './html-text.ts'
import type { GateSettings } from './settings.ts'

/** Whether an address leads somewhere: `unknown` where it could not be asked, which stops nothing. */
export type LinkAnswer = 'alive' | 'dead' | 'missingAttachment' | 'unknown'

const drive = /^(file:|[a-z]:[\\/]|\\\\)/i
const innerAddress =
  /^(?:https?|ftp):\/\/(?:[^/@]*@)?(localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\]|\[f[cd][0-9a-f]{2}:)/i

function isInner(href: string, settings: GateSettings): boolean {
  if (drive.test(href) || innerAddress.test(href)) return true
  const host = /^(?:https?|ftp):\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(href)?.[1]?.toLowerCase()
  return host !== undefined && (!host.includes('.') || settings.innerHosts.includes(host))
}

/** Links to a drive, to this machine or into the inner network, which no reader can open. */
export const localLinks = (html: string, settings: GateSettings): readonly Found[] =>
  linksOf(html)
    .filter(({ href }) => isInner(href, settings))
    .map(({ href, place }) => ({
      code: 'localLink' as const,
      where: { part: 'body' as const, place },
      excerpt: href.slice(0, 80),
      of: href,
    }))

const most = 200

/**
 * Links of the body that lead nowhere: `ask` is given each distinct address once (of attachments too) and must
 * bound its own time. Anchors, telephone and mail addresses are not asked; beyond 200 addresses none is.
 */
export async function gateLinks(
  bodyHtml: string,
  ask: (href: string) => Promise<LinkAnswer>,
  settings: GateSettings,
): Promise<readonly GateFinding[]> {
  const links = linksOf(bodyHtml).filter(
    ({ href }) => !/^(#|tel:|mailto:|sms:)/i.test(href) && !isInner(href, settings),
  )
  const hrefs = [...new Set(links.map(({ href }) => href))].slice(0, most)
  const answers = new Map(
    await Promise.all(hrefs.map(async (href) => [href, href === '' ? 'dead' : await ask(href)] as const)),
  )
  const found = links.flatMap(({ href, place }): Found[] => {
    const answer = answers.get(href)
    if (answer !== 'dead' && answer !== 'missingAttachment') return []
    const code = answer === 'dead' ? 'deadLink' : 'missingAttachment'
    return [{ code, where: { part: 'body', place }, excerpt: href.slice(0, 80), of: href }]
  })
  return finish(found, settings)
}
