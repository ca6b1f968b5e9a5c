import { decideDecision } from '#duties/publication/rules/decisions/decide.ts'
import { foldDecision } from '#duties/publication/rules/decisions/decision.ts'
import type { RecordedDecision } from '#duties/publication/rules/decisions/facts.ts'
import { type DecisionStepName, decisionStepOf } from '#duties/publication/rules/decisions/steps.ts'
import { plusDays } from '#time/day.ts'
import { adopted, type ScriptStep, underWay } from './decisions/scripts.ts'
import type { Item, Span } from './items.ts'
import { holderOf, type Staff } from './staff.ts'

/** A major decision of a government, every step taken by the rules. */
export interface ToldDecision {
  readonly organId: string
  readonly key: string
  readonly facts: readonly RecordedDecision[]
}

/** The document that a decided matter came out as: the newest rule of the government that is old enough. */
const decidedDocument = (items: readonly Item[], { today }: Pick<Span, 'today'>): Item | undefined =>
  items.findLast(
    ({ kind, status, publishedAt }) =>
      kind === 'normative' && status === 'published' && (publishedAt ?? '') < `${plusDays(today, -120)}T`,
  )

function told(staff: Staff, key: string, steps: readonly ScriptStep[], { calendar }: Span): ToldDecision {
  const facts: RecordedDecision[] = []
  for (const { step, on, ask } of steps) {
    const [role] = decisionStepOf(step as DecisionStepName).roles
    if (!role) throw new Error(`nobody takes ${step}`)
    const context = { today: on, calendar, roles: [role] }
    const answer = decideDecision(step, foldDecision(facts), { on, ...ask }, context)
    if (answer.kind !== 'done') throw new Error(`${key} ${step}: ${JSON.stringify(answer)}`)
    const { fact, happenedOn } = answer
    const recordedBy = holderOf(staff, role)
    facts.push({ seq: facts.length + 1, happenedOn, recordedAt: `${on}T07:00:00.000Z`, recordedBy, fact })
  }
  return { organId: staff.organ.organId, key, facts }
}

/** 国令第713号: of each county's government a matter open for opinions and one decided, told through the rules. */
export function decisionsOf(staff: Staff, items: readonly Item[], span: Span): ToldDecision[] {
  const { organ } = staff
  if (organ.kind !== 'government' || organ.level !== 'county') return []
  const document = decidedDocument(items, span)
  return [
    told(staff, 'underWay', underWay(organ, span.today), span),
    ...(document ? [told(staff, 'adopted', adopted(organ, document), span)] : []),
  ]
}
