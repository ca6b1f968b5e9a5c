import { ErrorSummary, type Filled, Hidden, Refusal, TextArea } from '#platform/pages/form.tsx'
import type { Frame } from '#platform/pages/frame.ts'
import type { TrackView } from '../contract-track.ts'
import { RequestPage } from './request-page.tsx'

interface WithdrawPageProps {
  frame: Frame
  view: TrackView
  hidden: Readonly<Record<string, string>>
  filled: Filled
  refusal?: string | undefined
}

/** Asks once more before a request is withdrawn. */
export function WithdrawPage({ frame, view, hidden, filled, refusal }: WithdrawPageProps) {
  return (
    <RequestPage frame={frame} title="撤回申请" personal>
      <p class="progress">
        {view.organName}　{view.number}
      </p>
      <h1>确定要撤回这件申请吗？</h1>
      <Refusal words={refusal} />
      <ErrorSummary errors={filled.errors} />
      <p class="measure">
        撤回以后，{view.organName}不再办理“{view.title}”，也不再答复。以后需要时可以重新申请，期限重新计算。
      </p>
      <form method="post" action="/requests/track/withdraw" novalidate>
        <Hidden fields={hidden} />
        <TextArea
          name="statement"
          label="撤回的说明"
          hint="写一句即可，例如：已经从其他途径取得"
          filled={filled}
          rows={3}
          maxLength={500}
        />
        <div class="actions">
          <button class="weighty" type="submit">
            撤回申请
          </button>
          <a class="button second" href="/requests/track/case">
            不撤回
          </a>
        </div>
      </form>
    </RequestPage>
  )
}
