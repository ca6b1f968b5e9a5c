import type { Actor } from '#platform/identity/actor.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import { givenFor } from './case-ground.ts'
import { type ClockGiven, workingDaysLeft } from './clock-view.ts'
import type { Assignees, QueueList, QueuePage, QueueQuery, QueueRow, Today } from './contract.ts'
import { unseenMoves } from './moved-days.ts'
import { personNames } from './names.ts'
import { assigneesOf, type QueueAsk, queueCounts, queuePage } from './queue-rows.ts'
import { type StoppedFor, stoppedForLabels } from './rules/because.ts'
import type { ApplicantCategory, Channel } from './rules/facts.ts'
import { categoryLabel, channelLabels } from './rules/labels.ts'
import { isOutcomeCode, outcomes } from './rules/outcomes.ts'
import { type Status, statusLabels } from './rules/status.ts'
import type { RequestRow } from './tables.ts'

const soonWorkingDays = 3

const rowView = (row: RequestRow, names: ReadonlyMap<string, string>, given: ClockGiven): QueueRow => ({
  caseId: row.case_id,
  number: row.number,
  kind: row.kind,
  title: row.title,
  status: row.status,
  statusLabel: statusLabels[row.status as Status],
  channelLabel: channelLabels[row.channel as Channel],
  categoryLabel: categoryLabel(row.category as ApplicantCategory),
  receivedOn: row.received_on,
  dueOn: row.due_on,
  provisional: row.provisional,
  stoppedFor: row.stopped_for ? stoppedForLabels[row.stopped_for as StoppedFor] : null,
  workingDaysLeft: row.closed_on ? null : workingDaysLeft(row.due_on as Day | null, given),
  assignee: row.assignee ? { personId: row.assignee, name: names.get(row.assignee) ?? '' } : null,
  outcomeLabel: row.outcome && isOutcomeCode(row.outcome) ? outcomes[row.outcome].name : null,
  repliedOn: row.replied_on,
})

async function viewsOf(
  platform: Platform,
  rows: readonly RequestRow[],
  given: ClockGiven,
): Promise<QueueRow[]> {
  const names = await personNames(
    platform,
    rows.flatMap((row) => row.assignee ?? []),
  )
  return rows.map((row) => rowView(row, names, given))
}

const byName = new Intl.Collator('zh-CN', { numeric: true })

/** Whoever holds or held a case of the organ, in the order of their names. */
export async function assignees(platform: Platform, organId: string): Promise<Assignees> {
  const ids = await assigneesOf(platform.db, organId)
  const names = await personNames(platform, ids)
  const people = ids.map((personId) => ({ personId, name: names.get(personId) ?? '' }))
  return { assignees: people.sort((one, other) => byName.compare(one.name, other.name)) }
}

async function askFor(
  platform: Platform,
  organId: string,
  actor: Actor,
  { given, query }: { given: ClockGiven; query: QueueQuery },
): Promise<QueueAsk> {
  const ask = {
    ...query,
    organId,
    today: given.today,
    soonUntil: given.calendar.plusWorkdays(given.today, soonWorkingDays).on,
    personId: actor.personId,
  }
  if (query.sort !== 'assignee') return ask
  const officers = (await assignees(platform, organId)).assignees.map(({ personId }) => personId)
  return { ...ask, officers }
}

/** One page of an organ's list, in the order asked for, with the counts of its views. */
export async function queue(
  platform: Platform,
  organId: string,
  actor: Actor,
  query: QueueQuery,
): Promise<QueuePage> {
  const given = await givenFor(platform, organId)
  const ask = await askFor(platform, organId, actor, { given, query })
  const [page, counts] = await Promise.all([queuePage(platform.db, ask), queueCounts(platform.db, ask)])
  return { rows: await viewsOf(platform, page.rows, given), next: page.next, counts }
}

/** The whole list, page by page, in the same order. */
export async function* queuePages(
  platform: Platform,
  organId: string,
  actor: Actor,
  query: QueueList,
): AsyncGenerator<QueueRow[]> {
  const given = await givenFor(platform, organId)
  const ask = await askFor(platform, organId, actor, { given, query: { ...query, limit: 200 } })
  let after: string | undefined
  do {
    const { rows, next } = await queuePage(platform.db, { ...ask, ...(after ? { after } : {}) })
    yield viewsOf(platform, rows, given)
    after = next ?? undefined
  } while (after)
}

/** The desk of 今日: overdue, due within three working days, mine, returned to me, unassigned. */
export async function todayDesk(platform: Platform, organId: string, actor: Actor): Promise<Today> {
  const given = await givenFor(platform, organId)
  const of = async (view: NonNullable<QueueQuery['view']>) => {
    const ask = await askFor(platform, organId, actor, { given, query: { view, limit: 50 } })
    return viewsOf(platform, (await queuePage(platform.db, ask)).rows, given)
  }
  const [overdue, soon, mine, unassigned, moves] = await Promise.all([
    of('overdue'),
    of('soon'),
    of('mine'),
    of('unassigned'),
    unseenMoves(platform, organId),
  ])
  return {
    today: given.today,
    isWorkday: given.calendar.isWorkday(given.today),
    overdue,
    soon,
    mine,
    returned: mine.filter(({ status }) => status === 'returned'),
    unassigned,
    moved: moves.map((move) => ({
      caseId: move.case_id,
      number: move.number,
      title: move.title,
      fromOn: move.from_on,
      toOn: move.to_on,
    })),
  }
}
