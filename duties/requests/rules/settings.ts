import type { DecidedPart, ReviewStage } from './facts.ts'
import { outcomes } from './outcomes.ts'
import { type ClockSettings, defaultClockSettings } from './terms.ts'

/** What a decision does, as far as it matters for whose hands it goes through. */
export type DecisionKind = 'granting' | 'partly' | 'pointing' | 'refusing'

/** Through whose hands a draft goes before it is decided, in this order. */
export interface ReviewSettings {
  /** Every part is given out. */
  readonly granting: readonly ReviewStage[]
  /** Some of it is given out: a part granted beside others, or 区分处理. */
  readonly partly: readonly ReviewStage[]
  /** Nothing new is given out: the applicant is told where it is already public. */
  readonly pointing: readonly ReviewStage[]
  /** Nothing is given out: denied, unable, not processed. */
  readonly refusing: readonly ReviewStage[]
}

/** What an organ may set where the law leaves it open or we have it from memory only. */
export interface RequestSettings {
  readonly clock: ClockSettings
  readonly review: ReviewSettings
  /** Which day makes a result belong to a year of the report: the day of the reply (our reading), or of the decision. */
  readonly resultOn: 'served' | 'decided'
  /** A partial disclosure whose withheld part rests on 第十四至十六条 must go to reconsideration first (open question). */
  readonly partlyReconsideredFirst: boolean
  /** Whoever drafted does not review. Default no: no article asks for it, and a small office has one person for both. */
  readonly fourEyes: boolean
  /**
   * From how many applicants on the same request is suggested for publication (第四十四条: 多个, no number): the fewest
   * that are several. A suggestion only.
   */
  readonly severalApplicants: number
  /**
   * From how many requests in a year on an applicant is listed for the head (第三十五条 gives no number): where the
   * tariff of the processing fee begins to climb within a month. A list only.
   */
  readonly frequentFrom: number
  /** Where and how the processing fee is paid, one sentence of the fee notice (109号办法: 通知应当告知缴纳方式). */
  readonly payment: string
}

/**
 * 第四十五条 asks for review and leaves the stages to each organ: the head of the disclosure office reads everything
 * (第四条 gives the office the work), and a leader signs what does not give out all that was asked (ordinary practice).
 * Whatever gives information out is reviewed for secrets first (第十七条; 保密法实施条例第四十二条: 先审查、后公开, 逐项).
 */
export const defaultSettings: RequestSettings = {
  clock: defaultClockSettings,
  review: {
    granting: ['secrecy', 'officeHead'],
    partly: ['secrecy', 'officeHead', 'leader'],
    pointing: ['officeHead'],
    refusing: ['officeHead', 'leader'],
  },
  resultOn: 'served',
  partlyReconsideredFirst: true,
  fourEyes: false,
  severalApplicants: 2,
  frequentFrom: 10,
  payment:
    '持本通知书到本机关政府信息公开工作机构领取缴款单，到非税收入代收银行缴入国库，或者凭缴款码在非税收入网上缴款平台缴纳，缴款后由本机关开具财政票据',
}

/** True where the part hands out information that the organ has not published yet. */
export const givesOut = ({ outcome }: Pick<DecidedPart, 'outcome'>): boolean =>
  outcome !== 'G1' && outcomes[outcome].discloses

/** What a decision of these parts does. */
function kindOfDecision(parts: readonly DecidedPart[]): DecisionKind {
  const isWhole = parts.every(({ outcome }) => outcomes[outcome].discloses && outcome !== 'P1')
  if (parts.some(givesOut)) return isWhole ? 'granting' : 'partly'
  return isWhole ? 'pointing' : 'refusing'
}

/** The stages that a decision of these parts must have passed, in order. */
export const stagesFor = (
  parts: readonly DecidedPart[],
  { review }: RequestSettings,
): readonly ReviewStage[] => review[kindOfDecision(parts)]
