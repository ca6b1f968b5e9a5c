import { Button } from 'antd'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { BelowView } from '../contract.ts'
import { reportSteps } from '../rules/steps.ts'
import { useBelow, useReportSteps } from './api.ts'
import { NoticeForm } from './notice-form.tsx'
import './report.css'

/** 下级机关: where every report below stands, those still awaited first; a reminder at one click. */
export function BelowPage({ params }: ScreenProps) {
  const { organ } = useStanding()
  const year = params.year ?? ''
  const query = useBelow(year)
  const waiting = query.data?.waitingFor ?? 0
  return (
    <>
      <PageHead
        title={`${year}年下级机关年度报告`}
        note={query.data === undefined ? '' : waiting === 0 ? '已经全部审核。' : `还在等待${waiting}个机关。`}
        actions={<Link to={`/${organ.organId}/reports/${year}/merged`}>汇总报告</Link>}
      />
      <NoticeForm year={year} />
      <Answered query={query}>{(below) => <Organs below={below} />}</Answered>
    </>
  )
}

type Lower = BelowView['organs'][number]

const awaited: readonly string[] = reportSteps.remind.statuses

function Organs({ below }: { below: BelowView }) {
  const { organ } = useStanding()
  if (below.organs.length === 0) return <Nothing>没有下级机关。</Nothing>
  return (
    <WideTable label="下级机关年度报告进展">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">机关</th>
            <th scope="col">进展</th>
            <th scope="col">问题</th>
            <th scope="col">催报</th>
          </tr>
        </thead>
        <tbody>
          {below.organs.map((lower) => (
            <tr key={lower.organId}>
              <th scope="row">
                <Link to={`/${organ.organId}/reports/${below.year}/below/${lower.organId}`}>
                  {lower.name}
                </Link>
              </th>
              <td>{lower.statusLabel}</td>
              <td>
                {lower.findings.map(({ check, name, severity }) => (
                  <p key={check} className={`tight found ${severity}`}>
                    {name}
                  </p>
                ))}
              </td>
              <td>{awaited.includes(lower.status) ? <Remind lower={lower} year={below.year} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function Remind({ lower, year }: { lower: Lower; year: number }) {
  const steps = useReportSteps({ organId: lower.organId, year, seq: lower.seq })
  return (
    <>
      <Button
        size="small"
        loading={steps.isPending}
        aria-label={`向${lower.name}催报`}
        onClick={() => steps.mutate([{ step: 'remind', ask: {} }])}
      >
        {reportSteps.remind.label}
      </Button>
      {lower.reminders === 0 ? null : <span className="note"> 已催{lower.reminders}次</span>}
      {steps.error === null ? null : <ProblemAlert error={steps.error} />}
    </>
  )
}
