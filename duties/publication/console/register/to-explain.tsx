import { Button } from 'antd'
import { DayText } from '#platform/console/day-text.tsx'
import { newId } from '#platform/console/id.ts'
import { Link, navigate } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { mayDraft } from '../rights.ts'
import { useRegister } from './api.ts'
import './register.css'

/** So many stand at the desk; the rest in the register. */
const most = 10

/** In the inbox of whoever drafts: documents that were released and of which nobody has begun an interpretation. */
export function ToExplain() {
  const { organ } = useStanding()
  return mayDraft(organ.roles) ? <Documents /> : null
}

function Documents() {
  const { organ } = useStanding()
  const page = useRegister({ view: 'unexplained', mine: true }).data?.pages[0]
  const rows = page?.rows ?? []
  if (page === undefined || rows.length === 0) return null
  const explain = (itemId: string) =>
    navigate(`/${organ.organId}/publication/${newId()}?new=1&explains=${itemId}`)
  const count = page.next === null ? String(rows.length) : `${rows.length}以上`
  return (
    <section className="sheet" aria-labelledby="explain-head">
      <h2 id="explain-head">待解读的文件（{count}件）</h2>
      <ul className="to-explain">
        {rows.slice(0, most).map(({ itemId, title, registerNumber, interpretationDueOn: on }) => (
          <li key={itemId}>
            <Link to={`/${organ.organId}/publication/${itemId}`}>{title}</Link>
            <span className="note">{registerNumber}</span>
            {on === null ? null : (
              <span className={on < page.today ? 'late' : 'note'}>
                解读期限 <DayText on={on} />
              </span>
            )}
            <Button size="small" aria-label={`撰写解读：${title}`} onClick={() => explain(itemId)}>
              撰写解读
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > most ? (
        <p className="tight">
          <Link to={`/${organ.organId}/register?view=unexplained`}>其余见规范性文件登记簿</Link>
        </p>
      ) : null}
    </section>
  )
}
