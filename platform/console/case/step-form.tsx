import { App, Button, Form } from 'antd'
import { useState } from 'react'
import type { StepOffer } from '#platform/ledger/contract.ts'
import type { Problem } from '../api.ts'
import { useDraft } from '../draft.ts'
import { newId } from '../id.ts'
import { overlay } from '../overlay.ts'
import { SendingProblem, useSending } from '../sending.tsx'
import { type CaseDone, useCaseDesk } from './desk.ts'
import { isMovedOn, MovedOn } from './moved-on.tsx'
import { StepField } from './step-field.tsx'

interface StepFormProps {
  offer: StepOffer
  done(done: CaseDone): void
}

type Values = Record<string, unknown>

/** The form of one step, drawn from what the server offers; what is typed stays until it is recorded. */
export function StepForm({ offer, done }: StepFormProps) {
  const desk = useCaseDesk()
  const name = `step-${offer.step}`
  const [form] = Form.useForm<Values>()
  const [draft, keep, drop] = useDraft<Values>(`${desk.name}:${offer.step}`)
  // The id stays until the step is recorded: sent twice, it counts once.
  const [askId, renew] = useState(newId)
  const [sentAt, setSentAt] = useState(desk.seq)
  const confirm = useConfirm(offer)
  const { submit, busy, problem } = useSending(form, async (ask: Values) => {
    if (!(await confirm())) return
    setSentAt(desk.seq)
    const answer = await desk.send(offer.step, { askId, seenSeq: desk.seq, ask })
    renew(newId())
    drop()
    done(answer)
  })
  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      initialValues={draft ?? {}}
      onValuesChange={(_, all) => keep(all)}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      {problem === null ? null : <StepProblem problem={problem} sentAt={sentAt} form={name} />}
      {offer.allowed ? null : <p className="warning">{offer.refusal}</p>}
      {offer.fields.map((field) => (
        <StepField key={field.name} field={field} errors={problem?.errors ?? []} />
      ))}
      <Button type="primary" htmlType="submit" loading={busy} disabled={!offer.allowed}>
        {offer.label}
      </Button>
    </Form>
  )
}

/** Asks again before a step that reaches the applicant or ends the case. */
function useConfirm(offer: StepOffer): () => Promise<boolean> {
  const { modal } = App.useApp()
  const { weighty } = useCaseDesk()
  return async () =>
    !weighty.has(offer.step) ||
    (await modal.confirm({
      title: `确认${offer.label}？`,
      content: `${offer.law}。记录以后不能删除，写错的只能另行更正。`,
      okText: `确认${offer.label}`,
      cancelText: '再看看',
      ...overlay,
    }))
}

interface ProblemShown {
  problem: Problem
  /** The last fact that the person had seen. */
  sentAt: number
  form: string
}

function StepProblem({ problem, sentAt, form }: ProblemShown) {
  if (isMovedOn(problem)) return <MovedOn sentAt={sentAt} />
  return <SendingProblem problem={problem} form={form} />
}
