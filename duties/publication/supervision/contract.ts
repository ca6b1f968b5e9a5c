import { type Static, Type } from 'typebox'
import { indicatorNames } from '../rules/supervision/indicators.ts'
import { columnChoices, type KeepingKind, keepingKinds } from '../rules/supervision/kept-columns.ts'
import { type LimitName, limitNames } from '../rules/supervision/settings.ts'

/** Shapes of the supervision of publication on the wire. Days are 'YYYY-MM-DD'. */

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ format: 'uuid' })
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const IndicatorSchema = Type.Enum([...indicatorNames])
const CountsSchema = Type.Object(
  Object.fromEntries(indicatorNames.map((name) => [name, Type.Integer()])) as Record<
    (typeof indicatorNames)[number],
    Type.TInteger
  >,
)

/** One thing that fails or is soon due: what, its public page, since when, by when. */
const FindingSchema = Type.Object({
  about: Type.String(),
  /** The very page; empty for what has none, such as a draft. */
  address: Type.String(),
  /** For those who work there: where in the console it is mended; empty from above. */
  desk: Type.String(),
  /** What happened on `newestOn`: 更新, 形成, 公开. */
  newestWords: Type.String(),
  newestOn: Nullable(Day),
  by: Nullable(Day),
  state: Type.Enum(['fails', 'soon']),
})
export type Finding = Static<typeof FindingSchema>

const IndicatorShownSchema = Type.Object({
  indicator: IndicatorSchema,
  label: Type.String(),
  asks: Type.String(),
  weightLabel: Type.String(),
  ground: Type.String(),
  /** Read in the text itself; otherwise the number is a setting. */
  verified: Type.Boolean(),
  /** The number it runs on, in words: 14天. */
  limit: Type.String(),
  count: Type.Integer(),
  state: Type.Enum(['fails', 'soon', 'well']),
  findings: Type.Array(FindingSchema),
  /** There are more than are listed. */
  more: Type.Boolean(),
})
export type IndicatorShown = Static<typeof IndicatorShownSchema>

export const ReminderSchema = Type.Object({
  reminderId: Id,
  seq: Type.Integer(),
  fromName: Type.String(),
  indicator: IndicatorSchema,
  indicatorLabel: Type.String(),
  about: Type.String(),
  address: Type.String(),
  words: Type.String(),
  sentOn: Day,
  answerBy: Day,
  late: Type.Boolean(),
  answeredOn: Nullable(Day),
  answer: Type.String(),
})
export type Reminder = Static<typeof ReminderSchema>

export const InspectionSchema = Type.Object({
  organId: Id,
  organName: Type.String(),
  today: Day,
  indicators: Type.Array(IndicatorShownSchema),
  /** What alone would fail the site, in sentences. */
  vetoes: Type.Array(Type.String()),
  points: Type.Integer(),
  checkedAt: Nullable(Type.String()),
  reminders: Type.Array(ReminderSchema),
  mayRemind: Type.Boolean(),
  mayAnswer: Type.Boolean(),
})
export type Inspection = Static<typeof InspectionSchema>

const list = {
  axis: Type.Optional(Type.Enum(['region', 'vertical'])),
  /** Part of the organ's name. */
  q: Type.Optional(Type.String({ maxLength: 80 })),
  /** Only organs that fail this; `any`: that fail anything. */
  only: Type.Optional(Type.Enum(['any', ...indicatorNames])),
  sort: Type.Optional(Type.Enum(['name', 'all', 'reminders', ...indicatorNames])),
  down: Type.Optional(Type.Boolean()),
}
export const BelowListQuery = Type.Object({
  ...list,
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type BelowListQuery = Static<typeof BelowListQuery>
export type BelowList = Omit<BelowListQuery, 'offset' | 'limit'>
export const BelowListFileQuery = Type.Object({ ...list, format: Type.Enum(['xlsx', 'csv']) })

export const BelowInspectionSchema = Type.Object({
  today: Day,
  organs: Type.Integer(),
  totals: CountsSchema,
  vetoes: Type.Array(Type.String()),
  rows: Type.Array(
    Type.Object({
      organId: Id,
      name: Type.String(),
      counts: CountsSchema,
      all: Type.Integer(),
      reminders: Type.Integer(),
    }),
  ),
})
export type BelowInspection = Static<typeof BelowInspectionSchema>

const once = { askId: Id }
export const RemindAskSchema = Type.Object({
  ...once,
  /** The organ above on whose behalf it is sent. */
  fromId: Id,
  indicator: IndicatorSchema,
  about: Type.String({ minLength: 1, maxLength: 200 }),
  address: Type.String({ maxLength: 500 }),
  words: Type.String({ maxLength: 500 }),
  answerBy: Day,
})
export type RemindAsk = Static<typeof RemindAskSchema>
export const AnswerAskSchema = Type.Object({
  ...once,
  seenSeq: Type.Integer({ minimum: 1 }),
  answer: Type.String({ minLength: 1, maxLength: 500 }),
})
export type AnswerAsk = Static<typeof AnswerAskSchema>
export const ReminderDoneSchema = Type.Object({ reminderId: Id })

// How far a number may go is a rule, so that whoever is refused reads why.
const number = Type.Integer({ minimum: 0, maximum: 9999 })
const numbers = Object.fromEntries(limitNames.map((name) => [name, number])) as Record<
  LimitName,
  Type.TInteger
>
const codes = Type.Array(Type.Enum(columnChoices.map(({ code }) => code)), { uniqueItems: true })
const byKind = Object.fromEntries(keepingKinds.map((kind) => [kind, codes])) as Record<
  KeepingKind,
  typeof codes
>
export const InspectionSettingsSchema = Type.Object(
  { ...numbers, columns: Type.Object(byKind, { additionalProperties: false }) },
  { additionalProperties: false },
)
export const InspectionSettingsAnswer = Type.Object({
  settings: InspectionSettingsSchema,
  usual: InspectionSettingsSchema,
  /** The organ that set them; null where the usual ones stand. */
  setBy: Nullable(Type.Object({ name: Type.String(), isOwn: Type.Boolean() })),
})
export type InspectionSettingsShown = Static<typeof InspectionSettingsAnswer>

export const RemindersSchema = Type.Object({ rows: Type.Array(ReminderSchema) })
export type Reminders = Static<typeof RemindersSchema>
