import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { type IndicatorName, indicatorNames, indicatorOf, weights } from '../rules/supervision/indicators.ts'
import { type InspectionSettings, limits } from '../rules/supervision/settings.ts'
import { vetoesOf } from '../rules/supervision/standing.ts'
import type { IndicatorShown, Inspection } from './contract.ts'
import { findingsOf, mostFindings } from './findings.ts'
import { inspectionOf } from './settings-store.ts'
import { type Tallied, tallyOf } from './tallies.ts'

type Organ = NonNullable<Awaited<ReturnType<typeof organById>>>

const limitInWords = (name: IndicatorName, settings: InspectionSettings): string => {
  const { limit } = indicatorOf(name)
  return limit ? `${settings[limit]}${limits[limit].unit}` : ''
}

async function shownOf(
  platform: Platform,
  name: IndicatorName,
  { columns, counts }: Tallied,
  { organ, inside, settings }: { organ: Organ; inside: boolean; settings: InspectionSettings },
): Promise<IndicatorShown> {
  const { label, asks, weight, ground, confidence } = indicatorOf(name)
  const { soonDays } = settings
  const findings = await findingsOf(platform, name, columns, { organ, inside, soonDays })
  const count = counts[name]
  const isSoon = findings.some(({ state }) => state === 'soon')
  return {
    ...{
      indicator: name,
      label,
      asks,
      ground,
      weightLabel: weights[weight],
      verified: confidence === 'verified',
    },
    ...{ limit: limitInWords(name, settings), count, findings, more: count > mostFindings },
    state: count > 0 ? 'fails' : isSoon ? 'soon' : 'well',
  }
}

/** The points that the deductions of these counts take off, each indicator once. */
const pointsOf = ({ counts }: Tallied): number =>
  indicatorNames.reduce((sum, name) => sum + (counts[name] > 0 ? (indicatorOf(name).points ?? 0) : 0), 0)

/**
 * The self-check of an organ: every indicator with what fails it, the very page, and the day by which it must be mended.
 * `inside` is false for whoever looks from above: nothing unpublished is named to them. Undefined where there is none.
 */
export async function inspect(
  platform: Platform,
  organId: string,
  inside: boolean,
): Promise<Omit<Inspection, 'reminders' | 'mayRemind' | 'mayAnswer'> | undefined> {
  const today = platform.today()
  const [organ, settings] = await Promise.all([
    organById(platform.db, organId, today),
    inspectionOf(platform.db, organId),
  ])
  const tallied = organ && (await tallyOf(platform.db, organId, { settings, today }))
  if (!organ || !tallied) return undefined
  const given = { organ, inside, settings }
  const indicators: IndicatorShown[] = []
  for (const name of indicatorNames) indicators.push(await shownOf(platform, name, tallied, given))
  return {
    ...{ organId, organName: organ.name, today, indicators },
    vetoes: vetoesOf(tallied.counts),
    points: pointsOf(tallied),
    checkedAt: tallied.checkedAt,
  }
}
