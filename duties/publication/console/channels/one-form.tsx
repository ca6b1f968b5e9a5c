import { Button, Form } from 'antd'
import { type ReactElement, useState } from 'react'
import { newId } from '#platform/console/id.ts'
import { FieldItem, type PlainField } from '#platform/console/plain-field.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'

interface Shown {
  /** Of the form: no two on a page alike. */
  name: string
  open: string
  send: string
  fields: readonly PlainField[]
  start?: Record<string, string>
  input?: (field: PlainField, askId: string) => ReactElement | undefined
  onSend(typed: Record<string, string>, askId: string): Promise<void>
  /** For the ear, where several buttons read alike. */
  about?: string
  weighty?: boolean
}

/** A button that opens a form of plain entries; sent, it closes, and what was recorded is read again. */
export function OneForm({ open: words, about, ...form }: Shown) {
  const [shown, show] = useState(false)
  if (shown) return <Opened {...form} close={() => show(false)} />
  const isMain = form.weighty === true
  const button = (
    <Button
      type={isMain ? 'primary' : 'default'}
      size={isMain ? 'middle' : 'small'}
      onClick={() => show(true)}
      {...(about === undefined ? {} : { 'aria-label': `${words}：${about}` })}
    >
      {words}
    </Button>
  )
  return isMain ? <p>{button}</p> : button
}

function Opened({
  name,
  send,
  fields,
  start = {},
  input,
  onSend,
  close,
}: Omit<Shown, 'open'> & { close(): void }) {
  const [form] = Form.useForm<Record<string, string>>()
  const [askId] = useState(newId)
  const { submit, busy, problem } = useSending(form, async (typed) => {
    await onSend(typed, askId)
    close()
  })
  return (
    <Form
      className="sheet narrow-form"
      form={form}
      name={name}
      layout="vertical"
      initialValues={start}
      onFinish={submit}
    >
      <SendingProblem problem={problem} form={name} />
      {fields.map((field) => {
        const own = input?.(field, askId)
        return <FieldItem key={field.name} field={field} {...(own === undefined ? {} : { input: own })} />
      })}
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {send}
        </Button>
        <Button onClick={close}>取消</Button>
      </p>
    </Form>
  )
}
