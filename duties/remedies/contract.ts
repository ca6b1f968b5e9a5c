import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '#platform/http/contract.ts'
import { StepAskSchema, StepOfferSchema, TimelineEntrySchema } from '#platform/ledger/contract.ts'

/** Shapes that cross the wire for reconsiderations and lawsuits. Days are 'YYYY-MM-DD'. */

export const RemedyRowSchema = Type.Object({
  caseId: Id,
  kind: Type.String(),
  kindLabel: Type.String(),
  number: Type.String(),
  status: Type.String(),
  statusLabel: Type.String(),
  begunOn: Day,
  resultLabel: Nullable(Type.String()),
  concludedOn: Nullable(Day),
})

export const RemedyPageSchema = Type.Object({
  rows: Type.Array(RemedyRowSchema),
  /** Key of the next page, null at the end. */
  next: Nullable(Type.String()),
})
export type RemedyPage = Static<typeof RemedyPageSchema>

export const RemedyQuerySchema = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 100 })),
  open: Type.Optional(Type.Boolean()),
})

export const RemedyViewSchema = Type.Object({
  caseId: Id,
  organId: Id,
  kindLabel: Type.String(),
  number: Type.String(),
  body: Type.String(),
  aboutLabel: Type.String(),
  claims: Type.String(),
  /** Null where the reader's role does not need it. */
  party: Nullable(Type.String()),
  seq: Type.Integer(),
  statusLabel: Type.String(),
  begunOn: Day,
  request: Nullable(Type.Object({ caseId: Id, number: Type.String(), title: Type.String() })),
  limits: Type.Array(
    Type.Object({ label: Type.String(), on: Day, provisional: Type.Boolean(), place: Type.String() }),
  ),
  timeline: Type.Array(TimelineEntrySchema),
  /** The evidence list that the linked request gives. */
  evidence: Type.Array(Type.Object({ name: Type.String(), on: Day, proves: Type.String() })),
  offers: Type.Array(StepOfferSchema),
})
export type RemedyView = Static<typeof RemedyViewSchema>

export const RemedyAskSchema = Type.Pick(StepAskSchema, ['askId', 'ask'])
export type RemedyAsk = Static<typeof RemedyAskSchema>

export const RemedyDoneSchema = Type.Object({ caseId: Id, seq: Type.Integer() })
export type RemedyDone = Static<typeof RemedyDoneSchema>

export const RemedyFiledSchema = Type.Object({ fileId: Id, name: Type.String() })
