import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Nothing } from '#platform/console/states.tsx'
import type { Ranks } from '../../corpus/contract.ts'
import { queryOf } from './api.ts'
import { Plot } from './plot.tsx'
import { SortedTable } from './sorted-table.tsx'

const spreadNames = ['最小', '下四分位', '中位', '上四分位', '最大'] as const

/** Where the organs stand in one cell of one year, and how the figures spread; the chosen organ is marked. */
export function RanksView({ ranks, organ }: { ranks: Ranks; organ: string }) {
  const { organ: own } = useStanding()
  if (ranks.counted === 0) return <Nothing>{`${ranks.year}年的报告中没有一份这一格有数字。`}</Nothing>
  const to = (readId: string) => `/${own.organId}/reading/report/${readId}${queryOf({ cell: ranks.cell })}`
  const mine = ranks.ranks.find(({ organName }) => organName === organ)
  const without = ranks.without > 0 ? `，另有${ranks.without}份这一格没有数字` : ''
  const place = mine === undefined ? '' : `${organ}第${mine.rank}位。`
  return (
    <>
      <p className="tight">
        {`${ranks.year}年${ranks.name}：${ranks.counted}份有数字${without}。${place}`}
        {spreadNames.map((name, at) => `${name}${ranks.spread[at] ?? ''}`).join('，')}
        {ranks.unit === 'money' ? '（万元）' : ''}。
      </p>
      <Spread ranks={ranks} />
      <SortedTable
        label={`${ranks.year}年${ranks.name}的名次`}
        rows={ranks.ranks}
        columns={[
          { label: '名次', value: ({ rank }) => rank },
          {
            label: '机关',
            value: ({ organName }) => organName,
            draw: ({ organName, readId }) => (
              <Link to={to(readId)}>{organName === organ ? <strong>{organName}</strong> : organName}</Link>
            ),
          },
          {
            label: ranks.unit === 'money' ? '万元' : '数量',
            value: ({ value }) => value,
            draw: ({ shown }) => shown,
          },
        ]}
        keyOf={({ readId }) => readId}
      />
    </>
  )
}

function Spread({ ranks }: { ranks: Ranks }) {
  const bins = ranks.bins.map(({ from, to, reports }) => ({
    label: from === to ? from : `${from}～${to}`,
    reports,
  }))
  return (
    <>
      <Plot bars={bins.map(({ label, reports }) => ({ label, value: reports, shown: String(reports) }))} />
      <details>
        <summary>分布的数据表</summary>
        <SortedTable
          label="分布"
          rows={bins}
          columns={[
            { label: '数值', value: ({ label }) => label },
            { label: '报告份数', value: ({ reports }) => reports },
          ]}
          keyOf={({ label }) => label}
        />
      </details>
    </>
  )
}
