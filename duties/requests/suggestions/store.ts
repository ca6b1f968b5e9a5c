import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { publishedItems } from '#duties/publication/store.ts'
import { citedOf } from '#law/citation.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import { personNames } from '../names.ts'
import { articles } from '../rules/articles.ts'
import { outcomeCodes, outcomes } from '../rules/outcomes.ts'
import {
  type RecordedThing,
  standingAnswer,
  suggestionAnswers,
  suggestionGrounds,
  type ThingFact,
} from '../rules/suggestions.ts'
import { settingsOf } from '../settings-store.ts'
import type { RequestThingFactRow } from '../tables.ts'
import type { Suggestion, Suggestions } from './contract.ts'
import { suggestionCounts } from './counts.ts'

type Db = Kysely<Database> | Transaction<Database>

const shown = 100

const recordedOf = (row: Selectable<RequestThingFactRow>): RecordedThing => ({
  seq: row.seq,
  happenedOn: row.happened_on as Day,
  caseId: row.case_id,
  recordedBy: row.recorded_by,
  fact: { type: row.type, ...(row.body as object) } as ThingFact,
})

/** What was said of these things at an organ, each in order. */
export async function thingFacts(
  db: Db,
  organId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, RecordedThing[]>> {
  const rows = await db
    .selectFrom('request_thing_fact')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('title_key', '=', sql<string>`any(${[...keys]}::text[])`)
    .orderBy('title_key')
    .orderBy('seq')
    .execute()
  const found = Map.groupBy(rows, (row) => row.title_key)
  return new Map([...found].map(([key, facts]) => [key, facts.map(recordedOf)]))
}

const grantingCodes = outcomeCodes.filter((code) => outcomes[code].discloses)

type Listed = Omit<Suggestion, 'seq' | 'since' | 'said'>

// Goes from the things to their cases by an index: the cost grows with what is listed, not with the cases.
const listed = (organId: string, from: number, state: 'open' | 'dealt') => sql<Listed>`
  with things as (
    select * from request_thing
    where organ_id = ${organId} and (suggested > 0 or answer is not null or applicants >= ${from})
      and (answer is null) = ${state === 'open'}
    order by suggested > 0 desc, applicants desc, title_key limit ${shown})
  select t.title_key as key, r.title, t.applicants, t.suggested, r.last_on as "lastOn", r.granted, r.cases
  from things t cross join lateral (
    select coalesce(max(title), '') as title, max(received_on) as last_on,
      count(distinct applicant_index)::int as applicants,
      (count(*) filter (where outcome = any(${grantingCodes}::text[])))::int as granted,
      coalesce((array_agg(jsonb_build_object('caseId', case_id, 'number', number, 'title', title)
        order by received_on desc nulls last))[1:20], '{}') as cases
    from request_row
    where organ_id = t.organ_id and title_key = t.title_key and title_key <> '' and kind = 'request'
      and status <> 'split') r
  order by t.suggested > 0 desc, t.applicants desc, r.last_on desc nulls last, t.title_key`

interface Said {
  people: ReadonlyMap<string, string>
  items: ReadonlyMap<string, { title: string; address: string }>
  numbers: ReadonlyMap<string, string>
}

const wordsOf = ({ fact, caseId, recordedBy }: RecordedThing, { people, numbers }: Said): string => {
  if (fact.type === 'suggested')
    return `${numbers.get(caseId ?? '') ?? ''}的申请人建议主动公开：${suggestionGrounds[fact.ground]}`
  const who = people.get(recordedBy) ?? ''
  const said = `${suggestionAnswers[fact.type]}（${who}记录）`
  return fact.type === 'published' ? said : `${said}：${fact.reason}`
}

const saidOf = (each: RecordedThing, said: Said): Suggestion['said'][number] => ({
  on: each.happenedOn,
  type: each.fact.type,
  words: wordsOf(each, said),
  item: each.fact.type === 'published' ? (said.items.get(each.fact.itemId) ?? null) : null,
})

async function namesFor(platform: Platform, organId: string, facts: readonly RecordedThing[]): Promise<Said> {
  const itemIds = facts.flatMap(({ fact }) => (fact.type === 'published' ? [fact.itemId] : []))
  const caseIds = facts.flatMap(({ caseId }) => caseId ?? [])
  const [people, items, cases] = await Promise.all([
    personNames(
      platform,
      facts.map(({ recordedBy }) => recordedBy),
    ),
    itemIds.length === 0 ? [] : publishedItems(platform.db, { organId, itemIds }, platform.today()),
    caseIds.length === 0
      ? []
      : platform.db
          .selectFrom('request_row')
          .select(['case_id', 'number'])
          .where('organ_id', '=', organId)
          .where('case_id', 'in', caseIds)
          .execute(),
  ])
  return {
    people,
    items: new Map(items.map(({ itemId, title, address }) => [itemId, { title, address }])),
    numbers: new Map(cases.map((row) => [row.case_id, row.number])),
  }
}

const wholeOf = (one: Listed, facts: readonly RecordedThing[], said: Said): Suggestion => {
  const answer = standingAnswer(facts)
  return {
    ...one,
    seq: facts.at(-1)?.seq ?? 0,
    since: answer ? Math.max(0, one.applicants - answer.fact.applicants) : null,
    said: facts.map((each) => saidOf(each, said)),
  }
}

/**
 * What several applicants asked of the organ, or one suggested to publish (第四十四条): what waits for an answer, or
 * what has one; what was suggested first, then what most asked for; at most 100.
 */
export async function suggestionsOf(
  platform: Platform,
  organId: string,
  state: 'open' | 'dealt',
): Promise<Suggestions> {
  const { db } = platform
  const { severalApplicants: from } = await settingsOf(db, organId)
  const [{ rows }, counts] = await Promise.all([
    listed(organId, from, state).execute(db),
    suggestionCounts(db, organId),
  ])
  const facts = await thingFacts(
    db,
    organId,
    rows.map(({ key }) => key),
  )
  const said = await namesFor(platform, organId, [...facts.values()].flat())
  return {
    suggestions: rows.map((one) => wholeOf(one, facts.get(one.key) ?? [], said)),
    counts,
    from,
    cites: [articles.severalApplicants, articles.applicantSuggests].map(citedOf),
  }
}
