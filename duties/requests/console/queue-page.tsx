import { Button } from 'antd'
import { useMemo } from 'react'
import { MoreRows } from '#platform/console/more-rows.tsx'
import { heldBy, type ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { readsApplicant } from '../case-roles.ts'
import type { QueuePage as Page, QueueRow } from '../contract.ts'
import { useQueue } from './api.ts'
import { QueueFilters } from './queue-filters.tsx'
import { addressOf, isFiltered, type List, listFrom, type View, views, wordsOf } from './queue-list.ts'
import { QueueTable } from './queue-table.tsx'
import { mayImport, mayRegister, maySeeSuggestions } from './rights.ts'
import { TakeOut } from './take-out.tsx'
import './cases-list.css'

/** 申请: the cases of the organ in views, filtered and put in order; the address names all of it. */
export function QueuePage(_: ScreenProps) {
  const { organ } = useStanding()
  const { query: asked } = useLocation()
  const list = listFrom(asked)
  const query = useQueue(list)
  const show = (next: List) => navigate(addressOf(organ.organId, next))
  return (
    <>
      <PageHead title="申请" actions={<Actions list={list} />} />
      <ViewTabs list={list} counts={query.data?.pages[0]?.counts} />
      <SearchWords list={list} />
      <QueueFilters list={list} show={show} />
      <Answered query={query}>
        {({ pages }) => (
          <div className="shown" aria-busy={query.isPlaceholderData}>
            <Rows
              rows={pages.flatMap((page) => page.rows)}
              list={list}
              show={show}
              more={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
              busy={query.isFetchingNextPage}
            />
          </div>
        )}
      </Answered>
    </>
  )
}

const mayTakeApplicants = heldBy(...readsApplicant)

function Actions({ list }: { list: List }) {
  const { organ } = useStanding()
  const root = `/${organ.organId}/requests`
  return (
    <>
      {maySeeSuggestions(organ.roles) ? <Link to={`${root}/suggestions`}>建议主动公开</Link> : null}
      {mayImport(organ.roles) ? <Link to={`${root}/imports`}>台账导入</Link> : null}
      <TakeOut
        from={`/api/organs/${organ.organId}/request-export?${wordsOf(list)}&`}
        what="申请列表"
        withApplicants={mayTakeApplicants(organ.roles)}
      />
      {mayRegister(organ.roles) ? (
        <Button type="primary" onClick={() => navigate(`${root}/register`)}>
          登记申请
        </Button>
      ) : null}
    </>
  )
}

function ViewTabs({ list, counts }: { list: List; counts: Page['counts'] | undefined }) {
  const { organ } = useStanding()
  const countOf = (view: View) => (view === 'closed' || view === 'all' ? undefined : counts?.[view])
  return (
    <nav aria-label="按办理情况查看" className="tabs">
      <ul>
        {views.map(({ view, label }) => (
          <li key={view}>
            <Link to={addressOf(organ.organId, { ...list, view })} current={view === list.view}>
              {label}
              {countOf(view) === undefined ? null : <span className="count">{countOf(view)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function SearchWords({ list: { q = '', ...rest } }: { list: List }) {
  const { organ } = useStanding()
  if (q === '') return null
  return (
    <p>
      查找“{q}”的结果。<Link to={addressOf(organ.organId, rest)}>不再查找</Link>
    </p>
  )
}

function emptyWords(list: List): string {
  if (list.q !== undefined) return `没有找到含“${list.q}”的申请。`
  if (isFiltered(list)) return '没有符合筛选条件的申请。'
  return views.find(({ view }) => view === list.view)?.empty ?? ''
}

interface RowsShown {
  rows: QueueRow[]
  list: List
  show(list: List): void
  more: (() => void) | undefined
  busy: boolean
}

function Rows({ rows, list, show, more, busy }: RowsShown) {
  const once = useMemo(() => [...new Map(rows.map((row) => [row.caseId, row])).values()], [rows])
  if (once.length === 0) return <Nothing>{emptyWords(list)}</Nothing>
  const { sort, down = false, ...unsorted } = list
  return (
    <>
      <QueueTable
        rows={once}
        order={sort === undefined ? null : { key: sort, down }}
        sort={(order) => show(order === null ? unsorted : { ...unsorted, sort: order.key, down: order.down })}
      />
      <MoreRows shown={once.length} unit="件" more={more} busy={busy} />
    </>
  )
}
