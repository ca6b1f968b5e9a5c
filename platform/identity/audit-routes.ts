import type { App } from '#platform/http/app.ts'
import type { Ground } from '#platform/http/ground.ts'
import { holders } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { administratorAbove } from './administration.ts'
import { auditActions, auditEntries } from './audit.ts'
import { AuditAnswer, AuditQuery } from './contract.ts'

const page = 50
const labels: Readonly<Record<string, string>> = auditActions

/** Who did what outside the cases, newest first: for administrator and auditor. */
export function auditRoutes(app: App, { db }: Ground): void {
  const schema = { tags: ['人员'], summary: '操作记录', params: OrganParams, querystring: AuditQuery }
  app.get(
    '/api/organs/:organId/audit',
    {
      config: holders('organId', ['administrator', 'auditor'], administratorAbove),
      schema: { ...schema, response: { 200: AuditAnswer } },
    },
    async ({ params, query }) => {
      const rows = await auditEntries(db, params.organId, { before: query.before, limit: page })
      const entries = rows.map(({ entry_id: entryId, at, action, subject, name: who }) => ({
        entryId,
        at,
        who,
        action,
        label: labels[action] ?? action,
        subject,
      }))
      return { entries, next: rows.length < page ? null : (rows.at(-1)?.entry_id ?? null) }
    },
  )
}
