import type { Day } from '#time/day.ts'
import type { Attribute, WithheldGround } from './attribute.ts'
import type { CleanupResult } from './register.ts'
import type { ReviewStage } from './settings.ts'
import type { Validity } from './vocabulary.ts'

export type PersonId = string
export type FileId = string
export type ItemId = string
/** Of what is kept encrypted beside the facts. */
export type SealedId = string

/** An attachment of a draft: kept encrypted until it is released. */
export interface FileRef {
  readonly fileId: FileId
  readonly name: string
  readonly sha256: string
}

/** Another period than that of 第二十六条, with the law that sets it. */
export interface SpecialPeriod {
  readonly workingDays: number
  readonly basis: string
}

/** All that is written of an item: what is drafted, reviewed, frozen and shown. */
export interface Content {
  readonly title: string
  readonly summary: string
  /** Cleaned HTML. */
  readonly body: string
  readonly kind: string
  readonly catalogue: string
  readonly formedOn: Day
  readonly documentNumber: string
  /** Proposed by whoever drafts, with its ground; settled when the review is passed. */
  readonly attribute: Attribute
  readonly ground?: WithheldGround
  readonly groundWords?: string
  readonly validity: Validity
  readonly files: readonly FileRef[]
  /** The document that this one interprets, of the same organ. */
  readonly interprets?: ItemId
  readonly period?: SpecialPeriod
  /** The entry of a standard catalogue under which it stands: field and number, 17-004. */
  readonly entry?: string
  /** The fields of its kind: see kinds.ts. */
  readonly extra: Readonly<Record<string, unknown>>
}

export interface Remark {
  readonly paragraph: number
  readonly remark: string
}

/** With whom something is settled before publication: joint issuers, organs concerned, who must permit it (第十一条). */
export type ConsultedAs = 'jointIssuer' | 'concerned' | 'permission'

/** A finding of the gate as the facts and the rules know it. */
export interface Finding {
  /** The same for the same finding in the same text or file. */
  readonly key: string
  readonly code: string
  readonly severity: 'blocks' | 'warns'
  /** What was found, and where, in words. */
  readonly says: string
}

/** One place that was asked whether it still shows a withdrawn item. */
export interface PlaceChecked {
  readonly place: string
  readonly address: string
  /** What it answered; `notStated` where it could not be asked and has not yet said so itself. */
  readonly status: number
  readonly gone: boolean
}

export const notStated = 0

/** Where an item stood when it was taken over from elsewhere. */
export interface TakenOver {
  readonly indexNumber: string
  readonly content: Content
  readonly status: 'draft' | 'inReview' | 'published' | 'withdrawn'
  /** ISO instant; null where it was never published. */
  readonly publishedAt: string | null
  /** From where: the site or the system before. */
  readonly source: string
  /** The public note of a withdrawn item. */
  readonly note?: string
  readonly files?: readonly FileId[]
}

/** Facts of an item: what happened, in the past tense. `happenedOn` of the envelope is the legal day. */
export type ItemFact =
  | { type: 'drafted'; indexNumber: string; content: Content }
  | ({ type: 'takenOver' } & TakenOver)
  | { type: 'edited'; content: Content }
  | { type: 'submitted'; findings: readonly Finding[] }
  | { type: 'recalled' }
  | {
      type: 'reviewed'
      stage: ReviewStage
      passed: boolean
      opinion: string
      remarks?: readonly Remark[]
      /** Secrecy: the text and each file, item by item. */
      checked?: readonly string[]
    }
  | { type: 'consulted'; consultationId: string; as: ConsultedAs; whom: string; about: string }
  | { type: 'consultationAnswered'; consultationId: string; agrees: boolean; opinion: string }
  | { type: 'findingOverridden'; finding: Finding; reason: string }
  /** The persons of the case at hand: in a step just decided their names, as recorded the id under which they are sealed. */
  | { type: 'partiesNamed'; names: SealedId | readonly string[]; count: number }
  /** The text is frozen: `hash` is of the whole content. */
  | { type: 'approved'; hash: string; findings: readonly Finding[] }
  /** Settled as not to be published of the organ's own accord; looked at again on `reviewOn` (第十八条). */
  | { type: 'withheld'; attribute: Exclude<Attribute, 'active'>; reviewOn: Day }
  | { type: 'withheldReviewed'; stays: boolean; opinion: string; reviewOn?: Day }
  | { type: 'scheduled'; releaseAt: string }
  | { type: 'unscheduled'; reason: string }
  | {
      type: 'released'
      version: number
      hash: string
      at: string
      findings: readonly Finding[]
      /** The public copies of the attachments, in the order of the content. */
      files: readonly FileId[]
    }
  /** The attachments that came with an item from elsewhere, put through the gate as they are kept. */
  | { type: 'keptFilesChecked'; findings: readonly Finding[] }
  /** A copy is opened; the page stays as it is until the copy is released. */
  | { type: 'amended'; reason: string; changedOn: Day }
  | { type: 'amendmentDropped'; reason: string }
  | { type: 'validityMarked'; validity: Validity; basis: string }
  /** 统一登记、编号: the number under which the register holds the document, given when it is first released. */
  | { type: 'registered'; number: string }
  /** 清理: what the clean-up of every so many years came to. */
  | { type: 'cleanedUp'; result: CleanupResult; basis: string }
  | { type: 'withdrawn'; reason: string; note: string; at: string }
  | { type: 'withdrawalChecked'; places: readonly PlaceChecked[]; at: string }
  | { type: 'discarded'; reason: string }
  | { type: 'restored' }
  | { type: 'noted'; text: string }

/** A fact as the ledger keeps it. */
export interface Recorded<F = ItemFact> {
  seq: number
  happenedOn: Day
  /** ISO instant */
  recordedAt: string
  recordedBy: string
  fact: F
}
