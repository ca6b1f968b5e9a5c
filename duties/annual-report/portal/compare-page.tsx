import type { Report } from '#law/report-forms/report.ts'
import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import type { PublishedEntry } from '../published.ts'
import { type PictureGroup, pictureOf } from '../rules/picture.ts'
import { RowPlot } from './row-plot.tsx'

type Entry = PublishedEntry & { report: Report }

interface CompareProps {
  frame: Frame
  years: readonly number[]
  year: number | undefined
  entries: readonly Entry[]
  /** Which group of figures, counted from 0. */
  wanted: number
  /** Which of its figures is plotted, counted from 0. */
  wantedLine: number
}

/** The published reports of a year side by side: one group of figures at a time, as a table and as a plot. */
export function ComparePage({ frame, years, year, entries, wanted, wantedLine }: CompareProps) {
  const title = '年报数据比较'
  const groups = entries[0] ? pictureOf(entries[0].report) : []
  const at = groups[wanted] ? wanted : 0
  const trail = [{ label: '政府信息公开年报', address: year ? `/reports?year=${year}` : '/reports' }]
  const rows = entries.map((entry) => ({ entry, group: pictureOf(entry.report)[at] }))
  return (
    <Page
      frame={frame}
      section="reports"
      title={title}
      meta={{ level: 'list', column: columnOf('reports') }}
      trail={trail}
    >
      <h1>{title}</h1>
      <Choices
        label="年份"
        items={years.map((each) => [`${each}年`, `/reports/compare?year=${each}&group=${at}`, each === year])}
      />
      <Choices
        label="项目"
        items={groups.map((group, index) => [
          group.title,
          `/reports/compare?year=${year}&group=${index}`,
          index === at,
        ])}
      />
      {year === undefined || rows.length === 0 ? (
        <p>暂无公开的年度报告。</p>
      ) : (
        <Table rows={rows} year={year} at={at} wantedLine={wantedLine} />
      )}
    </Page>
  )
}

function Choices({
  label,
  items,
}: {
  label: string
  items: readonly (readonly [string, string, boolean])[]
}) {
  return (
    <nav class="years" aria-label={label}>
      <ul>
        {items.map(([words, address, isCurrent]) => (
          <li key={address}>
            <a href={address} aria-current={isCurrent ? 'page' : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type CompareRow = { entry: Entry; group: PictureGroup | undefined }

interface TableProps {
  rows: readonly CompareRow[]
  year: number
  at: number
  wantedLine: number
}

function Table({ rows, year, at, wantedLine }: TableProps) {
  const heads = rows[0]?.group?.lines.map(({ label }) => label) ?? []
  const line = heads[wantedLine] === undefined ? 0 : wantedLine
  return (
    <>
      <Figures rows={rows} year={year} heads={heads} />
      <Choices
        label="图中项目"
        items={heads.map((head, index) => [
          head,
          `/reports/compare?year=${year}&group=${at}&line=${index}#plot`,
          index === line,
        ])}
      />
      <Plot rows={rows} year={year} line={line} head={heads[line] ?? ''} />
    </>
  )
}

function Figures({ rows, year, heads }: Pick<TableProps, 'rows' | 'year'> & { heads: readonly string[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section class="wide-table" aria-label="各机关数据" tabIndex={0}>
      <table class="plain">
        <caption class="unseen">{year}年各机关数据</caption>
        <thead>
          <tr>
            <th scope="col">机关</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ entry, group }) => (
            <tr key={entry.organId}>
              <th scope="row">
                <a href={entry.address}>{entry.organName}</a>
              </th>
              {heads.map((head, index) => (
                <td key={head} class="figure">
                  {group?.lines[index]?.now ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type PlotProps = Pick<TableProps, 'rows' | 'year'> & { line: number; head: string }

function Plot({ rows, year, line, head }: PlotProps) {
  // A merged report adds up the others: beside them it would make every bar small.
  const alone = rows.filter(({ entry }) => entry.report.merges === undefined)
  const lines = alone
    .map(({ entry, group }) => ({ label: entry.organName, now: group?.lines[line]?.now, before: undefined }))
    .sort((a, b) => (b.now ?? -1) - (a.now ?? -1))
  const plotted = { title: `${rows[0]?.group?.title ?? ''}：${head}`, unit: '件', lines }
  return (
    <div id="plot">
      <RowPlot group={plotted} year={year} hasBefore={false} hasTable={false} />
      <p class="quiet">
        图按数量从多到少排列，数字同上表。
        {alone.length < rows.length && '汇总报告是各机关报告之和，列在表中，不画入图中。'}
      </p>
    </div>
  )
}
