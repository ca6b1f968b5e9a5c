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

const failedBy = (report: Report, lastYear: Report | undefined): string[] =>
  findingsOf(check({ report, ...(lastYear ? { lastYear } : {}) })).map((found) => found.check)

const firstPublished = ({ facts, report }: PublishedReport): Report =>
  foldReport(facts).versions[0]?.report ?? report

test('第四十九条: every organ reports on 2024 and 2025, in time, and the report is published', () => {
  assert.equal(reports.filter(({ year }) => year === 2024).length, 39)
  assert.equal(reports.filter(({ year }) => year === 2025).length, 38)
  for (const { organ, year, facts } of reports) {
    const { versions } = foldReport(facts)
    const latest = organ.kind === 'government' ? `${year + 1}-03-31` : `${year + 1}-01-31`
    assert.ok((versions[0]?.at ?? '9999') < `${latest}T24`, organ.code)
  }
})

test('each report that is wrong on purpose trips the check that it is listed with', () => {
  assert.ok(wrongReports.length >= 10)
  for (const wrong of wrongReports) {
    const found = reports.find((each) => wrongOf(each) === wrong)
    assert.ok(found, `${wrong.organ} ${wrong.year}`)
    const failed = failedBy(firstPublished(found), before(found))
    assert.ok(failed.includes(wrong.check), `${wrong.organ} ${wrong.year} ${wrong.check}`)
  }
})

test('every other report is right in every check; so is what was corrected', () => {
  for (const each of reports) {
    if (each.report.merges) continue
    const wrong = wrongOf(each)
    if (!wrong || wrong.found)
      assert.deepEqual(failedBy(each.report, before(each)), [], `${each.organ.code} ${each.year}`)
  }
})

test('第四十九条: the county merges every organ of both years, adds them up cell by cell, and publishes', () => {
  for (const year of [2024, 2025]) {
    const merged = reports.find((each) => each.year === year && each.organ.code === 'qingxi')
    const below = reports.filter((each) => each.year === year && each !== merged)
    assert.deepEqual(
      new Set(merged?.report.merges),
      new Set([merged, ...below].map((each) => each?.organ.organId)),
    )
    const { status, explanations } = foldReport(merged?.facts ?? [])
    assert.equal(status, 'published')
    const open = findingsOf(check({ report: merged?.report ?? assert.fail() })).filter(
      ({ severity }) => severity === 'blocks',
    )
    assert.deepEqual(open, [])
    assert.ok(explanations.every(({ words }) => words !== ''))
  }
})
