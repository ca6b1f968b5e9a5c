import { first } from './selector.ts'
import { attribute, type Document, type Element, elementsIn, isElement, textOf } from './tree.ts'

/** Where the publishing programs in use put the text of a page. */
export const knownPlaces = [
  '#UCAP-CONTENT',
  '.TRS_Editor',
  '.trs_editor_view',
  '#zoom',
  '#Zoom',
  '#vsb_content',
  '#vsb_content_2',
  '.v_news_content',
  '.wp_articlecontent',
  '#articleContent',
  '.article-content',
  '.article_content',
  '#article_content',
  '.articleCon',
  '.pages_content',
  '.xxgk_content',
  '.zwxl-article',
  '.view_content',
  '#contentText',
  '.news_content',
  '.detail-content',
  '.content_body',
  '#content',
  '.content',
  'article',
] as const

const furniture =
  /(?:^|[\s_-])(?:nav|navbar|menu|crumbs?|breadcrumb|location|position|foot|footer|copyright|sidebar|aside|banner|header|top|share|bdsharebuttonbox|related|pager|page_?nav|print|tools?|hot|recommend|qrcode|login|search)(?:$|[\s_-])/i
const apart =
  /^(?:nav|footer|header|aside|form|script|style|noscript|select|button|iframe|head|title|template)$/

/** Menus, footers and the like, by their name, class or id. */
export const isFurniture = (element: Element): boolean =>
  apart.test(element.tagName) || furniture.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`)

interface Weight {
  words: number
  linked: number
}

// From the leaves up, without recursion: a page may be nested deeply.
function weights(document: Document): Map<Element, Weight> {
  const all = [...elementsIn(document)]
  const found = new Map<Element, Weight>()
  for (const element of all.reverse()) {
    const weight = { words: 0, linked: 0 }
    found.set(element, weight)
    if (isFurniture(element)) continue
    for (const child of element.childNodes) {
      if (isElement(child)) {
        weight.words += found.get(child)?.words ?? 0
        weight.linked += found.get(child)?.linked ?? 0
      } else if ('value' in child && child.nodeName === '#text')
        weight.words += child.value.replaceAll(/[\s\u00a0]/g, '').length
    }
    if (element.tagName === 'a') weight.linked = weight.words
  }
  return found
}

const share = 0.7
const score = (weight: Weight | undefined): number => (weight ? weight.words - weight.linked * 1.5 : 0)

/** The element that holds most of the running text: from the body inwards, as long as one child holds most of it. */
function densest(document: Document): Element | undefined {
  const body = first(document, 'body')
  if (!body) return undefined
  const found = weights(document)
  let at = body
  for (;;) {
    const whole = score(found.get(at))
    const next = at.childNodes
      .filter(isElement)
      .find(
        (child) =>
          !/^(?:p|span|font|strong|b|a)$/.test(child.tagName) && score(found.get(child)) >= share * whole,
      )
    if (!next || whole <= 0) return at
    at = next
  }
}

const fewest = 10
const says = (element: Element): boolean =>
  textOf(element).length >= fewest ||
  [...elementsIn(element)].some(
    ({ tagName, attrs }) => tagName === 'img' || (tagName === 'a' && attrs.length > 0),
  )

/** The text of a page within its menus and footers; undefined where the page holds none. */
export function mainText(document: Document): Element | undefined {
  for (const place of knownPlaces) {
    const found = first(document, place)
    if (found && says(found)) return found
  }
  return densest(document)
}

/** True for a page that is mostly links: a start page, a column, a list. */
export function isMostlyLinks(element: Element): boolean {
  let [words, linked, links] = [0, 0, 0]
  words = textOf(element).replaceAll(/\s/g, '').length
  for (const each of elementsIn(element)) {
    if (each.tagName !== 'a') continue
    links++
    linked += textOf(each).replaceAll(/\s/g, '').length
  }
  return links >= 8 && linked > words * 0.6
}
