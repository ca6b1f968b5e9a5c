import { isCovered } from '#time/calendar.ts'
import { type Day, inChinese } from '#time/day.ts'
import { invalid } from './decider.ts'
import type { Channel, FileId, Intake, RequestFact } from './facts.ts'
import { refused } from './refusals.ts'
import type { Answer, Invalid, NewFact, StepContext } from './step.ts'
import { type Warning, warned } from './warnings.ts'

/** When a request came and, where that is known, when it counts as received. */
export interface Arrival {
  readonly arrivedOn: Day
  readonly receivedOn?: Day
  /** How both sides confirmed, where the channel asks for it. */
  readonly confirmation?: string
  readonly evidence?: readonly FileId[]
}

/** Channels where the day of handing in or signing for is the day of receipt (第三十一条第一、二项). */
export const receivedAtOnce: ReadonlySet<Channel> = new Set(['counter', 'oral', 'registeredPost'])

const dayProblem = (field: string, label: string, on: Day, today: Day): Invalid | undefined => {
  if (!isCovered(on)) return invalid({ field, code: 'dayOutOfCalendar', params: { label } })
  return on > today ? invalid({ field, code: 'dayInFuture', params: { label } }) : undefined
}

const problemOf = ({ arrivedOn, receivedOn }: Arrival, today: Day): Invalid | undefined => {
  const wrong = dayProblem('arrivedOn', '送到之日', arrivedOn, today)
  if (wrong || !receivedOn) return wrong
  if (receivedOn < arrivedOn) {
    const params = { label: '收到之日', on: inChinese(arrivedOn) }
    return invalid({ field: 'receivedOn', code: 'dayBeforeArrival', params })
  }
  return dayProblem('receivedOn', '收到之日', receivedOn, today)
}

const warningsOf = (
  channel: Channel,
  arrivedOn: Day,
  receivedOn: Day,
  { calendar }: StepContext,
): Warning[] => {
  if (receivedOn > arrivedOn) {
    return [
      channel === 'ordinaryPost'
        ? warned('confirmedLate')
        : warned('confirmedLateOnline', { on: inChinese(arrivedOn) }),
    ]
  }
  const isByHand = channel === 'counter' || channel === 'oral'
  return isByHand && !calendar.isWorkday(receivedOn)
    ? [warned('receivedOnRestDay', { on: inChinese(receivedOn) })]
    : []
}

const received = ({ confirmation, evidence }: Arrival): RequestFact => ({
  type: 'received',
  ...(confirmation ? { confirmation } : {}),
  ...(evidence ? { evidence: [...evidence] } : {}),
})

const factsOf = (intake: Intake, arrival: Arrival, receivedOn: Day | undefined): NewFact[] => {
  if (receivedAtOnce.has(intake.channel)) {
    return [
      { happenedOn: receivedOn ?? arrival.arrivedOn, fact: { ...received(arrival), intake } as RequestFact },
    ]
  }
  const { arrivedOn } = arrival
  const arrived: NewFact = { happenedOn: arrivedOn, fact: { type: 'arrived', arrivedOn, intake } }
  return receivedOn ? [arrived, { happenedOn: receivedOn, fact: received(arrival) }] : [arrived]
}

/**
 * The first facts of a case (第二十九、三十一条): received where the channel or a confirmation fixes the day, else only
 * arrived. A person files online for themselves, today; an officer registers any channel, and writes down what is
 * asked for orally. The number is the store's to give.
 */
export function register(intake: Intake, arrival: Arrival, context: StepContext): Answer {
  const { roles, settings, today } = context
  const isOwn = roles.includes('applicant')
  if (!isOwn && !roles.includes('handler')) {
    return refused('roleWrong', { step: '登记', roles: '承办人' })
  }
  const came = isOwn ? { arrivedOn: today } : arrival
  const { channel } = isOwn ? ({ channel: 'online' } as const) : intake
  const isOral = channel === 'oral'
  const taken: Intake = { ...intake, channel, ...(isOral ? { writtenDownBy: context.by } : {}) }
  const problem = problemOf(came, today)
  if (problem) return problem
  const isConfirmed = channel === 'online' && settings.clock.onlineConfirmsAtOnce
  const receivedOn =
    came.receivedOn ?? (receivedAtOnce.has(channel) || isConfirmed ? came.arrivedOn : undefined)
  return {
    kind: 'done',
    facts: factsOf(taken, came, receivedOn),
    sheets: receivedOn ? ['registration', 'receipt'] : ['registration'],
    warnings: receivedOn ? warningsOf(channel, came.arrivedOn, receivedOn, context) : [],
  }
}
