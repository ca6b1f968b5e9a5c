import { type AskOf, type RawAsk, readAsk } from '#duties/requests/rules/fields.ts'
import { bars } from './allowed.ts'
import { draftDeciders } from './decide-draft.ts'
import { releaseDeciders } from './decide-release.ts'
import { reviewDeciders } from './decide-review.ts'
import type { ItemCase } from './item.ts'
import { type Answer, type Ground, invalid, type StepContext } from './step.ts'
import { type StepName, stepOf, type steps } from './steps.ts'

type AskFor<S extends StepName> = AskOf<(typeof steps)[S]['fields']>

/** One function per step: entries and item in, facts or a no out. */
export type Deciders<S extends StepName> = {
  readonly [K in S]: (ask: AskFor<K>, ground: Ground) => Answer
}

const deciders: Deciders<StepName> = { ...draftDeciders, ...reviewDeciders, ...releaseDeciders }

/**
 * What a step comes to: the facts to record with warnings beside them, a refusal with its article, or the entries that
 * are wrong. Nothing is written here.
 */
export function decide(step: StepName, c: ItemCase, ask: RawAsk, context: StepContext): Answer {
  const barred = bars(step, c, context)
  if (barred) return barred
  const read = readAsk(stepOf(step).fields, ask)
  if ('problems' in read) return invalid(...read.problems)
  const decider = deciders[step] as (ask: unknown, ground: Ground) => Answer
  return decider(read.values, { c, context, raw: ask })
}
