import type { Transaction } from 'kysely'
import { Type } from 'typebox'
import type { Database } from '#platform/database/schema.ts'
import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { holders, signedIn, whoAsks } from '#platform/http/rights.ts'
import { audited } from '#platform/identity/audit.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, day, plusDays } from '#time/day.ts'
import { calendarFor, enterNotice, noticesFor, withdrawNotice } from './calendar-store.ts'
import { noticeErrors } from './check-notice.ts'
import {
  CalendarAnswer,
  CalendarNoticeSchema,
  CalendarQuery,
  EnteredAnswer,
  NoticeParams,
} from './contract.ts'

const config = holders('organId', ['administrator', 'supervisor'])
const tags = ['工作日历']

/** Told in the same transaction that the calendar changes for an organ and all below it. */
export type CalendarChanged = (transaction: Transaction<Database>, organId: string) => Promise<void>

/** The calendar of an organ, and the notices entered by its administrator or supervisor. */
export function calendarRoutes(app: App, platform: Ground, changed: CalendarChanged = async () => {}): void {
  readRoute(app, platform)
  enterRoute(app, platform, changed)
  withdrawRoute(app, platform, changed)
}

function daysOf(calendar: Calendar, year: number) {
  const days: Day[] = []
  for (let on = day(`${year}-01-01`); on.startsWith(String(year)); on = plusDays(on, 1)) days.push(on)
  return days.map((on) => ({ day: on, ...calendar.nature(on) }))
}

function readRoute(app: App, { db }: Ground): void {
  app.get(
    '/api/organs/:organId/calendar',
    {
      config: signedIn,
      schema: {
        tags,
        summary: '工作日历',
        params: OrganParams,
        querystring: CalendarQuery,
        response: { 200: CalendarAnswer },
      },
    },
    async ({ params: { organId }, query: { year } }) => {
      const calendar = await calendarFor(db, organId)
      return {
        version: calendar.version,
        settled: calendar.noticeYears.includes(year),
        days: daysOf(calendar, year),
        notices: await noticesFor(db, organId),
      }
    },
  )
}

function enterRoute(app: App, { db }: Ground, changed: CalendarChanged): void {
  app.post(
    '/api/organs/:organId/calendar/notices',
    {
      config,
      schema: {
        tags,
        summary: '录入放假安排',
        params: OrganParams,
        body: CalendarNoticeSchema,
        response: { 201: EnteredAnswer },
      },
    },
    async (request, reply) => {
      const { organId } = request.params
      const errors = noticeErrors(request.body)
      if (errors.length > 0) throw invalid(errors)
      const { personId } = whoAsks(request)
      const subject = `${request.body.number} ${request.body.title}`
      const deed = { organId, personId, action: 'calendarNoticeEntered', subject } as const
      const noticeId = await audited(db, deed, async (transaction) => {
        const id = await enterNotice(transaction, { organId, personId, notice: request.body })
        await changed(transaction, organId)
        return id
      })
      const { version } = await calendarFor(db, organId)
      return reply.code(201).send({ noticeId, version })
    },
  )
}

function withdrawRoute(app: App, { db }: Ground, changed: CalendarChanged): void {
  app.delete(
    '/api/organs/:organId/calendar/notices/:noticeId',
    {
      config,
      schema: {
        tags,
        summary: '撤回放假安排',
        params: NoticeParams,
        response: { 204: Type.Null({ description: '已完成' }) },
      },
    },
    async (request, reply) => {
      const { organId, noticeId } = request.params
      const { personId } = whoAsks(request)
      const deed = { organId, personId, action: 'calendarNoticeWithdrawn', subject: noticeId } as const
      await audited(db, deed, async (transaction) => {
        if (!(await withdrawNotice(transaction, organId, noticeId))) throw trouble('notFound')
        await changed(transaction, organId)
      })
      return reply.code(204).send(null)
    },
  )
}
