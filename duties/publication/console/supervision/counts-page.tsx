import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { DayText } from '#platform/console/day-text.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, navigate, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import { axisNames, belowLabels } from '#platform/organs/contract.ts'
import type {
  CountedOrgansQuery,
  CountedQuery,
  CountScope,
  PublicationCounts,
} from '../../channels/contract.ts'
import { channelLabel } from '../../rules/channels/channels.ts'
import { countsRoot, useCounted, useCountedOrgans, useCounts } from './api.ts'
import { maySeeInspectionBelow } from './rights.ts'
import { InspectionTabs } from './tabs.tsx'
import { TakeOut } from './take-out.tsx'
import './supervision.css'

const months = Array.from({ length: 12 }, (_, at) => at)
const monthOf = (year: number, month: number): string => `${year}-${String(month + 1).padStart(2, '0')}`

/** 公开数量: how much went out by channel, kind and month; every figure opens to what it counted. */
export function CountsPage(_: ScreenProps) {
  const { organ } = useStanding()
  const { query: asked } = useLocation()
  const scope = scopeOf(asked.get('scope'))
  const query = useCounts(asked.get('year') ?? '', scope)
  const root = `/${organ.organId}/supervision/publication/counts`
  const [channel, month] = [asked.get('channel'), asked.get('month')]
  const kind = asked.get('kind')
  return (
    <>
      <PageHead
        title="公开检查"
        note="各渠道公开数量，供年度报告使用；点开数字可以看到计入了哪些信息。已撤下和作废的不计。"
        actions={
          query.data ? (
            <TakeOut
              from={`${countsRoot(organ.organId)}/export?year=${query.data.year}&scope=${scope}&`}
              what="公开数量"
            />
          ) : null
        }
      />
      <InspectionTabs />
      <Answered query={query}>{(counts) => <Counted counts={counts} root={root} scope={scope} />}</Answered>
      {channel && month ? <Figure {...{ channel, month, scope }} {...(kind ? { kind } : {})} /> : null}
    </>
  )
}

interface Shown {
  counts: PublicationCounts
  root: string
  scope: CountScope
}

const scopeOf = (asked: string | null): CountScope =>
  asked === 'region' || asked === 'vertical' ? asked : 'own'

const scopes = [
  { value: 'own', label: '本机关' },
  ...axisNames.map((axis) => ({ value: axis, label: `本机关和下级，${belowLabels[axis]}` })),
]

function Counted({ counts, root, scope }: Shown) {
  const { organ } = useStanding()
  const to = (year: number, next: string) => navigate(`${root}?year=${year}&scope=${next}`)
  return (
    <>
      <div className="inspection-filters">
        <Select
          aria-label="年份"
          options={counts.years.map((year) => ({ value: year, label: `${year}年` }))}
          value={counts.year}
          onChange={(year: number) => to(year, scope)}
        />
        {maySeeInspectionBelow(organ.roles) ? (
          <Select
            aria-label="统计范围"
            options={scopes}
            value={scope}
            onChange={(next: string) => to(counts.year, next)}
          />
        ) : null}
      </div>
      {counts.rows.length === 0 ? (
        <Nothing>{counts.year}年没有公开过信息。</Nothing>
      ) : (
        <>
          <Plot months={counts.months} />
          <CountTable counts={counts} root={root} scope={scope} />
        </>
      )}
    </>
  )
}

// Hidden from screen readers: the table beneath says the same.
function Plot({ months: values }: { months: readonly number[] }) {
  const most = Math.max(1, ...values)
  return (
    <svg className="month-bars" viewBox="0 0 600 150" aria-hidden="true" focusable="false">
      {values.map((value, at) => {
        const height = (value / most) * 100
        return (
          <g key={months[at]}>
            <rect x={at * 50 + 10} y={120 - height} width={30} height={height} />
            <text x={at * 50 + 25} y={114 - height}>
              {value === 0 ? '' : value}
            </text>
            <text x={at * 50 + 25} y={140}>
              {at + 1}月
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function CountTable({ counts, root, scope }: Shown) {
  const { year } = counts
  const to = (channel: string, kind: string, month: number): string =>
    `${root}?${new URLSearchParams({ year: String(year), scope, channel, kind, month: monthOf(year, month) })}`
  return (
    <WideTable label={`${year}年各渠道公开数量`}>
      <table className="list counts">
        <thead>
          <tr>
            <th scope="col">渠道</th>
            <th scope="col">体裁</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {month + 1}月
              </th>
            ))}
            <th scope="col">合计</th>
            <th scope="col">超期公开</th>
          </tr>
        </thead>
        <tbody>
          {counts.rows.map((row) => (
            <tr key={`${row.channel} ${row.kind}`}>
              <th scope="row">{row.channelLabel}</th>
              <td className="words">{row.kindLabel}</td>
              {months.map((month) => (
                <td key={month}>
                  {row.months[month] ? (
                    <Link to={to(row.channel, row.kind, month)}>{row.months[month]}</Link>
                  ) : (
                    ''
                  )}
                </td>
              ))}
              <td>{row.items}</td>
              <td className={row.late > 0 ? 'heavy' : ''}>{row.late === 0 ? '' : row.late}</td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">合计</th>
            <td />
            {months.map((month) => (
              <td key={month}>{counts.months[month] === 0 ? '' : counts.months[month]}</td>
            ))}
            <td>{counts.rows.reduce((sum, row) => sum + row.items, 0)}</td>
            <td>{counts.rows.reduce((sum, row) => sum + row.late, 0)}</td>
          </tr>
        </tbody>
      </table>
    </WideTable>
  )
}

/** What a figure counted: the items of the organ, or over several organs how much of it each has. */
function Figure({ scope, ...asked }: CountedQuery & { scope: CountScope }) {
  return scope === 'own' ? <Opened {...asked} /> : <OpenedOrgans {...asked} scope={scope} />
}

function OpenedFigure({
  channel,
  month,
  children,
}: Pick<CountedQuery, 'channel' | 'month'> & { children: ReactNode }) {
  return (
    <section className="sheet" aria-labelledby="opened-head">
      <h2 id="opened-head">
        {channelLabel(channel)}，{month}
      </h2>
      {children}
    </section>
  )
}

function OpenedOrgans(asked: CountedOrgansQuery) {
  const query = useCountedOrgans(asked)
  return (
    <OpenedFigure {...asked}>
      <Answered query={query}>
        {({ rows }) => (
          <ul className="findings">
            {rows.map(({ organId, name, items, address }) => (
              <li key={organId}>
                <div className="finding">
                  {address === '' ? (
                    <span>{name}</span>
                  ) : (
                    <a href={address} target="_blank" rel="noreferrer">
                      {name}
                    </a>
                  )}
                  <span>{items}条</span>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </OpenedFigure>
  )
}

function Opened(asked: CountedQuery) {
  const query = useCounted(asked)
  return (
    <OpenedFigure {...asked}>
      <Answered query={query}>
        {({ pages }) => (
          <ul className="findings">
            {pages
              .flatMap(({ rows }) => rows)
              .map((row) => (
                <li key={`${row.on} ${row.address} ${row.title}`}>
                  <div className="finding">
                    <DayText on={row.on} />
                    {row.address === '' ? (
                      <span>{row.title}</span>
                    ) : (
                      <a href={row.address} target="_blank" rel="noreferrer">
                        {row.title}
                      </a>
                    )}
                    {row.place === '' ? null : <span className="note">{row.place}</span>}
                  </div>
                </li>
              ))}
          </ul>
        )}
      </Answered>
      {query.hasNextPage ? <Button onClick={() => void query.fetchNextPage()}>继续显示</Button> : null}
    </OpenedFigure>
  )
}
