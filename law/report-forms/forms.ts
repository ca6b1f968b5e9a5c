import type { Block, CellId, Column, Form, FormId, Identity, Row, Table } from './form.ts'
import { form2019 } from './form-2019.ts'
import { form2021 } from './form-2021.ts'
import { applicantColumns, balanceRows } from './requests-table.ts'

/** Every form there is, oldest first. A new form is one more file and one more entry here. */
export const forms: readonly Form[] = [form2019, form2021]

const byId: Readonly<Record<FormId, Form>> = { '2019': form2019, '2021': form2021 }

/** The form of that name. */
export const formById = (id: FormId): Form => byId[id]

/** The form that the reports on that year are written in; undefined before 2019. */
export const formForYear = (year: number): Form | undefined =>
  forms.find((form) => form.years.from <= year && year <= (form.years.to ?? Number.POSITIVE_INFINITY))

/** Where a cell stands in its form. */
export interface Place {
  readonly id: CellId
  readonly table: Table
  readonly block: Block
  readonly row: Row
  readonly column: Column
}

/** Every cell of the given tables in the order of print, local rows too. */
export const cellsOfTables = (tables: readonly Table[]): readonly Place[] =>
  tables.flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.rows.flatMap((row) =>
        block.columns.map((column) => ({ id: `${row.key}.${column.id}`, table, block, row, column })),
      ),
    ),
  )

const placesOf = new Map<FormId, readonly Place[]>(forms.map((form) => [form.id, cellsOfTables(form.tables)]))
const everyPlace: ReadonlyMap<CellId, Place> = new Map(
  forms.flatMap((form) => cellsOfTables(form.tables)).map((place) => [place.id, place]),
)

/** Every cell of a form in the order of print. */
export const cellsOf = (form: Form): readonly Place[] => placesOf.get(form.id) ?? cellsOfTables(form.tables)

/** A row of a table with its cells. */
export interface RowPlaces {
  readonly table: Table
  readonly row: Row
  readonly places: readonly Place[]
}

const rowsOfTables = new WeakMap<Table, readonly RowPlaces[]>()

/** The rows of a table in the order of print, each with its cells. */
export function rowPlacesOf(table: Table): readonly RowPlaces[] {
  const known = rowsOfTables.get(table)
  if (known) return known
  const rows = table.blocks.flatMap((block) =>
    block.rows.map((row) => ({
      table,
      row,
      places: cellsOfTables([{ ...table, blocks: [{ ...block, rows: [row] }] }]),
    })),
  )
  rowsOfTables.set(table, rows)
  return rows
}

const idsOfRows = new Map<string, Map<string, CellId>>()

/** The name of the cell in a row and a column. */
export function cellId(row: string, column: string): CellId {
  const known = idsOfRows.get(row)?.get(column)
  if (known !== undefined) return known
  const ids = idsOfRows.get(row) ?? new Map<string, CellId>()
  const id = `${row}.${column}`
  ids.set(column, id)
  idsOfRows.set(row, ids)
  return id
}

/** The place of a cell in the named form, or in whichever form has it (the newest first). */
export const placeOf = (id: CellId, form?: FormId | 'mixed'): Place | undefined =>
  (form === undefined || form === 'mixed' ? undefined : placesIn[form].get(id)) ?? everyPlace.get(id)

const indexed = (form: Form): ReadonlyMap<CellId, Place> =>
  new Map(cellsOf(form).map((place) => [place.id, place]))
const placesIn: Readonly<Record<FormId, ReadonlyMap<CellId, Place>>> = {
  '2019': indexed(form2019),
  '2021': indexed(form2021),
}

/** A cell in words: 表三「（一）予以公开」自然人. */
export function nameOfCell(id: CellId, form?: FormId | 'mixed'): string {
  const place = placeOf(id, form)
  if (place === undefined) return id
  const table = { proactive: '表二', requests: '表三', remedies: '表四' }[place.table.id]
  return `${table}“${place.row.label}”${place.column.label}`
}

const column = (rows: readonly string[], id: string): CellId[] => rows.map((row) => `${row}.${id}`)

/** The result rows of a table three: those that add up to （七）总计. */
export function resultRows(table: Table): readonly string[] {
  const rows = table.blocks.flatMap((block) => block.rows.map((row) => row.key))
  const outside: readonly string[] = [...balanceRows.left, balanceRows.total, balanceRows.carriedForward]
  return rows.filter((row) => !outside.includes(row))
}

/** The identities of a table: sums down the columns, along the rows, and the one printed in its corner. */
export function identitiesOf(table: Table): readonly Identity[] {
  const known = identitiesOfTables.get(table)
  if (known) return known
  const identities = makeIdentities(table)
  identitiesOfTables.set(table, identities)
  return identities
}

const identitiesOfTables = new WeakMap<Table, readonly Identity[]>()

function makeIdentities(table: Table): readonly Identity[] {
  if (table.id === 'proactive') return []
  if (table.id === 'remedies') return table.blocks.map(remedySum)
  const leaves = resultRows(table)
  const columns = applicantColumns.map((each) => each.id)
  const balances = columns.map((id): Identity => {
    const right = column([balanceRows.total, balanceRows.carriedForward], id)
    return { rule: 'columnBalance', left: column(balanceRows.left, id), right, printed: true }
  })
  const sums = columns.map((id): Identity => {
    const right = [`${balanceRows.total}.${id}`]
    return { rule: 'leafSum', left: column(leaves, id), right, printed: false }
  })
  const rows = table.blocks.flatMap((block) => block.rows)
  const along = rows.map((row): Identity => {
    const left = columns.filter((id) => id !== 'total').map((id) => `${row.key}.${id}`)
    return { rule: 'applicantSum', left, right: [`${row.key}.total`], printed: false }
  })
  return [...balances, ...sums, ...along]
}

function remedySum(block: Block): Identity {
  const parts = block.columns.filter((each) => each.id !== 'total')
  const left = parts.map((part) => `${block.id}.${part.id}`)
  return { rule: 'remedySum', left, right: [`${block.id}.total`], printed: false }
}
