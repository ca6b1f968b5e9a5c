import type { ReactElement } from 'react'
import type { FieldProblem } from '../api.ts'
import { FieldItem, type PlainField } from '../plain-field.tsx'
import { type CaseDesk, useCaseDesk } from './desk.ts'
import { FilesInput } from './files-input.tsx'

interface FieldShown {
  field: PlainField
  /** What the server found wrong, of all fields: entries inside a field look for their own. */
  errors: readonly FieldProblem[]
}

/** One entry of a step, drawn by its kind. */
export function StepField({ field, errors }: FieldShown) {
  const desk = useCaseDesk()
  if (field.choices?.length === 0 && !field.required) return null
  const input = ownInput(desk, field, errors)
  return <FieldItem field={field} {...(input === undefined ? {} : { input })} />
}

function ownInput(
  desk: CaseDesk,
  field: PlainField,
  errors: readonly FieldProblem[],
): ReactElement | undefined {
  if (field.kind === 'file' || field.kind === 'files')
    return <FilesInput many={field.kind === 'files'} label={field.label} />
  return desk.input?.(field, errors)
}
