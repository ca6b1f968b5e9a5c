import { sql, type Transaction } from 'kysely'
import { calendarFor } from '#platform/calendar/calendar-store.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Task } from '#platform/jobs/run.ts'
import { sendMail } from '#platform/mail/mail.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, plusDays } from '#time/day.ts'
import { unexplainedSince } from '../register/unexplained.ts'
import { type Awaited, type DeskAlert, deskAlert, tellsDaysBack } from '../rules/supervision/alerts.ts'
import { settingsOf } from '../settings-store.ts'
import { inspectionOf } from './settings-store.ts'

type Tx = Transaction<Database>

const everyMorning = 'publication.remind'
const ofOrgan = 'publication.remindOrgan'
/** Half past seven in Shanghai, on the day before in UTC. */
const hourOfMorning = 'T23:30:00Z'
/** An interpretation may be asked for within 60 working days: so far back a document can still be near its day. */
const documentsBack = 150

interface Due {
  itemId: string
  indexNumber: string
  draftedBy: string
  awaited: Awaited
  on: Day
}

interface Told extends Due {
  alert: DeskAlert
}

async function openItems(tx: Tx, organId: string, [from, until]: readonly [Day, Day]): Promise<Due[]> {
  const rows = await tx
    .selectFrom('item_row')
    .select(['item_id', 'index_number', 'drafted_by', 'due_on'])
    .where('organ_id', '=', organId)
    .where('open', '=', true)
    .where('due_on', '>=', from)
    .where('due_on', '<=', until)
    .orderBy('due_on')
    .orderBy('item_id')
    .execute()
  return rows.map((row) => ({
    ...{ itemId: row.item_id, indexNumber: row.index_number, draftedBy: row.drafted_by },
    ...{ awaited: 'release' as const, on: row.due_on as Day },
  }))
}

/** What of an organ is due or overdue and was not told of yet: items to be released, documents to be interpreted. */
async function dueOf(tx: Tx, organId: string, today: Day): Promise<Told[]> {
  const { soonDays } = await inspectionOf(tx, organId)
  const { interpretationWorkingDays: workingDays } = await settingsOf(tx, organId)
  const calendar = await calendarFor(tx, organId)
  const asked = { since: plusDays(today, -documentsBack), today, workingDays, calendar }
  const documents = await unexplainedSince(tx, organId, asked)
  const due: Due[] = [
    ...(await openItems(tx, organId, [plusDays(today, -tellsDaysBack), plusDays(today, soonDays)])),
    ...documents.map((each) => ({ ...each, awaited: 'interpretation' as const })),
  ]
  const alerted = due.flatMap((each) => {
    const alert = deskAlert(each.awaited, each.on, { today, soonDays })
    return alert ? [{ ...each, alert }] : []
  })
  const sent = await tx
    .selectFrom('alert_sent')
    .select(['case_id', 'key'])
    .where('organ_id', '=', organId)
    .where('case_id', '=', sql<string>`any(${alerted.map(({ itemId }) => itemId)}::uuid[])`)
    .execute()
  const known = new Set(sent.map((row) => `${row.case_id} ${row.key}`))
  return alerted.filter(({ itemId, alert }) => !known.has(`${itemId} ${alert.key}`))
}

interface Person {
  person_id: string
  email: string
  role: string
  covers_for: string | null
}

/** Who is told: who drafted it and who stands in for them today, and the heads of the office. */
async function readersOf(tx: Tx, organId: string, today: Day) {
  const { rows } = await sql<Person>`
    select p.person_id, p.email, h.role, h.covers_for
    from role_holding h join person p on p.person_id = h.person_id
    where h.organ_id = ${organId} and p.active and h.from_on <= ${today}
      and (h.until_on is null or h.until_on > ${today})
    order by p.person_id`.execute(tx)
  return (drafter: string): string[] => {
    const told = rows.filter(
      (row) => row.role === 'officeHead' || row.person_id === drafter || row.covers_for === drafter,
    )
    return [...new Set(told.map(({ email }) => email))]
  }
}

// Index numbers and days only: no title of what is not public yet leaves the house by mail.
const mailOf = (organName: string, address: string, due: readonly Told[]) => ({
  subject: `【主动公开】${organName}有${due.length}条信息需要办理`,
  text: [
    ...due.flatMap(({ indexNumber, alert }) => [indexNumber, `　${alert.sentence}`]),
    '',
    `请登录办理：${address}/console/`,
  ].join('\n'),
})

/**
 * Sends what is due at the desk of an organ and was not sent yet, one letter to each reader, in the transaction that
 * remembers it. Gives how many were told of. Where nobody could be told nothing is remembered.
 */
export async function remindDesk(tx: Tx, platform: Platform, organId: string): Promise<number> {
  const today = platform.today()
  const organ = await organById(tx, organId, today)
  const due = organ ? await dueOf(tx, organId, today) : []
  if (!organ || due.length === 0) return 0
  const readers = await readersOf(tx, organId, today)
  const told = due.map((each) => ({ each, to: readers(each.draftedBy) })).filter(({ to }) => to.length > 0)
  const letters = Map.groupBy(
    told.flatMap(({ each, to }) => to.map((email) => ({ each, email }))),
    ({ email }) => email,
  )
  for (const [to, lines] of letters) {
    const mail = mailOf(
      organ.name,
      platform.config.publicAddress,
      lines.map(({ each }) => each),
    )
    await sendMail(tx, platform.seal, { to, ...mail })
  }
  const sent_at = platform.now().toISOString()
  const rows = told.map(({ each: { itemId, alert } }) => ({
    ...{ organ_id: organId, case_id: itemId, key: alert.key, sent_at },
  }))
  if (rows.length > 0)
    await tx
      .insertInto('alert_sent')
      .values(rows)
      .onConflict((on) => on.doNothing())
      .execute()
  return rows.length
}

const nextMorning = (platform: Platform): string => {
  const mornings = [-1, 0].map((days) => `${plusDays(platform.today(), days)}${hourOfMorning}`)
  const now = platform.now().toISOString()
  return mornings.find((morning) => morning > now) ?? now
}

// One job for each organ, so that a fault of one holds up no other.
async function remindAll(tx: Tx, platform: Platform): Promise<void> {
  const from = plusDays(platform.today(), -documentsBack)
  const { rows } = await sql<{ organ_id: string }>`
    select organ_id from item_row where open and due_on >= ${from}
    union select organ_id from publication_standing where policy_on >= ${from}`.execute(tx)
  for (const { organ_id: organId } of rows)
    await platform.jobs.add(tx, ofOrgan, { organId }, { key: `${ofOrgan} ${organId}` })
  await platform.jobs.add(tx, everyMorning, {}, { key: everyMorning, runAt: nextMorning(platform) })
}

/** The jobs that write to the desk: each morning, and once when the program starts. */
export const deskMailTasks = (platform: Platform): Record<string, Task> => ({
  [everyMorning]: (tx) => remindAll(tx, platform),
  [ofOrgan]: async (tx, payload) => {
    await remindDesk(tx, platform, (payload as { organId: string }).organId)
  },
})

/** Leaves the first job, which catches up what a time without the program missed. */
export const beginDeskMail = (platform: Platform): Promise<void> =>
  platform.jobs.add(platform.db, everyMorning, {}, { key: everyMorning })
