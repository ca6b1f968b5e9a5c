import { Button, Form, Select } from 'antd'
import { useEffect } from 'react'
import { DayInput } from '#platform/console/day-input.tsx'
import { typedDay } from '#platform/console/typed-day.ts'
import type { QueueList } from '../contract.ts'
import { categoryLabel, categoryNames, channelLabels, kindLabels } from '../rules/labels.ts'
import { statusLabels } from '../rules/status.ts'
import { useAssignees } from './api.ts'
import { dayLabels, isFiltered, type List, unfiltered } from './queue-list.ts'
import './desk-lists.css'

interface Shown {
  list: List
  show(list: List): void
}

/** 筛选: by words of the law and of the office at one choice, by days when they are asked for. */
export function QueueFilters({ list, show }: Shown) {
  return (
    <details className="filters" open={isFiltered(list) || undefined}>
      <summary>筛选</summary>
      <div className="filter-row">
        <WordFilters list={list} show={show} />
      </div>
      <DayFilter key={`${list.dayOf} ${list.from} ${list.until}`} list={list} show={show} />
      {isFiltered(list) ? <Button onClick={() => show(unfiltered(list))}>清除筛选</Button> : null}
    </details>
  )
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const categories = categoryNames.map((id) => ({
  value: id,
  label: categoryLabel(id as Parameters<typeof categoryLabel>[0]),
}))

function WordFilters({ list, show }: Shown) {
  const people = useAssignees().data?.assignees ?? []
  const filters = [
    { name: 'status', label: '办理情况', options: optionsOf(statusLabels) },
    {
      name: 'assignee',
      label: '承办人',
      options: [
        { value: 'none', label: '未分办' },
        ...people.map(({ personId, name }) => ({ value: personId, label: name })),
      ],
    },
    { name: 'channel', label: '提出方式', options: optionsOf(channelLabels) },
    { name: 'category', label: '申请人类别', options: categories },
    { name: 'kind', label: '事项', options: optionsOf(kindLabels) },
  ] as const
  return filters.map(({ name, label, options }) => (
    <Select
      key={name}
      className="filter"
      aria-label={`按${label}筛选`}
      placeholder={label}
      allowClear
      options={[...options]}
      value={list[name] ?? null}
      onChange={(value: string | undefined) => show(changed(list, { [name]: value }))}
    />
  ))
}

/** The list with other filters; what is undefined is left out. */
function changed(list: List, by: QueueList | Record<string, string | undefined>): List {
  const all = Object.entries({ ...list, ...by }).filter(([, value]) => value !== undefined && value !== '')
  return { ...Object.fromEntries(all), view: list.view }
}

interface Days {
  dayOf: keyof typeof dayLabels
  from: string
  until: string
}

function DayFilter({ list, show }: Shown) {
  const [form] = Form.useForm<Days>()
  const { dayOf = 'received', from = '', until = '' } = list
  useEffect(() => form.setFieldsValue({ dayOf, from, until }), [form, dayOf, from, until])
  return (
    <Form
      form={form}
      name="queue-days"
      className="filter-row"
      initialValues={{ dayOf, from, until }}
      onFinish={(days) => show(changed(list, days.from || days.until ? { ...days } : { ...noDays }))}
    >
      <Form.Item name="dayOf" noStyle>
        <Select
          className="filter"
          aria-label="按哪一天筛选"
          options={Object.entries(dayLabels).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="from" label="自" rules={[{ validator: isDayOrEmpty }]} validateTrigger="onSubmit">
        <DayInput />
      </Form.Item>
      <Form.Item
        name="until"
        label="至"
        dependencies={['from']}
        rules={[{ validator: isDayOrEmpty }, ({ getFieldValue }) => notBefore(() => getFieldValue('from'))]}
        validateTrigger="onSubmit"
      >
        <DayInput />
      </Form.Item>
      <Button htmlType="submit">按日期筛选</Button>
    </Form>
  )
}

const noDays = { dayOf: undefined, from: undefined, until: undefined }

const isDayOrEmpty = (_: unknown, value = ''): Promise<void> =>
  value === '' || typedDay(value) !== undefined
    ? Promise.resolve()
    : Promise.reject(new Error('不是一个存在的日期，请写成 2026-11-21 的样子'))

const notBefore = (from: () => string | undefined) => ({
  validator: (_: unknown, until = ''): Promise<void> => {
    const start = from() ?? ''
    return start === '' || until === '' || until >= start
      ? Promise.resolve()
      : Promise.reject(new Error('结束之日早于开始之日，请改正后再筛选'))
  },
})
