import { Button, Form } from 'antd'
import { useState } from 'react'
import { DayText } from '#platform/console/day-text.tsx'
import { newId } from '#platform/console/id.ts'
import { FieldItem } from '#platform/console/plain-field.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { Reminder } from '../../supervision/contract.ts'
import { useReminders, useReminding } from './api.ts'
import { mayAnswer } from './rights.ts'
import './supervision.css'

interface Listed {
  rows: readonly Reminder[]
  answers: boolean
}

/** 督办提醒 with what was answered; those that wait can be answered here by those who may. */
export function ReminderList({ rows, answers }: Listed) {
  return (
    <ul className="reminders">
      {rows.map((each) => (
        <li key={each.reminderId}>
          <p className="tight">
            <strong>{each.indicatorLabel}</strong>：
            {each.address === '' ? (
              each.about
            ) : (
              <a href={each.address} target="_blank" rel="noreferrer">
                {each.about}
              </a>
            )}
          </p>
          <p className="tight">
            {each.fromName} <DayText on={each.sentOn} />：{each.words}
          </p>
          {each.answeredOn === null ? (
            <>
              <p className={each.late ? 'tight late' : 'tight'}>
                请于 <DayText on={each.answerBy} /> 前回复{each.late ? '，已经逾期' : ''}。
              </p>
              {answers ? <Answer reminder={each} /> : null}
            </>
          ) : (
            <p className="tight">
              <DayText on={each.answeredOn} /> 回复：{each.answer}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Answer({ reminder: { reminderId, seq, about } }: { reminder: Reminder }) {
  const { organ } = useStanding()
  const [open, show] = useState(false)
  const [askId] = useState(newId)
  const [form] = Form.useForm<{ answer: string }>()
  const { answer } = useReminding(organ.organId)
  const { submit, busy, problem } = useSending(form, async (typed) => {
    await answer({ reminderId, ask: { askId, seenSeq: seq, ...typed } })
  })
  if (!open)
    return (
      <Button size="small" onClick={() => show(true)} aria-label={`回复提醒：${about}`}>
        回复
      </Button>
    )
  const name = `answer-${reminderId}`
  return (
    <Form form={form} name={name} layout="vertical" onFinish={submit}>
      <SendingProblem problem={problem} form={name} />
      <FieldItem field={{ name: 'answer', label: '整改情况', kind: 'longtext', required: true }} />
      <Button type="primary" htmlType="submit" loading={busy}>
        提交回复
      </Button>
    </Form>
  )
}

/** On top of the desk's inbox: what an organ above asks to be mended; nothing where nothing waits. */
export function WaitingReminders() {
  const { organ } = useStanding()
  const rows = useReminders().data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="reminders-head">
      <h2 id="reminders-head">督办提醒（{rows.length}件待回复）</h2>
      <ReminderList rows={rows} answers={mayAnswer(organ.roles)} />
    </section>
  )
}
