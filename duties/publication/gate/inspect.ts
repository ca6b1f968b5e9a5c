import { contentOf } from '#platform/files/content.ts'
import { kinds } from '#platform/files/kinds.ts'
import { endingOf } from '#platform/files/name.ts'
import { type Entry, entriesOf, unpack } from './archive.ts'
import { Collected } from './collect.ts'
import type { Found } from './finding.ts'
import { hasLocation } from './image.ts'
import { inspectCommon } from './office/common.ts'
import { OfficePackage } from './office/package.ts'
import { inspectWorkbook } from './office/sheet.ts'
import { inspectSlides } from './office/slides.ts'
import { inspectWord } from './office/word.ts'
import { below, decodeXml, readXml, wordsOf } from './office/xml.ts'
import { inspectPdf } from './pdf/pdf.ts'
import type { GateSettings } from './settings.ts'
import { Uninspectable } from './trouble.ts'

const withMacros = /^(docm|dotm|xlsm|xltm|xlam|pptm|potm|ppsm)$/
const pictures = /^(jpg|png|apng|tif|webp|heic)$/
const film = /^(mp3|mp4|m4v)$/
const wordy: Readonly<Record<string, (office: OfficePackage, collected: Collected) => void>> = {
  docx: inspectWord,
  xlsx: inspectWorkbook,
  pptx: inspectSlides,
}

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

const utf16 = (words: string): Buffer => Buffer.from(words, 'utf16le')

function refuseEncrypted(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.includes(utf16('EncryptedPackage')) || buffer.includes(utf16('EncryptionInfo')))
    throw new Uninspectable('encrypted', '设有打开密码')
}

/** The content, made sure of: the name promises it, nothing is encrypted, nothing unfolds without end. */
async function contentOfSure(name: string, bytes: Uint8Array): Promise<string> {
  const ending = endingOf(name)
  if (bytes.length === 0) throw new Uninspectable('cannotOpen', '文件没有内容')
  if (isZip(bytes) && entriesOf(bytes).some(({ isEncrypted }) => isEncrypted))
    throw new Uninspectable('encrypted', '压缩包设有密码')
  const content = await contentOf(bytes)
  if (content === 'cfb') refuseEncrypted(bytes)
  if (withMacros.test(ending) || withMacros.test(content ?? ''))
    throw new Uninspectable('macros', `“.${ending}”格式`)
  const kind = kinds[ending]
  if (kind === undefined) throw new Uninspectable('uninspected', `不接收“.${ending}”格式`)
  if (content === undefined || !kind.content.includes(content))
    throw new Uninspectable('contentNotName', content === undefined ? '内容无法识别' : `内容像是 ${content}`)
  return content
}

function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function inspectText(bytes: Uint8Array, isTable: boolean, collected: Collected): void {
  const lines = decodeText(bytes).split(/\r\n|\r|\n/)
  const headings = (lines[0] ?? '').split(/[,\t]/).map((word) => word.replace(/^"|"$/g, '').trim())
  for (const [row, line] of lines.entries()) {
    if (!isTable) {
      collected.text(line, `第${row + 1}行`)
      continue
    }
    for (const [column, cell] of line.split(/[,\t]/).entries()) {
      const heading = row === 0 ? undefined : headings[column]
      collected.text(cell, `第${row + 1}行第${column + 1}列`, heading ? { heading } : {})
    }
  }
}

function inspectOfd(bytes: Uint8Array, collected: Collected): void {
  let page = 0
  for (const entry of entriesOf(bytes)) {
    if (!/\.xml$/i.test(entry.name)) continue
    const tree = readXml(decodeXml(unpack(bytes, entry)))
    for (const author of below(tree, 'Author', 'Creator'))
      if (author.local === 'Author' && wordsOf(author).trim() !== '')
        collected.add('metadata', '文档属性“作者”', wordsOf(author))
    const words = Array.from(below(tree, 'TextCode'), wordsOf)
    if (words.length > 0) page++
    collected.text(words.join('\n'), () => `第${page}页`)
    if (/annot/i.test(entry.name) && Array.from(below(tree, 'Annot')).length > 0)
      collected.add('comments', '注释', entry.name)
    if (/attach/i.test(entry.name) && Array.from(below(tree, 'Attachment')).length > 0)
      collected.add('embeddedFile', '文档附件', entry.name)
  }
}

const mostInside = 100

async function inspectArchive(bytes: Uint8Array, collected: Collected): Promise<void> {
  const entries = entriesOf(bytes).filter(
    ({ name }) => !name.endsWith('/') && !/(^|\/)(__MACOSX|\.)/.test(name),
  )
  if (entries.length > mostInside)
    throw new Uninspectable('tooHeavy', `压缩包里有${entries.length}个文件，超过${mostInside}个`)
  for (const entry of entries) await inspectInside(bytes, entry, collected)
}

async function inspectInside(bytes: Uint8Array, entry: Entry, collected: Collected): Promise<void> {
  const inside = `压缩包内“${entry.name}”`
  const found =
    endingOf(entry.name) === 'zip'
      ? [
          {
            code: 'uninspected' as const,
            where: { part: 'file' as const, place: '' },
            excerpt: '压缩包里还有压缩包',
            of: entry.name,
          },
        ]
      : await inspectFile(entry.name, unpack(bytes, entry), collected.settings)
  collected.found.push(
    ...found.map((one) => ({
      ...one,
      where: { ...one.where, place: inside + one.where.place },
      of: inside + one.of,
    })),
  )
}

async function inspectContent(
  content: string,
  name: string,
  bytes: Uint8Array,
  collected: Collected,
): Promise<void> {
  const inspectWords = wordy[content]
  if (inspectWords !== undefined) {
    const office = new OfficePackage(bytes)
    inspectCommon(office, collected)
    inspectWords(office, collected)
  } else if (content === 'pdf') await inspectPdf(bytes, collected)
  else if (content === 'ofd') inspectOfd(bytes, collected)
  else if (content === 'text') inspectText(bytes, endingOf(name) === 'csv', collected)
  else if (content === 'zip') await inspectArchive(bytes, collected)
  else if (pictures.test(content)) {
    if (hasLocation(bytes)) collected.add('photoLocation', '图片')
  } else if (content === 'cfb' || content === 'rtf')
    throw new Uninspectable('oldFormat', `“.${endingOf(name)}”是旧的二进制格式`)
  else if (film.test(content)) collected.found.push(unchecked(name))
  else if (!/^(gif|bmp)$/.test(content)) throw new Uninspectable('uninspected', `“.${endingOf(name)}”格式`)
}

// Sound and film are looked at by people.
const unchecked = (name: string): Found => ({
  code: 'uninspected',
  where: { part: 'file', place: '音频、视频' },
  excerpt: `“.${endingOf(name)}”格式`,
  of: name,
  warns: true,
})

/** What is found in a file, in the order of looking; what cannot be looked into is itself a finding. */
export async function inspectFile(
  name: string,
  bytes: Uint8Array,
  settings: GateSettings,
): Promise<readonly Found[]> {
  const collected = new Collected(settings)
  try {
    await inspectContent(await contentOfSure(name, bytes), name, bytes, collected)
  } catch (fault) {
    const { code, message } =
      fault instanceof Uninspectable
        ? fault
        : { code: 'cannotOpen' as const, message: '文件损坏或者不完整，打不开' }
    collected.add(code, '整个文件', message)
  }
  return collected.found
}
