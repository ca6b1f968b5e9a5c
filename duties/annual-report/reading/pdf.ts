import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { cellEnd, rowEnd } from './normal.ts'
import { fillGrid, type Glyphs, type GridCell, gridOf, type Rule } from './pdf-grid.ts'
import { aligned, columnsOf, figuresOf, type Line, linesOf, type Word, wordsOf } from './pdf-lines.ts'
import { byLibrary, type Place, type Unfolded, Unreadable } from './place.ts'

/** Pages beyond these are not of a report. */
const mostPages = 80
const tableWords = /(信息内容|自然人|结果维持|国家秘密|重复申请|总计|其他处理|出版物|行政处罚|行政许可|结转)/

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

class Paper {
  readonly parts: string[] = []
  length = 0
  readonly places: { from: number; page: number; glyphs: Glyphs }[] = []

  put(words: string): void {
    this.parts.push(words)
    this.length += words.length
  }

  piece(page: number, glyphs: Glyphs): void {
    this.places.push({ from: this.length, page, glyphs })
    this.put(glyphs.text)
  }
}

/** A PDF with text as one text. Tables are read by their ruled lines; where there are none, by their columns. */
export async function unfoldPdf(bytes: Uint8Array): Promise<Unfolded> {
  const pdf = await openPdf(bytes)
  const paper = new Paper()
  try {
    const operators = await getResolvedPDFJS()
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number++)
      await unfoldPage(paper, await byLibrary(() => pdf.getPage(number), broken), number, operators.OPS)
  } finally {
    await byLibrary(() => pdf.loadingTask.destroy(), broken)
  }
  return { kind: 'pdf', raw: paper.parts.join(''), placeOf: (from, to) => placeIn(paper, from, to) }
}

const broken = '这份PDF损坏或者不完整，打不开，请重新下载后再试。'

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new Unreadable('这份PDF加了密码，请提供不加密码的文件。')
    throw new Unreadable(broken)
  }
}

async function unfoldPage(
  paper: Paper,
  page: PdfPage,
  number: number,
  ops: Record<string, number>,
): Promise<void> {
  const [, bottom = 0, , top = 0] = page.view
  const glyphs = await glyphsOf(page, top)
  if (glyphs.length === 0) return
  const words = glyphs.map((piece) => piece.text).join('')
  const grid = tableWords.test(words.replace(/\s/g, '')) ? gridOf(await rulesOf(page, top, ops)) : []
  const free = fillGrid(grid, glyphs)
  const body = free.filter((piece) => !isPageNumber(piece, top - bottom))
  putInOrder(paper, number, linesOf(body), grid)
}

async function glyphsOf(page: PdfPage, top: number): Promise<readonly Glyphs[]> {
  const { items } = await byLibrary(() => page.getTextContent(), broken)
  return items.flatMap((item): Glyphs[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , , x = 0, y = 0] = item.transform as number[]
    const height = item.height > 0 ? item.height : 8
    return [{ text: item.str, x, y: top - y - height * 0.85, width: item.width, height }]
  })
}

const isPageNumber = (piece: Glyphs, height: number): boolean =>
  /^[-—–\s]*\d{1,3}[-—–\s]*$/.test(piece.text) && (piece.y < height * 0.06 || piece.y > height * 0.92)

type Matrix = readonly [number, number, number, number, number, number]

const multiply = (one: Matrix, other: Matrix): Matrix => [
  one[0] * other[0] + one[2] * other[1],
  one[1] * other[0] + one[3] * other[1],
  one[0] * other[2] + one[2] * other[3],
  one[1] * other[2] + one[3] * other[3],
  one[0] * other[4] + one[2] * other[5] + one[4],
  one[1] * other[4] + one[3] * other[5] + one[5],
]

/** The ruled lines of a page: what is stroked, and what is filled but thin as a line. */
async function rulesOf(page: PdfPage, top: number, ops: Record<string, number>): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await byLibrary(() => page.getOperatorList(), broken)
  const strokes = new Set(
    ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke'].map((name) => ops[name]),
  )
  const fills = new Set(['fill', 'eoFill'].map((name) => ops[name]))
  const rules: Rule[] = []
  const stack: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [index, operator] of fnArray.entries()) {
    if (operator === ops.save) stack.push(matrix)
    else if (operator === ops.restore) matrix = stack.pop() ?? matrix
    else if (operator === ops.transform) matrix = multiply(matrix, argsArray[index] as Matrix)
    else if (operator === ops.constructPath) {
      const [kind, [path] = []] = argsArray[index] as [number, [ArrayLike<number> | null]?]
      if (path && strokes.has(kind)) strokeRules(rules, path, matrix, top)
      else if (path && fills.has(kind)) fillRules(rules, path, matrix, top)
    }
    if (rules.length > 20_000) break
  }
  return rules
}

type Point = readonly [number, number]

const lengths: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 }

/** The corners of each closed or open run of a path. */
function runsOf(path: ArrayLike<number>, matrix: Matrix, top: number): Point[][] {
  const runs: Point[][] = []
  for (let at = 0; at < path.length; ) {
    const kind = path[at++] ?? 4
    const size = lengths[kind] ?? 0
    const [x = 0, y = 0] = [path[at + size - 2], path[at + size - 1]]
    const point: Point = [
      matrix[0] * x + matrix[2] * y + matrix[4],
      top - (matrix[1] * x + matrix[3] * y + matrix[5]),
    ]
    const run = runs.at(-1)
    if (kind === 0) runs.push([point])
    else if (kind === 4) {
      const [first] = run ?? []
      if (run && first) run.push(first)
    } else run?.push(point)
    at += size
  }
  return runs
}

function strokeRules(rules: Rule[], path: ArrayLike<number>, matrix: Matrix, top: number): void {
  for (const run of runsOf(path, matrix, top))
    for (const [index, [x, y]] of run.entries()) {
      const next = run[index + 1]
      if (next === undefined) continue
      addRule(rules, Math.min(x, next[0]), Math.min(y, next[1]), Math.abs(next[0] - x), Math.abs(next[1] - y))
    }
}

function fillRules(rules: Rule[], path: ArrayLike<number>, matrix: Matrix, top: number): void {
  for (const run of runsOf(path, matrix, top)) {
    const xs = run.map(([x]) => x)
    const ys = run.map(([, y]) => y)
    const [left, up] = [Math.min(...xs), Math.min(...ys)]
    addRule(rules, left, up, Math.max(...xs) - left, Math.max(...ys) - up)
  }
}

function addRule(rules: Rule[], left: number, up: number, width: number, height: number): void {
  if (height <= 2 && width > 3)
    rules.push({ across: true, at: up + height / 2, from: left, to: left + width })
  else if (width <= 2 && height > 3)
    rules.push({ across: false, at: left + width / 2, from: up, to: up + height })
}

/** Writes lines and table rows in the order in which they stand on the page. */
function putInOrder(paper: Paper, page: number, lines: readonly Line[], grid: readonly GridCell[]): void {
  const rows = [...Map.groupBy(grid, (cell) => cell.row).values()].map((cells) => ({
    top: cells[0]?.top ?? 0,
    cells: cells.sort((one, other) => one.left - other.left),
  }))
  const columns = grid.length > 0 ? undefined : columnsOf(lines.map((line) => figuresOf(wordsOf(line))))
  const right = Math.max(0, ...lines.map((line) => endOf(line)))
  const pieces = [
    ...rows.map((row) => ({ top: row.top, put: () => putRow(paper, page, row.cells) })),
    ...lines.map((line) => ({ top: line.top, put: () => putLine(paper, page, line, columns, right) })),
  ]
  for (const piece of pieces.sort((one, other) => one.top - other.top)) piece.put()
  paper.put('\n')
}

const endOf = ({ glyphs }: Line): number => Math.max(...glyphs.map((piece) => piece.x + piece.width))

function putRow(paper: Paper, page: number, cells: readonly GridCell[]): void {
  for (const [index, cell] of cells.entries()) {
    if (index > 0) paper.put(cellEnd)
    for (const [nth, line] of linesOf(cell.glyphs).entries()) {
      if (nth > 0) paper.put(' ')
      putWords(paper, page, wordsOf(line))
    }
  }
  paper.put(rowEnd)
}

function putWords(paper: Paper, page: number, words: readonly Word[]): void {
  for (const [index, word] of words.entries()) {
    if (index > 0) paper.put(' ')
    for (const piece of word.glyphs) paper.piece(page, piece)
  }
}

/** A line of a table without rules with its figures under their columns, or a line of text. */
function putLine(
  paper: Paper,
  page: number,
  line: Line,
  columns: readonly number[] | undefined,
  right: number,
): void {
  const words = wordsOf(line)
  const figures = columns ? figuresOf(words) : []
  const places = columns && figures.length > 0 ? aligned(figures, columns) : undefined
  if (places) {
    putWords(paper, page, words.slice(0, words.length - figures.length))
    for (const word of places) {
      paper.put(cellEnd)
      if (word) putWords(paper, page, [word])
    }
    paper.put(rowEnd)
    return
  }
  putWords(paper, page, words)
  const full = endOf(line) > right - (line.glyphs[0]?.height ?? 10) * 2.2
  const last = line.glyphs.at(-1)?.text.trimEnd() ?? ''
  paper.put(full && columns === undefined && !/[。；：:]$/.test(last) ? '' : '\n')
}

function placeIn({ places }: Paper, from: number, to: number): Place {
  const first = places.findLastIndex((place) => place.from <= from)
  const start = places[Math.max(0, first)]
  if (start === undefined) return { kind: 'page', page: 1, box: [0, 0, 0, 0] }
  const covered = places
    .slice(Math.max(0, first))
    .filter((place) => place.page === start.page && place.from < Math.max(to, from + 1))
  const [left, top] = [
    Math.min(...covered.map(({ glyphs }) => glyphs.x)),
    Math.min(...covered.map(({ glyphs }) => glyphs.y)),
  ]
  const right = Math.max(...covered.map(({ glyphs }) => glyphs.x + glyphs.width))
  const bottom = Math.max(...covered.map(({ glyphs }) => glyphs.y + glyphs.height))
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    kind: 'page',
    page: start.page,
    box: [round(left), round(top), round(right - left), round(bottom - top)],
  }
}
