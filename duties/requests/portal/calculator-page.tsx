import { Cited } from '#platform/pages/cited.tsx'
import { otherColumn } from '#platform/pages/columns.ts'
import { ErrorSummary, type Filled, Select, TextArea, TextField } from '#platform/pages/form.tsx'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { inChinese } from '#time/day.ts'
import type { DueView, StripDay } from '../contract.ts'
import type { CaseAnswer } from '../rules/case-answer.ts'
import type { FileProblem } from '../rules/case-facts.ts'
import { channelLabels } from '../rules/labels.ts'
import { type CalculatorField, calculatorFields } from './calculator-case.ts'
import { DueSentence, Reasons, StripOf } from './due-view.tsx'

/** What the calculator found: for the form, a day with its strip; for a publication or a file, the answers. */
export interface CalculatorFound {
  due?: DueView
  strip?: readonly StripDay[]
  answers?: readonly CaseAnswer[]
  /** Answers of a file beyond those shown. */
  more?: number
  problems?: readonly FileProblem[]
}

interface CalculatorPageProps {
  frame: Frame
  filled: Filled
  found: CalculatorFound
  today: string
  /** Address of the file form, with its token. */
  fileAddress: string
}

/** 期限计算器: the due day of a request with its reasons, for everyone. */
export function CalculatorPage({ frame, filled, found, today, fileAddress }: CalculatorPageProps) {
  return (
    <Page
      frame={frame}
      title={filled.errors?.length ? '填写有误：期限计算器' : '期限计算器'}
      meta={{ level: 'list', column: otherColumn('期限计算器', '计算政府信息公开申请的答复期限') }}
      trail={[{ label: '依申请公开', address: '/requests' }]}
    >
      <h1>期限计算器</h1>
      <p class="measure">
        填写收到申请的日期，就能算出答复期限，并说明每一步的依据。中间有补正、征求意见、延长或者收费的，一并填写。
      </p>
      <ErrorSummary errors={filled.errors} />
      <Found found={found} today={today} />
      <RequestForm filled={filled} />
      <PublicationForm filled={filled} />
      <FileForm filled={filled} address={fileAddress} />
    </Page>
  )
}

function Found({ found, today }: { found: CalculatorFound; today: string }) {
  const { due, strip, answers, problems } = found
  return (
    <div aria-live="polite">
      {due && strip && (
        <section class="result">
          <h2>结果</h2>
          <DueSentence due={due} />
          <StripOf due={due} strip={strip} today={today} />
          <Reasons due={due} />
        </section>
      )}
      {answers && (
        <section class="result">
          <h2>结果</h2>
          {answers.map((answer) => (
            <Answer key={answer.name} answer={answer} />
          ))}
          {found.more ? <p>另有{found.more}件没有列出，请分成较小的文件。</p> : null}
        </section>
      )}
      {problems && problems.length > 0 && <Problems problems={problems} />}
    </div>
  )
}

function Answer({ answer }: { answer: CaseAnswer }) {
  const on = answer.kind === 'due' ? answer.on : answer.kind === 'over' ? answer.dueOn : answer.thenOn
  return (
    <article>
      <h3>{answer.name}</h3>
      <p class="due-sentence">
        {on ? `${inChinese(on)}${answer.provisional ? '（暂定）' : ''}` : '期限停止计算'}
      </p>
      <ol class="reasons">
        {answer.because.map((reason) => (
          <li key={`${reason.code}${reason.from}`}>
            <p>{reason.sentence}</p>
            <Cited cites={reason} />
          </li>
        ))}
      </ol>
    </article>
  )
}

function Problems({ problems }: { problems: readonly FileProblem[] }) {
  return (
    <section class="note weighty" role="alert">
      <h2>案例文件有{problems.length}处问题</h2>
      <ul>
        {problems.slice(0, 50).map((problem) => (
          <li key={`${problem.at}${problem.message}`}>
            <code>{problem.at}</code>：{problem.message}
          </li>
        ))}
      </ul>
    </section>
  )
}

const channels = Object.entries(channelLabels).map(([value, label]) => ({ value, label }))

function RequestForm({ filled }: { filled: Filled }) {
  return (
    <form class="calculator" method="get" action="/calculator" novalidate>
      <h2>申请的答复期限</h2>
      <div class="pair">
        <DateField name="received" filled={filled} optional={false} />
        <Select name="channel" label={calculatorFields.channel} choices={channels} filled={filled} />
      </div>
      <Course filled={filled} />
      <div class="actions">
        <button type="submit">计算</button>
      </div>
    </form>
  )
}

function Course({ filled }: { filled: Filled }) {
  return (
    <details open={hasMore(filled)}>
      <summary>有补正、征求意见、延长或者收费</summary>
      <div class="pair">
        <DateField name="correctionAsked" filled={filled} />
        <DateField name="corrected" filled={filled} />
        <DateField name="consulted" filled={filled} />
        <DateField name="answered" filled={filled} />
        <DateField name="extendedOn" filled={filled} />
        <TextField
          name="extendedBy"
          label={calculatorFields.extendedBy}
          inputMode="numeric"
          size="short"
          filled={filled}
          optional
          maxLength={3}
        />
        <DateField name="feeNoticed" filled={filled} />
        <DateField name="feePaid" filled={filled} />
      </div>
    </details>
  )
}

function DateField(props: { name: CalculatorField; filled: Filled; optional?: boolean }) {
  const { name, filled, optional = true } = props
  return (
    <TextField
      name={name}
      label={calculatorFields[name]}
      type="date"
      size="short"
      filled={filled}
      optional={optional}
    />
  )
}

const hasMore = ({ values, errors }: Filled): boolean =>
  Object.keys(calculatorFields).some(
    (field) =>
      field !== 'received' &&
      field !== 'channel' &&
      (values[field] || errors?.some((error) => error.field === field)),
  )

function PublicationForm({ filled }: { filled: Filled }) {
  return (
    <form class="calculator" method="get" action="/calculator" novalidate>
      <h2>主动公开的期限</h2>
      <TextField name="formed" label="信息形成或者变更之日" type="date" size="short" filled={filled} />
      <div class="actions">
        <button type="submit">计算</button>
      </div>
    </form>
  )
}

function FileForm({ filled, address }: { filled: Filled; address: string }) {
  return (
    <form class="calculator" method="post" action={address} encType="multipart/form-data">
      <h2>案例文件</h2>
      <p class="hint">
        按本系统公布的案例格式写成的
        JSON，可以粘贴，也可以上传。文件中只需要日期，请不要写入个人信息；计算以后不保存。
      </p>
      <TextArea name="json" label="粘贴内容" rows={6} filled={filled} optional />
      <div class="field">
        <label for="file">
          上传文件<span class="optional">（选填）</span>
        </label>
        <input id="file" name="file" type="file" accept=".json,application/json" />
      </div>
      <div class="actions">
        <button class="second" type="submit">
          计算文件
        </button>
      </div>
    </form>
  )
}
