import { Button } from 'antd'
import { useMemo } from 'react'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import type { QueuePage as Page, QueueRow } from '../contract.ts'
import { useQueue, type View } from './api.ts'
import { QueueTable } from './queue-table.tsx'
import { mayRegister } from './rights.ts'
import './cases-list.css'

const views: readonly { view: View; label: string; empty: string }[] = [
  { view: 'open', label: '在办', empty: '没有在办的申请。' },
  { view: 'overdue', label: '逾期', empty: '没有逾期的申请。' },
  { view: 'soon', label: '三个工作日内到期', empty: '三个工作日内没有到期的申请。' },
  { view: 'mine', label: '我承办的', empty: '没有由您承办的在办申请。' },
  { view: 'unassigned', label: '待分办', empty: '没有待分办的申请。' },
  { view: 'closed', label: '已办结', empty: '还没有办结的申请。' },
  { view: 'all', label: '全部', empty: '还没有收到申请。' },
]

/** 申请: the cases of the organ, by due day, in views that the address names. */
export function QueuePage(_: ScreenProps) {
  const { organ } = useStanding()
  const { query: asked } = useLocation()
  const view = views.find((each) => each.view === asked.get('view')) ?? views[0]
  const q = asked.get('q') ?? ''
  const query = useQueue(view?.view ?? 'open', q)
  const counts = query.data?.pages[0]?.counts
  const register = mayRegister(organ.roles) ? (
    <Button type="primary" onClick={() => navigate(`/${organ.organId}/requests/register`)}>
      登记申请
    </Button>
  ) : null
  return (
    <>
      <PageHead title="申请" actions={register} />
      <ViewTabs current={view?.view ?? 'open'} q={q} counts={counts} />
      <SearchWords q={q} view={view?.view ?? 'open'} />
      <Answered query={query}>
        {({ pages }) => (
          <Rows
            rows={pages.flatMap((page) => page.rows)}
            empty={q === '' ? (view?.empty ?? '') : `没有找到含“${q}”的申请。`}
            more={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            busy={query.isFetchingNextPage}
          />
        )}
      </Answered>
    </>
  )
}

interface Tabs {
  current: View
  q: string
  counts: Page['counts'] | undefined
}

function ViewTabs({ current, q, counts }: Tabs) {
  const { organ } = useStanding()
  const words = q === '' ? '' : `&q=${encodeURIComponent(q)}`
  const countOf = (view: View) => (view === 'closed' || view === 'all' ? undefined : counts?.[view])
  return (
    <nav aria-label="按办理情况查看" className="tabs">
      <ul>
        {views.map(({ view, label }) => (
          <li key={view}>
            <Link to={`/${organ.organId}/requests?view=${view}${words}`} current={view === current}>
              {label}
              {countOf(view) === undefined ? null : <span className="count">{countOf(view)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SearchWords({ q, view }: { q: string; view: View }) {
  const { organ } = useStanding()
  if (q === '') return null
  return (
    <p>
      查找“{q}”的结果。<Link to={`/${organ.organId}/requests?view=${view}`}>不再查找</Link>
    </p>
  )
}

interface RowsShown {
  rows: QueueRow[]
  empty: string
  more: (() => void) | undefined
  busy: boolean
}

function Rows({ rows, empty, more, busy }: RowsShown) {
  const once = useMemo(() => [...new Map(rows.map((row) => [row.caseId, row])).values()], [rows])
  if (once.length === 0) return <Nothing>{empty}</Nothing>
  return (
    <>
      <QueueTable rows={once} whole={more === undefined} />
      <p className="after-table" role="status">
        {more === undefined ? `共 ${once.length} 件。` : `已显示 ${once.length} 件，还有更多。`}
        {more === undefined ? null : (
          <Button onClick={more} loading={busy}>
            继续显示
          </Button>
        )}
      </p>
    </>
  )
}
