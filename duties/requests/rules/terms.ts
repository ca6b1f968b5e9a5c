import type { Term } from '#law/citation.ts'
import { articles } from './articles.ts'

/** The numbers of working days that the clock of a request runs on, each with its place in the law. */
export const terms = {
  /** From the day after receipt to the reply. */
  reply: { workingDays: 20, cites: articles.reply, confidence: 'verified' },
  /** All extensions of one period together. */
  extension: { workingDays: 20, cites: articles.extension, confidence: 'verified' },
  /** From receipt to the notice of what to correct. */
  correctionNotice: { workingDays: 7, cites: articles.correctionOnce, confidence: 'verified' },
  /** From the third party's receipt of the letter to its opinion. */
  thirdPartyOpinion: { workingDays: 15, cites: articles.thirdPartyTerm, confidence: 'verified' },
  /** From a co-making organ's receipt of the letter to its opinion; silence is consent. */
  coMakerOpinion: { workingDays: 15, cites: articles.coMakerTerm, confidence: 'verified' },
  /** From the day after receipt of the fee notice to payment; the exact words were not seen. */
  feePayment: {
    workingDays: 20,
    cites: { instrument: 'feeMeasures', quote: '收到收费通知次日起20个工作日内' },
    confidence: 'verified',
  },
} as const satisfies Record<string, Term>

/** Readings that the text does not settle. An office may decide otherwise; the ground of each default stands beside it. */
export interface ClockSettings {
  /** Payment of the fee starts the period again from the next day (109号办法; from memory). False: the fee does not touch the clock. */
  readonly feePaymentRestarts: boolean
  /** The excluded time of a consultation begins when the letter is sent (practice; from memory), or when it is served. */
  readonly consultationRunsFrom: 'sent' | 'served'
  /** The excluded time ends at the latest with the consulted party's own term (our reading of 所需时间). */
  readonly consultationEndsWithTerm: boolean
  /** Term of an organ that is consulted without being a co-maker: the text gives none, so that of 第三十四条. */
  readonly otherOrganWorkingDays: number
  /** A correction notice after the seventh working day starts the period again on correction (the text is silent; the careful reading is no). */
  readonly lateCorrectionRestarts: boolean
  /** A second correction notice starts the period again (第三十条: 一次性告知; so no). */
  readonly repeatedCorrectionRestarts: boolean
  /** An extension agreed after the period has ended still counts (what has ended cannot be extended; so no). */
  readonly lateExtensionCounts: boolean
  /** Asking for reasons (第三十五条) stops the clock until they are given (the text says nothing; so no). */
  readonly reasonsAskedStops: boolean
  /** The online form says that submission counts as confirmation by both sides (第三十一条第三项), so an online request is received at once. */
  readonly onlineConfirmsAtOnce: boolean
}

/** The careful reading of each open question: where in doubt, the earlier due day. */
export const defaultClockSettings: ClockSettings = {
  feePaymentRestarts: true,
  consultationRunsFrom: 'sent',
  consultationEndsWithTerm: true,
  otherOrganWorkingDays: 15,
  lateCorrectionRestarts: false,
  repeatedCorrectionRestarts: false,
  lateExtensionCounts: false,
  reasonsAskedStops: false,
  onlineConfirmsAtOnce: true,
}
