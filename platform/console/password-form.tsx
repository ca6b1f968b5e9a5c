import { App, Button, Form, type FormRule, Input } from 'antd'
import { call } from './api.ts'
import { SendingProblem, useSending } from './sending.tsx'
import { useSignedIn } from './session.tsx'

interface Values {
  current: string
  wanted: string
  again: string
}

type RuleRender = Extract<FormRule, (...given: never[]) => unknown>

const same: RuleRender = ({ getFieldValue }) => ({
  validator: (_, value) =>
    value === undefined || value === '' || value === getFieldValue('wanted')
      ? Promise.resolve()
      : Promise.reject(new Error('两次填写的新密码不一样')),
})

/** Changes one's own password; other sessions of the same person end with it. */
export function PasswordForm() {
  const [form] = Form.useForm<Values>()
  const { message } = App.useApp()
  const refresh = useSignedIn()
  const { submit, busy, problem } = useSending(form, async ({ current, wanted }) => {
    await call('POST', '/api/password', { current, wanted })
    form.resetFields()
    message.success('密码已修改')
    await refresh()
  })
  return (
    <Form form={form} name="password" layout="vertical" onFinish={submit} requiredMark={false}>
      <SendingProblem problem={problem} form="password" />
      <Form.Item label="现在的密码" name="current" rules={[{ required: true, message: '请填写现在的密码' }]}>
        <Input type="password" autoComplete="current-password" />
      </Form.Item>
      <Form.Item label="新密码" name="wanted" rules={[{ required: true, message: '请填写新密码' }]}>
        <Input type="password" autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        label="再填一次新密码"
        name="again"
        dependencies={['wanted']}
        rules={[{ required: true, message: '请再填一次新密码' }, same]}
      >
        <Input type="password" autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        修改密码
      </Button>
    </Form>
  )
}
