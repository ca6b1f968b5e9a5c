import { type Static, Type } from 'typebox'
import { Id } from '../http/contract.ts'

/** Shapes that cross the wire for calendars. Days are 'YYYY-MM-DD'. */

const Day = Type.String({ format: 'date' })
const Year = Type.Integer({ minimum: 2000, maximum: 2060 })

const FestivalSchema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 40 }),
  /** Days off, weekend days among them too. */
  off: Type.Array(Day, { maxItems: 40, uniqueItems: true }),
  /** Weekend days worked instead. */
  on: Type.Array(Day, { maxItems: 10, uniqueItems: true }),
})

const head = {
  year: Year,
  /** 文号 */
  number: Type.String({ minLength: 2, maxLength: 60 }),
  title: Type.String({ minLength: 2, maxLength: 120 }),
  source: Type.String({ maxLength: 400 }),
  festivals: Type.Array(FestivalSchema, { minItems: 1, maxItems: 20 }),
}

/** A notice of the General Office of the State Council, or local days ordered by a local government. */
export const CalendarNoticeSchema = Type.Union([
  Type.Object({
    kind: Type.Literal('notice'),
    ...head,
    amends: Type.Optional(Type.String({ minLength: 2, maxLength: 60 })),
    publishedOn: Type.Optional(Day),
    /** The days that the notice settles, both included. */
    covers: Type.Object({ from: Day, upTo: Day }),
  }),
  Type.Object({ kind: Type.Literal('local'), ...head }),
])
export type CalendarNotice = Static<typeof CalendarNoticeSchema>

export const CalendarQuery = Type.Object({ year: Year })
export const CalendarAnswer = Type.Object({
  version: Type.String(),
  /** False where the year has no notice yet: its days are provisional. */
  settled: Type.Boolean(),
  days: Type.Array(
    Type.Object({
      day: Day,
      kind: Type.Enum(['workday', 'makeUp', 'weekend', 'holiday']),
      name: Type.Optional(Type.String()),
      provisional: Type.Boolean(),
    }),
  ),
  notices: Type.Array(
    Type.Object({ noticeId: Id, organId: Id, enteredAt: Type.String(), notice: CalendarNoticeSchema }),
  ),
})
export const EnteredAnswer = Type.Object({ noticeId: Id, version: Type.String() })
export const NoticeParams = Type.Object({ organId: Id, noticeId: Id })
