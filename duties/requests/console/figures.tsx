import { Link } from '#platform/console/router.tsx'
import { figureLabels, type Supervision } from '../contract-supervision.ts'

type Totals = Supervision['totals']

/** Working days to a tenth, or a dash where nothing was counted. */
export const daysText = (days: number | null): string => (days === null ? '—' : `${days}`)

interface Shown {
  totals: Totals
  /** Where a figure of open cases opens to. */
  open?: Partial<Record<'open' | 'overdue' | 'dueToday' | 'soon' | 'suggestions', string>>
}

/** What stands open and how near it is; of the year what came in, what was done, and how long each took. */
export function Figures({ totals, open = {} }: Shown) {
  return (
    <dl className="figures">
      <Figure label={figureLabels.open} figure={totals.open} to={open.open} />
      <Figure
        label={figureLabels.overdue}
        figure={totals.overdue}
        to={open.overdue}
        heavy={totals.overdue > 0}
      />
      <Figure
        label={figureLabels.dueToday}
        figure={totals.dueToday}
        to={open.dueToday}
        heavy={totals.dueToday > 0}
      />
      <Figure label={figureLabels.soon} figure={totals.soon} to={open.soon} />
      <Figure label={figureLabels.received} figure={totals.received} />
      <Figure label={figureLabels.completed} figure={totals.completed} />
      <Figure label={figureLabels.answerDays} figure={daysText(totals.answerDays)} />
      <Figure label={figureLabels.completionDays} figure={daysText(totals.completionDays)} />
      <Figure label={figureLabels.suggestions} figure={totals.suggestions} to={open.suggestions} />
      <Figure label={figureLabels.suggestionsDealt} figure={totals.suggestionsDealt} />
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
