import { Button } from 'antd'
import { DayText } from '#platform/console/day-text.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { RemedyPage } from '../contract.ts'
import { useOpening, useRemedies } from './api.ts'

/** 复议诉讼: the reconsiderations and lawsuits of the organ, newest first. */
export function RemediesPage(_: ScreenProps) {
  const { organ } = useStanding()
  const { query: asked } = useLocation()
  const open = asked.get('view') !== 'all'
  const query = useRemedies(open)
  const opening = useOpening()
  const root = `/${organ.organId}/remedies`
  const register = opening.data?.offer.allowed ? (
    <Button type="primary" onClick={() => navigate(`${root}/register`)}>
      {opening.data.offer.label}
    </Button>
  ) : null
  return (
    <>
      <PageHead title="复议诉讼" actions={register} />
      <nav aria-label="按审结情况查看" className="tabs">
        <ul>
          <li>
            <Link to={root} current={open}>
              尚未审结
            </Link>
          </li>
          <li>
            <Link to={`${root}?view=all`} current={!open}>
              全部
            </Link>
          </li>
        </ul>
      </nav>
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

function Rows({ rows }: Pick<RemedyPage, 'rows'>) {
  const { organ } = useStanding()
  if (rows.length === 0) return <Nothing>没有案件。</Nothing>
  return (
    <WideTable label="复议诉讼案件">
      <table className="list">
        <thead>
          <tr>
            {['案号', '类型', '进展', '收到通知之日', '结果', '审结之日'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.caseId}>
              <th scope="row">
                <Link to={`/${organ.organId}/remedies/${row.caseId}`}>{row.number}</Link>
              </th>
              <td>{row.kindLabel}</td>
              <td>{row.statusLabel}</td>
              <td>
                <DayText on={row.begunOn} />
              </td>
              <td>{row.resultLabel ?? ''}</td>
              <td>
                <DayText on={row.concludedOn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
