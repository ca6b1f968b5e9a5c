import { inChinese } from '#time/day.ts'
import { correctedBody } from './amend.ts'
import { type Deciders, done, type Ground, given, invalid, letterToCome } from './decider.ts'
import type { Intake, RequestFact } from './facts.ts'
import { isInOrder } from './order.ts'
import { refused } from './refusals.ts'
import { fold } from './request.ts'
import type { Answer, NewFact, StepContext } from './step.ts'
import type { receiveSteps } from './steps-receive.ts'
import { warned } from './warnings.ts'

const confirmReceipt = (
  ask: { confirmation: string; evidence?: readonly string[] },
  { c, on }: Ground,
): Answer => {
  const late = c.intake.channel === 'ordinaryPost' ? warned('confirmedLate') : undefined
  const online = warned('confirmedLateOnline', { on: inChinese(c.arrivedOn) })
  const fact: RequestFact = {
    type: 'received',
    confirmation: ask.confirmation,
    ...(ask.evidence ? { evidence: [...ask.evidence] } : {}),
  }
  return { ...done(on, [fact], { warnings: on > c.arrivedOn ? [late ?? online] : [] }), sheets: ['receipt'] }
}

const childFacts = (intake: Intake, c: Ground['c'], receivedOn: NewFact['happenedOn']): NewFact[] =>
  c.arrivedOn < receivedOn
    ? [
        { happenedOn: c.arrivedOn, fact: { type: 'arrived', arrivedOn: c.arrivedOn, intake } },
        { happenedOn: receivedOn, fact: { type: 'received' } },
      ]
    : [{ happenedOn: receivedOn, fact: { type: 'received', intake } }]

// Each case that a form is split into has its own sheet and its own receipt for the applicant.
const receiptSheets = ['registration', 'receipt'] as const

const split = (ask: { titles: readonly string[] }, { c, context, on }: Ground): Answer => {
  if (ask.titles.length < 2) return refused('splitTooFew')
  if (c.state !== 'open') return refused('splitTooLate')
  const into = ask.titles.map((title) => ({ caseId: context.newId(), title }))
  // Who asks was shown with the form itself, which stays linked.
  const { proofs: _, ...shown } = c.intake
  const others = into.map(({ caseId, title }) => {
    const intake: Intake = { ...shown, title, description: c.description, number: '' }
    return { caseId, facts: childFacts(intake, c, c.receivedOn), sheets: receiptSheets }
  })
  return { ...done(on, [{ type: 'split', into }], { warnings: [warned('splitTellApplicant')] }), others }
}

const amendProblem = (correctOn: string | undefined, { today }: StepContext) =>
  correctOn && correctOn > today
    ? invalid({ field: 'correctOn', code: 'dayInFuture', params: { label: '正确的日期' } })
    : undefined

/** One function per step of 登记与分办. */
export const receiveDeciders: Deciders<keyof typeof receiveSteps> = {
  confirmReceipt,
  assign: ({ to, unit }, { on }) => done(on, [{ type: 'assigned', to, ...given({ unit }) }]),
  claim: (_, { on, context }) => done(on, [{ type: 'assigned', to: context.by }]),
  handBack: ({ reason }, { on }) => done(on, [{ type: 'handedBack', reason }]),
  handOver: ({ to, reason }, { c, on }) =>
    done(on, [{ type: 'handedOver', to, reason, letter: letterToCome('transfer') }], {
      letter: { kind: 'transfer' },
      warnings: c.state === 'open' && c.intake.kind === 'request' ? [warned('handedOverAfterReceipt')] : [],
    }),
  split,
  addFile: ({ file, what }, { on }) => done(on, [{ type: 'fileAdded', file, what }]),
  addProof: ({ what, file }, { on }) => done(on, [{ type: 'proofAdded', what, file }]),
  note: ({ text }, { on }) => done(on, [{ type: 'noted', text }]),
  amend: (ask, { facts, context, on }) => {
    const seq = Number(ask.seq)
    const problem = amendProblem(ask.correctOn, context)
    if (problem) return problem
    const body = correctedBody(facts, { ...ask, seq })
    if ('kind' in body) return body
    const fact: RequestFact = {
      type: 'amended',
      seq,
      ...(ask.correctOn ? { happenedOn: ask.correctOn } : {}),
      ...(Object.keys(body.words).length > 0 ? { body: body.words } : {}),
      reason: ask.reason,
    }
    const next = (facts.at(-1)?.seq ?? 0) + 1
    const after = fold([
      ...facts,
      { seq: next, happenedOn: on, recordedAt: '', recordedBy: context.by, fact },
    ])
    return after && isInOrder(after) ? done(on, [fact]) : refused('amendBreaksOrder')
  },
}
