import { citedOf } from '#law/citation.ts'
import { CitedPlace } from '#platform/console/case/cited-place.tsx'
import { DayText } from '#platform/console/day-text.tsx'
import { Entry } from '#platform/console/entry.tsx'
import { Link } from '#platform/console/router.tsx'
import { useStanding } from '#platform/console/session.tsx'
import type { CaseView } from '../contract.ts'
import { articles } from '../rules/articles.ts'
import { idKindLabels, intakeFields } from '../rules/intake.ts'
import './desk-lists.css'

const helpCite = citedOf(articles.help)

const idKindLabel = (kind: string): string =>
  Object.entries(idKindLabels).find(([each]) => each === kind)?.[1] ?? kind

/** What was asked, by whom, and how it is to be given. */
export function CaseFacts({ view }: { view: CaseView }) {
  return (
    <section className="sheet" aria-labelledby="case-facts">
      <h2 id="case-facts">申请内容</h2>
      <p className="asked">{view.description}</p>
      <dl className="facts">
        <Entry label="收到日">
          <DayText on={view.receivedOn} />
        </Entry>
        <Entry label="提出方式">{view.channelLabel}</Entry>
        <Entry label="形式要求">
          {view.formWantedLabel}，{view.wayWantedLabel}
        </Entry>
        {view.help === null ? null : (
          <Entry label={intakeFields.help.label}>
            <strong>{view.help}</strong>
            <CitedPlace cited={helpCite} />
          </Entry>
        )}
        <ApplicantEntries view={view} />
      </dl>
      <Linked view={view} />
    </section>
  )
}

function ApplicantEntries({ view: { applicant, categoryLabel } }: { view: CaseView }) {
  if (applicant === null) return <Entry label="申请人">{categoryLabel}（您的角色不需要查看身份信息）</Entry>
  const reach = [applicant.telephone, applicant.email, applicant.address].filter((each) => each !== '')
  return (
    <>
      <Entry label="申请人">
        {applicant.name}（{categoryLabel}）
      </Entry>
      {applicant.representative ? <Entry label="代表人或联系人">{applicant.representative}</Entry> : null}
      {applicant.agent ? <Entry label="代理人">{applicant.agent}</Entry> : null}
      <Entry label="身份证明">
        {idKindLabel(applicant.idKind)} {applicant.idNumber}
      </Entry>
      <Entry label="联系方式">
        {reach.map((each) => (
          <div key={each}>{each}</div>
        ))}
      </Entry>
    </>
  )
}

function Linked({ view }: { view: CaseView }) {
  const { organ } = useStanding()
  if (view.linked.length === 0) return null
  return (
    <>
      <h3>相关申请</h3>
      <ul>
        {view.linked.map((other) => (
          <li key={other.caseId}>
            {other.how}：
            <Link to={`/${organ.organId}/requests/${other.caseId}`}>
              {other.number} {other.title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
