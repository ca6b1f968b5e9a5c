import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { beforeFirst, hashOf } from './chain.ts'
import type { FactRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** A fact about to be recorded. `happenedOn` is the legal day, as text. */
export interface FactToRecord {
  type: string
  happenedOn: string
  body: object
}

export interface Append {
  organId: string
  duty: string
  caseId: string
  /** The last fact the person saw; 0 opens the case. */
  seenSeq: number
  facts: readonly FactToRecord[]
  recordedBy: string
  /** ISO instant */
  recordedAt: string
  /** One id for one step sent: sent twice, it is recorded once. */
  askId: string
  /** The facts of the case as the caller has just read them, in their order: then they are not read again here. */
  known?: readonly FactRow[]
}

/** `again`: the very step was recorded before. `movedOn`: somebody else recorded a step first. */
export type Appended =
  | { kind: 'recorded'; facts: FactRow[] }
  | { kind: 'again'; facts: FactRow[] }
  | { kind: 'movedOn'; seq: number }

/** The rows of an append, numbered and chained after `last`; nothing is written. */
export function chained(append: Append, last: Pick<FactRow, 'seq' | 'hash'> | undefined): FactRow[] {
  const rows: FactRow[] = []
  const recordedAt = new Date(append.recordedAt).toISOString()
  let before = last?.hash ?? beforeFirst
  for (const [i, { type, happenedOn, body }] of append.facts.entries()) {
    const row = {
      organ_id: append.organId,
      duty: append.duty,
      case_id: append.caseId,
      seq: (last?.seq ?? 0) + i + 1,
      type,
      happened_on: happenedOn,
      recorded_at: recordedAt,
      recorded_by: append.recordedBy,
      ask_id: append.askId,
      body: plain(body),
      hash_before: before,
    }
    before = hashOf(row)
    rows.push({ ...row, hash: before })
  }
  return rows
}

// What jsonb can hold: no NUL, no half of a character, nothing undefined.
const plain = (body: object): object =>
  JSON.parse(JSON.stringify(body), (_, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  )

/**
 * Appends the facts of one step to a case, in the caller's transaction. Two people at the same case at once
 * meet at the primary key: the second is told `movedOn` and nothing of it is recorded.
 */
export async function append(tx: Transaction<Database>, ask: Append): Promise<Appended> {
  const sent = ask.known ? ask.known.filter((row) => row.ask_id === ask.askId) : await factsOfAsk(tx, ask)
  if (sent.length > 0) return { kind: 'again', facts: sent }
  // Where the caller's reading is stale, the primary key says so below.
  const last = ask.known ? ask.known.at(-1) : await lastOf(tx, ask.organId, ask.caseId)
  if ((last?.seq ?? 0) !== ask.seenSeq) return { kind: 'movedOn', seq: last?.seq ?? 0 }
  const rows = chained(ask, last)
  if (rows.length === 0) return { kind: 'recorded', facts: rows }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('fact')
    .values(rows.map((row) => ({ ...row, body: sql`${JSON.stringify(row.body)}::jsonb` })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (Number(numInsertedOrUpdatedRows) === rows.length) return { kind: 'recorded', facts: rows }
  if (Number(numInsertedOrUpdatedRows) > 0) throw new Error('a step was recorded in part')
  const now = await factsOfAsk(tx, ask)
  if (now.length > 0) return { kind: 'again', facts: now }
  return { kind: 'movedOn', seq: (await lastOf(tx, ask.organId, ask.caseId))?.seq ?? 0 }
}

/** Inserts facts already chained by `chained`, many at once: for seeding and imports into cases that are new. */
export async function appendMany(db: Db, rows: readonly FactRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 1000) {
    const part = JSON.stringify(rows.slice(i, i + 1000))
    await sql`insert into fact select * from jsonb_populate_recordset(null::fact, ${part}::jsonb)`.execute(db)
  }
}

/** The facts of a case in their order; none where that organ has no such case. */
export const read = (db: Db, organId: string, caseId: string): Promise<FactRow[]> =>
  db
    .selectFrom('fact')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute()

const factsOfAsk = (db: Db, { organId, caseId, askId }: Append): Promise<FactRow[]> =>
  db
    .selectFrom('fact')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .where('ask_id', '=', askId)
    .orderBy('seq')
    .execute()

const lastOf = (db: Db, organId: string, caseId: string) =>
  db
    .selectFrom('fact')
    .select(['seq', 'hash'])
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
