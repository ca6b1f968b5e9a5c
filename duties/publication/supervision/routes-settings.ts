import type { App } from '#platform/http/app.ts'
import { type FieldError, invalid } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { audited } from '#platform/identity/audit.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { columnsProblem, keepingKinds } from '../rules/supervision/kept-columns.ts'
import {
  type InspectionSettings,
  limitNames,
  limitProblem,
  usualInspection,
} from '../rules/supervision/settings.ts'
import {
  InspectionSettingsAnswer,
  InspectionSettingsSchema,
  type InspectionSettingsShown,
} from './contract.ts'
import { inspectionKeepers } from './roles.ts'
import { inspectionSet, saveInspection } from './settings-store.ts'

const url = '/api/organs/:organId/publication-inspection-settings'
const tags = ['公开检查']
const config = holders('organId', inspectionKeepers)
const response = { 200: InspectionSettingsAnswer }

const onWire = (settings: InspectionSettings) =>
  structuredClone(settings) as InspectionSettingsShown['settings']

async function shown(platform: Platform, organId: string): Promise<InspectionSettingsShown> {
  const set = await inspectionSet(platform.db, organId)
  const organ = set && (await organById(platform.db, set.organId, platform.today()))
  return {
    settings: onWire(set?.settings ?? usualInspection),
    usual: onWire(usualInspection),
    setBy: set ? { name: organ?.name ?? '', isOwn: set.organId === organId } : null,
  }
}

function problemsOf(settings: InspectionSettings, above?: InspectionSettings): FieldError[] {
  const found = (field: string, message: string | undefined): FieldError[] =>
    message === undefined ? [] : [{ field, message }]
  return [
    ...limitNames.flatMap((name) => found(name, limitProblem(name, settings[name], above))),
    ...keepingKinds.flatMap((kind) =>
      found(`columns.${kind}`, columnsProblem(kind, settings.columns[kind], above?.columns)),
    ),
  ]
}

/** The numbers and columns of the inspection: read, and made stricter with an entry in the audit. */
export function inspectionSettingRoutes(app: App, platform: Platform): void {
  app.get(
    url,
    {
      config,
      schema: { summary: '公开检查的期限和各类机关应当设置的栏目', tags, params: OrganParams, response },
    },
    (request) => shown(platform, request.params.organId),
  )
  app.put(
    url,
    {
      config,
      schema: {
        summary: '修改公开检查的期限和栏目，只能比国家和上级机关的规定更严；适用于本机关和下级机关',
        tags,
        params: OrganParams,
        body: InspectionSettingsSchema,
        response,
      },
    },
    async (request) => {
      const { organId } = request.params
      const { personId } = whoAsks(request)
      const settings = request.body
      const above = await inspectionSet(platform.db, organId, 1)
      const problems = problemsOf(settings, above?.settings)
      if (problems.length > 0) throw invalid(problems)
      const entry = { organId, personId, action: 'settingChanged', subject: '公开检查期限和栏目' } as const
      await audited(platform.db, entry, (tx) => saveInspection(tx, { organId, personId, settings }))
      return shown(platform, organId)
    },
  )
}
