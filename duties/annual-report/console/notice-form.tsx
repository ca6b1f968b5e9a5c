import { Button, Form, Input } from 'antd'
import { DayInput } from '#platform/console/day-input.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { useNotice } from './api.ts'

interface Notice {
  submitOn: string
  publishOn: string
  words?: string
}

/** 通知: the days by which the organs below hand in and publish, earlier than the law's; every one of them sees it. */
export function NoticeForm({ year }: { year: string }) {
  const [form] = Form.useForm<Notice>()
  const notice = useNotice(year)
  const { submit, busy, problem } = useSending(form, async ({ words = '', ...days }: Notice) => {
    await notice.mutateAsync({ ...days, words })
  })
  return (
    <details className="sheet">
      <summary>通知下级机关报送和公布的日期</summary>
      <Form form={form} name="notice" layout="vertical" onFinish={submit}>
        <SendingProblem problem={problem} form="notice" />
        <Form.Item name="submitOn" label="报送的最后一日" rules={[{ required: true, message: '请填写日期' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item
          name="publishOn"
          label="公布的最后一日"
          rules={[{ required: true, message: '请填写日期' }]}
        >
          <DayInput />
        </Form.Item>
        <Form.Item name="words" label="说明">
          <Input />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          发布通知
        </Button>
        {notice.isSuccess ? <span role="status"> 已发布，下级机关都能看到。</span> : null}
      </Form>
    </details>
  )
}
