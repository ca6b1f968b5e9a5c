import { at, type ConsolePage, menuEntry } from '#platform/console/page.ts'
import { mayFollowDays, mayKeepRequestSettings, mayKeepTemplates } from '#platform/console/settings-tabs.tsx'
import {
  mayImport,
  mayRegister,
  maySeeRequests,
  maySeeSuggestions,
  maySuperviseRequests,
  maySuperviseRequestsBelow,
} from './rights.ts'

/** The screens of requests, in the order of the menu. */
export const requestPages: readonly ConsolePage[] = [
  ...menuEntry(
    'j',
    '今日',
    at('today', maySeeRequests, async () => (await import('./today-page.tsx')).TodayPage),
  ),
  ...menuEntry(
    's',
    '申请',
    at('requests', maySeeRequests, async () => (await import('./queue-page.tsx')).QueuePage),
    at('requests/register', mayRegister, async () => (await import('./register-page.tsx')).RegisterPage),
    at('requests/imports', mayImport, async () => (await import('./imports-page.tsx')).ImportsPage),
    at('requests/imports/:importId', mayImport, async () => (await import('./import-page.tsx')).ImportPage),
    at(
      'requests/suggestions',
      maySeeSuggestions,
      async () => (await import('./suggestions-page.tsx')).SuggestionsPage,
    ),
    at('requests/:caseId', maySeeRequests, async () => (await import('./case-page.tsx')).CasePage),
  ),
  ...menuEntry(
    'b',
    '督办',
    at(
      'supervision/requests',
      maySuperviseRequests,
      async () => (await import('./supervision-page.tsx')).SupervisionPage,
    ),
    at(
      'supervision/requests/below',
      maySuperviseRequestsBelow,
      async () => (await import('./supervision-below-page.tsx')).SupervisionBelowPage,
    ),
  ),
]

/** Their screens among the settings. */
export const requestSettings = [
  at('settings/calendar-feed', mayFollowDays, async () => (await import('./feed-page.tsx')).FeedPage),
  at(
    'settings/requests',
    mayKeepRequestSettings,
    async () => (await import('./settings-page.tsx')).RequestSettingsPage,
  ),
  at(
    'settings/templates',
    mayKeepTemplates,
    async () => (await import('./templates-page.tsx')).TemplatesPage,
  ),
]
