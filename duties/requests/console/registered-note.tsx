import { Button } from 'antd'
import { PageHead } from '#platform/console/page-head.tsx'
import { navigate } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { Registered } from './api.ts'

/** The number of the case just registered, and the way on. */
export function RegisteredNote({ done, again }: { done: Registered; again(): void }) {
  const { organ } = useStanding()
  return (
    <>
      <PageHead title="已登记" />
      <div className="sheet done">
        <h2>{done.number}</h2>
        <p>
          查询码：<strong className="code">{done.queryCode}</strong>
        </p>
        <p className="note">
          请把编号和查询码写入回执交给申请人，凭此可以在网上查询进度、补正和下载文书。查询码以后不再显示。
        </p>
        {done.warnings.map((warning) => (
          <p className="warning" key={warning}>
            {warning}
          </p>
        ))}
        {done.ladder === null ? null : <p>{done.ladder}</p>}
        <div className="actions">
          <Button type="primary" onClick={() => navigate(`/${organ.organId}/requests/${done.caseId}`)}>
            打开这件申请
          </Button>
          <Button onClick={again}>再登记一件</Button>
        </div>
      </div>
    </>
  )
}
