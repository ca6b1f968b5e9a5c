import type { Transaction } from 'kysely'
import { type Problem, sayProblem } from '#duties/requests/rules/problems.ts'
import { rowByNumber, rowOf } from '#duties/requests/store.ts'
import type { Role } from '#law/roles.ts'
import type { Database } from '#platform/database/schema.ts'
import { keepSealed } from '#platform/files/sealed.ts'
import { caseIdFrom } from '#platform/ledger/case-id.ts'
import type { StepAsk } from '#platform/ledger/contract.ts'
import { append, read } from '#platform/ledger/ledger.ts'
import type { Platform } from '#platform/platform.ts'
import type { RemedyAsk, RemedyDone } from './contract.ts'
import { projectRemedy } from './projection.ts'
import { decideRemedy, type NewRemedyFact } from './rules/decide.ts'
import type { RemedyRefusal } from './rules/refusals.ts'
import { foldRemedy } from './rules/remedy.ts'
import type { RemedyStepName } from './rules/steps.ts'
import { duty, recordedOf, remedyFacts, saveRemedyRow } from './store.ts'

/** Who records: the person, and the roles held at the organ. */
export interface Clerk {
  personId: string
  roles: readonly Role[]
}

export type RemedyDeskAnswer =
  | ({ kind: 'done' } & RemedyDone)
  | { kind: 'notFound' }
  | { kind: 'movedOn' }
  | { kind: 'invalid'; errors: { field: string; message: string }[] }
  | RemedyRefusal

interface ToRecord {
  organId: string
  caseId: string
  askId: string
  seenSeq: number
  facts: readonly NewRemedyFact[]
  by: string
}

const wrong = (problems: readonly Problem[]): RemedyDeskAnswer => ({
  kind: 'invalid',
  errors: problems.map((problem) => ({ field: problem.field, message: sayProblem(problem) })),
})

const unknownRequest: RemedyDeskAnswer = {
  kind: 'invalid',
  errors: [{ field: 'requestId', message: '本机关没有这个编号的申请，请核对；不针对某一件申请的，不填' }],
}

/** Opens a remedy (第五十一条); the same form sent twice opens it once. */
export async function beginRemedy(
  platform: Platform,
  organId: string,
  { askId, ask }: RemedyAsk,
  clerk: Clerk,
): Promise<RemedyDeskAnswer> {
  const caseId = caseIdFrom(`remedies ${organId} ${askId}`)
  return take(platform, { organId, caseId, step: 'begin', sent: { askId, seenSeq: 0, ask }, clerk })
}

/** Records a step of a remedy, or says why not. Somebody else's step in between is never written over. */
export async function takeRemedyStep(
  platform: Platform,
  organId: string,
  caseId: string,
  step: RemedyStepName,
  sent: StepAsk,
  clerk: Clerk,
): Promise<RemedyDeskAnswer> {
  if (step === 'begin') return { kind: 'notFound' }
  return take(platform, { organId, caseId, step, sent, clerk })
}

interface Taking {
  organId: string
  caseId: string
  step: RemedyStepName
  sent: StepAsk
  clerk: Clerk
}

async function take(platform: Platform, taking: Taking): Promise<RemedyDeskAnswer> {
  const { organId, caseId, step, sent, clerk } = taking
  const before = await remedyFacts(platform.db, organId, caseId)
  if (step !== 'begin' && before.length === 0) return { kind: 'notFound' }
  const known = await read(platform.db, organId, caseId)
  if (known.some((row) => row.ask_id === sent.askId)) return { kind: 'done', caseId, seq: before.length }
  const ask = await withRequest(platform, organId, sent.ask)
  if (!ask) return unknownRequest
  const context = { today: platform.today(), by: clerk.personId, roles: clerk.roles }
  const answer = decideRemedy(step, foldRemedy(before), ask, context)
  if (answer.kind === 'refused') return answer
  if (answer.kind === 'invalid') return wrong(answer.problems)
  const { askId, seenSeq } = sent
  const whole = { organId, caseId, askId, seenSeq, facts: answer.facts, by: clerk.personId }
  const seq = await platform.db.transaction().execute((tx) => record(tx, platform, whole))
  return seq === undefined ? { kind: 'movedOn' } : { kind: 'done', caseId, seq }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The request is named by its number on the screen and by its id in the fact; undefined where there is none. */
async function withRequest(platform: Platform, organId: string, ask: StepAsk['ask']) {
  const given = ask.requestId
  if (typeof given !== 'string' || given.trim() === '') return ask
  const named = given.trim()
  const row = uuid.test(named)
    ? await rowOf(platform.db, organId, named)
    : await rowByNumber(platform.db, organId, named)
  return row ? { ...ask, requestId: row.case_id } : undefined
}

/** The party's name rests sealed, the fact holds its id. Undefined where somebody was first. */
async function record(
  tx: Transaction<Database>,
  platform: Platform,
  whole: ToRecord,
): Promise<number | undefined> {
  const { organId, caseId } = whole
  const facts: NewRemedyFact[] = []
  for (const each of whole.facts) {
    const { fact } = each
    if (fact.type !== 'begun') facts.push(each)
    else {
      const applicant = await keepSealed(tx, platform.seal, {
        organId,
        caseId,
        value: { name: fact.applicant },
      })
      facts.push({ ...each, fact: { ...fact, applicant } })
    }
  }
  const now = platform.now().toISOString()
  const appended = await append(tx, {
    organId,
    duty,
    caseId,
    seenSeq: whole.seenSeq,
    facts: facts.map(({ fact: { type, ...body }, happenedOn }) => ({ type, happenedOn, body })),
    recordedBy: whole.by,
    recordedAt: now,
    askId: whole.askId,
  })
  if (appended.kind === 'movedOn') return undefined
  const all = (await read(tx, organId, caseId)).map(recordedOf)
  await saveRemedyRow(tx, projectRemedy(organId, caseId, all, now))
  return all.at(-1)?.seq
}

/** A case that somebody changed meanwhile, in the words of the screen. */
export const movedOnWords = '其他人刚刚办理了这个案件，请查看后再提交；您填写的内容没有丢失'
