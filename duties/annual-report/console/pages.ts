import { at, type ConsolePage, menuEntry } from '#platform/console/page.ts'
import { maySeeReadings } from './reading/rights.ts'
import { maySeeReports, maySupervise } from './rights.ts'

/** The screens of the annual report and of the reader, in the order of the menu. */
export const reportPages: readonly ConsolePage[] = [
  ...menuEntry(
    'n',
    '年报',
    at('reports', maySeeReports, async () => (await import('./years-page.tsx')).YearsPage),
    at('reports/:year', maySeeReports, async () => (await import('./report-page.tsx')).ReportPage),
    at('reports/:year/below', maySupervise, async () => (await import('./below-page.tsx')).BelowPage),
    at('reports/:year/merged', maySeeReports, async () => (await import('./merged-page.tsx')).MergedPage),
    at(
      'reports/:year/below/:lowerId',
      maySupervise,
      async () => (await import('./lower-page.tsx')).LowerPage,
    ),
    at(
      'reports/:year/versions',
      maySeeReports,
      async () => (await import('./versions-page.tsx')).VersionsPage,
    ),
    at(
      'reports/:year/below/:lowerId/versions',
      maySupervise,
      async () => (await import('./versions-page.tsx')).VersionsPage,
    ),
  ),
  ...menuEntry(
    'd',
    '读报',
    at('reading', maySeeReadings, async () => (await import('./reading/reading-page.tsx')).ReadingPage),
    at(
      'reading/overview',
      maySeeReadings,
      async () => (await import('./reading/overview-page.tsx')).OverviewPage,
    ),
    at(
      'reading/figures',
      maySeeReadings,
      async () => (await import('./reading/figures-page.tsx')).FiguresPage,
    ),
    at(
      'reading/report/:readId',
      maySeeReadings,
      async () => (await import('./reading/read-page.tsx')).ReadPage,
    ),
  ),
]
