import { offerView } from '#duties/requests/offer-view.ts'
import { offerOf } from '#duties/requests/rules/offer.ts'
import { sayProblem } from '#duties/requests/rules/problems.ts'
import type { Role } from '#law/roles.ts'
import { caseIdFrom } from '#platform/ledger/case-id.ts'
import type { StepAsk, StepOffer } from '#platform/ledger/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { decideDecision, decisionBars } from '../rules/decisions/decide.ts'
import {
  type Decision,
  decisionStatuses,
  decisionStatusOf,
  foldDecision,
} from '../rules/decisions/decision.ts'
import { stepOfFact } from '../rules/decisions/facts.ts'
import { type DecisionRefusal, refusedDecision, sayDecisionRefusal } from '../rules/decisions/refusals.ts'
import { type DecisionStepName, decisionStepNames, decisionStepOf } from '../rules/decisions/steps.ts'
import { decisionLines, wayOf } from '../rules/decisions/way.ts'
import type { DecisionDone, DecisionEntry, DecisionView } from './contract.ts'
import { decisionFacts, recordDecision, wasRecorded } from './store.ts'
import type { DecisionRow } from './tables.ts'

/** Who records: the person, and the roles held at the organ. */
export interface Clerk {
  personId: string
  roles: readonly Role[]
}

export type DecisionDeskAnswer =
  | ({ kind: 'done' } & DecisionDone)
  | { kind: 'invalid'; errors: { field: string; message: string }[] }
  | DecisionRefusal

interface Taking {
  organId: string
  decisionId: string
  step: DecisionStepName
  sent: StepAsk
  clerk: Clerk
}

/** The id of the decision that a form opens: the same form sent twice opens it once. */
export const decisionIdOf = (organId: string, askId: string): string =>
  caseIdFrom(`decisions ${organId} ${askId}`)

/** Records a step of a major decision, or says why not; somebody else's step in between is never written over. */
export async function takeDecisionStep(
  platform: Platform,
  { organId, decisionId, step, sent, clerk }: Taking,
): Promise<DecisionDeskAnswer> {
  const facts = await decisionFacts(platform.db, organId, decisionId)
  if (await wasRecorded(platform.db, organId, decisionId, sent.askId))
    return { kind: 'done', decisionId, seq: facts.length }
  const calendar = await platform.calendarFor(organId)
  const context = { today: platform.today(), calendar, roles: clerk.roles }
  const answer = decideDecision(step, foldDecision(facts), sent.ask, context)
  if (answer.kind === 'refused') return answer
  if (answer.kind === 'invalid')
    return {
      kind: 'invalid',
      errors: answer.problems.map((problem) => ({ field: problem.field, message: sayProblem(problem) })),
    }
  const { fact, happenedOn } = answer
  const at = platform.now().toISOString()
  const { askId, seenSeq } = sent
  const whole = { organId, decisionId, askId, seenSeq, fact, happenedOn, by: clerk.personId, at }
  const seq = await platform.db.transaction().execute((tx) => recordDecision(tx, whole))
  return seq === undefined ? refusedDecision('movedOn') : { kind: 'done', decisionId, seq }
}

/** A row as lists show it. */
export const entryOf = (row: DecisionRow): DecisionEntry => ({
  decisionId: row.decision_id,
  title: row.title,
  drafter: row.drafter,
  listedOn: row.listed_on,
  opinionsFrom: row.opinions_from,
  opinionsUntil: row.opinions_until,
  publishedOn: row.published_on,
  endedOn: row.ended_on,
})

/** The button of a step with its entries, and why not where it cannot be pressed. */
export function decisionOffer(
  step: DecisionStepName,
  d: Decision | undefined,
  context: Parameters<typeof decisionBars>[2],
): StepOffer {
  const row = decisionStepOf(step)
  const refusal = decisionBars(step, d, context)
  const said = refusal && { ...refusal, sentence: sayDecisionRefusal(refusal) }
  return offerView(offerOf(step, { ...row, cites: [row.cites] }, { refusal: said }))
}

async function namesOf({ db }: Platform, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['person_id', 'name'])
    .where('person_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.name]))
}

/** A major decision as the organ's people see it; undefined where that organ has no such decision. */
export async function decisionView(
  platform: Platform,
  organId: string,
  decisionId: string,
  roles: readonly Role[],
): Promise<DecisionView | undefined> {
  const facts = await decisionFacts(platform.db, organId, decisionId)
  const d = foldDecision(facts)
  if (!d) return undefined
  const today = platform.today()
  const names = await namesOf(platform, [...new Set(facts.map((fact) => fact.recordedBy))])
  return {
    decisionId,
    organId,
    title: d.title,
    drafter: d.drafter,
    seq: d.seq,
    statusLabel: decisionStatuses[decisionStatusOf(d, today)],
    way: wayOf(d).map(({ label, on, waived }) => ({ label, on, waived })),
    timeline: facts.map(({ seq, happenedOn, recordedAt, recordedBy, fact }) => ({
      seq,
      type: fact.type,
      label: decisionStepOf(stepOfFact(fact)).label,
      happenedOn,
      recordedAt,
      by: names.get(recordedBy) ?? '',
      lines: decisionLines(stepOfFact(fact), fact.said),
      files: [],
    })),
    offers: decisionStepNames
      .filter((step) => step !== 'list')
      .map((step) => decisionOffer(step, d, { roles, today })),
  }
}
