import { strFromU8, unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'

/** Files whose text is searched. */
export const readableKinds = ['docx', 'xlsx', 'pptx', 'pdf', 'txt', 'csv', 'wps', 'et'] as const

export interface Taken {
  /** taken; cut, where there is more than is kept; none, where it holds no text (a scan); unreadable. */
  outcome: 'taken' | 'cut' | 'none' | 'unreadable'
  text: string
}

/** Of one file no more is searched. */
export const mostText = 300_000
const mostUnpacked = 64 * 1024 * 1024
const mostPages = 400

/** The text of a file. Meant for a worker with little memory and time: a hostile file may take both. */
export async function takeText(ending: string, bytes: Uint8Array): Promise<Taken> {
  try {
    const text = tidied(await rawText(ending, bytes))
    if (text === '') return { outcome: 'none', text: '' }
    return text.length > mostText
      ? { outcome: 'cut', text: text.slice(0, mostText) }
      : { outcome: 'taken', text }
  } catch {
    return { outcome: 'unreadable', text: '' }
  }
}

// The database keeps no zero, and half a pair is no character.
const tidied = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\ufffd', ' ')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()

async function rawText(ending: string, bytes: Uint8Array): Promise<string> {
  if (ending === 'pdf') return pdfText(bytes)
  if (ending === 'txt' || ending === 'csv') return plainText(bytes)
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Error('not an archive')
  return officeText(bytes)
}

// Strict UTF-8 first, then the national encoding: detection by guessing errs on short texts.
function plainText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  try {
    const parts: string[] = []
    let length = 0
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && length <= mostText; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      parts.push(text)
      length += text.length
      page.cleanup()
    }
    return parts.join('\n')
  } finally {
    await pdf.loadingTask.destroy()
  }
}

const parts =
  /^(word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml|xl\/(sharedStrings|worksheets\/sheet\d+)\.xml|ppt\/slides\/slide\d+\.xml)$/

function officeText(bytes: Uint8Array): string {
  let unpacked = 0
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!parts.test(name)) return false
      unpacked += originalSize
      if (unpacked > mostUnpacked) throw new Error('too large unpacked')
      return true
    },
  })
  return Object.entries(files)
    .map(([name, xml]) => xmlText(name, strFromU8(xml)))
    .join('\n')
}

// Of a sheet only what is written into its cells itself; words that cells share stand in a part of their own.
function xmlText(name: string, xml: string): string {
  if (name.startsWith('xl/worksheets/'))
    return [...xml.matchAll(/<c\b([^>]*)>([\s\S]*?)<\/c>/g)]
      .map(([, attributes = '', inner = '']) => (/\bt="s"/.test(attributes) ? '' : referred(stripped(inner))))
      .filter((cell) => cell !== '')
      .join('\n')
  const lines = xml.replaceAll(/<(?:w:p|a:p|si|w:tr|w:br|w:tab)[ >/]/g, '\n$&')
  const shown = lines.replaceAll(/<(w:instrText|w:delText|rPh)\b[\s\S]*?<\/\1>/g, '')
  return referred(stripped(shown))
}

const stripped = (xml: string): string => xml.replaceAll(/<[^>]*>/g, '')

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const referred = (text: string): string =>
  text.replaceAll(/&(#x?[\da-f]{1,6}|amp|lt|gt|quot|apos);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  })
