import { bars } from '#duties/requests/rules/allowed.ts'
import { decide } from '#duties/requests/rules/decide.ts'
import type { Intake, Recorded, RequestFact } from '#duties/requests/rules/facts.ts'
import { register } from '#duties/requests/rules/register.ts'
import { fold, type RequestCase } from '#duties/requests/rules/request.ts'
import { pendingStages, stageRoles } from '#duties/requests/rules/review.ts'
import type { RequestSettings } from '#duties/requests/rules/settings.ts'
import type { Answer, NewFact, StepContext } from '#duties/requests/rules/step.ts'
import type { StepName } from '#duties/requests/rules/steps.ts'
import type { Role } from '#law/roles.ts'
import type { Calendar } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import { uuidOn } from '../identifiers.ts'
import type { Random } from '../random.ts'
import { holderOf, type Staff } from '../staff.ts'
import { confirmed, type Move } from './moves.ts'

/** One step as it was recorded: by whom, when, and what came of it. */
export interface Told {
  readonly askId: string
  readonly by: string
  readonly recordedAt: string
  facts: readonly NewFact[]
}

/** Personal data that a fact names by its id. */
export interface ToSeal {
  readonly sealedId: string
  readonly value: object
}

/** A case while it is being told. */
export interface Telling {
  readonly staff: Staff
  readonly calendar: Calendar
  readonly settings: RequestSettings
  /** Nothing is told of this day or later: the office has not come to it. */
  readonly until: Day
  readonly random: Random
  readonly organName: string
  readonly shortName: string
  readonly area: string
  readonly steps: Told[]
  readonly facts: Recorded[]
  readonly sealed: ToSeal[]
  on: Day
}

const contextOf = (telling: Telling, role: Role | 'applicant'): StepContext => {
  const { calendar, settings, on, random, staff } = telling
  const roles = role === 'officeHead' ? (['officeHead', 'handler'] as const) : [role]
  const by = role === 'applicant' ? role : holderOf(staff, role)
  return { calendar, settings, today: on, by, roles, newId: () => uuidOn(random, on) }
}

// Steps of a day follow one another from nine in the morning, Beijing time, some minutes apart.
function momentOf({ steps, on }: Telling): string {
  const before = steps.filter(({ recordedAt }) => recordedAt.startsWith(on)).length
  const minute = 62 + before * 17
  return `${on}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`
}

/** A third party is named in what is sealed, not in the fact. */
function withoutParty(telling: Telling, fact: RequestFact): RequestFact {
  if (fact.type !== 'consultationSent' || fact.with !== 'thirdParty') return fact
  const sealedId = uuidOn(telling.random, telling.on)
  telling.sealed.push({ sealedId, value: { name: fact.party } })
  return { ...fact, party: sealedId }
}

function record(telling: Telling, answer: Answer, by: string, what: string): void {
  if (answer.kind !== 'done') throw new Error(`${what} on ${telling.on}: ${JSON.stringify(answer)}`)
  const facts = answer.facts.map(({ fact, happenedOn }) => ({
    fact: withoutParty(telling, fact),
    happenedOn,
  }))
  const recordedAt = momentOf(telling)
  telling.steps.push({ askId: uuidOn(telling.random, telling.on), by, recordedAt, facts })
  for (const { fact, happenedOn } of facts) {
    telling.facts.push({ seq: telling.facts.length + 1, happenedOn, recordedAt, recordedBy: by, fact })
  }
}

/** How a request comes in: online by the applicant, otherwise registered by the handler. Throws where the rules refuse. */
export function arrive(telling: Telling, intake: Intake, unconfirmed: boolean): void {
  const context = contextOf(telling, intake.channel === 'online' ? 'applicant' : 'handler')
  record(telling, register(intake, { arrivedOn: telling.on }, context), context.by, 'register')
  if (!unconfirmed && fold(telling.facts)?.state === 'arrived') tell(telling, [confirmed(telling.random)])
}

/** Takes the moves in their order as far as the days allow. Throws where the rules refuse one: histories are lawful. */
export function tell(telling: Telling, moves: readonly Move[]): void {
  for (const move of moves) {
    const on = dayAfter(telling, move.after)
    const c = fold(telling.facts)
    if (on >= telling.until || !c) return
    telling.on = on
    take(telling, move, c)
  }
}

const dayAfter = ({ calendar, on }: Telling, workingDays: number): Day =>
  workingDays > 0
    ? calendar.plusWorkdays(on, workingDays).on
    : calendar.isWorkday(on)
      ? on
      : calendar.plusWorkdays(on, 1).on

/** Whose turn it is to review the draft; undefined where nobody is left. */
function nextReviewer({ facts, settings }: Telling): Role | undefined {
  const draft = fold(facts)?.draft
  const stage = draft && pendingStages(draft, settings)[0]
  return stage && stageRoles[stage]
}

function take(telling: Telling, { step, by, ask }: Move, c: RequestCase): void {
  if (by !== 'reviewer' && by !== 'reviewers') {
    takeAs(telling, step, by, ask, c)
    return
  }
  for (let role = nextReviewer(telling); role; role = nextReviewer(telling)) {
    takeAs(telling, step, role, ask, fold(telling.facts) ?? c)
    if (by === 'reviewer') return
  }
}

function takeAs(
  telling: Telling,
  step: StepName,
  role: Role | 'applicant',
  ask: Move['ask'],
  c: RequestCase,
): void {
  const { on, random, facts, organName, shortName, area } = telling
  const context = contextOf(telling, role)
  const entries = ask({ c, on, random, matter: { title: c.title, organName, shortName, area, on } })
  const barred = bars(step, c, facts, context)
  record(telling, barred ?? decide(step, c, facts, entries, context), context.by, step)
}
