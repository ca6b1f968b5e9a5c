import { createRequire } from 'node:module'

type Convert = (text: string) => string

let convert: Convert | undefined

// The dictionaries are read when somebody first asks for them.
function converter(): Convert {
  if (convert) return convert
  const { Converter } = createRequire(import.meta.url)('opencc-js/cn2t') as {
    Converter: (how: { from: 'cn'; to: 'tw' }) => Convert
  }
  convert = Converter({ from: 'cn', to: 'tw' })
  return convert
}

/** Words in traditional characters. */
export const traditional = (text: string): string => converter()(text)

const pieces = /<textarea[\s\S]*?<\/textarea>|<script[\s\S]*?<\/script>|<[^>]*>|[^<]+/g
const spoken = /((?:\s(?:title|alt|aria-label|placeholder)|\bcontent)=")([^"]*)"/g

/**
 * A page in traditional characters: its text and what is read aloud, not what people typed (fields) nor addresses.
 */
export function traditionalPage(html: string): string {
  const say = converter()
  return html
    .replace(pieces, (piece) => {
      if (!piece.startsWith('<')) return say(piece)
      if (/^<(textarea|script)/.test(piece)) return piece
      return piece.replace(spoken, (_, head: string, words: string) => `${head}${say(words)}"`)
    })
    .replace('<html lang="zh-CN"', '<html lang="zh-Hant"')
}
