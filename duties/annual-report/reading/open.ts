import { decode, withoutCommas, withoutEntities } from './decode.ts'
import { unfoldHtml } from './html.ts'
import { textPlaces, tooMuch, type Unfolded, Unreadable } from './place.ts'
import { type Reading, readText } from './read.ts'

export type Source =
  | { readonly kind: 'read'; readonly name: string; readonly unfolded: Unfolded; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly name: string; readonly why: string }

const largest = 40 * 1024 * 1024
/** A report has some ten thousand characters. */
const mostWords = 300_000

const starts = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/** Told of a fault of the reader's own, with the file over which it came about. */
export type OnFault = (fault: unknown, name: string) => void

/**
 * Opens a file of any kind and reads the report in it; an archive gives one source for each file inside. What cannot
 * be read is a refusal. A fault of ours is thrown; where somebody is told of it, that file is refused and the rest go on.
 */
export async function openSource(
  name: string,
  bytes: Uint8Array,
  onFault?: OnFault,
): Promise<readonly Source[]> {
  try {
    if (bytes.length === 0) throw new Unreadable('文件是空的，请重新下载后再试。')
    if (starts(bytes, 0x50, 0x4b)) return await openZip(name, bytes, onFault)
    if (bytes.length > largest) throw new Unreadable('文件超过40兆，请只提供年度报告本身。')
    return [sourceOf(name, await unfold(bytes))]
  } catch (error) {
    if (error instanceof Unreadable) return [{ kind: 'refused', name, why: error.message }]
    if (onFault === undefined) throw error
    onFault(error, name)
    return [{ kind: 'refused', name, why: '读取程序出错，已经记录，请把这份文件交给系统管理员。' }]
  }
}

async function openZip(
  name: string,
  bytes: Uint8Array,
  onFault: OnFault | undefined,
): Promise<readonly Source[]> {
  const { contentsOf, kindOfZip } = await import('./archive.ts')
  const kind = kindOfZip(bytes)
  if (kind !== 'zip' && bytes.length > largest) throw new Unreadable('文件超过40兆，请只提供年度报告本身。')
  if (kind === 'docx') return [sourceOf(name, await (await import('./docx.ts')).unfoldDocx(bytes))]
  if (kind === 'xlsx') return [sourceOf(name, await (await import('./xlsx.ts')).unfoldXlsx(bytes))]
  const sources: Source[] = []
  for (const file of contentsOf(bytes)) {
    const inner = `${name}/${file.name}`
    if ('why' in file) sources.push({ kind: 'refused', name: inner, why: file.why })
    else if (starts(file.bytes, 0x50, 0x4b) && isPacked(file.bytes, kindOfZip))
      sources.push({ kind: 'refused', name: inner, why: '压缩包里还有压缩包，请解开后再提供。' })
    else sources.push(...(await openSource(inner, file.bytes, onFault)))
  }
  if (sources.length === 0) throw new Unreadable('压缩包里没有可以读取的文件。')
  return sources
}

/** A broken one is left to be opened and refused by itself. */
function isPacked(bytes: Uint8Array, kindOfZip: (bytes: Uint8Array) => string): boolean {
  try {
    return kindOfZip(bytes) === 'zip'
  } catch (error) {
    if (error instanceof Unreadable) return false
    throw error
  }
}

async function unfold(bytes: Uint8Array): Promise<Unfolded> {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return (await import('./pdf.ts')).unfoldPdf(bytes)
  const why = refusedBySignature(bytes)
  if (why !== undefined) throw new Unreadable(why)
  const { text, encoding } = decode(bytes)
  if (looksLikeHtml(text)) return { ...unfoldHtml(text), encoding }
  return { kind: 'text', encoding, raw: withoutCommas(withoutEntities(text)), placeOf: textPlaces(text) }
}

function refusedBySignature(bytes: Uint8Array): string | undefined {
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return '这是旧版Word、Excel文件或者加密的文件，请另存为docx、xlsx或者PDF（不加密码）后再提供。'
  if (
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x47, 0x49, 0x46)
  )
    return '这是图片，没有文字可读，请提供带文字的文件或者先作文字识别。'
  if (starts(bytes, 0x52, 0x61, 0x72) || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf))
    return '不支持这种压缩包，请改为zip格式。'
  return undefined
}

const looksLikeHtml = (text: string): boolean =>
  /<(?:!doctype|html|head|body|table|div|p|span|meta)[\s>]/i.test(text.slice(0, 4000)) &&
  /<\/(?:html|table|div|p|td|span)>/i.test(text)

function sourceOf(name: string, unfolded: Unfolded): Source {
  if (unfolded.raw.length > mostWords) throw new Unreadable(tooMuch)
  const reading = readText(unfolded.raw)
  const why = notAReport(unfolded, reading)
  return why === undefined ? { kind: 'read', name, unfolded, reading } : { kind: 'refused', name, why }
}

const mentions = /政府信息公开(?:工作)?\s*年度?\s*报告|信息公开年报/

/** Why what was read is no report, in one sentence; undefined where it is one. */
function notAReport({ kind, raw }: Unfolded, reading: Reading): string | undefined {
  if (reading.cells.size > 0 || reading.headings.length >= 2) return undefined
  if (reading.headings.length > 0 && reading.statements.length > 0) return undefined
  const words = raw.replace(/\s/g, '').length
  if (kind === 'pdf' && words < 40)
    return '这份PDF只有图片，没有文字可读，请提供由文档直接生成的PDF，或者先作文字识别。'
  if (mentions.test(raw) && words < 4000 && Object.keys(reading.tables).length === 0)
    return '这一页只提到或链接了年度报告，没有报告正文，请打开其中的链接，提供报告本身。'
  return '没有读到政府信息公开工作年度报告的内容，请核对是否为年度报告。'
}
