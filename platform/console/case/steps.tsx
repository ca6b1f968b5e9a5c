import { useEffect, useRef, useState } from 'react'
import type { StepOffer } from '#platform/ledger/contract.ts'
import { CitedPlace } from './cited-place.tsx'
import { type CaseDone, useCaseDesk } from './desk.ts'
import { NotNow } from './not-now.tsx'
import { StepForm } from './step-form.tsx'
import './steps.css'

interface Done {
  label: string
  done: CaseDone
}

/** 下一步: what the role may do now, each with its article; what it may not, grey with the reason. */
export function NextSteps() {
  const { offers, besides } = useCaseDesk()
  const [open, setOpen] = useState<string | null>(null)
  const [last, setLast] = useState<Done | null>(null)
  const isShown = (offer: StepOffer) => offer.allowed || offer.step === open
  const now = offers.filter(isShown)
  const [first, others] = [
    now.filter(({ step }) => !besides.has(step)),
    now.filter(({ step }) => besides.has(step)),
  ]
  const list = (listed: readonly StepOffer[]) => (
    <ul className="now">
      {listed.map((offer) => (
        <li key={offer.step} className={offer.step === open ? 'open' : ''}>
          <StepHead
            offer={offer}
            isOpen={offer.step === open}
            toggle={() => setOpen(toggled(open, offer.step))}
          />
          {offer.step === open ? <StepForm offer={offer} done={record(offer)} /> : null}
        </li>
      ))}
    </ul>
  )
  const record = (offer: StepOffer) => (done: CaseDone) => {
    setLast({ label: offer.label, done })
    setOpen(null)
  }
  return (
    <section className="sheet steps" aria-labelledby="case-steps">
      <h2 id="case-steps">下一步</h2>
      {last === null ? null : <DoneNote last={last} />}
      {first.length === 0 ? <p className="note">现在没有等您办理的步骤。</p> : list(first)}
      {others.length === 0 ? null : <h3>随时可办</h3>}
      {list(others)}
      <NotNow offers={offers.filter((offer) => !isShown(offer))} />
    </section>
  )
}

const toggled = (open: string | null, step: string): string | null => (open === step ? null : step)

interface HeadShown {
  offer: StepOffer
  isOpen: boolean
  toggle(): void
}

function StepHead({ offer, isOpen, toggle }: HeadShown) {
  return (
    <>
      <button type="button" className="step" aria-expanded={isOpen} onClick={toggle}>
        {offer.label}
      </button>
      <p className="law">
        {offer.law}
        {offer.cites === undefined ? null : <CitedPlace cited={offer.cites} />}
      </p>
    </>
  )
}

function DoneNote({ last }: { last: Done }) {
  const { fileAddress } = useCaseDesk()
  const { letter, warnings } = last.done
  const note = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew for each step done
  useEffect(() => note.current?.focus(), [last])
  return (
    <div className="done-note" role="status" tabIndex={-1} ref={note}>
      <p className="tight">已记录：{last.label}。</p>
      {letter === null ? null : (
        <p className="tight">
          文书 {letter.number}：
          <a href={fileAddress(letter.fileId)} download={letter.name}>
            下载{letter.name}
          </a>
        </p>
      )}
      {warnings.map((warning) => (
        <p className="warning" key={warning}>
          {warning}
        </p>
      ))}
    </div>
  )
}
