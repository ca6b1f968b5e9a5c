/** A stretch of the words of an HTML text: a paragraph, a heading, a cell of a table. */
interface Segment {
  readonly text: string
  /** 第3段, 表1第2行第3列 */
  readonly place: string
  /** Where it starts in the plain text. */
  readonly from: number
  /** For each UTF-16 unit of the text, where it starts and ends in the HTML. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** In a table: the words at the head of the column. */
  readonly heading?: string
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  middot: '·',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  times: '×',
}
const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/y
const entity = /&(#[xX]?[0-9a-fA-F]{1,7}|[a-zA-Z]{2,8});?/y
/** A longer tag is read as text: an unclosed one would be read to the end again and again. */
const longestTag = 2_048
const sign = /[<&]/g

const inline = /^(a|b|i|u|s|em|strong|span|font|sup|sub|small|big|mark|code|abbr|del|ins|label|img)$/
const unseen = /^(script|style|template|title)$/

function decode(entity: string): string | undefined {
  if (!entity.startsWith('#')) return entities[entity]
  const code = /^#x/i.test(entity)
    ? Number.parseInt(entity.slice(2), 16)
    : Number.parseInt(entity.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

class Reader {
  readonly segments: Segment[] = []
  private text = ''
  private starts: number[] = []
  private ends: number[] = []
  private length = 0
  private paragraphs = 0
  private tables = 0
  private row = 0
  private column = 0
  private inCell = false
  private headings: string[] = []

  put(words: string, start: number, end: number, each: boolean): void {
    for (let i = 0; i < words.length; i++) {
      this.starts.push(each ? start + i : start)
      this.ends.push(each ? start + i + 1 : end)
    }
    this.text += words
  }

  close(): void {
    if (this.text.trim() !== '') this.keep()
    this.text = ''
    this.starts = []
    this.ends = []
  }

  private keep(): void {
    const { text, starts, ends } = this
    if (!this.inCell) this.paragraphs++
    const place = this.inCell ? `表${this.tables}第${this.row}行第${this.column}列` : `第${this.paragraphs}段`
    const heading = this.inCell && this.row > 1 ? this.headings[this.column - 1] : undefined
    if (this.inCell && this.row === 1) this.headings[this.column - 1] = text.trim()
    this.segments.push({
      text,
      place,
      from: this.length,
      starts,
      ends,
      ...(heading === undefined ? {} : { heading }),
    })
    this.length += text.length + 1
  }

  tag(name: string, closing: boolean): void {
    if (inline.test(name)) return
    this.close()
    if (name === 'table') {
      this.inCell = false
      if (!closing) {
        this.tables++
        this.row = 0
        this.headings = []
      }
    } else if (name === 'tr' && !closing) {
      this.row++
      this.column = 0
    } else if (name === 'td' || name === 'th') {
      this.inCell = !closing
      if (!closing) this.column++
    }
  }
}

const attribute = /\s(?:alt|title|href)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/** Words that only stand in attributes go out with the page too: 图片说明, tel: and mailto: links. */
function putAttributes(reader: Reader, attributes: string, from: number): void {
  for (const part of attributes.matchAll(attribute)) {
    const words = part[1] ?? part[2] ?? ''
    if (/^\s(href)/i.test(part[0]) && !/^(tel|mailto|sms):/i.test(words)) continue
    const at = from + part.index + part[0].length - 1 - words.length
    reader.put('\n', at, at, false)
    reader.put(words, at, at + words.length, true)
    reader.put('\n', at + words.length, at + words.length, false)
  }
}

/** What stands at a `<` or `&`: where it ends, and its parts. */
interface Token {
  readonly end: number
  readonly name?: string
  readonly closing?: boolean
  readonly attributes?: string
  readonly entity?: string
}

function tokenAt(html: string, at: number, lastEnd: number): Token | undefined {
  if (html.startsWith('<!--', at)) {
    const end = html.indexOf('-->', at + 4)
    return { end: end < 0 ? html.length : end + 3 }
  }
  const part = html.slice(at, at + longestTag)
  if (html[at] === '&') {
    entity.lastIndex = 0
    const found = entity.exec(part.slice(0, 12))
    return found ? { end: at + found[0].length, entity: found[1] ?? '' } : undefined
  }
  if (at > lastEnd) return undefined
  tag.lastIndex = 0
  const found = tag.exec(part)
  if (found === null) return undefined
  const [all, slash, name = '', attributes = ''] = found
  return { end: at + all.length, name: name.toLowerCase(), closing: slash === '/', attributes }
}

/** The words of an HTML text by paragraphs and cells, each with its place in the HTML. Never throws. */
export function segmentsOf(html: string): readonly Segment[] {
  const reader = new Reader()
  const lastEnd = html.lastIndexOf('>')
  let at = 0
  let skipUntil = ''
  sign.lastIndex = 0
  for (let found = sign.exec(html); found !== null; found = sign.exec(html)) {
    const start = found.index
    const token = tokenAt(html, start, lastEnd)
    if (token === undefined) continue
    const { end, name, closing = false, attributes = '' } = token
    if (skipUntil === '' && start > at) reader.put(html.slice(at, start), at, at, true)
    at = end
    sign.lastIndex = end
    if (skipUntil !== '') {
      if (name === skipUntil && closing) skipUntil = ''
    } else if (name === undefined) {
      if (token.entity !== undefined)
        reader.put(decode(token.entity) ?? html.slice(start, end), start, end, false)
    } else if (unseen.test(name) && !closing) skipUntil = name
    else if (name === 'br') reader.put('\n', start, end, false)
    else {
      reader.tag(name, closing)
      if (!closing && attributes !== '') putAttributes(reader, attributes, end - 1 - attributes.length)
    }
  }
  if (skipUntil === '') reader.put(html.slice(at), at, at, true)
  reader.close()
  return reader.segments
}

/** The words of an HTML text, one paragraph or cell a line: what `from` and `to` of a finding count in. */
export const plainText = (html: string): string =>
  segmentsOf(html)
    .map(({ text }) => text)
    .join('\n')

/** Addresses of links and pictures, each with the place where it stands, in order. */
export function linksOf(html: string): readonly { readonly href: string; readonly place: string }[] {
  const segments = segmentsOf(html)
  const links: { href: string; place: string }[] = []
  let next = 0
  for (const found of html.matchAll(/<(?:a|img)\b([^<>]{0,4000})>/gi)) {
    const address = /\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(found[1] ?? '')
    if (address === null) continue
    while (next < segments.length - 1 && (segments[next]?.ends.at(-1) ?? 0) < found.index) next++
    const href = (address[1] ?? address[2] ?? '').replaceAll('&amp;', '&').trim()
    links.push({ href, place: segments[next]?.place ?? '正文' })
  }
  return links
}
