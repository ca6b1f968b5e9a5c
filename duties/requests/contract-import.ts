import { type Static, Type } from 'typebox'
import { Id } from '#platform/http/contract.ts'

/** Shapes that cross the wire for registers of earlier years; browser-safe. */

const strict = { additionalProperties: false } as const

const SourceSchema = Type.Union([
  Type.Object({ column: Type.Integer({ minimum: 1, maximum: 200 }) }, strict),
  /** One value for every row of the file. */
  Type.Object({ value: Type.String({ minLength: 1, maxLength: 100 }) }, strict),
])

/** Field of ours to its column, by the names of `fields`. */
export const MappingSchema = Type.Record(Type.String({ maxLength: 40 }), SourceSchema)

export const ImportSchema = Type.Object({
  importId: Id,
  name: Type.String(),
  /** uploaded, checking, wrong, checked, importing, imported, failed */
  status: Type.String(),
  statusLabel: Type.String(),
  headerRow: Type.Integer(),
  rows: Type.Integer(),
  /** Rows behind it in the present stage. */
  done: Type.Integer(),
  /** At most 1000, in the order of the file. */
  wrong: Type.Array(Type.Object({ row: Type.Integer(), field: Type.String(), message: Type.String() })),
  madeAt: Type.String(),
})
export type ImportView = Static<typeof ImportSchema>

const FieldSchema = Type.Object({ name: Type.String(), label: Type.String(), required: Type.Boolean() })

/** With what is needed to say which column is which. */
export const ImportColumnsSchema = Type.Object({
  ...ImportSchema.properties,
  columns: Type.Array(
    Type.Object({ index: Type.Integer(), heading: Type.String(), samples: Type.Array(Type.String()) }),
  ),
  fields: Type.Array(FieldSchema),
  mapping: MappingSchema,
})
export type ImportColumns = Static<typeof ImportColumnsSchema>

export const ImportListSchema = Type.Object({ imports: Type.Array(ImportSchema) })
export const CheckAsk = Type.Object({ mapping: MappingSchema }, strict)
