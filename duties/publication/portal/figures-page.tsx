import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { type Bar, BarRows, Plot } from '#platform/pages/plot.tsx'
import { listPath } from '../addresses.ts'

/** What was published in a year, as it was counted at an instant. */
export interface YearFigures {
  year: number
  /** 2026年11月21日10时30分 */
  countedAt: string
  /** Milliseconds since 1970 from which on it is counted anew. */
  until: number
  total: number
  months: readonly Bar[]
  kinds: readonly Bar[]
  headings: readonly Bar[]
  organs: readonly Bar[]
}

/** 数说公开: the year's publications by month, kind, heading and organ; each plot is a table too. */
export function FiguresPage({ frame, name, figures }: { frame: Frame; name: string; figures: YearFigures }) {
  const { year, total } = figures
  const title = `${year}年主动公开数据`
  return (
    <Page
      frame={frame}
      title={title}
      meta={{ level: 'list', column: otherColumn('数说公开', `${name}各机关主动公开信息的数量`) }}
      trail={[]}
    >
      <h1>{title}</h1>
      <p class="measure">
        {name}各机关{year}年共主动公开信息{total}条。
        <span class="quiet">统计截至{figures.countedAt}。</span>
      </p>
      <section class="figures-wide">
        <h2>按月份</h2>
        <Plot caption="各月公开的信息" unit="条" heads={['月份', '公开信息']} bars={figures.months} />
      </section>
      <ByMarks figures={figures} />
      <p class="quiet">
        逐条数据见<a href="/open-data">开放数据</a>；也可以直接下载
        <a href={`${listPath}.csv?year=${year}`}>全年清单（CSV）</a>。
      </p>
    </Page>
  )
}

/** The same count by kind, by heading and by organ. */
function ByMarks({ figures }: { figures: YearFigures }) {
  const rows = [
    { caption: '按体裁', head: '体裁', bars: figures.kinds },
    { caption: '按信息类别', head: '信息类别', bars: figures.headings },
    { caption: '按机关（前二十位）', head: '机关', bars: figures.organs },
  ]
  return (
    <>
      {rows
        .filter(({ bars }) => bars.length > 0)
        .map(({ caption, head, bars }) => (
          <section key={head}>
            <h2>{caption}</h2>
            <BarRows
              caption={`${figures.year}年公开的信息，${caption}`}
              unit="条"
              heads={[head, '公开信息']}
              bars={bars}
            />
          </section>
        ))}
    </>
  )
}
