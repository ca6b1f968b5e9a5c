import { Form, Input, Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import { DayInput } from './day-input.tsx'
import { LongText } from './long-text.tsx'

/** One entry of a form as a contract or a rule describes it. */
export interface PlainField {
  name: string
  label: string
  kind: string
  required: boolean
  hint?: string
  choices?: readonly { value: string; label: string; excluded?: string }[]
}

interface Shown {
  field: PlainField
  /** The input itself, where its kind is not one of the plain ones. */
  input?: ReactElement
}

/** An entry with its label, hint and error. The server checks it; here only what is missing is said. */
export function FieldItem({ field, input }: Shown) {
  return (
    <Form.Item
      name={field.name}
      label={field.label}
      extra={field.hint}
      rules={[{ required: field.required, message: `请填写${field.label}` }]}
      {...(grouped(field) || input !== undefined ? { htmlFor: '' } : {})}
    >
      {input ?? plainInput(field)}
    </Form.Item>
  )
}

const isList = (field: PlainField): boolean => (field.choices?.length ?? 0) > 7
const grouped = (field: PlainField): boolean =>
  field.kind === 'yesNo' || (chosen.has(field.kind) && !isList(field))
const chosen = new Set(['choice', 'person', 'organ'])

function plainInput(field: PlainField): ReactElement {
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
    default:
      return <Input autoComplete="off" />
  }
}

const yesNo = [
  { value: true, label: '是' },
  { value: false, label: '否' },
]

interface ChoiceProps {
  field: PlainField
  value?: string
  onChange?(value: string | undefined): void
  id?: string
}

/** Few choices lie open; many fold into a list that is searched by typing. */
function ChoiceInput({ field, onChange = () => {}, ...bound }: ChoiceProps) {
  const options = (field.choices ?? []).map(({ value, label, excluded = '' }) => ({
    value,
    label: excluded === '' ? label : `${label}（${excluded}）`,
    disabled: excluded !== '',
  }))
  if (isList(field))
    return (
      <Select
        {...bound}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!field.required}
        onChange={onChange}
      />
    )
  return (
    <Radio.Group
      {...bound}
      className="stacked"
      options={options}
      aria-label={field.label}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
