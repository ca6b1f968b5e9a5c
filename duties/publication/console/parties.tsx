import { Button, Form } from 'antd'
import { useState } from 'react'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { newId } from '#platform/console/id.ts'
import { LongText } from '#platform/console/long-text.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import type { ItemView } from '../contract-desk.ts'
import { useItemSending } from './api.ts'

interface Shown {
  view: ItemView
  /** Saves what is on the screen first; gives the last fact then. */
  before(): Promise<number | undefined>
}

const formName = 'parties'

/** 当事人姓名: the names that the check looks for in this item, beside its text; sealed, and seen only by those who work on it. */
export function Parties({ view, before }: Shown) {
  const offer = view.offers.find(({ step }) => step === 'nameParties')
  const { parties } = view
  if (parties === null || offer === undefined || (!offer.allowed && parties.length === 0)) return null
  return (
    <section className="sheet" aria-labelledby="parties-head">
      <h2 id="parties-head">
        当事人姓名 {parties.length === 0 ? null : <span className="count">{parties.length}</span>}
      </h2>
      <p className="note tight">
        {offer.law}
        {offer.cites ? <CitedPlace cited={offer.cites} /> : null}
      </p>
      {offer.allowed ? (
        <NamesForm key={parties.join()} view={view} parties={parties} before={before} />
      ) : (
        <p className="tight">{parties.join('、')}</p>
      )}
    </section>
  )
}

function NamesForm({ view, parties, before }: Shown & { parties: readonly string[] }) {
  const { step } = useItemSending(view.itemId)
  const [form] = Form.useForm<{ names: string }>()
  const [askId] = useState(newId)
  const typed = Form.useWatch('names', form) ?? ''
  const first = parties.join('\n')
  const { submit, busy, problem } = useSending(form, async ({ names }: { names: string }) => {
    const seenSeq = (await before()) ?? view.seq
    await step('nameParties', { askId, seenSeq, ask: { names } })
  })
  return (
    <Form form={form} name={formName} layout="vertical" initialValues={{ names: first }} onFinish={submit}>
      <SendingProblem problem={problem} form={formName} />
      <Form.Item name="names" label="本件需要隐去的姓名" extra="每行一个；清空即不再查找">
        <LongText rows={3} />
      </Form.Item>
      <Button htmlType="submit" loading={busy} disabled={typed.trim() === first}>
        保存姓名并检查
      </Button>
    </Form>
  )
}
