import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { answerCase, differences } from './case-answer.ts'
import { parseCases } from './case-file.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })
const file = new URL('../../../law/cases/deadlines.json', import.meta.url)
const parsed = parseCases(JSON.parse(readFileSync(file, 'utf8')))
assert.equal(parsed.ok, true)
const cases = parsed.ok ? parsed.cases : []

for (const one of cases) {
  test(one.name, () => {
    assert.deepEqual(differences(one, answerCase(one, calendar)), [])
  })
}
