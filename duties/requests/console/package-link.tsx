import { heldBy } from '#platform/console/page.ts'
import { useStanding } from '#platform/console/session.tsx'
import { readsApplicant } from '../case-roles.ts'
import type { CaseView } from '../contract.ts'

const mayTakeAway = heldBy(...readsApplicant)

/** 下载档案包: the whole case as it stands, for those who need the applicant's particulars. */
export function PackageLink({ view }: { view: CaseView }) {
  const { organ } = useStanding()
  if (!mayTakeAway(organ.roles)) return null
  return (
    <a href={`/api/organs/${view.organId}/requests/${view.caseId}/archive-package`} download>
      下载档案包
    </a>
  )
}
