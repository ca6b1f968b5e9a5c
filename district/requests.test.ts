import assert from 'node:assert/strict'
import test from 'node:test'
import { projectRequest } from '#duties/requests/projection.ts'
import { countCase } from '#duties/requests/rules/counts.ts'
import { checkIntake } from '#duties/requests/rules/intake.ts'
import { isInOrder } from '#duties/requests/rules/order.ts'
import { fold } from '#duties/requests/rules/request.ts'
import { defaultSettings } from '#duties/requests/rules/settings.ts'
import { statusLabels, statusOf } from '#duties/requests/rules/status.ts'
import type { Applicant } from './requests/applicants.ts'
import type { ToldCase } from './requests.ts'
import { countyOf, testSpan } from './testing.ts'

const { area, data } = countyOf('2026')
const { cases } = data
const { calendar, today } = testSpan
const caseOf = ({ telling }: ToldCase) => {
  const c = fold(telling.facts)
  assert.ok(c)
  return c
}
const rowOf = ({ organ, caseId, telling }: ToldCase) =>
  projectRequest(organ.organId, caseId, telling.facts, {
    calendar,
    settings: defaultSettings,
    today,
    now: '',
  })

test('three years of requests at every organ that takes them, more each year', () => {
  assert.ok(cases.length > 1_200 && cases.length < 2_000, `${cases.length}`)
  const asked = new Set(cases.map(({ organ }) => organ.code))
  assert.ok(asked.size >= 34, `${asked.size}`)
  const perYear = ['2024', '2025'].map(
    (year) => cases.filter(({ number }) => number.includes(`〔${year}〕`)).length,
  )
  assert.ok((perYear[0] ?? 0) < (perYear[1] ?? 0))
})

test('every history is lawful: no step lies before what it follows, and none on today or later', () => {
  for (const each of cases) {
    assert.equal(isInOrder(caseOf(each)), true, each.number)
    for (const { happenedOn, recordedAt } of each.telling.facts) {
      assert.ok(happenedOn < today && recordedAt.slice(0, 10) < today, each.number)
    }
  }
})

test('第二十九条: what every applicant wrote passes the check of the portal', () => {
  for (const each of cases) {
    const [sealed] = each.telling.sealed
    const applicant = sealed?.value as Applicant
    const { category, title, description, formWanted, wayWanted } = caseOf(each).intake
    const checked = checkIntake({ ...applicant, category, title, description, formWanted, wayWanted })
    assert.ok('intake' in checked, JSON.stringify(checked))
  }
})

test('numbers of cases run without a gap by organ, kind and year, and no letter number is given twice', () => {
  for (const [key, group] of Map.groupBy(
    cases,
    ({ organ, kind, number }) => `${organ.code} ${kind} ${number.split('〕')[0]}`,
  )) {
    const numbers = group.map(({ number }) => Number(/〕(\d+)号/.exec(number)?.[1]))
    assert.deepEqual(
      numbers,
      numbers.map((_, i) => i + 1),
      key,
    )
  }
  const letters = cases.flatMap(({ telling }) =>
    telling.steps.flatMap(({ facts }) =>
      facts.flatMap(({ fact }) => ('letter' in fact ? [fact.letter.number] : [])),
    ),
  )
  assert.ok(letters.length > 1_000 && !letters.includes(''))
  assert.equal(new Set(letters).size, letters.length)
})

test('the county’s officer finds cases waiting in every way that there is, one of them overdue', () => {
  const [government] = area.organs
  const own = cases.filter(({ organ }) => organ === government)
  const met = new Set(own.map((each) => statusOf(caseOf(each))))
  const rare = ['handedOver', 'split', 'withdrawn']
  for (const status of Object.keys(statusLabels))
    assert.ok(met.has(status as never) || rare.includes(status), status)
  const rows = own.map(rowOf).filter((row) => row.closed_on === null)
  assert.equal(rows.filter((row) => row.due_on !== null && row.due_on < today).length, 1)
})

test('第三十三条: hardly any reply is late, and some are', () => {
  const replied = cases.map(rowOf).filter((row) => row.replied_on && row.due_on)
  const late = replied.filter((row) => (row.replied_on ?? '') > (row.due_on ?? ''))
  assert.ok(late.length > 0 && late.length < replied.length * 0.02, `${late.length} of ${replied.length}`)
})

test('nearly every row of table three is met, and fees are noticed, paid and left unpaid', () => {
  const rows = new Set(
    cases.flatMap(({ telling }) =>
      [2024, 2025].map((year) => countCase(telling.facts, year, `${today}T00:00:00Z`)?.row),
    ),
  )
  assert.ok(rows.size >= 20, `${rows.size}`)
  const types = new Set(cases.flatMap(({ telling }) => telling.facts.map(({ fact }) => fact.type)))
  for (const type of [
    'feeNoticed',
    'feePaid',
    'extended',
    'consultationAnswered',
    'objectionOverruled',
    'laterDaySet',
    'reopened',
  ])
    assert.ok(types.has(type as never), type)
})
