import { at, type ConsolePage, menuEntry } from '#platform/console/page.ts'
import {
  mayKeepInspection,
  mayKeepPublicationSettings,
  maySeeSearch,
} from '#platform/console/settings-tabs.tsx'
import { maySeeChannels } from './channels/rights.ts'
import { maySeeDecisions } from './decisions/rights.ts'
import { mayBringOldSite } from './old-site/rights.ts'
import { mayDraft, maySeeItems } from './rights.ts'
import { maySeeStandards } from './standards/rights.ts'
import { maySeeInspection, maySeeInspectionBelow } from './supervision/rights.ts'

/** The screens of publication, in the order of the menu. */
export const publicationPages: readonly ConsolePage[] = [
  ...menuEntry(
    'k',
    '发布',
    at('publication', maySeeItems, async () => (await import('./publication-page.tsx')).PublicationPage),
    at('publication/:itemId', maySeeItems, async () => (await import('./item-page.tsx')).ItemPage),
    at(
      'publication/:itemId/compare',
      maySeeItems,
      async () => (await import('./compare-page.tsx')).ComparePage,
    ),
    at('register', maySeeItems, async () => (await import('./register/register-page.tsx')).RegisterPage),
    at(
      'kept-files',
      maySeeItems,
      async () => (await import('./kept-files/kept-files-page.tsx')).KeptFilesScreen,
    ),
    at('decision-lists', mayDraft, async () => (await import('./lists/lists-page.tsx')).ListsPage),
  ),
  ...menuEntry(
    'm',
    '标准目录',
    at(
      'standards',
      maySeeStandards,
      async () => (await import('./standards/standards-page.tsx')).StandardsPage,
    ),
    at(
      'standards/:field',
      maySeeStandards,
      async () => (await import('./standards/field-page.tsx')).FieldPage,
    ),
  ),
  ...menuEntry(
    'x',
    '其他渠道',
    at('channels', maySeeChannels, async () => (await import('./channels/channels-page.tsx')).ChannelsPage),
  ),
  ...menuEntry(
    'h',
    '公开检查',
    at(
      'supervision/publication',
      maySeeInspection,
      async () => (await import('./supervision/own-page.tsx')).OwnInspectionPage,
    ),
    at(
      'supervision/publication/below',
      maySeeInspectionBelow,
      async () => (await import('./supervision/below-page.tsx')).BelowInspectionPage,
    ),
    at(
      'supervision/publication/below/:lowerId',
      maySeeInspectionBelow,
      async () => (await import('./supervision/own-page.tsx')).LowerInspectionPage,
    ),
    at(
      'supervision/publication/counts',
      maySeeInspection,
      async () => (await import('./supervision/counts-page.tsx')).CountsPage,
    ),
  ),
  ...menuEntry(
    'c',
    '重大决策',
    at(
      'decisions',
      maySeeDecisions,
      async () => (await import('./decisions/decisions-page.tsx')).DecisionsPage,
    ),
    at(
      'decisions/new',
      maySeeDecisions,
      async () => (await import('./decisions/decision-page.tsx')).NewDecisionPage,
    ),
    at(
      'decisions/:decisionId',
      maySeeDecisions,
      async () => (await import('./decisions/decision-page.tsx')).DecisionPage,
    ),
  ),
  ...menuEntry(
    'q',
    '旧站迁移',
    at('old-sites', mayBringOldSite, async () => (await import('./old-site/sites-page.tsx')).OldSitesPage),
    at(
      'old-sites/:siteId',
      mayBringOldSite,
      async () => (await import('./old-site/site-page.tsx')).OldSitePage,
    ),
  ),
]

/** Its screens among the settings. */
export const publicationSettings = [
  at(
    'settings/inspection',
    mayKeepInspection,
    async () => (await import('./supervision/settings-page.tsx')).InspectionSettingsPage,
  ),
  at(
    'settings/search',
    maySeeSearch,
    async () => (await import('./search/search-page.tsx')).SearchSettingsPage,
  ),
  at(
    'settings/publication',
    mayKeepPublicationSettings,
    async () => (await import('./settings-page.tsx')).PublicationSettingsPage,
  ),
  at(
    'settings/gate',
    mayKeepPublicationSettings,
    async () => (await import('./gate-settings-page.tsx')).GateSettingsPage,
  ),
]
