import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { CalendarNotice } from '#platform/calendar/contract.ts'
import { call } from './api.ts'
import { LongText } from './long-text.tsx'
import { FieldItem } from './plain-field.tsx'
import { SendingProblem, useSending } from './sending.tsx'
import { typedDays } from './typed-days.ts'

interface Values {
  kind: 'notice' | 'local'
  number: string
  title: string
  source?: string
  publishedOn?: string
  covers?: { from: string; upTo: string }
  festivals: { name: string; off?: string; on?: string }[]
}

interface Shown {
  root: string
  year: number
  close(): void
}

const days = (text: string | undefined): string[] => typedDays(text ?? '').days

function noticeOf(year: number, values: Values): CalendarNotice {
  const { kind, number, title, source = '', publishedOn, covers, festivals } = values
  const head = {
    year,
    number,
    title,
    source,
    festivals: festivals.map(({ name, off, on }) => ({ name, off: days(off), on: days(on) })),
  }
  if (kind === 'local') return { kind, ...head }
  const whole = { from: `${year}-01-01`, upTo: `${year}-12-31` }
  return { kind, ...head, ...(publishedOn ? { publishedOn } : {}), covers: covers ?? whole }
}

/** A notice of the State Council, or days ordered by a local government, typed as the notice has them. */
export function NoticeForm({ root, year, close }: Shown) {
  const [form] = Form.useForm<Values>()
  const client = useQueryClient()
  const { submit, busy, problem } = useSending(form, async (values) => {
    await call('POST', `${root}/notices`, noticeOf(year, values))
    await client.invalidateQueries()
    close()
  })
  const initial: Partial<Values> = { kind: 'notice', festivals: [{ name: '' }] }
  return (
    <Form form={form} name="notice" layout="vertical" initialValues={initial} onFinish={submit}>
      <SendingProblem problem={problem} form="notice" />
      <FieldItem field={{ name: 'kind', label: '种类', kind: 'choice', required: true, choices: kinds }} />
      <FieldItem field={{ name: 'title', label: `${year}年安排的标题`, kind: 'text', required: true }} />
      <FieldItem field={{ name: 'number', label: '文号', kind: 'text', required: true }} />
      <FieldItem
        field={{ name: 'source', label: '来源', kind: 'text', required: false, hint: '网址或者公报期号' }}
      />
      <FieldItem field={{ name: 'publishedOn', label: '公布之日', kind: 'day', required: false }} />
      <Festivals />
      <Button type="primary" htmlType="submit" loading={busy}>
        录入
      </Button>
    </Form>
  )
}

const kinds = [
  { value: 'notice', label: '国务院办公厅关于全年节假日安排的通知' },
  { value: 'local', label: '地方放假或者调休的通知' },
]

const whole = { validator: (_: unknown, text?: string) => checkDays(text) }

function checkDays(text = ''): Promise<void> {
  const { wrong } = typedDays(text)
  return wrong.length === 0 ? Promise.resolve() : Promise.reject(new Error(`看不懂：${wrong.join('；')}`))
}

function Festivals() {
  return (
    <Form.List name="festivals">
      {(entries, { add, remove }) => (
        <>
          {entries.map(({ key, name }) => (
            <fieldset key={key} className="festival">
              <legend>第 {name + 1} 个假期</legend>
              <Form.Item
                name={[name, 'name']}
                label="名称"
                rules={[{ required: true, message: '请填写假期的名称' }]}
              >
                <Input placeholder="如 春节" autoComplete="off" />
              </Form.Item>
              <Form.Item
                name={[name, 'off']}
                label="放假"
                extra="每行一天或者一段，周末也写上"
                rules={[whole]}
              >
                <LongText placeholder={'如 2027-02-05 至 2027-02-11'} rows={2} />
              </Form.Item>
              <Form.Item name={[name, 'on']} label="调休上班" rules={[whole]}>
                <LongText placeholder="如 2027-02-14" rows={1} />
              </Form.Item>
              {entries.length > 1 ? (
                <Button onClick={() => remove(name)}>删除第 {name + 1} 个假期</Button>
              ) : null}
            </fieldset>
          ))}
          <p>
            <Button onClick={() => add({ name: '' })}>再加一个假期</Button>
          </p>
        </>
      )}
    </Form.List>
  )
}
