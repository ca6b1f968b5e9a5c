import type { Role } from '#law/roles.ts'
import type { StepAsk } from '#platform/ledger/contract.ts'
import type { Platform } from '#platform/platform.ts'
import { mergedGround } from './below.ts'
import { hashOfReport } from './compile-store.ts'
import { recordReportStep, reportFacts } from './report-store.ts'
import { decideReport, type ReportGround } from './rules/decide.ts'
import type { ReportFact } from './rules/facts.ts'
import { type ReportRefusal, refused } from './rules/refusals.ts'
import { type ReportStepName, reportStepOf } from './rules/steps.ts'
import { standingReport } from './standing.ts'
import { type Working, workingReport } from './working.ts'

export interface WhoSteps {
  personId: string
  roles: readonly Role[]
}

// A merged report is decided upon as merged, a review upon what was handed in; all else upon what the ledger gives now.
async function groundOf(platform: Platform, working: Working, step: ReportStepName): Promise<ReportGround> {
  if (step === 'publishMerged') return mergedGround(platform, working)
  if (step !== 'accept') return working
  const { organId, year, roles } = working
  return (await standingReport(platform, organId, year, roles)) ?? working
}

/** Takes a step with a report: the facts and the row in one transaction, or a refusal with its reason. */
export async function takeReportStep(
  platform: Platform,
  organId: string,
  year: number,
  step: ReportStepName,
  { askId, seenSeq, ask }: StepAsk,
  who: WhoSteps,
): Promise<{ kind: 'done'; seq: number } | ReportRefusal> {
  const at = platform.now().toISOString()
  const working = await workingReport(platform, organId, year, { cutOff: at, roles: who.roles })
  if (!working) return refused('notFound')
  const ground = await groundOf(platform, working, step)
  const answer = decideReport(step, ask, ground)
  if (answer.kind === 'refused') return answer
  const form = working.form
  const isBegun = working.c.status !== 'notBegun' || reportStepOf(step).fromAbove
  const begun: ReportFact[] = isBegun ? [] : [{ type: 'begun', form }]
  const facts = [...begun, ...answer.facts].map((fact) =>
    fact.type === 'submitted' ? { ...fact, hash: hashOfReport(form, organId, fact.report) } : fact,
  )
  const recorded = await platform.db.transaction().execute((tx) =>
    recordReportStep(tx, {
      organId,
      year,
      form: Number(form),
      askId,
      seenSeq,
      by: who.personId,
      at,
      today: working.today,
      facts,
    }),
  )
  if (!recorded) return refused('changedMeanwhile')
  return { kind: 'done', seq: (await reportFacts(platform.db, organId, year)).at(-1)?.seq ?? 0 }
}
