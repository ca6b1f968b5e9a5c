import type { ComponentChildren } from 'preact'
import type { CellId, Column, Row, Table } from '#law/report-forms/form.ts'
import { cellOf, type Report, showCell, showValue } from '#law/report-forms/report.ts'
import { applicantColumns, applicantHeadings } from '#law/report-forms/requests-table.ts'
import { rowHeadings } from '#law/report-forms/row-headings.ts'
import { sectionLabel } from '#law/report-forms/sections.ts'
import { type Tick, ticksAt, ticksOf } from './ticks.ts'

interface TableProps {
  report: Report
  table: Table
}

/** Table two: each item of 第二十条 is a band of its own. */
export function ProactiveTable({ report, table }: TableProps) {
  const widest = Math.max(...table.blocks.map((block) => block.columns.length))
  return (
    <Scroll label={sectionLabel('proactive')}>
      <table class="official">
        {table.blocks.map((block) => (
          <tbody key={block.id}>
            <tr>
              <th class="block" colSpan={widest + 1} scope="colgroup">
                {block.titles.map((title) => title.label).join('　')}
              </th>
            </tr>
            <tr>
              <th class="block" scope="col">
                信息内容
              </th>
              {block.columns.map((column, index) => (
                <th class="block" key={column.id} scope="col" colSpan={spanOf(block.columns, index, widest)}>
                  {column.label}
                </th>
              ))}
            </tr>
            {block.rows
              .filter((row) => isPrinted(report, row, block.columns))
              .map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.label}</th>
                  {block.columns.map((column, index) => (
                    <td key={column.id} colSpan={spanOf(block.columns, index, widest)}>
                      <Figure report={report} id={`${row.key}.${column.id}`} unit={column.unit} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  )
}

const spanOf = (columns: readonly Column[], index: number, widest: number): number =>
  index === columns.length - 1 ? widest - columns.length + 1 : 1

// A row that some places add is printed only where the report has it.
const isPrinted = (report: Report, row: Row, columns: readonly Column[]): boolean =>
  !row.local || columns.some((column) => cellOf(report, `${row.key}.${column.id}`).kind !== 'absent')

/** Table three, with its headings on the left, and a tick beside every sum that holds. */
export function RequestsTable({ report, table }: TableProps) {
  const rows = table.blocks.flatMap((block) => block.rows)
  const headings = rowHeadings(rows)
  const ticks = ticksOf(report, table)
  return (
    <Scroll label={sectionLabel('requests')}>
      <table class="official requests">
        <colgroup>
          <col class="group" />
          <col class="group" />
          <col />
          <col class="applicant" span={applicantColumns.length} />
        </colgroup>
        <ApplicantHead corner={table.corner ?? ''} />
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.key}>
              {headings[at]?.map((heading) => (
                <th
                  key={heading.label}
                  scope={heading.rows > 1 ? 'rowgroup' : 'row'}
                  rowSpan={heading.rows}
                  colSpan={heading.columns}
                >
                  {heading.label}
                </th>
              ))}
              {applicantColumns.map((column) => (
                <td key={column.id}>
                  <Figure report={report} id={`${row.key}.${column.id}`} unit={column.unit} ticks={ticks} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function ApplicantHead({ corner }: { corner: string }) {
  const [person, ...rest] = applicantColumns
  const [total, organisations] = [rest.at(-1), rest.slice(0, -1)]
  return (
    <thead>
      <tr>
        <th class="corner" colSpan={3} rowSpan={3} scope="col">
          {corner}
        </th>
        <th colSpan={applicantColumns.length} scope="colgroup">
          {applicantHeadings.all}
        </th>
      </tr>
      <tr>
        <th rowSpan={2} scope="col">
          {person?.label}
        </th>
        <th colSpan={organisations.length} scope="colgroup">
          {applicantHeadings.organisations}
        </th>
        <th rowSpan={2} scope="col">
          {total?.label}
        </th>
      </tr>
      <tr>
        {organisations.map((column) => (
          <th key={column.id} scope="col">
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Table four: reconsideration, litigation directly and after reconsideration, in one line. */
export function RemediesTable({ report, table }: TableProps) {
  const ticks = ticksOf(report, table)
  const columns = columnsOf(table)
  return (
    <Scroll label={sectionLabel('remedies')}>
      <table class="official">
        <RemediesHead table={table} />
        <tbody>
          <tr>
            {columns.map(({ block, column }) => (
              <td key={`${block.id}.${column.id}`}>
                <Figure report={report} id={`${block.id}.${column.id}`} unit={column.unit} ticks={ticks} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroll>
  )
}

const columnsOf = (table: Table) =>
  table.blocks.flatMap((block) => block.columns.map((column) => ({ block, column })))

function RemediesHead({ table }: { table: Table }) {
  const [review, ...litigation] = table.blocks
  const columns = columnsOf(table)
  return (
    <thead>
      <tr>
        <th colSpan={review?.columns.length} rowSpan={2} scope="colgroup">
          {review?.titles[0]?.label}
        </th>
        <th colSpan={columns.length - (review?.columns.length ?? 0)} scope="colgroup">
          {litigation[0]?.titles[0]?.label}
        </th>
      </tr>
      <tr>
        {litigation.map((block) => (
          <th key={block.id} colSpan={block.columns.length} scope="colgroup">
            {block.titles[1]?.label}
          </th>
        ))}
      </tr>
      <tr>
        {columns.map(({ block, column }) => (
          <th key={`${block.id}.${column.id}`} scope="col">
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section class="wide-table" aria-label={`${label}表`} tabIndex={0}>
      {children}
    </section>
  )
}

function Figure(props: { report: Report; id: CellId; unit: Column['unit']; ticks?: readonly Tick[] }) {
  const { report, id, unit, ticks = [] } = props
  const cell = cellOf(report, id)
  const beside = ticksAt(ticks, id)
  const broken = beside.find((tick) => !tick.holds)
  return (
    <>
      {cell.kind === 'blank' ? '' : showCell(cell, unit)}
      {broken && (
        <span class="cross" title={`相加得${showValue(broken.left, unit)}`}>
          <span aria-hidden="true">≠</span>
          <span class="unseen">与各项之和{showValue(broken.left, unit)}不一致</span>
        </span>
      )}
      {!broken && beside.length > 0 && (
        <span class="tick" aria-hidden="true">
          ✓
        </span>
      )}
    </>
  )
}
