import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Answered } from '#platform/console/states.tsx'
import { type Day, inChinese, weekdayInChinese } from '#time/day.ts'
import type { Today } from '../contract.ts'
import { useToday } from './api.ts'
import { CaseLine } from './case-line.tsx'
import { MovedCases } from './moved-cases.tsx'
import './cases-list.css'

type Pile = 'overdue' | 'soon' | 'returned' | 'mine' | 'unassigned'

const piles: readonly { pile: Pile; title: string }[] = [
  { pile: 'overdue', title: '已经逾期' },
  { pile: 'soon', title: '三个工作日内到期' },
  { pile: 'returned', title: '退回给我' },
  { pile: 'mine', title: '等我办理' },
  { pile: 'unassigned', title: '待分办' },
]

/** 今日: what must be done now, each case once, where it weighs most. */
export function TodayPage(_: ScreenProps) {
  const query = useToday()
  return (
    <>
      <PageHead title="今日" note={query.data === undefined ? '' : dateLine(query.data)} />
      <Answered query={query}>{(today) => <Desk today={today} />}</Answered>
    </>
  )
}

const dateLine = ({ today, isWorkday }: Today): string =>
  `${inChinese(today as Day)}，${weekdayInChinese(today as Day)}，${isWorkday ? '工作日' : '休息日'}`

function Desk({ today }: { today: Today }) {
  const shown = eachOnce(today).filter(({ rows }) => rows.length > 0)
  if (shown.length === 0 && today.moved.length === 0)
    return (
      <div className="sheet done">
        <h2>今日事毕</h2>
        <p className="tight">没有逾期和将要到期的申请，没有等您办理的事。</p>
      </div>
    )
  return (
    <>
      <MovedCases moved={today.moved} />
      {shown.map((one) => (
        <PileOfCases key={one.pile} {...one} />
      ))}
    </>
  )
}

function PileOfCases({ pile, title, rows }: { pile: Pile; title: string; rows: Today[Pile] }) {
  return (
    <section className={`sheet pile ${pile}`} aria-labelledby={`pile-${pile}`}>
      <h2 id={`pile-${pile}`}>
        {title} <span className="count">{rows.length}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <CaseLine key={row.caseId} row={row} />
        ))}
      </ul>
    </section>
  )
}

function eachOnce(today: Today) {
  const seen = new Set<string>()
  return piles.map(({ pile, title }) => {
    const rows = today[pile].filter((row) => !seen.has(row.caseId))
    for (const row of rows) seen.add(row.caseId)
    return { pile, title, rows }
  })
}
