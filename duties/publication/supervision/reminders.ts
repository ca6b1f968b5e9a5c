import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { caseIdFrom } from '#platform/ledger/case-id.ts'
import { append, read } from '#platform/ledger/ledger.ts'
import { organsById, supervises } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import { type IndicatorName, indicatorOf, isIndicator } from '../rules/supervision/indicators.ts'
import {
  foldReminder,
  type RecordedReminder,
  type ReminderFact,
  type ReminderRefusal,
} from '../rules/supervision/reminder.ts'
import type { AnswerAsk, RemindAsk, Reminder } from './contract.ts'
import { mayRemindFrom } from './roles.ts'
import type { PublicationReminderRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** The name of the reminders in the ledger. */
export const duty = 'publicationReminders'

export type ReminderAnswer = { kind: 'done'; reminderId: string } | { kind: 'refused'; code: ReminderRefusal }
const refused = (code: ReminderRefusal): ReminderAnswer => ({ kind: 'refused', code })

async function factsOf(db: Db, organId: string, id: string): Promise<RecordedReminder[]> {
  const rows = await read(db, organId, id)
  return rows
    .filter((row) => row.duty === duty)
    .map((row) => ({
      seq: row.seq,
      happenedOn: row.happened_on as Day,
      fact: { type: row.type, ...(row.body as object) } as ReminderFact,
    }))
}

async function saveRow(tx: Db, organId: string, id: string): Promise<void> {
  const kept = foldReminder(await factsOf(tx, organId, id))
  if (!kept) return
  const { seq, fromId, indicator, about, address, words, sentOn, answerBy, answeredOn, answer } = kept
  const row = {
    ...{ organ_id: organId, reminder_id: id, seq, from_id: fromId, indicator, about, address, words },
    ...{ sent_on: sentOn, answer_by: answerBy, answered_on: answeredOn, answer },
  }
  await tx
    .insertInto('publication_reminder')
    .values(row)
    .onConflict((on) => on.columns(['organ_id', 'reminder_id']).doUpdateSet(row))
    .execute()
}

interface Step {
  organId: string
  id: string
  askId: string
  seenSeq: number
  fact: ReminderFact
  by: string
}

const record = (platform: Platform, { organId, id, askId, seenSeq, fact, by }: Step): Promise<boolean> =>
  platform.db.transaction().execute(async (tx) => {
    const { type, ...body } = fact
    const step = { organId, duty, caseId: id, seenSeq, askId, recordedBy: by }
    const facts = [{ type, happenedOn: platform.today(), body }]
    const appended = await append(tx, { ...step, facts, recordedAt: platform.now().toISOString() })
    if (appended.kind === 'recorded') await saveRow(tx, organId, id)
    return appended.kind !== 'movedOn'
  })

/** Reminds an organ below of something that fails, with its page and a day by which to answer. */
export async function remind(
  platform: Platform,
  actor: Actor,
  organId: string,
  { askId, fromId, indicator, about, address, words, answerBy }: RemindAsk,
): Promise<ReminderAnswer> {
  const may = mayRemindFrom(actor, fromId) && (await supervises(platform.db, fromId, organId))
  if (!may) return refused('notAbove')
  if (answerBy < platform.today()) return refused('dayPassed')
  const id = caseIdFrom(`reminders ${organId} ${askId}`)
  const said = { fromId, indicator, about, address, words, answerBy: answerBy as Day }
  const fact = { type: 'reminded' as const, ...said }
  await record(platform, { organId, id, askId, seenSeq: 0, fact, by: actor.personId })
  return { kind: 'done', reminderId: id }
}

/** Answers a reminder: what was done about it. */
export async function answerReminder(
  platform: Platform,
  actor: Actor,
  { organId, reminderId, askId, seenSeq, answer }: AnswerAsk & { organId: string; reminderId: string },
): Promise<ReminderAnswer> {
  const kept = foldReminder(await factsOf(platform.db, organId, reminderId))
  if (!kept) return refused('notFound')
  const fact = { type: 'answered' as const, answer }
  if (kept.answeredOn) return refused('isAnswered')
  const done = await record(platform, { organId, id: reminderId, askId, seenSeq, fact, by: actor.personId })
  return done ? { kind: 'done', reminderId } : refused('isAnswered')
}

const labelOf = (indicator: string): string => (isIndicator(indicator) ? indicatorOf(indicator).label : '')

async function shown(platform: Platform, rows: readonly PublicationReminderRow[]): Promise<Reminder[]> {
  const today = platform.today()
  const organs = await organsById(platform.db, [...new Set(rows.map((row) => row.from_id))], today)
  const names = new Map(organs.map(({ organId, name }) => [organId, name]))
  return rows.map((row) => ({
    ...{ reminderId: row.reminder_id, seq: row.seq, fromName: names.get(row.from_id) ?? '' },
    ...{ indicator: row.indicator as IndicatorName, indicatorLabel: labelOf(row.indicator) },
    ...{ about: row.about, address: row.address, words: row.words, sentOn: row.sent_on },
    ...{ answerBy: row.answer_by, late: row.answered_on === null && row.answer_by < today },
    ...{ answeredOn: row.answered_on, answer: row.answer },
  }))
}

/** The reminders of an organ: those that wait for an answer, or all, newest first; at most a hundred. */
export async function remindersOf(
  platform: Platform,
  organId: string,
  { open = false }: { open?: boolean } = {},
): Promise<Reminder[]> {
  const { rows } = await sql<PublicationReminderRow>`
    select * from publication_reminder
    where organ_id = ${organId} ${open ? sql`and answered_on is null` : sql``}
    order by sent_on desc, reminder_id desc limit 100`.execute(platform.db)
  return shown(platform, rows)
}

/** Writes the rows of the reminders again from the facts alone; gives how many. */
export async function rebuildReminders(db: Kysely<Database>): Promise<number> {
  const found = await db
    .selectFrom('fact')
    .select(['organ_id', 'case_id'])
    .where('duty', '=', duty)
    .where('seq', '=', 1)
    .execute()
  for (const { organ_id, case_id } of found) await saveRow(db, organ_id, case_id)
  return found.length
}
