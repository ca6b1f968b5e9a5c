import { Button, Checkbox, Form, Input } from 'antd'
import { type Role, roleNames, roles } from '#law/roles.ts'
import type { NewPerson } from '#platform/identity/contract.ts'
import { type HandedOut, makePerson, usePeopleChange } from './people-api.ts'
import { SendingProblem, useSending } from './sending.tsx'

interface Shown {
  close(): void
  handOut(handedOut: HandedOut): void
}

/** A new person with the first roles; the password is made by the server and shown once. */
export function PersonForm({ close, handOut }: Shown) {
  const [form] = Form.useForm<NewPerson>()
  const making = usePeopleChange(makePerson)
  const { submit, busy, problem } = useSending(form, async ({ email, ...rest }) => {
    handOut(await making.mutateAsync({ ...rest, ...(email ? { email } : {}) }))
    close()
  })
  return (
    <Form form={form} name="person" layout="vertical" onFinish={submit}>
      <SendingProblem problem={problem} form="person" />
      <Form.Item label="姓名" name="name" rules={[{ required: true, message: '请填写姓名' }]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item
        label="用户名"
        name="username"
        extra="3至30个小写字母、数字、点、短横或下划线"
        rules={[{ required: true, message: '请填写用户名' }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item label="电子邮箱" name="email">
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item label="角色" name="roles" htmlFor="" rules={[{ required: true, message: '请选择角色' }]}>
        <RoleBoxes />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        新建
      </Button>
    </Form>
  )
}

interface Bound {
  id?: string
  value?: Role[]
  onChange?(value: Role[]): void
}

/** Every role with its duty; a group of boxes takes no aria-required, so the form's is not handed on. */
function RoleBoxes({ id = '', value = [], onChange = () => {} }: Bound) {
  const options = roleNames.map((role) => ({
    value: role,
    label: `${roles[role].label}：${roles[role].duty}`,
  }))
  return (
    <div id={id}>
      <Checkbox.Group
        className="stacked"
        options={options}
        value={value}
        onChange={onChange}
        aria-label="角色"
      />
    </div>
  )
}
