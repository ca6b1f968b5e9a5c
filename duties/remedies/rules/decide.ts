import type { PersonId } from '#duties/requests/rules/facts.ts'
import { type AskOf, type RawAsk, readAsk } from '#duties/requests/rules/fields.ts'
import type { Problem } from '#duties/requests/rules/problems.ts'
import { type Role, roles as roleTable } from '#law/roles.ts'
import { isCovered } from '#time/calendar.ts'
import { type Day, inChinese } from '#time/day.ts'
import type { RemedyFact } from './facts.ts'
import { type RemedyRefusal, refusedRemedy } from './refusals.ts'
import { type RemedyCase, remedyStatusLabels, remedyStatusOf } from './remedy.ts'
import { isResultCode } from './results.ts'
import { type RemedyStepName, remedyStepOf, type remedySteps } from './steps.ts'

export interface RemedyContext {
  readonly today: Day
  readonly by: PersonId
  readonly roles: readonly Role[]
}

export interface NewRemedyFact {
  readonly fact: RemedyFact
  readonly happenedOn: Day
}

export type RemedyAnswer =
  | { readonly kind: 'done'; readonly facts: readonly NewRemedyFact[] }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | RemedyRefusal

type AskFor<S extends RemedyStepName> = AskOf<(typeof remedySteps)[S]['fields']>
type Make = { readonly [S in RemedyStepName]: (ask: AskFor<S>) => RemedyFact | Problem }

const files = (given: readonly string[] | undefined) => (given ? { files: [...given] } : {})

const make: Make = {
  begin: ({ kind, body, number, about, claims, party, acceptedOn, simple, requestId, after }) => ({
    type: 'begun',
    kind,
    body,
    number,
    about,
    claims,
    applicant: party,
    ...(acceptedOn ? { acceptedOn } : {}),
    ...(simple ? { simple } : {}),
    ...(requestId ? { requestId } : {}),
    ...(after ? { after } : {}),
  }),
  link: ({ requestId }) => ({ type: 'linked', requestId }),
  answer: ({ text, files: given }) => ({ type: 'answered', text, ...files(given) }),
  fileEvidence: ({ items, files: given }) => ({ type: 'evidenceFiled', items, ...files(given) }),
  setHearing: ({ day, where }) => ({ type: 'hearingSet', on: day, where }),
  prolong: ({ dueOn, reason }) => ({ type: 'prolonged', dueOn, reason }),
  suspend: ({ reason }) => ({ type: 'suspended', reason }),
  resume: ({ reason }) => ({ type: 'resumed', reason }),
  conclude: ({ result, number, reasons, orderedBy, files: given }) =>
    isResultCode(result)
      ? { type: 'concluded', result, number, reasons, ...(orderedBy ? { orderedBy } : {}), ...files(given) }
      : { field: 'result', code: 'notAChoice', params: { label: '结果' } },
  appeal: ({ by, court }) => ({ type: 'appealed', by, court }),
  comply: ({ how }) => ({ type: 'compliedWith', how }),
  addFile: ({ file, what }) => ({ type: 'fileAdded', file, what }),
  note: ({ text }) => ({ type: 'noted', text }),
}

/** Why the step cannot be taken by this person in this case as it stands; undefined where it can. */
export function remedyBars(
  name: RemedyStepName,
  c: RemedyCase | undefined,
  { roles }: RemedyContext,
): RemedyRefusal | undefined {
  const step = remedyStepOf(name)
  if (!step.roles.some((role) => roles.includes(role))) {
    const labels = step.roles.map((role) => roleTable[role].label).join('、')
    return refusedRemedy('roleWrong', { step: step.label, roles: labels })
  }
  if (!step.states.includes(c?.state ?? 'none')) {
    const status = c ? remedyStatusLabels[remedyStatusOf(c)] : '尚未登记'
    return refusedRemedy('stateWrong', { step: step.label, status })
  }
  return c ? step.blocked?.(c) : undefined
}

const lastOn = (c: RemedyCase): Day => (c.state === 'concluded' ? c.conclusion.on : c.begunOn)

const dayProblem = (on: Day, label: string, c: RemedyCase | undefined, today: Day): Problem | undefined => {
  if (!isCovered(on)) return { field: 'on', code: 'dayOutOfCalendar', params: { label } }
  if (on > today) return { field: 'on', code: 'dayInFuture', params: { label } }
  if (!c || on >= lastOn(c)) return undefined
  const after = c.state === 'concluded' ? '收到结果之日' : '收到通知之日'
  return { field: 'on', code: 'dayBeforeStep', params: { label, after, on: inChinese(lastOn(c)) } }
}

/** What a step of a remedy case comes to: its fact, a refusal, or the entries that are wrong. */
export function decideRemedy(
  name: RemedyStepName,
  c: RemedyCase | undefined,
  ask: RawAsk,
  context: RemedyContext,
): RemedyAnswer {
  const barred = remedyBars(name, c, context)
  if (barred) return barred
  const { fields } = remedyStepOf(name)
  const read = readAsk(fields, ask)
  if ('problems' in read) return { kind: 'invalid', problems: read.problems }
  const on = (read.values.on ?? context.today) as Day
  const problem = dayProblem(on, fields.on?.label ?? '日期', c, context.today)
  if (problem) return { kind: 'invalid', problems: [problem] }
  const step = make[name] as (ask: unknown) => RemedyFact | Problem
  const made = step(read.values)
  if ('code' in made) return { kind: 'invalid', problems: [made] }
  return { kind: 'done', facts: [{ fact: made, happenedOn: on }] }
}
