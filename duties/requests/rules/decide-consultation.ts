import { inChinese } from '#time/day.ts'
import { openConsultations, opinionDueOn } from './case-terms.ts'
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
import { refused } from './refusals.ts'
import type { Consultation } from './request-parts.ts'
import type { Answer } from './step.ts'
import type { consultationSteps } from './steps-consultation.ts'
import { warned } from './warnings.ts'

// A reply slip and a service record go to the party or the file, the word that it was asked to the applicant.
const companions = ['consultSlip', 'consultationTold', 'serviceRecord'] as const

const consultationLetters = {
  thirdParty: { kind: 'consultThirdParty', companions },
  coMaker: { kind: 'consultCoMaker', companions },
  otherOrgan: { kind: 'consultOrgan', companions },
} as const

const consult = (ask: AskFor<'consult'>, { context, on }: Ground): Answer => {
  const consultationId = context.newId()
  const letter = consultationLetters[ask.with]
  return done(
    on,
    [
      {
        type: 'consultationSent',
        consultationId,
        with: ask.with,
        about: ask.about,
        party: ask.party,
        ...given({ contact: ask.contact }),
        letter: letterToCome(letter.kind),
      },
    ],
    { letter: { ...letter, consultationId } },
  )
}

const noSuch = invalid({ field: 'consultationId', code: 'notAChoice', params: { label: '征求意见' } })

const chosen = (ground: Ground, id: string, from: readonly Consultation[], on: string) => {
  const one = from.find(({ consultationId }) => consultationId === id)
  if (!one) return { answer: noSuch }
  const wrong = mustFollow(ground.on, one.sentOn, '征求意见书发出之日', 'on', on)
  return wrong ? { answer: wrong } : { one }
}

const recordAnswer = (ask: AskFor<'recordConsultationAnswered'>, ground: Ground): Answer => {
  const { on, context } = ground
  const { one, answer } = chosen(ground, ask.consultationId, openConsultations(ground.c), '收到意见之日')
  if (!one) return answer
  if (ask.answer === 'objects' && one.with === 'thirdParty') {
    if (!ask.reason)
      return invalid({ field: 'reason', code: 'missing', params: { label: '不同意公开的理由' } })
    if (ask.reasonable === undefined) {
      return invalid({ field: 'reasonable', code: 'missing', params: { label: '理由是否合理' } })
    }
  }
  const { consultationId, reason, reasonable } = ask
  const dueOn = opinionDueOn(one, context)
  return done(
    on,
    [{ type: 'consultationAnswered', consultationId, answer: ask.answer, ...given({ reason, reasonable }) }],
    { warnings: dueOn && on > dueOn ? [warned('answeredLate', { on: inChinese(dueOn) })] : [] },
  )
}

const silence = {
  thirdParty: warned('silenceIsNotConsent'),
  coMaker: warned('silenceIsConsent'),
  otherOrgan: undefined,
} as const

const endConsultation = (ask: AskFor<'endConsultation'>, ground: Ground): Answer => {
  const { on, context } = ground
  const { one, answer } = chosen(ground, ask.consultationId, openConsultations(ground.c), '结束之日')
  if (!one) return answer
  const { consultationId, why } = ask
  if (why !== 'expired') return done(on, [{ type: 'consultationEnded', consultationId, why }])
  const dueOn = opinionDueOn(one, context)
  if (!dueOn) return refused('consultationNotServed')
  if (context.today <= dueOn) return refused('consultationTermRuns', { on: inChinese(dueOn) })
  const ended = on < dueOn ? dueOn : on
  return done(ended, [{ type: 'consultationEnded', consultationId, why }], { warnings: [silence[one.with]] })
}

const overruleObjection = (ask: AskFor<'overruleObjection'>, ground: Ground): Answer => {
  const objecting = ground.c.consultations.filter(
    (one) => one.with === 'thirdParty' && one.answer === 'objects' && !one.overruledOn,
  )
  const { one, answer } = chosen(ground, ask.consultationId, objecting, '告知之日')
  if (!one) return answer
  const { consultationId, publicInterest } = ask
  return done(
    ground.on,
    [{ type: 'objectionOverruled', consultationId, publicInterest, letter: letterToCome('disclosureTold') }],
    { letter: { kind: 'disclosureTold', consultationId } },
  )
}

/** 征求意见 (第三十二、三十四条): one function per step. */
export const consultationDeciders: Deciders<keyof typeof consultationSteps> = {
  consult,
  recordConsultationServed: (ask, ground) => {
    const unserved = openConsultations(ground.c).filter((one) => !one.servedOn)
    const { one, answer } = chosen(ground, ask.consultationId, unserved, '送达之日')
    if (!one) return answer
    const { consultationId, proof } = ask
    return done(ground.on, [{ type: 'consultationServed', consultationId, ...given({ proof }) }])
  },
  recordConsultationAnswered: recordAnswer,
  endConsultation,
  overruleObjection,
}
