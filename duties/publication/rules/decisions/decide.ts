import { type RawAsk, readAsk } from '#duties/requests/rules/fields.ts'
import type { Problem } from '#duties/requests/rules/problems.ts'
import { type Role, roles as roleTable } from '#law/roles.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, daysBetween, inChinese } from '#time/day.ts'
import { type Decision, decisionStatuses, decisionStatusOf, lastOf, stands } from './decision.ts'
import { type DecisionFact, factOfStep, type Said } from './facts.ts'
import { type DecisionRefusal, refusedDecision } from './refusals.ts'
import {
  type DecisionStepName,
  decisionStepOf,
  discussionResults,
  isDecisionStep,
  legalityResults,
  waivable,
} from './steps.ts'
import { decisionTerms } from './terms.ts'

export interface DecisionContext {
  readonly today: Day
  readonly calendar: Calendar
  readonly roles: readonly Role[]
}

export type DecisionAnswer =
  | { readonly kind: 'done'; readonly fact: DecisionFact; readonly happenedOn: Day }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | DecisionRefusal

const labelOf = (name: string): string => {
  const [step = '', what] = name.split(':')
  if (what) return `说明不适用${waivable[what as keyof typeof waivable]}`
  return isDecisionStep(step) ? decisionStepOf(step).label : step
}

/** The first of the steps before that does not stand, in words; undefined where all do. */
function missingBefore(name: DecisionStepName, d: Decision): string | undefined {
  for (const each of decisionStepOf(name).after) {
    const any = typeof each === 'string' ? [each] : each
    if (!any.some((step) => stands(d, step))) return any.map(labelOf).join('或者')
  }
  return undefined
}

const openToday: readonly DecisionStepName[] = ['archive', 'evaluate']

/** Why this person cannot take the step in the decision as it stands; undefined where it can be taken. */
export function decisionBars(
  name: DecisionStepName,
  d: Decision | undefined,
  { roles, today }: Pick<DecisionContext, 'roles' | 'today'>,
): DecisionRefusal | undefined {
  const step = decisionStepOf(name)
  if (!step.roles.some((role) => roles.includes(role))) {
    const labels = step.roles.map((role) => roleTable[role].label).join('、')
    return refusedDecision('roleWrong', { step: step.label, roles: labels })
  }
  if (!d) return name === 'list' ? undefined : refusedDecision('notFound')
  if (name === 'list') return refusedDecision('once', { step: step.label })
  const status = decisionStatusOf(d, today)
  const isOver = status === 'ended' || (status === 'published' && !openToday.includes(name))
  if (isOver) return refusedDecision('over', { status: decisionStatuses[status] })
  const what = missingBefore(name, d)
  if (what) return refusedDecision('missing', { step: step.label, what })
  if (!step.again && stands(d, name)) return refusedDecision('once', { step: step.label })
  return barredBy(name, d, today)
}

// What the earlier steps say against this one.
function barredBy(name: DecisionStepName, d: Decision, today: Day): DecisionRefusal | undefined {
  const until = String(lastOf(d, 'openSolicitation')?.said.until ?? '') as Day
  if (name === 'closeSolicitation' && today <= until)
    return refusedDecision('stillOpen', { until: inChinese(until) })
  const legality = lastOf(d, 'passLegality')?.said.result
  if (name === 'discuss' && legality !== 'lawful')
    return refusedDecision('notLawful', { result: legalityResults[legality as keyof typeof legalityResults] })
  const discussed = lastOf(d, 'discuss')?.said.result
  if (name !== 'report' && name !== 'publish') return undefined
  if (!discussed) return refusedDecision('missing', { step: labelOf(name), what: labelOf('discuss') })
  if (discussed !== 'adopted')
    return refusedDecision('notAdopted', {
      result: discussionResults[discussed as keyof typeof discussionResults],
    })
  return undefined
}

type Check = (said: Said, on: Day, d: Decision | undefined, calendar: Calendar) => DecisionRefusal | undefined

const checks: Partial<Record<DecisionStepName, Check>> = {
  openSolicitation: ({ until, shortened }, on) => {
    if (String(until) < on) return refusedDecision('untilBefore')
    const days = daysBetween(on, until as Day)
    if (days >= decisionTerms.solicitationDays || shortened) return undefined
    return refusedDecision('tooShort', { days })
  },
  closeSolicitation: ({ received, adopted }, on, d) => {
    const until = String((d && lastOf(d, 'openSolicitation')?.said.until) ?? '') as Day
    if (on <= until) return refusedDecision('stillOpen', { until: inChinese(until) })
    return Number(adopted) > Number(received) ? refusedDecision('tooMany') : undefined
  },
  passLegality: ({ hastened }, on, d, calendar) => {
    const sent = d && lastOf(d, 'submitLegality')
    if (!sent || hastened) return undefined
    const { on: full } = calendar.plusWorkdays(sent.on, decisionTerms.legalityWorkingDays)
    if (on >= full) return undefined
    return refusedDecision('tooEarly', { days: calendar.workdaysBetween(sent.on, on), on: inChinese(full) })
  },
  discuss: ({ headLast }) => (headLast ? undefined : refusedDecision('headNotLast')),
}

/** A step happens no earlier than those that it stands on, and not after today. */
function dayRefusal(
  name: DecisionStepName,
  on: Day,
  d: Decision | undefined,
  today: Day,
): DecisionRefusal | undefined {
  const label = decisionStepOf(name).fields.on?.label ?? '日期'
  if (on > today) return refusedDecision('dayInFuture', { label })
  const before = decisionStepOf(name)
    .after.flat()
    .filter((step) => isDecisionStep(step))
    .map((step) => d && lastOf(d, step))
    .find((taken) => taken && taken.on > on)
  if (!before) return undefined
  return refusedDecision('dayBefore', {
    label,
    step: decisionStepOf(before.step).label,
    on: inChinese(before.on),
  })
}

/** What a step comes to: its fact, a refusal with its article, or the entries that are wrong. */
export function decideDecision(
  name: DecisionStepName,
  d: Decision | undefined,
  ask: RawAsk,
  context: DecisionContext,
): DecisionAnswer {
  const barred = decisionBars(name, d, context)
  if (barred) return barred
  const read = readAsk(decisionStepOf(name).fields, ask)
  if ('problems' in read) return { kind: 'invalid', problems: read.problems }
  const { on: given, ...said } = read.values as Said
  const on = (given ?? context.today) as Day
  const refused = dayRefusal(name, on, d, context.today) ?? checks[name]?.(said, on, d, context.calendar)
  return refused ?? { kind: 'done', fact: factOfStep(name, said), happenedOn: on }
}
