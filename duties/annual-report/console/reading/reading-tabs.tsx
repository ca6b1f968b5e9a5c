import { Link, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'

const tabs = [
  { path: '', label: '报告' },
  { path: '/overview', label: '问题总览' },
  { path: '/figures', label: '历年和比较' },
] as const

/** The three ways to look at the reports that were read. */
export function ReadingTabs() {
  const { organ } = useStanding()
  const { path } = useLocation()
  return (
    <nav aria-label="读报" className="tabs">
      <ul>
        {tabs.map((tab) => {
          const to = `/${organ.organId}/reading${tab.path}`
          return (
            <li key={tab.path}>
              <Link to={to} current={path === to}>
                {tab.label}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
