import { App, Button, Form, type FormInstance } from 'antd'
import { useEffect, useState } from 'react'
import type { Problem } from '#platform/console/api.ts'
import { useDraft } from '#platform/console/draft.ts'
import { ErrorSummary, fieldPath } from '#platform/console/error-summary.tsx'
import { newId } from '#platform/console/id.ts'
import { overlay } from '#platform/console/overlay.ts'
import { asProblem, ProblemAlert } from '#platform/console/problem-alert.tsx'
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
  const { send, problem, sentAt, busy } = useSending(view, offer, (answer) => {
    drop()
    done(answer)
  })
  const confirm = useConfirm(offer)
  const finish = async (values: Values) => {
    if (await confirm()) await send(values)
  }
  useFieldErrors(form, problem)
  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      initialValues={draft ?? {}}
      onValuesChange={(_, all) => keep(all)}
      onFinish={finish}
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

/** Sends the step as seen by the person; the id of the ask stays until it is recorded, so twice counts once. */
function useSending(view: CaseView, offer: StepOffer, done: (answer: StepDone) => void) {
  const [askId, renew] = useState(newId)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [sentAt, setSentAt] = useState(view.seq)
  const step = useStep(view.caseId, offer.step)
  const send = async (ask: Values) => {
    setProblem(null)
    setSentAt(view.seq)
    try {
      const answer = await step.mutateAsync({ askId, seenSeq: view.seq, ask })
      renew(newId())
      done(answer)
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return { send, problem, sentAt, busy: step.isPending }
}

/** Puts what the server found wrong beside the fields. */
function useFieldErrors(form: FormInstance<Values>, problem: Problem | null): void {
  useEffect(() => {
    const found = new Map<string, string[]>()
    for (const { field, message } of problem?.errors ?? []) {
      const [name = '', ...inside] = fieldPath(field)
      if (inside.length === 0) found.set(name, [...(found.get(name) ?? []), message])
    }
    form.setFields([...found].map(([name, errors]) => ({ name, errors })))
  }, [form, problem])
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
  if (problem.errors.length > 0) return <ErrorSummary form={form} errors={problem.errors} />
  return <ProblemAlert error={problem} />
}
