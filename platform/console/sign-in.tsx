import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call } from './api.ts'
import { SendingProblem, useSending } from './sending.tsx'
import { useSignedIn } from './session.tsx'

type Answer = { next: 'totp' } | { person: object }

/** Password first, then the code of the person's authenticator where one is set up. */
export function SignIn({ again = false }: { again?: boolean }) {
  const [codeWanted, wantCode] = useState(false)
  return (
    <div className="sign-in">
      {again ? null : <h1>登录工作台</h1>}
      {codeWanted ? <CodeForm back={() => wantCode(false)} /> : <PasswordForm next={() => wantCode(true)} />}
    </div>
  )
}

type Values = Record<string, string>

function PasswordForm({ next }: { next: () => void }) {
  const signedIn = useSignedIn()
  const [form] = Form.useForm<Values>()
  const { busy, problem, submit } = useSending(form, async (values) => {
    const answer = await call<Answer>('POST', '/api/session', values)
    if ('next' in answer) next()
    else await signedIn()
  })
  return (
    <Form form={form} layout="vertical" name="signIn" onFinish={submit} requiredMark={false}>
      <SendingProblem problem={problem} form="signIn" />
      <Form.Item label="用户名" name="username" rules={[{ required: true, message: '请填写用户名' }]}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item label="密码" name="password" rules={[{ required: true, message: '请填写密码' }]}>
        <Input type="password" autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} block>
        登录
      </Button>
    </Form>
  )
}

function CodeForm({ back }: { back: () => void }) {
  const signedIn = useSignedIn()
  const [form] = Form.useForm<Values>()
  const { busy, problem, submit } = useSending(form, async (values) => {
    await call('POST', '/api/session/totp', { code: (values.code ?? '').replace(/\s/g, '') })
    await signedIn()
  })
  return (
    <Form form={form} layout="vertical" name="totp" onFinish={submit} requiredMark={false}>
      <SendingProblem problem={problem} form="totp" />
      <Form.Item
        label="动态验证码"
        name="code"
        extra="打开手机上的验证器，填写其中的六位数字。手机不在身边的，可填写备用码。"
        rules={[{ required: true, message: '请填写动态验证码' }]}
      >
        <Input autoComplete="one-time-code" autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} block>
        验证
      </Button>
      <Button type="link" onClick={back} block>
        返回重新登录
      </Button>
    </Form>
  )
}
