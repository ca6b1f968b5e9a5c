import { Button, Form } from 'antd'
import type { Person } from '#platform/identity/contract.ts'
import { type Cover, setCover, usePeopleChange } from './people-api.ts'
import { FieldItem } from './plain-field.tsx'
import { SendingProblem, useSending } from './sending.tsx'

/** Absence cover: the stand-in acts with the roles of the absent person, from day to day. */
export function CoverForm({ close, people }: { close(): void; people: readonly Person[] }) {
  const [form] = Form.useForm<Cover>()
  const covering = usePeopleChange(setCover)
  const { submit, busy, problem } = useSending(form, async (cover) => {
    await covering.mutateAsync(cover)
    close()
  })
  const choices = people
    .filter((person) => person.active)
    .map((person) => ({ value: person.personId, label: person.name }))
  return (
    <Form form={form} name="cover" layout="vertical" onFinish={submit}>
      <SendingProblem problem={problem} form="cover" />
      <FieldItem field={{ name: 'absentId', label: '不在岗的人', kind: 'person', required: true, choices }} />
      <FieldItem field={{ name: 'standInId', label: '代理人', kind: 'person', required: true, choices }} />
      <FieldItem field={{ name: 'fromOn', label: '开始之日', kind: 'day', required: true }} />
      <FieldItem field={{ name: 'lastOn', label: '最后一日', kind: 'day', required: true }} />
      <Button type="primary" htmlType="submit" loading={busy}>
        设置
      </Button>
    </Form>
  )
}
