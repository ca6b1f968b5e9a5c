import { portalOrgan } from '#duties/publication/store.ts'
import { holidayNotices } from '#law/holidays/notices.ts'
import type { App } from '#platform/http/app.ts'
import { trouble } from '#platform/http/problem.ts'
import { askedYear } from '#platform/pages/asked.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import { type Frame, frameOf, sendPage } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { shortDay } from '#platform/pages/strip-words.ts'
import type { Platform } from '#platform/platform.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, yearOf } from '#time/day.ts'
import { type CalendarYear, type YearDay, type YearMonth, yearOfCalendar } from './calendar-year.ts'

/** 工作日日历 of a year, with the notice it rests on. */
export function calendarPages(app: App, platform: Platform): void {
  app.get('/calendar', async (request, reply) => {
    const today = platform.today()
    const organ = await portalOrgan(platform.db, today)
    if (!organ) throw trouble('notFound')
    const calendar = await platform.calendarFor(organ.organId)
    const years = yearsToShow(calendar, today)
    const wanted = askedYear(request.query, 'year') ?? yearOf(today)
    const year = years.includes(wanted) ? wanted : yearOf(today)
    const frame = await frameOf(request, platform)
    return sendPage(
      reply,
      <CalendarPage
        frame={frame}
        shown={yearOfCalendar(calendar, year)}
        years={years}
        calendar={calendar}
        today={today}
      />,
    )
  })
}

// The years with a notice, this year and the next.
const yearsToShow = (calendar: Calendar, today: Day): number[] =>
  [...new Set([...calendar.noticeYears, yearOf(today), yearOf(today) + 1])].sort((one, other) => other - one)

interface CalendarPageProps {
  frame: Frame
  shown: CalendarYear
  years: readonly number[]
  calendar: Calendar
  today: Day
}

export function CalendarPage({ frame, shown, years, calendar, today }: CalendarPageProps) {
  const title = `${shown.year}年工作日日历`
  return (
    <Page
      frame={frame}
      title={title}
      meta={{ level: 'list', column: otherColumn('工作日日历', '全年的工作日、节假日和调休上班日') }}
      trail={[{ label: '依申请公开', address: '/requests' }]}
    >
      <h1>{title}</h1>
      <nav class="years" aria-label="年份">
        <ul>
          {years.map((year) => (
            <li key={year}>
              <a href={`/calendar?year=${year}`} aria-current={year === shown.year ? 'page' : undefined}>
                {year}年
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Basis shown={shown} calendar={calendar} />
      <Festivals shown={shown} />
      <Legend />
      <div class="months">
        {shown.months.map((month) => (
          <Month key={month.month} month={month} today={today} />
        ))}
      </div>
    </Page>
  )
}

function Legend() {
  return (
    <ul class="calendar-legend" aria-hidden="true">
      <li>
        <span class="festival">休</span>放假
      </li>
      <li>
        <span class="made-up">班</span>调休上班，是工作日
      </li>
      <li>
        <span class="rest">&nbsp;</span>周末
      </li>
    </ul>
  )
}

function Basis({ shown, calendar }: { shown: CalendarYear; calendar: Calendar }) {
  const notices = calendar.source.notices.filter((notice) => notice.year === shown.year)
  if (notices.length === 0)
    return (
      <p class="note weighty measure">
        国务院办公厅尚未公布{shown.year}
        年的放假安排。以下只标出法定节假日当日，没有调休，为暂定；据此计算的期限也是暂定。
      </p>
    )
  return (
    <p class="measure">
      依据
      {notices.map((notice, index) => {
        const known = holidayNotices.find((each) => each.number === notice.number)
        return (
          <span key={notice.number}>
            {index > 0 && '、'}
            {known ? <a href={known.source}>{known.title}</a> : '放假安排'}（{notice.number}）
          </span>
        )
      })}
      ，全年共{shown.workingDays}个工作日。
    </p>
  )
}

function Festivals({ shown }: { shown: CalendarYear }) {
  return (
    <table class="festivals">
      <caption class="unseen">{shown.year}年放假和调休安排</caption>
      <thead>
        <tr>
          <th scope="col">节日</th>
          <th scope="col">放假</th>
          <th scope="col">调休上班</th>
        </tr>
      </thead>
      <tbody>
        {shown.festivals.map((festival) => (
          <tr key={festival.name}>
            <th scope="row">{festival.name}</th>
            <td>
              {spanOf(festival.off)}
              {festival.off.length > 1 && `，共${festival.off.length}天`}
            </td>
            <td>{festival.on.map(shortDay).join('、') || '无'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const spanOf = (days: readonly Day[]): string => {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return '不放假'
  return first === last ? shortDay(first) : `${shortDay(first)}至${shortDay(last)}`
}

function Month({ month, today }: { month: YearMonth; today: Day }) {
  return (
    <table class="month">
      <caption>
        {month.month}月<span class="quiet">{month.workingDays}个工作日</span>
      </caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week.find((each) => each)?.day}>
            {week.map((each, at) => (
              <MonthDay key={each?.day ?? weekdays[at]} each={each} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const weekdays = [...'一二三四五六日']
const classes = { workday: '', makeUp: 'made-up', weekend: 'rest', holiday: 'festival' } as const
const marks = { workday: '', makeUp: '班', weekend: '', holiday: '休' } as const

function MonthDay({ each, today }: { each: YearDay | null; today: Day }) {
  if (!each) return <td />
  const mark = marks[each.kind]
  const kind = [classes[each.kind], each.day === today && 'today'].filter(Boolean).join(' ')
  return (
    <td class={kind || undefined} title={each.festival || undefined}>
      {Number(each.day.slice(8))}
      {mark && <small>{mark}</small>}
    </td>
  )
}
