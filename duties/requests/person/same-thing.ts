import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Day } from '#time/day.ts'
import { inChinese } from '#time/day.ts'
import type { CaseView } from '../contract.ts'
import type { RequestCase } from '../rules/request.ts'
import { titleKey } from '../rules/same-title.ts'

type Db = Kysely<Database> | Transaction<Database>

interface Which {
  organId: string
  caseId: string
  c: RequestCase
}

const shown = 20

/** Other requests at the organ for the same thing, newest first, and whether the same person made them. */
export async function sameThing(
  db: Db,
  { organId, caseId, c }: Which,
): Promise<
  { caseId: string; number: string; title: string; receivedOn: string | null; samePerson: boolean }[]
> {
  const key = titleKey(c.title)
  if (key === '') return []
  const rows = await db
    .selectFrom('request_row')
    .select(['case_id', 'number', 'title', 'received_on', 'applicant_index'])
    .where('organ_id', '=', organId)
    .where('title_key', '=', key)
    .where('case_id', '!=', caseId)
    .where('kind', '=', c.intake.kind)
    .where('status', '!=', 'split')
    .orderBy('received_on', 'desc')
    .limit(shown)
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    number: row.number,
    title: row.title,
    receivedOn: row.received_on,
    samePerson: row.applicant_index === c.intake.applicantIndex,
  }))
}

/** The same as links of the case. */
export const linkedAsSame = async (db: Db, which: Which): Promise<CaseView['linked']> =>
  (await sameThing(db, which)).map(({ caseId, number, title, samePerson }) => ({
    caseId,
    number,
    title,
    how: samePerson ? '同一申请人申请过相同内容' : '其他申请人申请过相同内容',
  }))

/** What the desk is told when it registers what the same person asked before (第三十六条第六项). */
export const duplicateWarnings = async (db: Db, which: Which): Promise<string[]> =>
  (await sameThing(db, which))
    .filter(({ samePerson }) => samePerson)
    .slice(0, 3)
    .map(
      ({ number, receivedOn }) =>
        `同一申请人曾提出相同内容的申请（${number}${receivedOn ? `，${inChinese(receivedOn as Day)}收到` : ''}），请核对是否重复申请`,
    )
