import { type FieldName, type FieldSource, fieldNames, fields, type Mapping } from '../fields.ts'
import { dayIn } from '../read-day.ts'
import { isFurniture, mainText } from './main-text.ts'
import { first } from './selector.ts'
import { attribute, type Document, type Element, elementsIn, remove, textOf } from './tree.ts'

/** What a page says of itself: the text of each field, and the element of its body. */
export interface ReadPage {
  readonly values: Readonly<Partial<Record<FieldName, string>>>
  readonly body: Element | undefined
  /** Where `base` says that links begin; '' where it says nothing. */
  readonly base: string
  readonly redirects: boolean
}

/** The metadata of a page by their names in small letters. */
export function metasOf(document: Document): Map<string, string> {
  const metas = new Map<string, string>()
  for (const element of elementsIn(document)) {
    if (element.tagName !== 'meta') continue
    const name = (attribute(element, 'name') || attribute(element, 'property')).toLowerCase()
    const content = attribute(element, 'content').trim()
    if (name !== '' && content !== '' && !metas.has(name)) metas.set(name, content)
  }
  return metas
}

const escaped = (text: string): string =>
  text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/ /g, '[\\s\\u3000]*')

/** What stands after a mark such as 发布日期： on the page, at most 80 characters of its line or of the next cell. */
export function marked(text: string, mark: string): string {
  const found = new RegExp(
    `(?:^|[\\n\\s【\\[（(|])${escaped(mark)}\\s*[:：】\\]]\\s*([^\\n|｜【\\[]{0,80})`,
    'u',
  ).exec(text)
  const value = found?.[1]?.trim() ?? ''
  const [near = ''] = value.split(/\s{2,}|[\u3000]+|\s(?=\S{2,6}[:：])/u)
  return near.trim()
}

// 关于做好……的通知_清溪县人民政府: what follows the sign is the site's name.
const withoutSite = (title: string): string => {
  const [, before = '', after = ''] = /^(.+?)\s*(?:[_|｜]|\s[-–—]\s|--+|>>?)\s*([^_|｜]*)/su.exec(title) ?? []
  return before.length >= 4 && after !== '' ? before : title
}

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

function titleOf(document: Document, metas: ReadonlyMap<string, string>): string {
  for (const name of fields.title.metas) {
    const said = metas.get(name.toLowerCase())
    if (said) return plain(said)
  }
  for (const element of elementsIn(document)) {
    const isHead =
      /^h[12]$/.test(element.tagName) ||
      /^(?:title|tit|bt|article-?title|ucaptitle)$/i.test(attribute(element, 'class'))
    const words = isHead ? plain(textOf(element)) : ''
    if (words.length >= 4 && words.length <= 300 && !/^(?:首页|当前位置)/.test(words)) return words
  }
  const title = first(document, 'title')
  const words = title ? title.childNodes.map((node) => ('value' in node ? node.value : '')).join('') : ''
  return withoutSite(plain(words))
}

// Words outside the text come first: they stand above it and are about it.
function byMarks(name: FieldName, head: string): string {
  for (const mark of fields[name].marks) {
    const said = marked(head, mark)
    if (said !== '' && (name !== 'publishedOn' || dayIn(said))) return said
  }
  return ''
}

function byMetas(name: FieldName, metas: ReadonlyMap<string, string>): string {
  for (const meta of fields[name].metas) {
    const said = metas.get(meta.toLowerCase())
    if (said && (name !== 'publishedOn' || dayIn(said))) return said
  }
  return ''
}

const byItself = new Set<FieldName>([
  'publishedOn',
  'formedOn',
  'organ',
  'documentNumber',
  'indexNumber',
  'validity',
  'address',
])

interface Ground {
  readonly document: Document
  readonly metas: ReadonlyMap<string, string>
  readonly text: string
}

function named(source: FieldSource | undefined, { document, metas, text }: Ground): string {
  if (!source) return ''
  if ('value' in source) return source.value
  const { from } = source
  if (from.startsWith('meta:')) return metas.get(from.slice(5).toLowerCase()) ?? ''
  if (from.startsWith('mark:')) return marked(text, from.slice(5))
  if (from === 'auto') return ''
  const found = first(document, from)
  return found ? plain(textOf(found)) : ''
}

function guessed(name: FieldName, ground: Ground): string {
  if (name === 'title') return titleOf(ground.document, ground.metas)
  if (!byItself.has(name)) return ''
  const said = byMetas(name, ground.metas)
  if (said) return said
  const head = ground.text.slice(0, 3000)
  const found = byMarks(name, head)
  if (found || name !== 'publishedOn') return found
  return dayIn(head)?.on ?? ''
}

function bodyOf(document: Document, source: FieldSource | undefined): Element | undefined {
  const from = source && 'from' in source ? source.from : 'auto'
  const chosen = from === 'auto' ? undefined : first(document, from)
  return chosen ?? mainText(document)
}

const refreshes = (document: Document): boolean =>
  [...elementsIn(document)].some(
    (each) =>
      each.tagName === 'meta' &&
      attribute(each, 'http-equiv').toLowerCase() === 'refresh' &&
      /url\s*=/i.test(attribute(each, 'content')),
  )

/**
 * A page read by its mapping; where the mapping says nothing, or the page has nothing there, by its metadata, by the
 * words before values, by its headings. The element of the body has lost its menus, footers and buttons.
 */
export function readPage(document: Document, mapping: Mapping): ReadPage {
  const metas = metasOf(document)
  const ground = { document, metas, text: textOf(document) }
  const values: Partial<Record<FieldName, string>> = {}
  for (const name of fieldNames) {
    if (name === 'body') continue
    const said = named(mapping[name], ground) || guessed(name, ground)
    if (said) values[name] = said
  }
  const body = bodyOf(document, mapping.body)
  const redirects = ground.text.length < 60 && (refreshes(document) || isScripted(document))
  if (body) tidy(body, values.title ?? '')
  const base = first(document, 'base')
  return { values, body, base: base ? attribute(base, 'href') : '', redirects }
}

const isScripted = (document: Document): boolean =>
  [...elementsIn(document)].some(
    (each) =>
      each.tagName === 'script' &&
      each.childNodes.some(
        (node) => 'value' in node && /location(?:\.href)?\s*=|location\.replace/.test(node.value),
      ),
  )

const longestTitle = 320

const buttons =
  /^(?:[\s【】[\]（）()｜|:：/·>]|字体|字号|大|中|小|打印(?:本页)?|关闭(?:窗口|本页)?|收藏|分享(?:到|至)?|返回顶部|返回上一页|扫一扫在手机打开当前页|微信|微博|阅读次数|浏览次数|点击数?|点击率|次|发布(?:日期|时间)|时间|日期|来源|信息来源|作者|编辑|责任编辑|上一篇|下一篇|没有了|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d)日?|\d{1,2}:\d{2}(?::\d{2})?|\d{1,6}(?!\d))+$/u

/** Takes out of a body what is not its text: menus, buttons, and the title said once more. */
function tidy(body: Element, title: string): void {
  for (const element of [...elementsIn(body)]) {
    if (isFurniture(element)) remove(element)
    else if (/^(?:p|div|span|h[1-6]|ul|li|a)$/.test(element.tagName)) {
      const words = plain(textOf(element, longestTitle))
      if (words === '' || words.length > longestTitle || hasFile(element)) continue
      if (
        (words.length <= 80 && buttons.test(words)) ||
        (words === title && /^(?:h[1-6]|p|div)$/.test(element.tagName))
      )
        remove(element)
    }
  }
}

const hasFile = (element: Element): boolean =>
  element.tagName === 'a' || [...elementsIn(element)].some(({ tagName }) => /^(?:img|a|table)$/.test(tagName))
