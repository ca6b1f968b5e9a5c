import { type Static, Type } from 'typebox'

/** Shapes of the gazette on the wire. */

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ format: 'uuid' })

const IssueSchema = Type.Object({
  listId: Id,
  seq: Type.Integer(),
  year: Type.Integer(),
  number: Type.Integer(),
  /** 2026年第3期 */
  label: Type.String(),
  issuedOn: Day,
  /** Its page on the portal. */
  address: Type.String(),
  items: Type.Array(
    Type.Object({ indexNumber: Type.String(), title: Type.String(), documentNumber: Type.String() }),
  ),
})
export type Issue = Static<typeof IssueSchema>

export const GazetteSchema = Type.Object({
  /** The organ is of a level that keeps a gazette. */
  keeps: Type.Boolean(),
  mayEnter: Type.Boolean(),
  issues: Type.Array(IssueSchema),
  /** The number that comes next in the running year. */
  next: Type.Object({ year: Type.Integer(), number: Type.Integer() }),
})
export type Gazette = Static<typeof GazetteSchema>

export const IssueAskSchema = Type.Object({
  askId: Id,
  /** 0 for a new issue; else the last fact of the one that is written anew. */
  seenSeq: Type.Integer({ minimum: 0 }),
  year: Type.Integer({ minimum: 1949, maximum: 2999 }),
  number: Type.Integer({ minimum: 1, maximum: 999 }),
  issuedOn: Day,
  /** Index numbers in the order of the issue. */
  indexNumbers: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 1000 }),
})
export type IssueEntered = Static<typeof IssueAskSchema>
