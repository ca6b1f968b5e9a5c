import { type Day, inChinese } from '#time/day.ts'

/** A day in Chinese, or a dash. */
export const DayText = ({ on }: { on: string | null }) =>
  on === null ? <span className="none">—</span> : <time dateTime={on}>{inChinese(on as Day)}</time>

const minute = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
})

/** An instant in Beijing time: 2026年11月21日 09:30 */
export const minuteInChinese = (instant: string): string => minute.format(new Date(instant))
