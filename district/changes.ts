import { type Day, day } from '#time/day.ts'

/** What happened to the organs of every county within the three years. */

/** The day from which the names of the district are known. */
export const knownFrom: Day = day('2019-01-01')

/** 政务服务和大数据管理局 became 数据局: the same organ under another name. */
export const renaming = {
  department: 'shjj',
  oldName: '政务服务和大数据管理局',
  oldShort: '政数局',
  oldMark: '政数',
  on: day('2025-01-06'),
} as const

/** Organs that ended, with the one that answers for them since. */
export const endings = [
  { department: 'xczx', successor: 'nynj', how: 'merged', on: day('2024-12-23') },
  { department: 'dzj', successor: 'yjj', how: 'moved', on: day('2025-07-01') },
] as const

/** The first village of one town went over to the first street. */
export const transfer = { fromTown: 3, toTown: 0, village: 0, on: day('2025-07-01') } as const

/** 文号 of the decision behind a change. */
export const basisOf = (mark: string, year: number, number: number): string =>
  `${mark}政发〔${year}〕${number}号`
