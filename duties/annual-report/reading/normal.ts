import { Converter } from 'opencc-js/t2cn'

/** A text in one manner of writing, each character knowing where it stood. */
export interface Normal {
  readonly text: string
  /** `at[i]` is the offset in the raw text of character i; one more entry for the end. */
  readonly at: Uint32Array
}

/** Between two cells of a row, and after a row, where the source is a table and not a text. */
export const cellEnd = '\ue000'
export const rowEnd = '\ue001'

const drop = 0xffff
let table: Uint16Array | undefined

const pairs: readonly (readonly [string, string])[] = [
  ['　\u00a0\u2002\u2003\u2009\u202f', '      '],
  ['“”„＂「」『』', '""""""""'],
  ['‘’', "''"],
  ['−–﹣‑', '----'],
  ['〜', '~'],
  ['．｡', '.。'],
  ['㈠㈡㈢㈣㈤㈥㈦', '一二三四五六七'],
  ['⒈⒉⒊⒋⒌⒍⒎⒏', '12345678'],
  ['①②③④⑤⑥⑦⑧', '12345678'],
  ['│┃┆┊╎║¦', '|||||||'],
  ['\u000b\u000c\u2028\u2029', '\n\n\n\n'],
]
const dropped = '\u200b\u200c\u200d\u2060\ufeff\u00ad\r\u0000'

/** Full width to half, traditional to simplified, one kind of space, quote and dash: one character for one. */
function characterTable(): Uint16Array {
  const map = new Uint16Array(0x10000)
  for (let code = 0; code < map.length; code++) map[code] = code
  const convert = Converter({ from: 't', to: 'cn' })
  for (let code = 0x3400; code < 0xa000; code++) {
    const simple = convert(String.fromCharCode(code))
    if (simple.length === 1) map[code] = simple.charCodeAt(0)
  }
  for (let code = 0xff01; code <= 0xff5e; code++) map[code] = code - 0xfee0
  for (let code = 0xf900; code < 0xfb00; code++)
    map[code] = String.fromCharCode(code).normalize('NFKC').charCodeAt(0)
  for (let code = 0x2e80; code < 0x2fe0; code++)
    map[code] = String.fromCharCode(code).normalize('NFKC').charCodeAt(0)
  for (const [from, to] of pairs)
    for (let index = 0; index < from.length; index++) map[from.charCodeAt(index)] = to.charCodeAt(index)
  for (const letter of dropped) map[letter.charCodeAt(0)] = drop
  return map
}

const isHan = (code: number): boolean => code >= 0x3400 && code < 0xa000
const isPinyin = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 0xe0 && code <= 0x1dc) || code === 0x261 || code === 0x251

/** The end of a noise such as (xiàn) that begins at this bracket, or 0. */
function noiseEnd(raw: string, open: number): number {
  let index = open + 1
  while (index < open + 8 && isPinyin(raw.charCodeAt(index))) index++
  const close = raw.charCodeAt(index)
  return index > open + 1 && (close === 0x29 || close === 0xff09) ? index + 1 : 0
}

/** Writes a text in one manner; nothing is moved, only exchanged or left out. */
export function normalise(raw: string): Normal {
  table ??= characterTable()
  const map = table
  const length = raw.length
  const codes = new Uint16Array(length)
  const at = new Uint32Array(length + 1)
  let size = 0
  let before = 0
  for (let index = 0; index < length; index++) {
    const code = map[raw.charCodeAt(index)] ?? drop
    if (code === drop) continue
    if (code === 0x28 && isHan(before)) {
      const end = noiseEnd(raw, index)
      if (end > 0) {
        index = end - 1
        continue
      }
    }
    codes[size] = code
    at[size] = index
    size++
    before = code
  }
  at[size] = length
  return { text: textOf(codes.subarray(0, size)), at: at.subarray(0, size + 1) }
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true })

/** Character codes as a string. */
export const textOf = (codes: Uint16Array): string =>
  utf16.decode(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength))

/** 1 for what labels are made of: 汉字, letters, digits. */
const ofLabels = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  isHan(code) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    ? 1
    : 0,
)

/** The same text with only what labels are made of. `at` points into the text given. */
export function bareOf(text: string): Normal {
  const codes = new Uint16Array(text.length)
  const at = new Uint32Array(text.length + 1)
  let size = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (ofLabels[code] === 0) continue
    codes[size] = code
    at[size] = index
    size++
  }
  at[size] = text.length
  return { text: textOf(codes.subarray(0, size)), at: at.subarray(0, size + 1) }
}
