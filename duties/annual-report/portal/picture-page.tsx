import type { Report } from '#law/report-forms/report.ts'
import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { minuteInShanghai } from '#platform/pages/times.ts'
import type { PublishedReport } from '../published.ts'
import { pictureOf } from '../rules/picture.ts'
import { RowPlot } from './row-plot.tsx'

interface PictureProps {
  frame: Frame
  found: PublishedReport
  lastYear: Report | undefined
}

/** The year of an organ on one page: plots with their tables, this year beside the last. */
export function PicturePage({ frame, found, lastYear }: PictureProps) {
  const { organName, year, address } = found
  const title = `一图读懂${organName}${year}年政府信息公开`
  const published = minuteInShanghai(found.publishedAt)
  const trail = [
    { label: '政府信息公开年报', address: `/reports?year=${year}` },
    { label: `${organName}${year}年年度报告`, address },
  ]
  const meta = {
    level: 'article',
    column: columnOf('reports'),
    article: { title, publishedAt: published, source: organName },
  } as const
  const groups = pictureOf(found.report, lastYear).filter(({ lines }) =>
    lines.some(({ now }) => now !== undefined),
  )
  return (
    <Page frame={frame} section="reports" title={title} meta={meta} trail={trail}>
      <h1>{title}</h1>
      <p>
        数据取自已经公布的<a href={address}>年度报告</a>
        {lastYear ? `，实心条为${year}年，空心条为${year - 1}年。` : '。'}
      </p>
      <div class="picture">
        {groups.map((group) => (
          <RowPlot key={group.title} group={group} year={year} hasBefore={lastYear !== undefined} />
        ))}
      </div>
    </Page>
  )
}
