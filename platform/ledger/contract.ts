import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '../http/contract.ts'

/** A case on the wire, whatever its duty. Instants are ISO 8601 in UTC. */

/** An article as the screens show it: its place in Chinese and the words quoted. */
export const CitedSchema = Type.Object({ place: Type.String(), quote: Type.String() })
export type Cited = Static<typeof CitedSchema>

const FieldSchema = Type.Object({
  name: Type.String(),
  label: Type.String(),
  kind: Type.String(),
  hint: Type.Optional(Type.String()),
  required: Type.Boolean(),
  least: Type.Optional(Type.Number()),
  most: Type.Optional(Type.Number()),
  choices: Type.Optional(
    Type.Array(
      Type.Object({
        value: Type.String(),
        label: Type.String(),
        /** Why it cannot be chosen in this case. */
        excluded: Type.Optional(Type.String()),
      }),
    ),
  ),
})

/** A step as the server offers it: its button, its article, its entries, and why not where it is refused. */
export const StepOfferSchema = Type.Object({
  step: Type.String(),
  label: Type.String(),
  law: Type.String(),
  cites: Type.Optional(CitedSchema),
  fields: Type.Array(FieldSchema),
  allowed: Type.Boolean(),
  /** Why it is not allowed, in one sentence. */
  refusal: Nullable(Type.String()),
})
export type StepOffer = Static<typeof StepOfferSchema>

/** What is to be entered to open a case. */
export const OpeningSchema = Type.Object({ offer: StepOfferSchema })
export type Opening = Static<typeof OpeningSchema>

/** One fact of a case in words: the legal day first, then who recorded it and when. */
export const TimelineEntrySchema = Type.Object({
  seq: Type.Integer(),
  type: Type.String(),
  label: Type.String(),
  happenedOn: Day,
  recordedAt: Type.String(),
  by: Type.Optional(Type.String()),
  lines: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
  files: Type.Array(Type.Object({ fileId: Id, name: Type.String(), size: Type.Optional(Type.Integer()) })),
})
export type TimelineEntry = Static<typeof TimelineEntrySchema>

export const StepAskSchema = Type.Object({
  /** Made by the screen once per form; the same step sent twice is recorded once. */
  askId: Id,
  /** The last fact the person saw; if somebody recorded another since, the step is refused and nothing is lost. */
  seenSeq: Type.Integer({ minimum: 0 }),
  ask: Type.Record(Type.String(), Type.Unknown()),
})
export type StepAsk = Static<typeof StepAskSchema>
