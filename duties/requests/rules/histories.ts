// Invented histories of cases that the rules allow, for tests, seeds and benches; the program itself does not use them.
import type { Role } from '#law/roles.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, daysBetween, plusDays } from '#time/day.ts'
import { bars } from './allowed.ts'
import { decide } from './decide.ts'
import type { Intake, PersonId, Recorded, RequestFact } from './facts.ts'
import { asks } from './histories-asks.ts'
import { between, type Dice, dice, idOf, inventedIntake, pick } from './histories-words.ts'
import { register } from './register.ts'
import { fold } from './request.ts'
import { defaultSettings, type RequestSettings } from './settings.ts'
import type { Answer, StepContext } from './step.ts'
import type { StepName } from './steps.ts'

export interface HistoryOptions {
  readonly calendar: Calendar
  /** The day the request comes in. */
  readonly from: Day
  /** Nothing happens after this day: a case not finished by then stays open. */
  readonly upTo: Day
  readonly settings?: RequestSettings
  /** What is asked for; invented where left out. */
  readonly intake?: Intake
  readonly handler?: PersonId
  readonly officeHead?: PersonId
  readonly leader?: PersonId
  readonly secrecyReviewer?: PersonId
}

interface Telling {
  readonly roll: Dice
  readonly options: HistoryOptions
  readonly facts: Recorded[]
  today: Day
}

const persons = {
  handler: '00000000-0000-4000-a000-000000000001',
  officeHead: '00000000-0000-4000-a000-000000000002',
  leader: '00000000-0000-4000-a000-000000000003',
  secrecyReviewer: '00000000-0000-4000-a000-000000000004',
} as const

// How often each step is tried against the others.
const weights: Readonly<Record<StepName, number>> = {
  confirmReceipt: 30,
  assign: 1,
  claim: 4,
  handBack: 0.3,
  handOver: 0.1,
  split: 0.1,
  addFile: 0.5,
  note: 0.5,
  amend: 0.3,
  askCorrection: 1.2,
  recordCorrectionServed: 10,
  recordCorrected: 10,
  consult: 1,
  recordConsultationServed: 10,
  recordConsultationAnswered: 8,
  endConsultation: 4,
  overruleObjection: 2,
  extend: 0.7,
  askReasons: 0.5,
  recordReasons: 6,
  weighReasons: 6,
  setLaterDay: 2,
  noticeFee: 0.5,
  recordFeeServed: 8,
  recordFeePaid: 6,
  askMaterial: 0.6,
  recordMaterial: 4,
  logSearch: 2,
  draft: 7,
  review: 24,
  decide: 20,
  serve: 30,
  withdraw: 0.15,
  reopen: 0.2,
  archive: 6,
  addProof: 0.2,
}

const ladder = Object.entries(weights) as [StepName, number][]
const whole = ladder.reduce((sum, [, weight]) => sum + weight, 0)

const pickStep = (roll: Dice): StepName => {
  let left = roll() * whole
  for (const [step, weight] of ladder) {
    left -= weight
    if (left < 0) return step
  }
  return 'note'
}

const heads: readonly StepName[] = ['extend', 'handOver', 'overruleObjection', 'setLaterDay', 'reopen']

const rolesOf: Record<keyof typeof persons, readonly Role[]> = {
  handler: ['handler'],
  officeHead: ['officeHead', 'handler'],
  leader: ['leader'],
  secrecyReviewer: ['secrecyReviewer'],
}

const whoTakes = (roll: Dice, step?: StepName): keyof typeof persons => {
  if (step === 'review') return pick(roll, ['officeHead', 'leader', 'secrecyReviewer'] as const)
  return step && heads.includes(step) ? 'officeHead' : 'handler'
}

const contextOf = ({ roll, options, today }: Telling, step?: StepName): StepContext => {
  const who = whoTakes(roll, step)
  return {
    calendar: options.calendar,
    settings: options.settings ?? defaultSettings,
    today,
    by: options[who] ?? persons[who],
    roles: rolesOf[who],
    newId: () => idOf(roll),
  }
}

const numbered = (fact: RequestFact, seq: number): RequestFact =>
  'letter' in fact ? { ...fact, letter: { ...fact.letter, number: `清公〔${seq}〕号` } } : fact

const record = (telling: Telling, answer: Answer, by: string): void => {
  if (answer.kind !== 'done') return
  for (const { fact, happenedOn } of answer.facts) {
    const seq = telling.facts.length + 1
    const recordedAt = `${telling.today}T02:${String(seq % 60).padStart(2, '0')}:00.000Z`
    telling.facts.push({ seq, happenedOn, recordedAt, recordedBy: by, fact: numbered(fact, seq) })
  }
}

const pass = (telling: Telling): boolean => {
  const { roll, options } = telling
  const days = roll() < 0.08 ? between(roll, 15, 40) : Math.floor(roll() * 3)
  if (daysBetween(telling.today, options.upTo) < days) return false
  telling.today = plusDays(telling.today, days)
  return true
}

const attempt = (telling: Telling): boolean => {
  const c = fold(telling.facts)
  if (!c || c.state === 'archived') return false
  for (let tries = 0; tries < 40; tries++) {
    const step = pickStep(telling.roll)
    const context = contextOf(telling, step)
    if (bars(step, c, telling.facts, context)) continue
    const answer = decide(step, c, telling.facts, asks[step]({ roll: telling.roll, c, context }), context)
    if (answer.kind !== 'done') continue
    record(telling, answer, context.by)
    return true
  }
  return true
}

/**
 * The facts of one invented case, every one recorded by a step that the rules allowed on its day. The same seed and
 * options give the same facts. Cases that a split opens are left out.
 */
export function history(seed: number, options: HistoryOptions): readonly Recorded[] {
  const roll = dice(seed)
  const telling: Telling = { roll, options, facts: [], today: options.from }
  const context = contextOf(telling)
  const intake = options.intake ?? inventedIntake(roll)
  record(telling, register(intake, { arrivedOn: options.from }, context), context.by)
  for (let steps = 0; steps < 40 && pass(telling); steps++) if (!attempt(telling)) break
  return telling.facts
}
