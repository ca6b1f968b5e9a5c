import type { Recorded, RequestFact } from '#duties/requests/rules/facts.ts'
import { type Day, dayOf, type Ordinal, ordinalOf } from '#time/day.ts'

/** An ordinary history: received, corrected, a third party and a co-maker consulted with some overlap, extended. */
export interface History {
  readonly facts: readonly Recorded[]
  readonly startOn: Day
  readonly waits: readonly (readonly [from: Day, upTo: Day])[]
  readonly workingDays: number
}

const letter = { kind: '补正告知书', number: '清公补〔2026〕1号' }

const intake = {
  kind: 'request',
  number: '清公申〔2026〕1号',
  channel: 'online',
  category: 'naturalPerson',
  applicant: 'sealed',
  applicantIndex: 'index',
  title: '某地块征收批复',
  description: '某地块征收批复及附件',
  formWanted: 'electronic',
  wayWanted: 'online',
} as const

// A small generator of our own (mulberry32), so that every run counts the same cases.
const numbersFrom = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const history = (received: Ordinal, below: (n: number) => number): History => {
  const asked = received + below(6)
  const corrected = asked + 1 + below(12)
  const sent = corrected + below(10)
  const answered = sent + 1 + below(18)
  const sentToo = sent + below(12)
  const answeredToo = sentToo + 1 + below(12)
  const extended = corrected + 5 + below(10)
  const extension = 1 + below(20)
  const facts: [Ordinal, RequestFact][] = [
    [received, { type: 'received', intake }],
    [asked, { type: 'correctionAsked', items: ['名称'], workingDays: 10, letter }],
    [corrected, { type: 'corrected', description: '更具体的描述' }],
    [
      sent,
      { type: 'consultationSent', consultationId: '甲', with: 'thirdParty', about: '', party: '', letter },
    ],
    [
      sentToo,
      { type: 'consultationSent', consultationId: '乙', with: 'coMaker', about: '', party: '', letter },
    ],
    [answered, { type: 'consultationAnswered', consultationId: '甲', answer: 'agrees' }],
    [answeredToo, { type: 'consultationAnswered', consultationId: '乙', answer: 'agrees' }],
    [extended, { type: 'extended', workingDays: extension, reason: '', approvedBy: '', letter }],
  ]
  return {
    facts: facts.map(([on, fact], i) => ({
      seq: i + 1,
      happenedOn: dayOf(on),
      recordedAt: `${dayOf(on)}T02:00:00Z`,
      recordedBy: 'person',
      fact,
    })),
    startOn: dayOf(corrected),
    waits: [
      [dayOf(sent), dayOf(answered)],
      [dayOf(sentToo), dayOf(answeredToo)],
    ],
    workingDays: 20 + extension,
  }
}

/** So many histories received between the two days, always the same ones. */
export const histories = (count: number, from: Day, upTo: Day): History[] => {
  const below = numbersFrom(20260711)
  const first = ordinalOf(from)
  const days = ordinalOf(upTo) - first + 1
  return Array.from({ length: count }, () => history(first + below(days), below))
}
