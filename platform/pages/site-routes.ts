import { sql } from 'kysely'
import { Type } from 'typebox'
import type { App } from '#platform/http/app.ts'
import { invalid, trouble } from '#platform/http/problem.ts'
import { holders, whoAsks } from '#platform/http/rights.ts'
import { audited } from '#platform/identity/audit.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { portalOrganId } from '#platform/organs/portal.ts'
import { settingOf } from '#platform/organs/settings.ts'
import type { Platform } from '#platform/platform.ts'
import type { SiteSetting } from './site.ts'
import { type SiteFieldName, type SiteFilled, siteFieldNames, siteTroubles } from './site-fields.ts'

const settingName = 'site'
const config = holders('organId', ['administrator', 'officeHead'])

const SiteSchema = Type.Object(
  Object.fromEntries(siteFieldNames.map((name) => [name, Type.String()])) as Record<
    SiteFieldName,
    Type.TString
  >,
)

// The portal has one foot, and belongs to one government.
async function ofPortal({ db }: Platform, organId: string): Promise<void> {
  if ((await portalOrganId(db)) !== organId)
    throw trouble('notFound', { detail: '网站信息属于门户所在的人民政府，请在该机关名下办理。' })
}

async function siteFilled({ db }: Platform, organId: string): Promise<SiteFilled> {
  const set = ((await settingOf(db, organId, settingName)) ?? {}) as SiteSetting
  return Object.fromEntries(siteFieldNames.map((name) => [name, set[name] ?? ''])) as SiteFilled
}

/** What the foot of every page says of the site: read, and changed with an entry in the audit. */
export function siteRoutes(app: App, platform: Platform): void {
  const { db } = platform
  const path = '/api/organs/:organId/site'
  const answered = { tags: ['机关'], params: OrganParams, response: { 200: SiteSchema } }
  app.get(path, { config, schema: { ...answered, summary: '网站信息' } }, async ({ params: { organId } }) => {
    await ofPortal(platform, organId)
    return siteFilled(platform, organId)
  })
  app.put(
    path,
    { config, schema: { ...answered, summary: '修改网站信息', body: SiteSchema } },
    async (request) => {
      const { organId } = request.params
      await ofPortal(platform, organId)
      const filled = Object.fromEntries(
        siteFieldNames.map((name) => [name, request.body[name].trim()]),
      ) as SiteFilled
      const errors = siteTroubles(filled)
      if (errors.length > 0) throw invalid(errors)
      const { personId } = whoAsks(request)
      const deed = { organId, personId, action: 'settingChanged', subject: '网站信息' } as const
      await audited(db, deed, (tx) =>
        tx
          .insertInto('organ_setting')
          .values({
            organ_id: organId,
            name: settingName,
            value: JSON.stringify(filled),
            changed_by: personId,
          })
          .onConflict((conflict) =>
            conflict.columns(['organ_id', 'name']).doUpdateSet((set) => ({
              value: set.ref('excluded.value'),
              changed_by: personId,
              changed_at: sql<string>`now()`,
            })),
          )
          .execute(),
      )
      return siteFilled(platform, organId)
    },
  )
}
