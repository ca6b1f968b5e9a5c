import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Collected } from '../collect.ts'
import { isHarmless } from '../office/common.ts'
import { limits, Uninspectable } from '../trouble.ts'
import type { Box } from './geometry.ts'
import { Painter } from './paint.ts'
import { dictionariesOf, earlierEnds, inspectStructure } from './structure.ts'
import { unseenOf, wordsUnder } from './unseen.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new Uninspectable('encrypted', '设有打开密码')
    throw new Uninspectable('cannotOpen', '文件损坏或者不完整，打不开')
  }
}

async function wordsOfPage(page: PdfPage): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

type Annotation = {
  subtype?: string
  rect?: number[]
  contentsObj?: { str?: string }
  url?: string
  unsafeUrl?: string
  fieldValue?: unknown
  fieldName?: string
}

const covering = /^(Square|Polygon|Stamp|Redact|Ink)$/

function inspectAnnotation(
  annotation: Annotation,
  place: string,
  painter: Painter,
  collected: Collected,
): void {
  const { subtype = '', rect = [], contentsObj } = annotation
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
  if (subtype === 'Popup') return
  if (subtype === 'Link') {
    const address = annotation.unsafeUrl ?? annotation.url ?? ''
    if (/^(file:|[a-z]:[\\/]|\\\\)/i.test(address)) collected.add('localLink', place, address)
    else collected.text(address, `${place}链接`)
    return
  }
  if (subtype === 'Widget') {
    const value = Array.isArray(annotation.fieldValue)
      ? annotation.fieldValue.join('、')
      : String(annotation.fieldValue ?? '')
    collected.add('formFields', place, `${annotation.fieldName ?? ''} ${value}`)
    collected.text(value, `${place}表单`)
    return
  }
  if (/^(FileAttachment|RichMedia|Screen|Movie|Sound|3D)$/.test(subtype)) {
    collected.add('embeddedFile', place, contentsObj?.str ?? '')
    return
  }
  const words = covering.test(subtype) ? wordsUnder({ left, bottom, right, top }, painter.texts) : ''
  if (words !== '') collected.add('coveredText', place, words)
  if (subtype !== 'Redact') collected.add('comments', place, contentsObj?.str || subtype)
  collected.text(contentsObj?.str ?? '', `${place}批注`)
}

async function paint(page: PdfPage, pdf: Pdf): Promise<Painter> {
  const { OPS } = (await getResolvedPDFJS()) as { OPS: Record<string, number> }
  const names = new Map(Object.entries(OPS).map(([name, code]) => [code, name]))
  const fills = [
    'fill',
    'eoFill',
    'fillStroke',
    'eoFillStroke',
    'closeFillStroke',
    'closeEOFillStroke',
    'rawFillPath',
  ]
  const layers = await pdf.getOptionalContentConfig()
  const painter = new Painter(
    new Map(fills.map((name) => [OPS[name] ?? -1, /EO|eo/.test(name)] as const)),
    (group) => layers.isVisible(group as never),
  )
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  if (fnArray.length > limits.operators) throw new Uninspectable('tooHeavy', '页面内容太多')
  for (const [index, operator] of fnArray.entries())
    painter.play(names.get(operator) ?? '', argsArray[index] ?? [])
  return painter
}

async function inspectPage(pdf: Pdf, number: number, collected: Collected): Promise<string> {
  const page = await pdf.getPage(number)
  const place = `第${number}页`
  const words = await wordsOfPage(page)
  collected.text(words, () => place)
  const painter = await paint(page, pdf)
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  const view: Box = { left, bottom, right, top }
  for (const { code, why, text } of unseenOf(painter, view)) collected.add(code, place, `${why}：${text}`)
  for (const annotation of await page.getAnnotations())
    inspectAnnotation(annotation as Annotation, place, painter, collected)
  if (words.trim() === '' && painter.areas.some(({ isPicture }) => isPicture))
    collected.add('scannedPages', place)
  page.cleanup()
  return words
}

const harmlessKeys = /^(SourceModified|Trapped|GTS_.*|PTEX.*|ICNApp.*|ModDate|CreationDate|Language)$/

async function inspectMetadata(pdf: Pdf, collected: Collected): Promise<void> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }))
  const known = info as Record<string, unknown>
  const author = String(known.Author ?? '')
  const told = (value: string) => !isHarmless(value, collected.settings)
  if (told(author)) collected.add('metadata', '文档属性“作者”', author)
  for (const key of ['Title', 'Subject', 'Keywords'])
    collected.text(
      String(known[key] ?? ''),
      `文档属性“${key === 'Title' ? '标题' : key === 'Subject' ? '主题' : '关键词'}”`,
    )
  for (const [key, value] of Object.entries((known.Custom as Record<string, unknown>) ?? {}))
    if (!harmlessKeys.test(key) && typeof value === 'string' && told(value))
      collected.add('metadata', `自定义属性“${key}”`, value)
  for (const [key, value] of metadata ?? []) {
    const words = Array.isArray(value) ? value.join('、') : String(value ?? '')
    if (
      /^(dc:creator|pdf:author|photoshop:authorsposition|xmprights:owner)$/i.test(key) &&
      told(words) &&
      words !== author
    )
      collected.add('metadata', '文档属性“XMP 作者”', words)
    else if (/^dc:(title|description|subject)$/.test(key)) collected.text(words, '文档属性“XMP”')
  }
}

const linesOf = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((line) => line.replace(/\s+/g, ''))
    .filter((line) => line !== '')

// What an earlier version says that the last does not is still in the file, and the last shows that it was taken out.
async function inspectEarlier(bytes: Uint8Array, words: string, collected: Collected): Promise<void> {
  const now = words.replace(/\s+/g, '')
  for (const end of earlierEnds(bytes).slice(-3)) {
    const earlier = await openPdf(bytes.slice(0, end)).catch(() => undefined)
    if (earlier === undefined) continue
    try {
      for (let number = 1; number <= Math.min(earlier.numPages, 60); number++)
        for (const line of linesOf(await wordsOfPage(await earlier.getPage(number))))
          if (!now.includes(line)) collected.add('earlierVersion', `第${number}页修改前`, line)
    } finally {
      await earlier.loadingTask.destroy()
    }
  }
}

/** What must not go out in a PDF: its words, words nobody sees, remarks, properties, scripts, earlier versions. */
export async function inspectPdf(bytes: Uint8Array, collected: Collected): Promise<void> {
  inspectStructure(bytes, dictionariesOf(bytes), collected)
  const pdf = await openPdf(bytes)
  try {
    if (pdf.numPages > limits.pages)
      throw new Uninspectable('tooHeavy', `共${pdf.numPages}页，超过${limits.pages}页`)
    await inspectMetadata(pdf, collected)
    const pages: string[] = []
    for (let number = 1; number <= pdf.numPages; number++)
      pages.push(await inspectPage(pdf, number, collected))
    await inspectEarlier(bytes, pages.join('\n'), collected)
  } catch (fault) {
    if (fault instanceof Uninspectable) throw fault
    throw new Uninspectable('cannotOpen', '文件损坏，有的页面打不开')
  } finally {
    await pdf.loadingTask.destroy()
  }
}
