import { Button, Input } from 'antd'
import { useState } from 'react'
import { nameOfCell } from '#law/report-forms/forms.ts'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import { Link } from '#platform/console/router.tsx'
import { type Day, dayInShanghai, inChinese } from '#time/day.ts'
import type { ReportView } from '../contract.ts'
import { fileAddress, useReportSteps } from './api.ts'
import { elementOf } from './sheet.ts'

const weighty = ['submit', 'publish'] as const

/** 报送、公布: what can be done with the whole report, each with its article, grey with the reason where not. */
export function ReportSteps({ view }: { view: ReportView }) {
  const offers = view.offers.filter((offer) => (weighty as readonly string[]).includes(offer.step))
  return (
    <section className="sheet report-steps" aria-label="办理">
      <Days view={view} />
      <Reminded view={view} />
      <Returned view={view} />
      <Changed view={view} />
      {offers.map((offer) => (
        <Offer key={offer.step} offer={offer} view={view} />
      ))}
      <p className="note">
        下载草稿：
        {['docx', 'xlsx', 'pdf'].map((kind) => (
          <a key={kind} href={fileAddress(view, kind)} download>
            {kind === 'docx' ? 'Word' : kind === 'xlsx' ? 'Excel' : 'PDF'}
          </a>
        ))}
      </p>
      <Ways view={view} />
    </section>
  )
}

/** From here to the merged report of a government, and to the versions published so far. */
function Ways({ view }: { view: ReportView }) {
  const path = `/${view.organId}/reports/${view.year}`
  return (
    <>
      {view.isGovernment ? (
        <p className="note">
          {view.isMerged ? '公布的是汇总报告，' : '本级政府的报告汇总各机关的报告后公布，'}见
          <Link to={`${path}/merged`}>汇总报告</Link>
        </p>
      ) : null}
      {view.version > 0 ? (
        <p className="note">
          <Link to={`${path}/versions`}>已公布第{view.version}版：各版本和更正</Link>
        </p>
      ) : null}
    </>
  )
}

function Offer({ offer, view }: { offer: ReportView['offers'][number]; view: ReportView }) {
  const [correction, setCorrection] = useState('')
  const steps = useReportSteps(view)
  const isCorrection = offer.step === 'publish' && view.version > 0
  const ask = isCorrection ? { correction } : {}
  return (
    <div>
      {isCorrection && offer.allowed ? (
        <Input
          aria-label="更正的理由"
          placeholder="更正的理由"
          value={correction}
          onChange={(event) => setCorrection(event.target.value)}
        />
      ) : null}
      <Button
        type="primary"
        disabled={!offer.allowed}
        loading={steps.isPending}
        onClick={() => steps.mutate([{ step: offer.step, ask }])}
      >
        {offer.label}
      </Button>
      <p className="note">{offer.allowed ? `${offer.law}（${offer.place}）` : offer.refusal}</p>
      {steps.error === null ? null : <ProblemAlert error={steps.error} />}
    </div>
  )
}

/** That the supervising organ is waiting. */
function Reminded({ view }: { view: ReportView }) {
  const last = view.reminders.at(-1)
  if (last === undefined) return null
  return (
    <p className="warning" role="note">
      主管部门已催报{view.reminders.length}次，最近一次是{inChinese(dayInShanghai(last.at))}：{last.words}
    </p>
  )
}

/** Why the report came back: the reason in all, and at each cell. */
function Returned({ view }: { view: ReportView }) {
  if (view.returned === null) return null
  return (
    <div className="returned" role="note">
      <h2>退回修改</h2>
      <p className="tight">{view.returned.reason}</p>
      <ul className="tight-list">
        {view.returned.cells.map(({ cell, reason }) => (
          <li key={cell}>
            <button
              type="button"
              className="to-cell"
              onClick={() => document.getElementById(elementOf(cell))?.focus()}
            >
              {nameOfCell(cell)}
            </button>
            ：{reason}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Until when: the law's day, and the earlier days of a notice from above. */
function Days({ view }: { view: ReportView }) {
  const { lawfulOn, notice } = view.days
  if (lawfulOn === '') return null
  return (
    <p className="tight">
      条例规定的最后一日：{inChinese(lawfulOn as Day)}。
      {notice === null
        ? null
        : `${notice.organName}通知：${inChinese(notice.submitOn as Day)}前报送，${inChinese(notice.publishOn as Day)}前公布。${notice.words}`}
    </p>
  )
}

/** What the ledger gives otherwise than what was handed in or published; a correction takes it over. */
function Changed({ view }: { view: ReportView }) {
  if (view.changed.length === 0) return null
  return (
    <details className="changed">
      <summary>台账此后有变化，涉及{view.changed.length}格；要采用新的数字，请退回或者更正后重新报送</summary>
      <ul className="tight-list">
        {view.changed.map(({ cell, name, was, now }) => (
          <li key={cell}>
            {name}：{was} → {now}
          </li>
        ))}
      </ul>
    </details>
  )
}
