import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countedCases } from '#duties/requests/counted-cases.ts'
import { projectRequest } from '#duties/requests/projection.ts'
import { countCase, rowIn } from '#duties/requests/rules/counts.ts'
import type { Recorded } from '#duties/requests/rules/facts.ts'
import { history } from '#duties/requests/rules/histories.ts'
import { dice, idOf } from '#duties/requests/rules/histories-words.ts'
import { defaultSettings, type RequestSettings } from '#duties/requests/rules/settings.ts'
import { duty, saveRow } from '#duties/requests/store.ts'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { forms } from '#law/report-forms/forms.ts'
import { testOrgan } from '#platform/http/testing.ts'
import { appendMany, chained } from '#platform/ledger/ledger.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { calendarOf } from '#time/calendar.ts'
import { day, plusDays } from '#time/day.ts'
import { brokenIdentities, compile } from './rules/compile.ts'

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })
const upTo = day('2026-10-31')
const told = (seed: number) =>
  history(seed, { calendar, from: plusDays(day('2024-03-01'), seed % 800), upTo })
const settings = (resultOn: RequestSettings['resultOn']): RequestSettings => ({
  ...defaultSettings,
  resultOn,
})

test('第五十条: whatever the rules allowed, the compiled report keeps every identity of its form', () => {
  const seeds = fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: 0, maxLength: 25 })
  const given = fc.record({
    seeds,
    year: fc.integer({ min: 2024, max: 2026 }),
    cutOff: fc
      .integer({ min: 0, max: 950 })
      .map((days) => `${plusDays(day('2024-03-01'), days)}T16:00:00.000Z`),
    resultOn: fc.constantFrom('served' as const, 'decided' as const),
    form: fc.constantFrom(...forms),
  })
  const property = fc.property(given, ({ seeds: all, year, cutOff, resultOn, form }) => {
    const requests = all.flatMap((seed) => {
      const count = countCase(told(seed), year, cutOff, settings(resultOn))
      if (!count) return []
      const { column, carriedIn, carriedOut, row } = count
      return [
        {
          caseId: String(seed),
          column,
          received: count.new,
          carriedIn,
          carriedOut,
          row: row && rowIn(form.id, row),
        },
      ]
    })
    const { report } = compile({
      form,
      organ: { name: '清溪县民政局' },
      year,
      requests,
      remedies: [],
      entries: [],
    })
    assert.deepEqual(brokenIdentities(form, report), [])
  })
  fc.assert(property, { numRuns: 120 })
})

test('counting from rows gives what folding every case gives, for any cut-off and either day of the result', async (t) => {
  const { platform } = await testPlatform(t, '2026-11-01T00:00:00Z')
  const { db } = platform
  const organId = await testOrgan(db, 'MZJ')
  const cases = new Map<string, readonly Recorded[]>()
  for (let seed = 1; seed <= 260; seed++) {
    const caseId = idOf(dice(seed + 9000))
    const facts = told(seed)
    cases.set(caseId, facts)
    const whole = {
      organId,
      duty,
      caseId,
      seenSeq: 0,
      recordedBy: 'p',
      askId: caseId,
      recordedAt: '2026-01-01T00:00:00Z',
    }
    const rows = chained(
      {
        ...whole,
        facts: facts.map(({ fact: { type, ...body }, happenedOn }) => ({ type, happenedOn, body })),
      },
      undefined,
    ).map((row, index) => ({ ...row, recorded_at: facts[index]?.recordedAt ?? row.recorded_at }))
    await appendMany(db, rows)
    const now = facts.at(-1)?.recordedAt ?? ''
    const row = projectRequest(organId, caseId, facts, {
      calendar,
      settings: defaultSettings,
      today: upTo,
      now,
    })
    await saveRow(db, { ...row, number: `清民公申〔2026〕${seed}号` })
  }
  for (const year of [2024, 2025, 2026])
    for (const cutOff of ['2025-01-20T00:00:00.000Z', '2025-12-31T16:00:00.000Z', '2026-11-01T00:00:00.000Z'])
      for (const resultOn of ['served', 'decided'] as const) {
        const ask = { organId, year, cutOff, settings: settings(resultOn) }
        const found = (await countedCases(db, ask)).flatMap(({ caseIds, ...count }) =>
          caseIds.map((id) => [id, count] as const),
        )
        const folded = [...cases].flatMap(([id, facts]) => {
          const count = countCase(facts, year, cutOff, settings(resultOn))
          return count ? [[id, count] as const] : []
        })
        assert.deepEqual(
          new Map(found.toSorted()),
          new Map(folded.toSorted()),
          `${year} ${cutOff} ${resultOn}`,
        )
        assert.equal(found.length, folded.length)
      }
})
