import type { Citation } from '#law/citation.ts'
import type { Role } from '#law/roles.ts'
import type { Calendar } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import type { CaseKind, PersonId, Recorded, RequestFact } from './facts.ts'
import type { Field, FieldKind, Fields } from './fields.ts'
import type { LetterKind } from './letter.ts'
import type { Problem } from './problems.ts'
import type { Refusal } from './refusals.ts'
import type { CaseState, RequestCase } from './request.ts'
import type { RequestSettings } from './settings.ts'
import type { Warning } from './warnings.ts'

/** Who acts: a role held at the organ, or the applicant in the portal. */
export type Actor = Role | 'applicant'

/** All that a step may look at besides the case: nothing is read from outside. */
export interface StepContext {
  readonly calendar: Calendar
  readonly settings: RequestSettings
  readonly today: Day
  readonly by: PersonId | 'applicant'
  readonly roles: readonly Actor[]
  /** Those whose absence the person covers. */
  readonly coversFor?: readonly PersonId[]
  readonly newId: () => string
}

/** One row of the table of steps: what a screen shows and the server checks. */
export interface Step {
  /** The words on the button. */
  readonly label: string
  /** What the law asks here, in one line. */
  readonly law: string
  readonly cites: readonly Citation[]
  readonly roles: readonly Actor[]
  readonly states: readonly CaseState[]
  /** Left out: all kinds. */
  readonly kinds?: readonly CaseKind[]
  /** Done by the person the case is assigned to, or who covers for them; the head of the office may always. */
  readonly byAssignee?: true
  readonly fields: Fields
  /** Why the case as it stands does not allow the step, before anything is entered. */
  readonly blocked?: (c: RequestCase, context: StepContext, facts: readonly Recorded[]) => Refusal | undefined
}

/** A fact that the store will number, date and sign. */
export interface NewFact {
  readonly fact: RequestFact
  readonly happenedOn: Day
}

/** A letter to be written and numbered with the step; the fact's `letter.number` is empty until then. */
export interface LetterDemand {
  readonly kind: LetterKind
  readonly consultationId?: string
  /** Letters without a number that go with it: a reply slip, a word to the applicant. */
  readonly companions?: readonly LetterKind[]
}

/** A case that a step opens beside its own, with the sheets that go with its receipt. */
export interface OtherCase {
  readonly caseId: string
  readonly facts: readonly NewFact[]
  readonly sheets?: readonly LetterKind[]
}

/** What a step comes to. `others` are new cases that the step opens (splitting). */
export interface Done {
  readonly kind: 'done'
  readonly facts: readonly NewFact[]
  readonly letter?: LetterDemand
  /** Sheets without a number, kept with the last fact of receipt: 登记表, 接收回执. */
  readonly sheets?: readonly LetterKind[]
  readonly warnings: readonly Warning[]
  readonly others?: readonly OtherCase[]
}

export interface Invalid {
  readonly kind: 'invalid'
  readonly problems: readonly Problem[]
}

export type Answer = Done | Refusal | Invalid

type Rest = Partial<Omit<Field, 'kind' | 'label' | 'required'>>

/** A required entry of a step. */
export const need = <const K extends FieldKind, const R extends Rest>(kind: K, label: string, rest?: R) =>
  ({ kind, label, required: true, ...(rest as R) }) as const

/** An entry that may be left empty. */
export const may = <const K extends FieldKind, const R extends Rest>(kind: K, label: string, rest?: R) =>
  ({ kind, label, required: false, ...(rest as R) }) as const

/** The legal day of a step; today where it is left empty. */
export const onDay = <const L extends string>(label: L) =>
  ({ kind: 'day', label, required: false, hint: '不填即为今天' }) as const
