import { Checkbox } from 'antd'
import { type ReactElement, useRef, useState } from 'react'
import { type CaseDesk, CaseDeskContext } from '#platform/console/case/desk.ts'
import { NextSteps } from '#platform/console/case/steps.tsx'
import { CaseTimeline } from '#platform/console/case/timeline.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import type { PlainField } from '#platform/console/plain-field.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { ItemView } from '../contract-desk.ts'
import { useItem, useItemSending } from './api.ts'
import { DraftForm } from './draft-form.tsx'
import { GatePanel } from './gate-panel.tsx'
import { DueLine, Stages } from './item-facts.tsx'
import { KeptCheck } from './kept-check.tsx'
import { Parties } from './parties.tsx'
import { Withdrawn } from './proof.tsx'
import { RemarksInput } from './remarks-input.tsx'
import { besides, elsewhere, weighty } from './step-weights.ts'
import { TextShown } from './text-shown.tsx'
import { Versions } from './versions.tsx'
import './publication.css'

/** 一条信息: the text at hand, what the gate says of it, what may be done; or an empty form for a new one. */
export function ItemPage({ params: { itemId = '' } }: ScreenProps) {
  const isNew = useLocation().query.has('new')
  return <OneItem key={itemId} itemId={itemId} isNew={isNew} />
}

function OneItem({ itemId, isNew }: { itemId: string; isNew: boolean }) {
  const { organ } = useStanding()
  const [beganNew] = useState(isNew)
  const [born, setBorn] = useState(!isNew)
  const query = useItem(itemId, born)
  const onBorn = () => {
    setBorn(true)
    navigate(`/${organ.organId}/publication/${itemId}`, 'replace')
  }
  // The form stands before the item does, and stays where it is once the first words are kept.
  if (beganNew) return <Item itemId={itemId} view={query.data} onBorn={onBorn} />
  return <Answered query={query}>{(view) => <Item itemId={itemId} view={view} onBorn={onBorn} />}</Answered>
}

interface Shown {
  itemId: string
  view: ItemView | undefined
  onBorn(): void
}

const mayTake = (view: ItemView | undefined, step: string): boolean =>
  view?.offers.some((offer) => offer.step === step && offer.allowed) ?? false

function Item({ itemId, view, onBorn }: Shown) {
  const saver = useRef<(() => Promise<number | undefined>) | null>(null)
  const before = async () => saver.current?.()
  const desk = useDesk(itemId, view, before)
  const isForm = view === undefined || mayTake(view, 'edit')
  return (
    <CaseDeskContext value={desk}>
      <PageHead
        title={view?.title ?? '拟稿'}
        note={
          view === undefined ? '填写标题、正文、成文日期和栏目；其余都有默认值。' : <HeadLine view={view} />
        }
      />
      {view === undefined ? null : (
        <a className="to-steps" href="#case-steps">
          去办理下一步
        </a>
      )}
      <div className="case-columns">
        <div>
          {view === undefined ? null : <Above view={view} />}
          {isForm ? (
            // A text that was mended or taken back is another text: the form begins anew with it.
            <DraftForm key={formKey(view)} itemId={itemId} view={view} onBorn={onBorn} saver={saver} />
          ) : null}
          {view === undefined ? null : <Below view={view} isForm={isForm} desk={desk} />}
        </div>
        {view === undefined ? null : <Beside view={view} before={before} mayMend={isForm} />}
      </div>
    </CaseDeskContext>
  )
}

interface BesideShown {
  view: ItemView
  before(): Promise<number | undefined>
  mayMend: boolean
}

function Beside({ view, before, mayMend }: BesideShown) {
  const gate = view.findings ? (
    <GatePanel
      view={view}
      findings={view.findings}
      before={before}
      mayMend={mayMend}
      mayOverride={mayTake(view, 'overrideFinding')}
    />
  ) : null
  return (
    <div>
      {hasOpenFindings(view) ? gate : null}
      <NextSteps />
      {hasOpenFindings(view) ? null : gate}
      <Parties view={view} before={before} />
    </div>
  )
}

// What stops the text stands first.
const hasOpenFindings = (view: ItemView): boolean =>
  view.findings?.some(({ severity, overridden }) => severity === 'blocks' && overridden === null) ?? false

// Edits of one's own keep the form; a mended, returned or amended text changes what it was made from.
const formKey = (view: ItemView | undefined): string => {
  if (view === undefined) return 'draft'
  const changes = view.timeline.filter(
    ({ type }) => type !== 'edited' && type !== 'noted' && type !== 'drafted' && type !== 'partiesNamed',
  )
  return changes.length === 0 ? 'draft' : `draft ${changes.length}`
}

function useDesk(
  itemId: string,
  view: ItemView | undefined,
  before: () => Promise<number | undefined>,
): CaseDesk {
  const sending = useItemSending(itemId)
  return {
    name: itemId,
    seq: view?.seq ?? 0,
    timeline: view?.timeline ?? [],
    offers: view?.offers.filter(({ step }) => !elsewhere.has(step)) ?? [],
    besides,
    weighty,
    send: async (step, ask) => {
      const seenSeq = (await before()) ?? ask.seenSeq
      const { warnings } = await sending.step(step, { ...ask, seenSeq })
      return { warnings, letter: null }
    },
    upload: () => Promise.reject(new Error('no files in steps')),
    fileAddress: sending.fileAddress,
    input: (field) => (view === undefined ? undefined : inputOf(view, field)),
  }
}

function inputOf(view: ItemView, field: PlainField): ReactElement | undefined {
  if (field.kind === 'remarks') return <RemarksInput paragraphs={view.paragraphs} />
  if (field.name !== 'checked') return undefined
  const options = (field.choices ?? []).map(({ value, label }) => ({ value, label }))
  return <Checkbox.Group className="stacked" options={options} />
}

function OtherChannels({ itemId }: { itemId: string }) {
  const { organ } = useStanding()
  return <Link to={`/${organ.organId}/channels?item=${itemId}`}>其他渠道</Link>
}

function HeadLine({ view }: { view: ItemView }) {
  return (
    <>
      <span className="status">{view.stageLabel}</span> {view.indexNumber} · 拟稿：{view.draftedBy}
      {view.waitingFor === '' ? null : ` · 等待${view.waitingFor}办理`}
      {view.address === null || view.withdrawal !== null ? null : (
        <>
          {' · '}
          <a href={view.address} target="_blank" rel="noreferrer">
            查看公开页面
          </a>
          {' · '}
          <OtherChannels itemId={view.itemId} />
        </>
      )}
    </>
  )
}

function Above({ view }: { view: ItemView }) {
  return (
    <>
      <section className="sheet" aria-label="期限和审核">
        <DueLine due={view.due} />
        <Stages view={view} />
        {view.reason === null ? null : <p className="tight">修改理由：{view.reason}</p>}
      </section>
      {view.remarks.length === 0 ? null : (
        <section className="sheet" aria-labelledby="remarks-head">
          <h2 id="remarks-head">退回的意见</h2>
          <ul className="tight-list">
            {view.remarks.map(({ paragraph, remark, by }) => (
              <li key={`${paragraph} ${remark}`}>
                第{paragraph}段：{remark}（{by}）
              </li>
            ))}
          </ul>
        </section>
      )}
      {view.keptCheck === null ? null : <KeptCheck check={view.keptCheck} />}
      {view.withdrawal === null ? null : <Withdrawn withdrawal={view.withdrawal} />}
      {view.withheld === null ? null : (
        <section className="sheet" aria-label="不主动公开">
          <p className="tight">
            依据：{view.withheld.ground}。{view.withheld.words}
          </p>
          <p className="tight">下次评估：{view.withheld.reviewOn}</p>
        </section>
      )}
    </>
  )
}

function Below({ view, isForm, desk }: { view: ItemView; isForm: boolean; desk: CaseDesk }) {
  const { working, shown } = view
  return (
    <>
      {working !== null && !isForm ? (
        <TextShown view={view} content={working} title="送审的稿件" fileAddress={desk.fileAddress} />
      ) : null}
      {shown === null ? null : (
        <TextShown
          view={view}
          content={shown}
          title={view.withdrawal === null ? '公开的页面' : '撤下前的定稿（仅内部留存）'}
          fileAddress={desk.fileAddress}
        />
      )}
      <Versions view={view} />
      <section className="sheet" aria-labelledby="case-timeline">
        <h2 id="case-timeline">办理经过</h2>
        <CaseTimeline />
      </section>
    </>
  )
}
