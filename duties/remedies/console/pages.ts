import { at, type ConsolePage, menuEntry } from '#platform/console/page.ts'

/** The screens of reconsiderations and lawsuits, for those who see the requests that they are about. */
export const remedyPages = (mayOpen: ConsolePage['mayOpen']): readonly ConsolePage[] =>
  menuEntry(
    'f',
    '复议诉讼',
    at('remedies', mayOpen, async () => (await import('./remedies-page.tsx')).RemediesPage),
    at('remedies/register', mayOpen, async () => (await import('./open-page.tsx')).OpenRemedyPage),
    at('remedies/:caseId', mayOpen, async () => (await import('./remedy-page.tsx')).RemedyPage),
  )
