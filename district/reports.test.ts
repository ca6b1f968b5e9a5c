import assert from 'node:assert/strict'
import test from 'node:test'
import { check, findingsOf } from '#duties/annual-report/rules/checks.ts'
import { foldReport } from '#duties/annual-report/rules/lifecycle.ts'
import type { Report } from '#law/report-forms/report.ts'
import type { PublishedReport } from './reports.ts'
import { countyOf } from './testing.ts'
import { wrongReports } from './wrong-on-purpose.ts'

const { data } = countyOf('2026')
const { reports } = data

const wrongOf = ({ organ, year }: PublishedReport) =>
  wrongReports.find((wrong) => wrong.organ === organ.code && wrong.year === year)

const before = ({ organ, year }: PublishedReport): Report | undefined =>
  reports.find((each) => each.organ === organ && each.year === year - 1)?.report

const checksFailed = (each: PublishedReport): string[] => {
  const lastYear = before(each)
  return findingsOf(check({ report: each.report, ...(lastYear ? { lastYear } : {}) })).map(
    (found) => found.check,
  )
}

test('第四十九条: every organ reports on 2024 and 2025, in time, and the report is published', () => {
  assert.equal(reports.filter(({ year }) => year === 2024).length, 39)
  assert.equal(reports.filter(({ year }) => year === 2025).length, 38)
  for (const { organ, year, facts } of reports) {
    const c = foldReport(facts)
    assert.equal(c.status, 'published')
    const latest = organ.kind === 'government' ? `${year + 1}-03-31` : `${year + 1}-01-31`
    assert.ok((facts.at(-1)?.happenedOn ?? '9999') <= latest, organ.code)
  }
})

test('each report that is wrong on purpose trips the check that it is listed with', () => {
  assert.ok(wrongReports.length >= 10)
  for (const wrong of wrongReports) {
    const found = reports.find((each) => wrongOf(each) === wrong)
    assert.ok(found, `${wrong.organ} ${wrong.year}`)
    assert.ok(checksFailed(found).includes(wrong.check), `${wrong.organ} ${wrong.year} ${wrong.check}`)
  }
})

test('every other report is right in every check', () => {
  for (const each of reports) {
    if (!wrongOf(each)) assert.deepEqual(checksFailed(each), [], `${each.organ.code} ${each.year}`)
  }
})
