export interface Decoded {
  readonly text: string
  readonly encoding: string
}

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

const declared = /(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_-]{2,20})/i
const names: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  utf8: 'utf-8',
}
const common = /政府|信息|公开|公開|申请|申請|报告|報告|行政/g

function strict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Bytes as text: by their mark, by what they declare, as strict UTF-8, then as GB18030 or Big5, whichever reads. */
export function decode(bytes: Uint8Array): Decoded {
  for (const [mark, encoding] of marks)
    if (mark.every((byte, index) => bytes[index] === byte))
      return { text: new TextDecoder(encoding).decode(bytes), encoding }
  const utf8 = strict(bytes, 'utf-8')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const named = declared.exec(head)?.[1]?.toLowerCase()
  const encoding = named === undefined ? undefined : (names[named] ?? named)
  if (encoding !== undefined && encoding !== 'utf-8' && known(encoding)) {
    const text = strict(bytes, encoding)
    if (text !== undefined && (utf8 === undefined || hits(text) >= hits(utf8))) return { text, encoding }
  }
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' }
  return legacy(bytes)
}

const known = (encoding: string): boolean => {
  try {
    new TextDecoder(encoding)
    return true
  } catch {
    return false
  }
}

const hits = (text: string): number => text.match(common)?.length ?? 0

/** The reading in which more of the words of a report occur; damaged bytes cost only themselves. */
function legacy(bytes: Uint8Array): Decoded {
  const readings = ['gb18030', 'big5', 'utf-8', 'utf-16le'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes)
    return { text, encoding, hits: hits(text) }
  })
  const [best] = readings.sort((one, other) => other.hits - one.hits)
  return best ?? { text: '', encoding: 'utf-8' }
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  middot: '·',
  ensp: ' ',
  emsp: ' ',
  mdash: '—',
}

/** Entities left in a plain text as the characters they mean, nothing moved: what is over becomes zero-width. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,5})|#(\d{1,6})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : 0
    const letter = name
      ? entities[name.toLowerCase()]
      : code > 0 && code < 0x10000
        ? String.fromCharCode(code)
        : undefined
    return letter === undefined ? whole : letter.padEnd(whole.length, '\u200b')
  })
}

const commaLine = /^(?:[^,\n\t|]*,){3,}[^,\n\t|]*$/gm
/** A report as a table of commas has more such lines than any running text. */
const fewestCommaLines = 12

function hasCommas(text: string, count: number): boolean {
  let at = -1
  for (let found = 0; found < count; found++) {
    at = text.indexOf(',', at + 1)
    if (at < 0) return false
  }
  return true
}

/** The cells of a text separated by commas as cells separated by tabs, nothing moved; quotes become zero-width. */
export function withoutCommas(text: string): string {
  if (!hasCommas(text, 3 * fewestCommaLines)) return text
  if ((text.match(commaLine)?.length ?? 0) < fewestCommaLines) return text
  let quoted = false
  return text.replace(/[",]/g, (mark) => {
    if (mark === ',') return quoted ? ',' : '\t'
    quoted = !quoted
    return '\u200b'
  })
}
