import type { App } from '#platform/http/app.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { audited } from '#platform/identity/audit.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { SettingsAnswer, SettingsSaved, SettingsSchema } from './contract-settings.ts'
import { reckonOpenCases } from './moved-days.ts'
import { defaultSettings } from './rules/settings.ts'
import { settingsKeepers } from './rules/settings-words.ts'
import { differing, saveSettings, settingsOf } from './settings-store.ts'

const config = holders('organId', settingsKeepers)
const tags = ['依申请公开']

function readRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/request-settings',
    {
      config,
      schema: {
        summary: '依申请公开的设置',
        tags,
        params: OrganParams,
        response: { 200: SettingsAnswer },
      },
    },
    async ({ params: { organId } }) => {
      const settings = await settingsOf(platform.db, organId)
      return wire({ settings, defaults: defaultSettings, changed: differing(settings, defaultSettings) })
    },
  )
}

function changeRoute(app: App, platform: Platform): void {
  app.put(
    '/api/organs/:organId/request-settings',
    {
      config,
      schema: {
        summary: '修改依申请公开的设置，在办件的期限随之重算',
        tags,
        params: OrganParams,
        body: SettingsSchema,
        response: { 200: SettingsSaved },
      },
    },
    async (request) => {
      const { organId } = request.params
      const { personId } = whoAsks(request)
      const settings = request.body
      const before = await settingsOf(platform.db, organId)
      const subject = `依申请公开：${differing(settings, before).join('、') || '无变化'}`
      const moved = await audited(
        platform.db,
        { organId, personId, action: 'settingChanged', subject },
        async (tx) => {
          await saveSettings(tx, { organId, personId, settings })
          return reckonOpenCases(tx, platform, organId)
        },
      )
      return { settings, moved }
    },
  )
}

/** What an organ sets of its requests: read, and changed with an entry in the audit. */
export function settingsRoutes(app: App, platform: Platform): void {
  readRoute(app, platform)
  changeRoute(app, platform)
}

type Wire<T> = T extends readonly (infer U)[]
  ? Wire<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Wire<T[K]> }
    : T

// The rules keep their settings read-only; the wire's types do not say so.
const wire = <T>(value: T): Wire<T> => value as Wire<T>
