import { Button } from 'antd'
import { DayText } from '#platform/console/day-text.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, navigate } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { DecisionEntry } from '../../decisions/contract.ts'
import { useDecisions } from './api.ts'

const heads = ['决策事项', '承办单位', '列入目录', '征求意见截止', '公布'] as const

/** 重大行政决策: the catalogue of the organ, newest first. */
export function DecisionsPage(_: ScreenProps) {
  const { organ } = useStanding()
  const query = useDecisions()
  const root = `/${organ.organId}/decisions`
  const list = query.data?.pages[0]?.mayList ? (
    <Button type="primary" onClick={() => navigate(`${root}/new`)}>
      列入目录
    </Button>
  ) : null
  return (
    <>
      <PageHead title="重大行政决策" note="从列入目录到归档，缺一步或者早一日都不能往下走。" actions={list} />
      <Answered query={query}>
        {({ pages }) => (
          <>
            <Rows rows={pages.flatMap((page) => page.rows)} />
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

function Rows({ rows }: { rows: readonly DecisionEntry[] }) {
  const { organ } = useStanding()
  if (rows.length === 0) return <Nothing>没有决策事项。</Nothing>
  return (
    <WideTable label="重大行政决策事项">
      <table className="list">
        <thead>
          <tr>
            {heads.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.decisionId}>
              <th scope="row" className="wraps">
                <Link to={`/${organ.organId}/decisions/${row.decisionId}`}>{row.title}</Link>
              </th>
              <td>{row.drafter}</td>
              <td>
                <DayText on={row.listedOn} />
              </td>
              <td>
                <DayText on={row.opinionsUntil} />
              </td>
              <td>{row.endedOn === null ? <DayText on={row.publishedOn} /> : '已终止'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
