import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { sendMail } from '#platform/mail/mail.ts'
import type { Platform } from '#platform/platform.ts'
import { callHook } from './hooks.ts'
import type { NewFact } from './rules/step.ts'
import { factLabels } from './rules/timeline.ts'
import { wishedAddress } from './wishes.ts'

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
  step: { organId: string; caseId: string; by: string; number: string; facts: readonly NewFact[] },
): Promise<void> {
  const isNews = step.facts.some(({ fact }) => factLabels[fact.type].public)
  if (!isNews || step.by === 'applicant') return
  const to = await wishedAddress(tx, platform, step, 'mail')
  if (to) await sendMail(tx, platform.seal, { to, ...noticeOf(platform, step.number) })
  await callHook(tx, platform, step)
}
