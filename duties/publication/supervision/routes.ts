import { Type } from 'typebox'
import { listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { invalid, refused as refusedOnWire, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { itemRoles } from '../item-roles.ts'
import { reminderRefusals } from '../rules/supervision/reminder.ts'
import { belowFile, inspectBelow } from './below.ts'
import {
  AnswerAskSchema,
  BelowInspectionSchema,
  BelowListFileQuery,
  BelowListQuery,
  InspectionSchema,
  RemindAskSchema,
  ReminderDoneSchema,
  RemindersSchema,
} from './contract.ts'
import { inspect } from './inspect.ts'
import { answerReminder, type ReminderAnswer, remind, remindersOf } from './reminders.ts'
import {
  answerers,
  fromAbove,
  inspectionReaders,
  inspectorsAbove,
  isInside,
  mayAnswerAt,
  reminders,
} from './roles.ts'
import { inspectionSettingRoutes } from './routes-settings.ts'

const root = '/api/organs/:organId/publication-supervision'
const tags = ['公开检查']
const ReminderParams = Type.Object({ ...OrganParams.properties, reminderId: Type.String({ format: 'uuid' }) })

function ownRoute(app: App, platform: Platform): void {
  app.get(
    root,
    {
      config: holders('organId', inspectionReaders, fromAbove),
      schema: {
        summary: '一个机关的公开检查情况：各项指标、问题所在页面和期限；年度考核前自查用',
        tags,
        params: OrganParams,
        response: { 200: InspectionSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const actor = whoAsks(request)
      const found = await inspect(platform, organId, isInside(actor, organId))
      if (!found) throw trouble('notFound')
      return {
        ...found,
        reminders: await remindersOf(platform, organId),
        // From above, and not for oneself.
        mayRemind: actor.holdings.some((held) => held.organId !== organId && reminders.includes(held.role)),
        mayAnswer: mayAnswerAt(actor, organId),
      }
    },
  )
}

function belowRoutes(app: App, platform: Platform): void {
  const config = holders('organId', inspectorsAbove)
  app.get(
    `${root}/below`,
    {
      config,
      schema: {
        summary: '下级各机关公开检查情况，按指标计数',
        tags,
        params: OrganParams,
        querystring: BelowListQuery,
        response: { 200: BelowInspectionSchema },
      },
    },
    (request) => inspectBelow(platform, request.params.organId, request.query),
  )
  app.get(
    `${root}/below/export`,
    {
      config,
      schema: {
        summary: '导出下级各机关公开检查情况（xlsx、CSV）',
        tags,
        params: OrganParams,
        querystring: BelowListFileQuery,
      },
    },
    ({ params: { organId }, query: { format, ...list } }, reply) =>
      reply
        .header('content-type', listMediaTypes[format])
        .header(
          'content-disposition',
          `attachment; filename*=UTF-8''${encodeURIComponent(`下级机关公开检查情况${platform.today()}.${format}`)}`,
        )
        .send(belowFile(platform, organId, list, format)),
  )
}

function doneOr(answer: ReminderAnswer): { reminderId: string } {
  if (answer.kind === 'done') return { reminderId: answer.reminderId }
  const { status, says } = reminderRefusals[answer.code]
  if (status === 404) throw trouble('notFound')
  if (status === 422) throw invalid([{ field: 'answerBy', message: says }])
  throw refusedOnWire(answer.code, { status, title: '不能办理', detail: says })
}

function reminderRoutes(app: App, platform: Platform): void {
  app.get(
    `${root}/reminders`,
    {
      config: holders('organId', itemRoles),
      schema: {
        summary: '等待本机关回复的督办提醒',
        tags,
        params: OrganParams,
        response: { 200: RemindersSchema },
      },
    },
    async (request) => ({ rows: await remindersOf(platform, request.params.organId, { open: true }) }),
  )
  app.post(
    `${root}/reminders`,
    {
      config: holders('organId', [], { anyOf: reminders, along: ['region', 'vertical'] }),
      schema: {
        summary: '提醒下级机关整改一项问题',
        tags,
        params: OrganParams,
        body: RemindAskSchema,
        response: { 200: ReminderDoneSchema },
      },
    },
    async (request) => doneOr(await remind(platform, whoAsks(request), request.params.organId, request.body)),
  )
  app.post(
    `${root}/reminders/:reminderId/answer`,
    {
      config: holders('organId', answerers),
      schema: {
        summary: '回复督办提醒',
        tags,
        params: ReminderParams,
        body: AnswerAskSchema,
        response: { 200: ReminderDoneSchema },
      },
    },
    async (request) =>
      doneOr(await answerReminder(platform, whoAsks(request), { ...request.params, ...request.body })),
  )
}

/** The JSON API of the supervision of publication: an organ's self-check, the organs below, reminders, numbers. */
export function publicationSupervisionRoutes(app: App, platform: Platform): void {
  ownRoute(app, platform)
  belowRoutes(app, platform)
  reminderRoutes(app, platform)
  inspectionSettingRoutes(app, platform)
}
