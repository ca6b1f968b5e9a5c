import { readsApplicant } from '#duties/requests/case-roles.ts'
import { offerView } from '#duties/requests/offer-view.ts'
import { offerOf } from '#duties/requests/rules/offer.ts'
import { recordedOf as requestFactOf, rowOf } from '#duties/requests/store.ts'
import { citeInChinese } from '#law/citation.ts'
import type { Role } from '#law/roles.ts'
import { readSealed } from '#platform/files/sealed.ts'
import type { StepOffer } from '#platform/ledger/contract.ts'
import { read } from '#platform/ledger/ledger.ts'
import type { Platform } from '#platform/platform.ts'
import type { RemedyPage, RemedyView } from './contract.ts'
import { remedyBars } from './rules/decide.ts'
import { evidenceOf } from './rules/evidence.ts'
import { remedyLimitLabels, remedyLimits } from './rules/limits.ts'
import { sayRemedyRefusal } from './rules/refusals.ts'
import {
  foldRemedy,
  type RemedyCase,
  type RemedyStatus,
  remedyStatusLabels,
  remedyStatusOf,
} from './rules/remedy.ts'
import { isResultCode, results } from './rules/results.ts'
import {
  aboutLabels,
  type RemedyStepName,
  remedyKindLabels,
  remedyStepNames,
  remedyStepOf,
} from './rules/steps.ts'
import { remedyFactLabel, remedyLines } from './rules/timeline.ts'
import { remedyFacts, remedyPage, remedySettingsOf } from './store.ts'
import type { RemedyRow } from './tables.ts'

const kindLabel = (kind: string): string =>
  Object.hasOwn(remedyKindLabels, kind) ? remedyKindLabels[kind as keyof typeof remedyKindLabels] : kind

const statusLabel = (status: string): string =>
  Object.hasOwn(remedyStatusLabels, status) ? remedyStatusLabels[status as RemedyStatus] : status

const rowView = (row: RemedyRow): RemedyPage['rows'][number] => ({
  caseId: row.case_id,
  kind: row.kind,
  kindLabel: kindLabel(row.kind),
  number: row.number,
  status: row.status,
  statusLabel: statusLabel(row.status),
  begunOn: row.begun_on,
  resultLabel: row.result && isResultCode(row.result) ? results[row.result].name : null,
  concludedOn: row.concluded_on,
})

/** One page of an organ's remedies, newest first. */
export async function remedyList(
  platform: Platform,
  organId: string,
  { after, open = false }: { after?: string; open?: boolean },
): Promise<RemedyPage> {
  const { rows, next } = await remedyPage(platform.db, organId, {
    ...(after ? { after } : {}),
    open,
    limit: 50,
  })
  return { rows: rows.map(rowView), next }
}

/** The button of a step with its entries, and why not where it cannot be pressed. */
export function remedyOffer(
  step: RemedyStepName,
  c: RemedyCase | undefined,
  context: Parameters<typeof remedyBars>[2],
): StepOffer {
  const refusal = remedyBars(step, c, context)
  const said = refusal && { ...refusal, sentence: sayRemedyRefusal(refusal) }
  return offerView(offerOf(step, remedyStepOf(step), { refusal: said }))
}

/** A remedy as the organ's people see it; undefined where that organ has no such case. */
export async function remedyView(
  platform: Platform,
  organId: string,
  caseId: string,
  who: { personId: string; roles: readonly Role[] },
): Promise<RemedyView | undefined> {
  const facts = await remedyFacts(platform.db, organId, caseId)
  const c = foldRemedy(facts)
  if (!c) return undefined
  const context = { today: platform.today(), by: who.personId, roles: who.roles }
  const mayRead = who.roles.some((role) => readsApplicant.includes(role))
  const [request, party, files, limits] = await Promise.all([
    c.requestId ? rowOf(platform.db, organId, c.requestId) : undefined,
    mayRead ? readSealed(platform.db, platform.seal, { organId, sealedId: c.applicant }) : undefined,
    fileNames(platform, organId, caseId),
    limitsOf(platform, organId, c),
  ])
  const evidence = request ? await requestEvidence(platform, organId, request.case_id) : []
  return {
    caseId,
    organId,
    kindLabel: remedyKindLabels[c.kind],
    number: c.number,
    body: c.body,
    aboutLabel: aboutLabels[c.about],
    claims: c.claims,
    party: (party as { name?: string } | undefined)?.name ?? null,
    seq: c.seq,
    statusLabel: remedyStatusLabels[remedyStatusOf(c)],
    begunOn: c.begunOn,
    request: request ? { caseId: request.case_id, number: request.number, title: request.title } : null,
    limits,
    timeline: facts.map(({ seq, happenedOn, recordedAt, fact }) => ({
      seq,
      type: fact.type,
      label: remedyFactLabel(fact),
      happenedOn,
      recordedAt,
      lines: remedyLines(fact),
      files: filesIn(fact).flatMap((id) => files.get(id) ?? []),
    })),
    evidence,
    offers: remedyStepNames.filter((step) => step !== 'begin').map((step) => remedyOffer(step, c, context)),
  }
}

const filesIn = (fact: object): readonly string[] => [
  ...('files' in fact && Array.isArray(fact.files) ? (fact.files as string[]) : []),
  ...('file' in fact && typeof fact.file === 'string' ? [fact.file] : []),
]

async function fileNames(platform: Platform, organId: string, caseId: string) {
  const rows = await platform.db
    .selectFrom('file')
    .select(['file_id', 'name'])
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .execute()
  return new Map(rows.map((row) => [row.file_id, { fileId: row.file_id, name: row.name }]))
}

async function limitsOf(platform: Platform, organId: string, c: RemedyCase): Promise<RemedyView['limits']> {
  const [calendar, settings] = await Promise.all([
    platform.calendarFor(organId),
    remedySettingsOf(platform.db, organId),
  ])
  return remedyLimits(c, calendar, settings).map(({ code, on, provisional, cites }) => ({
    label: remedyLimitLabels[code],
    on,
    provisional,
    place: cites ? citeInChinese(cites) : '',
  }))
}

async function requestEvidence(platform: Platform, organId: string, requestId: string) {
  const rows = await read(platform.db, organId, requestId)
  return evidenceOf(rows.map(requestFactOf)).map(({ name, on, proves }) => ({ name, on, proves }))
}
