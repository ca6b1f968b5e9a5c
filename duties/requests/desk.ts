import type { StepAsk } from '#platform/ledger/contract.ts'
import { read } from '#platform/ledger/ledger.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { factsOf } from './case-ground.ts'
import type { FieldError } from './contract.ts'
import { caseNumber } from './intake-facts.ts'
import type { Issued } from './issue-letter.ts'
import { proofFileErrors } from './proofs.ts'
import { inTransaction, MovedOn, recordStep } from './record.ts'
import { decide } from './rules/decide.ts'
import { type Problem, tellProblem } from './rules/problems.ts'
import { type Refusal, refused } from './rules/refusals.ts'
import { fold } from './rules/request.ts'
import type { Done, NewFact, OtherCase, StepContext } from './rules/step.ts'
import type { StepName } from './rules/steps.ts'
import { sayWarning } from './rules/warnings.ts'
import { passWishesOn } from './wishes.ts'

/** What the desk answers: done, a refusal of the law or the case, or entries that are wrong. */
export type DeskAnswer<T> =
  | ({ kind: 'done' } & T)
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'invalid'; errors: FieldError[] }

export const errorsOf = (problems: readonly Problem[]): FieldError[] =>
  problems.map((problem) => ({ field: problem.field, message: tellProblem(problem) }))

export interface Taken {
  seq: number
  warnings: string[]
  letter: Issued | null
}

/** The step of whoever `context` says, in one transaction with everything that follows from it. */
export async function takeStep(
  platform: Platform,
  organId: string,
  caseId: string,
  step: StepName,
  { askId, seenSeq, ask }: StepAsk,
  context: StepContext,
): Promise<DeskAnswer<Taken>> {
  const before = await factsOf(platform, organId, caseId)
  const c = fold(before)
  if (!c) return { kind: 'refused', refusal: refused('notFound') }
  if (await isRecorded(platform, organId, caseId, askId))
    return { kind: 'done', seq: c.seq, warnings: [], letter: null }
  if (c.seq !== seenSeq) return { kind: 'refused', refusal: refused('changedMeanwhile') }
  const answer = decide(step, c, before, ask, context)
  if (answer.kind === 'invalid') return { kind: 'invalid', errors: errorsOf(answer.problems) }
  if (answer.kind === 'refused') return { kind: 'refused', refusal: answer }
  const proof = answer.facts.map(({ fact }) => fact).find((fact) => fact.type === 'proofAdded')
  const errors = proof ? await proofFileErrors(platform.db, { organId, caseId }, proof) : []
  if (errors.length > 0) return { kind: 'invalid', errors }
  const given = { calendar: context.calendar, settings: context.settings, today: context.today }
  const whole = { organId, caseId, askId, by: context.by, before, given, step: answer }
  try {
    const letter = await inTransaction(platform, async (tx) => recordWhole(tx, platform, whole))
    const seq = c.seq + answer.facts.length
    return { kind: 'done', seq, warnings: answer.warnings.map(sayWarning), letter }
  } catch (fault) {
    if (fault instanceof MovedOn) return { kind: 'refused', refusal: refused('changedMeanwhile') }
    throw fault
  }
}

const isRecorded = async (
  platform: Platform,
  organId: string,
  caseId: string,
  askId: string,
): Promise<boolean> => (await read(platform.db, organId, caseId)).some((row) => row.ask_id === askId)

type Whole = Omit<Parameters<typeof recordStep>[2], 'facts' | 'letter'> & { step: Done }

// The case and, where a step splits it, the new cases: all or nothing. Numbers are taken before any row is written,
// as registering does, so that two transactions never wait for each other.
async function recordWhole(
  tx: Parameters<typeof recordStep>[0],
  platform: Platform,
  { step, ...rest }: Whole,
): Promise<Issued | null> {
  const others: OtherCase[] = []
  for (const other of step.others ?? [])
    others.push({ ...other, facts: await numbered(tx, rest, other.facts) })
  const { facts, letter, sheets } = step
  const recorded = await recordStep(tx, platform, { ...rest, facts, letter, sheets })
  if (recorded.kind === 'movedOn') throw new MovedOn()
  for (const other of others) await recordStep(tx, platform, { ...rest, ...other, before: [] })
  if (others.length > 0) {
    const into = others.map(({ caseId }) => caseId)
    await passWishesOn(tx, platform, rest, into)
  }
  return recorded.kind === 'recorded' ? recorded.letter : null
}

// A case split off has a number of its own and opens with the query code of the first (一事一申请).
async function numbered(
  tx: Parameters<typeof recordStep>[0],
  { organId, caseId, given }: Omit<Whole, 'step'>,
  facts: Done['facts'],
): Promise<Done['facts']> {
  const organ = await organById(tx, organId, given.today)
  if (!organ) throw new Error(`no organ ${organId}`)
  const result: NewFact[] = []
  for (const each of facts) {
    const { fact } = each
    if (!('intake' in fact) || !fact.intake) result.push(each)
    else {
      const number = await caseNumber(tx, organ, fact.intake.kind, each.happenedOn)
      result.push({ ...each, fact: { ...fact, intake: { ...fact.intake, number, splitFrom: caseId } } })
    }
  }
  return result
}
