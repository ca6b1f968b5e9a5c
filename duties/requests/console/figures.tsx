import { Link } from '#platform/console/router.tsx'
import type { Supervision } from '../contract-supervision.ts'

type Totals = Supervision['totals']

/** Working days to a tenth, or a dash where nothing was counted. */
export const daysText = (days: number | null): string => (days === null ? '—' : `${days}`)

interface Shown {
  totals: Totals
  year: number
  /** Where a figure of open cases opens to. */
  open?: Partial<Record<'open' | 'overdue' | 'dueToday' | 'soon', string>>
}

/** What stands open and how near it is; of the year what came in, what was done, and how long each took. */
export function Figures({ totals, year, open = {} }: Shown) {
  return (
    <dl className="figures">
      <Figure label="在办" figure={totals.open} to={open.open} />
      <Figure label="逾期" figure={totals.overdue} to={open.overdue} heavy={totals.overdue > 0} />
      <Figure label="今日到期" figure={totals.dueToday} to={open.dueToday} heavy={totals.dueToday > 0} />
      <Figure label="三个工作日内到期" figure={totals.soon} to={open.soon} />
      <Figure label={`${year}年收到`} figure={totals.received} />
      <Figure label={`${year}年办结`} figure={totals.completed} />
      <Figure label="首次告知平均工作日" figure={daysText(totals.answerDays)} />
      <Figure label="办结平均工作日" figure={daysText(totals.completionDays)} />
    </dl>
  )
}

interface FigureShown {
  label: string
  figure: number | string
  to?: string | undefined
  heavy?: boolean
}

function Figure({ label, figure, to, heavy = false }: FigureShown) {
  return (
    <div className={heavy ? 'heavy' : ''}>
      <dt>{label}</dt>
      <dd>
        {to === undefined ? (
          figure
        ) : (
          <Link to={to} label={`${label}${figure}件，查看`}>
            {figure}
          </Link>
        )}
      </dd>
    </div>
  )
}
