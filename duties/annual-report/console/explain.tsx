import { Button, Input } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '#platform/console/problem-alert.tsx'
import type { FindingView } from '../contract.ts'
import { useReportSteps } from './api.ts'
import { mayTake, useSheet } from './sheet.ts'

/** 说明理由: the reason of a finding, and where it may be written, its form. It holds while the figures do. */
export function Explain({ finding }: { finding: FindingView }) {
  const { view } = useSheet()
  const [isOpen, setOpen] = useState(false)
  const known = view.explanations.find((each) => each.fingerprint === finding.fingerprint)
  if (finding.severity === 'blocks') return null
  return (
    <>
      {known === undefined ? null : <p className="tight">理由：{known.words}</p>}
      {mayTake(view, 'explain') && !isOpen ? (
        <button type="button" className="to-cell" onClick={() => setOpen(true)}>
          {known === undefined ? '说明理由' : '修改理由'}
        </button>
      ) : null}
      {isOpen ? <Words finding={finding} first={known?.words ?? ''} done={() => setOpen(false)} /> : null}
    </>
  )
}

interface WordsShown {
  finding: FindingView
  first: string
  done(): void
}

function Words({ finding, first, done }: WordsShown) {
  const { view } = useSheet()
  const steps = useReportSteps(view)
  const [words, setWords] = useState(first)
  const save = () =>
    steps.mutate([{ step: 'explain', ask: { fingerprint: finding.fingerprint, words } }], { onSuccess: done })
  return (
    <div>
      <Input.TextArea
        aria-label={`${finding.name}的理由`}
        value={words}
        className="grows"
        rows={2}
        onChange={(event) => setWords(event.target.value)}
      />
      {steps.error === null ? null : <ProblemAlert error={steps.error} />}
      <Button
        size="small"
        type="primary"
        onClick={save}
        loading={steps.isPending}
        disabled={words.trim() === ''}
      >
        保存理由
      </Button>
    </div>
  )
}
