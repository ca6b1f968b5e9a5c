import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { keepSealed } from '#platform/files/sealed.ts'
import { append } from '#platform/ledger/ledger.ts'
import type { Platform } from '#platform/platform.ts'
import { keepPackage } from './archive/package.ts'
import type { ClockGiven } from './clock-view.ts'
import { type Issued, issueLetter, issueSheets } from './issue-letter.ts'
import { tellApplicant } from './notices.ts'
import { projectRequest } from './projection.ts'
import type { LetterId, Recorded, RequestFact } from './rules/facts.ts'
import type { LetterKind } from './rules/letter.ts'
import type { LetterDemand, NewFact } from './rules/step.ts'
import { duty, recordedOf, saveRow } from './store.ts'

/** What is to be recorded of one case in one step. */
export interface ToRecord {
  organId: string
  caseId: string
  askId: string
  by: string
  before: readonly Recorded[]
  facts: readonly NewFact[]
  letter?: LetterDemand | undefined
  /** Sheets without a number that go with the fact of receipt. */
  sheets?: readonly LetterKind[] | undefined
  given: ClockGiven
}

export type RecordedStep =
  | { kind: 'recorded'; facts: Recorded[]; letter: Issued | null }
  | { kind: 'again'; facts: Recorded[] }
  | { kind: 'movedOn' }

/** Thrown inside a transaction so that everything of the step is undone, numbers too. */
export class MovedOn extends Error {}

/**
 * Records a step whole: the letter numbered and written, third parties' names sealed, the facts appended,
 * the row that lists read. A step sent twice is recorded once; where somebody was first, nothing is kept.
 */
export async function recordStep(
  tx: Transaction<Database>,
  platform: Platform,
  step: ToRecord,
): Promise<RecordedStep> {
  const issued = step.letter ? await issueLetter(tx, platform, { ...step, demand: step.letter }) : null
  const sheets = step.sheets ? await issueSheets(tx, platform, step, step.sheets) : []
  const facts: NewFact[] = []
  for (const each of withSheets(step.facts, sheets)) {
    const sealed = await sealParty(tx, platform, step, withLetter(each, issued))
    facts.push(await withPackage(tx, platform, step, sealed))
  }
  const now = platform.now().toISOString()
  const appended = await append(tx, {
    organId: step.organId,
    duty,
    caseId: step.caseId,
    seenSeq: step.before.at(-1)?.seq ?? 0,
    facts: facts.map(({ fact: { type, ...body }, happenedOn }) => ({ type, happenedOn, body })),
    recordedBy: step.by,
    recordedAt: now,
    askId: step.askId,
  })
  if (appended.kind === 'movedOn') return { kind: 'movedOn' }
  if (appended.kind === 'again') return { kind: 'again', facts: appended.facts.map(recordedOf) }
  const all = [...step.before, ...appended.facts.map(recordedOf)]
  const row = projectRequest(step.organId, step.caseId, all, { ...step.given, now })
  await saveRow(tx, row)
  await tellApplicant(tx, platform, { ...step, number: row.number })
  return { kind: 'recorded', facts: all, letter: issued }
}

// The last fact of receipt bears them: what arrived and was received at once is one registration.
function withSheets(facts: readonly NewFact[], sheets: LetterId[]): readonly NewFact[] {
  const bearer = facts.findLastIndex(({ fact }) => fact.type === 'received' || fact.type === 'arrived')
  if (sheets.length === 0 || bearer < 0) return facts
  return facts.map((each, i) =>
    i === bearer ? { ...each, fact: { ...each.fact, sheets } as RequestFact } : each,
  )
}

const withLetter = (each: NewFact, issued: Issued | null): NewFact =>
  issued && 'letter' in each.fact
    ? { ...each, fact: { ...each.fact, letter: issued.id } as RequestFact }
    : each

/** A third party is named in the letter and in the sealed row, with where to reach it; not in the fact. */
async function sealParty(
  tx: Transaction<Database>,
  platform: Platform,
  step: ToRecord,
  each: NewFact,
): Promise<NewFact> {
  const { fact } = each
  if (fact.type !== 'consultationSent' || fact.with !== 'thirdParty') return each
  const party = await keepSealed(tx, platform.seal, {
    organId: step.organId,
    caseId: step.caseId,
    value: { name: fact.party, ...(fact.contact ? { contact: fact.contact } : {}) },
  })
  const { contact: _, ...rest } = fact
  return { ...each, fact: { ...rest, party } }
}

/** The archive package of the case as it stood, where nobody gave one of their own. */
async function withPackage(
  tx: Transaction<Database>,
  platform: Platform,
  step: ToRecord,
  each: NewFact,
): Promise<NewFact> {
  const { fact } = each
  if (fact.type !== 'archived' || fact.package) return each
  return { ...each, fact: { ...fact, package: await keepPackage(tx, platform, step) } }
}

/** Runs a step in a transaction of its own. */
export const inTransaction = <T>(
  platform: Platform,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> => platform.db.transaction().execute(work)
