/** A stretch of the words of an HTML text: a paragraph, a heading, a cell of a table. */
export interface Segment {
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
const token =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|&(#[xX]?[0-9a-fA-F]{1,7}|[a-zA-Z]{2,8});?/g
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
function putAttributes(reader: Reader, found: RegExpMatchArray, start: number): void {
  const from = start + found[0].indexOf(found[3] ?? '', 1 + (found[2]?.length ?? 0))
  for (const part of (found[3] ?? '').matchAll(attribute)) {
    const words = part[1] ?? part[2] ?? ''
    if (/^\s(href)/i.test(part[0]) && !/^(tel|mailto|sms):/i.test(words)) continue
    const at = from + part.index + part[0].length - 1 - words.length
    reader.put('\n', at, at, false)
    reader.put(words, at, at + words.length, true)
    reader.put('\n', at + words.length, at + words.length, false)
  }
}

/** The words of an HTML text by paragraphs and cells, each with its place in the HTML. Never throws. */
export function segmentsOf(html: string): readonly Segment[] {
  const reader = new Reader()
  let at = 0
  let skipUntil = ''
  for (const found of html.matchAll(token)) {
    if (skipUntil === '' && found.index > at) reader.put(html.slice(at, found.index), at, at, true)
    at = found.index + found[0].length
    const name = found[2]?.toLowerCase()
    const closing = found[1] === '/'
    if (skipUntil !== '') {
      if (name === skipUntil && closing) skipUntil = ''
    } else if (name === undefined) {
      const sign = found[4] === undefined ? '' : (decode(found[4]) ?? found[0])
      reader.put(sign, found.index, at, false)
    } else if (unseen.test(name) && !closing) skipUntil = name
    else if (name === 'br') reader.put('\n', found.index, at, false)
    else {
      reader.tag(name, closing)
      if (!closing && found[3]) putAttributes(reader, found, found.index)
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
  const placeAt = (at: number): string =>
    (segments.find(({ ends }) => (ends.at(-1) ?? 0) >= at) ?? segments.at(-1))?.place ?? '正文'
  return Array.from(
    html.matchAll(/<(?:a|img)\b[^>]*?\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi),
    (found) => ({
      href: (found[1] ?? found[2] ?? '').replaceAll('&amp;', '&').trim(),
      place: placeAt(found.index),
    }),
  )
}
