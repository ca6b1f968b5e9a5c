import type { Day } from '#time/day.ts'
import { type ChannelRefusal, refuse } from './refusals.ts'

/** Where the gazette stands in the rules of the state. */
export const gazetteGround = {
  source: '国办发〔2018〕22号',
  says: '政府公报由设区的市级以上人民政府编发；部门和乡镇不编发',
} as const

/** 国办发〔2018〕22号: governments of a 设区的市 and above keep a gazette; departments, counties and townships do not. */
export const keepsGazette = ({ kind, level }: { kind: string; level: string }): boolean =>
  kind === 'government' && (level === 'city' || level === 'province')

/** An issue as it is entered. */
export interface IssueAsk {
  readonly year: number
  readonly number: number
  /** 出版日期 */
  readonly issuedOn: Day
  /** What is printed in it, in its order. */
  readonly indexNumbers: readonly string[]
}

const most = 300

/** Why an issue cannot be entered; undefined where it can. */
export function issueBars(
  organ: { kind: string; level: string },
  { year, issuedOn, indexNumbers }: IssueAsk,
  today: Day,
): ChannelRefusal | undefined {
  if (!keepsGazette(organ)) return refuse('noGazette')
  if (issuedOn > today) return refuse('future', { field: 'issuedOn', label: '出版日期' })
  // The last issue of a year may come out in the next.
  if (Math.abs(Number(issuedOn.slice(0, 4)) - year) > 1) return refuse('otherYear', { field: 'year' })
  if (indexNumbers.length === 0) return refuse('missing', { field: 'indexNumbers', label: '刊登的信息' })
  return indexNumbers.length > most
    ? refuse('tooManyPrinted', { field: 'indexNumbers', most: String(most) })
    : undefined
}
