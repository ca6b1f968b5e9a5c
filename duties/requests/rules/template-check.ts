import { citeInFull } from '#law/citation.ts'
import type { LetterKind } from './letter.ts'
import { letters } from './letters.ts'
import {
  isTemplatePlace,
  manyLines,
  obligatoryPlaces,
  possiblePlaces,
  statedIn,
  type TemplatePlace,
} from './template-places.ts'

/** What was found in a template that somebody uploads. */
export interface TemplateRead {
  /** Names between braces; undefined where a place is not written out. */
  readonly places: readonly string[] | undefined
  /** The paragraphs as they print, places unfilled. */
  readonly paragraphs: readonly string[]
  /** The paragraphs as they print once every place is filled with its own name between ‹›. */
  readonly filled: readonly string[]
}

/** The mark that stands for a place in a trial filling. */
export const trialMark = (place: TemplatePlace): string => `‹${place}›`

const braced = (place: string): string => `{{${place}}}`

const withLaw = (place: TemplatePlace): string => {
  const stated = statedIn[place]
  return stated ? `${braced(place)}（${stated.what}，${citeInFull(stated.cites)}）` : braced(place)
}

// Words of a remedy typed into the template stand beside those that follow from each decision, and contradict them.
const ownRemedy = /行政复议|行政诉讼|向[^，。]{2,20}法院/u
const ownArticle = /第[一二三四五六七八九十百零〇\d]+条/gu

const literal = ({ paragraphs }: TemplateRead): string =>
  paragraphs.join('\n').replaceAll(/\{\{[^}]*\}\}/g, '')

const brokenPlace = ({ paragraphs }: TemplateRead): string => {
  const text = paragraphs.join('\n')
  const wide = /[｛{]{1,2}\s*([\u4e00-\u9fff]{2,3})\s*[｝}]{1,2}/u.exec(
    text.replaceAll(/\{\{[^{}｛｝]*\}\}/g, ''),
  )
  if (wide) return `占位符要用两个半角花括号括起来：模板中的“${wide[0]}”应当写作${braced(wide[1] ?? '')}。`
  return `有一个占位符没有写完整，应当写作${braced('正文')}的样子，前后各两个半角花括号。`
}

function missingIn(kind: LetterKind, places: readonly string[]): string[] {
  const missing = obligatoryPlaces(kind).filter((place) => !places.includes(place))
  return missing.length > 0
    ? [`《${letters[kind].title}》的模板缺少${missing.map(withLaw).join('、')}。请补上后重新上传。`]
    : []
}

function unknownIn(kind: LetterKind, places: readonly string[]): string[] {
  const possible = possiblePlaces(kind)
  const unknown = places.filter((name) => !isTemplatePlace(name) || !possible.includes(name))
  return unknown.length > 0
    ? [
        `《${letters[kind].title}》中用不上占位符${unknown.map(braced).join('、')}。` +
          `可以使用的是${possible.map(braced).join('、')}。`,
      ]
    : []
}

function unprintedIn(kind: LetterKind, { places, filled }: TemplateRead): string[] {
  const text = filled.join('\n')
  const unprinted = obligatoryPlaces(kind).filter(
    (place) => places?.includes(place) && !text.includes(trialMark(place)),
  )
  return unprinted.length > 0
    ? [
        `${unprinted.map(withLaw).join('、')}写在隐藏文字或者已删除的修订中，印不出来。请取消隐藏、接受修订后重新上传。`,
      ]
    : []
}

function crowdedIn({ paragraphs }: TemplateRead): string[] {
  const crowded = [...manyLines].filter((place) =>
    paragraphs.some(
      (text) => text.includes(braced(place)) && text.replaceAll(braced(place), '').includes('{{'),
    ),
  )
  return crowded.map((place) => `占位符${braced(place)}会展开为多段，应当独占一段。`)
}

/**
 * Why a template cannot be used, in sentences that name what is missing; none where it can. A place that does not
 * print is as good as none, and a remedy of the template's own is refused: it would contradict 救济告知.
 */
export function templateProblems(kind: LetterKind, read: TemplateRead): string[] {
  if (read.places === undefined) return [brokenPlace(read)]
  const own = ownRemedy.exec(literal(read))
  const problems = [
    ...missingIn(kind, read.places),
    ...unknownIn(kind, read.places),
    ...unprintedIn(kind, read),
    ...crowdedIn(read),
    ...(own
      ? [
          `模板中自己写有救济告知（“${own[0]}”）。救济途径随决定的依据不同，由程序写入${braced('救济')}，请把模板中的删去。`,
        ]
      : []),
  ]
  const isBroken = /[｛｝]|\{\{|\}\}/.test(read.filled.join('\n'))
  return isBroken ? [brokenPlace(read), ...problems] : problems
}

/** What should be looked at though the template may be used: articles that it cites in words of its own. */
export function templateWarnings(read: TemplateRead): string[] {
  const cited = [...new Set([...literal(read).matchAll(ownArticle)].map(([words]) => words))]
  return cited.length > 0
    ? [`模板中固定写有${cited.join('、')}。条文依据由程序写入{{正文}}，请核对固定写入的是否适用于每一件。`]
    : []
}
