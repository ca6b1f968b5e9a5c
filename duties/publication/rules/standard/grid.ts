/** A table as it was read: `rows[0]` is its first row; a merged cell's words stand at its upper left corner. */
export interface Grid {
  readonly rows: readonly (readonly string[])[]
  readonly merged: readonly {
    readonly fromRow: number
    readonly toRow: number
    readonly fromColumn: number
    readonly toColumn: number
  }[]
}

/** The table with the words of every merged cell in all the places it covers. */
export function filled({ rows, merged }: Grid): string[][] {
  const cells = rows.map((row) => [...row])
  for (const { fromRow, toRow, fromColumn, toColumn } of merged) {
    const words = cells[fromRow - 1]?.[fromColumn - 1] ?? ''
    for (const row of cells.slice(fromRow - 1, toRow)) {
      for (let column = fromColumn; column <= toColumn; column++) row[column - 1] = words
    }
  }
  return cells
}
