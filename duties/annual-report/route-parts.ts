import { Type } from 'typebox'
import type { Role } from '#law/roles.ts'
import { type FromAbove, holders } from '#platform/http/rights.ts'

/** Those who compile, review or sign the report. The cases behind a figure open to those who work on cases. */
export const reportRoles: readonly Role[] = [
  'informationOfficer',
  'handler',
  'reviewer',
  'legalReviewer',
  'officeHead',
  'leader',
  'publisher',
  'auditor',
]
export const fromAbove: FromAbove = { anyOf: ['supervisor'], along: ['region', 'vertical'] }

/** The figures open to the supervising organ too; the cases behind them do not. */
export const readReports = { config: holders('organId', reportRoles, fromAbove) }
export const readCases = { config: holders('organId', reportRoles) }
export const writeReports = {
  config: holders(
    'organId',
    reportRoles.filter((role) => role !== 'auditor'),
  ),
}

const Year = Type.Integer({ minimum: 2019, maximum: 2100 })
export const OrganParams = Type.Object({ organId: Type.String({ format: 'uuid' }) })
export const YearParams = Type.Object({ ...OrganParams.properties, year: Year })
