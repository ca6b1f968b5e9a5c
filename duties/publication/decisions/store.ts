import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { append, read } from '#platform/ledger/ledger.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Day } from '#time/day.ts'
import { dayKey } from '../list-key.ts'
import { foldDecision, lastOf } from '../rules/decisions/decision.ts'
import type { DecisionFact, RecordedDecision, Said } from '../rules/decisions/facts.ts'
import type { DecisionRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** The name of major decisions in the ledger. */
export const duty = 'decisions'

const recordedOf = (row: FactRow): RecordedDecision => ({
  seq: row.seq,
  happenedOn: row.happened_on as Day,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  fact: { type: row.type, ...(row.body as object) } as DecisionFact,
})

/** The facts of a decision of one organ; none where that organ has no such decision. */
export const decisionFacts = async (
  db: Db,
  organId: string,
  decisionId: string,
): Promise<RecordedDecision[]> =>
  (await read(db, organId, decisionId)).filter((row) => row.duty === duty).map(recordedOf)

const day = (said: Said | undefined, name: string): string | null => {
  const value = said?.[name]
  return typeof value === 'string' ? value : null
}

/** The row that lists read, folded from the facts alone. Throws for facts in which nothing was listed. */
function rowOf(
  organId: string,
  decisionId: string,
  facts: readonly RecordedDecision[],
  now: string,
): DecisionRow {
  const d = foldDecision(facts)
  if (!d) throw new Error(`decision ${decisionId} was never listed`)
  const asked = lastOf(d, 'openSolicitation')
  return {
    organ_id: organId,
    decision_id: decisionId,
    seq: d.seq,
    title: d.title,
    drafter: d.drafter,
    listed_on: d.listedOn,
    opinions_from: asked?.on ?? null,
    opinions_until: day(asked?.said, 'until'),
    published_on: lastOf(d, 'publish')?.on ?? null,
    ended_on: lastOf(d, 'end')?.on ?? null,
    updated_at: now,
  }
}

async function saveRow(tx: Db, row: DecisionRow): Promise<void> {
  const { organ_id: _organ, decision_id: _decision, ...changing } = row
  await tx
    .insertInto('decision_row')
    .values(row)
    .onConflict((conflict) => conflict.columns(['organ_id', 'decision_id']).doUpdateSet(changing))
    .execute()
}

export interface ToRecord {
  organId: string
  decisionId: string
  askId: string
  seenSeq: number
  fact: DecisionFact
  happenedOn: Day
  by: string
  /** ISO instant */
  at: string
}

/** Records a step and its row, in the caller's transaction; the new seq, or undefined where somebody was first. */
export async function recordDecision(
  tx: Transaction<Database>,
  whole: ToRecord,
): Promise<number | undefined> {
  const { organId, decisionId, askId, seenSeq, happenedOn, fact, by, at } = whole
  const { type, ...body } = fact
  const step = { organId, duty, caseId: decisionId, seenSeq, askId, recordedBy: by, recordedAt: at }
  const appended = await append(tx, { ...step, facts: [{ type, happenedOn, body }] })
  if (appended.kind === 'movedOn') return undefined
  const facts = await decisionFacts(tx, organId, decisionId)
  await saveRow(tx, rowOf(organId, decisionId, facts, at))
  return facts.at(-1)?.seq
}

/** Whether this very form was recorded before: sent twice, it counts once. */
export async function wasRecorded(
  db: Db,
  organId: string,
  decisionId: string,
  askId: string,
): Promise<boolean> {
  return (await read(db, organId, decisionId)).some((row) => row.ask_id === askId)
}

/** One page of the decisions of an organ, newest first; of all organs where none is named. */
export async function decisionPage(
  db: Db,
  { organId, after, limit }: { organId?: string | undefined; after?: string | undefined; limit: number },
): Promise<{ rows: DecisionRow[]; next: string | null }> {
  const key = dayKey(after)
  let query = db.selectFrom('decision_row').selectAll()
  if (organId) query = query.where('organ_id', '=', organId)
  if (key) query = query.where(sql<boolean>`(listed_on, decision_id) < (${key.at}::date, ${key.id}::uuid)`)
  const rows = await query
    .orderBy('listed_on', 'desc')
    .orderBy('decision_id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? `${last.listed_on}~${last.decision_id}` : null }
}

/** The decisions about which opinions may be handed in on a day, the soonest to close first. */
export const openForOpinions = (db: Db, today: Day, limit: number): Promise<DecisionRow[]> =>
  db
    .selectFrom('decision_row')
    .selectAll()
    .where('opinions_until', '>=', today)
    .where('opinions_from', '<=', today)
    .where('published_on', 'is', null)
    .where('ended_on', 'is', null)
    .orderBy('opinions_until')
    .limit(limit)
    .execute()

/** Writes the rows again from the facts alone; gives how many. */
export async function rebuildDecisions(db: Kysely<Database>, now: string): Promise<number> {
  const cases = await db
    .selectFrom('fact')
    .select(['organ_id', 'case_id'])
    .where('duty', '=', duty)
    .where('seq', '=', 1)
    .execute()
  for (const { organ_id: organId, case_id: id } of cases)
    await saveRow(db, rowOf(organId, id, await decisionFacts(db, organId, id), now))
  return cases.length
}
