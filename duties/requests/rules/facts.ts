import type { Day } from '#time/day.ts'
import type { OutcomeCode } from './outcomes.ts'
import type { Proof } from './proofs.ts'

/** Column of table three that an applicant belongs to. */
export type ApplicantCategory =
  | 'naturalPerson'
  | 'company'
  | 'research'
  | 'welfare'
  | 'legalService'
  | 'otherOrg'

/** How a request reached the organ (第二十八、二十九条). */
export type Channel = 'counter' | 'registeredPost' | 'ordinaryPost' | 'fax' | 'email' | 'online' | 'oral'

/** In which form the applicant wants the information, and how it is to be given (第二十九条第二款第三项). */
export type FormWanted = 'paper' | 'electronic' | 'disc' | 'inspection'
export type WayWanted = 'pickUp' | 'post' | 'email' | 'online' | 'fax' | 'copyOnSite'

/** 一般申请；更正 (第四十一条)；举报投诉 (第四十七条)；公共企事业单位 (第五十五条). Only `request` is counted in table three. */
export type CaseKind = 'request' | 'rectification' | 'complaint' | 'enterprise'

/** Personal data rests elsewhere, encrypted; the fact holds its id only. */
export type SealedId = string
export type FileId = string
export type PersonId = string
export type OrganId = string

/** Facts of a case: what happened, in the past tense. `happenedOn` of the envelope is the legal day. */
export type RequestFact =
  /** Came in by a channel where the legal day waits for a confirmation (第三十一条第二、三项). */
  | { type: 'arrived'; arrivedOn: Day; intake: Intake; sheets?: LetterId[] }
  /** Received in law; happenedOn is the day of receipt of 第三十一条. Where `arrived` came before, intake is not repeated. */
  | { type: 'received'; intake?: Intake; confirmation?: string; evidence?: FileId[]; sheets?: LetterId[] }
  | { type: 'split'; into: { caseId: string; title: string }[] }
  | { type: 'assigned'; to: PersonId; unit?: string }
  | { type: 'handedBack'; reason: string }
  /** `letter`: 移送告知书; facts of before have none. */
  | { type: 'handedOver'; to: OrganId; reason: string; letter?: LetterId }
  /** happenedOn: the day the notice was sent. */
  | { type: 'correctionAsked'; items: string[]; workingDays: number; letter: LetterId }
  | { type: 'correctionNoticeServed'; proof?: FileId }
  /** happenedOn: the day the corrected request was received. */
  | { type: 'corrected'; title?: string; description: string }
  | {
      type: 'consultationSent'
      consultationId: string
      with: 'thirdParty' | 'coMaker' | 'otherOrgan'
      about: string
      party: SealedId | string
      /** Where it is served; sealed with the name for a third party. Facts of before have it within the name. */
      contact?: string
      letter: LetterId
    }
  | { type: 'consultationServed'; consultationId: string; proof?: FileId }
  | {
      type: 'consultationAnswered'
      consultationId: string
      answer: 'agrees' | 'objects'
      reason?: string
      reasonable?: boolean
    }
  /** Closed by the organ without an answer: the term ran out or the letter could not be served. */
  | { type: 'consultationEnded'; consultationId: string; why: 'expired' | 'unservable' | 'withdrawn' }
  /** 第三十二条: disclosed against the objection for a major public interest; told to the third party in writing. */
  | { type: 'objectionOverruled'; consultationId: string; publicInterest: string; letter: LetterId }
  | { type: 'extended'; workingDays: number; reason: string; approvedBy: PersonId; letter: LetterId }
  /** 第三十五条 */
  | { type: 'reasonsAsked'; figures: string; answerBy: Day; letter: LetterId }
  | { type: 'reasonsGiven'; reasons: string }
  | { type: 'reasonsWeighed'; reasonable: boolean; why: string }
  | { type: 'laterDaySet'; dueOn: Day; why: string; letter: LetterId }
  /** 第四十二条; amounts in yuan. */
  | {
      type: 'feeNoticed'
      by: 'piece' | 'page'
      quantity: number
      yuan: number
      why: string
      letter: LetterId
    }
  | { type: 'feeNoticeServed'; proof?: FileId }
  | { type: 'feePaid'; yuan: number; receipt: string }
  /** `letter`: 协办函; facts of before have none. */
  | {
      type: 'materialAsked'
      materialId: string
      unit: string
      what: string
      answerBy: Day
      letter?: LetterId
    }
  | { type: 'materialGiven'; materialId: string; answer: string; files?: FileId[] }
  /** The search log: not held must be proved (第三十六条第四项, 指导案例101号). */
  | { type: 'searched'; where: string; words: string[]; by: string; found: string }
  | { type: 'drafted'; draftId: string; parts: DecidedPart[]; text: string; countsAs?: OutcomeCode }
  | {
      type: 'reviewed'
      draftId: string
      stage: ReviewStage
      passed: boolean
      opinion: string
      remarks?: { paragraph: number; remark: string }[]
    }
  /** Signed and sealed; the letter has its number. Not yet a reply: see served. */
  | {
      type: 'decided'
      draftId?: string
      parts: DecidedPart[]
      countsAs: OutcomeCode
      letter: LetterId
      text?: string
    }
  /** happenedOn: posted or signed for (国办公开办函〔2016〕235号): the day the reply was made. */
  | {
      type: 'served'
      method: ServiceMethod
      proof?: string
      files?: FileId[]
      /** The information itself, as the applicant may download it. */
      enclosures?: FileId[]
    }
  /** An ending by the applicant. */
  | { type: 'withdrawn'; statement: string }
  /** A reconsideration decision or a judgment ordered a new reply; dueOn where it set a period. */
  | { type: 'reopened'; remedyId?: string; order: string; dueOn?: Day }
  | { type: 'archived'; package?: FileId }
  | { type: 'fileAdded'; file: FileId; what: string }
  /** 第二十九条: shown at the counter or sent with the paper. */
  | ({ type: 'proofAdded' } & Proof)
  | { type: 'noted'; text: string }
  /** A clerk's slip mended: the fact `seq` is to be read with this day or these words instead. Nothing is overwritten. */
  | { type: 'amended'; seq: number; happenedOn?: Day; body?: Record<string, unknown>; reason: string }

export type ReviewStage = 'legal' | 'secrecy' | 'officeHead' | 'leader'
export type ServiceMethod = 'handedOver' | 'post' | 'email' | 'online' | 'fax' | 'throughOrgan'

/** A letter issued: its kind (letters.ts), its number, and its file. */
export interface LetterId {
  kind: string
  number: string
  file?: FileId
  /** The letter in words, sealed; from them it can be shown as a page and kept as PDF. */
  words?: SealedId
  /** The version of the organ's own template that it was made from. */
  template?: number
  /** What went with it without a number: a reply slip, a word to the applicant. */
  companions?: LetterId[]
}

/** What 第二十九条 asks, and nothing more. Personal data is in `applicant` (sealed). */
export interface Intake {
  kind: CaseKind
  number: string
  channel: Channel
  category: ApplicantCategory
  applicant: SealedId
  /** Keyed hash of the identity: recognises the same person, cannot be read. */
  applicantIndex: string
  title: string
  description: string
  formWanted: FormWanted
  wayWanted: WayWanted
  /** 第四十三条: help that the person asked for. */
  help?: string
  /** 第二十九条第一款: taken down for a person who cannot write, by whom. */
  writtenDownBy?: PersonId
  queryCodeHash?: string
  splitFrom?: string
  /** Taken over from a register of earlier years: the file and the row. */
  importedFrom?: string
  files?: FileId[]
  /** What the applicant sent with the form to show who asks. */
  proofs?: Proof[]
}

/** One thing asked for, and how it was decided. */
export interface DecidedPart {
  what: string
  outcome: OutcomeCode
  /** The particulars the letter must state for this outcome; keys are listed in outcomes.ts. */
  states: Record<string, string>
}

/** A fact as the ledger keeps it. */
export interface Recorded<F = RequestFact> {
  seq: number
  happenedOn: Day
  /** ISO instant */
  recordedAt: string
  recordedBy: string
  fact: F
}
