import { heldBy } from '#platform/console/page.ts'
import { useStanding } from '#platform/console/session.tsx'
import { readsApplicant } from '../case-roles.ts'
import type { CaseView } from '../contract.ts'
import { letters } from '../rules/letters.ts'
import { type PaperKind, paperKinds } from '../rules/papers.ts'

const mayTakeAway = heldBy(...readsApplicant)

// The fact that makes a paper useful.
const after: Record<PaperKind, string> = {
  reviewSheet: 'drafted',
  serviceRecord: 'decided',
}

/** Papers to print and the whole case to take away, for those who need the applicant's particulars. */
export function PackageLink({ view }: { view: CaseView }) {
  const { organ } = useStanding()
  if (!mayTakeAway(organ.roles)) return null
  const root = `/api/organs/${view.organId}/requests/${view.caseId}`
  const happened = new Set(view.timeline.map(({ type }) => type))
  const papers = paperKinds.filter((kind) => happened.has(after[kind]))
  return (
    <details className="papers">
      <summary>表单和档案包</summary>
      <ul>
        {papers.map((kind) => (
          <li key={kind}>
            <a href={`${root}/papers/${kind}`} download>
              {letters[kind].title}
            </a>
          </li>
        ))}
        <li>
          <a href={`${root}/archive-package`} download>
            档案包（全部文书、证据、台账）
          </a>
        </li>
      </ul>
    </details>
  )
}
