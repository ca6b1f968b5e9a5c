import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '#platform/http/contract.ts'

/** Shapes on the wire for the check of all old attachments of an organ. */

export const KeptFilesQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 40 })),
  /** Only items in which this was found: the name of a trouble. */
  what: Type.Optional(Type.String({ maxLength: 40 })),
})
export type KeptFilesQuery = Static<typeof KeptFilesQuery>

export const KeptFilesStandSchema = Type.Object({
  /** A check is under way. */
  running: Type.Boolean(),
  waiting: Type.Integer(),
  /** Of the check under way. */
  done: Type.Integer(),
  clean: Type.Integer(),
  found: Type.Integer(),
  checkedAt: Nullable(Type.String()),
  /** How many items hold each thing that was found. */
  kinds: Type.Array(Type.Object({ label: Type.String(), items: Type.Integer() })),
  mayCheck: Type.Boolean(),
})
export type KeptFilesStand = Static<typeof KeptFilesStandSchema>

export const KeptFilesPageSchema = Type.Object({
  rows: Type.Array(
    Type.Object({
      itemId: Id,
      indexNumber: Type.String(),
      title: Type.String(),
      publishedOn: Nullable(Day),
      /** What was found, each in a sentence with its place; those that must be mended first. */
      findings: Type.Array(Type.Object({ key: Type.String(), says: Type.String(), blocks: Type.Boolean() })),
    }),
  ),
  next: Nullable(Type.String()),
})
export type KeptFilesPage = Static<typeof KeptFilesPageSchema>
