import { Button } from 'antd'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import { dayInShanghai, inChinese } from '#time/day.ts'
import type { ReadList, ReadRow } from '../../corpus/contract.ts'
import { filtersIn, queryOf, useReadList } from './api.ts'
import { FilterBar } from './filters.tsx'
import { ReadingTabs } from './reading-tabs.tsx'
import { mayAddReadings } from './rights.ts'
import { Tally } from './tally.tsx'
import { Upload } from './upload.tsx'
import '../report.css'
import './reading.css'

/** 读报: published reports handed in, and all that were read so far. */
export function ReadingPage(_: ScreenProps) {
  const { organ } = useStanding()
  const { query: asked } = useLocation()
  const query = useReadList(filtersIn(asked), asked.get('sort') ?? 'newest')
  return (
    <>
      <PageHead title="读报" note="读任何机关公布的年度报告，逐格注明出处，列出问题；读不准的不猜。" />
      <ReadingTabs />
      {mayAddReadings(organ.roles) ? <Upload /> : null}
      <FilterBar />
      <Answered query={query}>
        {({ pages }) => (
          <Reports
            pages={pages}
            more={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            busy={query.isFetchingNextPage}
          />
        )}
      </Answered>
    </>
  )
}

interface Shown {
  pages: readonly ReadList[]
  more: (() => void) | undefined
  busy: boolean
}

const heads = [
  { sort: 'organ', label: '机关' },
  { sort: 'year', label: '年度' },
  { sort: 'gravest', label: '问题' },
  { sort: '', label: '文件' },
  { sort: 'newest', label: '读入之日' },
] as const

function Reports({ pages, more, busy }: Shown) {
  const rows = pages.flatMap((page) => page.rows)
  const [first] = pages
  if (first === undefined || rows.length === 0)
    return <Nothing>没有符合条件的报告。选择文件读入后，会列在这里。</Nothing>
  return (
    <>
      <WideTable label="读过的报告">
        <table className="list">
          <thead>
            <tr>
              {heads.map((head) => (
                <SortHead key={head.label} {...head} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.readId} row={row} />
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="after-table" role="status">
        {`${first.countedTo ? '超过' : '共'}${first.total.toLocaleString('zh-CN')}份，已显示${rows.length}份。`}
        {more === undefined ? null : (
          <Button onClick={more} loading={busy}>
            继续显示
          </Button>
        )}
      </p>
    </>
  )
}

function SortHead({ sort, label }: { sort: string; label: string }) {
  const { path, query } = useLocation()
  if (sort === '') return <th scope="col">{label}</th>
  const current = (query.get('sort') ?? 'newest') === sort
  const direction = sort === 'organ' ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={current ? direction : 'none'}>
      <button
        type="button"
        onClick={() => navigate(`${path}${queryOf({ ...filtersIn(query), sort })}`, 'replace')}
      >
        {label}
      </button>
    </th>
  )
}

function Line({ row }: { row: ReadRow }) {
  const { organ } = useStanding()
  const title = row.organName ?? (row.refused === null ? '机关不明' : '没有读成')
  return (
    <tr>
      <th scope="row">
        <Link to={`/${organ.organId}/reading/report/${row.readId}`}>{title}</Link>
      </th>
      <td>{row.year === null ? '' : row.year}</td>
      <td className="wraps">{row.refused === null ? <Tally {...row} /> : row.refused}</td>
      <td className="wraps">{row.name}</td>
      <td>{inChinese(dayInShanghai(row.readAt))}</td>
    </tr>
  )
}
