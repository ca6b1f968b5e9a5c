import { type Static, Type } from 'typebox'
import { Nullable } from '#platform/http/contract.ts'

/** Shapes of the register of normative documents on the wire; browser-safe. */

export const RegisterRowSchema = Type.Object({
  itemId: Type.String(),
  /** The last fact of the item, to be sent back with a step. */
  seq: Type.Integer(),
  organId: Type.String(),
  organCode: Type.String(),
  organName: Type.String(),
  /** Path on the portal. */
  address: Type.String(),
  registerNumber: Type.String(),
  documentNumber: Type.String(),
  title: Type.String(),
  formedOn: Type.String(),
  publishedOn: Type.String(),
  effectiveOn: Type.String(),
  expiresOn: Nullable(Type.String()),
  /** On the day asked about: inForce, amended, repealed, expired. */
  validity: Type.String(),
  validityLabel: Type.String(),
  endedOn: Nullable(Type.String()),
  cleanedOn: Nullable(Type.String()),
  cleanup: Type.String(),
  /** When it comes up for clean-up; null for one that no longer holds. */
  cleanupDueOn: Nullable(Type.String()),
  /** How many interpretations of it are published. */
  interpretations: Type.Integer(),
  /** By when the first should be; null where there is one, or the document no longer holds. */
  interpretationDueOn: Nullable(Type.String()),
})
export type RegisterRow = Static<typeof RegisterRowSchema>

export const RegisterQuerySchema = Type.Object({
  /** cleanup: due for clean-up; unexplained: in force without an interpretation. */
  view: Type.Optional(Type.Enum(['all', 'cleanup', 'unexplained'])),
  state: Type.Optional(Type.Enum(['inForce', 'amended', 'repealed', 'expired'])),
  year: Type.Optional(Type.Integer({ minimum: 1949, maximum: 2999 })),
  /** Only what the asker drafted, or nobody who still works there, and no interpretation is being written of. */
  mine: Type.Optional(Type.Boolean()),
  words: Type.Optional(Type.String({ maxLength: 100 })),
  after: Type.Optional(Type.String({ maxLength: 80 })),
})
export type RegisterQuery = Static<typeof RegisterQuerySchema>

export const RegisterSchema = Type.Object({
  rows: Type.Array(RegisterRowSchema),
  next: Nullable(Type.String()),
  today: Type.String(),
  /** Of the running year: 制发、废止、现行有效. */
  figures: Type.Object({
    year: Type.Integer(),
    made: Type.Integer(),
    repealed: Type.Integer(),
    valid: Type.Integer(),
  }),
  cleanupYears: Type.Integer(),
  mayCleanUp: Type.Boolean(),
})
export type Register = Static<typeof RegisterSchema>
