import { Type } from 'typebox'
import type { Role } from '#law/roles.ts'
import { refused as refusedOnWire, trouble } from '#platform/http/problem.ts'
import { type FromAbove, holders } from '#platform/http/rights.ts'
import { OrganParams } from '#platform/organs/contract.ts'
import { citeReportRefusal, type ReportRefusal, reportRefusals, sayReportRefusal } from './rules/refusals.ts'

/** Those who compile, review or sign the report. The cases behind a figure open to those who work on cases. */
const reportRoles: readonly Role[] = [
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

/** The figures open to those who supervise, at the organ itself and above it; the cases behind them do not. */
export const readReports = { config: holders('organId', [...reportRoles, 'supervisor'], fromAbove) }
export const readCases = { config: holders('organId', reportRoles) }
export const writeReports = {
  config: holders(
    'organId',
    reportRoles.filter((role) => role !== 'auditor'),
  ),
}
/** Steps from above, and what a supervising organ reads of all below it. */
export const reviewReports = { config: holders('organId', [], fromAbove) }
/** The merged report is the government's own: those who publish it read it too. */
export const readMerged = { config: holders('organId', ['supervisor', ...reportRoles]) }
export const superviseReports = { config: holders('organId', ['supervisor']) }

/** A refusal of this duty as the wire tells it. */
export const refusalProblem = (refusal: ReportRefusal) => {
  const cites = citeReportRefusal(refusal)
  const status = reportRefusals[refusal.code].httpStatus
  if (status === 404) return trouble('notFound')
  const wording = { status, title: '不能办理', detail: sayReportRefusal(refusal) }
  return refusedOnWire(refusal.code, wording, cites ? [cites] : [])
}

const Year = Type.Integer({ minimum: 2019, maximum: 2100 })
export const YearParams = Type.Object({ ...OrganParams.properties, year: Year })
