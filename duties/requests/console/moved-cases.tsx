import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '#platform/console/api.ts'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { type Day, inChinese } from '#time/day.ts'
import type { Today } from '../contract.ts'

type Moved = Today['moved'][number]

const dayOr = (on: string | null): string => (on === null ? '待定' : inChinese(on as Day))

/** 期限有变动: cases whose due day a changed calendar or setting moved, until somebody who holds them says so. */
export function MovedCases({ moved }: { moved: readonly Moved[] }) {
  if (moved.length === 0) return null
  return (
    <section className="sheet pile moved" aria-labelledby="pile-moved">
      <h2 id="pile-moved">
        放假安排或者设置有变，期限随之变动 <span className="count">{moved.length}</span>
      </h2>
      <ul>
        {moved.map((one) => (
          <MovedCase key={one.caseId} one={one} />
        ))}
      </ul>
    </section>
  )
}

function MovedCase({ one }: { one: Moved }) {
  const { organ } = useStanding()
  const client = useQueryClient()
  const seen = useMutation({
    mutationFn: () => call('POST', `/api/organs/${organ.organId}/requests/${one.caseId}/moves/seen`),
    onSuccess: () => client.invalidateQueries({ queryKey: [organ.organId, 'today'] }),
  })
  return (
    <li>
      <Link to={`/${organ.organId}/requests/${one.caseId}`}>{one.title}</Link>
      <span>
        {one.number}：答复期限由{dayOr(one.fromOn)}改为{dayOr(one.toOn)}
      </span>{' '}
      <Button size="small" loading={seen.isPending} onClick={() => seen.mutate()}>
        知道了<span className="unseen">：{one.number}</span>
      </Button>
      {seen.isError ? <ProblemAlert error={seen.error} /> : null}
    </li>
  )
}
