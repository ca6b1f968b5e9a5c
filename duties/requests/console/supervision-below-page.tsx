import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { call } from '#platform/console/api.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import { belowLabels } from '#platform/organs/contract.ts'
import { type Day, inChinese } from '#time/day.ts'
import { type Below, type BelowList, belowSorts, figureLabels } from '../contract-supervision.ts'
import { daysText, Figures } from './figures.tsx'
import { SortHead } from './sort-head.tsx'
import { SupervisionTabs } from './supervision-tabs.tsx'
import { TakeOut } from './take-out.tsx'
import './supervision.css'

const onlyLabels = {
  overdue: '有逾期的',
  due: '有逾期或者将到期的',
  open: '有在办件的',
  any: '今年有申请的',
} as const

const within = <Name extends string>(table: Readonly<Record<Name, unknown>>, name: string | null) =>
  name !== null && Object.hasOwn(table, name) ? (name as Name) : undefined

function listFrom(query: URLSearchParams): BelowList {
  const [q, sort] = [query.get('q') ?? '', belowSorts.find((each) => each === query.get('sort'))]
  const [only, axis] = [within(onlyLabels, query.get('only')), within(belowLabels, query.get('axis'))]
  return {
    ...(axis === undefined ? {} : { axis }),
    ...(only === undefined ? {} : { only }),
    ...(q === '' ? {} : { q }),
    ...(sort === undefined ? {} : { sort, down: query.get('down') === 'true' }),
  }
}

const wordsOf = (list: BelowList): string =>
  new URLSearchParams(Object.entries(list).map(([name, value]) => [name, String(value)])).toString()

const pageSize = 100

function useBelow(list: BelowList) {
  const { organ } = useStanding()
  const root = `/api/organs/${organ.organId}/request-supervision/below`
  const query = useInfiniteQuery({
    queryKey: [organ.organId, 'below', wordsOf(list)],
    queryFn: ({ pageParam }) =>
      call<Below>('GET', `${root}?${wordsOf(list)}&limit=${pageSize}&offset=${pageParam}`),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      pages.length * pageSize < page.organs ? pages.length * pageSize : undefined,
    placeholderData: keepPreviousData,
  })
  return { query, file: `${root}/export?${wordsOf(list)}&` }
}

/** 下级机关督办: how requests stand at every organ below, in figures alone; sorted, filtered and taken out over all. */
export function SupervisionBelowPage(_: ScreenProps) {
  const { organ } = useStanding()
  const list = listFrom(useLocation().query)
  const { query, file } = useBelow(list)
  const show = (next: BelowList) => navigate(`/${organ.organId}/supervision/requests/below?${wordsOf(next)}`)
  const today = query.data?.pages[0]?.today
  const as = today === undefined ? '' : `截至${inChinese(today as Day)}。`
  return (
    <>
      <PageHead
        title="督办"
        note={`${as}只有数字，不含申请内容、申请人和承办人。`}
        actions={<TakeOut from={file} what="下级机关申请办理情况" />}
      />
      <SupervisionTabs />
      <Filters list={list} show={show} />
      <Answered query={query}>
        {({ pages }) => (
          <div className="shown" aria-busy={query.isPlaceholderData}>
            <Organs
              pages={pages}
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

interface Shown {
  list: BelowList
  show(list: BelowList): void
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

function Filters({ list, show }: Shown) {
  const { only, q, ...rest } = list
  const withOnly = only === undefined ? rest : { ...rest, only }
  return (
    <div className="filter-row">
      <Select
        className="filter"
        aria-label="上下级关系"
        options={optionsOf(belowLabels)}
        value={list.axis ?? 'region'}
        onChange={(axis: 'region' | 'vertical') => show({ ...list, axis })}
      />
      <Select
        className="filter"
        aria-label="按办理情况筛选"
        placeholder="全部机关"
        allowClear
        options={optionsOf(onlyLabels)}
        value={only ?? null}
        onChange={(value: typeof only) => {
          const kept = q === undefined ? rest : { ...rest, q }
          show(value === undefined ? kept : { ...kept, only: value })
        }}
      />
      <Input.Search
        key={q ?? ''}
        className="organ-search"
        aria-label="按机关名称查找"
        placeholder="机关名称"
        defaultValue={q ?? ''}
        allowClear
        onSearch={(words) => show(words.trim() === '' ? withOnly : { ...withOnly, q: words.trim() })}
      />
    </div>
  )
}

const columns = belowSorts.map((key) => ({ key, title: key === 'name' ? '机关' : figureLabels[key] }))

interface OrgansShown extends Shown {
  pages: readonly Below[]
  more: (() => void) | undefined
  busy: boolean
}

function Organs({ pages, list, show, more, busy }: OrgansShown) {
  const [first] = pages
  const rows = pages.flatMap((page) => page.rows)
  if (first === undefined || rows.length === 0) return <Nothing>没有符合条件的下级机关。</Nothing>
  return (
    <>
      <section className="sheet" aria-label="合计">
        <h2>合计（{first.organs}个机关）</h2>
        <Figures totals={first.totals} />
      </section>
      <OrganTable rows={rows} list={list} show={show} />
      <p className="after-table" role="status">
        {more === undefined
          ? `共 ${rows.length} 个机关。`
          : `已显示 ${rows.length} 个，共 ${first.organs} 个机关。`}
        {more === undefined ? null : (
          <Button onClick={more} loading={busy}>
            继续显示
          </Button>
        )}
      </p>
    </>
  )
}

function OrganTable({ rows, list, show }: Shown & { rows: Below['rows'] }) {
  const { sort, down = false, ...unsorted } = list
  return (
    <WideTable label="下级机关申请办理情况">
      <table className="list counts">
        <thead>
          <tr>
            {columns.map(({ key, title }) => (
              <SortHead
                key={key}
                title={title}
                by={key}
                sorting={sort === undefined ? null : { key: sort, down }}
                sort={(by) => show(by === null ? unsorted : { ...unsorted, sort: by.key, down: by.down })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.organId}>
              <th scope="row">{row.name}</th>
              <td>{row.open}</td>
              <td className={row.overdue > 0 ? 'heavy' : ''}>{row.overdue}</td>
              <td>{row.dueToday}</td>
              <td>{row.soon}</td>
              <td>{row.received}</td>
              <td>{row.completed}</td>
              <td>{daysText(row.answerDays)}</td>
              <td>{daysText(row.completionDays)}</td>
              <td>{row.suggestions}</td>
              <td>{row.suggestionsDealt}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
