import type { ListColumn } from '#platform/documents/list-file.ts'

/** A field of a data set: its name in JSON, its heading in CSV, and what it means. */
export interface Field<Row> {
  name: string
  heading: string
  about: string
  of: (row: Row) => string | number | null
}

/** The row as an object with the names of the fields. */
export const objectOf = <Row>(
  fields: readonly Field<Row>[],
  row: Row,
): Record<string, string | number | null> => Object.fromEntries(fields.map(({ name, of }) => [name, of(row)]))

/** The fields as the columns of a list file. */
export const columnsOf = <Row>(fields: readonly Field<Row>[]): ListColumn<Row>[] =>
  fields.map(({ heading, of }) => ({ heading, width: 20, of }))
