import { reportAt, reportsOfOrgan } from '#duties/annual-report/published.ts'
import { figureOf } from '#law/report-forms/report.ts'
import type { Organ } from '#platform/organs/contract.ts'
import type { Bar } from '#platform/pages/plot.tsx'
import type { Platform } from '#platform/platform.ts'
import { type Day, yearOf } from '#time/day.ts'
import { publishedByMonth } from '../store.ts'
import type { ReportedFigures } from './home-page.tsx'

interface HomeFigures {
  year: number
  months: readonly Bar[]
  reported: ReportedFigures | null
}

const keptFor = 600_000
const kept = new WeakMap<Platform, { figures: HomeFigures; until: number }>()

/** The year in figures, counted at most once in ten minutes. */
export async function homeFigures(platform: Platform, organ: Organ): Promise<HomeFigures> {
  const now = platform.now().getTime()
  const held = kept.get(platform)
  if (held && held.until > now) return held.figures
  const today = platform.today()
  const year = yearOf(today)
  const figures = {
    year,
    months: monthsOf(await publishedByMonth(platform.db, year), today),
    reported: await reportedFigures(platform, organ),
  }
  kept.set(platform, { figures, until: now + keptFor })
  return figures
}

/** The months of a year up to the running one. */
const monthsOf = (counts: readonly number[], today: Day): Bar[] => {
  const running = Number(today.slice(5, 7))
  return counts
    .slice(0, running)
    .map((value, index) => ({ label: `${index + 1}月`, value, running: index + 1 === running }))
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
