import { Button, Form, Input, Select } from 'antd'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import type { ImportColumns } from '../contract-import.ts'
import { type Mapping, type Source, useImportStep } from './import-api.ts'

const formName = 'import'

/** 核对列名: which column of the file is what; said once, the next file with the same headings is known. */
export function MappingForm({ one }: { one: ImportColumns }) {
  const [form] = Form.useForm<{ mapping: Record<string, Source | undefined> }>()
  const { check } = useImportStep(one.importId)
  const { submit, busy, problem } = useSending(form, async ({ mapping }) => {
    const given = Object.entries(mapping).flatMap(([field, source]) =>
      source === undefined || isBlank(source) ? [] : [[field, source] as const],
    )
    await check(Object.fromEntries(given) as Mapping)
  })
  return (
    <Form
      form={form}
      name={formName}
      layout="vertical"
      className="sheet mapping"
      initialValues={{ mapping: one.mapping }}
      onFinish={submit}
    >
      <h2>核对列名</h2>
      <p className="note">列名和内容的对应关系会记住，下次上传同样的表不用再选。</p>
      <SendingProblem problem={problem} form={formName} />
      <div className="mapping-fields">
        {one.fields.map((field) => (
          <Form.Item
            key={field.name}
            name={['mapping', field.name]}
            label={field.label}
            required={field.required}
            {...(field.required ? { rules: [{ validator: isGiven(field.label) }] } : {})}
          >
            <SourceInput columns={one.columns} label={field.label} />
          </Form.Item>
        ))}
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        逐行检查
      </Button>
    </Form>
  )
}

const isBlank = (source: Source): boolean => 'value' in source && source.value.trim() === ''

const isGiven =
  (label: string) =>
  (_: unknown, source: Source | undefined): Promise<void> =>
    source === undefined || isBlank(source)
      ? Promise.reject(new Error(`请选择哪一列是${label}`))
      : Promise.resolve()

interface Bound {
  columns: ImportColumns['columns']
  label: string
  id?: string
  value?: Source
  onChange?(source: Source | undefined): void
}

const same = 'same'

const columnLabel = ({ index, heading, samples }: Bound['columns'][number]): string =>
  samples.length === 0 ? `第${index}列 ${heading}` : `第${index}列 ${heading}（如：${samples.join('、')}）`

/** A column of the file, or one word for every row. */
function SourceInput({ columns, label, id, value, onChange = () => {} }: Bound) {
  const options = [
    ...columns.map((column) => ({ value: String(column.index), label: columnLabel(column) })),
    { value: same, label: '文件中没有，每行都填：' },
  ]
  const chosen = value === undefined ? null : 'column' in value ? String(value.column) : same
  const choose = (picked: string | undefined) => {
    if (picked === undefined) onChange(undefined)
    else onChange(picked === same ? { value: '' } : { column: Number(picked) })
  }
  return (
    <>
      <Select
        {...(id === undefined ? {} : { id })}
        options={options}
        placeholder="不导入"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen}
        onChange={choose}
      />
      {value !== undefined && 'value' in value ? (
        <Input
          aria-label={`每行的${label}`}
          value={value.value}
          onChange={(event) => onChange({ value: event.target.value })}
        />
      ) : null}
    </>
  )
}
