import { type CaseDesk, CaseDeskContext } from '#platform/console/case/desk.ts'
import { StepForm } from '#platform/console/case/step-form.tsx'
import type { ScreenProps } from '#platform/console/page.ts'
import { PageHead } from '#platform/console/page-head.tsx'
import { navigate } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import { Answered } from '#platform/console/states.tsx'
import type { Opening } from '#platform/ledger/contract.ts'
import { nothingMore, useBegin, useOpening } from './api.ts'

/** 登记复议、诉讼: the notice that reached the organ opens a case. */
export function OpenRemedyPage(_: ScreenProps) {
  const query = useOpening()
  return <Answered query={query}>{({ offer }) => <OpenForm offer={offer} />}</Answered>
}

const none: ReadonlySet<string> = new Set()

function OpenForm({ offer }: Opening) {
  const { organ } = useStanding()
  const begin = useBegin()
  const root = `/${organ.organId}/remedies`
  const desk: CaseDesk = {
    name: 'remedy',
    seq: 0,
    timeline: [],
    offers: [offer],
    besides: none,
    weighty: none,
    send: async (_, ask) => {
      const { caseId } = await begin.mutateAsync(ask)
      navigate(`${root}/${caseId}`, 'replace')
      return nothingMore
    },
    upload: () => Promise.reject(new Error('a case that is not yet open keeps no files')),
    fileAddress: () => '',
  }
  return (
    <CaseDeskContext value={desk}>
      <PageHead title={offer.label} note={offer.law} />
      <div className="sheet narrow-form">
        <StepForm offer={offer} done={() => {}} />
      </div>
    </CaseDeskContext>
  )
}
