import type { Transaction } from 'kysely'
import { projectRemedy } from '#duties/remedies/projection.ts'
import { caseSeries, letterSeries } from '#duties/requests/numbers.ts'
import { projectRequest } from '#duties/requests/projection.ts'
import { defaultSettings } from '#duties/requests/rules/settings.ts'
import type { Database } from '#platform/database/schema.ts'
import { appendMany, chained } from '#platform/ledger/ledger.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Platform } from '#platform/platform.ts'
import { yearOf } from '#time/day.ts'
import type { Span } from '../items.ts'
import type { Organ } from '../organ.ts'
import type { Remedy } from '../remedies.ts'
import type { ToSeal } from '../requests/tell.ts'
import type { ToldCase } from '../requests.ts'
import { insertMany } from './insert.ts'

const duty = 'requests'

/** Writes requests: personal data sealed, facts chained, the rows that lists read, the numbers used. */
export async function plantCases(
  tx: Transaction<Database>,
  platform: Platform,
  cases: readonly ToldCase[],
  { calendar, today }: Span,
): Promise<void> {
  const now = platform.now().toISOString()
  const given = { calendar, settings: defaultSettings, today, now }
  await insertMany(
    tx,
    'sealed',
    cases.flatMap(({ organ, caseId, telling }) =>
      sealedOf(platform, { organ, caseId, sealed: telling.sealed }),
    ),
  )
  await appendMany(tx, cases.flatMap(factsOf))
  await insertMany(
    tx,
    'request_row',
    cases.map(({ organ, caseId, telling }) => projectRequest(organ.organId, caseId, telling.facts, given)),
  )
  await insertMany(tx, 'number_series', seriesOf(cases))
}

const sealedOf = (
  { seal }: Platform,
  { organ, caseId, sealed }: { organ: Organ; caseId: string; sealed: readonly ToSeal[] },
) =>
  sealed.map(({ sealedId, value }) => ({
    organ_id: organ.organId,
    sealed_id: sealedId,
    case_id: caseId,
    ciphertext: seal.sealJson(value, sealedId),
  }))

/** The facts of a case as they rest: every step chained to the one before. */
function factsOf({ organ, caseId, telling }: ToldCase): FactRow[] {
  const rows: FactRow[] = []
  for (const { askId, by, recordedAt, facts } of telling.steps) {
    const step = {
      organId: organ.organId,
      duty,
      caseId,
      seenSeq: rows.length,
      facts: facts.map(({ fact: { type, ...body }, happenedOn }) => ({ type, happenedOn, body })),
      recordedBy: by,
      recordedAt,
      askId,
    }
    rows.push(...chained(step, rows.at(-1)))
  }
  return rows
}

interface Series {
  readonly organ_id: string
  readonly series: string
  readonly year: number
  last: number
}

/** How far the numbers of cases and letters have run, by organ and year. */
function seriesOf(cases: readonly ToldCase[]): Series[] {
  const all = new Map<string, Series>()
  const count = (organ_id: string, series: string, year: number) => {
    const key = `${organ_id} ${series} ${year}`
    const known = all.get(key)
    if (known) known.last++
    else all.set(key, { organ_id, series, year, last: 1 })
  }
  for (const { organ, kind, telling } of cases) {
    const [first] = telling.facts
    if (first) count(organ.organId, caseSeries(kind), yearOf(first.happenedOn))
    for (const { fact, happenedOn } of telling.facts) {
      if ('letter' in fact) count(organ.organId, letterSeries, yearOf(happenedOn))
    }
  }
  return [...all.values()]
}

/** Writes reconsiderations and lawsuits: facts chained, personal data sealed, the rows that lists read. */
export async function plantRemedies(
  tx: Transaction<Database>,
  platform: Platform,
  remedies: readonly Remedy[],
): Promise<void> {
  const now = platform.now().toISOString()
  await insertMany(
    tx,
    'sealed',
    remedies.flatMap((each) => sealedOf(platform, each)),
  )
  await appendMany(tx, remedies.flatMap(remedyFacts))
  await insertMany(
    tx,
    'remedy_row',
    remedies.map(({ organ, caseId, facts }) => projectRemedy(organ.organId, caseId, facts, now)),
  )
}

function remedyFacts({ organ, caseId, facts }: Remedy): FactRow[] {
  const rows: FactRow[] = []
  for (const { fact, happenedOn, recordedAt, recordedBy } of facts) {
    const { type, ...body } = fact
    const step = {
      organId: organ.organId,
      duty: 'remedies',
      caseId,
      seenSeq: rows.length,
      facts: [{ type, happenedOn, body }],
      recordedBy,
      recordedAt,
      // One step is one fact here: an id of its own, made from the case's.
      askId: `${caseId}/${rows.length + 1}`,
    }
    rows.push(...chained(step, rows.at(-1)))
  }
  return rows
}
