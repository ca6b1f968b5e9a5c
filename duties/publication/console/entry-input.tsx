import { Form, Select } from 'antd'
import { Entry } from '#platform/console/entry.tsx'
import { useOfferedEntries } from './api.ts'

/** 标准目录事项: the entry under which the item is filed; left out where there is no catalogue to file under. */
export function EntryField() {
  const fields = useOfferedEntries().data?.fields ?? []
  if (fields.length === 0) return null
  const options = fields.map(({ label, organName, entries }) => ({
    label: `${label}（${organName}）`,
    options: entries.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` })),
  }))
  return (
    <Form.Item name="entry" label="标准目录事项" extra="选了的，公开后计入标准目录的这一事项">
      <Select
        options={options}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="输入事项的名称查找"
      />
    </Form.Item>
  )
}

/** The entry of an item by its name, among the other entries of a text. */
export function EntryNamed({ code }: { code: string }) {
  const entries = useOfferedEntries().data?.fields.flatMap((field) => field.entries) ?? []
  const name = entries.find((each) => each.code === code)?.name
  return <Entry label="标准目录事项">{name === undefined ? code : `${name}（${code}）`}</Entry>
}
