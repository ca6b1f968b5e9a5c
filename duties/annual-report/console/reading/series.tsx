import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Nothing } from '#platform/console/states.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { Series } from '../../corpus/contract.ts'
import { queryOf } from './api.ts'
import { Plot } from './plot.tsx'

/** A cell of one organ over the years, and whether its consecutive reports carry over. */
export function SeriesView({ series }: { series: Series }) {
  const { organ } = useStanding()
  const { points, carried, cell } = series
  if (points.length === 0) return <Nothing>没有读过这个机关的报告。</Nothing>
  const to = (readId: string) => `/${organ.organId}/reading/report/${readId}${queryOf({ cell })}`
  const label = `${series.organName}历年${series.name}`
  return (
    <>
      <Plot bars={points.map(({ year, ...point }) => ({ label: String(year), ...point }))} />
      <WideTable label={label}>
        <table className="list" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col">{series.unit === 'money' ? '万元' : '数量'}</th>
              <th scope="col">同上年报告的衔接</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ year, readId, shown }) => (
              <tr key={year}>
                <th scope="row">
                  <Link to={to(readId)}>{`${year}年`}</Link>
                </th>
                <td>{shown}</td>
                <td className="wraps">
                  <Carried pair={carried.find((each) => each.year === year)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="note">同一年度读过几份的，取最近读入的一份。</p>
    </>
  )
}

function Carried({ pair }: { pair: Series['carried'][number] | undefined }) {
  if (pair === undefined) return <span className="note">没有上年的报告</span>
  if (pair.sentences.length === 0) return '衔接'
  return (
    <ul className="tight-list">
      {pair.sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
