import type { Role } from '#law/roles.ts'
import { everybody, heldBy } from './page.ts'
import { Link, useLocation } from './router.tsx'
import { useStanding } from './session.tsx'

export const mayKeepPeople = heldBy('administrator')
export const mayKeepSite = heldBy('administrator', 'officeHead')
export const mayKeepCalendar = heldBy('administrator', 'supervisor')
export const mayKeepTemplates = heldBy('administrator', 'officeHead')
export const mayKeepRequestSettings = heldBy('administrator', 'officeHead')
export const mayKeepPublicationSettings = heldBy('administrator', 'officeHead')
export const mayKeepSearch = heldBy('administrator', 'publisher', 'officeHead')
export const mayKeepInspection = heldBy('administrator', 'officeHead', 'supervisor')
export const maySeeSearch = heldBy('administrator', 'publisher', 'officeHead', 'informationOfficer')
export const mayFollowDays = heldBy(
  'informationOfficer',
  'handler',
  'reviewer',
  'secrecyReviewer',
  'legalReviewer',
  'officeHead',
  'leader',
)
export const mayReadAudit = heldBy('administrator', 'auditor')

interface Tab {
  path: string
  label: string
  mayOpen: (roles: readonly Role[]) => boolean
  /** Only where the organ holds the portal. */
  ofPortal?: boolean
}

const tabs: readonly Tab[] = [
  { path: 'account', label: '我的账号', mayOpen: everybody },
  { path: 'calendar-feed', label: '日历订阅', mayOpen: mayFollowDays },
  { path: 'people', label: '人员和角色', mayOpen: mayKeepPeople },
  { path: 'organ', label: '机关信息', mayOpen: mayKeepPeople },
  { path: 'site', label: '网站信息', mayOpen: mayKeepSite, ofPortal: true },
  { path: 'calendar', label: '工作日历', mayOpen: mayKeepCalendar },
  { path: 'requests', label: '依申请公开', mayOpen: mayKeepRequestSettings },
  { path: 'publication', label: '主动公开', mayOpen: mayKeepPublicationSettings },
  { path: 'gate', label: '发布前检查', mayOpen: mayKeepPublicationSettings },
  { path: 'inspection', label: '公开检查', mayOpen: mayKeepInspection },
  { path: 'search', label: '检索', mayOpen: maySeeSearch, ofPortal: true },
  { path: 'templates', label: '文书模板', mayOpen: mayKeepTemplates },
  { path: 'audit', label: '操作记录', mayOpen: mayReadAudit },
]

/** The parts of 设置 that the person may open. */
export function SettingsTabs() {
  const { organ } = useStanding()
  const { path } = useLocation()
  return (
    <nav className="tabs" aria-label="设置">
      <ul>
        {tabs
          .filter((tab) => tab.mayOpen(organ.roles) && (!tab.ofPortal || organ.holdsPortal))
          .map((tab) => (
            <li key={tab.path}>
              <Link
                to={`/${organ.organId}/settings/${tab.path}`}
                current={path.endsWith(`/settings/${tab.path}`)}
              >
                {tab.label}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
