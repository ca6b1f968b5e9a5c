import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Recorded } from '#duties/requests/rules/facts.ts'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { day } from '#time/day.ts'
import { countRemedy } from './counts.ts'
import { decideRemedy, type RemedyContext } from './decide.ts'
import type { RemedyFact } from './facts.ts'
import { remedyLimits } from './limits.ts'
import { foldRemedy, remedyStatusOf } from './remedy.ts'
import { results } from './results.ts'
import { defaultRemedySettings } from './settings.ts'
import { type RemedyStepName, remedyStepNames } from './steps.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })
const late = '2027-06-30T00:00:00Z'

const context = (today: string): RemedyContext => ({
  today: day(today),
  by: 'officer-1',
  roles: ['legalReviewer'],
})

const begin = {
  kind: 'review',
  body: '清溪县人民政府',
  number: '清复受〔2026〕7号',
  about: 'reply',
  claims: '撤销答复',
  party: '周禾',
  acceptedOn: '2026-03-02',
}

class Desk {
  readonly facts: Recorded<RemedyFact>[] = []

  get c() {
    return foldRemedy(this.facts)
  }

  ask(today: string, step: RemedyStepName, ask: Record<string, unknown> = {}) {
    return decideRemedy(step, this.c, ask, context(today))
  }

  do(today: string, step: RemedyStepName, ask: Record<string, unknown> = {}): this {
    const answer = this.ask(today, step, ask)
    if (answer.kind !== 'done') assert.fail(JSON.stringify(answer))
    for (const { fact, happenedOn } of answer.facts) {
      const seq = this.facts.length + 1
      this.facts.push({ seq, happenedOn, recordedAt: `${today}T02:00:00Z`, recordedBy: 'officer-1', fact })
    }
    return this
  }

  days(code: string): string | undefined {
    const { c } = this
    return c && remedyLimits(c, calendar).find((limit) => limit.code === code)?.on
  }
}

const concluded = { number: '清复决〔2026〕5号', reasons: '主要事实不清' }
const codeOf = (answer: ReturnType<Desk['ask']>): string =>
  answer.kind === 'refused' ? answer.code : answer.kind === 'done' ? 'done' : (answer.problems[0]?.code ?? '')

test('行政复议法第四十八条: the answer is due ten working days after the notice came', () => {
  // Received Thursday 2026-03-05: the tenth working day is Thursday 03-19.
  assert.equal(new Desk().do('2026-03-05', 'begin', begin).days('answer'), '2026-03-19')
})

test('行政复议法第五十四条: five in the simple procedure', () => {
  assert.equal(new Desk().do('2026-03-05', 'begin', { ...begin, simple: true }).days('answer'), '2026-03-12')
})

test('行政复议法第六十二条: sixty days from acceptance, a last day off moving to the next working day', () => {
  // 2026-03-02 and sixty days is Friday 05-01, in the holiday of 05-01 to 05-05.
  assert.equal(new Desk().do('2026-03-05', 'begin', begin).days('decision'), '2026-05-06')
})

test('行政诉讼法第六十七条: fifteen days for the answer to the court', () => {
  const suit = { ...begin, kind: 'litigation_direct', body: '清溪县人民法院' }
  // 2026-03-05 and fifteen days is Friday 03-20; six months from 03-02 is Wednesday 09-02.
  const desk = new Desk().do('2026-03-05', 'begin', suit)
  assert.equal(desk.days('answer'), '2026-03-20')
  assert.equal(desk.days('judgment'), '2026-09-02')
})

test('six months after 31 August end on the last day of February', () => {
  const suit = { ...begin, kind: 'litigation_direct', acceptedOn: '2025-08-31' }
  // 2026-02-28 is a make-up Saturday, a working day.
  assert.equal(new Desk().do('2025-09-03', 'begin', suit).days('judgment'), '2026-02-28')
})

test('an answer is handed in once, and then no day is left for it', () => {
  const desk = new Desk().do('2026-03-05', 'begin', begin).do('2026-03-17', 'answer', { text: '答复合法' })
  assert.equal(desk.days('answer'), undefined)
  assert.equal(codeOf(desk.ask('2026-03-18', 'answer', { text: '再答' })), 'alreadyAnswered')
})

test('what the decision orders has its day until it is complied with', () => {
  const desk = new Desk().do('2026-03-05', 'begin', begin)
  desk.do('2026-05-11', 'conclude', { ...concluded, result: 'revoked', orderedBy: '2026-06-10' })
  assert.equal(desk.days('compliance'), '2026-06-10')
  assert.ok(desk.c && remedyStatusOf(desk.c) === 'toComply')
  desk.do('2026-05-21', 'comply', { how: '已重新答复' })
  assert.deepEqual(desk.c && remedyLimits(desk.c, calendar), [])
  assert.equal(codeOf(desk.ask('2026-05-22', 'comply', { how: '再次' })), 'alreadyComplied')
})

test('第五十条第一款第三项: a case counts in the year it is concluded, and as pending before', () => {
  const desk = new Desk().do('2025-12-22', 'begin', { ...begin, acceptedOn: '2025-12-19' })
  desk.do('2026-02-11', 'conclude', { ...concluded, result: 'foundUnlawful' })
  assert.equal(countRemedy(desk.facts, 2024, late), undefined)
  assert.deepEqual(countRemedy(desk.facts, 2025, late), { kind: 'review', column: 'pending' })
  assert.deepEqual(countRemedy(desk.facts, 2026, late), { kind: 'review', column: 'corrected' })
  assert.equal(countRemedy(desk.facts, 2027, late), undefined)
  assert.deepEqual(countRemedy(desk.facts, 2026, '2026-01-31T00:00:00Z'), {
    kind: 'review',
    column: 'pending',
  })
})

test('a judgment taken further is pending until the last one, and goes no further', () => {
  const suit = { ...begin, kind: 'litigation_after_review', body: '清溪县人民法院' }
  const desk = new Desk().do('2025-09-01', 'begin', suit)
  desk.do('2025-12-01', 'conclude', { ...concluded, result: 'claimsDismissed' })
  assert.equal(desk.days('appeal'), '2025-12-16')
  desk.do('2025-12-10', 'appeal', { by: 'applicant', court: '澜江市中级人民法院' })
  assert.deepEqual(countRemedy(desk.facts, 2025, late), {
    kind: 'litigation_after_review',
    column: 'pending',
  })
  desk.do('2026-02-10', 'conclude', { ...concluded, result: 'revoked' })
  assert.deepEqual(countRemedy(desk.facts, 2026, late), {
    kind: 'litigation_after_review',
    column: 'corrected',
  })
  assert.equal(codeOf(desk.ask('2026-02-11', 'appeal', { by: 'organ', court: '某院' })), 'secondInstance')
})

test('a reconsideration decision is not appealed; the suit after it is a case of its own', () => {
  const desk = new Desk().do('2026-03-05', 'begin', begin)
  desk.do('2026-05-11', 'conclude', { ...concluded, result: 'upheld' })
  assert.equal(codeOf(desk.ask('2026-05-12', 'appeal', { by: 'applicant', court: '某院' })), 'notLitigation')
})

test('an office may count a result in the column its province reads it in', () => {
  const desk = new Desk().do('2026-03-05', 'begin', begin)
  desk.do('2026-05-11', 'conclude', { ...concluded, result: 'claimsDismissed' })
  const columns = { claimsDismissed: 'other' } as const
  assert.equal(countRemedy(desk.facts, 2026, late)?.column, 'upheld')
  assert.equal(countRemedy(desk.facts, 2026, late, { ...defaultRemedySettings, columns })?.column, 'other')
})

test('no result before the notice, none tomorrow, none of an unknown kind', () => {
  const desk = new Desk().do('2026-03-05', 'begin', begin)
  const end = { ...concluded, result: 'upheld' }
  assert.equal(codeOf(desk.ask('2026-03-10', 'conclude', { ...end, on: '2026-03-04' })), 'dayBeforeStep')
  assert.equal(codeOf(desk.ask('2026-03-10', 'conclude', { ...end, on: '2026-03-11' })), 'dayInFuture')
  assert.equal(codeOf(desk.ask('2026-03-10', 'conclude', { ...end, result: 'won' })), 'notAChoice')
})

test('an auditor takes no step, and nothing but its beginning comes first', () => {
  for (const step of remedyStepNames) {
    const auditor = { ...context('2026-03-05'), roles: ['auditor'] as const }
    assert.equal(codeOf(decideRemedy(step, undefined, begin, auditor)), 'roleWrong')
    if (step !== 'begin') assert.equal(codeOf(new Desk().ask('2026-03-05', step)), 'stateWrong')
  }
})

test('every remedy stands in one cell of a year, and is pending until the year that concludes it', () => {
  const year = fc.integer({ min: 2023, max: 2026 })
  const code = fc.constantFrom(...(Object.keys(results) as (keyof typeof results)[]))
  fc.assert(
    fc.property(year, year, code, (one, other, result) => {
      const [begun, end] = [Math.min(one, other), Math.max(one, other)]
      const desk = new Desk().do(`${begun}-03-03`, 'begin', { ...begin, acceptedOn: `${begun}-03-01` })
      desk.do(`${end}-11-03`, 'conclude', { ...concluded, result })
      for (let at = 2022; at <= 2027; at++) {
        const column = countRemedy(desk.facts, at, late)?.column
        const expected = at < begun || at > end ? undefined : at < end ? 'pending' : results[result].column
        assert.equal(column, expected)
      }
    }),
  )
})
