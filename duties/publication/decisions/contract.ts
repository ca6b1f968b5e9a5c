import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '#platform/http/contract.ts'
import { StepOfferSchema, TimelineEntrySchema } from '#platform/ledger/contract.ts'

/** Shapes of major decisions on the wire. Days are 'YYYY-MM-DD'. */

const DecisionEntrySchema = Type.Object({
  decisionId: Id,
  title: Type.String(),
  drafter: Type.String(),
  listedOn: Day,
  opinionsFrom: Nullable(Day),
  opinionsUntil: Nullable(Day),
  publishedOn: Nullable(Day),
  endedOn: Nullable(Day),
})
export type DecisionEntry = Static<typeof DecisionEntrySchema>

export const DecisionsSchema = Type.Object({
  rows: Type.Array(DecisionEntrySchema),
  /** Key of the next page, null at the end. */
  next: Nullable(Type.String()),
  mayList: Type.Boolean(),
})
export type Decisions = Static<typeof DecisionsSchema>

export const DecisionViewSchema = Type.Object({
  decisionId: Id,
  organId: Id,
  title: Type.String(),
  drafter: Type.String(),
  seq: Type.Integer(),
  statusLabel: Type.String(),
  /** The steps in their order, each with the day on which it was taken. */
  way: Type.Array(Type.Object({ label: Type.String(), on: Nullable(Day), waived: Nullable(Type.String()) })),
  timeline: Type.Array(TimelineEntrySchema),
  offers: Type.Array(StepOfferSchema),
})
export type DecisionView = Static<typeof DecisionViewSchema>

export const DecisionDoneSchema = Type.Object({ decisionId: Id, seq: Type.Integer() })
export type DecisionDone = Static<typeof DecisionDoneSchema>
