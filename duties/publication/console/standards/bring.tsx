import { Button } from 'antd'
import { useRef, useState } from 'react'
import { NotTaken, WrongCells } from '#platform/console/not-taken.tsx'
import type { CheckedFile, CheckedTable } from '../../catalogue/contract.ts'
import { type TableChoice, useCheck, useTake } from './api.ts'

interface Fields {
  fields: readonly { code: string; label: string }[]
}

const own = 'own'

const startOf = ({ tables }: CheckedFile): Chosen[] =>
  tables.map((table) => ({ field: table.field, label: '', taken: table.unclear === '' }))

interface Chosen {
  field: string
  label: string
  taken: boolean
}

/** 导入: a file is read at once, each table shown with what it brings and what is wrong; taken only when all is right. */
export function Bring({ fields }: Fields) {
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File>()
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const check = useCheck()
  const take = useTake()
  const read = (picked: File | undefined) => {
    take.reset()
    setFile(picked)
    if (picked) check.mutate(picked, { onSuccess: (checked) => setChosen(startOf(checked)) })
  }
  const clear = () => {
    setFile(undefined)
    check.reset()
    if (input.current) input.current.value = ''
  }
  const choices: TableChoice[] = chosen.flatMap(({ field, label, taken }, table) =>
    taken ? [{ table, field: field === own ? '' : field, label: field === own ? label : '' }] : [],
  )
  const start = () => file && take.mutate({ file, choices }, { onSuccess: clear })
  const tables = check.data?.tables ?? []
  return (
    <section className="sheet standard-bring" aria-labelledby="bring">
      <h2 id="bring">导入表格</h2>
      <p className="actions">
        <label htmlFor="standard-file">选择标准目录（xlsx、csv 或者 docx，可以有多张表）</label>
        <input
          id="standard-file"
          ref={input}
          type="file"
          accept=".xlsx,.csv,.docx"
          onChange={(event) => read(event.target.files?.[0])}
        />
      </p>
      {check.isPending ? <p role="status">正在检查……</p> : null}
      <NotTaken error={check.error ?? take.error} said="没有导入任何内容。" />
      {take.data ? <Taken taken={take.data.taken} /> : null}
      {tables.map((table, index) => (
        <TableOf
          key={`${table.sheet}/${table.title}`}
          table={table}
          fields={fields}
          chosen={chosen[index]}
          isTold={take.error !== null}
          id={`standard-${index}`}
          onChange={(next) => setChosen(chosen.map((each, i) => (i === index ? next : each)))}
        />
      ))}
      {tables.length > 0 ? (
        <p className="actions">
          <Button type="primary" disabled={choices.length === 0} loading={take.isPending} onClick={start}>
            导入为草稿（{choices.length}张表）
          </Button>
          <Button onClick={clear}>不导入</Button>
        </p>
      ) : null}
    </section>
  )
}

function Taken({
  taken,
}: {
  taken: readonly { field: string; label: string; version: number; entries: number }[]
}) {
  return (
    <p role="status" className="done-note">
      已导入：{taken.map((each) => `${each.label}第${each.version}版草稿，${each.entries}项`).join('；')}
      。请打开核对后发布。
    </p>
  )
}

interface TableShown extends Fields {
  table: CheckedTable
  chosen: Chosen | undefined
  /** What is wrong already stands above, in the refusal. */
  isTold: boolean
  id: string
  onChange: (next: Chosen) => void
}

function TableOf({ table, fields, chosen, isTold, id, onChange }: TableShown) {
  const { field = '', label = '', taken = false } = chosen ?? {}
  const name = table.sheet || table.title
  if (table.unclear !== '')
    return (
      <p className="warning">
        “{name}”不导入：{table.unclear}
      </p>
    )
  return (
    <fieldset className="standard-table">
      <legend>{name}</legend>
      <p className="actions">
        <label>
          <input type="checkbox" checked={taken} onChange={() => onChange({ field, label, taken: !taken })} />{' '}
          导入这张表
        </label>
        <label htmlFor={`${id}-field`}>领域</label>
        <select
          id={`${id}-field`}
          value={field}
          onChange={(event) => onChange({ field: event.target.value, label, taken })}
        >
          <option value="">请选择</option>
          {fields.map((each) => (
            <option key={each.code} value={each.code}>
              {each.label}
            </option>
          ))}
          <option value={own}>本地领域</option>
        </select>
        {field === own ? (
          <>
            <label htmlFor={`${id}-label`}>领域名称</label>
            <input
              id={`${id}-label`}
              value={label}
              maxLength={30}
              onChange={(event) => onChange({ field, label: event.target.value, taken })}
            />
          </>
        ) : null}
      </p>
      <p className="tight">{summaryOf(table)}</p>
      {isTold ? null : <WrongRows table={table} />}
      <Changes table={table} />
    </fieldset>
  )
}

const summaryOf = ({ entries, wrong }: CheckedTable): string =>
  wrong.length === 0
    ? `${entries}项，没有错误`
    : `${entries}项无误，${wrong.length}处错误；改正后重新选择文件，不会导入一半`

function WrongRows({ table: { wrong } }: { table: CheckedTable }) {
  if (wrong.length === 0) return null
  return (
    <div className="warning" role="alert">
      <WrongCells wrong={wrong} />
    </div>
  )
}

const changeLabels = { added: '新增', changed: '修改', ended: '不再列出' } as const

function Changes({ table }: { table: CheckedTable }) {
  const kinds = (Object.keys(changeLabels) as (keyof typeof changeLabels)[]).filter(
    (kind) => table[kind].length > 0,
  )
  if (kinds.length === 0) return null
  return (
    <details>
      <summary>
        与现有版本相比：{kinds.map((kind) => `${changeLabels[kind]}${table[kind].length}项`).join('，')}
      </summary>
      {kinds.map((kind) => (
        <p className="tight" key={kind}>
          {changeLabels[kind]}：{table[kind].join('；')}
        </p>
      ))}
    </details>
  )
}
