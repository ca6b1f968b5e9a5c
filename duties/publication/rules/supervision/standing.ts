import { type Column, columnsOf, type Newest } from './columns.ts'
import { columnsTogether, type IndicatorName, indicatorNames, indicatorOf } from './indicators.ts'

/** What is counted of an organ beside its columns. */
export interface Tally {
  readonly late: number
  readonly releasedLate: number
  readonly interpretation: number
  readonly review: number
  readonly entries: number
  readonly broken: number
  readonly accounts: number
}

export type Counts = Readonly<Record<IndicatorName, number>>

/** How many of each indicator an organ fails, its columns and its items alike. */
export function countsOf(
  newest: Newest,
  tally: Tally,
  given: Parameters<typeof columnsOf>[1],
): { counts: Counts; columns: Column[] } {
  const columns = columnsOf(newest, given)
  const failing = columns.filter(({ state }) => state === 'fails')
  const ofColumns = (name: IndicatorName): number =>
    failing.filter(({ indicator }) => indicator === name).length
  const counts = Object.fromEntries(
    indicatorNames.map((name) => [name, name in tally ? tally[name as keyof Tally] : ofColumns(name)]),
  )
  return { counts: counts as Counts, columns }
}

/** The sum over organs. */
export const totalOf = (all: readonly Counts[]): Counts =>
  Object.fromEntries(
    indicatorNames.map((name) => [name, all.reduce((sum, counts) => sum + counts[name], 0)]),
  ) as Counts

/** The vetoes that a site as a whole meets with these counts, each in a sentence. Source: 国办秘函〔2019〕19号. */
export function vetoesOf(counts: Counts): string[] {
  const single = indicatorNames.flatMap((name) => {
    const { vetoFrom, label } = indicatorOf(name)
    return vetoFrom !== undefined && counts[name] >= vetoFrom ? [`${label}${counts[name]}个`] : []
  })
  const together = columnsTogether.names.reduce((sum, name) => sum + counts[name], 0)
  return together >= columnsTogether.vetoFrom
    ? [...single, `动态要闻、通知公告、政策文件类栏目合计${together}个未更新`]
    : single
}
