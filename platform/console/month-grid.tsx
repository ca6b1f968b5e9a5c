import type { Static } from 'typebox'
import type { CalendarAnswer } from '#platform/calendar/contract.ts'
import { day as asDay, weekday } from '#time/day.ts'

type CalendarDay = Static<typeof CalendarAnswer>['days'][number]

interface Month {
  year: number
  month: number
  days: readonly CalendarDay[]
}

const marks = { workday: '', weekend: '', holiday: '休', makeUp: '班' } as const
const said = { workday: '', weekend: '', holiday: '放假', makeUp: '调休上班' } as const

/** A month as a small table, Monday first: 休 on holidays, 班 on weekends that are worked. */
export function MonthGrid({ year, month, days }: Month) {
  return (
    <table className="month">
      <caption>
        {year}年{month}月
      </caption>
      <thead>
        <tr>
          {[...'一二三四五六日'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((each) => each !== null)?.day}>
            {week.map((each, index) => (
              <DayCell key={each?.day ?? index} each={each} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ each }: { each: CalendarDay | null }) {
  if (each === null) return <td />
  const words = [each.name ?? '', said[each.kind]].filter(Boolean).join('，')
  return (
    <td className={each.provisional ? `${each.kind} unsure` : each.kind} title={words}>
      {Number(each.day.slice(8))}
      <small>{marks[each.kind]}</small>
    </td>
  )
}

function weeksOf(days: readonly CalendarDay[]): (CalendarDay | null)[][] {
  const first = days[0]
  if (first === undefined) return []
  const padded: (CalendarDay | null)[] = [...Array<null>(weekday(asDay(first.day)) - 1).fill(null), ...days]
  while (padded.length % 7 !== 0) padded.push(null)
  return Array.from({ length: padded.length / 7 }, (_, index) => padded.slice(index * 7, index * 7 + 7))
}
