import { strFromU8, unzipSync } from 'fflate'

/** More than any letter unpacks to; a file that claims more is not opened. */
const largest = 60 * 1024 * 1024

const isRead = (name: string): boolean => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name)

/** The XML of the body, the headers and the footers of a Word file; undefined where it is none, or unpacks to too much. */
function partsOf(bytes: Uint8Array): string[] | undefined {
  let size = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize
        return size <= largest && isRead(name)
      },
    })
    if (size > largest || !parts['word/document.xml']) return undefined
    return Object.keys(parts)
      .sort()
      .map((name) => strFromU8(parts[name] ?? new Uint8Array()))
  } catch {
    return undefined
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string): string =>
  text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })

const isHidden = (run: string): boolean => /<w:vanish(\s*\/>|\s+w:val="(1|true|on)"|>)/.test(run)

// What is struck out by a tracked change, or lies in a text box's second copy, is not printed.
const printed = (xml: string): string =>
  xml
    .replace(/<w:del\b[^>]*>[\s\S]*?<\/w:del>/g, '')
    .replace(/<w:moveFrom\b[^>]*>[\s\S]*?<\/w:moveFrom>/g, '')
    .replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '')

const runText = (run: string): string =>
  [...run.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:br|cr|tab)\b[^>]*\/>/g)]
    .map(([, text]) => (text === undefined ? ' ' : plain(text)))
    .join('')

/**
 * The paragraphs of a Word file as they print, body, headers and footers; hidden words and what a tracked change
 * struck out are left out. Undefined where the file is no Word file.
 */
export function printedParagraphs(bytes: Uint8Array): string[] | undefined {
  return partsOf(bytes)?.flatMap((xml) =>
    printed(xml)
      .split('</w:p>')
      .map((paragraph) =>
        [...paragraph.matchAll(/<w:r\b[^>]*>[\s\S]*?<\/w:r>/g)]
          .map(([run]) => (isHidden(run) ? '' : runText(run)))
          .join(''),
      )
      .filter((text) => text !== ''),
  )
}
