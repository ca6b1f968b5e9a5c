import { DayText, minuteInChinese } from '#platform/console/day-text.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { mayKeepInspection } from '#platform/console/settings-tabs.tsx'
import { Answered } from '#platform/console/states.tsx'
import { type Day, inChinese } from '#time/day.ts'
import { dayWords } from '../../rules/supervision/indicators.ts'
import type { Finding, IndicatorShown, Inspection } from '../../supervision/contract.ts'
import { useInspection } from './api.ts'
import { RemindButton } from './remind-form.tsx'
import { ReminderList } from './reminders.tsx'
import { mayRemind } from './rights.ts'
import { InspectionTabs } from './tabs.tsx'
import './supervision.css'

/** 本机关自查: every indicator of the inspection with what fails it, the very page, and the last day. */
export function OwnInspectionPage(_: ScreenProps) {
  const { organ } = useStanding()
  return <Inspected organId={organ.organId} />
}

/** The same of an organ below, with a reminder one click from each finding. */
export function LowerInspectionPage({ params: { lowerId = '' } }: ScreenProps) {
  return <Inspected organId={lowerId} />
}

function Inspected({ organId }: { organId: string }) {
  const query = useInspection(organId)
  const { organName = '', today } = query.data ?? {}
  const note = today === undefined ? '' : `${organName}，截至${inChinese(today as Day)}。考核前逐项核对。`
  return (
    <>
      <PageHead title="公开检查" note={note} />
      <InspectionTabs />
      <Answered query={query}>{(found) => <Whole found={found} />}</Answered>
    </>
  )
}

const order = { fails: 0, soon: 1, well: 2 } as const

function Whole({ found }: { found: Inspection }) {
  const { organ } = useStanding()
  const isOwn = organ.organId === found.organId
  const shown = found.indicators.toSorted((a, b) => order[a.state] - order[b.state])
  const well = shown.filter(({ state }) => state === 'well')
  return (
    <>
      <Verdict found={found} />
      {found.reminders.length === 0 ? null : (
        <section className="sheet" aria-labelledby="own-reminders">
          <h2 id="own-reminders">督办提醒</h2>
          <ReminderList rows={found.reminders} answers={isOwn && found.mayAnswer} />
        </section>
      )}
      {shown
        .filter(({ state }) => state !== 'well')
        .map((each) => (
          <OneIndicator key={each.indicator} found={found} indicator={each} />
        ))}
      <section className="sheet" aria-labelledby="well-head">
        <h2 id="well-head">没有问题的指标（{well.length}项）</h2>
        <ul className="tight-list">
          {well.map(({ indicator, label, asks, limit }) => (
            <li key={indicator}>
              {label}：{asks}
              {limit === '' ? '' : `（${limit}）`}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Verdict({ found: { vetoes, points, checkedAt } }: { found: Inspection }) {
  const { organ } = useStanding()
  return (
    <section className="sheet" aria-labelledby="verdict-head">
      <h2 id="verdict-head">结论</h2>
      {vetoes.length === 0 ? (
        <p className="tight">没有单项否决的问题。</p>
      ) : (
        <>
          <p className="tight late">有单项否决的问题，按检查指标为不合格：</p>
          <ul className="tight-list">
            {vetoes.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      {points > 0 ? <p className="tight">扣分指标合计扣{points}分。</p> : null}
      <p className="tight note">
        {checkedAt === null
          ? '标准目录、链接和附件每夜检查一次，还没有检查过。'
          : `标准目录、链接和附件上次检查：${minuteInChinese(checkedAt)}。`}
        {mayKeepInspection(organ.roles) ? (
          <Link to={`/${organ.organId}/settings/inspection`}>设定检查期限</Link>
        ) : null}
      </p>
    </section>
  )
}

const stateWords = { fails: '不达标', soon: '即将到期', well: '达标' } as const

function OneIndicator({ found, indicator }: { found: Inspection; indicator: IndicatorShown }) {
  const { label, asks, weightLabel, ground, verified, limit, state, count, findings, more } = indicator
  const id = `indicator-${indicator.indicator}`
  return (
    <section className="sheet" aria-labelledby={id}>
      <h2 id={id}>
        {label}
        <span className={state === 'fails' ? 'state late' : 'state'}>
          {stateWords[state]}
          {count > 0 ? ` ${count}项` : ''}
        </span>
      </h2>
      <p className="tight">
        {asks}
        {limit === '' ? '' : `（${limit}）`}。<span className="note">{`${weightLabel}，${ground}`}</span>
        {verified ? '' : <span className="note">（未核对原文，作设置使用）</span>}
      </p>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={`${finding.about} ${finding.address} ${finding.by}`}>
            <OneFinding finding={finding} dayIs={dayWords(indicator.indicator)} />
            <Remind found={found} indicator={indicator} finding={finding} />
          </li>
        ))}
      </ul>
      {more ? <p className="tight">只列出前100项。</p> : null}
    </section>
  )
}

function OneFinding({
  finding: { about, address, desk, newestWords, newestOn, by, state },
  dayIs,
}: {
  finding: Finding
  dayIs: string
}) {
  return (
    <div className="finding">
      {address === '' ? (
        <span>{about}</span>
      ) : (
        <a href={address} target="_blank" rel="noreferrer">
          {about}
        </a>
      )}
      {newestOn === null ? null : (
        <span className="note">
          {newestWords} <DayText on={newestOn} />
        </span>
      )}
      {by === null ? null : (
        <span className={state === 'fails' ? 'late' : 'note'}>
          {dayIs} <DayText on={by} />
        </span>
      )}
      {desk === '' ? null : <Link to={desk}>去办理</Link>}
    </div>
  )
}

function Remind(asked: { found: Inspection; indicator: IndicatorShown; finding: Finding }) {
  const { organ } = useStanding()
  const { found, ...rest } = asked
  const may = found.mayRemind && organ.organId !== found.organId && mayRemind(organ.roles)
  return may ? <RemindButton inspection={found} {...rest} /> : null
}
