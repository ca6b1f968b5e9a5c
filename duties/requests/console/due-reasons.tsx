import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { type Day, inChinese } from '#time/day.ts'
import type { CaseView, DueView } from '../contract.ts'

/** Why the day is that day, step by step with its articles, and the other days to keep. */
export function DueReasons({ due, limits }: { due: DueView; limits: CaseView['limits'] }) {
  return (
    <div className="due-reasons">
      {due.because.length === 0 ? null : (
        <details>
          <summary>这个日期是怎么算出来的</summary>
          <ol>
            {due.because.map((reason) => (
              <li
                key={`${reason.code} ${reason.from ?? ''} ${reason.to ?? ''}`}
                className={reason.warns ? 'warning' : ''}
              >
                {reason.sentence}
                {reason.cites === undefined ? null : <CitedPlace cited={reason.cites} />}
              </li>
            ))}
          </ol>
        </details>
      )}
      {limits.length === 0 ? null : (
        <ul className="limits">
          {limits.map((limit) => (
            <li key={limit.code}>
              {limit.label}：<time dateTime={limit.on}>{inChinese(limit.on as Day)}</time>
              {limit.provisional ? '（暂定）' : ''}
              {limit.cites === undefined ? null : <CitedPlace cited={limit.cites} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
