import { sql, type Transaction } from 'kysely'
import { calendarFor } from '#platform/calendar/calendar-store.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Task } from '#platform/jobs/run.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import { sendMail } from '#platform/mail/mail.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { plusDays } from '#time/day.ts'
import { type Alert, alerts, sayAlert } from './rules/alerts.ts'
import { settingsOf } from './settings-store.ts'
import { openRows, recordedOf } from './store.ts'
import type { RequestRow } from './tables.ts'

type Tx = Transaction<Database>

const everyMorning = 'requests.remind'
const ofOrgan = 'requests.remindOrgan'
/** Half past seven in Shanghai. */
const hourOfMorning = 'T23:30:00Z'

interface CaseAlerts {
  row: RequestRow
  found: Alert[]
}

interface Person {
  person_id: string
  email: string
  name: string
}

/** The open cases of an organ with what is due to be told of them and was not sent yet. */
async function alertsOf(tx: Tx, platform: Platform, organId: string): Promise<CaseAlerts[]> {
  const rows = await openRows(tx, organId)
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.case_id)
  const [calendar, settings] = [await calendarFor(tx, organId), await settingsOf(tx, organId)]
  const { rows: facts } = await sql<FactRow>`
    select * from fact where organ_id = ${organId} and case_id = any(${ids}::uuid[])
    order by case_id, seq`.execute(tx)
  const sent = await tx
    .selectFrom('alert_sent')
    .select(['case_id', 'key'])
    .where('organ_id', '=', organId)
    .where('case_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const factsBy = Map.groupBy(facts, (fact) => fact.case_id)
  const sentBy = Map.groupBy(sent, (each) => each.case_id)
  return rows
    .map((row) => {
      const keys = new Set(sentBy.get(row.case_id)?.map(({ key }) => key))
      const known = (factsBy.get(row.case_id) ?? []).map(recordedOf)
      return { row, found: alerts(known, calendar, platform.today(), keys, settings.clock) }
    })
    .filter(({ found }) => found.length > 0)
}

/** Who is told of the cases of an organ: its heads of the office, and for each person who stands in for them today. */
async function readersOf(tx: Tx, organId: string, today: string) {
  const { rows } = await sql<Person & { role: string; covers_for: string | null }>`
    select p.person_id, p.email, p.name, h.role, h.covers_for
    from role_holding h join person p on p.person_id = h.person_id
    where h.organ_id = ${organId} and p.active and h.from_on <= ${today}
      and (h.until_on is null or h.until_on > ${today})
    order by p.person_id`.execute(tx)
  return (assignee: string | null): Person[] => {
    const told = rows.filter(
      (row) =>
        row.role === 'officeHead' ||
        (assignee !== null && (row.person_id === assignee || row.covers_for === assignee)),
    )
    return [...new Map(told.map((row) => [row.person_id, row])).values()]
  }
}

const linesOf = ({ row, found }: CaseAlerts): string[] => [
  row.number,
  ...found.map((each) => `　${sayAlert(each)}`),
]

// Numbers and days only: neither what was asked for nor who asked leaves the house by mail.
const mailOf = (organName: string, address: string, cases: readonly CaseAlerts[]) => ({
  subject: `【政府信息公开】${organName}有${cases.length}件申请需要办理`,
  text: [...cases.flatMap(linesOf), '', `请登录办理：${address}/console/`].join('\n'),
})

/**
 * Sends what is due by now and not yet sent for the open cases of an organ: one letter to each who holds a case and to
 * the head of the office, in the transaction that remembers it. Gives how many reminders were sent. Where nobody
 * could be told, nothing is remembered, and they are sent once there is somebody.
 */
export async function remindOrgan(tx: Tx, platform: Platform, organId: string): Promise<number> {
  const today = platform.today()
  const organ = await organById(tx, organId, today)
  const due = await alertsOf(tx, platform, organId)
  if (!organ || due.length === 0) return 0
  const readers = await readersOf(tx, organId, today)
  const letters = new Map<string, CaseAlerts[]>()
  const told: CaseAlerts[] = []
  for (const each of due) {
    const to = readers(each.row.assignee)
    if (to.length > 0) told.push(each)
    for (const { email } of to) letters.set(email, [...(letters.get(email) ?? []), each])
  }
  for (const [to, cases] of letters) {
    await sendMail(tx, platform.seal, { to, ...mailOf(organ.name, platform.config.publicAddress, cases) })
  }
  const sent_at = platform.now().toISOString()
  const rows = told.flatMap(({ row, found }) =>
    found.map(({ key }) => ({ organ_id: organId, case_id: row.case_id, key, sent_at })),
  )
  if (rows.length > 0) {
    await tx
      .insertInto('alert_sent')
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute()
  }
  return rows.length
}

/** One job for each organ with open cases, so that a fault of one holds up no other. */
async function remindAll(tx: Tx, platform: Platform): Promise<void> {
  const organs = await tx
    .selectFrom('request_row')
    .select('organ_id')
    .distinct()
    .where('closed_on', 'is', null)
    .execute()
  for (const { organ_id: organId } of organs) {
    await platform.jobs.add(tx, ofOrgan, { organId }, { key: `${ofOrgan} ${organId}` })
  }
  await platform.jobs.add(tx, everyMorning, {}, { key: everyMorning, runAt: nextMorning(platform) })
}

// The morning of a day in Shanghai begins on the day before in UTC.
const nextMorning = (platform: Platform): string => {
  const mornings = [-1, 0].map((days) => `${plusDays(platform.today(), days)}${hourOfMorning}`)
  const now = platform.now().toISOString()
  return mornings.find((morning) => morning > now) ?? now
}

/** The jobs that remind: each morning, and once when the program starts. */
export const reminderTasks = (platform: Platform): Record<string, Task> => ({
  [everyMorning]: (tx) => remindAll(tx, platform),
  [ofOrgan]: async (tx, payload) => {
    await remindOrgan(tx, platform, (payload as { organId: string }).organId)
  },
})

/** Leaves the first job, which catches up what a time without the program missed. */
export const beginReminders = (platform: Platform): Promise<void> =>
  platform.jobs.add(platform.db, everyMorning, {}, { key: everyMorning })
