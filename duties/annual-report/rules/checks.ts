import type { Check, CheckInput, Outcome, Severity } from './check.ts'
import { runChecks } from './check.ts'
import { boundChecks } from './checks-bound.ts'
import { cellChecks } from './checks-cells.ts'
import { ledgerChecks } from './checks-ledger.ts'
import { plausibleChecks } from './checks-plausible.ts'
import { sumChecks } from './checks-sums.ts'
import { textChecks } from './checks-text.ts'
import { yearChecks } from './checks-years.ts'
import { statementsIn } from './statements.ts'

const table = [
  ...cellChecks,
  ...sumChecks,
  ...yearChecks,
  ...plausibleChecks,
  ...textChecks,
  ...boundChecks,
  ...ledgerChecks,
] as const

export type CheckId = (typeof table)[number]['id']

/** Every check there is, in the order in which findings are listed. */
export const checks: readonly Check[] = table

const byId: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.id, check]))

/** A check that failed, ready to be sent back. */
export interface Finding extends Outcome {
  readonly name: string
  readonly severity: Severity
  readonly level: Check['level']
  readonly cites: readonly string[]
  /** Stays the same while the figures on both sides do: an explanation holds as long. */
  readonly fingerprint: string
}

/** Judges a report: every question with its verdict. */
export function check(input: CheckInput): readonly Outcome[] {
  const statements = input.statements ?? statementsIn(input.report.texts, input.report.year)
  return runChecks(checks, { ...input, statements })
}

/** The outcomes of one verdict as findings, with name, severity and the basis. */
export function findingsOf(
  outcomes: readonly Outcome[],
  verdict: 'fails' | 'cannotBeJudged' = 'fails',
): readonly Finding[] {
  return outcomes.filter((outcome) => outcome.verdict === verdict).map(asFinding)
}

/** What a reviewer must look at in a report that came as a file: what fails, and cells whose figure could not be made out. */
export const findingsToReview = (outcomes: readonly Outcome[]): readonly Finding[] => [
  ...findingsOf(outcomes),
  ...findingsOf(outcomes, 'cannotBeJudged').filter((finding) => finding.check === 'E11d'),
]

function asFinding(outcome: Outcome): Finding {
  const found = byId.get(outcome.check)
  if (found === undefined) throw new Error(`no check ${outcome.check}`)
  const { name, severity, level, cites } = found
  return { ...outcome, name, severity, level, cites, fingerprint: fingerprintOf(outcome) }
}

const fingerprintOf = ({ check: id, cells, left, right, sentence }: Outcome): string =>
  left === undefined ? `${id}|${cells.join(',')}|${sentence}` : `${id}|${cells.join(',')}|${left}|${right}`

/** A written reason for a finding that must be explained. */
export interface Explanation {
  readonly fingerprint: string
  readonly words: string
}

/** The findings that still stand in the way of submitting: all that block, and those without their reason. */
export function inTheWay(
  findings: readonly Finding[],
  explanations: readonly Explanation[],
): readonly Finding[] {
  const explained = new Set(
    explanations.filter((each) => each.words.trim() !== '').map((each) => each.fingerprint),
  )
  return findings.filter(
    ({ severity, fingerprint }) =>
      severity === 'blocks' || (severity === 'explain' && !explained.has(fingerprint)),
  )
}
