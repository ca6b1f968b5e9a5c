import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { countDayByDay } from '../../../bench/day-by-day.ts'
import { answerCase, differences } from './case-answer.ts'
import { type DeadlineCase, parseCases, problemsOfCase } from './case-file.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })
const file = new URL('../../../law/cases/deadlines.json', import.meta.url)
const parsed = parseCases(JSON.parse(readFileSync(file, 'utf8')))
const cases = parsed.ok ? parsed.cases : []

for (const one of cases) {
  test(one.name, () => {
    assert.deepEqual(differences(one, answerCase(one, calendar)), [])
  })
}

test('the file of cases is read, holds at least 150, and names each once', () => {
  assert.equal(parsed.ok, true)
  assert.equal(cases.length >= 150, true)
  assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length)
  for (const { name, expect } of cases) {
    assert.equal(Array.isArray(expect?.because) && Array.isArray(expect.cites), true, name)
  }
})

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

test('every article of chapter four and each of the twelve recurrent faults has its case', () => {
  const places = cases.flatMap(({ law, expect }) => [...(law ?? []), ...listed(expect?.cites)])
  const articles = new Set(places.map((place) => /^\d+/.exec(place)?.[0]))
  for (let article = 27; article <= 45; article++) {
    assert.equal(articles.has(String(article)), true, `第${article}条`)
  }
  for (let fault = 1; fault <= 12; fault++) {
    assert.equal(
      cases.some(({ name }) => name.startsWith(`通病${fault}：`)),
      true,
      `通病${fault}`,
    )
  }
  for (const letter of 'ABCDEFGHIJKL') {
    assert.equal(
      cases.some(({ name }) => name.startsWith(`示例${letter}：`)),
      true,
      letter,
    )
  }
})

const simple = new Set([
  'received',
  'correctionAsked',
  'correctionNoticeServed',
  'corrected',
  'consultationSent',
  'consultationServed',
  'consultationAnswered',
  'extended',
])

// What a plain loop can count: one period, its waits and its extension; undefined where the case holds more than that.
const plainly = ({ facts, settings, calendar: own, expect }: DeadlineCase) => {
  const codes = listed(expect?.because)
  const isPlain = codes.every((code) =>
    /^received|^corrected$|Excluded$|Overlap$|^extended$|^replyTerm$/.test(code),
  )
  if (settings || own || !isPlain || !facts.every(({ type }) => simple.has(type))) return undefined
  const asked = facts.some(({ type }) => type === 'correctionAsked')
  const start = facts.find(({ type }) => type === (asked ? 'corrected' : 'received'))?.on
  const extension = facts.reduce(
    (sum, { type, workingDays = 0 }) => (type === 'extended' ? sum + workingDays : sum),
    0,
  )
  const waits = facts.flatMap(({ type, on, id }) => {
    const answer = facts.find((fact) => fact.type === 'consultationAnswered' && fact.id === id)
    return type === 'consultationSent' && answer ? [[on, answer.on] as const] : []
  })
  return start && { on: countDayByDay(start, 20 + extension, waits), waits }
}

test('a plain day-by-day count over chinese-days finds the same due days', () => {
  let counted = 0
  for (const one of cases) {
    const plain = plainly(one)
    if (!plain || plain.waits.some(([from]) => from >= plain.on)) continue
    assert.equal(plain.on, one.expect?.on, one.name)
    counted++
  }
  assert.equal(counted >= 80, true, `${counted} counted`)
})

test('a file with something wrong is refused whole, each place named in Chinese', () => {
  const wrong = parseCases({
    cases: [
      { name: '甲', facts: [{ type: 'received', on: '2026-02-30' }] },
      { name: '', facts: [] },
      {
        name: '丙',
        facts: [
          { type: 'extended', on: '2026-06-01' },
          { type: 'heard', on: '2026-06-01' },
        ],
      },
      {
        name: '丁',
        facts: [{ type: 'received', on: '1999-12-31', workingDays: 3 }],
        settings: { unheardOf: 1 },
      },
    ],
  })
  assert.deepEqual(wrong, {
    ok: false,
    problems: [
      { at: 'cases[0].facts[0].on', message: '应当是存在的日期，写作 2026-11-21 的样子' },
      { at: 'cases[1].name', message: '每件应当有不超过二百字的名称' },
      { at: 'cases[1].facts', message: '应当是事实的数组，至少一项' },
      { at: 'cases[2].facts[0].workingDays', message: '缺少这一项' },
      {
        at: 'cases[2].facts[1].type',
        message: `应当是 ${factTypes} 之一`,
      },
      { at: 'cases[2].facts', message: '没有 received 或者 arrived，无从起算' },
      { at: 'cases[3].facts[0].on', message: '应当在 2000 年到 2058 年之间' },
      { at: 'cases[3].facts[0].workingDays', message: 'received 没有这一项' },
      { at: 'cases[3].settings.unheardOf', message: '没有这项设置' },
    ],
  })
})

const factTypes =
  'arrived、received、correctionAsked、correctionNoticeServed、corrected、consultationSent、consultationServed、' +
  'consultationAnswered、consultationEnded、extended、reasonsAsked、reasonsGiven、laterDaySet、feeNoticed、' +
  'feeNoticeServed、feePaid、decided、served、withdrawn、handedOver、split、reopened、amended'

test('values that are no cases at all are refused, not thrown at', () => {
  for (const value of [null, 3, 'text', [], {}, { cases: [] }, { cases: 'x' }, [[]], [null]]) {
    assert.equal(parseCases(value).ok, false)
  }
  assert.deepEqual(problemsOfCase({ name: '甲', formedOn: 'soon' }), [
    { at: 'case.formedOn', message: '应当是存在的日期，写作 2026-11-21 的样子' },
  ])
})

test('one case alone, or a bare array, is a file too', () => {
  const one = { name: '甲', facts: [{ type: 'received', on: '2026-06-01' }] }
  assert.equal(parseCases(one).ok, true)
  assert.equal(parseCases([one, one]).ok, true)
})

test('an answer says each reason with its days, its place and the words of the law', () => {
  const answer = answerCase(
    { name: '甲', facts: [{ type: 'received', on: cases[0]?.facts[0]?.on ?? fail(), channel: 'counter' }] },
    calendar,
  )
  assert.deepEqual(answer.because.at(-1), {
    code: 'replyTerm',
    from: '2022-09-30',
    to: '2022-11-02',
    workingDays: 20,
    cites: '33.2',
    place: '第三十三条第二款',
    quote: '应当自收到申请之日起20个工作日内予以答复',
    sentence: '自2022年9月30日的次日起计算20个工作日，至2022年11月2日届满。',
  })
  assert.equal(answer.calendar, calendar.version)
})

const fail = (): never => {
  throw new Error('the file has no first fact')
}
