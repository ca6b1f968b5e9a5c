import { citeInChinese } from '#law/citation.ts'
import type { App } from '#platform/http/app.ts'
import { invalid } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { audited } from '#platform/identity/audit.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import type { Platform } from '#platform/platform.ts'
import {
  GateSettingsAnswer,
  GateSettingsSchema,
  type GateSettingsSent,
  type GateSettingsShown,
} from './contract-gate.ts'
import { type GateCode, gateTroubles, isGateCode } from './gate/findings.ts'
import { defaultGateSettings, type GateSettings } from './gate/settings.ts'
import { tags } from './routes-parts.ts'
import { keptGateSettings, saveGateSettings } from './settings-store.ts'

const config = holders('organId', ['administrator', 'officeHead'])
const address = '/api/organs/:organId/gate-settings'

// What may be left out altogether: slips that harm nobody. All else is always looked for.
const harmless: ReadonlySet<GateCode> = new Set([
  'wording',
  'deadLink',
  'localLink',
  'metadata',
  'scannedPages',
  'speakerNotes',
  'externalLink',
  'formFields',
])

const codes = (Object.keys(gateTroubles) as GateCode[]).map((code) => ({
  code,
  label: gateTroubles[code].label,
  place: citeInChinese(gateTroubles[code].ground),
  mayBeOff: harmless.has(code),
}))

const onWire = (settings: GateSettings): GateSettingsSent => structuredClone(settings) as GateSettingsSent

const shown = (settings: GateSettings): GateSettingsShown => ({
  settings: onWire(settings),
  defaults: onWire(defaultGateSettings),
  codes,
})

function checked({ severities, ...others }: GateSettingsSent): GateSettings {
  for (const [code, severity] of Object.entries(severities)) {
    const field = `severities.${code}`
    if (!isGateCode(code)) throw invalid([{ field, message: '发布前检查没有这一项' }])
    if (severity === 'off' && !harmless.has(code))
      throw invalid([{ field, message: `“${gateTroubles[code].label}”可以改为提醒，不能不查` }])
  }
  const twice = others.wording.find(
    ({ word }, at) => others.wording.findIndex((each) => each.word === word) !== at,
  )
  if (twice) throw invalid([{ field: 'wording', message: `用语“${twice.word}”写了两次` }])
  return {
    ...(others as Omit<GateSettings, 'severities'>),
    severities: severities as GateSettings['severities'],
  }
}

/** What an organ sets of the check before publication: read, and changed with an entry in the audit. */
export function gateSettingsRoutes(app: App, platform: Platform): void {
  app.get(
    address,
    {
      config,
      schema: {
        summary: '发布前检查的设置',
        tags,
        params: OrganParams,
        response: { 200: GateSettingsAnswer },
      },
    },
    async ({ params: { organId } }) => shown(await keptGateSettings(platform.db, organId)),
  )
  app.put(
    address,
    {
      config,
      schema: {
        summary: '修改发布前检查的设置',
        tags,
        params: OrganParams,
        body: GateSettingsSchema,
        response: { 200: GateSettingsAnswer },
      },
    },
    async (request) => {
      const { organId } = request.params
      const { personId } = whoAsks(request)
      const settings = checked(request.body)
      const entry = { organId, personId, action: 'settingChanged', subject: '发布前检查' } as const
      await audited(platform.db, entry, (tx) => saveGateSettings(tx, { organId, personId, settings }))
      return shown(settings)
    },
  )
}
