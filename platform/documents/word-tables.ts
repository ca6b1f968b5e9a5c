import mammoth from 'mammoth'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import {
  damaged,
  type Merged,
  mostBytes,
  type NamedTable,
  type ReadTables,
  tooLarge,
  unpackedSize,
} from './table-file.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const isElement = (node: Node): node is Element => 'tagName' in node
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])

/** Words of a node; paragraphs and line breaks on lines of their own. */
function wordsOf(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value
  if (isElement(node) && node.tagName === 'br') return '\n'
  const inner = childrenOf(node).map(wordsOf).join('')
  return isElement(node) && ['p', 'li'].includes(node.tagName) ? `${inner}\n` : inner
}

const within = (node: Node, tag: string): Element[] =>
  childrenOf(node).flatMap((child) =>
    isElement(child) && child.tagName === tag
      ? [child]
      : isElement(child) && child.tagName !== 'table'
        ? within(child, tag)
        : [],
  )

const span = (cell: Element, name: string): number => {
  const said = Number(cell.attrs.find((attr) => attr.name === name)?.value ?? 1)
  return Number.isInteger(said) && said >= 1 && said <= 200 ? said : 1
}

/** A table of merged cells as rows of the same columns; the words of a merged cell at its upper left corner. */
function gridOf(table: Element): NamedTable['table'] {
  const rows: string[][] = []
  const taken = new Set<string>()
  const merged: Merged[] = []
  for (const [r, line] of within(table, 'tr').entries()) {
    const row: string[] = []
    rows[r] = row
    let column = 0
    for (const cell of [...childrenOf(line)].filter(isElement)) {
      while (taken.has(`${r} ${column}`)) row[column++] = ''
      const [down, across] = [span(cell, 'rowspan'), span(cell, 'colspan')]
      for (let i = 0; i < down; i++) for (let j = 0; j < across; j++) taken.add(`${r + i} ${column + j}`)
      if (down > 1 || across > 1)
        merged.push({ fromRow: r + 1, toRow: r + down, fromColumn: column + 1, toColumn: column + across })
      row[column] = wordsOf(cell).trim()
      for (let j = 1; j < across; j++) row[column + j] = ''
      column += across
    }
  }
  return { rows: rows.map((row) => Array.from(row, (cell) => cell ?? '')), merged }
}

/** The heading or paragraph right before a table: its name. */
function namedTables(root: Node): NamedTable[] {
  const found: NamedTable[] = []
  let name = ''
  for (const child of childrenOf(root)) {
    if (!isElement(child)) continue
    if (child.tagName === 'table') found.push({ name, table: gridOf(child) })
    else name = wordsOf(child).trim() || name
  }
  return found
}

/** The tables of a Word document, in their order, each under the words that stand before it. */
export async function readWordTables(bytes: Uint8Array): Promise<ReadTables> {
  try {
    if (unpackedSize(bytes) > mostBytes) return tooLarge
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })
    const [first, ...others] = namedTables(parseFragment(value)).filter(({ table }) => table.rows.length > 0)
    return first
      ? { kind: 'read', tables: [first, ...others] }
      : { kind: 'unreadable', sentence: '这个 Word 文件里没有表格' }
  } catch {
    return damaged('Word')
  }
}
