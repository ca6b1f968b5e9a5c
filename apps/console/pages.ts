import { reportPages } from '#duties/annual-report/console/pages.ts'
import { publicationPages, publicationSettings } from '#duties/publication/console/pages.ts'
import { itemRoles } from '#duties/publication/item-roles.ts'
import { remedyPages } from '#duties/remedies/console/pages.ts'
import { caseRoles } from '#duties/requests/case-roles.ts'
import { requestPages, requestSettings } from '#duties/requests/console/pages.ts'
import { maySeeRequests } from '#duties/requests/console/rights.ts'
import {
  at,
  type ConsolePage,
  type ConsoleSearch,
  everybody,
  heldBy,
  menuEntry,
} from '#platform/console/page.ts'
import {
  mayKeepCalendar,
  mayKeepPeople,
  mayKeepSite,
  mayReadAudit,
} from '#platform/console/settings-tabs.tsx'

const settings = menuEntry(
  'z',
  '设置',
  at(
    'settings/account',
    everybody,
    async () => (await import('#platform/console/account-page.tsx')).AccountPage,
  ),
  at(
    'settings/people',
    mayKeepPeople,
    async () => (await import('#platform/console/people-page.tsx')).PeoplePage,
  ),
  at(
    'settings/organ',
    mayKeepPeople,
    async () => (await import('#platform/console/organ-page.tsx')).OrganSettingsPage,
  ),
  at('settings/site', mayKeepSite, async () => (await import('#platform/console/site-page.tsx')).SitePage),
  at(
    'settings/calendar',
    mayKeepCalendar,
    async () => (await import('#platform/console/calendar-page.tsx')).CalendarPage,
  ),
  at(
    'settings/audit',
    mayReadAudit,
    async () => (await import('#platform/console/audit-page.tsx')).AuditPage,
  ),
  ...requestSettings,
  ...publicationSettings,
)

const maySearch = heldBy(...itemRoles, ...caseRoles)

/** Every screen of the console, in the order of the menu. */
export const pages: readonly ConsolePage[] = [
  ...requestPages,
  ...remedyPages(maySeeRequests),
  ...reportPages,
  ...publicationPages,
  ...settings,
  at('find', maySearch, async () => (await import('./find-page.tsx')).FindPage),
]

export const search: ConsoleSearch = {
  label: '查找申请和信息',
  mayUse: maySearch,
  to: (organId, words) => `/${organId}/find?q=${encodeURIComponent(words)}`,
}
