import { reportTitle } from '#law/report-forms/sections.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import { dayInShanghai, inChinese } from '#time/day.ts'
import type { ReportYears } from '../contract.ts'
import { useReportYears } from './api.ts'
import { maySupervise } from './rights.ts'

/** 年报: the years, newest first, and where each report stands. */
export function YearsPage(_: ScreenProps) {
  const query = useReportYears()
  return (
    <>
      <PageHead title="年报" note="各项数据由台账计算，全年可以预览。" />
      <Answered query={query}>{({ years }) => <Years years={years} />}</Answered>
    </>
  )
}

function Years({ years }: ReportYears) {
  const { organ } = useStanding()
  const supervises = maySupervise(organ.roles)
  return (
    <WideTable label="年度报告">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">年度报告</th>
            <th scope="col">进展</th>
            <th scope="col">版本</th>
            <th scope="col">公布之日</th>
            {supervises ? <th scope="col">下级机关</th> : null}
          </tr>
        </thead>
        <tbody>
          {years.map((each) => (
            <tr key={each.year}>
              <th scope="row">
                <Link to={`/${organ.organId}/reports/${each.year}`}>{reportTitle(each.year)}</Link>
              </th>
              <td>{each.statusLabel}</td>
              <td>{each.version === 0 ? '' : `第${each.version}版`}</td>
              <td>{each.publishedAt === null ? '' : inChinese(dayInShanghai(each.publishedAt))}</td>
              {supervises ? (
                <td>
                  <Link to={`/${organ.organId}/reports/${each.year}/below`}>进展和汇总</Link>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
