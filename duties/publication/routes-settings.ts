import type { App } from '#platform/http/app.ts'
import { invalid } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { audited } from '#platform/identity/audit.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import {
  PublicationSettingsAnswer,
  PublicationSettingsSchema,
  type PublicationSettingsShown,
} from './contract-desk.ts'
import { foldOpenItems } from './rebuild.ts'
import { tags } from './routes-parts.ts'
import { isIndexPattern, isRegisterPattern } from './rules/index-number.ts'
import { defaultSettings, type PublicationSettings, reviewStages, stagesFor } from './rules/settings.ts'
import { saveSettings, settingsOf } from './settings-store.ts'

const config = holders('organId', ['administrator', 'officeHead'])

const onWire = (settings: PublicationSettings): PublicationSettingsShown['settings'] => ({
  ...settings,
  levels: [...settings.levels],
})

async function rolesHeld({ db, today }: Platform, organId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('role_holding')
    .select('role')
    .distinct()
    .where('organ_id', '=', organId)
    .where('from_on', '<=', today())
    .where((or) => or.or([or('until_on', 'is', null), or('until_on', '>', today())]))
    .execute()
  return new Set(rows.map((row) => row.role))
}

// A level that nobody holds would leave texts waiting for ever: said at once, in words.
async function warningsOf(platform: Platform, organId: string, settings: PublicationSettings) {
  const held = await rolesHeld(platform, organId)
  const asked = ['secrecy', ...stagesFor(anyText, settings)] as const
  return [...new Set(asked)]
    .filter((stage) => !reviewStages[stage].roles.some((role) => held.has(role)))
    .map((stage) => `${reviewStages[stage].label}没有人担任，送审后将无人办理`)
}

const anyText = { attribute: 'withheld', kind: '' } as Parameters<typeof stagesFor>[0]

function readRoute(app: App, platform: Platform): void {
  app.get(
    '/api/organs/:organId/publication-settings',
    {
      config,
      schema: {
        summary: '主动公开的设置',
        tags,
        params: OrganParams,
        response: { 200: PublicationSettingsAnswer },
      },
    },
    async ({ params: { organId } }) => {
      const settings = await settingsOf(platform.db, organId)
      const warnings = await warningsOf(platform, organId, settings)
      return { settings: onWire(settings), defaults: onWire(defaultSettings), warnings }
    },
  )
}

function changeRoute(app: App, platform: Platform): void {
  app.put(
    '/api/organs/:organId/publication-settings',
    {
      config,
      schema: {
        summary: '修改主动公开的设置，在办的稿件随之按新的层级审核',
        tags,
        params: OrganParams,
        body: PublicationSettingsSchema,
        response: { 200: PublicationSettingsAnswer },
      },
    },
    async (request) => {
      const { organId } = request.params
      const { personId } = whoAsks(request)
      const settings = request.body
      if (!isIndexPattern(settings.indexPattern))
        throw invalid([
          {
            field: 'indexPattern',
            message: '索引号的编制规则应当含有流水号{n:5}，其余只能用字母、数字、汉字和“/ - _ .”',
          },
        ])
      if (!isRegisterPattern(settings.registerPattern))
        throw invalid([
          {
            field: 'registerPattern',
            message: '登记编号规则应当含有流水号{n}，其余只能用字母、数字、汉字和“〔 〕 / - _ .”',
          },
        ])
      const entry = { organId, personId, action: 'settingChanged', subject: '主动公开' } as const
      await audited(platform.db, entry, async (tx) => {
        await saveSettings(tx, { organId, personId, settings })
        await foldOpenItems(tx, organId)
      })
      const warnings = await warningsOf(platform, organId, settings)
      return { settings: onWire(settings), defaults: onWire(defaultSettings), warnings }
    },
  )
}

/** What an organ sets of its publication: read, and changed with an entry in the audit. */
export function publicationSettingsRoutes(app: App, platform: Platform): void {
  readRoute(app, platform)
  changeRoute(app, platform)
}
