import { App, Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import type { EnrolmentSchema } from '#platform/identity/contract.ts'
import { call } from './api.ts'
import { SendingProblem, useSending } from './sending.tsx'
import { useSignedIn, useStanding } from './session.tsx'

type Enrolment = Static<typeof EnrolmentSchema>

/** Turns one's second factor on or off; both ask for the password once more. */
export function SecondFactor() {
  const { me } = useStanding()
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  if (me.person.twoFactor)
    return <PasswordAsk label="关闭动态验证码" path="/api/totp/removal" done={() => {}} on />
  if (enrolment !== null) return <Confirm enrolment={enrolment} done={() => setEnrolment(null)} />
  return <PasswordAsk label="开启动态验证码" path="/api/totp" done={setEnrolment} on={false} />
}

interface AskShown {
  label: string
  path: string
  on: boolean
  done(enrolment: Enrolment): void
}

function PasswordAsk({ label, path, on, done }: AskShown) {
  const [form] = Form.useForm<{ password: string }>()
  const refresh = useSignedIn()
  const { submit, busy, problem } = useSending(form, async (values) => {
    done(await call<Enrolment>('POST', path, values))
    await refresh()
  })
  return (
    <Form form={form} name="factor" layout="vertical" onFinish={submit} requiredMark={false}>
      <p>
        {on
          ? '已开启。登录时除密码外，还要填写手机验证器上的六位数字。'
          : '开启后，登录时除密码外，还要填写手机验证器上的六位数字，密码泄露也不能登录。'}
      </p>
      <SendingProblem problem={problem} form="factor" />
      <Form.Item label="密码" name="password" rules={[{ required: true, message: '请填写密码' }]}>
        <Input type="password" autoComplete="current-password" />
      </Form.Item>
      <Button type={on ? 'default' : 'primary'} htmlType="submit" loading={busy}>
        {label}
      </Button>
    </Form>
  )
}

/** The code to scan, the spare codes to keep, and the first code as proof that it works. */
function Confirm({ enrolment, done }: { enrolment: Enrolment; done(): void }) {
  const [form] = Form.useForm<{ code: string }>()
  const { message } = App.useApp()
  const refresh = useSignedIn()
  const { submit, busy, problem } = useSending(form, async ({ code }) => {
    await call('POST', '/api/totp/confirmation', { code: code.replace(/\s/g, '') })
    message.success('动态验证码已开启')
    await refresh()
    done()
  })
  return (
    <Form form={form} name="confirm" layout="vertical" onFinish={submit} requiredMark={false}>
      <Enrol enrolment={enrolment} />
      <SendingProblem problem={problem} form="confirm" />
      <Form.Item label="六位数字" name="code" rules={[{ required: true, message: '请填写六位数字' }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        确认开启
      </Button>
    </Form>
  )
}

function Enrol({ enrolment }: { enrolment: Enrolment }) {
  return (
    <ol className="enrol">
      <li>
        用手机验证器扫描，或者手工输入密钥 <code>{enrolment.secret}</code>
        <div aria-hidden="true">
          <QRCode value={enrolment.uri} type="svg" size={180} />
        </div>
      </li>
      <li>
        抄下备用码，放在稳妥的地方。手机不在身边时，每个可用一次。
        <ul className="codes">
          {enrolment.backupCodes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </li>
      <li>填写验证器上现在的六位数字，确认可用。</li>
    </ol>
  )
}
