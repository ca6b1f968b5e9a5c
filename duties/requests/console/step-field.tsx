import type { ReactElement } from 'react'
import type { FieldProblem } from '#platform/console/api.ts'
import { FieldItem } from '#platform/console/plain-field.tsx'
import type { CaseView, StepOffer } from '../contract.ts'
import { FilesInput } from './files-input.tsx'
import { PartsInput } from './parts-input.tsx'
import { RemarksInput } from './remarks-input.tsx'

export type Field = StepOffer['fields'][number]

interface FieldShown {
  field: Field
  view: CaseView
  /** What the server found wrong, of all fields: entries inside a field look for their own. */
  errors: readonly FieldProblem[]
}

/** One entry of a step, drawn by its kind. */
export function StepField(shown: FieldShown) {
  const { field } = shown
  if (field.choices?.length === 0 && !field.required) return null
  const input = ownInput(shown)
  return <FieldItem field={field} {...(input === undefined ? {} : { input })} />
}

function ownInput({ field, view, errors }: FieldShown): ReactElement | undefined {
  switch (field.kind) {
    case 'file':
    case 'files':
      return <FilesInput caseId={view.caseId} many={field.kind === 'files'} label={field.label} />
    case 'parts':
      return <PartsInput field={field} view={view} errors={errors} />
    case 'remarks':
      return <RemarksInput />
    default:
      return undefined
  }
}
