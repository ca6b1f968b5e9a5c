import { Form } from 'antd'
import { citedOf } from '#law/citation.ts'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { FieldItem, type PlainField } from '#platform/console/plain-field.tsx'
import { receivedAtOnce } from '../rules/register.ts'
import { channelField, kindField, receiptArticle } from './register-fields.ts'

/** How and when the request came; where the law asks for a confirmation, its day and its way. */
export function ArrivalFields() {
  const channel: string = Form.useWatch('channel') ?? ''
  const cites = receiptArticle(channel)
  return (
    <section className="sheet" aria-label="来件">
      <h2>来件</h2>
      <FieldItem field={kindField} />
      <FieldItem field={channelField} />
      {cites === undefined ? null : (
        <>
          <CitedPlace cited={citedOf(cites)} />
          {daysOf(channel).map((field) => (
            <FieldItem key={field.name} field={field} />
          ))}
        </>
      )}
    </section>
  )
}

function daysOf(channel: string): readonly PlainField[] {
  const isAtOnce = [...receivedAtOnce].some((each) => each === channel)
  const arrived = { name: 'arrivedOn', kind: 'day', required: true }
  if (channel === 'registeredPost') return [{ ...arrived, label: '签收之日' }]
  if (isAtOnce) return [{ ...arrived, label: '提交之日' }]
  return [
    { ...arrived, label: '送到之日' },
    {
      name: 'receivedOn',
      label: '确认之日',
      kind: 'day',
      required: false,
      hint: '尚未同申请人确认的，先不填；确认以后在申请中登记。',
    },
    {
      name: 'confirmation',
      label: '确认方式',
      kind: 'text',
      required: false,
      hint: '何时、以何种方式同谁确认',
    },
  ]
}
