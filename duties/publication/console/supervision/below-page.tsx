import { Button, Input, Select } from 'antd'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import { axisNames, belowLabels } from '#platform/organs/contract.ts'
import { type Day, inChinese } from '#time/day.ts'
import { indicatorNames, indicatorOf, isIndicator } from '../../rules/supervision/indicators.ts'
import type { BelowInspection, BelowList } from '../../supervision/contract.ts'
import { useBelow, wordsOf } from './api.ts'
import { InspectionTabs } from './tabs.tsx'
import { TakeOut } from './take-out.tsx'
import './supervision.css'

type Sort = NonNullable<BelowList['sort']>

const columns: readonly { key: Sort; title: string }[] = [
  { key: 'name', title: '机关' },
  { key: 'all', title: '问题合计' },
  ...indicatorNames.map((name) => ({ key: name, title: indicatorOf(name).label })),
  { key: 'reminders', title: '未回复提醒' },
]
const axes = axisNames.map((value) => ({ value, label: belowLabels[value] }))
const onlys = [
  { value: 'any', label: '有问题的' },
  ...indicatorNames.map((name) => ({ value: name, label: indicatorOf(name).label })),
]

function listFrom(query: URLSearchParams): BelowList {
  const [q, sort] = [query.get('q') ?? '', columns.find(({ key }) => key === query.get('sort'))?.key]
  const asked = query.get('only') ?? ''
  const only = asked === 'any' || isIndicator(asked) ? asked : undefined
  return {
    ...(query.get('axis') === 'vertical' ? { axis: 'vertical' as const } : {}),
    ...(only === undefined ? {} : { only }),
    ...(q === '' ? {} : { q }),
    ...(sort === undefined ? {} : { sort, down: query.get('down') === 'true' }),
  }
}

/** 下级机关公开检查: every organ below by what it fails; sorted, filtered and taken out over all. */
export function BelowInspectionPage(_: ScreenProps) {
  const { organ } = useStanding()
  const list = listFrom(useLocation().query)
  const { query, file } = useBelow(list)
  const show = (next: BelowList) =>
    navigate(`/${organ.organId}/supervision/publication/below?${wordsOf(next)}`)
  const today = query.data?.pages[0]?.today
  return (
    <>
      <PageHead
        title="公开检查"
        note={today === undefined ? '' : `下级机关，截至${inChinese(today as Day)}。`}
        actions={<TakeOut from={file} what="下级机关公开检查情况" />}
      />
      <InspectionTabs />
      <Filters list={list} show={show} />
      <Answered query={query}>
        {({ pages }) => (
          <>
            <Organs pages={pages} list={list} show={show} />
            {query.hasNextPage ? (
              <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
                继续显示
              </Button>
            ) : null}
          </>
        )}
      </Answered>
    </>
  )
}

interface Shown {
  list: BelowList
  show(list: BelowList): void
}

function Filters({ list, show }: Shown) {
  const { only, q, ...rest } = list
  const withOnly = only === undefined ? rest : { ...rest, only }
  return (
    <div className="inspection-filters">
      <Select
        aria-label="上下级关系"
        options={axes}
        value={list.axis ?? 'region'}
        onChange={(axis: 'region' | 'vertical') => show({ ...list, axis })}
      />
      <Select
        aria-label="按问题筛选"
        placeholder="全部机关"
        allowClear
        options={onlys}
        value={only ?? null}
        onChange={(value: string | undefined) => {
          const kept = q === undefined ? rest : { ...rest, q }
          show(value === undefined ? kept : { ...kept, only: value as NonNullable<typeof only> })
        }}
      />
      <Input.Search
        key={q ?? ''}
        aria-label="按机关名称查找"
        placeholder="机关名称"
        defaultValue={q ?? ''}
        allowClear
        onSearch={(words) => show(words.trim() === '' ? withOnly : { ...withOnly, q: words.trim() })}
      />
    </div>
  )
}

function Organs({ pages, list, show }: Shown & { pages: readonly BelowInspection[] }) {
  const [first] = pages
  const rows = pages.flatMap((page) => page.rows)
  if (first === undefined || rows.length === 0) return <Nothing>没有符合条件的下级机关。</Nothing>
  return (
    <>
      {first.vetoes.length === 0 ? null : (
        <section className="sheet" aria-label="全站结论">
          <p className="tight late">
            所列机关作为一个网站考核，有单项否决的问题：{first.vetoes.join('；')}。
          </p>
        </section>
      )}
      <OrganTable rows={rows} first={first} list={list} show={show} />
      <p className="after-table" role="status">
        已显示 {rows.length} 个，共 {first.organs} 个机关。
      </p>
    </>
  )
}

function Heads({ list, show }: Shown) {
  const { sort, down = false, ...unsorted } = list
  return (
    <tr>
      {columns.map(({ key, title }) => {
        const mine = sort === key
        const next = !mine ? { sort: key, down: key !== 'name' } : { sort: key, down: !down }
        return (
          <th key={key} scope="col" aria-sort={mine ? (down ? 'descending' : 'ascending') : 'none'}>
            <button type="button" onClick={() => show({ ...unsorted, ...next })}>
              {title}
            </button>
          </th>
        )
      })}
    </tr>
  )
}

interface TableShown extends Shown {
  rows: BelowInspection['rows']
  first: BelowInspection
}

function OrganTable({ rows, first, list, show }: TableShown) {
  const { organ } = useStanding()
  return (
    <WideTable label="下级机关公开检查情况">
      <table className="list counts">
        <thead>
          <Heads list={list} show={show} />
        </thead>
        <tbody>
          <tr className="sum">
            <th scope="row">合计（{first.organs}个机关）</th>
            <td>{indicatorNames.reduce((sum, name) => sum + first.totals[name], 0)}</td>
            {indicatorNames.map((name) => (
              <td key={name}>{first.totals[name]}</td>
            ))}
            <td />
          </tr>
          {rows.map((row) => (
            <tr key={row.organId}>
              <th scope="row">
                <Link to={`/${organ.organId}/supervision/publication/below/${row.organId}`}>{row.name}</Link>
              </th>
              <td className={row.all > 0 ? 'heavy' : ''}>{row.all}</td>
              {indicatorNames.map((name) => (
                <td key={name}>{row.counts[name] === 0 ? '' : row.counts[name]}</td>
              ))}
              <td>{row.reminders === 0 ? '' : row.reminders}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
