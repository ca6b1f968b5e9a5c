import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { asHtml } from '#duties/annual-report/reading/fixtures/as-html.ts'
import { asDocx, asXlsx } from '#duties/annual-report/reading/fixtures/as-office.ts'
import { asPdf } from '#duties/annual-report/reading/fixtures/as-pdf.ts'
import { documentOf } from '#duties/annual-report/reading/fixtures/document.ts'
import { damagedBytes } from '#duties/annual-report/reading/fixtures/mutate.ts'
import type { randomFrom } from '#duties/annual-report/reading/fixtures/random-report.ts'
import type { Reading } from '#duties/annual-report/reading/read.ts'
import { cellsOf, forms } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'

type Random = ReturnType<typeof randomFrom>

/** A table of the damaged source as a reader that knows nothing of reports takes it: rows of cells of words. */
type Rows = readonly (readonly string[])[]

/** A container whose tables were damaged, still opening, with its rows taken out independently. */
export interface DamagedTables {
  readonly name: string
  readonly bytes: Uint8Array
  /** What figures of the reading stand otherwise in the source. */
  readonly judge: (reading: Reading) => readonly string[]
}

/** The tags that make tables in each kind of markup, and what takes the words out of a cell. */
interface Markup {
  readonly row: RegExp
  readonly cell: RegExp
  readonly words: (cell: string) => string
}

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()

const html: Markup = { row: /<tr>[\s\S]*?<\/tr>/g, cell: /<td[^>]*>[\s\S]*?<\/td>/g, words: plain }
const word: Markup = { row: /<w:tr>[\s\S]*?<\/w:tr>/g, cell: /<w:tc>[\s\S]*?<\/w:tc>/g, words: plain }

/** Loses or repeats rows and cells, whole: no tag is left open, no figure is changed. */
function damaged(markup: string, { row, cell }: Markup, random: Random): string {
  const rate = 20 + random(200)
  return markup.replace(row, (words) => {
    if (random(rate) === 0) return ''
    const line = words.replace(cell, (each) =>
      random(rate * 4) === 0 ? '' : random(rate * 8) === 0 ? each + each : each,
    )
    return random(rate) === 0 ? line + line : line
  })
}

const rowsOf = (markup: string, { row, cell, words }: Markup): Rows =>
  [...markup.matchAll(row)].map(([line]) => [...line.matchAll(cell)].map(([each]) => words(each)))

const isFigure = (words: string): boolean => /^(?:[+-]?\d[\d.,]*|[/-]|)$/.test(words)

const labels: ReadonlyMap<string, readonly string[]> = new Map(
  forms.flatMap((form) =>
    cellsOf(form)
      .filter(({ table }) => table.id !== 'remedies')
      .map(({ row }): [string, string[]] => [row.key, [row.label]]),
  ),
)

/** The runs of figures behind a label, wherever it stands. */
const behind = (rows: Rows, label: string): Rows =>
  rows.flatMap((cells) =>
    cells.flatMap((each, index) => {
      if (each !== label) return []
      const rest = cells.slice(index + 1)
      const stop = rest.findIndex((one) => !isFigure(one))
      return [stop < 0 ? rest : rest.slice(0, stop)]
    }),
  )

/** Figures marked sure must stand in the same row and column of the source, in a row with as many cells as columns. */
function judgeRows(rows: Rows): DamagedTables['judge'] {
  return (reading) => {
    const wrong: string[] = []
    for (const [key, [label = '']] of labels) {
      const runs = behind(rows, label)
      const read = [...reading.cells].filter(
        ([id, { cell }]) => id.startsWith(`${key}.`) && cell.kind === 'number',
      )
      if (runs.length === 0 || read.length === 0) continue
      const columns = [...reading.cells.keys()].filter((id) => id.startsWith(`${key}.`))
      const fitting = runs.filter((run) => run.length === columns.length || isOneCell(run, columns.length))
      for (const [id, { cell, from, to }] of read) {
        const stands = fitting.some((run) => sameFigure(run[columns.indexOf(id)] ?? '', cell))
        if (!stands)
          wrong.push(`${id} read ${JSON.stringify(cell)} at ${from}-${to}, stands ${JSON.stringify(runs)}`)
      }
    }
    return wrong
  }
}

/** A merged cell may be written out in each of its places. */
const isOneCell = (run: readonly string[], columns: number): boolean =>
  columns === 1 && run.length > 1 && run.every((words) => words === run[0])

const sameFigure = (words: string, cell: { readonly kind: string; readonly value?: number }): boolean => {
  const figure = Number(words.replaceAll(',', ''))
  return words !== '' && (figure === cell.value || Math.round(figure * 1_000_000) === cell.value)
}

function damagedHtml(report: Report, random: Random): DamagedTables {
  const text = damaged(asHtml(documentOf(report), random(2) === 0 ? 'table' : 'layoutTable'), html, random)
  return { name: 'tables of html', bytes: strToU8(text), judge: judgeRows(rowsOf(text, html)) }
}

async function damagedDocx(report: Report, random: Random): Promise<DamagedTables> {
  const files = unzipSync(await asDocx(documentOf(report)))
  const name = 'word/document.xml'
  const text = damaged(strFromU8(files[name] ?? new Uint8Array()), word, random)
  const bytes = zipSync({ ...files, [name]: strToU8(text) })
  return { name: 'tables of docx', bytes, judge: judgeRows(rowsOf(text, word)) }
}

/** Of a sheet cells lose their content, or rows are lost: every cell that is left keeps its address. */
async function damagedXlsx(report: Report, random: Random): Promise<DamagedTables> {
  const files = unzipSync(await asXlsx(documentOf(report)))
  const name = 'xl/worksheets/sheet1.xml'
  const shared = [
    ...strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array()).matchAll(/<si>([\s\S]*?)<\/si>/g),
  ].map(([, words = '']) => plain(words))
  const rate = 20 + random(200)
  const text = strFromU8(files[name] ?? new Uint8Array())
    .replace(/<row [\s\S]*?<\/row>/g, (row) => (random(rate) === 0 ? '' : row))
    .replace(/(<c r="[A-Z]+\d+"[^>]*>)<v>[^<]*<\/v><\/c>/g, (cell, open) =>
      random(rate * 4) === 0 ? `${open}</c>` : cell,
    )
  const sheet: Markup = {
    row: /<row [\s\S]*?<\/row>/g,
    cell: /<c r="[A-Z]+\d+"[^>]*?(?:\/>|>[\s\S]*?<\/c>)/g,
    words: (cell) => (/t="s"/.test(cell) ? (shared[Number(plain(cell))] ?? '') : plain(cell)),
  }
  const bytes = zipSync({ ...files, [name]: strToU8(text) })
  return { name: 'tables of xlsx', bytes, judge: judgeXlsx(rowsOf(text, sheet)) }
}

/** Merged cells stand in a sheet as empty ones: the figures behind a label are those that are filled. */
function judgeXlsx(rows: Rows): DamagedTables['judge'] {
  return (reading) =>
    [...reading.cells].flatMap(([id, { cell }]) => {
      const label = labels.get(id.slice(0, id.lastIndexOf('.')))?.[0]
      if (cell.kind !== 'number' || label === undefined) return []
      const runs = behind(rows, label)
      if (runs.length === 0 || runs.some((run) => run.some((words) => sameFigure(words, cell)))) return []
      return [`${id} read ${JSON.stringify(cell)}, stands ${JSON.stringify(runs)}`]
    })
}

const papers = new Map<number, Uint8Array>()

/** A PDF of damaged bytes: what is read of it stands in the text that the library alone takes out. */
async function damagedPdf(report: Report, random: Random, seed: number): Promise<DamagedTables> {
  const whole = papers.get(seed % 4) ?? asPdf(documentOf(report), 'ruled')
  papers.set(seed % 4, whole)
  const bytes = damagedBytes(whole, random)
  const text = await textOfPdf(bytes)
  const judge = (reading: Reading) =>
    [...reading.cells].flatMap(([id, { cell }]) => {
      if (cell.kind !== 'number' || text === undefined) return []
      // The library sets digits apart where the paper does.
      const words = text.replace(/\s/g, '')
      const written = [String(cell.value), String(cell.value / 1_000_000)]
      return written.some((each) => words.includes(each))
        ? []
        : [`${id} read ${JSON.stringify(cell)}, nowhere in the text`]
    })
  return { name: 'bytes of pdf, judged', bytes, judge }
}

async function textOfPdf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 })
    const { text } = await extractText(pdf, { mergePages: true })
    await pdf.loadingTask.destroy()
    return text
  } catch {
    return undefined
  }
}

/** A container with damaged tables, of each kind in turn. */
export async function damagedTables(report: Report, index: number, random: Random): Promise<DamagedTables> {
  const kind = index % 8
  if (kind === 0) return damagedPdf(report, random, index)
  if (kind === 1) return damagedDocx(report, random)
  if (kind === 2) return damagedXlsx(report, random)
  return damagedHtml(report, random)
}
