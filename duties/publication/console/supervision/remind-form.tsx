import { Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { newId } from '#platform/console/id.ts'
import { overlay } from '#platform/console/overlay.ts'
import { FieldItem, type PlainField } from '#platform/console/plain-field.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { type Day, plusDays } from '#time/day.ts'
import type { Finding, IndicatorShown, Inspection } from '../../supervision/contract.ts'
import { useReminding } from './api.ts'

const fields: readonly PlainField[] = [
  { name: 'words', label: '整改要求', kind: 'longtext', required: true },
  { name: 'answerBy', label: '回复期限', kind: 'day', required: true },
]

interface Asked {
  inspection: Inspection
  indicator: IndicatorShown
  finding: Finding
}

/** 提醒: a reminder to the organ about one finding, with its page. */
export function RemindButton(asked: Asked) {
  const [open, show] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => show(true)} aria-label={`提醒整改：${asked.finding.about}`}>
        提醒整改
      </Button>
      <Modal
        title={`提醒${asked.inspection.organName}`}
        open={open}
        footer={null}
        destroyOnHidden
        onCancel={() => show(false)}
        {...overlay}
      >
        <RemindForm {...asked} close={() => show(false)} />
      </Modal>
    </>
  )
}

function RemindForm({ inspection, indicator, finding, close }: Asked & { close(): void }) {
  const { organ } = useStanding()
  const [form] = Form.useForm<{ words: string; answerBy: string }>()
  const [askId] = useState(newId)
  const { remind } = useReminding(inspection.organId)
  const { submit, busy, problem } = useSending(form, async (typed) => {
    const { about, address } = finding
    await remind({
      askId,
      fromId: organ.organId,
      indicator: indicator.indicator,
      about: about.slice(0, 200),
      address,
      ...typed,
    })
    close()
  })
  const start = {
    words: `${indicator.label}：${finding.about}。请核实整改。`,
    answerBy: plusDays(inspection.today as Day, 7),
  }
  return (
    <Form form={form} name="remind" layout="vertical" initialValues={start} onFinish={submit}>
      <SendingProblem problem={problem} form="remind" />
      <p className="tight">{indicator.asks}。</p>
      {fields.map((field) => (
        <FieldItem key={field.name} field={field} />
      ))}
      <Button type="primary" htmlType="submit" loading={busy}>
        发出提醒
      </Button>
    </Form>
  )
}
