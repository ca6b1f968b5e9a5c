import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#platform/console/api.ts'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import { type Day, inChinese } from '#time/day.ts'
import { figureLabels, type Supervision } from '../contract-supervision.ts'
import { daysText, Figures } from './figures.tsx'
import { FrequentApplicants } from './frequent-applicants.tsx'
import { addressOf } from './queue-list.ts'
import { maySeeRequests } from './rights.ts'
import { SortHead, type Sorting } from './sort-head.tsx'
import { SupervisionTabs } from './supervision-tabs.tsx'
import { TakeOut } from './take-out.tsx'
import './supervision.css'

/** 督办: what is due and overdue at the organ and in whose hands, how long answers take, who asks often. */
export function SupervisionPage(_: ScreenProps) {
  const { organ } = useStanding()
  const path = `/api/organs/${organ.organId}/request-supervision`
  const query = useQuery({
    queryKey: [organ.organId, 'supervision'],
    queryFn: () => call<Supervision>('GET', path),
    refetchInterval: 60_000,
  })
  const today = query.data?.today
  return (
    <>
      <PageHead
        title="督办"
        note={today === undefined ? '' : `${organ.name}，截至${inChinese(today as Day)}`}
      />
      <SupervisionTabs />
      <Answered query={query}>{(found) => <Own found={found} />}</Answered>
    </>
  )
}

function Own({ found }: { found: Supervision }) {
  const { organ } = useStanding()
  const mayOpen = maySeeRequests(organ.roles)
  const at = (list: Parameters<typeof addressOf>[1]) => addressOf(organ.organId, list)
  const { today } = found
  const open = {
    open: at({ view: 'open', kind: 'request' }),
    overdue: at({ view: 'overdue', kind: 'request' }),
    dueToday: at({ view: 'open', kind: 'request', dayOf: 'due', from: today, until: today }),
    soon: at({ view: 'soon', kind: 'request' }),
    suggestions: `/${organ.organId}/requests/suggestions`,
  }
  return (
    <>
      <section className="sheet" aria-labelledby="figures-head">
        <h2 id="figures-head">本机关</h2>
        <Figures totals={found.totals} {...(mayOpen ? { open } : {})} />
        <p className="note">{offersText(found)}</p>
      </section>
      {found.byWhom === null ? null : <ByWhom rows={found.byWhom} year={found.year} />}
      {found.frequent === null ? null : <FrequentApplicants frequent={found.frequent} year={found.year} />}
    </>
  )
}

const offersText = ({ offers, year }: Supervision): string =>
  offers.shown === 0
    ? `${year}年填写申请时还没有人看到过推荐的已公开信息。`
    : `${year}年填写申请时推荐已公开信息${offers.shown}次，其中${offers.answered}次解答了疑问，没有再提申请。`

type Row = NonNullable<Supervision['byWhom']>[number]
type Key = Exclude<keyof Row, 'person'> | 'name'

const nameOf = ({ person }: Row): string => person?.name ?? '未分办'

const keys: readonly Key[] = ['name', 'open', 'overdue', 'dueToday', 'soon', 'completed', 'completionDays']
const columns = keys.map((key) => ({ key, title: key === 'name' ? '承办人' : figureLabels[key] }))

const compare = new Intl.Collator('zh-CN', { numeric: true }).compare

// What was not counted stands last, whichever way.
function inOrder(rows: readonly Row[], sorting: Sorting<Key> | null): readonly Row[] {
  if (sorting === null) return rows
  const { key, down } = sorting
  const way = down ? -1 : 1
  return rows.toSorted((one, other) => {
    if (key === 'name') return compare(nameOf(one), nameOf(other)) * way
    const [a, b] = [one[key], other[key]]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return (a - b) * way
  })
}

function ByWhom({ rows, year }: { rows: readonly Row[]; year: number }) {
  const { organ } = useStanding()
  const [sorting, sort] = useState<Sorting<Key> | null>(null)
  return (
    <section className="sheet" aria-labelledby="by-whom">
      <div className="head-line">
        <h2 id="by-whom">由谁承办</h2>
        <TakeOut from={`/api/organs/${organ.organId}/request-supervision/export?`} what="各承办人办理情况" />
      </div>
      {rows.length === 0 ? (
        <Nothing>没有在办的申请，{year}年也还没有办结的。</Nothing>
      ) : (
        <WideTable label="各承办人办理情况">
          <table className="list counts">
            <thead>
              <tr>
                {columns.map(({ key, title }) => (
                  <SortHead key={key} title={title} by={key} sorting={sorting} sort={sort} />
                ))}
              </tr>
            </thead>
            <tbody>
              {inOrder(rows, sorting).map((row) => (
                <Holder key={row.person?.personId ?? ''} row={row} />
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </section>
  )
}

function Holder({ row }: { row: Row }) {
  const { organ } = useStanding()
  const list = { view: 'open', kind: 'request', assignee: row.person?.personId ?? 'none' } as const
  return (
    <tr>
      <th scope="row">
        <Link to={addressOf(organ.organId, list)}>{nameOf(row)}</Link>
      </th>
      <td>{row.open}</td>
      <td className={row.overdue > 0 ? 'heavy' : ''}>{row.overdue}</td>
      <td>{row.dueToday}</td>
      <td>{row.soon}</td>
      <td>{row.completed}</td>
      <td>{daysText(row.completionDays)}</td>
    </tr>
  )
}
