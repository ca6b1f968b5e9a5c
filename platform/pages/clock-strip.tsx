import { type Day, inChinese, weekdayInChinese } from '#time/day.ts'
import { linesOf, type StripCell, type StripWeek, weeksOf } from './strip-weeks.ts'

export interface ClockStripProps {
  cells: readonly StripCell[]
  /** What the strip says, in one sentence. */
  caption: string
  /** The day to be marked 今天, where it lies on the strip. */
  today?: string | undefined
}

/**
 * 期限带: the days from receipt to the due day. Counted days are filled and numbered, the others hollow with the
 * character of their reason; weeks stand side by side on a wide page and below one another on a phone. The drawing is
 * hidden from screen readers, which read the caption and the table.
 */
export function ClockStrip({ cells, caption, today }: ClockStripProps) {
  if (cells.length === 0) return null
  const weeks = weeksOf(cells)
  return (
    <figure class="strip">
      <figcaption class="strip-caption">{caption}</figcaption>
      <div class="strip-weeks" aria-hidden="true">
        {weeks.map((week, index) => (
          <Week key={week.kind === 'week' ? index : week.from} week={week} first={cells[0]} today={today} />
        ))}
      </div>
      <Legend cells={cells} today={today} />
      <StripTable cells={cells} />
    </figure>
  )
}

const weekdays = [...'一二三四五六日']

function Week(props: { week: StripWeek; first: StripCell | undefined; today: string | undefined }) {
  const { week, first, today } = props
  if (week.kind === 'leftOut')
    return (
      <p class="strip-left-out">
        略 {week.weeks} 周（{shortDay(week.from)}至{shortDay(week.to)}）：{week.reason}
      </p>
    )
  return (
    <div class="strip-week">
      {weekdays.map((name) => (
        <b key={name}>{name}</b>
      ))}
      {week.cells.map((cell, index) =>
        cell ? (
          <Cell key={cell.day} cell={cell} isFirst={cell === first} today={today} />
        ) : (
          <span key={weekdays[index]} />
        ),
      )}
    </div>
  )
}

function Cell({ cell, isFirst, today }: { cell: StripCell; isFirst: boolean; today: string | undefined }) {
  const isToday = cell.day === today
  return (
    <span class={classOf(cell, isToday)}>
      <small>{isFirst || cell.day.endsWith('-01') ? slashed(cell.day) : Number(cell.day.slice(8))}</small>
      <i>
        {cell.counted ?? cell.mark}
        {cell.makeUp && <sup>班</sup>}
      </i>
      {cell.due && <em>到期</em>}
      {isToday && !cell.due && <em>今天</em>}
    </span>
  )
}

const classOf = (cell: StripCell, isToday: boolean): string =>
  [
    cell.counted === null ? 'open' : cell.extension ? 'more' : 'full',
    cell.due && 'due',
    cell.provisional && 'unsure',
    isToday && 'today',
  ]
    .filter(Boolean)
    .join(' ')

const slashed = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
const shortDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

// Only what stands on this strip is explained.
function Legend({ cells, today }: { cells: readonly StripCell[]; today: string | undefined }) {
  const marks = new Map(cells.filter((cell) => cell.mark).map((cell) => [cell.mark, shortReason(cell)]))
  const has = (test: (cell: StripCell) => boolean) => cells.some(test)
  return (
    <ul class="strip-legend" aria-hidden="true">
      {has((cell) => cell.counted !== null && !cell.extension) && <Key kind="full" text="计入的工作日" />}
      {has((cell) => cell.extension) && <Key kind="more" text="延长的工作日" />}
      {has((cell) => cell.makeUp) && <Key kind="full" badge="班" text="调休上班，计入" />}
      {[...marks].map(([mark, reason]) => (
        <Key key={mark} kind="open" mark={mark} text={reason} />
      ))}
      {has((cell) => cell.due) && <Key kind="full due" text="答复期限届满" />}
      {has((cell) => cell.provisional) && <Key kind="open unsure" text="放假通知未公布，暂定" />}
      {today && has((cell) => cell.day === today) && <Key kind="open today" text="今天" />}
    </ul>
  )
}

function Key({ kind, mark, badge, text }: { kind: string; mark?: string; badge?: string; text: string }) {
  return (
    <li>
      <span class={kind}>
        <i>
          {mark}
          {badge && <sup>{badge}</sup>}
        </i>
      </span>
      {text}
    </li>
  )
}

const general: Readonly<Record<string, string>> = { 周: '周末', 假: '法定节假日' }
const shortReason = (cell: StripCell): string => general[cell.mark] ?? cell.reason

function StripTable({ cells }: { cells: readonly StripCell[] }) {
  return (
    <details class="strip-table">
      <summary>逐日列表</summary>
      <table>
        <caption class="unseen">从收到申请到期限届满逐日是否计入</caption>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">第几个工作日</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(cells).map(({ from, to, days, cell }) => (
            <tr key={from}>
              <th scope="row">{spanInChinese(from, to)}</th>
              <td>{cell.counted ?? (days > 1 ? `${days}天不计入` : '不计入')}</td>
              <td>{explained(cell)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const spanInChinese = (from: string, to: string): string =>
  from === to
    ? `${inChinese(from as Day)}，${weekdayInChinese(from as Day)}`
    : `${inChinese(from as Day)}至${inChinese(to as Day)}`

const explained = (cell: StripCell): string =>
  [cell.reason, cell.extension && '延长期限内', cell.due && '答复期限届满', cell.provisional && '暂定']
    .filter(Boolean)
    .join('；')
