import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { newId } from '#platform/console/id.ts'
import { LongText } from '#platform/console/long-text.tsx'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import type { FindingShown, ItemView } from '../contract-desk.ts'
import { useItemSending } from './api.ts'
import { leadTo } from './places.ts'

interface Shown {
  view: ItemView
  findings: readonly FindingShown[]
  /** Saves what is on the screen first; gives the last fact then. */
  before(): Promise<number | undefined>
  mayMend: boolean
  mayOverride: boolean
}

const isOpen = ({ severity, overridden }: FindingShown): boolean =>
  severity === 'blocks' && overridden === null

/** How findings are mended: what is on the screen is saved first. */
function useMending(view: ItemView, before: Shown['before']) {
  const { mend } = useItemSending(view.itemId)
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const { message } = App.useApp()
  const run = async (mends: Mending[]) => {
    setBusy(true)
    setError(undefined)
    try {
      const seenSeq = (await before()) ?? view.seq
      await mend({ askId: newId(), seenSeq, mends })
      void message.success('已改正，请核对')
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, error }
}

interface Mending {
  key: string
  mend: string
}

/** 发布前检查: every finding with its place, what to do, and who passed it over and why. */
export function GatePanel({ view, findings, before, mayMend, mayOverride }: Shown) {
  const { run, busy, error } = useMending(view, before)
  const open = findings.filter(isOpen)
  const masks = findings.filter((one) => one.overridden === null && one.mends.length > 0)
  const first = (one: FindingShown) => ({ key: one.key, mend: one.mends[0]?.mend ?? '' })
  return (
    <section className="sheet gate" aria-labelledby="gate-head">
      <h2 id="gate-head">
        发布前检查 {findings.length === 0 ? null : <span className="count">{open.length}</span>}
      </h2>
      <p className="tight" role="status">
        {headline(findings, open.length)}
      </p>
      {error === undefined ? null : <ProblemAlert error={error} />}
      {mayMend && masks.length > 1 ? (
        <Button loading={busy} onClick={() => void run(masks.map(first))}>
          能自动改正的全部改正（{masks.length}处）
        </Button>
      ) : null}
      <ul className="findings">
        {findings.map((one) => (
          <li key={one.key} className={isOpen(one) ? 'open' : ''}>
            <FindingLine one={one} />
            <FindingActions one={one} mayMend={mayMend} busy={busy} run={run} />
            {mayOverride && one.overridden === null ? (
              <OverrideForm view={view} finding={one} before={before} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ActionsShown {
  one: FindingShown
  mayMend: boolean
  busy: boolean
  run(mends: Mending[]): Promise<void>
}

function FindingActions({ one, mayMend, busy, run }: ActionsShown) {
  const mends = mayMend && one.overridden === null ? one.mends : []
  return (
    <div className="finding-actions">
      <Button size="small" onClick={() => leadTo(one)}>
        查看位置
      </Button>
      {mends.map(({ mend, label }) => (
        <Button key={mend} size="small" loading={busy} onClick={() => void run([{ key: one.key, mend }])}>
          {label}
        </Button>
      ))}
    </div>
  )
}

function headline(findings: readonly FindingShown[], open: number): string {
  if (findings.length === 0) return '没有发现问题。'
  if (open === 0) return '没有需要处理的问题，可以送审、发布。'
  return `还有${open}处没有处理，处理以前不能送审和发布。`
}

const partLabels: Readonly<Record<string, string>> = { title: '标题', summary: '内容概述', body: '正文' }

function FindingLine({ one }: { one: FindingShown }) {
  const where = one.fileName === null ? (partLabels[one.part] ?? '') : `附件“${one.fileName}”`
  return (
    <>
      <p className="tight">
        <strong>{one.label}</strong>
        {one.severity === 'warns' ? <span className="note">（提醒）</span> : null} {where}
        {one.place}
        <CitedPlace cited={one.cites} />
      </p>
      {one.excerpt === '' ? null : <blockquote>{one.excerpt}</blockquote>}
      {one.overridden === null ? (
        <p className="note tight">{one.howToMend}</p>
      ) : (
        <p className="passed tight">
          {one.overridden.by}放行：{one.overridden.reason}
        </p>
      )}
    </>
  )
}

interface OverrideShown {
  view: ItemView
  finding: FindingShown
  before(): Promise<number | undefined>
}

function OverrideForm({ view, finding, before }: OverrideShown) {
  const { step } = useItemSending(view.itemId)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [askId] = useState(newId)
  const send = async () => {
    setError(undefined)
    try {
      const seenSeq = (await before()) ?? view.seq
      await step('overrideFinding', { askId, seenSeq, ask: { key: finding.key, reason } })
    } catch (caught) {
      setError(caught)
    }
  }
  return (
    <details>
      <summary>写明理由后放行</summary>
      <Form layout="vertical" onFinish={() => void send()}>
        {error === undefined ? null : <ProblemAlert error={error} />}
        <LongText label={`放行理由：${finding.label}`} rows={2} value={reason} onChange={setReason} />
        <Button htmlType="submit" disabled={reason.trim() === ''}>
          放行
        </Button>
      </Form>
    </details>
  )
}
