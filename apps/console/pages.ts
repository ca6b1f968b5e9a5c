import { type ComponentType, lazy } from 'react'
import { maySeeReadings } from '#duties/annual-report/console/reading/rights.ts'
import { maySeeReports, maySupervise } from '#duties/annual-report/console/rights.ts'
import { maySeeChannels } from '#duties/publication/console/channels/rights.ts'
import { maySeeDecisions } from '#duties/publication/console/decisions/rights.ts'
import { mayBringOldSite } from '#duties/publication/console/old-site/rights.ts'
import { mayDraft, maySeeItems } from '#duties/publication/console/rights.ts'
import { maySeeStandards } from '#duties/publication/console/standards/rights.ts'
import { maySeeInspection, maySeeInspectionBelow } from '#duties/publication/console/supervision/rights.ts'
import {
  mayImport,
  mayRegister,
  maySeeRequests,
  maySeeSuggestions,
  maySuperviseRequests,
  maySuperviseRequestsBelow,
} from '#duties/requests/console/rights.ts'
import { type ConsolePage, type ConsoleSearch, everybody, type ScreenProps } from '#platform/console/page.ts'
import {
  mayFollowDays,
  mayKeepCalendar,
  mayKeepInspection,
  mayKeepPeople,
  mayKeepPublicationSettings,
  mayKeepRequestSettings,
  mayKeepTemplates,
  mayReadAudit,
  maySeeSearch,
} from '#platform/console/settings-tabs.tsx'

type Screen = ComponentType<ScreenProps>
const screen = (load: () => Promise<Screen>) => lazy(async () => ({ default: await load() }))

/** Every screen of the console, in the order of the menu. */
export const pages: readonly ConsolePage[] = [
  {
    path: '/:organId/today',
    mayOpen: maySeeRequests,
    menu: { label: '今日', letter: 'j', to: '/:organId/today' },
    screen: screen(async () => (await import('#duties/requests/console/today-page.tsx')).TodayPage),
  },
  {
    path: '/:organId/requests',
    mayOpen: maySeeRequests,
    menu: { label: '申请', letter: 's', to: '/:organId/requests' },
    screen: screen(async () => (await import('#duties/requests/console/queue-page.tsx')).QueuePage),
  },
  {
    path: '/:organId/requests/register',
    mayOpen: mayRegister,
    under: 's',
    screen: screen(async () => (await import('#duties/requests/console/register-page.tsx')).RegisterPage),
  },
  {
    path: '/:organId/requests/imports',
    mayOpen: mayImport,
    under: 's',
    screen: screen(async () => (await import('#duties/requests/console/imports-page.tsx')).ImportsPage),
  },
  {
    path: '/:organId/requests/imports/:importId',
    mayOpen: mayImport,
    under: 's',
    screen: screen(async () => (await import('#duties/requests/console/import-page.tsx')).ImportPage),
  },
  {
    path: '/:organId/requests/suggestions',
    mayOpen: maySeeSuggestions,
    under: 's',
    screen: screen(
      async () => (await import('#duties/requests/console/suggestions-page.tsx')).SuggestionsPage,
    ),
  },
  {
    path: '/:organId/requests/:caseId',
    mayOpen: maySeeRequests,
    under: 's',
    screen: screen(async () => (await import('#duties/requests/console/case-page.tsx')).CasePage),
  },
  {
    path: '/:organId/supervision/requests',
    mayOpen: maySuperviseRequests,
    menu: { label: '督办', letter: 'b', to: '/:organId/supervision/requests' },
    screen: screen(
      async () => (await import('#duties/requests/console/supervision-page.tsx')).SupervisionPage,
    ),
  },
  {
    path: '/:organId/supervision/requests/below',
    mayOpen: maySuperviseRequestsBelow,
    under: 'b',
    screen: screen(
      async () => (await import('#duties/requests/console/supervision-below-page.tsx')).SupervisionBelowPage,
    ),
  },
  {
    path: '/:organId/remedies',
    mayOpen: maySeeRequests,
    menu: { label: '复议诉讼', letter: 'f', to: '/:organId/remedies' },
    screen: screen(async () => (await import('#duties/remedies/console/remedies-page.tsx')).RemediesPage),
  },
  {
    path: '/:organId/remedies/register',
    mayOpen: maySeeRequests,
    under: 'f',
    screen: screen(async () => (await import('#duties/remedies/console/open-page.tsx')).OpenRemedyPage),
  },
  {
    path: '/:organId/remedies/:caseId',
    mayOpen: maySeeRequests,
    under: 'f',
    screen: screen(async () => (await import('#duties/remedies/console/remedy-page.tsx')).RemedyPage),
  },
  {
    path: '/:organId/reports',
    mayOpen: maySeeReports,
    menu: { label: '年报', letter: 'n', to: '/:organId/reports' },
    screen: screen(async () => (await import('#duties/annual-report/console/years-page.tsx')).YearsPage),
  },
  {
    path: '/:organId/reports/:year',
    mayOpen: maySeeReports,
    under: 'n',
    screen: screen(async () => (await import('#duties/annual-report/console/report-page.tsx')).ReportPage),
  },
  {
    path: '/:organId/reports/:year/below',
    mayOpen: maySupervise,
    under: 'n',
    screen: screen(async () => (await import('#duties/annual-report/console/below-page.tsx')).BelowPage),
  },
  {
    path: '/:organId/reports/:year/merged',
    mayOpen: maySeeReports,
    under: 'n',
    screen: screen(async () => (await import('#duties/annual-report/console/merged-page.tsx')).MergedPage),
  },
  {
    path: '/:organId/reports/:year/below/:lowerId',
    mayOpen: maySupervise,
    under: 'n',
    screen: screen(async () => (await import('#duties/annual-report/console/lower-page.tsx')).LowerPage),
  },
  {
    path: '/:organId/reports/:year/versions',
    mayOpen: maySeeReports,
    under: 'n',
    screen: screen(
      async () => (await import('#duties/annual-report/console/versions-page.tsx')).VersionsPage,
    ),
  },
  {
    path: '/:organId/reports/:year/below/:lowerId/versions',
    mayOpen: maySupervise,
    under: 'n',
    screen: screen(
      async () => (await import('#duties/annual-report/console/versions-page.tsx')).VersionsPage,
    ),
  },
  {
    path: '/:organId/reading',
    mayOpen: maySeeReadings,
    menu: { label: '读报', letter: 'd', to: '/:organId/reading' },
    screen: screen(
      async () => (await import('#duties/annual-report/console/reading/reading-page.tsx')).ReadingPage,
    ),
  },
  {
    path: '/:organId/reading/overview',
    mayOpen: maySeeReadings,
    under: 'd',
    screen: screen(
      async () => (await import('#duties/annual-report/console/reading/overview-page.tsx')).OverviewPage,
    ),
  },
  {
    path: '/:organId/reading/figures',
    mayOpen: maySeeReadings,
    under: 'd',
    screen: screen(
      async () => (await import('#duties/annual-report/console/reading/figures-page.tsx')).FiguresPage,
    ),
  },
  {
    path: '/:organId/reading/report/:readId',
    mayOpen: maySeeReadings,
    under: 'd',
    screen: screen(
      async () => (await import('#duties/annual-report/console/reading/read-page.tsx')).ReadPage,
    ),
  },
  {
    path: '/:organId/publication',
    mayOpen: maySeeItems,
    menu: { label: '发布', letter: 'k', to: '/:organId/publication' },
    screen: screen(
      async () => (await import('#duties/publication/console/publication-page.tsx')).PublicationPage,
    ),
  },
  {
    path: '/:organId/publication/:itemId',
    mayOpen: maySeeItems,
    under: 'k',
    screen: screen(async () => (await import('#duties/publication/console/item-page.tsx')).ItemPage),
  },
  {
    path: '/:organId/publication/:itemId/compare',
    mayOpen: maySeeItems,
    under: 'k',
    screen: screen(async () => (await import('#duties/publication/console/compare-page.tsx')).ComparePage),
  },
  {
    path: '/:organId/register',
    mayOpen: maySeeItems,
    under: 'k',
    screen: screen(
      async () => (await import('#duties/publication/console/register/register-page.tsx')).RegisterPage,
    ),
  },
  {
    path: '/:organId/decision-lists',
    mayOpen: mayDraft,
    under: 'k',
    screen: screen(async () => (await import('#duties/publication/console/lists/lists-page.tsx')).ListsPage),
  },
  {
    path: '/:organId/standards',
    mayOpen: maySeeStandards,
    menu: { label: '标准目录', letter: 'm', to: '/:organId/standards' },
    screen: screen(
      async () => (await import('#duties/publication/console/standards/standards-page.tsx')).StandardsPage,
    ),
  },
  {
    path: '/:organId/standards/:field',
    mayOpen: maySeeStandards,
    under: 'm',
    screen: screen(
      async () => (await import('#duties/publication/console/standards/field-page.tsx')).FieldPage,
    ),
  },
  {
    path: '/:organId/channels',
    mayOpen: maySeeChannels,
    menu: { label: '其他渠道', letter: 'x', to: '/:organId/channels' },
    screen: screen(
      async () => (await import('#duties/publication/console/channels/channels-page.tsx')).ChannelsPage,
    ),
  },
  {
    path: '/:organId/supervision/publication',
    mayOpen: maySeeInspection,
    menu: { label: '公开检查', letter: 'h', to: '/:organId/supervision/publication' },
    screen: screen(
      async () => (await import('#duties/publication/console/supervision/own-page.tsx')).OwnInspectionPage,
    ),
  },
  {
    path: '/:organId/supervision/publication/below',
    mayOpen: maySeeInspectionBelow,
    under: 'h',
    screen: screen(
      async () =>
        (await import('#duties/publication/console/supervision/below-page.tsx')).BelowInspectionPage,
    ),
  },
  {
    path: '/:organId/supervision/publication/below/:lowerId',
    mayOpen: maySeeInspectionBelow,
    under: 'h',
    screen: screen(
      async () => (await import('#duties/publication/console/supervision/own-page.tsx')).LowerInspectionPage,
    ),
  },
  {
    path: '/:organId/supervision/publication/counts',
    mayOpen: maySeeInspection,
    under: 'h',
    screen: screen(
      async () => (await import('#duties/publication/console/supervision/counts-page.tsx')).CountsPage,
    ),
  },
  {
    path: '/:organId/decisions',
    mayOpen: maySeeDecisions,
    menu: { label: '重大决策', letter: 'c', to: '/:organId/decisions' },
    screen: screen(
      async () => (await import('#duties/publication/console/decisions/decisions-page.tsx')).DecisionsPage,
    ),
  },
  {
    path: '/:organId/decisions/new',
    mayOpen: maySeeDecisions,
    under: 'c',
    screen: screen(
      async () => (await import('#duties/publication/console/decisions/decision-page.tsx')).NewDecisionPage,
    ),
  },
  {
    path: '/:organId/decisions/:decisionId',
    mayOpen: maySeeDecisions,
    under: 'c',
    screen: screen(
      async () => (await import('#duties/publication/console/decisions/decision-page.tsx')).DecisionPage,
    ),
  },
  {
    path: '/:organId/old-sites',
    mayOpen: mayBringOldSite,
    menu: { label: '旧站迁移', letter: 'q', to: '/:organId/old-sites' },
    screen: screen(
      async () => (await import('#duties/publication/console/old-site/sites-page.tsx')).OldSitesPage,
    ),
  },
  {
    path: '/:organId/old-sites/:siteId',
    mayOpen: mayBringOldSite,
    under: 'q',
    screen: screen(
      async () => (await import('#duties/publication/console/old-site/site-page.tsx')).OldSitePage,
    ),
  },
  {
    path: '/:organId/settings/account',
    mayOpen: everybody,
    menu: { label: '设置', letter: 'z', to: '/:organId/settings/account' },
    screen: screen(async () => (await import('#platform/console/account-page.tsx')).AccountPage),
  },
  {
    path: '/:organId/settings/people',
    mayOpen: mayKeepPeople,
    under: 'z',
    screen: screen(async () => (await import('#platform/console/people-page.tsx')).PeoplePage),
  },
  {
    path: '/:organId/settings/calendar',
    mayOpen: mayKeepCalendar,
    under: 'z',
    screen: screen(async () => (await import('#platform/console/calendar-page.tsx')).CalendarPage),
  },
  {
    path: '/:organId/settings/calendar-feed',
    mayOpen: mayFollowDays,
    under: 'z',
    screen: screen(async () => (await import('#duties/requests/console/feed-page.tsx')).FeedPage),
  },
  {
    path: '/:organId/settings/requests',
    mayOpen: mayKeepRequestSettings,
    under: 'z',
    screen: screen(
      async () => (await import('#duties/requests/console/settings-page.tsx')).RequestSettingsPage,
    ),
  },
  {
    path: '/:organId/settings/inspection',
    mayOpen: mayKeepInspection,
    under: 'z',
    screen: screen(
      async () =>
        (await import('#duties/publication/console/supervision/settings-page.tsx')).InspectionSettingsPage,
    ),
  },
  {
    path: '/:organId/settings/search',
    mayOpen: maySeeSearch,
    under: 'z',
    screen: screen(
      async () => (await import('#duties/publication/console/search/search-page.tsx')).SearchSettingsPage,
    ),
  },
  {
    path: '/:organId/settings/publication',
    mayOpen: mayKeepPublicationSettings,
    under: 'z',
    screen: screen(
      async () => (await import('#duties/publication/console/settings-page.tsx')).PublicationSettingsPage,
    ),
  },
  {
    path: '/:organId/settings/gate',
    mayOpen: mayKeepPublicationSettings,
    under: 'z',
    screen: screen(
      async () => (await import('#duties/publication/console/gate-settings-page.tsx')).GateSettingsPage,
    ),
  },
  {
    path: '/:organId/settings/templates',
    mayOpen: mayKeepTemplates,
    under: 'z',
    screen: screen(async () => (await import('#duties/requests/console/templates-page.tsx')).TemplatesPage),
  },
  {
    path: '/:organId/settings/audit',
    mayOpen: mayReadAudit,
    under: 'z',
    screen: screen(async () => (await import('#platform/console/audit-page.tsx')).AuditPage),
  },
]

export const search: ConsoleSearch = {
  label: '查找申请',
  mayUse: maySeeRequests,
  to: (organId, words) => `/${organId}/requests?view=all&q=${encodeURIComponent(words)}`,
}
