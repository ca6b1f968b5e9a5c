import { type Static, Type } from 'typebox'
import { Day } from '#platform/http/contract.ts'

/** Shapes that cross the wire for publication. Days are 'YYYY-MM-DD', instants ISO 8601 in UTC. */

/** An item as lists show it. */
export const ItemEntrySchema = Type.Object({
  organId: Type.String(),
  itemId: Type.String(),
  organCode: Type.String(),
  organName: Type.String(),
  indexNumber: Type.String(),
  /** Path on the portal. */
  address: Type.String(),
  kind: Type.String(),
  catalogueCode: Type.String(),
  title: Type.String(),
  documentNumber: Type.String(),
  formedOn: Day,
  publishedAt: Type.String(),
  validity: Type.String(),
})
export type ItemEntry = Static<typeof ItemEntrySchema>

/** A list by key: newest first; `next` is the key of the following page, null at the end. */
const ItemPageSchema = Type.Object({
  entries: Type.Array(ItemEntrySchema),
  next: Type.Union([Type.String(), Type.Null()]),
})
export type ItemPage = Static<typeof ItemPageSchema>

const ItemQuerySchema = Type.Object({
  organ: Type.Optional(Type.String({ maxLength: 40 })),
  catalogue: Type.Optional(Type.String({ maxLength: 20 })),
  kind: Type.Optional(Type.String({ maxLength: 30 })),
  year: Type.Optional(Type.String({ maxLength: 4 })),
  after: Type.Optional(Type.String({ maxLength: 80 })),
})
export type ItemQuery = Static<typeof ItemQuerySchema>

/** A whole item with what belongs to it. */
export const ItemSchema = Type.Object({
  ...ItemEntrySchema.properties,
  summary: Type.String(),
  /** Cleaned HTML. */
  body: Type.String(),
  files: Type.Array(
    Type.Object({
      fileId: Type.String(),
      name: Type.String(),
      mediaType: Type.String(),
      size: Type.Integer(),
    }),
  ),
  /** When the text was last amended since it was first published; null where it never was. */
  amendedAt: Type.Union([Type.String(), Type.Null()]),
  /** The fields of its kind: rules/kinds.ts. */
  extra: Type.Record(Type.String(), Type.Unknown()),
  /** The document that this one interprets. */
  interprets: Type.Union([ItemEntrySchema, Type.Null()]),
  interpretedBy: Type.Array(ItemEntrySchema),
})
export type Item = Static<typeof ItemSchema>
