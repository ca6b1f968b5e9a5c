import { DayText } from '#platform/console/day-text.tsx'
import { WideTable } from '#platform/console/wide-table.tsx'
import type { RemedyView } from '../contract.ts'

/** The evidence list that the request gives by itself: what, of which day, and what it proves. */
export function Evidence({ evidence }: Pick<RemedyView, 'evidence'>) {
  if (evidence.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="evidence-head">
      <h2 id="evidence-head">证据目录（由所涉申请的案卷生成）</h2>
      <WideTable label="证据目录">
        <table className="list">
          <thead>
            <tr>
              <th scope="col">证据</th>
              <th scope="col">日期</th>
              <th scope="col">证明事项</th>
            </tr>
          </thead>
          <tbody>
            {evidence.map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity, and do not move
              <tr key={index}>
                <td className="wraps">{each.name}</td>
                <td>
                  <DayText on={each.on} />
                </td>
                <td className="wraps">{each.proves}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  )
}
