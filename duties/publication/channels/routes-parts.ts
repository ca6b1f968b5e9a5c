import { type HttpProblem, invalid, refused as refusedOnWire, trouble } from '#platform/http/problem.ts'
import { type ChannelRefusal, channelRefusals, sayChannelRefusal } from '../rules/channels/refusals.ts'
import type { ChannelDone } from './contract.ts'
import type { ChannelAnswer } from './desk.ts'

export const channelTags = ['公开渠道']

function problemOf(refusal: ChannelRefusal): HttpProblem {
  const { status } = channelRefusals[refusal.code]
  const detail = sayChannelRefusal(refusal)
  if (status === 404) return trouble('notFound')
  if (status === 422) return invalid([{ field: refusal.field, message: detail }])
  const code = refusal.code === 'movedOn' ? 'changedMeanwhile' : refusal.code
  return refusedOnWire(code, { status, title: '不能办理', detail })
}

/** What was done, or the problem document that says why not. */
export function doneOr(answer: ChannelAnswer): ChannelDone {
  if (answer.kind === 'done') return { id: answer.id }
  throw problemOf(answer)
}
