import type { CellId } from '#law/report-forms/form.ts'
import type { Statement } from '../rules/statements.ts'
import { cutsOf } from './glue.ts'
import type { ReadCell, RowReading } from './read-rows.ts'
import { accept } from './resolve-rows.ts'

/**
 * Glued rows without an identity of their own, decided by the text: only where it states all figures of the row but
 * one, and exactly one way of cutting agrees with every one of them.
 */
export function tellRows(
  rows: readonly RowReading[],
  statements: readonly Statement[],
  cells: Map<CellId, ReadCell>,
): void {
  for (const reading of rows) {
    const { row, columns, label } = reading
    if (row.kind !== 'glued' || !isOpen(cells, `${label.label.key}.${columns[0]?.id}`)) continue
    const told = columns.map((column) => toldOf(statements, `${label.label.key}.${column.id}`))
    if (told.filter((figure) => figure === undefined).length > 1) continue
    const agree = (figures: readonly number[]) =>
      figures.every((figure, index) => (told[index] ?? figure) === figure)
    const every = cutsOf(
      row.tokens.map((token) => token.text),
      columns.length,
    )
    const ways = every?.filter(agree) ?? []
    const [only] = ways
    if (ways.length !== 1 || only === undefined) continue
    accept(reading, only, (entries) => entries.forEach(([id, cell]) => void cells.set(id, cell)), 'told')
  }
}

const isOpen = (cells: ReadonlyMap<CellId, ReadCell>, id: CellId): boolean =>
  cells.get(id)?.cell.kind === 'undecidable'

function toldOf(statements: readonly Statement[], id: CellId): number | undefined {
  const stated = new Set(
    statements
      .filter(({ cells, ofYear }) => cells.length === 1 && cells[0] === id && ofYear === undefined)
      .map((each) => each.value),
  )
  const [only] = stated
  return stated.size === 1 ? only : undefined
}
