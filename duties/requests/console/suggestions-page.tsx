import { useQuery } from '@tanstack/react-query'
import { roles } from '#law/roles.ts'
import { call } from '#platform/console/api.ts'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { type Day, inChinese } from '#time/day.ts'
import { suggestionAnswerers } from '../case-roles.ts'
import type { Suggestion, Suggestions } from '../suggestions/contract.ts'
import { mayAnswerSuggestions, maySeeRequests } from './rights.ts'
import { SuggestionAnswerForm } from './suggestion-answer.tsx'
import './desk-lists.css'

type State = 'open' | 'dealt'

/** 建议主动公开: what several applicants asked for or one suggested, and what the office made of it. */
export function SuggestionsPage(_: ScreenProps) {
  const { organ } = useStanding()
  const state: State = useLocation().query.get('state') === 'dealt' ? 'dealt' : 'open'
  const path = `/api/organs/${organ.organId}/publication-suggestions?state=${state}`
  const query = useQuery({
    queryKey: [organ.organId, 'suggestions', state],
    queryFn: () => call<Suggestions>('GET', path),
  })
  return (
    <>
      <PageHead
        title="建议主动公开"
        note="多个申请人申请过的相同信息，以及申请人建议主动公开的信息。是否可以公开、是否纳入主动公开，由本机关决定并在此记录。"
      />
      <Answered query={query}>{(found) => <Found found={found} state={state} />}</Answered>
    </>
  )
}

const nothing = ({ from }: Suggestions, state: State): string =>
  state === 'dealt'
    ? '还没有处理过的公开建议。'
    : `没有待处理的：没有${from}个以上申请人申请过相同的信息，也没有申请人提出建议。`

function Found({ found, state }: { found: Suggestions; state: State }) {
  const { suggestions, cites, counts } = found
  return (
    <>
      <p className="cites-line">
        依据：
        {cites.map((cited) => (
          <CitedPlace key={cited.place} cited={cited} />
        ))}
      </p>
      <States state={state} counts={counts} />
      {suggestions.length === 0 ? (
        <Nothing>{nothing(found, state)}</Nothing>
      ) : (
        <div className="sheet">
          {suggestions.map((one) => (
            <Thing key={one.key} one={one} />
          ))}
        </div>
      )}
    </>
  )
}

const stateLabels: Record<State, string> = { open: '待处理', dealt: '已处理' }

function States({ state, counts }: { state: State; counts: Suggestions['counts'] }) {
  const { organ } = useStanding()
  const root = `/${organ.organId}/requests/suggestions`
  return (
    <nav className="tabs" aria-label="按处理情况查看">
      <ul>
        {(['open', 'dealt'] as const).map((each) => (
          <li key={each}>
            <Link to={each === 'open' ? root : `${root}?state=dealt`} current={each === state}>
              {stateLabels[each]} <span className="count">{counts[each]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const summed = ({ applicants, suggested, granted, lastOn, since }: Suggestion): string =>
  [
    `${applicants}个申请人申请过`,
    ...(suggested === 0 ? [] : [`${suggested}人建议主动公开`]),
    granted === 0 ? '还没有提供过' : `其中${granted}件已经提供`,
    ...(lastOn === null ? [] : [`最近一次${inChinese(lastOn as Day)}收到`]),
    ...(since === null || since === 0 ? [] : [`处理以后又有${since}个申请人申请`]),
  ].join('，')

const whoAnswers = suggestionAnswerers.map((role) => roles[role].label).join('或者')

function Thing({ one }: { one: Suggestion }) {
  const { organ } = useStanding()
  return (
    <details className="suggestion">
      <summary>
        <strong>{one.title}</strong>
        <span className="note">{summed(one)}</span>
      </summary>
      <Said one={one} />
      <Cases one={one} />
      {mayAnswerSuggestions(organ.roles) ? (
        <SuggestionAnswerForm one={one} />
      ) : (
        <p className="note">处理结果由{whoAnswers}记录。</p>
      )}
    </details>
  )
}

function Said({ one }: { one: Suggestion }) {
  if (one.said.length === 0) return null
  return (
    <ol className="said">
      {one.said.map((each) => (
        <li key={`${each.on}${each.words}`}>
          {inChinese(each.on as Day)}　{each.words}
          {each.type === 'published' ? <PublishedAs item={each.item} /> : null}
        </li>
      ))}
    </ol>
  )
}

function PublishedAs({ item }: { item: Suggestion['said'][number]['item'] }) {
  if (item === null) return <>：该信息已经撤下</>
  return (
    <>
      ：
      <a href={item.address} target="_blank" rel="noopener">
        {item.title}
      </a>
    </>
  )
}

function Cases({ one }: { one: Suggestion }) {
  const { organ } = useStanding()
  const mayOpen = maySeeRequests(organ.roles)
  return (
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
  )
}
