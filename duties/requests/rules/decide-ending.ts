import { inChinese, isDay } from '#time/day.ts'
import { termEndedOn } from './case-terms.ts'
import { countsAsProblem } from './decide-work.ts'
import {
  type AskFor,
  type Deciders,
  done,
  type Ground,
  given,
  invalid,
  letterToCome,
  mustFollow,
} from './decider.ts'
import type { DecidedPart } from './facts.ts'
import type { LetterKind } from './letter.ts'
import { isOutcomeCode, outcomes } from './outcomes.ts'
import { mayCountAs, refusalOfParts } from './parts.ts'
import { refused } from './refusals.ts'
import type { Draft } from './request-parts.ts'
import { givesOut } from './settings.ts'
import type { Answer } from './step.ts'
import type { endingSteps } from './steps-ending.ts'
import { warned } from './warnings.ts'

/** The letter that tells the decision: that of its outcome, and the general reply where parts differ. */
const letterOf = (parts: readonly DecidedPart[]): LetterKind => {
  const kinds = new Set(parts.map(({ outcome }) => outcomes[outcome].letter))
  const [only] = kinds
  return kinds.size === 1 && only ? only : 'reply'
}

const isUnreviewed = ({ parts, reviews }: Draft): boolean =>
  parts.some(givesOut) && !reviews.some(({ stage, passed }) => stage === 'secrecy' && passed)

const decided = (ask: AskFor<'decide'>, { c, facts, context, on }: Ground): Answer => {
  const { draft, fee } = c
  if (!draft) return refused('draftNone')
  const wrong = mustFollow(on, draft.reviews.at(-1)?.on ?? draft.on, '审核之日', 'on', '落款之日')
  if (wrong) return wrong
  const countsAs = ask.countsAs ?? draft.countsAs ?? mayCountAs(draft.parts)[0]
  const miscounted = countsAsProblem(draft.parts, countsAs)
  if (miscounted) return invalid(miscounted)
  if (!countsAs || !isOutcomeCode(countsAs)) return refused('draftNone')
  const refusal = refusalOfParts(draft.parts, c, context, on)
  if (refusal) return refusal
  const kind = letterOf(draft.parts)
  const { draftId, text } = draft
  const ended = termEndedOn(facts, context, on)
  const parts = [...draft.parts]
  return done(on, [{ type: 'decided', draftId, parts, countsAs, letter: letterToCome(kind), text }], {
    letter: { kind, companions: ['serviceRecord', 'reviewSheet'] },
    warnings: [
      ended ? warned('decidedLate', { on: ended }) : undefined,
      fee && !fee.paidOn && countsAs !== 'O2' ? warned('feeUnpaid') : undefined,
      isUnreviewed(draft) ? warned('secrecyNotReviewed') : undefined,
    ],
  })
}

const serve = (ask: AskFor<'serve'>, { c, facts, context, on }: Ground): Answer => {
  const wrong = c.state === 'decided' && mustFollow(on, c.decision.on, '落款之日', 'on', '签收或者交邮之日')
  if (wrong) return wrong
  const { files = [], enclosures = [] } = ask
  const isGiven = c.state === 'decided' && c.decision.parts.some(givesOut)
  if (enclosures.length > 0 && !isGiven) return invalid({ field: 'enclosures', code: 'nothingGiven' })
  const ended = termEndedOn(facts, context, on)
  const kept = {
    ...given({ proof: ask.proof }),
    ...(files.length > 0 ? { files: [...files] } : {}),
    ...(enclosures.length > 0 ? { enclosures: [...enclosures] } : {}),
  }
  return done(on, [{ type: 'served', method: ask.method, ...kept }], {
    warnings: ended ? [warned('repliedLate', { on: ended })] : [],
  })
}

const reopen = (ask: AskFor<'reopen'>, { c, on }: Ground): Answer => {
  const wrong = 'closing' in c && mustFollow(on, c.closing.on, '原答复之日', 'on', '收到决定或者判决之日')
  if (wrong) return wrong
  const { order, dueOn } = ask
  if (dueOn && (!isDay(dueOn) || dueOn <= on)) {
    return invalid({
      field: 'dueOn',
      code: 'dayNotLater',
      params: { label: '责令答复的最后一日', on: inChinese(on) },
    })
  }
  return done(on, [{ type: 'reopened', order, ...given({ dueOn }) }])
}

const archive = (ask: AskFor<'archive'>, { c, on }: Ground): Answer => {
  const wrong = 'closing' in c && mustFollow(on, c.closing.on, '办结之日', 'on', '归档之日')
  return wrong || done(on, [{ type: 'archived', ...given({ package: ask.package }) }])
}

/** 答复、送达、撤回、归档: one function per step. */
export const endingDeciders: Deciders<keyof typeof endingSteps> = {
  decide: decided,
  serve,
  withdraw: ({ statement }, { on }) => done(on, [{ type: 'withdrawn', statement }]),
  reopen,
  archive,
}
