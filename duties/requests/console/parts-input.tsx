import { Button, Form, Input, Radio, Select } from 'antd'
import { citeInChinese } from '#law/citation.ts'
import type { FieldProblem } from '#platform/console/api.ts'
import { DayInput } from '#platform/console/day-input.tsx'
import { LongText } from '#platform/console/long-text.tsx'
import type { PlainField } from '#platform/console/plain-field.tsx'
import type { CaseView } from '../contract.ts'
import type { DecidedPart } from '../rules/facts.ts'
import type { Statement } from '../rules/outcome.ts'
import { isOutcomeCode, outcomes } from '../rules/outcomes.ts'
import './parts.css'
import { outcomeGroups, reportRowOf } from './outcome-groups.ts'

type Part = Omit<DecidedPart, 'outcome'> & { outcome?: DecidedPart['outcome'] }

interface Bound {
  field: PlainField
  view: CaseView
  errors: readonly FieldProblem[]
  id?: string
  value?: Part[]
  onChange?(value: Part[]): void
}

/** The things asked for, each with how it is decided and what the letter must state of it. */
export function PartsInput({ field, view, errors, id = '', value, onChange = () => {} }: Bound) {
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
            id={`${id}_${index}`}
            errorOf={(name) =>
              errors.find((error) => error.field === `${field.name}.${index}.${name}`)?.message
            }
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
  field: PlainField
  part: Part
  /** The id of the part; its entries add their names to it. */
  id: string
  errorOf(name: string): string | undefined
  change(part: Part): void
}

function PartInput({ field, part, id, errorOf, change }: PartShown) {
  return (
    <>
      <Entry label="申请的内容" id={`${id}_what`} error={errorOf('what')} required>
        <LongText
          id={`${id}_what`}
          rows={2}
          value={part.what}
          onChange={(what) => change({ ...part, what })}
        />
      </Entry>
      <Entry label="处理决定" id={`${id}_outcome`} error={errorOf('outcome')} required>
        <Select
          id={`${id}_outcome`}
          options={outcomeGroups(field.choices ?? [])}
          showSearch={{ optionFilterProp: 'label' }}
          {...(part.outcome === undefined ? {} : { value: part.outcome })}
          onChange={(code: string) => (isOutcomeCode(code) ? change({ ...part, outcome: code }) : undefined)}
        />
      </Entry>
      <OutcomeLaw part={part} />
      <Statements part={part} id={id} errorOf={errorOf} change={change} />
    </>
  )
}

/** What the letter must state for the chosen outcome. */
function Statements({ part, id, errorOf, change }: Omit<PartShown, 'field'>) {
  if (part.outcome === undefined) return null
  return outcomes[part.outcome].states.map((statement) => (
    <Entry
      key={statement.key}
      label={statement.label}
      id={`${id}_states_${statement.key}`}
      hint={statement.hint}
      error={errorOf(`states.${statement.key}`)}
      required={statement.required}
    >
      <StatementInput
        statement={statement}
        id={`${id}_states_${statement.key}`}
        text={part.states[statement.key] ?? ''}
        state={(text) => change({ ...part, states: { ...part.states, [statement.key]: text } })}
      />
    </Entry>
  ))
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
  error: string | undefined
  children: React.ReactNode
}

const Entry = ({ label, id, required, hint, error, children }: EntryShown) => (
  <Form.Item
    label={label}
    htmlFor={id}
    required={required}
    {...(hint ? { extra: hint } : {})}
    {...(error === undefined ? {} : { validateStatus: 'error' as const, help: error })}
  >
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
  if (statement.kind === 'longtext') return <LongText {...common} onChange={state} />
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
  if (statement.kind === 'day') return <DayInput {...common} onChange={state} />
  return <Input {...common} onChange={(event) => state(event.target.value)} />
}
