import { readAsk } from '#duties/requests/rules/fields.ts'
import { citedOf } from '#law/citation.ts'
import type { FieldError } from '#platform/http/problem.ts'
import type { Actor } from '#platform/identity/actor.ts'
import type { Platform } from '#platform/platform.ts'
import type { BatchAsk, BatchDone } from './contract-batch.ts'
import { type DeskGiven, errorsOf, givenFor, officerContext, takeItemStep } from './desk.ts'
import { type BatchName, batchAsk, batches } from './rules/batch.ts'
import { citeRefusal, sayRefusal } from './rules/refusals.ts'
import { stepOf } from './rules/steps.ts'

type OneItem = BatchAsk['items'][number]
type Refused = BatchDone['refused'][number]
type One = { warnings: string[] } | Omit<Refused, 'itemId'>

interface Together {
  organId: string
  actor: Actor
  at: BatchName
  /** Told of a fault with one item: the others go on. */
  onFault(fault: unknown): void
}

/** What is wrong with the one opinion, before any item is looked at. */
export function opinionErrors(at: BatchName, opinion: string): FieldError[] {
  const read = readAsk(stepOf(batches[at].step).fields, batchAsk(at, opinion))
  return 'problems' in read ? errorsOf(read.problems) : []
}

/**
 * Passes several items that stand at the same place, one after the other: each by the step that it would take alone, in
 * its own transaction and through the gate. Every item sent is answered for; one that is refused holds up no other.
 */
export async function passTogether(
  platform: Platform,
  together: Together,
  { opinion = '', items }: BatchAsk,
): Promise<BatchDone> {
  const given = await givenFor(platform, together.organId)
  const done: BatchDone = { passed: [], refused: [] }
  for (const item of items) {
    const { itemId } = item
    const one = await passOne(platform, together, given, item, opinion)
    if ('warnings' in one) done.passed.push({ itemId, ...one })
    else done.refused.push({ itemId, ...one })
  }
  return done
}

async function passOne(
  platform: Platform,
  { organId, actor, at, onFault }: Together,
  given: DeskGiven,
  { itemId, askId, seenSeq }: OneItem,
  opinion: string,
): Promise<One> {
  const context = officerContext(platform, given, actor, organId)
  const sent = { askId, seenSeq, ask: batchAsk(at, opinion), at }
  try {
    const answer = await takeItemStep(platform, organId, itemId, batches[at].step, sent, context, given.gate)
    if (answer.kind === 'done') return { warnings: answer.warnings }
    if (answer.kind === 'invalid') return { sentence: answer.errors.map(({ message }) => message).join('；') }
    const cites = citeRefusal(answer.refusal)
    return { sentence: sayRefusal(answer.refusal), ...(cites ? { cites: citedOf(cites) } : {}) }
  } catch (fault) {
    onFault(fault)
    return { sentence: '办理时出错，这一条没有办理，请稍后再试' }
  }
}
