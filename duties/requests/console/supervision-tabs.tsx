import { Link, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { maySuperviseRequests, maySuperviseRequestsBelow } from './rights.ts'

const tabs = [
  { path: 'supervision/requests', label: '本机关', mayOpen: maySuperviseRequests },
  { path: 'supervision/requests/below', label: '下级机关', mayOpen: maySuperviseRequestsBelow },
]

/** The own organ, and the organs below it, for those who may see both. */
export function SupervisionTabs() {
  const { organ } = useStanding()
  const { path } = useLocation()
  const mine = tabs.filter(({ mayOpen }) => mayOpen(organ.roles))
  if (mine.length < 2) return null
  return (
    <nav className="tabs" aria-label="督办范围">
      <ul>
        {mine.map((tab) => (
          <li key={tab.path}>
            <Link to={`/${organ.organId}/${tab.path}`} current={path === `/${organ.organId}/${tab.path}`}>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
