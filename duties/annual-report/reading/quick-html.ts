/** As much of a page's tree as the reader looks at; the trees of parse5 have this shape too. */
export interface PageText {
  readonly nodeName: '#text'
  readonly value: string
}

export interface PageElement {
  readonly nodeName: string
  readonly tagName: string
  readonly attrs: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes: PageNode[]
}

export type PageNode = PageText | PageElement | { readonly nodeName: string }

const empty = new Set('br img hr input meta link col wbr area base embed source param'.split(' '))
/** Tags that shape the page; all others are looked through. */
const shaping = new Set(
  'html head body title p div section article header footer main aside nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr td th caption pre blockquote form center fieldset noscript template iframe svg select button br hr'.split(
    ' ',
  ),
)
const closesP = new Set(
  'p div ul ol dl table h1 h2 h3 h4 h5 h6 pre blockquote form center section article'.split(' '),
)
const sections = new Set(['tbody', 'thead', 'tfoot'])

const ofTable = new Set(['table', 'tr', 'tbody', 'thead', 'tfoot'])
const ofTableOrCell = new Set([...ofTable, 'td', 'th'])
/** A tag as written, in small or capital letters, to the tag; an empty word for those often looked through. */
const written = new Map(
  [
    ...[...shaping].map((tag) => [tag, tag] as const),
    ...'span font strong b a i u em o:p col colgroup'.split(' ').map((tag) => [tag, ''] as const),
  ].flatMap(([tag, shape]) => [[tag, shape] as const, [tag.toUpperCase(), shape] as const]),
)
const named: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  middot: '·',
  hellip: '…',
  ensp: '\u2002',
  emsp: '\u2003',
  times: '×',
  copy: '©',
}

class Odd extends Error {}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]*));?/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) {
        const letter = named[name]
        if (letter === undefined && whole.endsWith(';')) throw new Odd()
        return letter ?? whole
      }
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '\ufffd'
    },
  )
}

const element = (tag: string, words: string): PageElement => ({
  nodeName: tag,
  tagName: tag,
  attrs: words !== '' && /display|hidden/i.test(words) ? [{ name: 'style', value: words }] : [],
  childNodes: [],
})

class Builder {
  readonly root = element('html', '')
  readonly #open: PageElement[] = [this.root]

  get #top(): PageElement {
    return this.#open.at(-1) ?? this.root
  }

  text(value: string): void {
    if (value === '') return
    if (ofTable.has(this.#top.tagName)) {
      if (value.trim() !== '') throw new Odd()
      return
    }
    this.#top.childNodes.push({ nodeName: '#text', value: decoded(value) })
  }

  #closeTo(tag: string, within: readonly string[]): boolean {
    for (let index = this.#open.length - 1; index > 0; index--) {
      const name = this.#open[index]?.tagName ?? ''
      if (name === tag) {
        this.#open.length = index
        return true
      }
      if (within.includes(name)) return false
    }
    return false
  }

  start(tag: string, words: string): void {
    if (closesP.has(tag)) this.#closeTo('p', ['td', 'th', 'table', 'div'])
    if (tag === 'li') this.#closeTo('li', ['ul', 'ol', 'td'])
    if (tag === 'dd' || tag === 'dt')
      if (!this.#closeTo('dd', ['dl', 'td'])) this.#closeTo('dt', ['dl', 'td'])
    if (tag === 'td' || tag === 'th') this.#beginCell()
    if (tag === 'tr') this.#beginRow()
    if (sections.has(tag)) this.#beginSection()
    const node = element(tag, words)
    this.#top.childNodes.push(node)
    if (!empty.has(tag)) this.#open.push(node)
  }

  #beginCell(): void {
    if (!this.#closeTo('td', ['tr', 'table'])) this.#closeTo('th', ['tr', 'table'])
    if (this.#top.tagName !== 'tr') throw new Odd()
  }

  #beginRow(): void {
    this.#closeTo('tr', ['table'])
    if (this.#top.tagName !== 'table' && !sections.has(this.#top.tagName)) throw new Odd()
  }

  #beginSection(): void {
    for (const name of sections) if (this.#closeTo(name, ['table'])) break
    if (this.#top.tagName !== 'table') throw new Odd()
  }

  end(tag: string): void {
    const table = ofTableOrCell.has(tag)
    const closed = this.#closeTo(tag, tag === 'table' ? [] : table ? ['table'] : ['td', 'th', 'table'])
    if (!closed && table) throw new Odd()
  }
}

/**
 * The tree of a page whose tables are properly nested; undefined for any other page, which needs a full parser.
 * Scripts and styles must be gone already.
 */
export function quickTree(html: string): PageElement | undefined {
  if (/<(?:script|style|textarea|frameset|plaintext|xmp)\b/i.test(html)) return undefined
  const builder = new Builder()
  try {
    for (let at = 0; at < html.length; ) at = step(builder, html, at)
    return builder.root
  } catch (error) {
    if (error instanceof Odd) return undefined
    throw error
  }
}

/** Takes the text up to the next tag, and the tag; answers where to go on. */
function step(builder: Builder, html: string, from: number): number {
  const open = html.indexOf('<', from)
  if (open < 0) {
    builder.text(html.slice(from))
    return html.length
  }
  if (open > from) builder.text(html.slice(from, open))
  const mark = html.charCodeAt(open + 1)
  if (mark === 33 || mark === 63) return endOfRemark(html, open)
  const closing = mark === 47
  const start = open + (closing ? 2 : 1)
  let end = start
  while (isNameLetter(html.charCodeAt(end))) end++
  if (end === start) {
    builder.text('<')
    return open + 1
  }
  const stop = endOfTag(html, end)
  const name = html.slice(start, end)
  const tag = written.get(name) ?? written.get(name.toLowerCase())
  if (tag !== undefined && tag !== '') {
    if (closing) builder.end(tag)
    else builder.start(tag, html.slice(end, stop))
  }
  return stop + 1
}

const isNameLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 58)

function endOfRemark(html: string, open: number): number {
  const comment = html.startsWith('<!--', open)
  const end = html.indexOf(comment ? '-->' : '>', open + 2)
  return end < 0 ? html.length : end + (comment ? 3 : 1)
}

/** The > that ends a tag, not one within quotes. */
function endOfTag(html: string, from: number): number {
  for (let index = from; index < html.length; index++) {
    const code = html.charCodeAt(index)
    if (code === 62) return index
    if (code !== 34 && code !== 39) continue
    index = html.indexOf(code === 34 ? '"' : "'", index + 1)
    if (index < 0) break
  }
  throw new Odd()
}
