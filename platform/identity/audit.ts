import { randomUUIDv7 } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'

/** What is kept of deeds outside the cases, in the words of the screen that lists them. */
export const auditActions = {
  signedIn: '登录',
  signInFailed: '登录失败',
  signInLocked: '因多次登录失败被暂时锁定',
  signedOut: '退出登录',
  passwordChanged: '修改密码',
  totpEnabled: '开启动态口令',
  totpDisabled: '关闭动态口令',
  personMade: '新建人员',
  personLocked: '停用账号',
  personUnlocked: '启用账号',
  passwordReset: '重置密码',
  roleGranted: '授予角色',
  roleEnded: '终止角色',
  coverSet: '设置代理',
  coverEnded: '终止代理',
  organMade: '新设机关',
  organRenamed: '更名',
  organMoved: '调整隶属关系',
  organMerged: '合并',
  contactChanged: '修改机关信息',
  calendarNoticeEntered: '录入放假安排',
  calendarNoticeWithdrawn: '撤回放假安排',
  fileOpened: '查看文件',
  settingChanged: '修改设置',
} as const

export type AuditAction = keyof typeof auditActions

export interface AuditEntry {
  organId: string
  /** Who did it; null for the program itself. */
  personId: string | null
  action: AuditAction
  /** What it was done to: ids and words of ours, never an applicant's data. */
  subject?: string
}

/** Writes down a deed. Entries are never changed or removed: the database refuses. */
export async function audit(db: Kysely<Database>, { subject = '', ...entry }: AuditEntry): Promise<void> {
  const { organId: organ_id, personId: person_id, action } = entry
  await db
    .insertInto('audit_entry')
    .values({ organ_id, entry_id: randomUUIDv7(), person_id, action, subject })
    .execute()
}

/** Does a deed and writes it down: both or neither. Gives what `work` gives. */
export async function audited<Result>(
  db: Kysely<Database>,
  entry: AuditEntry | ((result: Result) => AuditEntry),
  work: (transaction: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (transaction) => {
    const result = await work(transaction)
    await audit(transaction, typeof entry === 'function' ? entry(result) : entry)
    return result
  })
}

/** The same deed of a person at each organ where the person holds a role. */
export async function auditAtOrgans(
  db: Kysely<Database>,
  organIds: readonly string[],
  entry: Omit<AuditEntry, 'organId'>,
): Promise<void> {
  for (const organId of new Set(organIds)) await audit(db, { ...entry, organId })
}

/** Deeds at an organ, newest first, from after the entry given; at most `limit`. */
export async function auditEntries(
  db: Kysely<Database>,
  organId: string,
  { before, limit }: { before?: string | undefined; limit: number },
) {
  return db
    .selectFrom('audit_entry as a')
    .leftJoin('person as p', 'p.person_id', 'a.person_id')
    .select(['a.entry_id', 'a.at', 'a.action', 'a.subject', 'p.name'])
    .where('a.organ_id', '=', organId)
    .$if(before !== undefined, (query) => query.where('a.entry_id', '<', before ?? ''))
    .orderBy('a.entry_id', 'desc')
    .limit(limit)
    .execute()
}
