import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import type { FieldProblem } from '#platform/console/api.ts'
import { DayInput } from '#platform/console/day-input.tsx'
import { LongText } from '#platform/console/long-text.tsx'
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

/** One entry of a step, drawn by its kind, with its label, hint and error. */
export function StepField(shown: FieldShown) {
  const { field } = shown
  if (field.choices?.length === 0 && !field.required) return null
  const asGroup = grouped.has(field.kind)
  return (
    <Form.Item
      name={field.name}
      label={field.label}
      extra={field.hint}
      rules={[{ required: field.required, message: `请填写${field.label}` }]}
      {...(asGroup ? { htmlFor: '' } : {})}
    >
      {inputOf(shown)}
    </Form.Item>
  )
}

const grouped = new Set(['yesNo', 'parts', 'remarks', 'files'])

function inputOf({ field, view, errors }: FieldShown): ReactElement {
  switch (field.kind) {
    case 'longtext':
      return <LongText />
    case 'lines':
      return <LongText placeholder="每行写一项" />
    case 'day':
      return <DayInput />
    case 'number':
      return <Input inputMode="numeric" autoComplete="off" />
    case 'money':
      return <Input inputMode="decimal" autoComplete="off" suffix="元" />
    case 'yesNo':
      return <Radio.Group options={yesNo} aria-label={field.label} />
    case 'choice':
    case 'person':
    case 'organ':
      return <ChoiceInput field={field} />
    case 'file':
    case 'files':
      return <FilesInput caseId={view.caseId} many={field.kind === 'files'} />
    case 'parts':
      return <PartsInput field={field} view={view} errors={errors} />
    case 'remarks':
      return <RemarksInput />
    default:
      return <Input />
  }
}

const yesNo = [
  { value: true, label: '是' },
  { value: false, label: '否' },
]

interface ChoiceProps {
  field: Field
  value?: string
  onChange?(value: string): void
  id?: string
}

/** Few choices lie open; many fold into a list that is searched by typing. */
function ChoiceInput({ field, ...bound }: ChoiceProps) {
  const choices = (field.choices ?? []).map((choice) => {
    const excluded = choice.excluded ?? ''
    return {
      value: choice.value,
      label: excluded === '' ? choice.label : `${choice.label}（${excluded}）`,
      disabled: excluded !== '',
    }
  })
  if (choices.length > 7)
    return (
      <Select
        {...bound}
        options={choices}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!field.required}
      />
    )
  return (
    <Radio.Group
      {...bound}
      className="stacked"
      options={choices}
      aria-label={field.label}
      onChange={(event) => bound.onChange?.(event.target.value)}
    />
  )
}
