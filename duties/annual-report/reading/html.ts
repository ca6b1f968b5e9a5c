import { parse } from 'parse5'
import { cellEnd, rowEnd } from './normal.ts'
import { type Place, textPlaces, type Unfolded } from './place.ts'
import { type PageElement, type PageNode, type PageText, quickTree } from './quick-html.ts'

const silent = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'select', 'button'])
const blocks = new Set(
  'p div section article header footer main aside nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table tr td th caption tbody thead pre blockquote form center fieldset title hr'.split(
    ' ',
  ),
)
/** Deeper trees are cut off: nobody nests a report so. */
const deepest = 400

interface CellPlace {
  readonly from: number
  readonly table: number
  readonly row: number
  readonly column: number
}

interface Parent {
  readonly childNodes: readonly PageNode[]
}

class Unfolding {
  readonly parts: string[] = []
  length = 0
  tables = 0
  readonly cells: CellPlace[] = []
  last = '\n'

  put(words: string): void {
    if (words === '') return
    this.parts.push(words)
    this.length += words.length
    this.last = words[words.length - 1] ?? ''
  }

  line(): void {
    if (this.last !== '\n' && this.last !== rowEnd && this.last !== cellEnd) this.put('\n')
  }
}

const isElement = (node: PageNode): node is PageElement => 'tagName' in node
const isText = (node: PageNode): node is PageText => node.nodeName === '#text'

const hidden = (node: PageElement): boolean =>
  node.attrs.some(
    ({ name, value }) => name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
  )

function text(out: Unfolding, node: PageText, inCell: boolean, asIs: boolean): void {
  if (asIs) {
    out.put(node.value)
    return
  }
  const words = inCell || node.value.includes('\n') ? node.value.replace(/\s+/g, ' ') : node.value
  if (words.trim() === '') {
    if (words !== '' && out.last !== ' ' && out.last !== '\n') out.put(' ')
    return
  }
  out.put(words)
}

function walk(out: Unfolding, node: Parent, inCell: boolean, depth: number): void {
  if (depth > deepest) return
  const asIs = !inCell && 'tagName' in node && node.tagName === 'pre'
  for (const child of node.childNodes) {
    if (isText(child)) text(out, child, inCell, asIs)
    else if (isElement(child)) element(out, child, inCell, depth)
  }
}

function element(out: Unfolding, node: PageElement, inCell: boolean, depth: number): void {
  const tag = node.tagName
  if (silent.has(tag) || hidden(node)) return
  if (tag === 'br') {
    out.put(inCell ? ' ' : '\n')
    return
  }
  if (!inCell && tag === 'table' && !holdsTable(node, 0)) {
    tableOfCells(out, node, depth)
    return
  }
  if (!inCell && (tag === 'div' || tag === 'ul' || tag === 'dl') && isRow(node)) {
    rowOfDivs(out, node, depth)
    return
  }
  const block = blocks.has(tag)
  if (block) {
    if (inCell) out.put(' ')
    else out.line()
  }
  walk(out, node, inCell, depth + 1)
  if (block && !inCell) out.line()
}

/** Holds another table of several cells: then it is there for the layout. */
function holdsTable(node: Parent, depth: number): boolean {
  if (depth > deepest) return true
  return node.childNodes.some(
    (child) =>
      isElement(child) && ((child.tagName === 'table' && !isOneCell(child)) || holdsTable(child, depth + 1)),
  )
}

function isOneCell(table: PageElement): boolean {
  const [row, ...others] = rowsOf(table)
  return others.length === 0 && row !== undefined && row.childNodes.filter(isCell).length === 1
}

const isCell = (node: PageNode): node is PageElement => isElement(node) && /^t[dh]$/.test(node.tagName)

function rowsOf(node: Parent): PageElement[] {
  return node.childNodes.flatMap((child) => {
    if (!isElement(child)) return []
    if (child.tagName === 'tr') return [child]
    return ['tbody', 'thead', 'tfoot'].includes(child.tagName) ? rowsOf(child) : []
  })
}

function tableOfCells(out: Unfolding, node: PageElement, depth: number): void {
  out.line()
  const table = ++out.tables
  for (const [row, line] of rowsOf(node).entries()) {
    const cells = line.childNodes.filter(isCell).filter((cell) => !hidden(cell))
    for (const [column, cell] of cells.entries()) {
      if (column > 0) out.put(cellEnd)
      out.cells.push({ from: out.length, table, row: row + 1, column: column + 1 })
      walk(out, cell, true, depth + 1)
    }
    out.put(rowEnd)
  }
  out.cells.push({ from: out.length, table: 0, row: 0, column: 0 })
  out.line()
}

const cellTags = new Set(['div', 'span', 'li', 'dt', 'dd', 'p'])

/** A row drawn without a table: nothing in it but two or more short pieces of the same kind, none of them divided. */
function isRow(node: PageElement): boolean {
  let count = 0
  for (const child of node.childNodes) {
    if (isText(child)) {
      if (child.value.trim() !== '') return false
    } else if (isElement(child)) {
      if (!cellTags.has(child.tagName) || child.tagName === 'p' || !isLeaf(child)) return false
      count++
    }
  }
  return count >= 2
}

/** Nobody wraps the words of one cell so often. */
const deepestLeaf = 12

const isLeaf = (node: PageElement, depth = 0): boolean => {
  if (depth > deepestLeaf) return false
  let length = 0
  const inside = node.childNodes.filter(isElement)
  for (const child of node.childNodes) {
    if (isText(child)) length += child.value.length
    else if (isElement(child)) {
      const wraps = child.tagName === 'div' && inside.length === 1
      if (!wraps && !/^(span|br|p|b|strong|em|i|font|u)$/.test(child.tagName)) return false
      if (!isLeaf(child, depth + 1)) return false
    }
  }
  return length <= 120 && !isRowOfSpans(node, inside)
}

const wordsIn = (node: PageElement): string =>
  node.childNodes
    .map((child) => (isText(child) ? child.value : isElement(child) ? wordsIn(child) : ''))
    .join('')

/** Words first and a figure last, each in a piece of its own: that is a row, not one cell. */
function isRowOfSpans(node: PageElement, inside: readonly PageElement[]): boolean {
  const [first] = inside
  const last = inside.at(-1)
  if (node.tagName !== 'div' || inside.length < 2 || first === undefined || last === undefined) return false
  return /[一-龥]{2}/.test(wordsIn(first)) && /^\s*(?:[+-]?\d[\d.,]*|[/—-]+)?\s*$/.test(wordsIn(last))
}

function rowOfDivs(out: Unfolding, node: PageElement, depth: number): void {
  out.line()
  const cells = node.childNodes.filter(isElement)
  for (const [column, cell] of cells.entries()) {
    if (column > 0) out.put(cellEnd)
    out.cells.push({ from: out.length, table: out.tables + 1, row: 0, column: column + 1 })
    walk(out, cell, true, depth + 1)
  }
  out.put(rowEnd)
}

function lastBefore<Entry extends { readonly from: number }>(
  entries: readonly Entry[],
  place: number,
): Entry | undefined {
  let low = 0
  let high = entries.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((entries[middle]?.from ?? 0) <= place) low = middle
    else high = middle - 1
  }
  const entry = entries[low]
  return entry && entry.from <= place ? entry : undefined
}

const scripts = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi

/** The tree of a page: quickly where its tables are in order, else as a browser would make it. */
const treeOf = (html: string): Parent =>
  (drawnWithSpans(html) ? undefined : quickTree(html.replace(scripts, ' '))) ?? parse(html)

/** The quick tree knows no span. */
const drawnWithSpans = (html: string): boolean => !/<table\b/i.test(html) && /<\/span>\s*<span/i.test(html)

/** A page as one text: cells of its data tables kept apart, everything else by lines. */
export function unfoldHtml(html: string, kind: 'html' | 'docx' = 'html'): Unfolded {
  const out = new Unfolding()
  walk(out, treeOf(html), false, 0)
  const raw = out.parts.join('')
  const lines = textPlaces(raw)
  const placeOf = (from: number, to: number): Place => {
    const cell = lastBefore(out.cells, from)
    if (cell === undefined || cell.table === 0) return lines(from, to)
    return { kind: 'cell', table: cell.table, row: cell.row, column: cell.column }
  }
  return { kind, raw, placeOf }
}
