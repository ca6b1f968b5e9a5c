import type { ReactNode } from 'react'
import type { Column, Row, Table } from '#law/report-forms/form.ts'
import { applicantColumns, applicantHeadings } from '#law/report-forms/requests-table.ts'
import { rowHeadings } from '#law/report-forms/row-headings.ts'
import { WideTable } from '#platform/console/wide-table.tsx'
import { Figure } from './figure.tsx'
import { cellIn, useSheet } from './sheet.ts'

interface TableShown {
  table: Table
  label: string
}

// The last column of a band reaches to the right edge.
const spanOf = (columns: readonly Column[], index: number, widest: number): number =>
  index === columns.length - 1 ? widest - columns.length + 1 : 1

/** Table two: each item of 第二十条 is a band of its own. */
export function ProactiveTable({ table, label }: TableShown) {
  const { view } = useSheet()
  const widest = Math.max(...table.blocks.map((block) => block.columns.length))
  const isPrinted = (row: Row, columns: readonly Column[]) =>
    !row.local || columns.some(({ id }) => cellIn(view, `${row.key}.${id}`).kind !== 'absent')
  return (
    <Scroll label={label}>
      {table.blocks.map((block) => (
        <tbody key={block.id}>
          <tr>
            <th colSpan={widest + 1} scope="colgroup">
              {block.titles.map((title) => title.label).join('　')}
            </th>
          </tr>
          <tr>
            <th scope="col">信息内容</th>
            {block.columns.map((column, index) => (
              <th key={column.id} scope="col" colSpan={spanOf(block.columns, index, widest)}>
                {column.label}
              </th>
            ))}
          </tr>
          {block.rows
            .filter((row) => isPrinted(row, block.columns))
            .map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {block.columns.map((column, index) => (
                  <td key={column.id} colSpan={spanOf(block.columns, index, widest)}>
                    <Figure id={`${row.key}.${column.id}`} unit={column.unit} />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      ))}
    </Scroll>
  )
}

/** Table three, with its headings at the left. */
export function RequestsTable({ table, label }: TableShown) {
  const rows = table.blocks.flatMap((block) => block.rows)
  const headings = rowHeadings(rows)
  return (
    <Scroll label={label}>
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
                className={heading.columns > 2 || heading.rows === 1 ? 'words' : 'group'}
              >
                {heading.label}
              </th>
            ))}
            {applicantColumns.map((column) => (
              <td key={column.id}>
                <Figure id={`${row.key}.${column.id}`} unit={column.unit} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Scroll>
  )
}

function ApplicantHead({ corner }: { corner: string }) {
  const [person, ...rest] = applicantColumns
  const organisations = rest.slice(0, -1)
  return (
    <thead>
      <tr>
        <th className="corner" colSpan={3} rowSpan={3} scope="col">
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
          {rest.at(-1)?.label}
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

const columnsOf = (table: Table) =>
  table.blocks.flatMap((block) => block.columns.map((column) => ({ block, column })))

/** Table four: reconsideration, litigation directly and after reconsideration, in one line. */
export function RemediesTable({ table, label }: TableShown) {
  const columns = columnsOf(table)
  return (
    <Scroll label={label}>
      <RemediesHead table={table} />
      <tbody>
        <tr>
          {columns.map(({ block, column }) => (
            <td key={`${block.id}.${column.id}`}>
              <Figure id={`${block.id}.${column.id}`} unit={column.unit} />
            </td>
          ))}
        </tr>
      </tbody>
    </Scroll>
  )
}

function RemediesHead({ table }: { table: Table }) {
  const [review, ...litigation] = table.blocks
  const columns = columnsOf(table)
  const reviewWidth = review?.columns.length ?? 0
  return (
    <thead>
      <tr>
        <th colSpan={reviewWidth} rowSpan={2} scope="colgroup">
          {review?.titles[0]?.label}
        </th>
        <th colSpan={columns.length - reviewWidth} scope="colgroup">
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

const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  <WideTable label={`${label}表`}>
    <table className="official" aria-label={label}>
      {children}
    </table>
  </WideTable>
)
