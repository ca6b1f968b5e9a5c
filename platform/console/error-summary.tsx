import { useEffect, useRef } from 'react'
import type { FieldProblem } from './api.ts'

interface Shown {
  /** The name of the form: its fields have the ids `${form}_${field}`. */
  form: string
  errors: readonly FieldProblem[]
}

/** The list of what must be mended, on top of a form; each line leads to its field. */
export function ErrorSummary({ form, errors }: Shown) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>有 {errors.length} 处需要更正</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field + error.message}>
            <a href={`#${fieldId(form, error.field)}`} onClick={(event) => leadTo(event, form, error.field)}>
              {named(form, error)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

// A message such as 请填写此项 wants the name of its field when it stands apart from it.
function named(form: string, { field, message }: FieldProblem): string {
  const id = fieldId(form, field)
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent ?? ''
  return label === '' || message.includes(label) ? message : `${label}：${message}`
}

/** The path of a field: intake.idNumber and /intake/idNumber are the same. */
export const fieldPath = (field: string): string[] => field.split(/[./]/).filter((part) => part !== '')

const fieldId = (form: string, field: string): string => [form, ...fieldPath(field)].join('_')

function leadTo(event: { preventDefault(): void }, form: string, field: string): void {
  event.preventDefault()
  const target = document.getElementById(fieldId(form, field))
  if (target === null) return
  const inner = target.matches('input,textarea,select,button')
    ? target
    : target.querySelector('input,textarea,select')
  const focused = inner instanceof HTMLElement ? inner : target
  focused.scrollIntoView({ block: 'center' })
  focused.focus()
}
