import type { Section, Table } from '#law/report-forms/form.ts'
import { formForYear } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import { reportTitle, sections } from '#law/report-forms/sections.ts'
import { columnOf } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { minuteInShanghai } from '#platform/pages/times.ts'
import type { VersionsView } from '../contract.ts'
import { outKinds, outs } from '../out/outs.ts'
import type { PublishedReport } from '../published.ts'
import { Corrections } from './corrections.tsx'
import { ProactiveTable, RemediesTable, RequestsTable } from './form-tables.tsx'
import { ticksOf } from './ticks.ts'

interface ReportPageProps {
  frame: Frame
  found: PublishedReport
  /** The versions published so far, where there is more than one. */
  versions: VersionsView['versions']
}

/** A published annual report: the six parts, the tables in the layout of the official form of its year. */
export function ReportPage({ frame, found, versions }: ReportPageProps) {
  const { report, organName, year, address } = found
  const title = `${organName}${reportTitle(year)}`
  const published = minuteInShanghai(found.publishedAt)
  const meta = {
    level: 'article',
    column: columnOf('reports'),
    article: { title, publishedAt: published, source: organName },
  } as const
  const trail = [
    { label: '政府信息公开年报', address: `/reports?year=${year}` },
    { label: organName, address: `/organs/${found.organCode}` },
  ]
  return (
    <Page frame={frame} section="reports" title={title} meta={meta} trail={trail}>
      <article>
        <h1 class="document-title">{title}</h1>
        <p class="report-line">
          <span>发布时间 {published}</span>
          {found.version > 1 && (
            <span>
              第{found.version}版，<a href="#corrections">更正说明</a>
            </span>
          )}
          <span class="screen-only">
            下载：
            {outKinds.map((kind, index) => (
              <>
                {index > 0 && '、'}
                <a href={`${address}/report.${kind}`}>{outs[kind].label}</a>
              </>
            ))}
          </span>
          <span class="screen-only">
            <a href={`${address}/picture`}>一图读懂</a>
          </span>
        </p>
        {sections.map((section) => (
          <SectionOf key={section.id} section={section} report={report} />
        ))}
        <Checks report={report} />
        <Corrections versions={versions} />
      </article>
    </Page>
  )
}

// The tables of the report's own form; one whose tables are of two forms is shown by the form of its year.
const tablesOf = ({ year }: Report): readonly Table[] => formForYear(year)?.tables ?? []

const linesOf = (text = ''): string[] => text.split('\n').filter((line) => line.trim() !== '')

function SectionOf({ section, report }: { section: Section; report: Report }) {
  const text = report.texts[section.id]
  const table = tablesOf(report).find((each) => each.id === section.table)
  return (
    <section>
      <h2>
        {section.number}、{section.label}
      </h2>
      {linesOf(text).map((line) => (
        <p class="report-text" key={line}>
          {line}
        </p>
      ))}
      {table?.id === 'proactive' && <ProactiveTable report={report} table={table} />}
      {table?.id === 'requests' && <RequestsTable report={report} table={table} />}
      {table?.id === 'remedies' && <RemediesTable report={report} table={table} />}
      {!text && !table && <p class="report-text">（无）</p>}
    </section>
  )
}

function Checks({ report }: { report: Report }) {
  const ticks = tablesOf(report).flatMap((table) => ticksOf(report, table))
  if (ticks.length === 0) return null
  const held = ticks.filter((tick) => tick.holds).length
  return (
    <p class="quiet">
      表中标“✓”的合计数与各项之和一致。本报告共{ticks.length}项勾稽关系，
      {held === ticks.length ? '全部一致。' : `${held}项一致，${ticks.length - held}项不一致，以“≠”标出。`}
      空白的格子表示没有填报，不作为零计算。
    </p>
  )
}
