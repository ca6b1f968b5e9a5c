import type { Intake } from '../rules/facts.ts'
import { type OutcomeCode, outcomes } from '../rules/outcomes.ts'
import type { NewFact } from '../rules/step.ts'
import type { ImportRow } from './check-rows.ts'

/** What only the desk can give: where personal data rests, the key of the person, the number. */
export interface Kept {
  number: string
  applicant: string
  applicantIndex: string
  fileName: string
}

const intakeOf = (row: ImportRow, { fileName, ...kept }: Kept): Intake => ({
  kind: 'request',
  channel: row.channel,
  category: row.category,
  title: row.title,
  description: row.description,
  formWanted: 'paper',
  wayWanted: 'post',
  importedFrom: `${fileName}第${row.row}行`,
  ...kept,
})

const isWithdrawn = (outcome: OutcomeCode, said: string): boolean => outcome === 'O3' && /撤/u.test(said)

/**
 * The facts of a case of earlier years as the register has them, in their order: received, decided and served, or
 * withdrawn. What the register does not tell is not made up: no draft, no review, no search.
 */
export function importedFacts(row: ImportRow, kept: Kept): NewFact[] {
  const received: NewFact = {
    happenedOn: row.receivedOn,
    fact: { type: 'received', intake: intakeOf(row, kept) },
  }
  if (!row.ending) return [received]
  const { outcome, said, on, letterNumber, method } = row.ending
  if (isWithdrawn(outcome, said))
    return [received, { happenedOn: on, fact: { type: 'withdrawn', statement: `台账记载：${said}` } }]
  const letter = { kind: outcomes[outcome].letter, number: letterNumber }
  const parts = [{ what: row.title, outcome, states: {} }]
  return [
    received,
    { happenedOn: on, fact: { type: 'decided', parts, countsAs: outcome, letter } },
    { happenedOn: on, fact: { type: 'served', method, proof: '台账记载' } },
  ]
}
