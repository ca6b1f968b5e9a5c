import { Button, Form } from 'antd'
import { useState } from 'react'
import { citedOf } from '#law/citation.ts'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { useDraft } from '#platform/console/draft.ts'
import { fieldPath } from '#platform/console/error-summary.tsx'
import { newId } from '#platform/console/id.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { FieldItem } from '#platform/console/plain-field.tsx'
import { SendingProblem, useSending } from '#platform/console/sending.tsx'
import { type Registered, useRegister } from './api.ts'
import { ArrivalFields } from './arrival-fields.tsx'
import { type RegisterValues, registerAsk } from './register-ask.ts'
import { intakeGroups } from './register-fields.ts'
import { RegisteredNote } from './registered-note.tsx'
import './cases-list.css'

const formName = 'register'
const empty: RegisterValues = { kind: 'request' }

/** 登记申请: what came on paper, by post, by fax, by mail or by word of mouth, exactly as 第二十九条 asks it. */
export function RegisterPage(_: ScreenProps) {
  const [done, setDone] = useState<Registered | null>(null)
  if (done !== null) return <RegisteredNote done={done} again={() => setDone(null)} />
  return (
    <>
      <PageHead title="登记申请" note="只登记条例要求的内容，不询问用途。" />
      <RegisterForm done={setDone} />
    </>
  )
}

function RegisterForm({ done }: { done(done: Registered): void }) {
  const [form] = Form.useForm<RegisterValues>()
  const [draft, keep, drop] = useDraft<RegisterValues>('register')
  // The id stays until the form is registered: sent twice, it is one case.
  const [askId] = useState(newId)
  const register = useRegister()
  const send = async (values: RegisterValues) => {
    const registered = await register.mutateAsync(registerAsk(askId, values))
    drop()
    done(registered)
  }
  const { submit, busy, problem } = useSending(form, send, { fieldOf: ownField })
  return (
    <Form
      form={form}
      name={formName}
      layout="vertical"
      className="register"
      initialValues={draft ?? empty}
      onValuesChange={(_, all) => keep(all)}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      <SendingProblem problem={problem} form={formName} />
      <ArrivalFields />
      {intakeGroups.map(({ title, cites, fields }) => (
        <section className="sheet" key={title} aria-label={title}>
          <h2>{title}</h2>
          <CitedPlace cited={citedOf(cites)} />
          {fields.map((field) => (
            <FieldItem key={field.name} field={field} />
          ))}
        </section>
      ))}
      <Button type="primary" htmlType="submit" loading={busy}>
        登记
      </Button>
    </Form>
  )
}

/** The fields of what the applicant wrote stand beside the others on this form. */
const ownField = (field: string): string => fieldPath(field).at(-1) ?? field
