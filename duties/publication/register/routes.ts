import { Type } from 'typebox'
import { listFile, listMediaTypes } from '#platform/documents/list-file.ts'
import type { App } from '#platform/http/app.ts'
import { whoAsks } from '#platform/http/rights.ts'
import { rolesAt } from '#platform/identity/actor.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { yearOf } from '#time/day.ts'
import { tags, toRead } from '../routes-parts.ts'
import { stepOf } from '../rules/steps.ts'
import { settingsOf } from '../settings-store.ts'
import { registerColumns } from './columns.ts'
import { type RegisterQuery, RegisterQuerySchema, RegisterSchema } from './contract.ts'
import { registerCounts } from './counts.ts'
import { type RegisterAsk, registerPage, registerRows } from './store.ts'

const atOnce = 100

async function askOf(platform: Platform, organId: string, query: RegisterQuery): Promise<RegisterAsk> {
  const { cleanupYears, interpretationWorkingDays } = await settingsOf(platform.db, organId)
  const calendar = await platform.calendarFor(organId)
  const today = platform.today()
  return { ...query, organId, today, limit: atOnce, cleanupYears, interpretationWorkingDays, calendar }
}

function pageRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/register',
    {
      ...toRead,
      schema: {
        summary: '行政规范性文件登记簿：全部、到期清理的、没有解读的',
        tags,
        params: OrganParams,
        querystring: RegisterQuerySchema,
        response: { 200: RegisterSchema },
      },
    },
    async (request) => {
      const { organId } = request.params
      const { personId } = whoAsks(request)
      const ask = { ...(await askOf(platform, organId, request.query)), personId }
      const year = yearOf(ask.today)
      const cutOff = platform.now().toISOString()
      const counts = await registerCounts(platform.db, { organId, year, cutOff })
      const roles = rolesAt(whoAsks(request), organId)
      return {
        ...(await registerPage(platform.db, ask)),
        today: ask.today,
        figures: {
          year,
          made: counts?.made.length ?? 0,
          repealed: counts?.repealed.length ?? 0,
          valid: counts?.valid.length ?? 0,
        },
        cleanupYears: ask.cleanupYears,
        mayCleanUp: stepOf('cleanUp').roles.some((role) => roles.includes(role)),
      }
    },
  )
}

function fileRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/register/file',
    {
      ...toRead,
      schema: {
        summary: '下载登记簿（xlsx、CSV）',
        tags,
        params: OrganParams,
        querystring: Type.Object({
          ...RegisterQuerySchema.properties,
          format: Type.Enum(['xlsx', 'csv']),
        }),
      },
    },
    async (request, reply) => {
      const { format, ...query } = request.query
      const ask = await askOf(platform, request.params.organId, query)
      const name = encodeURIComponent(`行政规范性文件登记簿.${format}`)
      return reply
        .header('content-type', listMediaTypes[format])
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .send(listFile(format, '登记簿', { columns: registerColumns, rows: registerRows(platform.db, ask) }))
    },
  )
}

/** 统一登记: the register of normative documents at the desk. */
export function registerRoutes(app: App, platform: Platform): void {
  pageRoute(app, platform)
  fileRoute(app, platform)
}
