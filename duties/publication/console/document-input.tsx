import { Select } from 'antd'
import { useState } from 'react'
import { useItems } from './api.ts'

interface Bound {
  id?: string
  value?: string
  onChange?(value: string | undefined): void
}

/** A document of the organ, found by words of its title or its number. */
export function DocumentInput({ id, value, onChange = () => {} }: Bound) {
  const [words, look] = useState('')
  const { data, isFetching } = useItems({ kind: 'normative', ...(words === '' ? {} : { q: words }) })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: look }}
      allowClear
      loading={isFetching}
      placeholder="输入标题中的字词查找"
      options={rows.map(({ itemId, title, indexNumber }) => ({
        value: itemId,
        label: `${title}（${indexNumber}）`,
      }))}
      onChange={onChange}
    />
  )
}
