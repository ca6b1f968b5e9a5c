import { reportAt, reportsOfOrgan } from '#duties/annual-report/published.ts'
import { figureOf } from '#law/report-forms/report.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organsById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import { decisionAddress } from '../addresses.ts'
import { openForOpinions } from '../decisions/store.ts'
import type { YearFigures } from './figures-page.tsx'
import type { OpenNow } from './home-aside.tsx'
import type { ReportedFigures } from './home-page.tsx'
import { yearInFigures } from './year-in-figures.ts'

interface HomeFigures {
  counted: YearFigures
  reported: ReportedFigures | null
}

/** The year in figures, and those of the last report. */
export const homeFigures = async (platform: Platform, organ: Organ): Promise<HomeFigures> => ({
  counted: await yearInFigures(platform),
  reported: await reportedFigures(platform, organ),
})

const mostOpen = 4

/** What the public may give its opinion on now, the soonest to close first. */
export async function openNow({ db, today }: Platform): Promise<OpenNow[]> {
  const rows = await openForOpinions(db, today(), mostOpen)
  const organs = await organsById(db, [...new Set(rows.map((row) => row.organ_id))], today())
  const codes = new Map(organs.map(({ organId, code }) => [organId, code]))
  return rows.map((row) => ({
    title: row.title,
    address: decisionAddress({ organCode: codes.get(row.organ_id) ?? '', decisionId: row.decision_id }),
    until: (row.opinions_until ?? today()) as Day,
  }))
}

const shown = [
  { cell: 'requests.new_received.total', label: '新收申请（件）' },
  { cell: 'requests.total_processed.total', label: '办结（件）' },
  { cell: 'requests.granted.total', label: '予以公开（件）' },
  { cell: 'requests.partial.total', label: '部分公开（件）' },
] as const

async function reportedFigures({ db, today }: Platform, organ: Organ): Promise<ReportedFigures | null> {
  const [last] = await reportsOfOrgan(db, organ.organId, today())
  const found = last && (await reportAt(db, organ.code, last.year, today()))
  if (!found) return null
  const figures = shown.flatMap(({ cell, label }) => {
    const value = figureOf(found.report, cell)
    return value === undefined ? [] : [{ label, value }]
  })
  return figures.length === 0 ? null : { year: found.year, address: found.address, figures }
}
