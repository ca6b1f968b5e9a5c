import type { Row } from '#law/report-forms/form.ts'

/** A heading to the left of a row: its words, and over how many rows and columns it reaches. */
export interface RowHeading {
  label: string
  rows: number
  columns: number
}

/**
 * The headings of each row as the official form prints them: a heading above several rows stands once, beside the
 * first, and a row with fewer headings than `depth` reaches across the rest.
 */
export function rowHeadings(rows: readonly Row[]): readonly (readonly RowHeading[])[] {
  const depth = Math.max(...rows.map((row) => row.under.length)) + 1
  return rows.map((row, at) => {
    const groups = row.under.flatMap((label, level) =>
      isSame(rows[at - 1], row, level) ? [] : [{ label, rows: reach(rows, at, level), columns: 1 }],
    )
    return [...groups, { label: row.label, rows: 1, columns: depth - row.under.length }]
  })
}

const isSame = (before: Row | undefined, row: Row, level: number): boolean =>
  before !== undefined && row.under.slice(0, level + 1).every((label, index) => before.under[index] === label)

const reach = (rows: readonly Row[], from: number, level: number): number => {
  const first = rows[from]
  let to = from + 1
  while (
    first &&
    to < rows.length &&
    isSame(first, rows[to] ?? first, level) &&
    (rows[to]?.under.length ?? 0) > level
  )
    to++
  return to - from
}
