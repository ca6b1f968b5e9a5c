export interface Decoded {
  readonly text: string
  /** Characters that could not be read. */
  readonly damaged: number
}

const marks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
const declared = /charset\s*=\s*["']?\s*([a-z0-9_-]{2,20})/i

function reading(bytes: Uint8Array, encoding: string): Decoded | undefined {
  try {
    const text = new TextDecoder(encoding).decode(bytes)
    return { text, damaged: text.split('\ufffd').length - 1 }
  } catch {
    return undefined
  }
}

/**
 * A page as text. What it declares is often wrong: bytes that are right as UTF-8 are UTF-8; else what is declared, else
 * GB18030 or Big5, whichever leaves the fewest characters unread.
 */
export function decodePage(bytes: Uint8Array): Decoded {
  for (const [mark, encoding] of marks)
    if (mark.every((byte, i) => bytes[i] === byte))
      return reading(bytes, encoding) ?? { text: '', damaged: 0 }
  const utf8 = reading(bytes, 'utf-8')
  if (utf8?.damaged === 0) return utf8
  const said = declared.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1]?.toLowerCase()
  const named = said === 'gb2312' || said === 'gbk' ? 'gb18030' : said
  const order = [
    ...(named && named !== 'utf-8' && named !== 'utf8' ? [named] : []),
    'gb18030',
    'big5',
    'utf-8',
  ]
  let best: Decoded = { text: '', damaged: Number.POSITIVE_INFINITY }
  for (const encoding of order) {
    const found = reading(bytes, encoding)
    if (found && found.damaged < best.damaged) best = found
    if (best.damaged === 0) break
  }
  return best
}

/** True where so much could not be read that the text is none. */
export const isUnreadable = ({ text, damaged }: Decoded): boolean => damaged > Math.max(3, text.length / 200)
