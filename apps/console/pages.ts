import { type ComponentType, lazy } from 'react'
import { mayRegister, maySeeRequests } from '#duties/requests/console/rights.ts'
import { type ConsolePage, type ConsoleSearch, everybody, type ScreenProps } from '#platform/console/page.ts'

type Screen = ComponentType<ScreenProps>
const screen = (load: () => Promise<Screen>) => lazy(async () => ({ default: await load() }))

/** Every screen of the console, in the order of the menu. */
export const pages: readonly ConsolePage[] = [
  {
    path: '/:organId/today',
    mayOpen: maySeeRequests,
    menu: { label: '今日', letter: 't', to: '/:organId/today' },
    screen: screen(async () => (await import('#duties/requests/console/today-page.tsx')).TodayPage),
  },
  {
    path: '/:organId/requests',
    mayOpen: maySeeRequests,
    menu: { label: '申请', letter: 's', to: '/:organId/requests' },
    screen: screen(async () => (await import('#duties/requests/console/queue-page.tsx')).QueuePage),
  },
  {
    path: '/:organId/requests/:caseId',
    mayOpen: maySeeRequests,
    under: 's',
    screen: screen(async () => (await import('#duties/requests/console/case-page.tsx')).CasePage),
  },
]

export const search: ConsoleSearch = {
  label: '查找申请',
  mayUse: maySeeRequests,
  to: (organId, words) => `/${organId}/requests?view=all&q=${encodeURIComponent(words)}`,
}
void mayRegister
void everybody
