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
