import type { Recorded, RequestFact } from './facts.ts'

/**
 * The facts as they are to be read: every `amended` applied to the fact it names, later ones last.
 * Nothing is left out; an amendment of a seq that is not there changes nothing.
 */
export function mended(facts: readonly Recorded[]): readonly Recorded[] {
  if (!facts.some(({ fact }) => fact.type === 'amended')) return facts
  const read = new Map(facts.map((recorded) => [recorded.seq, recorded]))
  for (const { fact } of facts) {
    if (fact.type !== 'amended') continue
    const old = read.get(fact.seq)
    if (!old || old.fact.type === 'amended') continue
    read.set(fact.seq, {
      ...old,
      ...(fact.happenedOn ? { happenedOn: fact.happenedOn } : {}),
      fact: { ...old.fact, ...fact.body, type: old.fact.type } as RequestFact,
    })
  }
  return [...read.values()].sort((one, other) => one.seq - other.seq)
}
