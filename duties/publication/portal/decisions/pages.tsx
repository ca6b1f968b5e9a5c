import type { Organ } from '#platform/organs/contract.ts'
import { otherColumn } from '#platform/pages/columns.ts'
import type { Frame } from '#platform/pages/frame.ts'
import { Page } from '#platform/pages/page.tsx'
import { addressWith, Pager } from '#platform/pages/pager.tsx'
import { sectionName } from '#platform/pages/sections.ts'
import { type Day, daysBetween, inChinese } from '#time/day.ts'
import { decisionAddress, decisionFeedPath, decisionListPath, decisionsPath } from '../../addresses.ts'
import {
  type Decision,
  decisionStatuses,
  decisionStatusOf,
  isOpenForOpinions,
  lastOf,
} from '../../rules/decisions/decision.ts'
import { decisionStepOf } from '../../rules/decisions/steps.ts'
import { decisionLines, type Stage, wayOf } from '../../rules/decisions/way.ts'
import { ListWays } from '../list-ways.tsx'

/** A decision as the public list shows it. */
export interface ListedDecision {
  decisionId: string
  organCode: string
  organName: string
  title: string
  drafter: string
  listedOn: Day
  opinionsUntil: Day | null
  publishedOn: Day | null
  endedOn: Day | null
}

interface ListProps {
  frame: Frame
  today: Day
  open: readonly ListedDecision[]
  rows: readonly ListedDecision[]
  next: string | null
  after: string
}

const about = '重大行政决策事项目录、正在征求的意见、每一项决策走到哪一步'

/** 重大行政决策: what is open for opinions with its last day, then all of the catalogue. */
export function DecisionsPage({ frame, today, open, rows, next, after }: ListProps) {
  return (
    <Page
      frame={frame}
      section="items"
      title="重大行政决策"
      meta={{ level: 'list', column: otherColumn('重大行政决策', about) }}
      trail={[{ label: sectionName('items'), address: '/items' }]}
      feed={decisionFeedPath}
      description={about}
    >
      <h1>重大行政决策</h1>
      {after === '' && (
        <section aria-labelledby="open-now">
          <h2 id="open-now">正在征求意见</h2>
          {open.length === 0 ? (
            <p class="quiet">目前没有正在征求意见的事项。</p>
          ) : (
            <List rows={open} today={today} />
          )}
        </section>
      )}
      <section aria-labelledby="all-decisions">
        <h2 id="all-decisions">决策事项目录</h2>
        {rows.length === 0 ? (
          <p class="quiet">{after ? '后面没有更多事项了。' : '尚无决策事项。'}</p>
        ) : (
          <List rows={rows} today={today} />
        )}
      </section>
      <Pager
        first={after ? decisionsPath : null}
        next={next === null ? null : addressWith(decisionsPath, { after: next })}
      />
      <ListWays feed={decisionFeedPath} data={decisionListPath} />
    </Page>
  )
}

function List({ rows, today }: { rows: readonly ListedDecision[]; today: Day }) {
  return (
    <ul class="items">
      {rows.map((row) => (
        <li key={row.decisionId}>
          <a href={decisionAddress(row)}>{row.title}</a>
          <time dateTime={row.listedOn}>{row.listedOn}</time>
          <p class="under">
            <span>{row.organName}</span>
            <span>承办单位：{row.drafter}</span>
            <Standing row={row} today={today} />
          </p>
        </li>
      ))}
    </ul>
  )
}

function Standing({ row, today }: { row: ListedDecision; today: Day }) {
  if (row.publishedOn) return <span>{inChinese(row.publishedOn)}公布</span>
  if (row.endedOn) return <span>{inChinese(row.endedOn)}终止</span>
  if (!row.opinionsUntil || row.opinionsUntil < today) return <span>办理中</span>
  const left = daysBetween(today, row.opinionsUntil)
  return (
    <strong class="weighty-text">
      {inChinese(row.opinionsUntil)}截止{left === 0 ? '（今天）' : `（还有${left}日）`}
    </strong>
  )
}

interface DecisionProps {
  frame: Frame
  organ: Organ
  decision: Decision
  today: Day
}

/** One major decision: where it stands on its way, what was asked of the public and what became of it. */
export function DecisionPage({ frame, organ, decision, today }: DecisionProps) {
  const asked = lastOf(decision, 'openSolicitation')
  return (
    <Page
      frame={frame}
      section="items"
      title={decision.title}
      meta={{ level: 'list', column: otherColumn(decision.title, `重大行政决策：${decision.title}`) }}
      trail={[
        { label: sectionName('items'), address: '/items' },
        { label: '重大行政决策', address: decisionsPath },
      ]}
    >
      <h1>{decision.title}</h1>
      <p class="quiet">
        {organ.name}；承办单位：{decision.drafter}；{decisionStatuses[decisionStatusOf(decision, today)]}
      </p>
      {asked && isOpenForOpinions(decision, today) && (
        <p class="note weighty">
          现在可以提出意见，{inChinese(String(asked.said.until) as Day)}截止。途径：{String(asked.said.how)}
        </p>
      )}
      <h2>走到哪一步</h2>
      <ol class="way">
        {wayOf(decision)
          .filter(({ step }) => decisionStepOf(step).told !== '')
          .map((stage) => (
            <StageLine key={stage.step} stage={stage} decision={decision} />
          ))}
      </ol>
    </Page>
  )
}

// What the public is told of a step beyond its day: who spoke in a meeting is not of it.
const toldEntries = {
  list: ['drafter', 'basis'],
  openSolicitation: ['until', 'how', 'shortened'],
  closeSolicitation: ['received', 'adopted', 'explanation'],
  holdHearing: ['participants', 'report'],
  publish: ['item', 'channels', 'adoption'],
  evaluate: ['report'],
  end: ['reason'],
} as const satisfies Partial<Record<Stage['step'], readonly string[]>>

function StageLine({ stage, decision }: { stage: Stage; decision: Decision }) {
  const { step, on, waived } = stage
  const { told } = decisionStepOf(step)
  const taken = lastOf(decision, step)
  const names: readonly string[] = Object.hasOwn(toldEntries, step)
    ? toldEntries[step as keyof typeof toldEntries]
    : []
  const said = taken
    ? Object.fromEntries(Object.entries(taken.said).filter(([name]) => names.includes(name)))
    : {}
  return (
    <li class={on ? 'done' : waived ? 'waived' : undefined}>
      <strong>{told}</strong>{' '}
      {on ? (
        <time dateTime={on}>{inChinese(on)}</time>
      ) : (
        <span class="quiet">{waived ? '不适用' : '尚未'}</span>
      )}
      {waived && <p class="under">{waived}</p>}
      {decisionLines(step, said).map(({ label, text }) => (
        <p class="under" key={label}>
          {label}：{text}
        </p>
      ))}
    </li>
  )
}
