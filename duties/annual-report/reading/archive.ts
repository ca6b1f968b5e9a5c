import { unzipSync } from 'fflate'
import { tooMuch, Unreadable } from './place.ts'

/** What an archive may unfold to; more is taken for a bomb. */
const mostFiles = 20_000
const mostBytes = 400 * 1024 * 1024
const mostPerFile = 40 * 1024 * 1024

interface Entry {
  readonly name: string
  readonly size: number
}

/** What the archive holds, by its own directory. Nothing is unpacked. */
function entriesOf(bytes: Uint8Array): readonly Entry[] {
  const entries: Entry[] = []
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries.push({ name, size: originalSize })
      return false
    },
  })
  return entries
}

function entriesOrRefusal(bytes: Uint8Array): readonly Entry[] {
  try {
    return entriesOf(bytes)
  } catch {
    throw new Unreadable('压缩包损坏，打不开，请重新下载后再试。')
  }
}

/** Is this archive a Word document, a workbook, or an archive of files? Refuses bombs and encrypted archives. */
export function kindOfZip(bytes: Uint8Array): 'docx' | 'xlsx' | 'zip' {
  const entries = entriesOrRefusal(bytes)
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (entries.length > mostFiles || total > mostBytes)
    throw new Unreadable('压缩包展开后过大，没有打开，请分成几个较小的压缩包。')
  const has = (start: string) => entries.some((entry) => entry.name.startsWith(start))
  if (has('word/')) return 'docx'
  if (has('xl/')) return 'xlsx'
  return 'zip'
}

/** Throws where an office document would unfold to more than a report can be; `mostMarkup`: of its XML, in bytes. */
export function refuseBomb(bytes: Uint8Array, mostMarkup = 2 * mostPerFile): void {
  const entries = entriesOrRefusal(bytes)
  const sizeOf = (some: readonly Entry[]) => some.reduce((sum, entry) => sum + entry.size, 0)
  if (sizeOf(entries) > 2 * mostPerFile)
    throw new Unreadable('文件展开后过大，没有打开，请只提供年度报告本身。')
  if (sizeOf(entries.filter(({ name }) => name.endsWith('.xml'))) > mostMarkup) throw new Unreadable(tooMuch)
}

export type Packed =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly why: string }

const filesOf = (bytes: Uint8Array): readonly Entry[] =>
  entriesOrRefusal(bytes).filter(({ name }) => !name.endsWith('/') && !/(^|\/)(__MACOSX|\.)/.test(name))

/** How many files an archive holds. */
export const countIn = (bytes: Uint8Array): number => filesOf(bytes).length

/** The files of an archive one after another, each unpacked only when its turn comes; `from`: without the first ones. */
export function* contentsOf(bytes: Uint8Array, from = 0): Iterable<Packed> {
  for (const { name, size } of filesOf(bytes).slice(from)) {
    const shown = nameInChinese(name)
    if (size > mostPerFile) {
      yield { name: shown, why: '文件展开后过大，没有打开。' }
      continue
    }
    yield unpack(bytes, name, shown)
  }
}

function unpack(bytes: Uint8Array, name: string, shown: string): Packed {
  try {
    const unpacked = unzipSync(bytes, { filter: (file) => file.name === name })[name]
    return unpacked ? { name: shown, bytes: unpacked } : { name: shown, why: '压缩包里的这个文件取不出来。' }
  } catch {
    return { name: shown, why: '压缩包里的这个文件损坏或者加了密码，取不出来。' }
  }
}

/** Names written in GBK come out as Latin letters; this turns them back. */
function nameInChinese(name: string): string {
  if (!/[\u0080-\u00ff]/.test(name) || /[\u0100-\uffff]/.test(name)) return name
  try {
    const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0))
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    return name
  }
}
