import type { Table } from '#platform/documents/table-file.ts'
import { fieldOfHeading, type ImportFieldName } from './fields.ts'

/** Where a field comes from: a column of the file counted from 1, or one value for the whole file. */
export type Source = { column: number } | { value: string }
export type Mapping = Partial<Record<ImportFieldName, Source>>

/** A column of the file, counted from 1. */
export interface Heading {
  readonly index: number
  readonly heading: string
}

export interface Column extends Heading {
  readonly samples: readonly string[]
}

export type Header =
  | { kind: 'found'; headerRow: number; columns: readonly Column[]; mapping: Mapping }
  | { kind: 'unclear'; sentence: string }

const searched = 15
const samplesShown = 3

const hits = (row: readonly string[] = []): number =>
  row.filter((cell) => cell && fieldOfHeading(cell)).length

const columnsUnder = ({ rows }: Table, headerRow: number): Column[] =>
  (rows[headerRow - 1] ?? []).flatMap((heading, c) => {
    const below = rows.slice(headerRow).flatMap((row) => row[c] || [])
    if (!heading && below.length === 0) return []
    return [{ index: c + 1, heading: heading || `第${c + 1}列`, samples: below.slice(0, samplesShown) }]
  })

function guess(columns: readonly Column[], remembered: ReadonlyMap<string, ImportFieldName>): Mapping {
  const mapping: Mapping = {}
  for (const { index, heading } of columns) {
    const field = remembered.get(heading) ?? fieldOfHeading(heading)
    if (field && !mapping[field]) mapping[field] = { column: index }
  }
  return mapping
}

/** Two rows of headings, or headings spread over several columns: which column is which cannot be known. */
function doubled(table: Table, headerRow: number): string | undefined {
  const beside = [headerRow - 1, headerRow + 1].find((row) => row >= 1 && hits(table.rows[row - 1]) > 0)
  if (beside !== undefined) {
    const [upper, lower] = [Math.min(beside, headerRow), Math.max(beside, headerRow)]
    return `第${upper}行和第${lower}行都是表头。请只保留一行表头，每列一个名称，然后重新上传`
  }
  const wide = table.merged.find(
    ({ fromRow, toRow, fromColumn, toColumn }) =>
      fromRow <= headerRow && toRow >= headerRow && (toRow > fromRow || toColumn > fromColumn),
  )
  return wide && `第${headerRow}行表头有合并单元格。请取消合并，只保留一行表头，每列一个名称，然后重新上传`
}

/** The row of headings and what each column is taken for; a sentence where that is not clear. */
export function headerOf(table: Table, remembered: ReadonlyMap<string, ImportFieldName> = new Map()): Header {
  const counts = table.rows.slice(0, searched).map(hits)
  const best = Math.max(...counts)
  if (best < 2) {
    return {
      kind: 'unclear',
      sentence: `前${searched}行里没有找到表头。表头应当有“申请内容”“申请人”“收到日期”等列名，单独占一行`,
    }
  }
  const headerRow = counts.indexOf(best) + 1
  const sentence = doubled(table, headerRow)
  if (sentence) return { kind: 'unclear', sentence }
  const columns = columnsUnder(table, headerRow)
  return { kind: 'found', headerRow, columns, mapping: guess(columns, remembered) }
}
