import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { SendingProblem, useSending } from './sending.tsx'

type Texts = Record<string, string>

interface SettingsFormShown {
  /** Names the form on the screen. */
  name: string
  values: Texts
  /** Saves what was entered, and gives what stands then. */
  save: (entered: Texts) => Promise<Texts>
  /** The address that the part of 设置 was read from. */
  root: string
  /** Said when they are saved. */
  saved: ReactNode
  children: ReactNode
}

/** A form of texts in 设置: saves them, and says that they are saved or what is wrong. */
export function SettingsForm({ name, values, save, root, saved, children }: SettingsFormShown) {
  const client = useQueryClient()
  const [form] = Form.useForm<Texts>()
  const [isSaved, setSaved] = useState(false)
  const { submit, busy, problem } = useSending(form, async (entered: Texts) => {
    setSaved(false)
    form.setFieldsValue(await save(entered))
    await client.invalidateQueries({ queryKey: [root] })
    setSaved(true)
  })
  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      className="sheet"
      initialValues={values}
      onFinish={submit}
    >
      <SendingProblem problem={problem} form={name} />
      {isSaved ? <Alert type="success" showIcon role="status" title={saved} /> : null}
      {children}
      <Button type="primary" htmlType="submit" loading={busy}>
        保存
      </Button>
    </Form>
  )
}
