import type { Kysely, Transaction } from 'kysely'
import { citedOf } from '#law/citation.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, inChinese } from '#time/day.ts'
import { articles } from '../rules/articles.ts'
import { feeOfNthPiece, ladder, pageFee, pageTariff, pieceTariff } from '../rules/fees.ts'
import { isOutcomeCode, outcomes } from '../rules/outcomes.ts'
import { fold, type RequestCase } from '../rules/request.ts'
import { titleKey } from '../rules/same-title.ts'
import { type Status, statusLabels } from '../rules/status.ts'
import { duty, recordedOf } from '../store.ts'
import type { RequestRow } from '../tables.ts'
import type { ApplicantOverview, FeeProposal } from './contract.ts'

type Db = Kysely<Database> | Transaction<Database>

const shown = 50

// A case that was split is counted by its parts (一事一申请).
const countsAsPiece = ({ kind, status }: RequestRow): boolean => kind === 'request' && status !== 'split'

const runningNumber = (number: string): number => Number(/(\d+)号?$/.exec(number)?.[1] ?? 0)

/** The requests of one person at one organ, in the order of receipt; what is not received yet comes last. */
async function rowsOfPerson(db: Db, organId: string, applicantIndex: string): Promise<RequestRow[]> {
  const rows = await db
    .selectFrom('request_row')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('applicant_index', '=', applicantIndex)
    .orderBy('received_on')
    .execute()
  const dayOf = (row: RequestRow) => row.received_on ?? '9999-12-31'
  return rows
    .filter(countsAsPiece)
    .sort(
      (one, other) =>
        dayOf(one).localeCompare(dayOf(other)) || runningNumber(one.number) - runningNumber(other.number),
    )
}

/** How many requests of the month the case stands at, itself included, by the day of receipt (109号办法第四条). */
function nthOfMonth(rows: readonly RequestRow[], caseId: string, on: Day): number {
  const ofMonth = rows.filter((row) => row.received_on?.startsWith(on.slice(0, 7)))
  const place = ofMonth.findIndex((row) => row.case_id === caseId)
  return place < 0 ? ofMonth.length + 1 : place + 1
}

const receiptOf = (c: RequestCase): Day => ('receivedOn' in c ? c.receivedOn : undefined) ?? c.arrivedOn

/** The fee as it could be proposed for the case, by piece and, where pages are given, by page. */
function proposalFrom(nth: number, pages: number | null): FeeProposal {
  return {
    nth,
    pieceYuan: feeOfNthPiece(nth),
    ladder: ladder(nth),
    pages,
    pageYuan: pages === null ? null : pageFee(pages),
    cites: [articles.fee, pieceTariff.cites, pageTariff.cites].map(citedOf),
  }
}

/** What may be proposed of the fee for a case of 第四章; null for the other kinds. Pages are what the officer typed. */
export async function feeProposal(
  db: Db,
  { organId, caseId, c }: { organId: string; caseId: string; c: RequestCase },
  pages: number | null = null,
): Promise<FeeProposal | null> {
  if (c.intake.kind !== 'request') return null
  const rows = await rowsOfPerson(db, organId, c.intake.applicantIndex)
  return proposalFrom(nthOfMonth(rows, caseId, receiptOf(c)), pages)
}

const earlierOf = (row: RequestRow, key: string): ApplicantOverview['earlier'][number] => ({
  caseId: row.case_id,
  number: row.number,
  title: row.title,
  receivedOn: row.received_on,
  statusLabel: statusLabels[row.status as Status],
  outcomeLabel: row.outcome && isOutcomeCode(row.outcome) ? outcomes[row.outcome].name : null,
  same: key !== '' && row.title_key === key,
})

/** What was asked and weighed under 第三十五条 in these cases; only those in which reasons were asked are read. */
export async function reasonsBefore(
  db: Db,
  organId: string,
  caseIds: readonly string[],
): Promise<ApplicantOverview['reasons']> {
  if (caseIds.length === 0) return []
  const asked = db
    .selectFrom('fact')
    .select('case_id')
    .where('organ_id', '=', organId)
    .where('case_id', 'in', [...caseIds])
    .where('type', '=', 'reasonsAsked')
  const rows = await db
    .selectFrom('fact')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('duty', '=', duty)
    .where('case_id', 'in', asked)
    .orderBy('case_id')
    .orderBy('seq')
    .execute()
  return [...Map.groupBy(rows, (row) => row.case_id).values()].flatMap((facts) => {
    const c = fold(facts.map(recordedOf))
    if (!c?.reasons) return []
    const { askedOn, figures, given = null, reasonable = null, why = null } = c.reasons
    return [{ number: c.intake.number, askedOn, figures, given, reasonable, why }]
  })
}

const figuresOf = (
  on: Day,
  { thisMonth, thisYear, sameThing }: { thisMonth: number; thisYear: number; sameThing: number },
) =>
  `截至${inChinese(on)}，该申请人本年度已向本机关提出政府信息公开申请${thisYear}件，其中本月${thisMonth}件` +
  (sameThing > 0 ? `；与本件内容相同的申请${sameThing}件。` : '。')

/** The other requests of the person who made a case; counts are of the month and the year of its receipt. */
export async function personOverview(
  platform: Platform,
  { organId, caseId, c }: { organId: string; caseId: string; c: RequestCase },
): Promise<{ overview: ApplicantOverview; fee: FeeProposal | null }> {
  const rows = await rowsOfPerson(platform.db, organId, c.intake.applicantIndex)
  const on = receiptOf(c)
  const others = rows.filter((row) => row.case_id !== caseId)
  const key = titleKey(c.title)
  const within = (start: string) => rows.filter((row) => row.received_on?.startsWith(start)).length
  const counts = {
    thisMonth: within(on.slice(0, 7)),
    thisYear: within(on.slice(0, 4)),
    sameThing: others.filter((row) => key !== '' && row.title_key === key).length,
  }
  const ids = others.map((row) => row.case_id)
  const overview = {
    ...counts,
    total: rows.length,
    figures: figuresOf(platform.today(), counts),
    earlier: others
      .slice(-shown)
      .reverse()
      .map((row) => earlierOf(row, key)),
    reasons: await reasonsBefore(platform.db, organId, ids),
  }
  const fee = c.intake.kind === 'request' ? proposalFrom(nthOfMonth(rows, caseId, on), null) : null
  return { overview, fee }
}
