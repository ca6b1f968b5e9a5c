import { reportFeedPath } from '#duties/publication/addresses.ts'
import { reportTitle } from '#law/report-forms/sections.ts'
import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { dateInShanghai } from '#platform/pages/times.ts'
import type { PublishedEntry } from '../published.ts'

interface ReportsPageProps {
  frame: Frame
  years: readonly number[]
  year: number | undefined
  entries: readonly PublishedEntry[]
}

/** 政府信息公开年报: the reports of one year by organ, and the way to the other years. */
export function ReportsPage({ frame, years, year, entries }: ReportsPageProps) {
  const title = '政府信息公开年报'
  return (
    <Page
      frame={frame}
      section="reports"
      title={title}
      meta={{ level: 'list', column: columnOf('reports') }}
      trail={[]}
      feed={reportFeedPath}
    >
      <h1>{title}</h1>
      <nav class="years" aria-label="年份">
        <ul>
          {years.map((each) => (
            <li key={each}>
              <a href={`/reports?year=${each}`} aria-current={each === year ? 'page' : undefined}>
                {each}年
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {entries.length > 1 && (
        <p>
          <a href={`/reports/compare?year=${year}`}>各机关数据比较</a>
        </p>
      )}
      {entries.length === 0 ? (
        <p>{year === undefined ? '暂无公开的年度报告。' : `${year}年的年度报告尚未公开。`}</p>
      ) : (
        <ul class="items measure-wide">
          {entries.map((entry) => (
            <li key={entry.address}>
              <a href={entry.address}>
                {entry.organName}
                {reportTitle(entry.year)}
              </a>
              <time dateTime={entry.publishedAt}>{dateInShanghai(entry.publishedAt)}</time>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
