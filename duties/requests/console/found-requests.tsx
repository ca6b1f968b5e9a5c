import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered, Nothing } from '#platform/console/states.tsx'
import { useQueue } from './api.ts'
import { CaseLine } from './case-line.tsx'
import { addressOf, type List } from './queue-list.ts'
import './cases-list.css'

const most = 10

/** The requests of the organ that hold the words; the first of them, and where to find the rest. */
export function FoundRequests({ words }: { words: string }) {
  const { organ } = useStanding()
  const list: List = { view: 'all', q: words }
  const query = useQueue(list)
  return (
    <section aria-labelledby="found-requests">
      <h2 id="found-requests">申请</h2>
      <Answered query={query}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0) return <Nothing>没有找到含“{words}”的申请。</Nothing>
          return (
            <>
              <ul className="pile sheet">
                {rows.slice(0, most).map((row) => (
                  <CaseLine key={row.caseId} row={row} />
                ))}
              </ul>
              {rows.length > most ? (
                <Link to={addressOf(organ.organId, list)}>查看找到的全部申请</Link>
              ) : null}
            </>
          )
        }}
      </Answered>
    </section>
  )
}
