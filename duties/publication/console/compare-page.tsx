import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { Link, useLocation } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { Comparison } from '../contract-desk.ts'
import { useComparison } from './api.ts'
import './publication.css'

/** 版本对照: what was taken out and put in between two texts of an item. */
export function ComparePage({ params: { itemId = '' } }: ScreenProps) {
  const { organ } = useStanding()
  const { query } = useLocation()
  const compared = useComparison(itemId, Number(query.get('from')), Number(query.get('to')))
  return (
    <>
      <PageHead
        title="版本对照"
        actions={<Link to={`/${organ.organId}/publication/${itemId}`}>返回这条信息</Link>}
      />
      <Answered query={compared}>{(comparison) => <Compared comparison={comparison} />}</Answered>
    </>
  )
}

const signs = { same: '', gone: '删去', new: '新增' } as const

function Compared({ comparison: { before, after, fields, lines } }: { comparison: Comparison }) {
  return (
    <section className="sheet" aria-label="对照">
      <p className="tight">
        由{before.label}（{before.on}，{before.by}）到{after.label}（{after.on}，{after.by}）
      </p>
      {fields.length === 0 ? null : (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">原来</th>
              <th scope="col">现在</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.label}>
                <th scope="row">{field.label}</th>
                <td>{field.before || '（空）'}</td>
                <td>{field.after || '（空）'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ol className="compared">
        {lines.map(({ how, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
          <li key={index} className={how}>
            <span>{signs[how]}</span>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
