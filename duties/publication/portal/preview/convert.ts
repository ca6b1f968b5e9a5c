import { unzipSync } from 'fflate'
import type { Preview } from './kinds.ts'

/** What of a converted file is shown: HTML that is safe to print. */
export interface Shown {
  html: string
  /** False where only the first part is shown. */
  whole: boolean
}

const mostSheets = 5
const mostRows = 200
const mostColumns = 30
/** Characters of a preview: with the frame of the page it stays under 60 KB. */
const mostHtml = 24_000
/** Bytes that the parts of a file may have once unpacked. */
const mostUnpacked = 80 * 1024 * 1024

/** A file of Word or Excel as a page shows it. Throws where it is not what it says, or unpacks to too much. */
export async function converted(kind: Exclude<Preview, 'inline'>, bytes: Uint8Array): Promise<Shown> {
  weigh(bytes)
  const { textAndTables } = await import('./clean.ts')
  const { html, whole } = kind === 'word' ? await ofWord(bytes) : await ofSheets(bytes)
  const clean = textAndTables(html, mostHtml)
  return { html: clean.html, whole: whole && clean.whole }
}

// The sizes that the archive itself states are added up before anything is unpacked.
function weigh(bytes: Uint8Array): void {
  let sum = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      sum += originalSize
      return false
    },
  })
  if (sum > mostUnpacked) throw new Error('unpacks to too much')
}

async function ofWord(bytes: Uint8Array): Promise<Shown> {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { includeDefaultStyleMap: true, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  return { html: value, whole: true }
}

async function ofSheets(bytes: Uint8Array): Promise<Shown> {
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
  const visible = book.worksheets.filter(({ state }) => state === 'visible')
  let whole = visible.length <= mostSheets
  const tables = visible.slice(0, mostSheets).map((sheet) => {
    const [rows, columns] = [sheet.actualRowCount, Math.min(sheet.actualColumnCount, mostColumns)]
    whole &&= rows <= mostRows && sheet.actualColumnCount <= mostColumns
    const lines: string[] = []
    sheet.eachRow((row, number) => {
      if (lines.length >= mostRows || row.hidden) return
      const cells = Array.from({ length: columns }, (_, i) => `<td>${escaped(row.getCell(i + 1).text)}</td>`)
      lines.push(`<tr><th>${number}</th>${cells.join('')}</tr>`)
    })
    return `<h2>${escaped(sheet.name)}</h2><table><tbody>${lines.join('')}</tbody></table>`
  })
  return { html: tables.join(''), whole }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
