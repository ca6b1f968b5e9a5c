import { Button, Form } from 'antd'
import { roleNames, roles } from '#law/roles.ts'
import type { Person } from '#platform/identity/contract.ts'
import { type Grant, grantRole, usePeopleChange } from './people-api.ts'
import { FieldItem, type PlainField } from './plain-field.tsx'
import { SendingProblem, useSending } from './sending.tsx'

const fields: readonly PlainField[] = [
  {
    name: 'role',
    label: '角色',
    kind: 'choice',
    required: true,
    choices: roleNames.map((role) => ({ value: role, label: `${roles[role].label}：${roles[role].duty}` })),
  },
  { name: 'fromOn', label: '开始之日', kind: 'day', required: false, hint: '不填即为今天' },
  { name: 'lastOn', label: '最后一日', kind: 'day', required: false, hint: '不填即为长期' },
]

/** A role for a person who is known by the user name, here or at another organ. */
export function GrantForm({ close, people }: { close(): void; people: readonly Person[] }) {
  const [form] = Form.useForm<Grant>()
  const granting = usePeopleChange(grantRole)
  const { submit, busy, problem } = useSending(form, async ({ username, role, fromOn, lastOn }) => {
    await granting.mutateAsync({
      username,
      role,
      ...(fromOn ? { fromOn } : {}),
      ...(lastOn ? { lastOn } : {}),
    })
    close()
  })
  const known = people.map((person) => `${person.name} ${person.username}`).join('、')
  return (
    <Form form={form} name="grant" layout="vertical" onFinish={submit}>
      <SendingProblem problem={problem} form="grant" />
      <FieldItem
        field={{
          name: 'username',
          label: '用户名',
          kind: 'text',
          required: true,
          hint: `本单位已有：${known}`,
        }}
      />
      {fields.map((field) => (
        <FieldItem key={field.name} field={field} />
      ))}
      <Button type="primary" htmlType="submit" loading={busy}>
        授予
      </Button>
    </Form>
  )
}
