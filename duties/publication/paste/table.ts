import type { Block, Cell, Inline } from './blocks.ts'
import { droppedAs, type Element, elementOf, isElement } from './element.ts'
import type { Look, Walk } from './walk.ts'

const mostSpan = 200

const spanOf = (element: Element, name: string): number => {
  const span = Number.parseInt(element.attributes.get(name) ?? '1', 10)
  return span > 1 ? Math.min(span, mostSpan) : 1
}

interface Rows {
  readonly caption: readonly Inline[]
  readonly rows: readonly { readonly head: boolean; readonly cells: readonly Element[] }[]
}

function rowsOf(table: Element, walk: Walk, look: Look): Rows {
  const rows: { head: boolean; cells: Element[] }[] = []
  let caption: readonly Inline[] = []
  const visit = (element: Element, head: boolean): void => {
    for (const node of element.children) {
      if (!isElement(node)) continue
      const child = elementOf(node)
      if (droppedAs(child)) walk.nodes([node], look)
      else if (/^(thead|tbody|tfoot)$/.test(child.name)) visit(child, child.name === 'thead')
      else if (child.name === 'tr') rows.push({ head, cells: [] })
      if (child.name === 'tr') visit(child, head)
      else if (child.name === 'td' || child.name === 'th') rows.at(-1)?.cells.push(child)
      else if (child.name === 'caption') caption = walk.inside(child.children, look).flatMap(inlinesOf)
    }
  }
  visit(table, false)
  return { caption, rows }
}

const inlinesOf = (block: Block): readonly Inline[] => (block.type === 'paragraph' ? block.inlines : [])

// A table within a cell cannot be read aloud in order: its cells become paragraphs.
const flat = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.flatMap((row) => row.flatMap(({ blocks: inner }) => inner)) : [block],
  )

const isBold = (block: Block): boolean =>
  block.type === 'paragraph' &&
  block.inlines.every(
    (inline) => inline.type !== 'text' || inline.text.trim() === '' || inline.marks.includes('strong'),
  )

/** A table with its spans; a frame of one cell used for layout becomes what is in it; an empty one nothing. */
export function tableOf(element: Element, walk: Walk, look: Look): readonly Block[] {
  const { caption, rows } = rowsOf(element, walk, look)
  const filled = rows.map(({ head, cells }) =>
    cells.map((cell): Cell => {
      const isHead = head || cell.name === 'th'
      const own = walk.cell(cell, look)
      const colspan = spanOf(cell, 'colspan')
      return { heading: isHead, colspan, rowspan: spanOf(cell, 'rowspan'), blocks: flat(own) }
    }),
  )
  const kept = filled.filter((row) => row.length > 0)
  const cells = kept.flat()
  if (cells.every(({ blocks }) => blocks.length === 0)) return []
  if (cells.length === 1) return cells[0]?.blocks ?? []
  const [first = [], ...others] = kept
  const titled =
    others.length > 0 &&
    first.length > 1 &&
    first.every(({ blocks }) => blocks.length > 0 && blocks.every(isBold))
  const head = titled ? first.map((cell) => ({ ...cell, heading: true })) : first
  return [{ type: 'table', caption, rows: [head, ...others] }]
}
