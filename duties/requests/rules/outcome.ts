import type { Citation } from '#law/citation.ts'
import type { CaseKind } from './facts.ts'

/** The five classes of the annual report; `outside` for cases that table three does not count. */
export type OutcomeClass = 'granted' | 'denied' | 'unable' | 'notProcessed' | 'otherwiseClosed' | 'outside'

/** The result rows of table three as the form of 2021 has them; their labels stand in law/report-forms. */
export type RowKey =
  | 'granted'
  | 'partial'
  | 'denied_state_secret'
  | 'denied_law_forbidden'
  | 'denied_safety_stability'
  | 'denied_third_party'
  | 'denied_internal'
  | 'denied_process'
  | 'denied_enforcement_case'
  | 'denied_admin_query'
  | 'unable_not_held'
  | 'unable_need_creation'
  | 'unable_unclear'
  | 'refused_petition'
  | 'refused_repeat'
  | 'refused_publication'
  | 'refused_mass'
  | 'refused_confirm'
  | 'other_overdue_correction'
  | 'other_overdue_fee'
  | 'other_other'

/** What must stand in the case before an outcome can be chosen; outcome-needs.ts answers each. */
export type Need =
  | 'searched'
  | 'correctionAnswered'
  | 'correctionExpired'
  | 'feeExpired'
  | 'reasonsUnreasonable'
  | 'thirdPartyWithoutConsent'
  | 'thirdPartiesHeard'
  | 'objectionsRespected'

/** One particular that the letter must state. `kept` is for the file only and never goes into the letter. */
export interface Statement {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly required: boolean
  readonly kind: 'text' | 'longtext' | 'choice' | 'day'
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly kept?: true
}

export type OutcomeLetter =
  | 'reply'
  | 'notProcessed'
  | 'notContinued'
  | 'ended'
  | 'rectification'
  | 'complaintResult'

export interface Outcome {
  readonly class: OutcomeClass
  readonly name: string
  readonly kinds: readonly CaseKind[]
  /** The row of table three; null where the case is outside the statistics. */
  readonly row: RowKey | null
  readonly cites: readonly Citation[]
  /** Reconsideration must come before a suit (since `reconsiderationFirst.sinceOn`); P1 follows what is withheld. */
  readonly reconsiderationFirst: boolean | 'asWithheld'
  /** Gives information out, wholly or partly. */
  readonly discloses: boolean
  /** Ends the whole request: cannot stand beside another part. */
  readonly alone: boolean
  readonly letter: OutcomeLetter
  readonly states: readonly Statement[]
  readonly needs: readonly Need[]
}

/** 复议前置. 第二十三条 holds since 2024-01-01; that it means 第十四至十六条 is 法释〔2025〕8号第一条. */
export const reconsiderationFirst = {
  sinceOn: '2024-01-01',
  cites: {
    instrument: 'reconsiderationLaw',
    article: 23,
    paragraph: 1,
    item: 4,
    quote: '申请政府信息公开，行政机关不予公开',
  },
} as const satisfies { sinceOn: string; cites: Citation }
