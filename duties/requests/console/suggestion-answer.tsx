import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form } from 'antd'
import { call } from '#platform/console/api.ts'
import { FieldItem } from '#platform/console/plain-field.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { type SuggestionAnswer, suggestionAnswers } from '../rules/suggestions.ts'
import type { Like, Suggestion, SuggestionAnswerAsk } from '../suggestions/contract.ts'

interface Typed {
  answer?: SuggestionAnswer
  indexNumber?: string
  reason?: string
}

const answerField = {
  name: 'answer',
  label: '处理结果',
  kind: 'choice',
  required: true,
  choices: Object.entries(suggestionAnswers).map(([value, label]) => ({ value, label })),
}
const itemField = {
  name: 'indexNumber',
  label: '已公开信息的索引号',
  kind: 'text',
  required: true,
  hint: '先在“发布”里发布，再把索引号填在这里',
}
const reasonField = { name: 'reason', label: '理由', kind: 'longtext', required: true }

/** What the office made of a thing: published as which item, or not and why. It stays on record. */
export function SuggestionAnswerForm({ one }: { one: Suggestion }) {
  const { organ } = useStanding()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const name = `answer-${one.key}`
  const answer = Form.useWatch('answer', form)
  const { submit, busy, problem } = useSending(form, async (typed: Typed) => {
    const ask = { ...typed, key: one.key, seenSeq: one.seq } as SuggestionAnswerAsk
    try {
      await call('POST', `/api/organs/${organ.organId}/publication-suggestions/answers`, ask)
      message.success('处理结果已经记录')
    } finally {
      await client.invalidateQueries({ queryKey: [organ.organId] })
    }
  })
  return (
    <Form form={form} name={name} layout="vertical" onFinish={submit}>
      <SendingProblem problem={problem} form={name} />
      <FieldItem field={one.since === null ? answerField : { ...answerField, label: '重新记录处理结果' }} />
      {answer === 'published' ? (
        <>
          <FieldItem field={itemField} />
          <Likely title={one.title} choose={(indexNumber) => form.setFieldsValue({ indexNumber })} />
        </>
      ) : null}
      {answer === 'notPublished' ? <FieldItem field={reasonField} /> : null}
      <Button type="primary" htmlType="submit" loading={busy}>
        记录处理结果
      </Button>
    </Form>
  )
}

/** What the organ has published under such a title, to be chosen at one press. */
function Likely({ title, choose }: { title: string; choose(indexNumber: string): void }) {
  const { organ } = useStanding()
  const path = `/api/organs/${organ.organId}/publication-suggestions/published`
  const { data } = useQuery({
    queryKey: [organ.organId, 'published-like', title],
    queryFn: () => call<Like>('GET', `${path}?title=${encodeURIComponent(title)}`),
  })
  if (!data) return null
  if (data.items.length === 0) return <p className="note">没有找到本机关已经公开的相近信息。</p>
  return (
    <>
      <p className="tight">本机关已经公开的相近信息：</p>
      <ul className="likely">
        {data.items.map((item) => (
          <li key={item.itemId}>
            <a href={item.address} target="_blank" rel="noopener">
              {item.title}
            </a>{' '}
            <Button onClick={() => choose(item.indexNumber)}>
              就是这一条<span className="unseen">：{item.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
