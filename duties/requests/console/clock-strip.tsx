import { linesOf, type StripCell, type StripWeek, weeksOf } from '#platform/pages/strip-weeks.ts'
import {
  classOfDay,
  countedInWords,
  explained,
  legendOf,
  numberOfDay,
  shortDay,
  spanInChinese,
} from '#platform/pages/strip-words.ts'
import '#platform/pages/styles/strip.css'
import { dayInShanghai } from '#time/day.ts'

interface Strip {
  days: readonly StripCell[]
  /** What the strip says, in one sentence. */
  caption: string
}

const weekdays = [...'一二三四五六日']

/** 期限带 as in the portal: every day from receipt to the due day, counted or not and why, and the same as a table. */
export function ClockStrip({ days, caption }: Strip) {
  if (days.length === 0) return null
  const today = dayInShanghai(new Date().toISOString())
  return (
    <figure className="strip">
      <figcaption className="strip-caption">{caption}</figcaption>
      <div className="strip-weeks" aria-hidden="true">
        {weeksOf(days).map((week) => (
          <Week key={keyOf(week)} week={week} first={days[0]} today={today} />
        ))}
      </div>
      <Legend days={days} today={today} />
      <StripTable days={days} />
    </figure>
  )
}

const keyOf = (week: StripWeek): string =>
  week.kind === 'leftOut' ? week.from : (week.cells.find((cell) => cell !== null)?.day ?? '')

interface WeekShown {
  week: StripWeek
  first: StripCell | undefined
  today: string
}

function Week({ week, first, today }: WeekShown) {
  if (week.kind === 'leftOut')
    return (
      <p className="strip-left-out">
        略 {week.weeks} 周（{shortDay(week.from)}至{shortDay(week.to)}）：{week.reason}
      </p>
    )
  return (
    <div className="strip-week">
      {weekdays.map((name) => (
        <b key={name}>{name}</b>
      ))}
      {weekdays.map((name, index) => {
        const cell = week.cells[index]
        return cell ? (
          <DayCell key={name} cell={cell} isFirst={cell === first} today={today} />
        ) : (
          <span key={name} />
        )
      })}
    </div>
  )
}

function DayCell({ cell, isFirst, today }: { cell: StripCell; isFirst: boolean; today: string }) {
  const isToday = cell.day === today
  return (
    <span
      className={classOfDay(cell, isToday)}
      title={`${spanInChinese(cell.day, cell.day)}：${explained(cell)}`}
    >
      <small>{numberOfDay(cell, isFirst)}</small>
      <i>
        {cell.counted ?? cell.mark}
        {cell.makeUp ? <sup>班</sup> : null}
      </i>
      {cell.due ? <em>到期</em> : null}
      {isToday && !cell.due ? <em>今天</em> : null}
    </span>
  )
}

function Legend({ days, today }: { days: readonly StripCell[]; today: string }) {
  return (
    <ul className="strip-legend" aria-hidden="true">
      {legendOf(days, today).map(({ kind, mark, badge, text }) => (
        <li key={text}>
          <span className={kind}>
            <i>
              {mark}
              {badge === '' ? null : <sup>{badge}</sup>}
            </i>
          </span>
          {text}
        </li>
      ))}
    </ul>
  )
}

function StripTable({ days }: { days: readonly StripCell[] }) {
  return (
    <details className="strip-table">
      <summary>逐日列表</summary>
      <table>
        <caption className="unseen">从收到申请到期限届满逐日是否计入</caption>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">第几个工作日</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(days).map(({ from, to, days: number, cell }) => (
            <tr key={from}>
              <th scope="row">{spanInChinese(from, to)}</th>
              <td>{countedInWords(cell, number)}</td>
              <td>{explained(cell)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
