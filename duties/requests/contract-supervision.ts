import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '#platform/http/contract.ts'
import { CitedSchema } from '#platform/ledger/contract.ts'

/** Shapes that cross the wire for the head of an office and for the organ above it; browser-safe. */

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

/** What several applicants asked for, or one suggested to publish (第四十四条): waiting for an answer, and answered. */
const suggested = {
  suggestions: Type.Integer(),
  suggestionsDealt: Type.Integer(),
}

const FrequentSchema = Type.Object({
  cases: Type.Integer(),
  /** The most within one calendar month. */
  mostInMonth: Type.Integer(),
  /** How many of them ask for what another of them asks for. */
  sameThing: Type.Integer(),
  lastCaseId: Id,
  lastNumber: Type.String(),
  /** What was asked and weighed under 第三十五条, in whatever year: the office's words, not the applicant's. */
  reasons: Type.Array(
    Type.Object({
      number: Type.String(),
      askedOn: Day,
      figures: Type.String(),
      answered: Type.Boolean(),
      reasonable: Nullable(Type.Boolean()),
      why: Nullable(Type.String()),
    }),
  ),
})

/** What the figures are called, on the screens and in the files alike. */
export const figureLabels = {
  open: '在办',
  overdue: '逾期',
  dueToday: '今日到期',
  soon: '三个工作日内到期',
  received: '本年收到',
  completed: '本年办结',
  answerDays: '首次告知平均工作日',
  completionDays: '办结平均工作日',
  suggestions: '公开建议待处理',
  suggestionsDealt: '公开建议已处理',
} as const satisfies Record<keyof (typeof workload & typeof speed & typeof suggested), string>
export type FigureName = keyof typeof figureLabels

export const SupervisionSchema = Type.Object({
  today: Day,
  soonUntil: Day,
  year: Type.Integer(),
  totals: Type.Object({ ...workload, ...speed, ...suggested }),
  /** Of the year: to how many who were about to ask something published was shown, and how many it answered. */
  offers: Type.Object({ shown: Type.Integer(), answered: Type.Integer() }),
  /** Null for whoever looks from above. The entry without a person: what nobody holds. */
  byWhom: Nullable(
    Type.Array(
      Type.Object({
        person: Nullable(Type.Object({ personId: Id, name: Type.String() })),
        ...workload,
        completed: speed.completed,
        completionDays: speed.completionDays,
      }),
    ),
  ),
  /** Applicants with many requests in the year, without their names; null for whoever looks from above. */
  frequent: Nullable(
    Type.Object({
      /** From so many requests in the year on; a setting of the organ. */
      from: Type.Integer(),
      cites: CitedSchema,
      applicants: Type.Array(FrequentSchema),
    }),
  ),
})
export type Supervision = Static<typeof SupervisionSchema>
export type Frequent = Static<typeof FrequentSchema>

/** What the list of organs can be put in order by. Without it: those with most overdue first. */
export const belowSorts = [
  'name',
  'open',
  'overdue',
  'dueToday',
  'soon',
  'received',
  'completed',
  'answerDays',
  'completionDays',
  'suggestions',
  'suggestionsDealt',
] as const
export type BelowSort = (typeof belowSorts)[number]

const list = {
  axis: Type.Optional(Type.Enum(['region', 'vertical'])),
  /** Part of the organ's name. */
  q: Type.Optional(Type.String({ maxLength: 80 })),
  /** Only organs with something overdue; due within three working days or overdue; open; open, received or done this year. */
  only: Type.Optional(Type.Enum(['overdue', 'due', 'open', 'any'])),
  sort: Type.Optional(Type.Enum([...belowSorts])),
  down: Type.Optional(Type.Boolean()),
}
export type BelowList = Omit<BelowQuery, 'offset' | 'limit'>

export const BelowQuery = Type.Object({
  ...list,
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type BelowQuery = Static<typeof BelowQuery>

const format = Type.Enum(['xlsx', 'csv'])
export const FileQuery = Type.Object({ format })
export const BelowFileQuery = Type.Object({ ...list, format })

/** The organs below one that were asked for: figures alone, no title, no applicant, no officer. */
export const BelowSchema = Type.Object({
  today: Day,
  soonUntil: Day,
  year: Type.Integer(),
  organs: Type.Integer(),
  totals: Type.Object({ ...workload, ...speed, ...suggested }),
  rows: Type.Array(Type.Object({ organId: Id, name: Type.String(), ...workload, ...speed, ...suggested })),
})
export type Below = Static<typeof BelowSchema>
