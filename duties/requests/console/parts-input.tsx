import { Button, Form, Input, Radio, Select } from 'antd'
import { citeInChinese } from '#law/citation.ts'
import type { CaseView } from '../contract.ts'
import type { DecidedPart } from '../rules/facts.ts'
import type { Statement } from '../rules/outcome.ts'
import { isOutcomeCode, outcomes } from '../rules/outcomes.ts'
import { outcomeGroups, reportRowOf } from './outcome-groups.ts'
import type { Field } from './step-field.tsx'

type Part = Omit<DecidedPart, 'outcome'> & { outcome?: DecidedPart['outcome'] }

interface Bound {
  field: Field
  view: CaseView
  id?: string
  value?: Part[]
  onChange?(value: Part[]): void
}

/** The things asked for, each with how it is decided and what the letter must state of it. */
export function PartsInput({ field, view, id = '', value, onChange = () => {} }: Bound) {
  const parts = value ?? [{ what: view.title, states: {} }]
  const change = (index: number, part: Part) =>
    onChange(parts.map((each, at) => (at === index ? part : each)))
  return (
    <div className="parts" id={id}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity, and do not move
        <fieldset key={index}>
          <legend>第 {index + 1} 项</legend>
          <PartInput
            field={field}
            part={part}
            name={`${id}-${index}`}
            change={(next) => change(index, next)}
          />
          {parts.length > 1 ? (
            <Button onClick={() => onChange(parts.filter((_, at) => at !== index))}>
              删除第 {index + 1} 项
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button onClick={() => onChange([...parts, { what: '', states: {} }])}>另有一项需要分别答复</Button>
    </div>
  )
}

interface PartShown {
  field: Field
  part: Part
  name: string
  change(part: Part): void
}

function PartInput({ field, part, name, change }: PartShown) {
  const statements = part.outcome === undefined ? [] : outcomes[part.outcome].states
  const state = (key: string, text: string) => change({ ...part, states: { ...part.states, [key]: text } })
  return (
    <>
      <Entry label="申请的内容" id={`${name}-what`} required>
        <Input.TextArea
          id={`${name}-what`}
          autoSize
          value={part.what}
          onChange={(event) => change({ ...part, what: event.target.value })}
        />
      </Entry>
      <Entry label="处理决定" id={`${name}-outcome`} required>
        <Select
          id={`${name}-outcome`}
          options={outcomeGroups(field.choices ?? [])}
          showSearch={{ optionFilterProp: 'label' }}
          {...(part.outcome === undefined ? {} : { value: part.outcome })}
          onChange={(code: string) => (isOutcomeCode(code) ? change({ ...part, outcome: code }) : undefined)}
        />
      </Entry>
      <OutcomeLaw part={part} />
      {statements.map((statement) => (
        <Entry
          key={statement.key}
          label={statement.label}
          id={`${name}-${statement.key}`}
          hint={statement.hint}
          required={statement.required}
        >
          <StatementInput
            statement={statement}
            id={`${name}-${statement.key}`}
            text={part.states[statement.key] ?? ''}
            state={(text) => state(statement.key, text)}
          />
        </Entry>
      ))}
    </>
  )
}

/** The article that the chosen outcome rests on, and the row of the annual report that it counts in. */
function OutcomeLaw({ part }: { part: Part }) {
  if (part.outcome === undefined) return null
  const row = reportRowOf(part.outcome)
  return (
    <p className="law">
      {outcomes[part.outcome].cites.map((cite) => (
        <span key={cite.quote}>
          {citeInChinese(cite)}：<q>{cite.quote}</q>{' '}
        </span>
      ))}
      {row === undefined ? '不计入年度报告。' : `计入年度报告：${row}`}
    </p>
  )
}

interface EntryShown {
  label: string
  id: string
  required: boolean
  hint?: string
  children: React.ReactNode
}

const Entry = ({ label, id, required, hint, children }: EntryShown) => (
  <Form.Item label={label} htmlFor={id} required={required} {...(hint ? { extra: hint } : {})}>
    {children}
  </Form.Item>
)

interface StatementShown {
  statement: Statement
  id: string
  text: string
  state(text: string): void
}

function StatementInput({ statement, id, text, state }: StatementShown) {
  const common = { id, value: text }
  if (statement.kind === 'longtext')
    return (
      <Input.TextArea {...common} autoSize={{ minRows: 2 }} onChange={(event) => state(event.target.value)} />
    )
  if (statement.kind === 'choice')
    return (
      <Radio.Group
        {...common}
        className="stacked"
        aria-label={statement.label}
        options={(statement.choices ?? []).map(({ value, label }) => ({ value, label }))}
        onChange={(event) => state(event.target.value)}
      />
    )
  return (
    <Input
      {...common}
      type={statement.kind === 'day' ? 'date' : 'text'}
      onChange={(event) => state(event.target.value)}
    />
  )
}
