import type { Citation } from '#law/citation.ts'
import { articles, secrecyFirst } from './articles.ts'
import type { Params } from './problems.ts'
import { terms } from './terms.ts'

interface WarningWords {
  readonly say: (params: Params) => string
  readonly cites?: Citation
}

/** What a step lets pass but a careful officer should know. Said beside the facts, never instead of them. */
export const warnings = {
  receivedOnRestDay: { say: ({ on }) => `${on}不是工作日，请核对收到之日` },
  confirmedLate: {
    say: () => '平常信函应当于收到当日与申请人确认；迟于当日确认的，行政复议、行政诉讼中可能被认为拖延',
    cites: articles.receivedOrdinaryPost,
  },
  confirmedLateOnline: {
    say: ({ on }) => `申请已于${on}送达，确认迟于当日；请保存与申请人确认的凭证`,
    cites: articles.receivedOnline,
  },
  correctionLate: {
    say: ({ on }) => `补正告知应当在${on}前发出；迟发的告知不使答复期限重新起算，请仍按原期限答复`,
    cites: articles.correctionOnce,
  },
  correctedLate: {
    say: ({ on }) => `补正期限已于${on}届满；申请人有正当理由的，应当继续办理`,
    cites: articles.correctionLapsed,
  },
  answeredLate: { say: ({ on }) => `意见期限已于${on}届满，逾期的意见由本机关决定是否采纳` },
  silenceIsConsent: { say: () => '共同制作机关逾期未提出意见，视为同意公开', cites: articles.coMakerTerm },
  silenceIsNotConsent: {
    say: () => '第三方逾期未提出意见，不等于同意，由本机关依照条例决定是否公开',
    cites: articles.thirdPartySilent,
  },
  paidLate: { say: ({ on }) => `缴费期限已于${on}届满`, cites: terms.feePayment.cites },
  feeUnpaid: { say: () => '费用尚未缴清；作出答复的，视为不再收取', cites: articles.fee },
  decidedLate: { say: ({ on }) => `答复期限已于${on}届满`, cites: articles.reply },
  repliedLate: { say: ({ on }) => `答复期限已于${on}届满，本次答复逾期`, cites: articles.reply },
  secrecyNotReviewed: {
    say: () => '拟公开的信息没有单独的保密审查记录，请确认已经逐项审查',
    cites: secrecyFirst,
  },
  handedOverAfterReceipt: {
    say: () => '移送不免除告知义务：信息不由本机关负责公开的，应当告知申请人并说明理由',
    cites: articles.notOurs,
  },
  splitTellApplicant: { say: () => '请把拆分办理的情况告知申请人；各件从同一收到之日起算' },
} as const satisfies Record<string, WarningWords>

export type WarningCode = keyof typeof warnings

export interface Warning {
  readonly code: WarningCode
  readonly params?: Params
}

/** A warning as a value. */
export const warned = (code: WarningCode, params?: Params): Warning => ({
  code,
  ...(params ? { params } : {}),
})

/** The sentence for people. */
export const sayWarning = ({ code, params }: Warning): string => warnings[code].say(params ?? {})
