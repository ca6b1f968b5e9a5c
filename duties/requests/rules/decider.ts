import { type Day, inChinese } from '#time/day.ts'
import type { LetterId, Recorded, RequestFact } from './facts.ts'
import type { AskOf } from './fields.ts'
import type { LetterKind } from './letter.ts'
import type { Problem } from './problems.ts'
import type { RequestCase } from './request.ts'
import type { Answer, Done, Invalid, LetterDemand, StepContext } from './step.ts'
import type { StepName, steps } from './steps.ts'
import type { Warning } from './warnings.ts'

/** What a step is decided on, once person, state and entries are found right in themselves. */
export interface Ground {
  readonly c: RequestCase
  readonly facts: readonly Recorded[]
  readonly context: StepContext
  /** The legal day of the step: not in the future, not before receipt. */
  readonly on: Day
}

export type AskFor<S extends StepName> = AskOf<(typeof steps)[S]['fields']>

/** One function per step: entries and case in, facts or a no out. */
export type Deciders<S extends StepName> = {
  readonly [K in S]: (ask: AskFor<K>, ground: Ground) => Answer
}

/** The step's facts, all of one day. */
export const done = (
  on: Day,
  facts: readonly RequestFact[],
  rest: { letter?: LetterDemand; warnings?: readonly (Warning | undefined)[] } = {},
): Done => ({
  kind: 'done',
  facts: facts.map((fact) => ({ fact, happenedOn: on })),
  warnings: (rest.warnings ?? []).filter((one) => one !== undefined),
  ...(rest.letter ? { letter: rest.letter } : {}),
})

/** The entries cannot be taken; every problem names its field. */
export const invalid = (...problems: readonly Problem[]): Invalid => ({ kind: 'invalid', problems })

/** The place of a letter in a fact until the store numbers it. */
export const letterToCome = (kind: LetterKind): LetterId => ({ kind, number: '' })

/** The problem where the day lies before the day of the step that it answers. */
export const mustFollow = (on: Day, earlier: Day, after: string, field = 'on', label = '日期') =>
  on < earlier
    ? invalid({ field, code: 'dayBeforeStep', params: { label, after, on: inChinese(earlier) } })
    : undefined

/** The entries with those left out that were not given: facts carry no empty keys. */
export const given = <T extends Record<string, unknown>>(
  values: T,
): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
