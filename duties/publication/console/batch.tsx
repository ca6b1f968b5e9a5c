import { App, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { LongText } from '#platform/console/long-text.tsx'
import { overlay } from '#platform/console/overlay.ts'
import { Link } from '#platform/console/router.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import type { ItemListRow } from '../contract-desk.ts'
import { type BatchName, batches } from '../rules/batch.ts'
import { stepOf } from '../rules/steps.ts'
import { weighty } from './step-weights.ts'
import { type Outcome, type Together, useBatch } from './use-batch.ts'

interface ChoiceShown {
  names: readonly BatchName[]
  at: BatchName | undefined
  choose(at: BatchName | undefined): void
}

/** Which step is taken with several items together; the inbox then holds what stands there. */
export function BatchChoice({ names, at, choose }: ChoiceShown) {
  if (names.length === 0) return null
  return (
    <div className="item-filters">
      <Select
        aria-label="成批办理"
        placeholder="成批办理"
        allowClear
        options={names.map((name) => ({ value: name, label: `成批${batches[name].label}` }))}
        value={at ?? null}
        onChange={(next: BatchName | undefined) => choose(next)}
      />
      {at === undefined ? null : (
        <p className="tight note">只列出等待{batches[at].label}的信息。选中若干条，一并办理，逐条判定。</p>
      )}
    </div>
  )
}

interface PassShown {
  at: BatchName
  chosen: readonly ItemListRow[]
}

const formName = 'batch'

/** One opinion for all that is chosen; then what came of each. */
export function BatchForm({ at, chosen }: PassShown) {
  const { label, step } = batches[at]
  const [form] = Form.useForm<{ opinion: string }>()
  const together = useBatch(at)
  const confirm = useConfirm(at)
  const [count, setCount] = useState(0)
  const { submit, busy, problem } = useSending(form, async ({ opinion = '' }: { opinion?: string }) => {
    if (!(await confirm(chosen.length))) return
    setCount(chosen.length)
    await together.send(chosen, opinion)
    form.resetFields()
  })
  return (
    <section className="sheet" aria-labelledby="batch-head">
      <h2 id="batch-head">成批{label}</h2>
      <SendingProblem problem={problem} form={formName} />
      <Outcomes told={together.outcomes} count={count} progress={together.progress} />
      <Form form={form} name={formName} layout="vertical" onFinish={submit}>
        {step === 'review' ? (
          <Form.Item
            name="opinion"
            label="意见"
            extra="记入每一条的办理经过"
            rules={[{ required: true, message: '请填写意见' }]}
          >
            <LongText rows={2} />
          </Form.Item>
        ) : null}
        <Button type="primary" htmlType="submit" loading={busy} disabled={chosen.length === 0}>
          {chosen.length === 0 ? '请先选择' : `${step === 'review' ? '同意' : label}所选的${chosen.length}条`}
        </Button>
      </Form>
    </section>
  )
}

function useConfirm(at: BatchName): (n: number) => Promise<boolean> {
  const { modal } = App.useApp()
  const { label, step } = batches[at]
  return async (n) =>
    !weighty.has(step) ||
    (await modal.confirm({
      title: `确认${label}${n}条？`,
      content: `${stepOf(step).law}。没有通过检查的不${label}，逐条告知原因。`,
      okText: `确认${label}`,
      cancelText: '再看看',
      ...overlay,
    }))
}

interface OutcomesShown {
  told: readonly Outcome[]
  count: number
  progress: Together['progress']
}

function Outcomes({ told, count, progress }: OutcomesShown) {
  const refused = told.filter(({ refusal }) => refusal !== undefined)
  const warned = told.filter(({ warnings }) => warnings.length > 0)
  if (progress)
    return (
      <p role="status">
        正在办理，已答复{progress.done}条，共{progress.all}条。
      </p>
    )
  if (told.length === 0) return null
  const unsent = count - told.length
  return (
    <div role="status" className="outcomes">
      <p className="tight">
        通过{told.length - refused.length}条，没有通过{refused.length}条
        {unsent > 0 ? `，还有${unsent}条没有收到答复，可以再次提交` : ''}。
      </p>
      <ul className="tight-list">
        {refused.map(({ row, refusal }) => (
          <li key={row.itemId}>
            <Link to={`/${row.organId}/publication/${row.itemId}`}>{row.title}</Link>：{refusal?.sentence}
            {refusal?.cites ? <CitedPlace cited={refusal.cites} /> : null}
          </li>
        ))}
        {warned.map(({ row, warnings }) => (
          <li key={row.itemId}>
            {row.title}：{warnings.join('；')}
          </li>
        ))}
      </ul>
    </div>
  )
}
