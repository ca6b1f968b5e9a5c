import type { FileId, PersonId, SealedId } from '#duties/requests/rules/facts.ts'
import type { Day } from '#time/day.ts'
import type { ResultCode } from './results.ts'

/** The three lines of table four: 行政复议, 未经复议直接起诉, 复议后起诉. Also the row keys of the report. */
export type RemedyKind = 'review' | 'litigation_direct' | 'litigation_after_review'

/** What the person turns against. */
export type RemedyAbout = 'reply' | 'inaction' | 'publication' | 'thirdParty' | 'other'

/** Facts of a remedy case, in the past tense (第五十一条). `happenedOn` of the envelope is the legal day. */
export type RemedyFact =
  /** happenedOn: the day this organ received the notice to answer. */
  | {
      type: 'begun'
      kind: RemedyKind
      /** 行政复议机关 or 人民法院. */
      body: string
      number: string
      about: RemedyAbout
      claims: string
      applicant: SealedId
      /** The day the body accepted it, where known: its own period runs from it. */
      acceptedOn?: Day
      /** 简易程序 of reconsideration: shorter periods. */
      simple?: true
      requestId?: string
      /** For 复议后起诉: the reconsideration it follows. */
      after?: string
    }
  | { type: 'linked'; requestId: string }
  | { type: 'assigned'; to: PersonId }
  /** happenedOn: the day the written answer was handed in. */
  | { type: 'answered'; text: string; files?: FileId[] }
  | { type: 'evidenceFiled'; items: readonly string[]; files?: FileId[] }
  | { type: 'hearingSet'; on: Day; where: string }
  /** The body lengthened its own period. */
  | { type: 'prolonged'; dueOn: Day; reason: string }
  | { type: 'suspended'; reason: string }
  | { type: 'resumed'; reason: string }
  /** happenedOn: the day this organ received the decision or judgment. */
  | {
      type: 'concluded'
      result: ResultCode
      number: string
      reasons: string
      orderedBy?: Day
      files?: FileId[]
    }
  /** A judgment of the first instance was taken further: the case is pending again. */
  | { type: 'appealed'; by: 'applicant' | 'organ'; court: string }
  /** What the decision ordered was carried out. */
  | { type: 'compliedWith'; how: string }
  | { type: 'fileAdded'; file: FileId; what: string }
  | { type: 'noted'; text: string }
