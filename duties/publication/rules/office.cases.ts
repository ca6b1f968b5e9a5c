import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { type Role, roleNames } from '#law/roles.ts'
import { calendarOf } from '#time/calendar.ts'
import { type Day, day } from '#time/day.ts'
import { decide } from './decide.ts'
import type { Content, Finding, Recorded } from './facts.ts'
import { fold, type ItemCase } from './item.ts'
import { defaultSettings, type PublicationSettings } from './settings.ts'
import type { Answer, NewFact, StepContext } from './step.ts'
import type { StepName } from './steps.ts'

export const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })

/** A text that lacks nothing. */
export const whole: Content = {
  title: '关于调整农村低保标准的通知',
  summary: '',
  body: '<p>自2026年4月1日起，农村低保标准调整为每人每月820元。</p><p>请抓好落实。</p>',
  kind: 'welfare',
  catalogue: '20-11',
  formedOn: day('2026-03-02'),
  documentNumber: '',
  attribute: 'active',
  validity: 'none',
  files: [],
  extra: {},
}

export const everyRole: readonly Role[] = roleNames.filter((role) => role !== 'administrator')

/** Steps through the rules as an office would take them; the findings of the gate and the settings may be set. */
export class Office {
  readonly facts: Recorded[] = []
  today: Day
  settings: PublicationSettings = defaultSettings
  findings: readonly Finding[] = []
  #ids = 0

  constructor(content: Content = whole, today: Day = content.formedOn) {
    this.today = today
    this.record([{ fact: { type: 'drafted', indexNumber: '99/2026-00001', content }, happenedOn: today }])
  }

  get item(): ItemCase {
    const c = fold(this.facts)
    if (!c) throw new Error('nothing drafted')
    return c
  }

  context(roles: readonly Role[] = everyRole, by = 'lan'): StepContext {
    return {
      calendar,
      settings: this.settings,
      today: this.today,
      now: `${this.today}T02:00:00.000Z`,
      by,
      roles,
      newId: () => `id-${++this.#ids}`,
      hashOf: (content) => `hash of ${JSON.stringify(content)}`,
      findings: this.findings,
    }
  }

  record(facts: readonly NewFact[], by = 'lan'): void {
    for (const { fact, happenedOn } of facts) {
      const seq = this.facts.length + 1
      const recordedAt = `${this.today}T02:${String(seq % 60).padStart(2, '0')}:00.000Z`
      this.facts.push({ seq, happenedOn, recordedAt, recordedBy: by, fact })
    }
  }

  /** Takes a step; what it comes to is recorded where it is done. */
  take(step: StepName, ask: Record<string, unknown> = {}, roles?: readonly Role[], by = 'lan'): Answer {
    const answer = decide(step, this.item, ask, this.context(roles, by))
    if (answer.kind === 'done') this.record(answer.facts, by)
    return answer
  }

  /** The code of a refusal or of the first problem; `done` where the step was taken. */
  says(step: StepName, ask: Record<string, unknown> = {}, roles?: readonly Role[], by = 'lan'): string {
    const answer = this.take(step, ask, roles, by)
    if (answer.kind === 'refused') return answer.code
    return answer.kind === 'invalid' ? (answer.problems[0]?.code ?? '') : 'done'
  }

  passAll(): void {
    this.take('submit')
    const checked = ['text', ...(this.item.working?.content.files.map(({ fileId }) => fileId) ?? [])]
    this.take('secrecyReview', { passed: true, opinion: '不涉密', checked })
    this.take('legalReview', { passed: true, opinion: '合法' })
    for (const role of ['reviewer', 'leader', 'publisher'] as const)
      this.take('review', { passed: true, opinion: '同意' }, [role])
  }

  publish(): void {
    this.passAll()
    this.take('release')
  }
}
