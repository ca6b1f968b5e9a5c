import type { Calendar } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import { type Due, due } from './rules/due.ts'
import type { Recorded, RequestFact } from './rules/facts.ts'
import { mended } from './rules/mended.ts'
import { fold, type RequestCase } from './rules/request.ts'
import { titleKey } from './rules/same-title.ts'
import type { RequestSettings } from './rules/settings.ts'
import { statusOf } from './rules/status.ts'
import type { RequestRow } from './tables.ts'

/** Where the clock of a case stands today, whether it was received yet or not. */
export const dueOfCase = (
  facts: readonly Recorded[],
  calendar: Calendar,
  settings: RequestSettings,
  today: Day,
): Due => due(facts, calendar, settings.clock, today)

const dueOn = (answer: Due): Day | null => {
  if (answer.kind === 'due') return answer.on
  if (answer.kind === 'over') return answer.dueOn ?? null
  return null
}

const ending = (c: RequestCase): Pick<RequestRow, 'replied_on' | 'outcome' | 'closed_on'> => {
  if (c.state === 'decided') return { replied_on: null, outcome: c.decision.countsAs, closed_on: null }
  if (c.state !== 'closed' && c.state !== 'archived')
    return { replied_on: null, outcome: null, closed_on: null }
  const { closing } = c
  if (closing.how === 'replied')
    return { replied_on: closing.on, outcome: closing.decision.countsAs, closed_on: closing.on }
  return { replied_on: null, outcome: closing.how === 'withdrawn' ? 'O3' : null, closed_on: closing.on }
}

const lettersToTheApplicant: ReadonlySet<RequestFact['type']> = new Set([
  'correctionAsked',
  'extended',
  'reasonsAsked',
  'laterDaySet',
  'feeNoticed',
  'served',
])

/** How long it took, in working days from receipt: to the first letter that said anything, and to the reply that closed it. */
function speed(
  c: RequestCase,
  facts: readonly Recorded[],
  calendar: Calendar,
): Pick<RequestRow, 'answered_on' | 'answer_days' | 'completion_days'> {
  const receivedOn = c.state === 'arrived' ? undefined : c.receivedOn
  const daysTo = (on: Day | undefined) =>
    receivedOn && on && on >= receivedOn ? calendar.workdaysBetween(receivedOn, on) : null
  const [first] = mended(facts)
    .filter(({ fact }) => lettersToTheApplicant.has(fact.type))
    .map(({ happenedOn }) => happenedOn)
    .sort()
  const closedOn = 'closing' in c && c.closing.how === 'replied' ? c.closing.on : undefined
  return { answered_on: first ?? null, answer_days: daysTo(first), completion_days: daysTo(closedOn) }
}

/**
 * The row of a case that lists read, folded from its facts. The due day is reckoned with the given calendar,
 * whose version stands beside it. Throws for facts in which nothing came in.
 */
export function projectRequest(
  organId: string,
  caseId: string,
  facts: readonly Recorded[],
  given: { calendar: Calendar; settings: RequestSettings; today: Day; now: string },
): RequestRow {
  const c = fold(facts)
  if (!c) throw new Error(`case ${caseId} holds no receipt`)
  const answer = dueOfCase(facts, given.calendar, given.settings, given.today)
  return {
    organ_id: organId,
    case_id: caseId,
    number: c.intake.number,
    kind: c.intake.kind,
    seq: c.seq,
    status: statusOf(c),
    title: c.title,
    channel: c.intake.channel,
    category: c.intake.category,
    applicant_index: c.intake.applicantIndex,
    query_index: c.intake.queryCodeHash ?? null,
    received_on: c.state === 'arrived' ? null : (c.receivedOn ?? null),
    due_on: dueOn(answer),
    provisional: answer.provisional,
    stopped_for: answer.kind === 'stopped' ? answer.stoppedFor : null,
    calendar: given.calendar.version,
    assignee: c.assignee ?? null,
    ...ending(c),
    title_key: titleKey(c.title),
    ...speed(c, facts, given.calendar),
    updated_at: given.now,
  }
}
