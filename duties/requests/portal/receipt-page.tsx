import type { Frame } from '#platform/pages/frame.ts'
import { minuteInShanghai } from '#platform/pages/times.ts'
import { type Day, dayInShanghai, inChinese } from '#time/day.ts'
import type { TrackView } from '../contract-track.ts'
import { DueSentence, Reasons, StripOf } from './due-view.tsx'
import { RequestPage } from './request-page.tsx'
import { HookKept } from './told-forms.tsx'

interface ReceiptPageProps {
  frame: Frame
  view: TrackView
  queryCode: string
  /** ISO instant */
  submittedAt: string
  today: string
}

/** The receipt, to be printed: number, query code, the legal day of receipt, the due day and why. */
export function ReceiptPage({ frame, view, queryCode, submittedAt, today }: ReceiptPageProps) {
  return (
    <RequestPage frame={frame} title="政府信息公开申请回执" personal>
      <h1>政府信息公开申请回执</h1>
      <p class="lead">
        申请已经提交。请打印本页，或者抄下编号和查询码：查询进度、下载答复要用，查询码以后不再显示。
      </p>
      <dl class="receipt-keys">
        <div>
          <dt>申请编号</dt>
          <dd>{view.number}</dd>
        </div>
        <div>
          <dt>查询码</dt>
          <dd class="code">{queryCode}</dd>
        </div>
      </dl>
      <Particulars view={view} submittedAt={submittedAt} />
      <h2>什么时候答复</h2>
      <DueSentence due={view.due} />
      <StripOf due={view.due} strip={view.strip} today={today} />
      <Reasons due={view.due} />
      {view.hook && (
        <>
          <h2>通知本单位的信息系统</h2>
          <HookKept hook={view.hook} />
        </>
      )}
      <p class="actions">
        <a class="button" href="/requests/track/case">
          查看办理进度
        </a>
        <a class="button second" href="/requests/track/leave">
          离开（共用电脑请点这里）
        </a>
      </p>
    </RequestPage>
  )
}

function Particulars({ view, submittedAt }: Pick<ReceiptPageProps, 'view' | 'submittedAt'>) {
  const rows: [string, string][] = [
    ['受理机关', view.organName],
    ['申请内容', view.title],
    ['提交时间', `${inChinese(dayInShanghai(submittedAt))} ${minuteInShanghai(submittedAt).slice(-5)}`],
    ['收到申请之日', view.receivedOn ? inChinese(view.receivedOn as Day) : '待双方确认'],
    ['联系方式', view.contact],
  ]
  return (
    <dl class="answers">
      {rows.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
