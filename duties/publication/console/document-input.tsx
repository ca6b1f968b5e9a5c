import { Select } from 'antd'
import { useState } from 'react'
import { type ListAsk, useItems } from './api.ts'

interface Bound {
  id?: string
  value?: string
  onChange?(value: string | undefined): void
}

const useFound = (words: string, ask: ListAsk) => {
  const { data, isFetching } = useItems({ ...ask, ...(words === '' ? {} : { q: words }) })
  return { rows: data?.pages.flatMap((page) => page.rows) ?? [], isFetching }
}

/** A document of the organ, found by words of its title or its number. */
export function DocumentInput({ id, value, onChange = () => {} }: Bound) {
  const [words, look] = useState('')
  const { rows, isFetching } = useFound(words, { kind: 'normative' })
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

interface ManyBound {
  id?: string
  value?: readonly string[]
  onChange?(value: readonly string[]): void
}

/** Published items of the organ in the order in which they are chosen. */
export function ItemsInput({ id, value = [], onChange = () => {} }: ManyBound) {
  const [words, look] = useState('')
  const { rows, isFetching } = useFound(words, { stage: 'published' })
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={[...value]}
      showSearch={{ filterOption: false, onSearch: look }}
      allowClear
      loading={isFetching}
      placeholder="输入标题中的字词查找，可以选多条"
      options={rows.map(({ itemId, title, indexNumber }) => ({
        value: itemId,
        label: `${title}（${indexNumber}）`,
      }))}
      labelRender={({ label }) => label ?? '已选的信息'}
      onChange={onChange}
    />
  )
}
