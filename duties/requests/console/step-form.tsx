import { App, Button, Form } from 'antd'
import { useState } from 'react'
import type { Problem } from '#platform/console/api.ts'
import { useDraft } from '#platform/console/draft.ts'
import { newId } from '#platform/console/id.ts'
import { overlay } from '#platform/console/overlay.ts'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import type { CaseView, StepDone, StepOffer } from '../contract.ts'
import { useStep } from './api.ts'
import { isMovedOn, MovedOn } from './moved-on.tsx'
import { StepField } from './step-field.tsx'
import { isWeighty } from './weighty.ts'

interface StepFormProps {
  view: CaseView
  offer: StepOffer
  done(done: StepDone): void
}

type Values = Record<string, unknown>

/** The form of one step, drawn from what the server offers; what is typed stays until it is recorded. */
export function StepForm({ view, offer, done }: StepFormProps) {
  const name = `step-${offer.step}`
  const [form] = Form.useForm<Values>()
  const [draft, keep, drop] = useDraft<Values>(`${view.caseId}:${offer.step}`)
  // The id stays until the step is recorded: sent twice, it counts once.
  const [askId, renew] = useState(newId)
  const [sentAt, setSentAt] = useState(view.seq)
  const step = useStep(view.caseId, offer.step)
  const confirm = useConfirm(offer)
  const { submit, busy, problem } = useSending(form, async (ask: Values) => {
    if (!(await confirm())) return
    setSentAt(view.seq)
    const answer = await step.mutateAsync({ askId, seenSeq: view.seq, ask })
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
      {problem === null ? null : <StepProblem problem={problem} view={view} sentAt={sentAt} form={name} />}
      {offer.allowed ? null : <p className="warning">{offer.refusal}</p>}
      {offer.fields.map((field) => (
        <StepField key={field.name} field={field} view={view} errors={problem?.errors ?? []} />
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
  return async () =>
    !isWeighty(offer.step) ||
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
  view: CaseView
  /** The last fact that the person had seen. */
  sentAt: number
  form: string
}

function StepProblem({ problem, view, sentAt, form }: ProblemShown) {
  if (isMovedOn(problem)) return <MovedOn view={view} sentAt={sentAt} />
  return <SendingProblem problem={problem} form={form} />
}
