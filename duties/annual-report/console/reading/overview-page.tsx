import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { ReadOverview } from '../../corpus/contract.ts'
import { severityLabels } from '../../rules/severity.ts'
import { filtersIn, queryOf, useOverview, useRoot } from './api.ts'
import { FilterBar } from './filters.tsx'
import { ReadingTabs } from './reading-tabs.tsx'
import { type SortedColumn, SortedTable } from './sorted-table.tsx'
import '../report.css'
import './reading.css'

/** The findings of all reports that were read: by rule, by organ, by year; handed out as a table. */
export function OverviewPage(_: ScreenProps) {
  const { query: asked } = useLocation()
  const filters = filtersIn(asked)
  const query = useOverview(filters)
  const root = useRoot()
  return (
    <>
      <PageHead
        title="读报：问题总览"
        actions={
          <a href={`${root}/overview.csv${queryOf({ ...filters })}`} download>
            下载全部问题（CSV）
          </a>
        }
      />
      <ReadingTabs />
      <FilterBar />
      <Answered query={query}>{(overview) => <Overview overview={overview} />}</Answered>
    </>
  )
}

type Rule = ReadOverview['rules'][number]
type Counted = Pick<ReadOverview['years'][number], 'reports' | 'blocks' | 'explains' | 'warns'>

const labelOf = (severity: string): string =>
  Object.entries(severityLabels).find(([each]) => each === severity)?.[1] ?? severity

const counted: readonly SortedColumn<Counted>[] = [
  { label: '报告', value: (row) => row.reports },
  { label: severityLabels.blocks, value: (row) => row.blocks },
  { label: severityLabels.explain, value: (row) => row.explains },
  { label: severityLabels.warn, value: (row) => row.warns },
]

function Overview({ overview }: { overview: ReadOverview }) {
  const { organ } = useStanding()
  const to = (asked: Record<string, string>) => `/${organ.organId}/reading${queryOf(asked)}`
  const rules: readonly SortedColumn<Rule>[] = [
    {
      label: '问题',
      value: (row) => row.name,
      draw: (row) => <Link to={to({ check: row.check })}>{row.name}</Link>,
    },
    { label: '程度', value: (row) => labelOf(row.severity) },
    { label: '处数', value: (row) => row.findings },
    { label: '涉及报告', value: (row) => row.reports },
  ]
  return (
    <>
      <section className="sheet" aria-labelledby="by-rule">
        <h2 id="by-rule">按规则</h2>
        <SortedTable
          label="各类问题"
          rows={overview.rules}
          columns={rules}
          keyOf={(row) => `${row.check} ${row.name}`}
        />
      </section>
      <Groups overview={overview} to={to} />
      <Carried carried={overview.carried} />
      {overview.refused === 0 ? null : <p className="note">另有{overview.refused}个文件没有读成。</p>}
    </>
  )
}

function Groups({ overview, to }: { overview: ReadOverview; to(asked: Record<string, string>): string }) {
  return (
    <>
      <section className="sheet" aria-labelledby="by-organ">
        <h2 id="by-organ">按机关</h2>
        <SortedTable<ReadOverview['organs'][number]>
          label="各机关的问题"
          rows={overview.organs}
          columns={[
            {
              label: '机关',
              value: ({ organName }) => organName ?? '机关不明',
              draw: ({ organName }) => organName && <Link to={to({ organ: organName })}>{organName}</Link>,
            },
            ...counted,
          ]}
          keyOf={(row) => row.organName ?? ''}
        />
      </section>
      <section className="sheet" aria-labelledby="by-year">
        <h2 id="by-year">按年度</h2>
        <SortedTable<ReadOverview['years'][number]>
          label="各年度的问题"
          rows={overview.years}
          columns={[
            {
              label: '年度',
              value: ({ year }) => year ?? '年度不明',
              draw: ({ year }) => year && <Link to={to({ year: String(year) })}>{`${year}年`}</Link>,
            },
            ...counted,
          ]}
          keyOf={(row) => String(row.year ?? '')}
        />
      </section>
    </>
  )
}

function Carried({ carried }: { carried: ReadOverview['carried'] }) {
  const { organ } = useStanding()
  const { agree, differ, open, differing } = carried
  return (
    <section className="sheet" aria-labelledby="by-carried">
      <h2 id="by-carried">与上年报告衔接</h2>
      <p className="tight">
        {`全部报告中，同一机关相邻两年的有${agree + differ + open}对：衔接的${agree}对，不衔接的${differ}对，数字不全、不能核对的${open}对。`}
      </p>
      {differing.length === 0 ? null : (
        <ul className="carried">
          {differing.map(({ readId, organName, year, sentences }) => (
            <li key={readId}>
              <Link to={`/${organ.organId}/reading/report/${readId}`}>{`${organName}　${year}年`}</Link>
              <ul>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
