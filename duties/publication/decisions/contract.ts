import { type Static, Type } from 'typebox'

/** Shapes of major decisions on the wire. Days are 'YYYY-MM-DD'. */

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ format: 'uuid' })
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

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

const FieldSchema = Type.Object({
  name: Type.String(),
  label: Type.String(),
  kind: Type.String(),
  hint: Type.Optional(Type.String()),
  required: Type.Boolean(),
  choices: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: Type.String() }))),
})

const OfferSchema = Type.Object({
  step: Type.String(),
  label: Type.String(),
  law: Type.String(),
  place: Type.String(),
  fields: Type.Array(FieldSchema),
  allowed: Type.Boolean(),
  refusal: Nullable(Type.String()),
})
export type DecisionOffer = Static<typeof OfferSchema>

export const DecisionOpeningSchema = Type.Object({ offer: OfferSchema })
export type DecisionOpening = Static<typeof DecisionOpeningSchema>

export const DecisionViewSchema = Type.Object({
  decisionId: Id,
  organId: Id,
  title: Type.String(),
  drafter: Type.String(),
  seq: Type.Integer(),
  statusLabel: Type.String(),
  /** The steps in their order, each with the day on which it was taken. */
  way: Type.Array(Type.Object({ label: Type.String(), on: Nullable(Day), waived: Nullable(Type.String()) })),
  timeline: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      label: Type.String(),
      happenedOn: Day,
      recordedAt: Type.String(),
      by: Type.String(),
      lines: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
      files: Type.Array(Type.Object({ fileId: Id, name: Type.String() })),
    }),
  ),
  offers: Type.Array(OfferSchema),
})
export type DecisionView = Static<typeof DecisionViewSchema>

export const DecisionAskSchema = Type.Object({
  /** Made by the screen once per form; sent twice, it is recorded once. */
  askId: Id,
  seenSeq: Type.Integer({ minimum: 0 }),
  ask: Type.Record(Type.String(), Type.Unknown()),
})
export type DecisionAsk = Static<typeof DecisionAskSchema>

export const DecisionDoneSchema = Type.Object({ decisionId: Id, seq: Type.Integer() })
export type DecisionDone = Static<typeof DecisionDoneSchema>
