import { ErrorSummary, type Filled, Hidden, Refusal, TextArea, TextField } from '#platform/pages/form.tsx'
import type { Frame } from '#platform/pages/frame.ts'
import { fileKind, sizeInWords } from '#platform/pages/times.ts'
import { type Day, inChinese } from '#time/day.ts'
import type { TrackView } from '../contract-track.ts'
import { DueSentence, Reasons, StripOf } from './due-view.tsx'
import { RequestPage } from './request-page.tsx'
import { Suggest } from './suggest-form.tsx'
import { Told } from './told-forms.tsx'

interface CasePageProps {
  frame: Frame
  view: TrackView
  /** Token and step id of the forms on the page. */
  hidden: Readonly<Record<string, string>>
  filled: Filled
  today: string
  note?: string | undefined
  refusal?: string | undefined
}

/** One's own request: where it stands, what is next, when the answer is due and why, letters, remedies. */
export function CasePage({ frame, view, hidden, filled, today, note, refusal }: CasePageProps) {
  return (
    <RequestPage frame={frame} title={`办理进度：${view.number}`} personal>
      <p class="progress">
        {view.organName}　{view.number}
      </p>
      <h1>{view.title}</h1>
      {note && (
        <p class="note" role="status">
          {note}
        </p>
      )}
      <Refusal words={refusal} />
      <ErrorSummary errors={filled.errors} />
      <p class="state">{view.statusLabel}</p>
      <p class="measure lead">{view.whatNext}</p>
      <Parts parts={view.parts} />
      {view.correction && <CorrectionForm correction={view.correction} hidden={hidden} filled={filled} />}
      {view.reasons && <ReasonsForm reasons={view.reasons} hidden={hidden} filled={filled} />}
      {view.fee && <FeeToPay fee={view.fee} />}
      <Given view={view} />
      <Letters view={view} />
      <Remedies view={view} />
      <h2>答复期限</h2>
      <DueSentence due={view.due} />
      <StripOf due={view.due} strip={view.strip} today={today} />
      <Reasons due={view.due} />
      <Timeline view={view} />
      <Suggest view={view} hidden={hidden} filled={filled} />
      <Told view={view} hidden={hidden} filled={filled} />
      <section class="measure">
        <h2>有疑问怎么办</h2>
        <p>
          可以与{view.organName}联系，请说明申请编号。{view.contact}。
        </p>
      </section>
      <p class="actions">
        {view.mayWithdraw && (
          <a class="button second" href="/requests/track/withdraw">
            撤回申请
          </a>
        )}
        <a class="button second" href="/requests/track/leave">
          退出查询
        </a>
      </p>
    </RequestPage>
  )
}

interface FormProps {
  hidden: CasePageProps['hidden']
  filled: Filled
}

function CorrectionForm(props: FormProps & { correction: NonNullable<TrackView['correction']> }) {
  const { correction, hidden, filled } = props
  return (
    <section class="note weighty">
      <h2>请补正下列内容</h2>
      <ol>
        {correction.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
      {correction.by && (
        <p>
          请在<strong>{inChinese(correction.by as Day)}</strong>
          前（含当日）补正。没有正当理由逾期不补正的，视为放弃申请。
        </p>
      )}
      <form method="post" action="/requests/track/correct" novalidate>
        <Hidden fields={hidden} />
        <TextField name="title" label="补正后的名称、文号" filled={filled} optional maxLength={200} />
        <TextArea name="description" label="补正后的内容" filled={filled} maxLength={5000} />
        <div class="actions">
          <button type="submit">提交补正</button>
        </div>
      </form>
    </section>
  )
}

function ReasonsForm(props: FormProps & { reasons: NonNullable<TrackView['reasons']> }) {
  const { reasons, hidden, filled } = props
  return (
    <section class="note weighty">
      <h2>请说明理由</h2>
      <p>
        {reasons.figures.replace(/[。；;]+$/u, '')}。请在<strong>{inChinese(reasons.by as Day)}</strong>
        前（含当日）说明申请的理由。理由不合理的，机关将告知您不予处理；理由合理但不能按期答复的，将告知您延迟到哪一天。
      </p>
      <form method="post" action="/requests/track/reasons" novalidate>
        <Hidden fields={hidden} />
        <TextArea name="reasons" label="申请的理由" filled={filled} maxLength={5000} />
        <div class="actions">
          <button type="submit">提交理由</button>
        </div>
      </form>
    </section>
  )
}

function FeeToPay({ fee }: { fee: NonNullable<TrackView['fee']> }) {
  return (
    <section class="note weighty">
      <h2>请缴纳信息处理费</h2>
      <p>{fee.sentence}</p>
      <p>怎样缴纳：{fee.how.replace(/[。；;]+$/u, '')}。</p>
    </section>
  )
}

function Parts({ parts }: Pick<TrackView, 'parts'>) {
  if (parts.length === 0) return null
  return (
    <section class="note">
      <h2>这份申请已经拆分办理</h2>
      <p>一份申请包含多项内容的，按照一事一申请分别办理、分别答复。各件的回执、期限和文书见：</p>
      <ul>
        {parts.map(({ number, title }, i) => (
          <li key={number}>
            <a href={`/requests/track/parts/${i + 1}`}>{title}</a>
            <span class="quiet">　{number}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Given({ view: { enclosures } }: { view: TrackView }) {
  if (enclosures.length === 0) return null
  return (
    <section>
      <h2>提供给您的信息</h2>
      <ul class="files plain-list">
        {enclosures.map(({ fileId, name, size }) => (
          <li key={fileId}>
            <a href={`/requests/track/letters/${fileId}`}>{name}</a>
            <span class="quiet">
              {fileKind(name)}，{sizeInWords(size)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Letters({ view }: { view: TrackView }) {
  if (view.letters.length === 0) return null
  return (
    <section>
      <h2>文书</h2>
      <ul class="files plain-list">
        {view.letters.map((letter) => (
          <li key={letter.fileId}>
            <a href={`/requests/track/letters/${letter.fileId}`}>{letter.title}</a>
            <span class="quiet">
              {letter.number && `${letter.number}，`}
              {inChinese(letter.on as Day)}，Word文档
            </span>
            {letter.readable && (
              <a href={`/requests/track/letters/${letter.fileId}/read`}>
                在网页上阅读<span class="unseen">{letter.title}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Timeline({ view }: { view: TrackView }) {
  return (
    <section>
      <h2>办理经过</h2>
      <ol class="timeline">
        {view.timeline.map((entry) => (
          <li key={`${entry.happenedOn}${entry.label}`}>
            <time dateTime={entry.happenedOn}>{inChinese(entry.happenedOn as Day)}</time>
            <div>
              <strong>{entry.label}</strong>
              {entry.lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Remedies({ view }: { view: TrackView }) {
  if (view.remedies.length === 0) return null
  return (
    <section class="measure">
      <h2>不服怎么办</h2>
      {view.remedies.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  )
}
