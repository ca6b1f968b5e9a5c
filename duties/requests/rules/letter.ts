import type { Day } from '#time/day.ts'

/** Every kind of letter and sheet a case can need; their words stand in letters.ts. */
export type LetterKind =
  | 'registration'
  | 'receipt'
  | 'correction'
  | 'reasons'
  | 'laterDay'
  | 'extension'
  | 'consultThirdParty'
  | 'consultSlip'
  | 'consultCoMaker'
  | 'consultOrgan'
  | 'consultationTold'
  | 'disclosureTold'
  | 'assist'
  | 'fee'
  | 'reply'
  | 'notProcessed'
  | 'notContinued'
  | 'ended'
  | 'rectification'
  | 'complaintResult'
  | 'transfer'
  | 'serviceRecord'
  | 'reviewSheet'

/** A letter in words, without looks: what stands on the page from top to bottom. */
export interface Letter {
  readonly kind: LetterKind
  readonly title: string
  /** 发文字号; empty for sheets and slips that carry none. */
  readonly number: string
  readonly addressee: string
  readonly paragraphs: readonly string[]
  /** 救济告知; empty where the letter decides nothing. */
  readonly remedy: readonly string[]
  readonly enclosures: readonly string[]
  /** The organ that signs and seals. */
  readonly signed: string
  readonly on: Day
  readonly contact: string
}
