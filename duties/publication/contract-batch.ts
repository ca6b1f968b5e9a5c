import { type Static, Type } from 'typebox'
import { Id } from '#platform/http/contract.ts'
import { CitedSchema } from '#platform/ledger/contract.ts'
import { batchNames } from './rules/batch.ts'

/** Shapes on the wire for items that are passed together. */

/** Which page of the inbox; with `at` only what can be passed there together with others. */
export const InboxQuerySchema = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 120 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  at: Type.Optional(Type.Enum([...batchNames])),
})
export type InboxQuery = Static<typeof InboxQuerySchema>

/** Several items that stand at the same place, each as the person saw it, passed with one opinion. */
export const BatchAskSchema = Type.Object({
  opinion: Type.Optional(Type.String()),
  items: Type.Array(Type.Object({ itemId: Id, askId: Id, seenSeq: Type.Integer({ minimum: 1 }) }), {
    minItems: 1,
    maxItems: 50,
  }),
})
export type BatchAsk = Static<typeof BatchAskSchema>

/** Every item that was sent is in one of the two lists. */
export const BatchDoneSchema = Type.Object({
  passed: Type.Array(Type.Object({ itemId: Id, warnings: Type.Array(Type.String()) })),
  refused: Type.Array(
    Type.Object({ itemId: Id, sentence: Type.String(), cites: Type.Optional(CitedSchema) }),
  ),
})
export type BatchDone = Static<typeof BatchDoneSchema>
