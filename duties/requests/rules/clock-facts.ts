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
  corrections: readonly CorrectionAsked[]
  correctedOn: readonly Ordinal[]
  consulted: readonly Consulted[]
  extensions: readonly { readonly on: Ordinal; readonly workingDays: number }[]
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

// Lists are replaced and never grown in place: growing reserves room that most cases never use.
const none: readonly never[] = []
const plus = <T>(list: readonly T[], one: T): readonly T[] => (list.length === 0 ? [one] : [...list, one])

type FactOf<T extends RequestFact['type']> = Extract<RequestFact, { type: T }>
type Reader<T extends RequestFact['type']> = (clock: ClockFacts, fact: FactOf<T>, on: Ordinal) => void

const endedBy =
  (how: EndedHow) =>
  (clock: ClockFacts, _fact: RequestFact, on: Ordinal): void => {
    clock.ended ??= { how, on }
  }

const answered = (clock: ClockFacts, { consultationId }: { consultationId: string }, on: Ordinal): void => {
  for (const one of clock.consulted) if (one.id === consultationId) one.endedOn ??= on
}

const weighed = (clock: ClockFacts, _fact: RequestFact, on: Ordinal): void => {
  if (clock.reasons) clock.reasons.endedOn ??= on
}

// Facts that are not named here leave the clock alone.
const readers: { readonly [T in RequestFact['type']]?: Reader<T> } = {
  arrived: (clock, { intake, arrivedOn }) => {
    take(clock, intake)
    clock.arrivedOn = ordinalOf(arrivedOn)
  },
  received: (clock, { intake }, on) => {
    if (intake) take(clock, intake)
    clock.receivedOn = on
  },
  correctionAsked: (clock, { workingDays }, on) => {
    clock.corrections = plus(clock.corrections, { askedOn: on, workingDays, servedOn: undefined })
  },
  correctionNoticeServed: (clock, _fact, on) => {
    const asked = clock.corrections.at(-1)
    if (asked) asked.servedOn ??= on
  },
  corrected: (clock, _fact, on) => {
    clock.correctedOn = plus(clock.correctedOn, on)
  },
  consultationSent: (clock, { consultationId: id, with: party }, on) => {
    const sent = { id, party, sentOn: on, servedOn: undefined, endedOn: undefined }
    clock.consulted = plus(clock.consulted, sent)
  },
  consultationServed: (clock, { consultationId }, on) => {
    for (const one of clock.consulted) if (one.id === consultationId) one.servedOn ??= on
  },
  consultationAnswered: answered,
  consultationEnded: answered,
  extended: (clock, { workingDays }, on) => {
    clock.extensions = plus(clock.extensions, { on, workingDays })
  },
  reasonsAsked: (clock, { answerBy }, on) => {
    clock.reasons = { askedOn: on, answerBy: ordinalOf(answerBy), endedOn: undefined }
  },
  reasonsGiven: weighed,
  reasonsWeighed: weighed,
  laterDaySet: (clock, { dueOn }, on) => {
    clock.laterDay = { on, dueOn: ordinalOf(dueOn) }
  },
  feeNoticed: (clock, { yuan }, on) => {
    clock.fee = { noticedOn: on, yuan, paid: 0, servedOn: undefined, paidOn: undefined }
  },
  feeNoticeServed: (clock, _fact, on) => {
    if (clock.fee) clock.fee.servedOn ??= on
  },
  feePaid: ({ fee }, { yuan }, on) => {
    if (!fee) return
    fee.paid += yuan
    if (fee.paid >= fee.yuan) fee.paidOn ??= on
  },
  served: endedBy('replied'),
  withdrawn: endedBy('withdrawn'),
  handedOver: endedBy('handedOver'),
  split: endedBy('split'),
  reopened: (clock, { dueOn }, on) => {
    clock.ended = undefined
    clock.reopened = { on, dueOn: dueOn ? ordinalOf(dueOn) : undefined }
  },
}

const blank = (): ClockFacts => ({
  kind: 'request',
  channel: undefined,
  arrivedOn: undefined,
  receivedOn: undefined,
  corrections: none,
  correctedOn: none,
  consulted: none,
  extensions: none,
  reasons: undefined,
  laterDay: undefined,
  fee: undefined,
  reopened: undefined,
  ended: undefined,
})

const isAmended = (facts: readonly Recorded[]): boolean => {
  for (const { fact } of facts) if (fact.type === 'amended') return true
  return false
}

/** The facts that touch the clock, amendments applied; days count, not the order of typing. */
export const readClock = (facts: readonly Recorded[]): ClockFacts => {
  const clock = blank()
  for (const { fact, happenedOn } of isAmended(facts) ? mended(facts) : facts) {
    const read = readers[fact.type] as Reader<RequestFact['type']> | undefined
    read?.(clock, fact, ordinalOf(happenedOn))
  }
  return clock
}
