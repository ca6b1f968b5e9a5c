import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { DayText } from '#platform/console/day-text.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Nothing } from '#platform/console/states.tsx'
import type { Frequent, Supervision } from '../contract-supervision.ts'

type Shown = { frequent: NonNullable<Supervision['frequent']>; year: number }

/** 申请较多的申请人: figures without a name, and what was asked and weighed under 第三十五条. */
export function FrequentApplicants({ frequent: { from, cites, applicants }, year }: Shown) {
  return (
    <section className="sheet" aria-labelledby="frequent">
      <h2 id="frequent">申请较多的申请人</h2>
      <p className="note">
        {year}年提出{from}件以上的，不显示姓名。是否要求说明理由，由本机关逐件决定。
        <CitedPlace cited={cites} />
      </p>
      {applicants.length === 0 ? (
        <Nothing>没有这样的申请人。</Nothing>
      ) : (
        <ul className="frequent">
          {applicants.map((one) => (
            <li key={one.lastCaseId}>
              <Applicant one={one} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Applicant({ one }: { one: Frequent }) {
  const { organ } = useStanding()
  return (
    <>
      <p className="tight">
        <strong>{one.cases}件</strong>，一个月内最多{one.mostInMonth}件，内容相同的{one.sameThing}
        件；最近一件：
        <Link to={`/${organ.organId}/requests/${one.lastCaseId}`}>{one.lastNumber}</Link>
      </p>
      {one.reasons.length === 0 ? (
        <p className="note">没有要求说明过理由。</p>
      ) : (
        <ul>
          {one.reasons.map((reason) => (
            <li key={reason.number}>
              <DayText on={reason.askedOn} />在{reason.number}中要求说明理由：{reason.figures}。
              {judged(reason)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function judged({ answered, reasonable, why }: Frequent['reasons'][number]): string {
  const heard = answered ? '申请人已说明' : '申请人没有说明'
  if (reasonable === null) return `${heard}，本机关尚未判断。`
  return `${heard}，本机关认为理由${reasonable ? '合理' : '不合理'}：${why ?? ''}`
}
