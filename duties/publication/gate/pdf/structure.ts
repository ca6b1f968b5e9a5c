import { inflateSync } from 'node:zlib'
import type { Collected } from '../collect.ts'
import { hasLocation } from '../image.ts'
import { Uninspectable } from '../trouble.ts'

const mostObjectStreams = 2_000
const mostUnfolded = 32 * 1024 * 1024

/** The dictionaries of a PDF without its streams and strings, those packed in object streams too. */
export function dictionariesOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const parts: string[] = []
  let room = mostUnfolded
  let packed = 0
  for (let at = 0; at < raw.length; ) {
    const start = raw.indexOf('stream', at)
    if (start < 0) {
      parts.push(raw.slice(at))
      break
    }
    parts.push(raw.slice(at, start))
    const data = start + (raw.startsWith('\r\n', start + 6) ? 8 : 7)
    const found = raw.indexOf('endstream', start)
    const end = found < 0 ? raw.length : found
    const dictionary = raw.slice(Math.max(at, raw.lastIndexOf(' obj', start)), start)
    if (/\/ObjStm/.test(dictionary) && packed++ < mostObjectStreams && room > 0) {
      const unfolded = inflated(bytes.subarray(data, end), room)
      room -= unfolded.length
      parts.push(unfolded)
    }
    at = end + 9
  }
  return namesPlain(withoutStrings(parts.join('\n')))
}

function inflated(data: Uint8Array, room: number): string {
  try {
    return inflateSync(data, { maxOutputLength: room, finishFlush: 2 }).toString('latin1')
  } catch (fault) {
    if (fault instanceof RangeError) throw new Uninspectable('archiveBomb', '内部数据展开后异常巨大')
    return ''
  }
}

const withoutStrings = (text: string): string => text.replace(/\((?:[^()\\]|\\.)*\)/g, '()')
// /J#61vaScript is another way to write /JavaScript.
const namesPlain = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const end = '(?![A-Za-z0-9])'
const actions: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`/(JS|JavaScript)${end}`), 'JavaScript 脚本'],
  [new RegExp(`/Launch${end}`), '启动程序的动作'],
  [new RegExp(`/(SubmitForm|ImportData)${end}`), '提交或者导入数据的动作'],
  [/\/OpenAction\s*<<[^>]*\/S\s*\/URI/, '打开时访问网址'],
]

/** What a PDF carries besides its pages: scripts, actions, embedded files, forms, links to other files. */
export function inspectStructure(bytes: Uint8Array, dictionaries: string, collected: Collected): void {
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(dictionaries))
    throw new Uninspectable('encrypted', '设有打开密码或者打印、复制权限限制')
  for (const [pattern, words] of actions)
    if (pattern.test(dictionaries)) collected.add('activeContent', '文档动作', words)
  if (new RegExp(`/(EmbeddedFile|EmbeddedFiles|FileAttachment)${end}`).test(dictionaries))
    collected.add('embeddedFile', '文档附件')
  if (new RegExp(`/(RichMedia|Movie|Sound|3D)${end}`).test(dictionaries))
    collected.add('embeddedFile', '音频、视频或者三维内容')
  if (new RegExp(`/(GoToR|GoToE)${end}`).test(dictionaries))
    collected.add('externalLink', '指向其他文件的链接')
  if (new RegExp(`/XFA${end}`).test(dictionaries)) collected.add('formFields', 'XFA 表单')
  inspectPhotos(bytes, collected)
}

function inspectPhotos(bytes: Uint8Array, collected: Collected): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = buffer.indexOf('Exif\0\0', 0, 'latin1')
  for (let count = 1; at >= 0 && count <= 50; count++) {
    if (hasLocation(bytes.subarray(at))) collected.add('photoLocation', `第${count}张照片`)
    at = buffer.indexOf('Exif\0\0', at + 6, 'latin1')
  }
}

/** Where each earlier version of the file ends: everything before is a file of its own. */
export function earlierEnds(bytes: Uint8Array): readonly number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends: number[] = []
  for (let at = buffer.indexOf('%%EOF'); at >= 0; at = buffer.indexOf('%%EOF', at + 5)) {
    const before = buffer.toString('latin1', Math.max(0, at - 40), at)
    if (/startxref\s+\d+\s*$/.test(before)) ends.push(at + 5)
  }
  const isLinear = buffer.toString('latin1', 0, 1024).includes('/Linearized')
  return ends.slice(isLinear ? 1 : 0, -1)
}
