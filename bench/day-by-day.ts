import chineseDays from 'chinese-days'

const millisecondsADay = 86_400_000

/**
 * The n-th working day after a day by walking day after day through the chinese-days package, leaving out the days
 * after the first up to the last of each wait. The plain way to count: what the clock is measured and checked against.
 */
export const countDayByDay = (
  start: string,
  n: number,
  waits: readonly (readonly [from: string, upTo: string])[],
): string => {
  let at = Date.parse(start)
  let counted = 0
  let on = start
  while (counted < n) {
    at += millisecondsADay
    on = new Date(at).toISOString().slice(0, 10)
    const waiting = waits.some(([from, upTo]) => on > from && on <= upTo)
    if (!waiting && chineseDays.isWorkday(on)) counted++
  }
  return on
}
