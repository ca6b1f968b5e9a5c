import { Type } from 'typebox'
import { Id } from '#platform/http/contract.ts'
import { invalid, refused as refusedOnWire, trouble } from '#platform/http/problem.ts'
import { holders } from '#platform/http/rights.ts'
import type { DeskAnswer } from './desk.ts'
import { itemDrafters, itemRoles, itemWorkers } from './item-roles.ts'
import { citeRefusal, type Refusal, sayRefusal, statusOfRefusal } from './rules/refusals.ts'

export const ItemParams = Type.Object({ organId: Id, itemId: Id })
export const ItemStepParams = Type.Object({ organId: Id, itemId: Id, step: Type.String({ maxLength: 40 }) })
export const ItemFileParams = Type.Object({ organId: Id, itemId: Id, fileId: Id })

/** Under every address: an officer of the very organ, or nobody. */
export const toRead = { config: holders('organId', itemRoles) }
export const toWork = { config: holders('organId', itemWorkers) }
export const toDraft = { config: holders('organId', itemDrafters) }
export const tags = ['主动公开']

/** Bytes of a text as it is sent: some four hundred pages. */
export const textLimit = 8 * 1024 * 1024

const refusalProblem = (refusal: Refusal) => {
  const cites = citeRefusal(refusal)
  const status = statusOfRefusal(refusal)
  if (status === 404) return trouble('notFound')
  const wording = { status, title: '不能办理', detail: sayRefusal(refusal) }
  return refusedOnWire(refusal.code, wording, cites ? [cites] : [])
}

/** What was done, or the problem document that says why not. */
export function doneOr<T>(answer: DeskAnswer<T>): { kind: 'done' } & T {
  if (answer.kind === 'done') return answer
  throw answer.kind === 'refused' ? refusalProblem(answer.refusal) : invalid(answer.errors)
}
