import { ErrorSummary, Hidden } from '#platform/pages/form.tsx'
import { intakeFields } from '../rules/intake.ts'
import type { Answers } from './draft.ts'
import { ProofFields } from './proof-fields.tsx'
import type { FormState } from './question-page.tsx'
import { questions } from './questions.ts'
import { RequestPage } from './request-page.tsx'
import { wishChoices } from './wishes.ts'

/** All answers on one page, each group with its way back, and the sending. */
export function CheckPage(props: FormState & { confirmsAtOnce: boolean }) {
  const { frame, organ, hidden, answers, errors, confirmsAtOnce } = props
  const title = '请核对您填写的内容'
  return (
    <RequestPage frame={frame} title={title} personal>
      <h1>{title}</h1>
      <ErrorSummary errors={errors} />
      <form
        method="post"
        action={`/requests/new/${organ.code}?_csrf=${encodeURIComponent(hidden._csrf ?? '')}`}
        encType="multipart/form-data"
        novalidate
      >
        <Hidden fields={{ ...hidden, question: 'check' }} />
        <dl class="answers">
          <div id="organ">
            <dt>受理机关</dt>
            <dd>{organ.name}</dd>
          </div>
          {questions.map((question) => (
            <Group key={question.key} question={question} answers={answers} />
          ))}
        </dl>
        <ProofFields answers={answers} errors={errors} />
        <p class="measure">
          提交后，本站立即给出回执。
          {confirmsAtOnce
            ? '提交成功即视为双方确认，提交之日为收到申请之日，答复期限自次日起计算。'
            : '受理机关将与您确认，双方确认之日为收到申请之日，答复期限自次日起计算。'}
        </p>
        <div class="actions">
          <button type="submit" name="go" value="file">
            提交申请
          </button>
          <button class="second" type="submit" name="go" value="change:contact">
            上一步
          </button>
        </div>
      </form>
    </RequestPage>
  )
}

type Field = keyof Answers

function Group(props: { question: (typeof questions)[number]; answers: Answers }) {
  const { question, answers } = props
  const fields: readonly Field[] = question.fields
  return (
    <>
      {fields
        .filter((field) => isShown(field, answers))
        .map((field, index) => (
          <div key={field}>
            <dt>{labelOf(field, answers)}</dt>
            <dd>{shown(field, answers) || '未填写'}</dd>
            {index === 0 && (
              <dd class="change">
                <button class="link" type="submit" name="go" value={`change:${question.key}`}>
                  修改<span class="unseen">{labelOf(field, answers)}</span>
                </button>
              </dd>
            )}
          </div>
        ))}
    </>
  )
}

const optional: readonly Field[] = ['representative', 'agent', 'help', 'notice', 'hook']
const isShown = (field: Field, answers: Answers): boolean =>
  !optional.includes(field) || (Boolean(answers[field]) && (field !== 'hook' || answers.notice === 'hook'))

const labelOf = (field: Field, answers: Answers): string => {
  if (field === 'notice') return '进展提醒'
  if (field === 'hook') return '接收地址'
  if (field !== 'name') return intakeFields[field].label
  return answers.category === 'naturalPerson' ? '姓名' : '单位名称'
}

const shown = (field: Field, answers: Answers): string => {
  const value = answers[field] ?? ''
  if (field === 'hook') return value
  if (field === 'notice')
    return wishChoices(answers.category).find((each) => each.value === value)?.label ?? ''
  const { [field]: described } = intakeFields
  const choices = 'choices' in described ? described.choices : []
  return choices.find((choice) => choice.value === value)?.label ?? value
}
