// An office for tests: steps are taken through the rules, the facts kept as the store would keep them.
import assert from 'node:assert/strict'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { day } from '#time/day.ts'
import { decide } from './decide.ts'
import type { Channel, Intake, Recorded, RequestFact } from './facts.ts'
import type { RawAsk } from './fields.ts'
import type { LetterGround } from './letter-words.ts'
import type { OutcomeCode } from './outcomes.ts'
import { sayRefusal } from './refusals.ts'
import { register } from './register.ts'
import { fold, type RequestCase } from './request.ts'
import { defaultSettings, type RequestSettings } from './settings.ts'
import type { Actor, Answer, Done, StepContext } from './step.ts'
import type { StepName } from './steps.ts'

export const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })

export const anIntake: Intake = {
  kind: 'request',
  number: '清公申〔2026〕1号',
  channel: 'counter',
  category: 'naturalPerson',
  applicant: 'sealed-1',
  applicantIndex: 'index-1',
  title: '柳湾村征地补偿方案',
  description: '柳湾村2025年征地补偿方案全文',
  formWanted: 'electronic',
  wayWanted: 'email',
}

const allRoles = ['handler', 'officeHead', 'leader', 'legalReviewer', 'secrecyReviewer'] as const

export interface Given {
  readonly channel?: Channel
  readonly intake?: Partial<Intake>
  readonly settings?: Partial<RequestSettings>
  readonly by?: string
  readonly roles?: readonly Actor[]
  readonly coversFor?: readonly string[]
}

export class Office {
  readonly facts: Recorded[] = []
  readonly settings: RequestSettings
  readonly #given: Given
  #ids = 0

  /** A case received on that day; 2026-03-02 is a Monday. */
  constructor(receivedOn = '2026-03-02', given: Given = {}) {
    this.#given = given
    this.settings = { ...defaultSettings, ...given.settings }
    const intake = { ...anIntake, ...given.intake, channel: given.channel ?? 'counter' }
    this.keep(register(intake, { arrivedOn: day(receivedOn) }, this.context(receivedOn)), receivedOn)
  }

  get c(): RequestCase {
    const c = fold(this.facts)
    assert.ok(c)
    return c
  }

  context(today: string, given: Given = this.#given): StepContext {
    return {
      calendar,
      settings: this.settings,
      today: day(today),
      by: given.by ?? 'officer-1',
      roles: given.roles ?? allRoles,
      newId: () => `id-${++this.#ids}`,
      ...(given.coversFor ? { coversFor: given.coversFor } : {}),
    }
  }

  /** What the step comes to, without keeping anything. */
  ask(today: string, step: StepName, ask: RawAsk = {}, given: Given = {}): Answer {
    return decide(step, this.c, this.facts, ask, this.context(today, { ...this.#given, ...given }))
  }

  /** Takes the step, which must be allowed. */
  do(today: string, step: StepName, ask: RawAsk = {}, given: Given = {}): Done {
    return this.keep(this.ask(today, step, ask, given), today)
  }

  keep(answer: Answer, today: string): Done {
    if (answer.kind === 'refused') assert.fail(sayRefusal(answer))
    if (answer.kind === 'invalid') assert.fail(JSON.stringify(answer.problems))
    for (const { fact, happenedOn } of answer.facts) {
      const seq = this.facts.length + 1
      this.facts.push({
        seq,
        happenedOn,
        recordedAt: `${today}T02:00:00.000Z`,
        recordedBy: 'officer-1',
        fact: withNumber(fact, seq),
      })
    }
    return answer
  }

  /** Draft, all reviews, decision on the day; the letter is not yet served. */
  decide(
    today: string,
    parts: readonly { outcome: OutcomeCode; what?: string; states?: Record<string, string> }[],
  ): Done {
    const full = parts.map(({ outcome, what, states }) => ({
      what: what ?? anIntake.title,
      outcome,
      states: states ?? {},
    }))
    this.do(today, 'draft', { parts: full })
    this.review(today)
    return this.do(today, 'decide')
  }

  /** Passes every stage of review that is still open. */
  review(today: string): void {
    for (let stages = 0; stages < 4; stages++) {
      const answer = this.ask(today, 'review', { passed: true, opinion: '同意' })
      if (answer.kind !== 'done') return
      this.keep(answer, today)
    }
  }

  ground(on: string, more: Partial<LetterGround> = {}): LetterGround {
    return {
      c: this.c,
      facts: this.facts,
      organ: {
        name: '清溪县民政局',
        office: '清溪县民政局办公室',
        address: '清溪县人民路8号',
        telephone: '0990-5550100',
        reconsiderationOrgan: '清溪县人民政府',
        court: '清溪县人民法院',
        payment: this.settings.payment,
      },
      applicant: '周禾',
      on: day(on),
      number: '清民公复〔2026〕3号',
      calendar,
      settings: this.settings,
      ...more,
    }
  }
}

const withNumber = (fact: RequestFact, seq: number): RequestFact =>
  'letter' in fact && fact.letter
    ? { ...fact, letter: { ...fact.letter, number: `清民公告〔2026〕${seq}号` } }
    : fact

/** The code of a refusal, the codes of problems, or `done`. */
export const codeOf = (answer: Answer): string => {
  if (answer.kind === 'refused') return answer.code
  return answer.kind === 'done' ? 'done' : answer.problems.map(({ code }) => code).join(' ')
}

/** The codes of the warnings of a step that was allowed. */
export const warningsOf = (answer: Answer): string[] =>
  answer.kind === 'done' ? answer.warnings.map(({ code }) => code) : assert.fail(codeOf(answer))
