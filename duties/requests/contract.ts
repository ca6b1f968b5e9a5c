import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '#platform/http/contract.ts'
import { CitedSchema, StepOfferSchema, TimelineEntrySchema } from '#platform/ledger/contract.ts'
import { ApplicantOverviewSchema, FeeNoticeSchema, FeeProposalSchema } from './person/contract.ts'

/** Shapes that cross the wire for requests. Days are 'YYYY-MM-DD', instants ISO 8601 in UTC. */

export const FieldErrorSchema = Type.Object({ field: Type.String(), message: Type.String() })
export type FieldError = Static<typeof FieldErrorSchema>

/** One reason of a due day. */
export const ReasonSchema = Type.Object({
  code: Type.String(),
  sentence: Type.String(),
  /** Something was done too late or twice; it is told and does not move the day. */
  warns: Type.Boolean(),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  cites: Type.Optional(CitedSchema),
})

export const DueSchema = Type.Object({
  kind: Type.Union([Type.Literal('due'), Type.Literal('stopped'), Type.Literal('over')]),
  on: Nullable(Day),
  provisional: Type.Boolean(),
  stoppedFor: Nullable(Type.String()),
  until: Nullable(Day),
  /** Working days from today to the due day; negative once overdue; null where no day runs. */
  workingDaysLeft: Nullable(Type.Integer()),
  sentence: Type.String(),
  because: Type.Array(ReasonSchema),
})
export type DueView = Static<typeof DueSchema>

/** One calendar day of the clock strip. */
export const StripDaySchema = Type.Object({
  day: Day,
  /** 1, 2, 3 … where the day is counted, null where it is not. */
  counted: Nullable(Type.Integer()),
  /** 周 假 补 征 费 …, '' on an ordinary counted day. */
  mark: Type.String(),
  reason: Type.String(),
  makeUp: Type.Boolean(),
  extension: Type.Boolean(),
  due: Type.Boolean(),
  provisional: Type.Boolean(),
})
export type StripDay = Static<typeof StripDaySchema>

/** Another day the officer must keep: correction notice, third party's answer, payment … */
export const LimitSchema = Type.Object({
  code: Type.String(),
  label: Type.String(),
  on: Day,
  provisional: Type.Boolean(),
  cites: Type.Optional(CitedSchema),
})

export const ApplicantSchema = Type.Object({
  category: Type.String(),
  name: Type.String(),
  idKind: Type.String(),
  idNumber: Type.String(),
  telephone: Type.String(),
  email: Type.String(),
  address: Type.String(),
  /** Organisations: who signs and who is to be reached. */
  representative: Type.Optional(Type.String()),
  /** Who asks for them (授权委托书). */
  agent: Type.Optional(Type.String()),
})
export type Applicant = Static<typeof ApplicantSchema>

/** What 第二十九条 asks; used by the portal form and by the officer who registers a paper request. */
export const IntakeSchema = Type.Object({
  category: Type.String(),
  name: Type.String(),
  idKind: Type.String(),
  idNumber: Type.String(),
  telephone: Type.String(),
  email: Type.String(),
  address: Type.String(),
  representative: Type.Optional(Type.String()),
  /** Who asks for them (授权委托书). */
  agent: Type.Optional(Type.String()),
  title: Type.String(),
  description: Type.String(),
  formWanted: Type.String(),
  wayWanted: Type.String(),
  help: Type.Optional(Type.String()),
})
export type IntakeAsk = Static<typeof IntakeSchema>

/** An officer's registration: the channel and its days beside what the applicant wrote. */
export const RegisterSchema = Type.Object({
  askId: Id,
  kind: Type.Optional(Type.String()),
  channel: Type.String(),
  arrivedOn: Day,
  /** The legal day of receipt where it is already known (第三十一条); without it the case waits for confirmation. */
  receivedOn: Type.Optional(Day),
  confirmation: Type.Optional(Type.String()),
  intake: IntakeSchema,
})
export type RegisterAsk = Static<typeof RegisterSchema>

export const StepDoneSchema = Type.Object({
  caseId: Id,
  seq: Type.Integer(),
  warnings: Type.Array(Type.String()),
  /** A letter written by the step, ready to be downloaded. */
  letter: Nullable(Type.Object({ fileId: Id, number: Type.String(), name: Type.String() })),
})
export type StepDone = Static<typeof StepDoneSchema>

export const QueueRowSchema = Type.Object({
  caseId: Id,
  number: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  status: Type.String(),
  statusLabel: Type.String(),
  channelLabel: Type.String(),
  categoryLabel: Type.String(),
  receivedOn: Nullable(Day),
  dueOn: Nullable(Day),
  provisional: Type.Boolean(),
  stoppedFor: Nullable(Type.String()),
  workingDaysLeft: Nullable(Type.Integer()),
  assignee: Nullable(Type.Object({ personId: Id, name: Type.String() })),
  outcomeLabel: Nullable(Type.String()),
  repliedOn: Nullable(Day),
})
export type QueueRow = Static<typeof QueueRowSchema>

/** What a list can be put in order by. Without it: what is open by due day, the rest newest first. */
export const queueSorts = [
  'due',
  'received',
  'replied',
  'number',
  'status',
  'assignee',
  'channel',
  'category',
  'outcome',
] as const
export type QueueSort = (typeof queueSorts)[number]

export const QueueQuerySchema = Type.Object({
  view: Type.Optional(Type.Enum(['open', 'overdue', 'soon', 'mine', 'unassigned', 'closed', 'all'])),
  q: Type.Optional(Type.String({ maxLength: 100 })),
  status: Type.Optional(Type.String({ maxLength: 40 })),
  channel: Type.Optional(Type.String({ maxLength: 40 })),
  kind: Type.Optional(Type.String({ maxLength: 40 })),
  category: Type.Optional(Type.String({ maxLength: 40 })),
  /** An officer, or 'none' for what nobody holds. */
  assignee: Type.Optional(Type.Union([Id, Type.Literal('none')])),
  /** Which day must lie between `from` and `until`, both included; the day of receipt where nothing is said. */
  dayOf: Type.Optional(Type.Enum(['received', 'due', 'replied'])),
  from: Type.Optional(Type.String({ format: 'date' })),
  until: Type.Optional(Type.String({ format: 'date' })),
  sort: Type.Optional(Type.Enum([...queueSorts])),
  /** Downwards: the latest, the last first. */
  down: Type.Optional(Type.Boolean()),
  after: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
})
export type QueueQuery = Static<typeof QueueQuerySchema>

/** Everything of a list but its page. */
export type QueueList = Omit<QueueQuery, 'after' | 'limit'>

export const QueuePageSchema = Type.Object({
  rows: Type.Array(QueueRowSchema),
  /** Key of the next page, null at the end. */
  next: Nullable(Type.String()),
  /** Counts of the views, for the tabs. */
  counts: Type.Object({
    open: Type.Integer(),
    overdue: Type.Integer(),
    soon: Type.Integer(),
    mine: Type.Integer(),
    unassigned: Type.Integer(),
  }),
})
export type QueuePage = Static<typeof QueuePageSchema>

/** Who holds or held cases of the organ, by name. */
export const AssigneesSchema = Type.Object({
  assignees: Type.Array(Type.Object({ personId: Id, name: Type.String() })),
})
export type Assignees = Static<typeof AssigneesSchema>

export const CaseViewSchema = Type.Object({
  caseId: Id,
  organId: Id,
  organName: Type.String(),
  number: Type.String(),
  kind: Type.String(),
  seq: Type.Integer(),
  status: Type.String(),
  statusLabel: Type.String(),
  title: Type.String(),
  description: Type.String(),
  channelLabel: Type.String(),
  categoryLabel: Type.String(),
  formWantedLabel: Type.String(),
  wayWantedLabel: Type.String(),
  receivedOn: Nullable(Day),
  /** 第四十三条: the help that was asked for. */
  help: Nullable(Type.String()),
  /** Null where the reader's role does not need it. */
  applicant: Nullable(ApplicantSchema),
  assignee: Nullable(Type.Object({ personId: Id, name: Type.String() })),
  due: DueSchema,
  limits: Type.Array(LimitSchema),
  strip: Type.Array(StripDaySchema),
  timeline: Type.Array(TimelineEntrySchema),
  offers: Type.Array(StepOfferSchema),
  linked: Type.Array(
    Type.Object({ caseId: Id, number: Type.String(), title: Type.String(), how: Type.String() }),
  ),
  /** Null where the reader's role does not need the applicant. */
  applicantOverview: Nullable(ApplicantOverviewSchema),
  /** Null outside the requests of the fourth chapter, and where the reader does not need the applicant. */
  fee: Nullable(FeeProposalSchema),
  /** Null where no fee was noticed. */
  feeNotice: Nullable(FeeNoticeSchema),
  /** Codes of characters in what its letters are written from that the archived PDF draws as 〓. */
  undrawn: Type.Array(Type.String()),
  /** The report cell it stands in, once decided. */
  counts: Nullable(
    Type.Object({ year: Type.Integer(), rowLabel: Type.String(), columnLabel: Type.String() }),
  ),
})
export type CaseView = Static<typeof CaseViewSchema>

/** The desk of 今日: what is overdue, due in three working days, waiting for me, returned to me. */
export const TodaySchema = Type.Object({
  today: Day,
  isWorkday: Type.Boolean(),
  overdue: Type.Array(QueueRowSchema),
  soon: Type.Array(QueueRowSchema),
  mine: Type.Array(QueueRowSchema),
  returned: Type.Array(QueueRowSchema),
  unassigned: Type.Array(QueueRowSchema),
  /** A changed calendar moved the due day, and nobody has acknowledged it yet. */
  moved: Type.Array(
    Type.Object({
      caseId: Id,
      number: Type.String(),
      title: Type.String(),
      fromOn: Nullable(Day),
      toOn: Nullable(Day),
    }),
  ),
})
export type Today = Static<typeof TodaySchema>

/** A registered case; the same person's same request of before is among the warnings. */
export const RegisteredSchema = Type.Object({
  caseId: Id,
  number: Type.String(),
  /** For the applicant, who may follow the case online with it; shown once. */
  queryCode: Type.String(),
  warnings: Type.Array(Type.String()),
  /** Where the applicant stands on the ladder of the processing fee this month; null outside 第四章. */
  ladder: Nullable(Type.String()),
})

/** A file kept with a case; a step then says what it is. */
export const FiledSchema = Type.Object({ fileId: Id, name: Type.String(), size: Type.Integer() })
