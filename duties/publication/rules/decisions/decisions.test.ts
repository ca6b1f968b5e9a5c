import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import type { Role } from '#law/roles.ts'
import { calendarOf } from '#time/calendar.ts'
import { day } from '#time/day.ts'
import { decideDecision, decisionBars } from './decide.ts'
import { decisionStatusOf, foldDecision } from './decision.ts'
import type { RecordedDecision } from './facts.ts'
import { sayDecisionRefusal } from './refusals.ts'
import { type DecisionStepName, decisionStepNames } from './steps.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })
const all: readonly Role[] = [
  'informationOfficer',
  'handler',
  'officeHead',
  'leader',
  'legalReviewer',
  'publisher',
]

/** A government's desk: steps are recorded where they are allowed, their no is given in words. */
class Desk {
  readonly facts: RecordedDecision[] = []

  take(step: DecisionStepName, on: string, ask: Record<string, unknown>, today = on): string {
    const context = { today: day(today), calendar, roles: all }
    const answer = decideDecision(step, foldDecision(this.facts), { on, ...ask }, context)
    if (answer.kind === 'refused') return sayDecisionRefusal(answer)
    if (answer.kind === 'invalid') return answer.problems.map(({ field, code }) => `${field} ${code}`).join()
    const recorded = { seq: this.facts.length + 1, recordedAt: `${today}T01:00:00Z`, recordedBy: 'p1' }
    this.facts.push({ ...recorded, happenedOn: answer.happenedOn, fact: answer.fact })
    return 'done'
  }

  status(on: string) {
    const d = foldDecision(this.facts)
    return d && decisionStatusOf(d, day(on))
  }
}

const title = '清溪县城区公交线网调整'
const listed = { title, drafter: '清溪县交通运输局', agreedOn: '2026-02-27' }
const asked = { until: '2026-05-15', how: '清溪县政府网站' }
const lawful = { result: 'lawful', opinion: '符合法定权限和程序' }
const meeting = {
  meeting: '第12次常务会议',
  materials: ['草案', '合法性审查意见'],
  headLast: true,
  result: 'adopted',
}

/** Taken up to and without the given step. */
function upTo(step: DecisionStepName): Desk {
  const desk = new Desk()
  const way: [DecisionStepName, string, Record<string, unknown>][] = [
    ['list', '2026-03-02', listed],
    ['propose', '2026-03-09', { reason: '市民反映强烈' }],
    ['draft', '2026-04-08', { about: '新增三条线路' }],
    ['openSolicitation', '2026-04-15', asked],
    ['closeSolicitation', '2026-05-18', { received: 43, adopted: 12, explanation: '关于末班车的意见已采纳' }],
    ['hearExperts', '2026-05-20', { who: '省交通规划院', opinion: '可行' }],
    ['assessRisk', '2026-05-21', { level: 'low', report: '低风险' }],
    ['submitLegality', '2026-05-22', { materials: ['草案', '说明'] }],
    ['passLegality', '2026-06-02', lawful],
    ['discuss', '2026-06-08', meeting],
    ['report', '2026-06-09', { answer: '同意' }],
    ['publish', '2026-06-15', { item: '2026-00123', channels: ['政府网站'], adoption: '见附件' }],
    ['archive', '2026-07-01', { number: '2026-决-01' }],
  ]
  for (const [name, on, ask] of way) {
    if (name === step) return desk
    assert.equal(desk.take(name, on, ask), 'done', name)
  }
  return desk
}

test('国令第713号: a major decision through every step, from the catalogue to the archive', () => {
  const desk = upTo('evaluate')
  assert.equal(desk.status('2026-07-01'), 'published')
  assert.equal(desk.take('evaluate', '2026-11-02', { report: '客流上升' }), 'done')
  assert.equal(desk.facts.length, 14)
})

test('第十五条: opinions are asked for at least thirty days; for fewer the reason is given', () => {
  const desk = upTo('openSolicitation')
  const short = { until: '2026-05-14', how: '政府网站' }
  assert.equal(
    desk.take('openSolicitation', '2026-04-15', short),
    '征求意见的期限只有29日，一般不少于30日；确需缩短的，请写明理由，公布时一并说明',
  )
  assert.equal(desk.take('openSolicitation', '2026-04-15', { ...short, shortened: '汛期将至' }), 'done')
  assert.equal(desk.status('2026-05-14'), 'soliciting')
  assert.equal(desk.status('2026-05-15'), 'reviewing')
})

test('第十五条: what became of the opinions is not told before the last day for them is over', () => {
  const desk = upTo('closeSolicitation')
  const told = { received: 3, adopted: 1, explanation: '见表' }
  assert.equal(
    desk.take('closeSolicitation', '2026-05-15', told),
    '征求意见2026年5月15日截止，截止以后才能反馈采纳情况',
  )
  assert.equal(
    desk.take('closeSolicitation', '2026-05-15', told, '2026-05-16'),
    '征求意见2026年5月15日截止，截止以后才能反馈采纳情况',
  )
  assert.equal(
    desk.take('closeSolicitation', '2026-05-16', { ...told, adopted: 4 }),
    '采纳的意见不能多于收到的意见',
  )
  assert.equal(desk.take('closeSolicitation', '2026-05-16', told), 'done')
})

test('第二十六条: the review of legality has seven working days; earlier only with a reason', () => {
  const desk = upTo('passLegality')
  // Sent on Friday 22 May 2026: the seventh working day is Tuesday 2 June.
  assert.equal(
    desk.take('passLegality', '2026-06-01', lawful),
    '送审才6个工作日，一般不少于7个工作日（2026年6月2日届满）；确需提前的，请写明理由',
  )
  assert.equal(desk.take('passLegality', '2026-06-01', { ...lawful, hastened: '应急' }), 'done')
})

test('a step whose predecessor is missing is refused and names it', () => {
  const desk = upTo('closeSolicitation')
  const sent = { materials: ['草案'] }
  assert.equal(
    desk.take('submitLegality', '2026-05-22', sent),
    '送合法性审查以前应当先反馈意见采纳情况或者说明不适用公众参与',
  )
  assert.equal(desk.take('discuss', '2026-05-22', meeting), '集体讨论决定以前应当先合法性审查意见')
  assert.equal(
    desk.take('publish', '2026-05-22', { item: 'x', channels: ['y'], adoption: 'z' }),
    '公布决策以前应当先向党委请示报告',
  )
  assert.equal(new Desk().take('propose', '2026-05-22', { reason: 'x' }), '没有这一决策事项')
})

test('第十四、十九、二十二条: a procedure that does not apply is waived with a reason, the review of legality never', () => {
  const desk = upTo('openSolicitation')
  for (const what of ['participation', 'experts', 'risk'])
    assert.equal(desk.take('waive', '2026-04-15', { what, reason: '依法不予公开' }), 'done')
  assert.equal(desk.take('waive', '2026-04-15', { what: 'legality', reason: '急' }), 'what notAChoice')
  assert.equal(desk.take('submitLegality', '2026-04-16', { materials: ['草案'] }), 'done')
  assert.equal(desk.take('discuss', '2026-04-17', meeting), '集体讨论决定以前应当先合法性审查意见')
})

test('what was found unlawful is not put to discussion; mended, it is reviewed again', () => {
  const desk = upTo('passLegality')
  desk.take('passLegality', '2026-06-02', { result: 'toMend', opinion: '补充依据' })
  assert.equal(desk.take('discuss', '2026-06-03', meeting), '合法性审查的结论是“应当修改”，不得提交讨论')
  assert.equal(desk.take('draft', '2026-06-04', { about: '补充依据后的草案' }), 'done')
  assert.equal(desk.take('passLegality', '2026-06-15', lawful), '合法性审查意见以前应当先送合法性审查')
  assert.equal(desk.take('submitLegality', '2026-06-04', { materials: ['草案'] }), 'done')
  assert.equal(desk.take('passLegality', '2026-06-15', lawful), 'done')
  assert.equal(desk.status('2026-06-15'), 'discussing')
})

test('第三十条: the head speaks last, and what was not adopted is not published', () => {
  const desk = upTo('discuss')
  assert.equal(
    desk.take('discuss', '2026-06-08', { ...meeting, headLast: false }),
    '行政首长应当最后发表意见',
  )
  assert.equal(desk.take('discuss', '2026-06-08', { ...meeting, result: 'postponed' }), 'done')
  assert.equal(desk.take('report', '2026-06-09', { answer: '同意' }), '集体讨论的决定是“暂缓”，不能公布')
  assert.equal(desk.take('discuss', '2026-06-22', meeting), 'done')
})

test('a step is not dated before the one that it stands on, nor after today', () => {
  const desk = upTo('propose')
  assert.equal(
    desk.take('propose', '2026-03-01', { reason: 'x' }, '2026-03-05'),
    '启动之日不能早于列入目录（2026年3月2日）',
  )
  assert.equal(desk.take('propose', '2026-03-06', { reason: 'x' }, '2026-03-05'), '启动之日不能晚于今天')
})

test('a role that does not hold the step is told who does', () => {
  const refusal = decisionBars('list', undefined, { roles: ['handler'], today: day('2026-03-02') })
  assert.equal(refusal, undefined)
  const other = decisionBars('passLegality', foldDecision(upTo('passLegality').facts), {
    roles: ['officeHead'],
    today: day('2026-06-02'),
  })
  assert.equal(other && sayDecisionRefusal(other), '合法性审查意见由合法性审核人办理')
})

test('property: whatever is tried in whatever order, nothing is published without participation, legality and discussion', () => {
  const ask: Record<string, unknown> = {
    ...listed,
    ...asked,
    ...lawful,
    ...meeting,
    reason: 'x',
    about: 'x',
    whom: 'x',
    received: 3,
    adopted: 1,
    explanation: 'x',
    participants: 3,
    report: 'x',
    who: 'x',
    level: 'low',
    what: 'risk',
    answer: 'x',
    item: 'x',
    channels: ['x'],
    adoption: 'x',
    number: '1',
    until: '2099-12-31',
  }
  const tries = fc.array(fc.tuple(fc.nat(1000), fc.integer({ min: 0, max: 9 })), {
    minLength: 90,
    maxLength: 160,
  })
  let published = 0
  fc.assert(
    fc.property(tries, (steps) => {
      const desk = new Desk()
      let now = Date.UTC(2026, 0, 5)
      for (const [pick, days] of steps) {
        now += days * 86_400_000
        const today = new Date(now).toISOString().slice(0, 10)
        if (today > '2027-12-31') break
        const d = foldDecision(desk.facts)
        const open = decisionStepNames.filter(
          (name) => !decisionBars(name, d, { roles: all, today: day(today) }),
        )
        const step = open[pick % open.length] ?? 'list'
        if (step === 'end') continue
        const until = new Date(now + 30 * 86_400_000).toISOString().slice(0, 10)
        const result = step === 'discuss' ? 'adopted' : 'lawful'
        desk.take(step, today, { ...ask, until, result })
      }
      const taken = foldDecision(desk.facts)?.taken ?? []
      const out = taken.findIndex(({ step }) => step === 'publish')
      if (out < 0) return
      published++
      const before = taken.slice(0, out)
      const at = (name: string) => before.findLastIndex(({ step }) => step === name)
      const sent = before.slice(0, at('passLegality')).findLast(({ step }) => step === 'submitLegality')
      const passed = before[at('passLegality')]
      assert.ok(at('draft') < at('discuss') && at('discuss') < out)
      assert.ok(before.slice(at('draft')).some(({ step }) => step === 'passLegality'))
      assert.ok(sent && passed && calendar.workdaysBetween(sent.on, passed.on) >= 7)
      assert.ok(at('closeSolicitation') >= 0)
    }),
    { numRuns: 300 },
  )
  assert.ok(published > 20, `only ${published} were published`)
})
