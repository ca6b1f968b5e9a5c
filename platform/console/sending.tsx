import type { FormInstance } from 'antd'
import { useState } from 'react'
import type { FieldProblem, Problem } from './api.ts'
import { ErrorSummary, fieldPath } from './error-summary.tsx'
import { asProblem, ProblemAlert } from './problem-alert.tsx'

/** A form on its way to the server: what it answered no to, in all and beside the fields. */
export interface Sending<V> {
  submit(values: V): Promise<void>
  busy: boolean
  problem: Problem | null
}

interface How {
  /** The field of the form that an error of the server belongs to, where they have other names. */
  fieldOf?(field: string): string
}

/** Sends a form; what the server finds wrong is put beside its fields, and everything typed stays. */
export function useSending<V extends object>(
  form: FormInstance<V>,
  send: (values: V) => Promise<void>,
  { fieldOf = (field) => field }: How = {},
): Sending<V> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (values: V) => {
    setBusy(true)
    setProblem(null)
    try {
      await send(values)
    } catch (caught) {
      const found = asProblem(caught).withFields(fieldOf)
      setProblem(found)
      putBeside(form, found.errors)
    } finally {
      setBusy(false)
    }
  }
  return { submit, busy, problem }
}

function putBeside<V>(form: FormInstance<V>, errors: readonly FieldProblem[]): void {
  const found = new Map<string, string[]>()
  for (const { field, message } of errors) found.set(field, [...(found.get(field) ?? []), message])
  const fields = [...found].map(([field, messages]) => ({ name: namePath(field), errors: messages }))
  form.setFields(fields as unknown as Parameters<typeof form.setFields>[0])
}

const namePath = (field: string): (string | number)[] =>
  fieldPath(field).map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** On top of a form: the list of what must be mended, or why the server said no. */
export function SendingProblem({ problem, form }: { problem: Problem | null; form: string }) {
  if (problem === null) return null
  if (problem.errors.length > 0) return <ErrorSummary form={form} errors={problem.errors} />
  return <ProblemAlert error={problem} />
}
