import { linesOf, type StripCell, type StripWeek, weeksOf } from './strip-weeks.ts'
import {
  classOfDay,
  countedInWords,
  explained,
  legendOf,
  numberOfDay,
  type StripKey,
  shortDay,
  spanInChinese,
} from './strip-words.ts'

interface ClockStripProps {
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
    <span class={classOfDay(cell, isToday)}>
      <small>{numberOfDay(cell, isFirst)}</small>
      <i>
        {cell.counted ?? cell.mark}
        {cell.makeUp && <sup>班</sup>}
      </i>
      {cell.due && <em>到期</em>}
      {isToday && !cell.due && <em>今天</em>}
    </span>
  )
}

function Legend({ cells, today }: { cells: readonly StripCell[]; today: string | undefined }) {
  return (
    <ul class="strip-legend" aria-hidden="true">
      {legendOf(cells, today).map((key) => (
        <Key key={key.text} {...key} />
      ))}
    </ul>
  )
}

function Key({ kind, mark, badge, text }: StripKey) {
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
              <td>{countedInWords(cell, days)}</td>
              <td>{explained(cell)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
