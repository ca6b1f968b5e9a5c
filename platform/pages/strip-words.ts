import { type Day, inChinese, weekdayInChinese } from '#time/day.ts'
import type { StripCell } from './strip-weeks.ts'

/** One line of the legend: how the mark looks, and what it means. */
export interface StripKey {
  kind: string
  mark: string
  badge: string
  text: string
}

const general: Readonly<Record<string, string>> = { 周: '周末', 假: '法定节假日' }
const key = (kind: string, text: string, mark = '', badge = ''): StripKey => ({ kind, mark, badge, text })

/** The legend of a strip: only what stands on it is explained. */
export function legendOf(cells: readonly StripCell[], today: string | undefined): readonly StripKey[] {
  const has = (test: (cell: StripCell) => boolean) => cells.some(test)
  const marks = new Map(
    cells.filter((cell) => cell.mark).map((cell) => [cell.mark, general[cell.mark] ?? cell.reason]),
  )
  return [
    has((cell) => cell.counted !== null && !cell.extension) && key('full', '计入的工作日'),
    has((cell) => cell.extension) && key('more', '延长的工作日'),
    has((cell) => cell.makeUp) && key('full', '调休上班，计入', '', '班'),
    ...[...marks].map(([mark, text]) => key('open', text, mark)),
    has((cell) => cell.due) && key('full due', '答复期限届满'),
    has((cell) => cell.provisional) && key('open unsure', '尚未确定，暂定'),
    has((cell) => cell.day === today) && key('open today', '今天'),
  ].filter((each) => each !== false)
}

/** The classes by which the style sheet draws a day. */
export const classOfDay = (cell: StripCell, isToday: boolean): string =>
  [
    cell.counted === null ? 'open' : cell.extension ? 'more' : 'full',
    cell.due && 'due',
    cell.provisional && 'unsure',
    isToday && 'today',
  ]
    .filter(Boolean)
    .join(' ')

/** The number over a day: with its month on the first day drawn and on the first of a month. */
export const numberOfDay = (cell: StripCell, isFirst: boolean): string =>
  isFirst || cell.day.endsWith('-01')
    ? `${Number(cell.day.slice(5, 7))}/${Number(cell.day.slice(8))}`
    : String(Number(cell.day.slice(8)))

/** 6月3日 */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** A day with its weekday, or days from one to another. */
export const spanInChinese = (from: string, to: string): string =>
  from === to
    ? `${inChinese(from as Day)}，${weekdayInChinese(from as Day)}`
    : `${inChinese(from as Day)}至${inChinese(to as Day)}`

/** Whether a line of the table is counted, in words. */
export const countedInWords = (cell: StripCell, days: number): string =>
  cell.counted === null ? (days > 1 ? `${days}天不计入` : '不计入') : String(cell.counted)

/** Why a day is counted or not, and what else is to be known of it. */
export const explained = (cell: StripCell): string =>
  [cell.reason, cell.extension && '延长期限内', cell.due && '答复期限届满', cell.provisional && '暂定']
    .filter(Boolean)
    .join('；')
