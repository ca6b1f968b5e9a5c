import { inChinese } from '#time/day.ts'
import {
  type AskFor,
  type Deciders,
  done,
  type Ground,
  invalid,
  letterToCome,
  mustFollow,
} from './decider.ts'
import type { DecidedPart } from './facts.ts'
import { isOutcomeCode, outcomes } from './outcomes.ts'
import { mayCountAs, problemsOfParts, refusalOfParts, tidied } from './parts.ts'
import type { Problem } from './problems.ts'
import { refused } from './refusals.ts'
import { pendingStages, stageRoles } from './review.ts'
import type { Answer } from './step.ts'
import type { workSteps } from './steps-work.ts'

/** The problem where a request of these parts cannot be counted as the outcome chosen. */
export const countsAsProblem = (
  parts: readonly DecidedPart[],
  countsAs: string | undefined,
): Problem | undefined => {
  const allowed = mayCountAs(parts)
  if (countsAs === undefined || (isOutcomeCode(countsAs) && allowed.includes(countsAs))) return undefined
  const most = allowed.map((code) => outcomes[code].name).join('、')
  return { field: 'countsAs', code: 'countsAsWrong', params: { most } }
}

const draft = (ask: AskFor<'draft'>, { c, context, on }: Ground): Answer => {
  const problems = problemsOfParts(ask.parts, c.intake.kind)
  if (problems.length > 0) return invalid(...problems)
  const miscounted = countsAsProblem(ask.parts, ask.countsAs)
  if (miscounted) return invalid(miscounted)
  const refusal = refusalOfParts(ask.parts, c, context, on)
  if (refusal) return refusal
  const countsAs = ask.countsAs && isOutcomeCode(ask.countsAs) ? { countsAs: ask.countsAs } : {}
  return done(on, [
    {
      type: 'drafted',
      draftId: context.newId(),
      parts: tidied(ask.parts),
      text: ask.text ?? '',
      ...countsAs,
    },
  ])
}

const review = (ask: AskFor<'review'>, { c, context, on }: Ground): Answer => {
  if (!c.draft) return refused('draftNone')
  const stage = pendingStages(c.draft, context.settings)[0]
  if (!stage || !context.roles.includes(stageRoles[stage])) return refused('reviewNone')
  if (ask.stage !== undefined && ask.stage !== stage) {
    return invalid({ field: 'stage', code: 'notAChoice', params: { label: '审核环节' } })
  }
  const { draftId } = c.draft
  const remarks = ask.remarks ? { remarks: [...ask.remarks] } : {}
  return done(on, [
    { type: 'reviewed', draftId, stage, passed: ask.passed, opinion: ask.opinion, ...remarks },
  ])
}

const askMaterial = ({ unit, what, answerBy }: AskFor<'askMaterial'>, { context, on }: Ground): Answer => {
  if (answerBy < on) {
    return invalid({
      field: 'answerBy',
      code: 'dayNotLater',
      params: { label: '请于此日前提供', on: inChinese(on) },
    })
  }
  const letter = letterToCome('assist')
  return done(on, [{ type: 'materialAsked', materialId: context.newId(), unit, what, answerBy, letter }], {
    letter: { kind: 'assist' },
  })
}

const recordMaterial = (ask: AskFor<'recordMaterial'>, { c, on }: Ground): Answer => {
  const asked = c.materials.find((one) => one.materialId === ask.materialId && !one.givenOn)
  if (!asked) return invalid({ field: 'materialId', code: 'notAChoice', params: { label: '协办事项' } })
  const wrong = mustFollow(on, asked.askedOn, '发出之日', 'on', '收到之日')
  if (wrong) return wrong
  const { materialId, answer, files } = ask
  return done(on, [{ type: 'materialGiven', materialId, answer, ...(files ? { files: [...files] } : {}) }])
}

/** 检索、协办、拟稿、审核: one function per step. */
export const workDeciders: Deciders<keyof typeof workSteps> = {
  askMaterial,
  recordMaterial,
  logSearch: ({ where, words, by, found }, { on }) =>
    done(on, [{ type: 'searched', where, words: [...words], by, found }]),
  draft,
  review,
}
