import { type Static, Type } from 'typebox'

/** Shapes that cross the wire for reconsiderations and lawsuits. Days are 'YYYY-MM-DD'. */

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ format: 'uuid' })
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

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

export const RemedyFieldSchema = Type.Object({
  name: Type.String(),
  label: Type.String(),
  kind: Type.String(),
  hint: Type.Optional(Type.String()),
  required: Type.Boolean(),
  choices: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: Type.String() }))),
})

export const RemedyOfferSchema = Type.Object({
  step: Type.String(),
  label: Type.String(),
  law: Type.String(),
  place: Type.String(),
  fields: Type.Array(RemedyFieldSchema),
  allowed: Type.Boolean(),
  refusal: Nullable(Type.String()),
})
export type RemedyOffer = Static<typeof RemedyOfferSchema>

/** What the desk offers to a person who opens a case. */
export const RemedyOpeningSchema = Type.Object({ offer: RemedyOfferSchema })
export type RemedyOpening = Static<typeof RemedyOpeningSchema>

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
  timeline: Type.Array(
    Type.Object({
      seq: Type.Integer(),
      label: Type.String(),
      happenedOn: Day,
      recordedAt: Type.String(),
      lines: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
      files: Type.Array(Type.Object({ fileId: Id, name: Type.String() })),
    }),
  ),
  /** The evidence list that the linked request gives. */
  evidence: Type.Array(Type.Object({ name: Type.String(), on: Day, proves: Type.String() })),
  offers: Type.Array(RemedyOfferSchema),
})
export type RemedyView = Static<typeof RemedyViewSchema>

export const RemedyAskSchema = Type.Object({
  /** Made by the screen once per form; sent twice, it is recorded once. */
  askId: Id,
  ask: Type.Record(Type.String(), Type.Unknown()),
})
export type RemedyAsk = Static<typeof RemedyAskSchema>

export const RemedyStepAskSchema = Type.Object({
  askId: Id,
  seenSeq: Type.Integer({ minimum: 0 }),
  ask: Type.Record(Type.String(), Type.Unknown()),
})
export type RemedyStepAsk = Static<typeof RemedyStepAskSchema>

export const RemedyDoneSchema = Type.Object({ caseId: Id, seq: Type.Integer() })
export type RemedyDone = Static<typeof RemedyDoneSchema>

export const RemedyFiledSchema = Type.Object({ fileId: Id, name: Type.String() })
