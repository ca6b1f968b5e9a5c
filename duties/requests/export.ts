import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { type ListColumn, type ListFormat, listFile } from '#platform/documents/list-file.ts'
import type { Actor } from '#platform/identity/actor.ts'
import type { Platform } from '#platform/platform.ts'
import type { Applicant, QueueList, QueueRow } from './contract.ts'
import { queuePages } from './queue.ts'

interface ExportAsk {
  organId: string
  actor: Actor
  query: QueueList
  format: ListFormat
  /** Whether the applicant's particulars go with it; the caller has checked the role. */
  withApplicant: boolean
}

interface Listed {
  row: QueueRow
  applicant: Applicant | null
}

const columns: readonly ListColumn<Listed>[] = [
  { heading: '编号', width: 26, of: ({ row }) => row.number },
  { heading: '申请内容', width: 40, of: ({ row }) => row.title },
  { heading: '申请人类别', width: 12, of: ({ row }) => row.categoryLabel },
  { heading: '提交方式', width: 16, of: ({ row }) => row.channelLabel },
  { heading: '收到日期', width: 12, of: ({ row }) => row.receivedOn },
  { heading: '答复期限', width: 12, of: ({ row }) => row.dueOn },
  { heading: '期限是否暂定', width: 12, of: ({ row }) => (row.provisional ? '暂定' : '') },
  { heading: '状态', width: 12, of: ({ row }) => row.statusLabel },
  { heading: '承办人', width: 10, of: ({ row }) => row.assignee?.name ?? '' },
  { heading: '办理结果', width: 24, of: ({ row }) => row.outcomeLabel },
  { heading: '答复日期', width: 12, of: ({ row }) => row.repliedOn },
]

const applicantColumns: readonly ListColumn<Listed>[] = [
  { heading: '申请人', width: 14, of: ({ applicant }) => applicant?.name ?? '' },
  { heading: '证件号码', width: 20, of: ({ applicant }) => applicant?.idNumber ?? '' },
  { heading: '联系电话', width: 14, of: ({ applicant }) => applicant?.telephone ?? '' },
  { heading: '电子邮箱', width: 20, of: ({ applicant }) => applicant?.email ?? '' },
  { heading: '通信地址', width: 30, of: ({ applicant }) => applicant?.address ?? '' },
]

// The first fact of a case names where its applicant rests.
async function applicantsOf(
  { db, seal }: Platform,
  organId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Applicant>> {
  const { rows } = await sql<{ case_id: string; sealed_id: string; ciphertext: Buffer }>`
    select f.case_id, s.sealed_id, s.ciphertext from fact f
    join sealed s on s.organ_id = f.organ_id and s.sealed_id = (f.body #>> '{intake,applicant}')::uuid
    where f.organ_id = ${organId} and f.case_id = any(${[...caseIds]}::uuid[]) and f.seq = 1
      and s.ciphertext is not null`.execute(db)
  return new Map(
    rows.map((row) => [row.case_id, seal.unsealJson(row.ciphertext, row.sealed_id) as Applicant]),
  )
}

/** The rows of the list, page by page: never all of them in memory. */
async function* listed(platform: Platform, ask: ExportAsk): AsyncGenerator<Listed> {
  for await (const rows of queuePages(platform, ask.organId, ask.actor, ask.query)) {
    const ids = rows.map((row) => row.caseId)
    const applicants = ask.withApplicant ? await applicantsOf(platform, ask.organId, ids) : null
    for (const row of rows) yield { row, applicant: applicants?.get(row.caseId) ?? null }
  }
}

/** A list of requests as a file, streamed. The applicants only where asked for. */
export const exportList = (platform: Platform, ask: ExportAsk): Readable =>
  listFile(ask.format, '申请台账', {
    columns: [...columns, ...(ask.withApplicant ? applicantColumns : [])],
    rows: listed(platform, ask),
  })
