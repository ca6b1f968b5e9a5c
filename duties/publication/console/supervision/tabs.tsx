import { Link, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { maySeeInspection, maySeeInspectionBelow } from './rights.ts'

const tabs = [
  { path: 'supervision/publication', label: '本机关自查', mayOpen: maySeeInspection },
  { path: 'supervision/publication/below', label: '下级机关', mayOpen: maySeeInspectionBelow },
  { path: 'supervision/publication/counts', label: '公开数量', mayOpen: maySeeInspection },
]

/** The own organ, the organs below it, and how much was published. */
export function InspectionTabs() {
  const { organ } = useStanding()
  const { path } = useLocation()
  return (
    <nav className="tabs" aria-label="公开检查范围">
      <ul>
        {tabs
          .filter(({ mayOpen }) => mayOpen(organ.roles))
          .map((tab) => (
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
