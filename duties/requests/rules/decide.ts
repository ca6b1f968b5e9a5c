import { isCovered } from '#time/calendar.ts'
import { type Day, inChinese } from '#time/day.ts'
import { bars } from './allowed.ts'
import { consultationDeciders } from './decide-consultation.ts'
import { correctionDeciders } from './decide-correction.ts'
import { endingDeciders } from './decide-ending.ts'
import { extensionDeciders } from './decide-extension.ts'
import { feeDeciders } from './decide-fee.ts'
import { receiveDeciders } from './decide-receive.ts'
import { workDeciders } from './decide-work.ts'
import { type Deciders, type Ground, invalid } from './decider.ts'
import type { Recorded } from './facts.ts'
import { type RawAsk, readAsk } from './fields.ts'
import type { Problem } from './problems.ts'
import type { RequestCase } from './request.ts'
import type { Answer, StepContext } from './step.ts'
import { type StepName, stepOf } from './steps.ts'

const deciders: Deciders<StepName> = {
  ...receiveDeciders,
  ...correctionDeciders,
  ...consultationDeciders,
  ...extensionDeciders,
  ...feeDeciders,
  ...workDeciders,
  ...endingDeciders,
}

const dayProblem = (on: Day, label: string, c: RequestCase, { today }: StepContext): Problem | undefined => {
  if (!isCovered(on)) return { field: 'on', code: 'dayOutOfCalendar', params: { label } }
  if (on > today) return { field: 'on', code: 'dayInFuture', params: { label } }
  const receivedOn = 'receivedOn' in c ? c.receivedOn : undefined
  if (receivedOn && on < receivedOn) {
    return { field: 'on', code: 'dayBeforeReceipt', params: { label, on: inChinese(receivedOn) } }
  }
  return on < c.arrivedOn
    ? { field: 'on', code: 'dayBeforeArrival', params: { label, on: inChinese(c.arrivedOn) } }
    : undefined
}

/**
 * What a step comes to: the facts to record with warnings beside them, a refusal with its article, or the entries
 * that are wrong. Nothing is written here. The applicant's own steps happen today, whatever day is sent.
 */
export function decide(
  step: StepName,
  c: RequestCase,
  facts: readonly Recorded[],
  ask: RawAsk,
  context: StepContext,
): Answer {
  const barred = bars(step, c, facts, context)
  if (barred) return barred
  const { fields } = stepOf(step)
  const read = readAsk(fields, ask)
  if ('problems' in read) return invalid(...read.problems)
  const given = context.by === 'applicant' ? undefined : read.values.on
  const on = (given ?? context.today) as Day
  const problem = dayProblem(on, fields.on?.label ?? '日期', c, context)
  if (problem) return invalid(problem)
  const decider = deciders[step] as (ask: unknown, ground: Ground) => Answer
  return decider(read.values, { c, facts, context, on })
}
