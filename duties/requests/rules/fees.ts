import type { Citation } from '#law/citation.ts'

/** From the `from`-th unit on, each costs this much, until the next band begins. */
interface Band {
  readonly from: number
  readonly yuan: number
}

/** A progressive tariff of the 信息处理费 (国办函〔2020〕109号): every unit at the rate of the band it falls in. */
interface Tariff {
  readonly unit: string
  /** What is not charged, in words. */
  readonly free: string
  readonly bands: readonly Band[]
  /** Beyond the last band: each further step of units costs so much more for each. */
  readonly climbs?: { readonly every: number; readonly yuan: number }
  readonly cites: Citation
}

/** Pieces of one applicant in one calendar month at one organ: 31–40 at 200, 41–50 at 300, and so on (our reading of 以10件为一档). */
export const pieceTariff = {
  unit: '件',
  free: '一个自然月累计10件',
  bands: [
    { from: 1, yuan: 0 },
    { from: 11, yuan: 100 },
    { from: 31, yuan: 200 },
  ],
  climbs: { every: 10, yuan: 100 },
  cites: { instrument: 'feeMeasures', article: 4, quote: '以10件为一档，每增加一档，收费标准提高100元/件' },
} as const satisfies Tariff

/** Pages of one request, A4 or smaller, one side one page. */
export const pageTariff = {
  unit: '页',
  free: '30页',
  bands: [
    { from: 1, yuan: 0 },
    { from: 31, yuan: 10 },
    { from: 101, yuan: 20 },
    { from: 201, yuan: 40 },
  ],
  cites: { instrument: 'feeMeasures', article: 5, quote: '按量计收' },
} as const satisfies Tariff

const rateOf = (tariff: Tariff, nth: number): number => {
  const band = tariff.bands.findLast(({ from }) => from <= nth)
  if (!band) return 0
  const isLast = band === tariff.bands.at(-1)
  if (!isLast || !tariff.climbs) return band.yuan
  return band.yuan + Math.floor((nth - band.from) / tariff.climbs.every) * tariff.climbs.yuan
}

const whole = (n: number): number => {
  if (!Number.isInteger(n) || n < 0 || n > 1_000_000) throw new RangeError(`not a number of units: ${n}`)
  return n
}

const sum = (tariff: Tariff, n: number): number => {
  let yuan = 0
  for (let nth = 1; nth <= whole(n); nth++) yuan += rateOf(tariff, nth)
  return yuan
}

/** What the n-th piece of the month costs by itself, in yuan. Throws RangeError where n is no whole number. */
export const feeOfNthPiece = (n: number): number => rateOf(pieceTariff, whole(n))

/** What n pieces of one month cost together, in yuan. Throws RangeError where n is no whole number. */
export const pieceFee = (n: number): number => sum(pieceTariff, n)

/** What p pages of one request cost, in yuan. Throws RangeError where p is no whole number. */
export const pageFee = (pages: number): number => sum(pageTariff, pages)

/** Where the applicant stands on the ladder with this month's n-th piece: a sentence for the desk, no decision (第四十二条: 可以). */
export function ladder(n: number): string {
  const yuan = feeOfNthPiece(n)
  const stands = `本件是该申请人本月第${n}件`
  if (yuan > 0) return `${stands}，可以按件收取${yuan}元；是否收取由本机关决定`
  const left = pieceTariff.bands[1].from - 1 - n
  return `${stands}，不收费；${left > 0 ? `再有${left}件仍不收费` : '下一件起可以按件收费'}`
}

/** What section six of the annual report must state of the processing fee (第四十二条, 109号办法); amounts in yuan. */
export interface FeeFigures {
  /** Fee notices issued in the year. */
  readonly notices: number
  /** What they asked for together. */
  readonly noticed: number
  /** What was paid in the year, whenever the notice was issued. */
  readonly collected: number
}
