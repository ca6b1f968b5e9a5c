import { ErrorSummary, type Filled, Hidden, TextField } from '#platform/pages/form.tsx'
import type { Frame } from '#platform/pages/frame.ts'
import { RequestPage } from './request-page.tsx'

/** 查进度: number and query code. */
export function TrackPage(props: { frame: Frame; token: string; filled: Filled; note?: string }) {
  const { frame, token, filled, note } = props
  return (
    <RequestPage frame={frame} title={filled.errors?.length ? '填写有误：查进度' : '查进度'}>
      <h1>查进度</h1>
      {note && <p class="note">{note}</p>}
      <ErrorSummary errors={filled.errors} />
      <form method="post" action="/requests/track" novalidate>
        <Hidden fields={{ _csrf: token }} />
        <TextField
          name="number"
          label="申请编号"
          hint="在回执上，例如：民政局公申〔2026〕12号"
          filled={filled}
          maxLength={60}
        />
        <TextField
          name="queryCode"
          label="查询码"
          hint="回执上的八位字母和数字，不分大小写"
          filled={filled}
          maxLength={20}
          size="short"
        />
        <div class="actions">
          <button type="submit">查询</button>
        </div>
      </form>
      <p class="measure quiet forgotten">
        查询码遗失的，请持本人身份证明到受理机关的公开工作机构查询，地址和电话见<a href="/guide">公开指南</a>
        。
      </p>
    </RequestPage>
  )
}
