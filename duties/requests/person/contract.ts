import { type Static, Type } from 'typebox'
import { Day, Id, Nullable } from '#platform/http/contract.ts'
import { CitedSchema } from '#platform/ledger/contract.ts'

/** Shapes that cross the wire for what several requests tell together. */

/** What an officer may propose of the processing fee (第四十二条: 可以): never taken by itself. Yuan. */
export const FeeProposalSchema = Type.Object({
  /** This case is the applicant's n-th of the calendar month at this organ, by the day of receipt. */
  nth: Type.Integer(),
  pieceYuan: Type.Integer(),
  /** The place on the ladder, in one sentence. */
  ladder: Type.String(),
  pages: Nullable(Type.Integer()),
  pageYuan: Nullable(Type.Integer()),
  cites: Type.Array(CitedSchema),
})
export type FeeProposal = Static<typeof FeeProposalSchema>

/** A fee that was noticed, and where it stands. Yuan. */
export const FeeNoticeSchema = Type.Object({
  /** noticed, awaited, overdue, paid */
  state: Type.String(),
  number: Type.String(),
  noticedOn: Day,
  /** How it was reckoned, in words. */
  reckoning: Type.String(),
  why: Type.String(),
  servedOn: Nullable(Day),
  payBy: Nullable(Day),
  /** Where it stands and what follows. */
  sentence: Type.String(),
})
export type FeeNotice = Static<typeof FeeNoticeSchema>

const EarlierCaseSchema = Type.Object({
  caseId: Id,
  number: Type.String(),
  title: Type.String(),
  receivedOn: Nullable(Day),
  statusLabel: Type.String(),
  outcomeLabel: Nullable(Type.String()),
  /** It asks for the same thing as this case. */
  same: Type.Boolean(),
})

/** The other requests of the same person at this organ, for those who may see the applicant (第三十五、四十二条). */
export const ApplicantOverviewSchema = Type.Object({
  thisMonth: Type.Integer(),
  thisYear: Type.Integer(),
  total: Type.Integer(),
  sameThing: Type.Integer(),
  /** The figures as 第三十五条 needs them told: an opening for the officer's own words, no judgment. */
  figures: Type.String(),
  /** Newest first, at most 50. */
  earlier: Type.Array(EarlierCaseSchema),
  /** What was asked of this person and weighed before under 第三十五条. */
  reasons: Type.Array(
    Type.Object({
      number: Type.String(),
      askedOn: Day,
      figures: Type.String(),
      given: Nullable(Type.String()),
      reasonable: Nullable(Type.Boolean()),
      why: Nullable(Type.String()),
    }),
  ),
})
export type ApplicantOverview = Static<typeof ApplicantOverviewSchema>
