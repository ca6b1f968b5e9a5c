import { type Static, Type } from 'typebox'

/** Shapes that cross the wire for the head of an office and for the organ above it; browser-safe. */

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Id = Type.String({ format: 'uuid' })
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

const workload = {
  open: Type.Integer(),
  overdue: Type.Integer(),
  dueToday: Type.Integer(),
  /** After today and within three working days. */
  soon: Type.Integer(),
}

/** Of the year: what came in, what was finished, and how long it took. Days are working days, averages to a tenth. */
const speed = {
  received: Type.Integer(),
  completed: Type.Integer(),
  /** From receipt to the first letter that told the applicant anything: 补正, 延期, 说明理由, 收费, 答复. */
  answerDays: Nullable(Type.Number()),
  /** From receipt to the reply that closed the case. */
  completionDays: Nullable(Type.Number()),
}

export const SupervisionSchema = Type.Object({
  today: Day,
  soonUntil: Day,
  year: Type.Integer(),
  totals: Type.Object({ ...workload, ...speed }),
  /** Null for whoever looks from above. The entry without a person: what nobody holds. */
  byWhom: Nullable(
    Type.Array(
      Type.Object({ person: Nullable(Type.Object({ personId: Id, name: Type.String() })), ...workload }),
    ),
  ),
  /** Applicants with many requests in the year, without their names; null for whoever looks from above. */
  frequent: Nullable(
    Type.Array(Type.Object({ cases: Type.Integer(), lastCaseId: Id, lastNumber: Type.String() })),
  ),
})
export type Supervision = Static<typeof SupervisionSchema>

export const BelowQuery = Type.Object({
  axis: Type.Optional(Type.Enum(['region', 'vertical'])),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type BelowQuery = Static<typeof BelowQuery>

export const BelowFileQuery = Type.Object({
  axis: Type.Optional(Type.Enum(['region', 'vertical'])),
  format: Type.Enum(['xlsx', 'csv']),
})

/** All organs below one: figures alone, no title, no applicant, no officer. Those with most overdue first. */
export const BelowSchema = Type.Object({
  today: Day,
  soonUntil: Day,
  year: Type.Integer(),
  organs: Type.Integer(),
  totals: Type.Object({ ...workload, ...speed }),
  rows: Type.Array(Type.Object({ organId: Id, name: Type.String(), ...workload, ...speed })),
})
export type Below = Static<typeof BelowSchema>
