import { type Day, inChinese, isDay } from '#time/day.ts'
import { correctionDueOn, openConsultations, opinionDueOn, paymentDueOn } from './case-terms.ts'
import type { CaseKind, DecidedPart } from './facts.ts'
import type { Need, Statement } from './outcome.ts'
import { isOutcomeCode, type OutcomeCode, outcomes } from './outcomes.ts'
import type { Problem } from './problems.ts'
import { type Refusal, refused } from './refusals.ts'
import type { RequestCase } from './request.ts'
import type { StepContext } from './step.ts'

const statementProblem = (part: DecidedPart, path: string, state: Statement): Problem | undefined => {
  const said = part.states[state.key]?.trim() ?? ''
  const params = { what: part.what, statement: state.label }
  const field = `${path}.states.${state.key}`
  if (!said) return state.required ? { field, code: 'statementMissing', params } : undefined
  if (state.choices && !state.choices.some(({ value }) => value === said)) {
    return { field, code: 'statementNotAChoice', params }
  }
  return state.kind === 'day' && !isDay(said) ? { field, code: 'statementNotADay', params } : undefined
}

const partProblems = (part: DecidedPart, index: number, kind: CaseKind, count: number): Problem[] => {
  const path = `parts.${index}`
  if (!part.what.trim()) return [{ field: `${path}.what`, code: 'partNotNamed' }]
  const field = `${path}.outcome`
  if (!isOutcomeCode(part.outcome)) return [{ field, code: 'outcomeUnknown', params: { what: part.what } }]
  const outcome = outcomes[part.outcome]
  if (!outcome.kinds.includes(kind))
    return [{ field, code: 'outcomeNotForKind', params: { what: part.what } }]
  if (outcome.alone && count > 1) {
    return [{ field, code: 'mustStandAlone', params: { outcome: outcome.name } }]
  }
  return outcome.states.map((state) => statementProblem(part, path, state)).filter((one) => one !== undefined)
}

/** What is missing or wrong in the parts themselves: outcome, particulars the letter must state (第三十六、三十七条). */
export const problemsOfParts = (parts: readonly DecidedPart[], kind: CaseKind): Problem[] =>
  parts.flatMap((part, index) => partProblems(part, index, kind, parts.length))

/** The parts with what their outcomes ask for and nothing else, trimmed: what goes into the ledger. */
export const tidied = (parts: readonly DecidedPart[]): DecidedPart[] =>
  parts.map(({ what, outcome, states }) => ({
    what: what.trim(),
    outcome,
    states: Object.fromEntries(
      outcomes[outcome].states
        .map(({ key }) => [key, states[key]?.trim() ?? ''] as const)
        .filter(([, said]) => said),
    ),
  }))

/**
 * The outcomes as which the whole request may be counted, the first being the usual. One request is one result:
 * where something is given and something withheld, only 部分公开 (国办公开办函〔2021〕30号: 只计这一情形).
 */
export function mayCountAs(parts: readonly DecidedPart[]): readonly OutcomeCode[] {
  const codes = [...new Set(parts.map(({ outcome }) => outcome))]
  if (codes.length === 1) return codes
  const gives = codes.some((code) => outcomes[code].discloses)
  if (codes.includes('P1') || (gives && codes.some((code) => outcomes[code].class === 'denied')))
    return ['P1']
  const isAllGiven = codes.every((code) => outcomes[code].discloses)
  return gives && !isAllGiven ? ['P1', ...codes] : codes
}

/** The parts with what they rest on: P1 rests on what it withholds. */
const restsOn = (parts: readonly DecidedPart[], code: OutcomeCode): boolean =>
  parts.some((part) => part.outcome === code || (part.outcome === 'P1' && part.states.basis === code))

type Answer = (
  c: RequestCase,
  context: StepContext,
  on: Day,
  parts: readonly DecidedPart[],
) => Refusal | undefined

const searched: Answer = (c) => (c.searches.length > 0 ? undefined : refused('searchMissing'))

const correctionAnswered: Answer = (c) =>
  c.correction?.correctedOn ? undefined : refused('correctionNotAnswered')

const correctionExpired: Answer = (c, context, on) => {
  if (!c.correction) return refused('correctionNotAsked')
  if (c.correction.correctedOn) return refused('alreadyCorrected')
  const dueOn = correctionDueOn(c, context)
  if (!dueOn) return refused('correctionNotServed')
  return on > dueOn ? undefined : refused('correctionTermRuns', { on: inChinese(dueOn) })
}

const feeExpired: Answer = (c, context, on) => {
  if (!c.fee) return refused('feeNotNoticed')
  if (c.fee.paidOn) return refused('feeAlreadyPaid')
  const dueOn = paymentDueOn(c, context)
  if (!dueOn) return refused('feeNotServed')
  return on > dueOn ? undefined : refused('feeTermRuns', { on: inChinese(dueOn) })
}

const reasonsUnreasonable: Answer = ({ reasons }) => {
  if (!reasons?.weighedOn) return refused('reasonsNotWeighed')
  return reasons.reasonable ? refused('reasonsReasonable') : undefined
}

const thirdPartyWithoutConsent: Answer = (c) => {
  const asked = c.consultations.filter((one) => one.with === 'thirdParty' && one.ended !== 'withdrawn')
  if (asked.length === 0) return refused('thirdPartyNotAsked')
  const without = asked.filter((one) => one.answer !== 'agrees')
  if (without.length === 0) return refused('thirdPartyConsented')
  return without.every((one) => one.overruledOn) ? refused('objectionWasOverruled') : undefined
}

const thirdPartiesHeard: Answer = (c, context, on) => {
  const isWaiting = openConsultations(c).some((one) => {
    const dueOn = opinionDueOn(one, context)
    return one.with === 'thirdParty' && (!dueOn || on <= dueOn)
  })
  return isWaiting ? refused('thirdPartiesOpen') : undefined
}

const objectionsRespected: Answer = (c, _, __, parts) => {
  const stands = c.consultations.some(
    (one) =>
      one.with === 'thirdParty' && one.answer === 'objects' && one.reasonable !== false && !one.overruledOn,
  )
  return stands && !restsOn(parts, 'D4') ? refused('objectionStands') : undefined
}

const needs: Record<Need, Answer> = {
  searched,
  correctionAnswered,
  correctionExpired,
  feeExpired,
  reasonsUnreasonable,
  thirdPartyWithoutConsent,
  thirdPartiesHeard,
  objectionsRespected,
}

/** Why the outcome cannot be chosen in this case as it stands on the day; `parts` is the whole decision. */
export function excludes(
  code: OutcomeCode,
  c: RequestCase,
  context: StepContext,
  on: Day,
  parts: readonly DecidedPart[],
): Refusal | undefined {
  for (const need of outcomes[code].needs) {
    const refusal = needs[need](c, context, on, parts)
    if (refusal) return refusal
  }
  return undefined
}

/** The first reason why these parts cannot be decided; a withheld part of P1 needs what its basis needs. */
export function refusalOfParts(
  parts: readonly DecidedPart[],
  c: RequestCase,
  context: StepContext,
  on: Day,
): Refusal | undefined {
  for (const { outcome, states } of parts) {
    const basis = outcome === 'P1' ? (states.basis ?? '') : ''
    const refusal =
      excludes(outcome, c, context, on, parts) ??
      (isOutcomeCode(basis) ? excludes(basis, c, context, on, parts) : undefined)
    if (refusal) return refusal
  }
  return undefined
}
