import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { sendMail } from '#platform/mail/mail.ts'
import type { Platform } from '#platform/platform.ts'
import { askForHook, callHook, hookAddress } from './hooks.ts'
import type { NewFact } from './rules/step.ts'
import { factLabels } from './rules/timeline.ts'
import './templates/tables.ts'

type Db = Kysely<Database> | Transaction<Database>
type Which = { organId: string; caseId: string }

/** From now on the applicant is told by mail that there is news; the address is kept encrypted. */
export async function askForNotices(
  db: Db,
  platform: Platform,
  { organId, caseId }: Which,
  address: string,
): Promise<void> {
  const row = { address: platform.seal.sealJson(address, caseId), asked_at: platform.now().toISOString() }
  await db
    .insertInto('request_notice')
    .values({ organ_id: organId, case_id: caseId, ...row })
    .onConflict((conflict) => conflict.columns(['organ_id', 'case_id']).doUpdateSet(row))
    .execute()
}

/** No more mails; the address is gone. */
export async function endNotices(db: Db, { organId, caseId }: Which): Promise<void> {
  await db
    .deleteFrom('request_notice')
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .execute()
}

/** Where the applicant wants to be told of news; undefined where they did not ask. */
export async function noticeAddress(
  db: Db,
  platform: Platform,
  { organId, caseId }: Which,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('request_notice')
    .select('address')
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row && String(platform.seal.unsealJson(row.address, caseId))
}

/** The mail: that there is news of a case of that number, and where to look. Never what the news is. */
const noticeOf = (platform: Platform, number: string) => ({
  subject: `您的政府信息公开申请有新进展（${number}）`,
  text: [
    '您好：',
    `您的政府信息公开申请（编号：${number}）有新的办理进展。`,
    `请打开 ${platform.config.publicAddress}/requests/track ，用申请编号和回执上的查询码查看。`,
    '本邮件只是提醒，不含办理内容，不代替文书的送达，请勿回复。不想再收到提醒的，可以在办理进度页停止。',
    platform.config.siteName,
  ].join('\n\n'),
})

/**
 * Leaves a mail or a call for the applicant where they asked for it and the step was somebody else's and theirs to see;
 * in the transaction of the step, one a step.
 */
export async function tellApplicant(
  tx: Transaction<Database>,
  platform: Platform,
  step: Which & { by: string; number: string; facts: readonly NewFact[] },
): Promise<void> {
  const isNews = step.facts.some(({ fact }) => factLabels[fact.type].public)
  if (!isNews || step.by === 'applicant') return
  const to = await noticeAddress(tx, platform, step)
  if (to) await sendMail(tx, platform.seal, { to, ...noticeOf(platform, step.number) })
  await callHook(tx, platform, step)
}

/** What an applicant wants to be told of news: by mail, by a call to the institution's own system. */
export interface Wishes {
  mail?: string
  hook?: string
}

/** Keeps the wishes of a request that was just filed. */
export async function keepWishes(
  db: Db,
  platform: Platform,
  which: Which,
  { mail, hook }: Wishes,
): Promise<void> {
  if (mail) await askForNotices(db, platform, which, mail)
  if (hook) await askForHook(db, platform, which, hook)
}

/** What was wished for one case holds for those that it is split into. */
export async function passWishesOn(
  db: Db,
  platform: Platform,
  { organId, caseId }: Which,
  into: readonly string[],
): Promise<void> {
  const [mail, hook] = await Promise.all([
    noticeAddress(db, platform, { organId, caseId }),
    hookAddress(db, platform, { organId, caseId }),
  ])
  const wishes = { ...(mail ? { mail } : {}), ...(hook ? { hook } : {}) }
  for (const each of into) await keepWishes(db, platform, { organId, caseId: each }, wishes)
}
