import type { Organ } from '#platform/organs/contract.ts'
import {
  type Choice,
  ErrorSummary,
  type Filled,
  Hidden,
  Radios,
  TextArea,
  TextField,
} from '#platform/pages/form.tsx'
import type { Frame } from '#platform/pages/frame.ts'
import type { FieldError } from '../contract.ts'
import { intakeFields } from '../rules/intake.ts'
import type { Answers } from './draft.ts'
import { publishedScript } from './published-script.ts'
import { type Question, questionBefore, questions } from './questions.ts'
import { RequestPage } from './request-page.tsx'
import { wishChoices } from './wishes.ts'

export interface FormState {
  frame: Frame
  organ: Organ
  /** The sealed draft and the token against foreign forms. */
  hidden: Readonly<Record<string, string>>
  answers: Answers
  errors: readonly FieldError[]
}

const titles: Readonly<Record<Question, string>> = {
  applicant: '您以什么身份申请？',
  identity: '申请人是谁？',
  content: '您想获取什么信息？',
  receive: '您希望怎样得到信息？',
  contact: '怎样联系您？',
}

/** One question of the form, one page. */
export function QuestionPage({ question, ...state }: FormState & { question: Question }) {
  const { frame, organ, hidden, answers, errors } = state
  const filled: Filled = { values: answers as Record<string, string>, errors }
  const at = questions.findIndex(({ key }) => key === question) + 1
  return (
    <RequestPage
      frame={frame}
      title={errors.length > 0 ? `填写有误：${titles[question]}` : titles[question]}
      personal={at > 1}
    >
      <p class="progress">
        向{organ.name}申请公开，第{at}步，共{questions.length}步
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" action={`/requests/new/${organ.code}`} novalidate>
        <Hidden fields={{ ...hidden, question }} />
        <Body question={question} filled={filled} organ={organ} />
        <div class="actions">
          <button type="submit" name="go" value="next">
            继续
          </button>
          {questionBefore(question) ? (
            <button class="second" type="submit" name="go" value="back">
              上一步
            </button>
          ) : (
            <a class="button second" href="/requests/new">
              换一个机关
            </a>
          )}
        </div>
      </form>
    </RequestPage>
  )
}

function Body({ question, filled, organ }: { question: Question; filled: Filled; organ: Organ }) {
  switch (question) {
    case 'applicant':
      return <Applicant filled={filled} />
    case 'identity':
      return <Identity filled={filled} />
    case 'content':
      return <Content filled={filled} organ={organ} />
    case 'receive':
      return <Receive filled={filled} />
    case 'contact':
      return <Contact filled={filled} />
  }
}

const explained: Readonly<Record<string, string>> = {
  naturalPerson: '以个人名义申请',
  company: '公司、个体工商户、农民专业合作社等',
  research: '科研院所、高等学校等',
  welfare: '社会团体、基金会、慈善组织等',
  legalService: '律师事务所、法律援助机构等',
  otherOrg: '不属于以上各类的法人和其他组织',
}

function Applicant({ filled }: { filled: Filled }) {
  return (
    <Radios
      name="category"
      label={titles.applicant}
      heading
      filled={filled}
      choices={intakeFields.category.choices.map((each) => ({ ...each, hint: explained[each.value] }))}
    />
  )
}

/** Persons show an identity card or the like, organisations their credit code. */
export const idKindsFor = (category: string | undefined): readonly Choice[] =>
  intakeFields.idKind.choices.filter(({ value }) =>
    category === 'naturalPerson' ? value !== 'creditCode' : value === 'creditCode' || value === 'other',
  )

function Identity({ filled }: { filled: Filled }) {
  const isPerson = filled.values.category === 'naturalPerson'
  return (
    <>
      <h1 class="question">{titles.identity}</h1>
      <p class="hint">身份信息加密保存，只用于办理这一件申请。</p>
      <TextField
        name="name"
        label={isPerson ? '姓名' : '单位名称'}
        filled={filled}
        autocomplete={isPerson ? 'name' : 'organization'}
        maxLength={100}
      />
      <Radios
        name="idKind"
        label={intakeFields.idKind.label}
        filled={filled}
        choices={idKindsFor(filled.values.category)}
      />
      <TextField
        name="idNumber"
        label={intakeFields.idNumber.label}
        filled={filled}
        maxLength={40}
        size="middle"
      />
      {!isPerson && (
        <TextField
          name="representative"
          label={intakeFields.representative.label}
          filled={filled}
          optional
          maxLength={50}
          size="middle"
        />
      )}
      <Agent filled={filled} />
    </>
  )
}

function Agent({ filled }: { filled: Filled }) {
  return (
    <TextField
      name="agent"
      label={intakeFields.agent.label}
      hint="由他人代为申请的填写，并在最后一页上传授权委托书"
      filled={filled}
      optional
      maxLength={50}
      size="middle"
    />
  )
}

function Content({ filled, organ }: { filled: Filled; organ: Organ }) {
  return (
    <>
      <h1 class="question">{titles.content}</h1>
      <p class="hint">一件申请写一项内容，写得越具体，越容易查到。不需要说明用途。</p>
      <TextField
        name="title"
        label={intakeFields.title.label}
        hint="例如：2025年农村危房改造补助对象名单"
        filled={filled}
        maxLength={200}
      />
      <div id="published" aria-live="polite" data-from={`/requests/new/${organ.code}/published`} />
      <TextArea
        name="description"
        label={intakeFields.description.label}
        hint="便于查找的时间、地点、单位、事项等"
        filled={filled}
        optional
        maxLength={5000}
      />
      <script src={publishedScript} defer />
    </>
  )
}

function Receive({ filled }: { filled: Filled }) {
  return (
    <>
      <h1 class="question">{titles.receive}</h1>
      <Radios
        name="formWanted"
        label={intakeFields.formWanted.label}
        filled={filled}
        choices={intakeFields.formWanted.choices}
      />
      <Radios
        name="wayWanted"
        label={intakeFields.wayWanted.label}
        filled={filled}
        choices={intakeFields.wayWanted.choices}
      />
      <TextField
        name="help"
        label={intakeFields.help.label}
        hint={intakeFields.help.hint}
        filled={filled}
        optional
        maxLength={200}
      />
    </>
  )
}

function Contact({ filled }: { filled: Filled }) {
  const way = intakeFields.wayWanted.choices.find(({ value }) => value === filled.values.wayWanted)
  return (
    <>
      <h1 class="question">{titles.contact}</h1>
      <p class="hint">至少填写一项，用来核实申请和送达答复。{way && `您希望的获取方式是“${way.label}”。`}</p>
      <TextField
        name="telephone"
        label={intakeFields.telephone.label}
        type="tel"
        autocomplete="tel"
        filled={filled}
        optional
        maxLength={30}
        size="middle"
      />
      <TextField
        name="email"
        label={intakeFields.email.label}
        type="email"
        autocomplete="email"
        filled={filled}
        optional
        maxLength={100}
        size="middle"
      />
      <TextField
        name="address"
        label={intakeFields.address.label}
        hint="写到门牌号，并写明邮政编码"
        autocomplete="street-address"
        filled={filled}
        optional
        maxLength={200}
      />
      <Wishes filled={filled} />
    </>
  )
}

function Wishes({ filled }: { filled: Filled }) {
  const { category, notice } = filled.values
  const values = { ...filled.values, notice: notice || 'none' }
  return (
    <>
      <Radios
        name="notice"
        label="有新进展时怎样提醒您？"
        filled={{ ...filled, values }}
        choices={wishChoices(category)}
      />
      {category !== 'naturalPerson' && (
        <TextField
          name="hook"
          label="接收地址"
          hint="选择通知本单位信息系统的填写，以 https:// 开头"
          filled={filled}
          optional
          maxLength={300}
        />
      )}
    </>
  )
}
