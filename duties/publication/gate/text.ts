import { excerptOf, type Found, finish } from './finding.ts'
import type { GateFinding, GatePlace } from './findings.ts'
import { segmentsOf } from './html-text.ts'
import { localLinks } from './links.ts'
import type { GateSettings } from './settings.ts'
import type { Around } from './words/hit.ts'
import { scan } from './words/scan.ts'

export interface GatedText {
  readonly title: string
  readonly summary: string
  readonly bodyHtml: string
}

/** What was found in one stretch of text; `base` is where it starts in its part. */
export function foundIn(
  text: string,
  part: GatePlace['part'],
  placeOf: (at: number) => string,
  settings: GateSettings,
  around: Around = {},
  base = 0,
): readonly Found[] {
  const hits = scan(text, settings, around)
  return hits.map((hit, i) => ({
    code: hit.code,
    where: { part, place: placeOf(hit.from), from: base + hit.from, to: base + hit.to },
    excerpt: excerptOf(text, hits.slice(Math.max(0, i - 12), i + 13), hit, settings),
    of: text.slice(hit.from, hit.to),
    warns: hit.warns === true,
  }))
}

const character = (at: number): string => `第${at + 1}字`

/** What must not go out in the words of an item, in order. Pure; runs in a browser too. */
export function gateText(text: GatedText, settings: GateSettings): readonly GateFinding[] {
  const body = segmentsOf(text.bodyHtml).flatMap(({ text: words, place, from, heading }) =>
    foundIn(
      words,
      'body',
      (at) => `${place}${character(at)}`,
      settings,
      heading === undefined ? {} : { heading },
      from,
    ),
  )
  return finish(
    [
      ...foundIn(text.title, 'title', character, settings),
      ...foundIn(text.summary, 'summary', character, settings),
      ...body,
      ...localLinks(text.bodyHtml, settings),
    ],
    settings,
  )
}
