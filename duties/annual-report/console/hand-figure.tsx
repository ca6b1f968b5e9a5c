import { Button, Form, Input } from 'antd'
import type { CellId, Unit } from '#law/report-forms/form.ts'
import { placeOf } from '#law/report-forms/forms.ts'
import { showCell } from '#law/report-forms/report.ts'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import type { CellCases } from '../contract.ts'
import { readFigure } from '../rules/read-figure.ts'
import { useEntries, useReportSteps } from './api.ts'
import { cellIn, mayTake, useSheet } from './sheet.ts'

/** In the drawer of a cell of table two: a figure by hand with its source, and the monthly entries. */
export function HandFigure({ cellId, found }: { cellId: CellId; found: CellCases }) {
  const { view } = useSheet()
  if (placeOf(cellId)?.table.id !== 'proactive' || !mayTake(view, 'enterFigure')) return null
  const source = view.cells[cellId]?.source
  const isCounted = source === 'entries' || source === 'register'
  return (
    <>
      {isCounted ? null : <ByHand cellId={cellId} />}
      <ByMonth cellId={cellId} found={found} />
    </>
  )
}

// The rule that the server reads the figure by, while it is being typed.
const isFigure = (unit: Unit) => ({
  validator: async (_: unknown, typed = '') => {
    const read = typed.trim() === '' ? undefined : readFigure(typed, unit)
    if (read && 'problem' in read) throw new Error(read.problem)
  },
})

function ByHand({ cellId }: { cellId: CellId }) {
  const { view } = useSheet()
  const steps = useReportSteps(view)
  const cell = cellIn(view, cellId)
  const unit = placeOf(cellId)?.column.unit ?? 'count'
  const send = (ask: Record<string, unknown>) =>
    steps.mutate([{ step: 'enterFigure', ask: { cell: cellId, ...ask } }])
  const typed = {
    value: cell.kind === 'number' ? showCell(cell, unit) : '',
    source: view.cells[cellId]?.from ?? '',
  }
  return (
    <Form layout="vertical" name="by-hand" initialValues={typed} onFinish={send}>
      <h3>全年一次填写</h3>
      <Form.Item name="value" label={unit === 'money' ? '金额（万元）' : '数量'} rules={[isFigure(unit)]}>
        <Input inputMode="decimal" autoComplete="off" />
      </Form.Item>
      <Form.Item name="source" label="数字的来源">
        <Input autoComplete="off" />
      </Form.Item>
      {steps.error === null ? null : <ProblemAlert error={steps.error} />}
      <Button htmlType="submit" loading={steps.isPending}>
        填入
      </Button>
    </Form>
  )
}

interface Month {
  month: string
  amount: string
  source: string
}

function ByMonth({ cellId, found }: { cellId: CellId; found: CellCases }) {
  const { view } = useSheet()
  const entries = useEntries(view)
  const unit = placeOf(cellId)?.column.unit ?? 'count'
  const [form] = Form.useForm<Month>()
  const { submit, busy, problem } = useSending(form, async (month: Month) => {
    await entries.mutateAsync({ body: { cell: cellId, ...month } })
    form.resetFields()
  })
  return (
    <>
      <ul className="counted">
        {found.entries.map((entry) => (
          <li key={entry.entryId}>
            <Button size="small" onClick={() => entries.mutate({ path: `/${entry.entryId}/withdraw` })}>
              撤回{entry.month}月的登记
            </Button>
          </li>
        ))}
      </ul>
      <Form form={form} layout="vertical" name="by-month" onFinish={submit}>
        <h3>按月登记</h3>
        <SendingProblem problem={problem} form="by-month" />
        <Form.Item name="month" label="月份" rules={[{ required: true, message: '请填写月份' }]}>
          <Input inputMode="numeric" autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="amount"
          label="数量或金额（万元）"
          rules={[{ required: true, message: '请填写数量' }, isFigure(unit)]}
        >
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
        <Form.Item name="source" label="来源" rules={[{ required: true, message: '请填写来源' }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          登记
        </Button>
      </Form>
    </>
  )
}
