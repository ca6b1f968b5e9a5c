import { Button, Input } from 'antd'
import { useState } from 'react'
import { nameOfCell } from '#law/report-forms/forms.ts'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import type { ReportView } from '../contract.ts'
import { entryColumns } from '../rules/entries.ts'
import { useEntries, useReportSteps } from './api.ts'
import { cellIn, mayTake } from './sheet.ts'

/** Cells of table two that nobody has spoken for yet: entered at once where nothing happened, or out of a list. */
export function BlankCells({ view }: { view: ReportView }) {
  const blank = Object.keys(view.cells).filter((id) => cellIn(view, id).kind === 'blank')
  if (blank.length === 0 || !mayTake(view, 'enterFigures')) return null
  return (
    <section className="sheet blank-cells" aria-labelledby="blank-head">
      <h2 id="blank-head">还有 {blank.length} 格没有数字</h2>
      <p className="tight">{blank.map((id) => nameOfCell(id)).join('、')}</p>
      <Nothing view={view} blank={blank} />
      <ListImport view={view} />
    </section>
  )
}

function Nothing({ view, blank }: { view: ReportView; blank: readonly string[] }) {
  const [source, setSource] = useState('')
  const steps = useReportSteps(view)
  const fill = () =>
    steps.mutate([
      { step: 'enterFigures', ask: { source, figures: blank.map((cell) => ({ cell, value: '0' })) } },
    ])
  return (
    <div className="in-line">
      <label htmlFor="blank-source">本年没有发生的，来源</label>
      <Input
        id="blank-source"
        value={source}
        placeholder="如：经各股室核对"
        onChange={(event) => setSource(event.target.value)}
      />
      <Button onClick={fill} loading={steps.isPending} disabled={source.trim() === ''}>
        以上各格填0
      </Button>
      {steps.error === null ? null : <ProblemAlert error={steps.error} />}
    </div>
  )
}

function ListImport({ view }: { view: ReportView }) {
  const entries = useEntries(view)
  const take = (file: File | undefined) => {
    if (file === undefined) return
    const body = new FormData()
    body.append('file', file, file.name)
    entries.mutate({ path: '/import', body })
  }
  return (
    <div className="in-line">
      <label htmlFor="entry-list">导入按月登记的清单（Excel或者CSV，列：{entryColumns.join('、')}）</label>
      <input
        id="entry-list"
        type="file"
        accept=".xlsx,.csv"
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {entries.isPending ? <span role="status">正在导入……</span> : null}
      {entries.data === undefined ? null : (
        <span role="status">已导入{entries.data.entryIds.length}笔。</span>
      )}
      {entries.error === null ? null : <ImportProblem error={entries.error} />}
    </div>
  )
}

/** What was wrong with a file, row by row where it has rows. */
export function ImportProblem({ error }: { error: Error }) {
  const rows = 'errors' in error ? (error.errors as { field: string; message: string }[]) : []
  return (
    <div role="alert">
      <ProblemAlert error={error} />
      {rows.length === 0 ? null : (
        <ul className="tight-list">
          {rows.slice(0, 50).map((row) => (
            <li key={row.field + row.message}>{row.message}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
