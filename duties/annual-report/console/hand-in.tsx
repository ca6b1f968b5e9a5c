import { Button, Form, Input } from 'antd'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import type { ReportView } from '../contract.ts'
import { reportSteps } from '../rules/steps.ts'
import { useHandIn, useHandInLink } from './api.ts'
import { ImportProblem } from './blank-cells.tsx'

/** For a unit that does not use the system: its file or its address is read, and judged like any other. */
export function HandIn({ view }: { view: ReportView }) {
  const file = useHandIn(view)
  return (
    <div>
      <h3>{reportSteps.handIn.label}</h3>
      <p className="note">{reportSteps.handIn.law}。</p>
      <label htmlFor="handed-in">选择文件（Excel、Word、PDF或者网页文件）</label>
      <input
        id="handed-in"
        type="file"
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) file.mutate(chosen)
          event.target.value = ''
        }}
      />
      {file.error === null ? null : <ImportProblem error={file.error} />}
      <Link view={view} />
    </div>
  )
}

function Link({ view }: { view: ReportView }) {
  const link = useHandInLink(view)
  const [form] = Form.useForm<{ address: string }>()
  const { submit, busy, problem } = useSending(form, async ({ address }: { address: string }) => {
    await link.mutateAsync(address)
  })
  return (
    <Form form={form} name="handed-in-link" layout="vertical" onFinish={submit}>
      <SendingProblem problem={problem} form="handed-in-link" />
      <Form.Item
        name="address"
        label="或者填写报告的网址"
        rules={[{ required: true, message: '请填写报告的网址' }]}
      >
        <Input inputMode="url" autoComplete="off" placeholder="https://" />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        读取网址
      </Button>
    </Form>
  )
}
