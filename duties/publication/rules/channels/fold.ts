import type { Day } from '#time/day.ts'
import type { ChannelFact, ListMade, Place, RecordedChannel, Sending } from './facts.ts'

/** A place as its facts leave it. */
export interface PlaceKept extends Place {
  readonly seq: number
  readonly openedOn: Day
  readonly updatedOn: Day | null
  readonly closedOn: Day | null
}

const later = (a: Day | null, b: Day): Day => (a !== null && a > b ? a : b)

/** A place of the register; undefined where the facts are of something else. */
export function foldPlace(facts: readonly RecordedChannel[]): PlaceKept | undefined {
  let kept: PlaceKept | undefined
  for (const { seq, happenedOn, fact } of facts) {
    if (fact.type === 'placeKept') {
      const { type: _, ...place } = fact
      const before = kept ?? { openedOn: happenedOn, updatedOn: null, closedOn: null }
      kept = { ...before, ...place, seq }
    } else if (kept && fact.type === 'placeUpdated')
      kept = { ...kept, seq, updatedOn: later(kept.updatedOn, happenedOn) }
    else if (kept && fact.type === 'placeClosed') kept = { ...kept, seq, closedOn: happenedOn }
  }
  return kept
}

interface Found<T> {
  readonly seq: number
  readonly on: Day
  readonly body: T
}

const firstOf = <T extends ChannelFact['type']>(facts: readonly RecordedChannel[], type: T) => {
  const [first] = facts
  if (first?.fact.type !== type) return undefined
  return { on: first.happenedOn, fact: first.fact as Extract<ChannelFact, { type: T }> }
}

/** A sending, and whether it was struck; undefined where the facts are of something else. */
export function foldSending(
  facts: readonly RecordedChannel[],
): (Found<Sending> & { struckOn: Day | null; why: string }) | undefined {
  const first = firstOf(facts, 'sent')
  if (!first) return undefined
  const struck = facts.find(({ fact }) => fact.type === 'sentStruck')
  const why = struck?.fact.type === 'sentStruck' ? struck.fact.reason : ''
  return { seq: facts.length, on: first.on, body: first.fact, struckOn: struck?.happenedOn ?? null, why }
}

/** A list as it was made last, and who received it when; undefined where the facts are of something else. */
export function foldList(
  facts: readonly RecordedChannel[],
): (Found<ListMade> & { receivedOn: Day | null; by: string }) | undefined {
  const made = facts.findLast(({ fact }) => fact.type === 'listMade')
  if (!firstOf(facts, 'listMade') || made?.fact.type !== 'listMade') return undefined
  const received = facts.find(({ fact }) => fact.type === 'listReceived')
  const by = received?.fact.type === 'listReceived' ? received.fact.by : ''
  const { happenedOn: on, fact: body } = made
  return { seq: facts.length, on, body, receivedOn: received?.happenedOn ?? null, by }
}
