import type { Fields, RawAsk } from '#duties/requests/rules/fields.ts'
import type { Citation } from '#law/citation.ts'
import type { Role } from '#law/roles.ts'
import type { Calendar } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import type { Content, Finding, ItemFact, PersonId } from './facts.ts'
import type { ItemCase, ItemState } from './item.ts'
import type { Problem } from './problems.ts'
import type { Refusal } from './refusals.ts'
import type { PublicationSettings } from './settings.ts'
import type { Warning } from './warnings.ts'

/** All that a step may look at besides the item: nothing is read from outside. */
export interface StepContext {
  readonly calendar: Calendar
  readonly settings: PublicationSettings
  readonly today: Day
  /** ISO instant */
  readonly now: string
  readonly by: PersonId | 'system'
  readonly roles: readonly Role[]
  readonly newId: () => string
  readonly hashOf: (content: Content) => string
  /** What the gate found in the text at hand; left out where it was not run. */
  readonly findings?: readonly Finding[]
  /** The day on which the document that this item interprets was released. */
  readonly documentOn?: Day
}

/** One row of the table of steps: what a screen shows and the server checks. */
export interface Step {
  /** The words on the button. */
  readonly label: string
  /** What the law asks here, in one line. */
  readonly law: string
  readonly cites: readonly Citation[]
  readonly roles: readonly Role[]
  readonly states: readonly ItemState[]
  readonly fields: Fields
  /** The gate is run before it is decided: over the text at hand with its files, or over the files of the page. */
  readonly gate?: 'text' | 'kept'
  /** Why the item as it stands does not allow the step, before anything is entered. */
  readonly blocked?: (c: ItemCase, context: StepContext) => Refusal | undefined
}

/** A fact that the store will number, date and sign. */
export interface NewFact {
  readonly fact: ItemFact
  readonly happenedOn: Day
}

export interface Done {
  readonly kind: 'done'
  readonly facts: readonly NewFact[]
  readonly warnings: readonly Warning[]
}

export interface Invalid {
  readonly kind: 'invalid'
  readonly problems: readonly Problem[]
}

export type Answer = Done | Refusal | Invalid

/** The step's facts, all of today. */
export const done = (
  { today }: Pick<StepContext, 'today'>,
  facts: readonly ItemFact[],
  warnings: readonly (Warning | undefined)[] = [],
): Done => ({
  kind: 'done',
  facts: facts.map((fact) => ({ fact, happenedOn: today })),
  warnings: warnings.filter((one) => one !== undefined),
})

/** The entries cannot be taken; every problem names its field. */
export const invalid = (...problems: readonly Problem[]): Invalid => ({ kind: 'invalid', problems })

/** What a step is decided on. */
export interface Ground {
  readonly c: ItemCase
  readonly context: StepContext
  readonly raw: RawAsk
}
