import { Button, Input } from 'antd'
import { useId } from 'react'
import { DayInput } from '#platform/console/day-input.tsx'
import { LongText } from '#platform/console/long-text.tsx'
import type { KindColumn } from '../rules/kind-field.ts'

type Row = Record<string, string | number>

interface Bound {
  label: string
  columns: Readonly<Record<string, KindColumn>>
  value?: readonly Row[]
  onChange?(value: readonly Row[]): void
}

/** The most rows that are typed here; a longer table is brought in from a file and only looked at. */
const mostTyped = 60

/** A field of rows: each row a group of entries, added and taken away. */
export function RowsInput({ label, columns, value = [], onChange = () => {} }: Bound) {
  if (value.length > mostTyped)
    return <p className="note">共 {value.length} 行，由清单导入；需要更正的，请作废后重新导入。</p>
  const change = (index: number, name: string, cell: string) =>
    onChange(value.map((row, at) => (at === index ? { ...row, [name]: cell } : row)))
  return (
    <div className="typed-rows">
      {value.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity, and do not move
        <fieldset key={index}>
          <legend>{`${label}第${index + 1}行`}</legend>
          {Object.entries(columns).map(([name, column]) => (
            <Cell
              key={name}
              column={column}
              value={String(row[name] ?? '')}
              onChange={(cell) => change(index, name, cell)}
            />
          ))}
          <Button onClick={() => onChange(value.filter((_, at) => at !== index))}>删去第{index + 1}行</Button>
        </fieldset>
      ))}
      <Button onClick={() => onChange([...value, {}])}>增加一行</Button>
    </div>
  )
}

interface CellShown {
  column: KindColumn
  value: string
  onChange(value: string): void
}

function Cell({ column: { label, type, required }, value, onChange }: CellShown) {
  const id = useId()
  const typed = (text: string) => onChange(text)
  return (
    <div className="typed-cell">
      <label htmlFor={id}>
        {label}
        {required ? '' : '（选填）'}
      </label>
      {type === 'longtext' ? (
        <LongText id={id} rows={2} value={value} onChange={typed} />
      ) : type === 'day' ? (
        <DayInput id={id} value={value} onChange={typed} />
      ) : (
        <Input
          id={id}
          autoComplete="off"
          value={value}
          {...(type === 'percent' ? { inputMode: 'numeric' as const, suffix: '%' } : {})}
          onChange={(event) => typed(event.target.value)}
        />
      )}
    </div>
  )
}
