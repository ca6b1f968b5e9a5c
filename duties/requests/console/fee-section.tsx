import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { call } from '#platform/console/api.ts'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { DayText } from '#platform/console/day-text.tsx'
import { Entry } from '#platform/console/entry.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { CaseView } from '../contract.ts'
import type { FeeNotice, FeeProposal } from '../person/contract.ts'
import './fee.css'

/** 信息处理费: where the applicant stands on the ladder, what could be proposed, and how far a notice has come. */
export function FeeSection({ view: { caseId, fee, feeNotice } }: { view: CaseView }) {
  if (fee === null && feeNotice === null) return null
  const heavy = feeNotice !== null || (fee !== null && fee.pieceYuan > 0)
  return (
    <section className="sheet" aria-labelledby="case-fee">
      <details open={heavy || undefined}>
        <summary>
          <h2 id="case-fee">信息处理费</h2>
        </summary>
        {feeNotice === null ? null : <Noticed notice={feeNotice} />}
        {fee === null || feeNotice !== null ? null : <Proposal caseId={caseId} fee={fee} />}
        {fee === null ? null : <Cites fee={fee} />}
      </details>
    </section>
  )
}

function Noticed({ notice }: { notice: FeeNotice }) {
  return (
    <>
      <p className={notice.state === 'overdue' ? 'warning' : ''}>{notice.sentence}</p>
      <dl className="facts">
        <Entry label="收费通知">
          {notice.number} <DayText on={notice.noticedOn} />
        </Entry>
        <Entry label="计收">{notice.reckoning}</Entry>
        <Entry label="收费理由">{notice.why}</Entry>
        <Entry label="送达">
          <DayText on={notice.servedOn} />
        </Entry>
        <Entry label="缴费期限">
          <DayText on={notice.payBy} />
        </Entry>
      </dl>
    </>
  )
}

function Proposal({ caseId, fee }: { caseId: string; fee: FeeProposal }) {
  return (
    <>
      <p className="tight">{fee.ladder}。</p>
      <PageFee caseId={caseId} />
    </>
  )
}

const Cites = ({ fee }: { fee: FeeProposal }) => (
  <p className="note">
    {fee.cites.map((cited) => (
      <CitedPlace key={cited.place} cited={cited} />
    ))}
  </p>
)

const isCount = (text: string): boolean => /^\d{1,6}$/.test(text.trim())

/** What the pages to be handed out would cost: a reckoning, nothing is kept. */
function PageFee({ caseId }: { caseId: string }) {
  const { organ } = useStanding()
  const [typed, type] = useState('')
  const pages = typed.trim()
  const path = `/api/organs/${organ.organId}/requests/${caseId}/fee-proposal?pages=${pages}`
  const query = useQuery({
    queryKey: [organ.organId, 'fee', caseId, pages],
    queryFn: () => call<FeeProposal>('GET', path),
    enabled: isCount(typed),
  })
  const yuan = query.data?.pageYuan ?? null
  return (
    <div className="page-fee">
      <label htmlFor="fee-pages">按量计收的，拟提供多少页（A4 单面）</label>
      <Input
        id="fee-pages"
        inputMode="numeric"
        autoComplete="off"
        suffix="页"
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      <span role="status">
        {typed !== '' && !isCount(typed) ? '请填写页数，只写整数' : ''}
        {isCount(typed) && yuan !== null ? (yuan === 0 ? '不收费' : `可以收取${yuan}元`) : ''}
      </span>
      {query.isError ? <ProblemAlert error={query.error} /> : null}
    </div>
  )
}
