import { useQuery } from '@tanstack/react-query'
import { call } from '#platform/console/api.ts'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { type Day, inChinese } from '#time/day.ts'
import type { Suggestions } from '../person/contract.ts'
import { maySeeRequests } from './rights.ts'
import './desk-lists.css'

/** 建议主动公开: what several applicants asked for, for the office to judge whether it may be published. */
export function SuggestionsPage(_: ScreenProps) {
  const { organ } = useStanding()
  const path = `/api/organs/${organ.organId}/publication-suggestions`
  const query = useQuery({
    queryKey: [organ.organId, 'suggestions'],
    queryFn: () => call<Suggestions>('GET', path),
  })
  return (
    <>
      <PageHead
        title="建议主动公开"
        note="多个申请人申请过的相同信息。是否可以公开、是否纳入主动公开，由本机关决定。"
      />
      <Answered query={query}>
        {({ suggestions, cites, from }) => (
          <>
            <p>
              依据：
              <CitedPlace cited={cites} />
            </p>
            {suggestions.length === 0 ? (
              <Nothing>还没有{from}个以上申请人申请过相同的信息。</Nothing>
            ) : (
              <div className="sheet">
                {suggestions.map((one) => (
                  <Suggestion key={one.cases[0]?.caseId ?? one.title} one={one} />
                ))}
              </div>
            )}
          </>
        )}
      </Answered>
    </>
  )
}

function Suggestion({ one }: { one: Suggestions['suggestions'][number] }) {
  const { organ } = useStanding()
  const mayOpen = maySeeRequests(organ.roles)
  const given = one.granted === 0 ? '还没有提供过' : `其中${one.granted}件已经提供`
  return (
    <details className="suggestion">
      <summary>
        <strong>{one.title}</strong>
        <span className="note">
          {one.applicants}个申请人申请过，{given}
          {one.lastOn === null ? '' : `，最近一次${inChinese(one.lastOn as Day)}收到`}
        </span>
      </summary>
      <ul>
        {one.cases.map(({ caseId, number, title }) => (
          <li key={caseId}>
            {mayOpen ? (
              <Link to={`/${organ.organId}/requests/${caseId}`}>
                {number} {title}
              </Link>
            ) : (
              `${number} ${title}`
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
