import { type Ordinal, ordinalOf } from '#time/day.ts'
import type { CaseKind, Channel, Intake, Recorded, RequestFact } from './facts.ts'
import { mended } from './mended.ts'

export type ConsultedParty = 'thirdParty' | 'coMaker' | 'otherOrgan'

export interface Consulted {
  readonly id: string
  readonly party: ConsultedParty
  readonly sentOn: Ordinal
  servedOn: Ordinal | undefined
  /** Answered or ended. */
  endedOn: Ordinal | undefined
}

export interface CorrectionAsked {
  readonly askedOn: Ordinal
  readonly workingDays: number
  servedOn: Ordinal | undefined
}

export interface FeeAsked {
  readonly noticedOn: Ordinal
  readonly yuan: number
  paid: number
  servedOn: Ordinal | undefined
  paidOn: Ordinal | undefined
}

export interface ReasonsAsked {
  readonly askedOn: Ordinal
  readonly answerBy: Ordinal
  endedOn: Ordinal | undefined
}

export type EndedHow = 'replied' | 'withdrawn' | 'handedOver' | 'split'

/** What of a case touches its clock, days as ordinals. */
export interface ClockFacts {
  kind: CaseKind
  channel: Channel | undefined
  arrivedOn: Ordinal | undefined
  receivedOn: Ordinal | undefined
  corrections: CorrectionAsked[]
  correctedOn: Ordinal[]
  consulted: Consulted[]
  extensions: { readonly on: Ordinal; readonly workingDays: number }[]
  reasons: ReasonsAsked | undefined
  laterDay: { readonly on: Ordinal; readonly dueOn: Ordinal } | undefined
  fee: FeeAsked | undefined
  reopened: { readonly on: Ordinal; readonly dueOn: Ordinal | undefined } | undefined
  ended: { readonly how: EndedHow; readonly on: Ordinal } | undefined
}

const take = (clock: ClockFacts, intake: Intake): void => {
  clock.kind = intake.kind
  clock.channel = intake.channel
}

const endConsultation = (clock: ClockFacts, id: string, on: Ordinal): void => {
  for (const one of clock.consulted) if (one.id === id) one.endedOn ??= on
}

const pay = (fee: FeeAsked, yuan: number, on: Ordinal): void => {
  fee.paid += yuan
  if (fee.paid >= fee.yuan) fee.paidOn ??= on
}

const end = (clock: ClockFacts, how: EndedHow, on: Ordinal): void => {
  clock.ended ??= { how, on }
}

const readReceipt = (clock: ClockFacts, fact: RequestFact, on: Ordinal): boolean => {
  if (fact.type === 'received') {
    if (fact.intake) take(clock, fact.intake)
    clock.receivedOn = on
  } else if (fact.type === 'arrived') {
    take(clock, fact.intake)
    clock.arrivedOn = ordinalOf(fact.arrivedOn)
  } else return false
  return true
}

const readHandling = (clock: ClockFacts, fact: RequestFact, on: Ordinal): boolean => {
  switch (fact.type) {
    case 'correctionAsked':
      clock.corrections.push({ askedOn: on, workingDays: fact.workingDays, servedOn: undefined })
      return true
    case 'correctionNoticeServed': {
      const asked = clock.corrections.at(-1)
      if (asked) asked.servedOn ??= on
      return true
    }
    case 'corrected':
      clock.correctedOn.push(on)
      return true
    case 'consultationSent': {
      const { consultationId: id, with: party } = fact
      clock.consulted.push({ id, party, sentOn: on, servedOn: undefined, endedOn: undefined })
      return true
    }
    case 'consultationServed':
      for (const one of clock.consulted) if (one.id === fact.consultationId) one.servedOn ??= on
      return true
    case 'consultationAnswered':
    case 'consultationEnded':
      endConsultation(clock, fact.consultationId, on)
      return true
    case 'extended':
      clock.extensions.push({ on, workingDays: fact.workingDays })
      return true
    default:
      return false
  }
}

const readReasonsAndFee = (clock: ClockFacts, fact: RequestFact, on: Ordinal): boolean => {
  switch (fact.type) {
    case 'reasonsAsked':
      clock.reasons = { askedOn: on, answerBy: ordinalOf(fact.answerBy), endedOn: undefined }
      return true
    case 'reasonsGiven':
    case 'reasonsWeighed':
      if (clock.reasons) clock.reasons.endedOn ??= on
      return true
    case 'laterDaySet':
      clock.laterDay = { on, dueOn: ordinalOf(fact.dueOn) }
      return true
    case 'feeNoticed':
      clock.fee = { noticedOn: on, yuan: fact.yuan, paid: 0, servedOn: undefined, paidOn: undefined }
      return true
    case 'feeNoticeServed':
      if (clock.fee) clock.fee.servedOn ??= on
      return true
    case 'feePaid':
      if (clock.fee) pay(clock.fee, fact.yuan, on)
      return true
    default:
      return false
  }
}

const readEnd = (clock: ClockFacts, fact: RequestFact, on: Ordinal): void => {
  switch (fact.type) {
    case 'served':
      end(clock, 'replied', on)
      break
    case 'withdrawn':
    case 'handedOver':
    case 'split':
      end(clock, fact.type, on)
      break
    case 'reopened':
      clock.ended = undefined
      clock.reopened = { on, dueOn: fact.dueOn ? ordinalOf(fact.dueOn) : undefined }
      break
  }
}

/** The facts that touch the clock, amendments applied; days count, not the order of typing. */
export const readClock = (facts: readonly Recorded[]): ClockFacts => {
  const clock: ClockFacts = {
    kind: 'request',
    channel: undefined,
    arrivedOn: undefined,
    receivedOn: undefined,
    corrections: [],
    correctedOn: [],
    consulted: [],
    extensions: [],
    reasons: undefined,
    laterDay: undefined,
    fee: undefined,
    reopened: undefined,
    ended: undefined,
  }
  for (const { fact, happenedOn } of mended(facts)) {
    const on = ordinalOf(happenedOn)
    if (readReceipt(clock, fact, on) || readHandling(clock, fact, on)) continue
    if (!readReasonsAndFee(clock, fact, on)) readEnd(clock, fact, on)
  }
  return clock
}
