import { terms as publicationTerms } from '#duties/publication/rules/terms.ts'
import { common } from '#law/articles.ts'
import type { Citation } from '#law/citation.ts'
import { type Day, inChinese } from '#time/day.ts'
import { articles } from './articles.ts'
import { terms } from './terms.ts'

/** One step of the way to a due day. What `from`, `to` and `workingDays` mean is in the sentence of its code. */
export interface Because {
  readonly code: BecauseCode
  readonly cites: Citation
  readonly from: Day
  readonly to: Day | undefined
  readonly workingDays: number | undefined
}

interface Reason {
  readonly cites: Citation
  readonly say: (from: string, to: string, workingDays: number) => string
  /** Something was done too late or twice: it is told, and does not move the day. */
  readonly warns?: true
}

const feeRestart: Citation = { instrument: 'feeMeasures', quote: '从申请人完成缴费次日起重新计算' }
const splitUnits: Citation = { instrument: 'feeMeasures', article: 4, quote: '一事一申请' }
const given: Citation = { instrument: 'serviceReply', quote: '交邮之日' }
const statutoryDays: Citation = { instrument: 'holidayRules', article: 2, quote: '全体公民放假的节日' }
const mayApply: Citation = { article: 27, quote: '申请获取相关政府信息' }

const receipt = {
  received: { cites: articles.reply, say: (on) => `${on}收到申请。` },
  receivedAtCounter: {
    cites: articles.receivedAtCounter,
    say: (on) => `申请人于${on}当面提交申请，当日为收到申请之日。`,
  },
  receivedOrally: {
    cites: articles.writing,
    say: (on) => `申请人于${on}口头提出申请并由工作人员代为填写，当日为收到申请之日。`,
  },
  receivedBySignature: {
    cites: articles.receivedSigned,
    say: (on) => `申请以邮寄方式提交，${on}签收，签收之日为收到申请之日。`,
  },
  receivedByPostConfirmed: {
    cites: articles.receivedOrdinaryPost,
    say: (on) => `申请以平常信函提交，${on}与申请人确认，确认之日为收到申请之日。`,
  },
  receivedByConfirmation: {
    cites: articles.receivedOnline,
    say: (on) => `申请通过互联网渠道或者传真提交，双方于${on}确认，确认之日为收到申请之日。`,
  },
  awaitingPostConfirmation: {
    cites: articles.receivedOrdinaryPost,
    say: (on) => `平常信函于${on}送到，应当于当日与申请人确认，尚未确认。`,
  },
  awaitingConfirmation: {
    cites: articles.receivedOnline,
    say: (on) => `申请于${on}到达，尚未经双方确认，答复期限尚未起算。`,
  },
  postConfirmedLate: {
    cites: articles.receivedOrdinaryPost,
    warns: true,
    say: (from, to) => `平常信函于${from}送到，应当于当日确认，实际于${to}确认。`,
  },
  confirmedLater: {
    cites: articles.receivedOnline,
    warns: true,
    say: (from, to) => `申请于${from}到达，至${to}才经双方确认；确认迟延可能引起争议。`,
  },
  noTerm: { cites: articles.record, say: () => '条例没有为这类事项规定答复期限。' },
  noTermRectification: { cites: articles.rectified, say: () => '条例没有为更正申请规定答复期限。' },
  noTermComplaint: { cites: articles.complaint, say: () => '条例没有为举报投诉规定办理期限。' },
  noTermEnterprise: { cites: articles.enterprise, say: () => '条例没有为申诉规定办理期限。' },
} as const satisfies Record<string, Reason>

const correction = {
  correctionAsked: {
    cites: articles.correctedRestarts,
    say: (on, to) => `已于${on}告知申请人补正，补正期限至${to}；答复期限自收到补正的申请之日起计算。`,
  },
  correctionLapsed: {
    cites: articles.correctionLapsed,
    say: (on) => `补正期限已于${on}届满，申请人没有补正；无正当理由的，视为放弃申请。`,
  },
  corrected: {
    cites: articles.correctedRestarts,
    say: (on) => `${on}收到补正的申请，答复期限自该日起重新计算。`,
  },
  correctedAfterTerm: {
    cites: articles.correctionLapsed,
    warns: true,
    say: (from, to) => `补正期限至${from}，补正的申请于${to}收到，应当记明逾期的正当理由。`,
  },
  correctionLate: {
    cites: terms.correctionNotice.cites,
    warns: true,
    say: (from, to) => `应当最迟于${from}告知补正，实际于${to}告知，答复期限不因此重新计算。`,
  },
  correctionRepeated: {
    cites: terms.correctionNotice.cites,
    warns: true,
    say: (on) => `补正应当一次性告知，${on}再次告知补正，答复期限不因此重新计算。`,
  },
} as const satisfies Record<string, Reason>

const excluded = (who: string): Reason => ({
  cites: articles.consultationExcluded,
  say: (from, to, n) => `${from}征求${who}意见，至${to}共${n}个工作日，不计算在期限内。`,
})
const open = (who: string): Reason => ({
  cites: articles.consultationExcluded,
  say: (from, to) => `已于${from}征求${who}意见，等待期间不计算在期限内${to && `，意见最迟应于${to}提出`}。`,
})
const silent = (who: string, cites: Citation): Reason => ({
  cites,
  say: (on) => `${who}提出意见的期限于${on}届满，此后的等待不再扣除。`,
})

const consultation = {
  thirdPartyExcluded: excluded('第三方'),
  coMakerExcluded: excluded('共同制作机关'),
  otherOrganExcluded: excluded('其他机关'),
  thirdPartyOpen: open('第三方'),
  coMakerOpen: open('共同制作机关'),
  otherOrganOpen: open('其他机关'),
  thirdPartyTermEnded: silent('第三方', articles.thirdPartySilent),
  coMakerTermEnded: silent('共同制作机关', articles.coMakerTerm),
  otherOrganTermEnded: silent('其他机关', articles.consultationExcluded),
  consultationsOverlap: {
    cites: articles.consultationExcluded,
    say: (_from, _to, n) => `各次征求意见的时间有重叠，按合并后的${n}个工作日扣除，不重复扣除。`,
  },
  consultationLate: {
    cites: articles.consultationExcluded,
    warns: true,
    say: (from, to) => `${to}征求意见时，答复期限已于${from}届满，所需时间不予扣除。`,
  },
  reasonsOpen: {
    cites: articles.reasons,
    say: (from, to) => `已于${from}要求申请人说明理由，期限至${to}；按本机关的设置，等待期间不计算在期限内。`,
  },
  reasonsExcluded: {
    cites: articles.reasons,
    say: (from, to, n) => `${from}要求说明理由，至${to}共${n}个工作日，按本机关的设置不计算在期限内。`,
  },
} as const satisfies Record<string, Reason>

const moved = {
  extended: {
    cites: terms.extension.cites,
    say: (on, _to, n) => `${on}经公开工作机构负责人同意延长${n}个工作日。`,
  },
  extensionCapped: {
    cites: terms.extension.cites,
    warns: true,
    say: (_from, _to, n) =>
      `延长合计${n}个工作日，超过最长${terms.extension.workingDays}个工作日的部分无效。`,
  },
  extensionLate: {
    cites: terms.extension.cites,
    warns: true,
    say: (from, to) => `${to}决定延长时，答复期限已于${from}届满，延长无效。`,
  },
  extensionVoid: {
    cites: terms.extension.cites,
    say: (on, _to, n) => `期限已经重新计算，${on}决定的延长${n}个工作日不再计入。`,
  },
  laterDay: {
    cites: articles.laterDay,
    say: (from, to) => `申请理由合理，但无法在期限内答复，已于${from}确定延迟至${to}答复。`,
  },
  laterDayEarlier: {
    cites: articles.laterDay,
    warns: true,
    say: (from, to) => `${from}确定的延迟答复日${to}不晚于原期限，不予适用。`,
  },
  laterDayLate: {
    cites: articles.laterDay,
    warns: true,
    say: (from, to) => `${to}确定延迟答复时，答复期限已于${from}届满，不予适用。`,
  },
  feeNoticed: {
    cites: articles.fee,
    say: (from, to) => `已于${from}发出收费通知，最迟应于${to}缴费；处理期限自缴费次日起重新计算。`,
  },
  feeLapsed: {
    cites: terms.feePayment.cites,
    say: (on) => `缴费期限已于${on}届满，申请人没有缴费，视为放弃申请。`,
  },
  feePaid: { cites: feeRestart, say: (on) => `申请人于${on}缴费，处理期限自缴费次日起重新计算。` },
  feeNoticeLate: {
    cites: feeRestart,
    warns: true,
    say: (from, to) => `${to}发出收费通知时，处理期限已于${from}届满，期限不因此重新计算。`,
  },
  reopened: { cites: common.remedy, say: (on) => `${on}被责令重新作出答复，答复期限自该日起重新计算。` },
  reopenedUntil: { cites: common.remedy, say: (from, to) => `${from}被责令重新作出答复，限于${to}前答复。` },
} as const satisfies Record<string, Reason>

const result = {
  replyTerm: {
    cites: terms.reply.cites,
    say: (from, to, n) => `自${from}的次日起计算${n}个工作日，至${to}届满。`,
  },
  publicationTerm: {
    cites: publicationTerms.publication.cites,
    say: (from, to, n) => `自${from}的次日起计算${n}个工作日，最迟于${to}主动公开。`,
  },
  provisional: {
    cites: statutoryDays,
    say: (from, to) =>
      `${from}至${to}之间有的日子尚无国务院办公厅的放假安排，结果为暂定，安排公布后重新计算。`,
  },
  replied: { cites: given, say: (on) => `答复已于${on}送达或者交邮。` },
  withdrawn: { cites: mayApply, say: (on) => `申请人于${on}撤回申请。` },
  handedOver: { cites: articles.notOurs, say: (on) => `${on}移送负责公开的机关办理。` },
  split: { cites: splitUnits, say: (on) => `${on}按照一事一申请拆分，各件分别计算期限。` },
} as const satisfies Record<string, Reason>

const table = { ...receipt, ...correction, ...consultation, ...moved, ...result }

/** Stable names of the reasons; files of cases and screens refer to them. */
export type BecauseCode = keyof typeof table

interface NamedReason extends Reason {
  readonly code: BecauseCode
}

const named = ([code, reason]: [string, Reason]) => [code, { ...reason, code }] as const

/** Every reason by its code. */
export const reasons = Object.fromEntries(Object.entries<Reason>(table).map(named)) as Readonly<
  Record<BecauseCode, NamedReason>
>

/** One reason with its citation; days and number as its sentence uses them. */
export const because = (reason: NamedReason, from: Day, to?: Day, workingDays?: number): Because => ({
  code: reason.code,
  cites: reason.cites,
  from,
  to,
  workingDays,
})

/** The reason as one Chinese sentence, as officers and the public read it; for the applicant see `toApplicant`. */
export const sayBecause = ({ code, from, to, workingDays }: Because): string =>
  reasons[code].say(inChinese(from), to ? inChinese(to) : '', workingDays ?? 0)

/** A sentence of a case as its applicant reads it: the person addressed is 您. */
export const toApplicant = (words: string): string => words.replaceAll('申请人', '您')

/** True for what was done too late or twice and therefore does not move the day. */
export const isWarning = (code: BecauseCode): boolean => reasons[code].warns === true

/** What a clock can be stopped for, in the words of queues and pages. */
export const stoppedForLabels = {
  confirmation: '等待与申请人确认',
  correction: '等待申请人补正',
  consultation: '等待被征求意见方答复',
  reasons: '等待申请人说明理由',
  fee: '等待申请人缴费',
  noTerm: '没有法定期限',
} as const

export type StoppedFor = keyof typeof stoppedForLabels
