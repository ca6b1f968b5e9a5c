import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Static } from 'typebox'
import type { Database } from '#platform/database/schema.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { read } from '#platform/ledger/ledger.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { type Day, isDay } from '#time/day.ts'
import { givenFor, officerContext } from './case-ground.ts'
import type { FieldError, RegisterAsk, RegisteredSchema } from './contract.ts'
import { type DeskAnswer, errorsOf } from './desk.ts'
import { queryCodeFor, sealedIntake } from './intake-facts.ts'
import { feeProposal } from './person/same-person.ts'
import { duplicateWarnings } from './person/same-thing.ts'
import { keepProofs, type SentProof } from './proofs.ts'
import { inTransaction, recordStep } from './record.ts'
import type { CaseKind, Channel, Intake, Recorded } from './rules/facts.ts'
import { type CheckedIntake, checkIntake } from './rules/intake.ts'
import { channelLabels, kindLabels } from './rules/labels.ts'
import type { Problem } from './rules/problems.ts'
import { refused } from './rules/refusals.ts'
import { type Arrival, register } from './rules/register.ts'
import { fold } from './rules/request.ts'
import type { StepContext } from './rules/step.ts'
import { sayWarning } from './rules/warnings.ts'
import { recordedOf } from './store.ts'
import { keepWishes, type Wishes } from './wishes.ts'

/** The same form sent twice gets the same case: its id follows from the id of the form. */
export function caseIdOf(organId: string, askId: string): string {
  const hex = createHash('sha256').update(`${organId} ${askId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A case about to be opened. */
export interface ToOpen {
  organId: string
  askId: string
  kind: CaseKind
  channel: Channel
  checked: CheckedIntake
  arrival: Arrival
  context: StepContext
  queryCode?: string
  /** Found good by proofErrors. */
  proofs?: readonly SentProof[]
  wishes?: Wishes
}

export interface Opened {
  caseId: string
  facts: Recorded[]
  warnings: string[]
}

// The rules are asked before anything is numbered or sealed, with an intake that has neither.
const draftOf = ({ kind, channel, checked }: ToOpen): Intake => {
  const { category, title, description, formWanted, wayWanted } = checked
  const unknown = { number: '', applicant: '', applicantIndex: '' }
  return { kind, channel, category, title, description, formWanted, wayWanted, ...unknown }
}

/** Opens a case with its first facts, its number and its row; the same form sent twice opens it once. */
export async function openCase(platform: Platform, ask: ToOpen): Promise<DeskAnswer<Opened>> {
  const { organId, askId, context } = ask
  const organ = await organById(platform.db, organId, context.today)
  if (!organ) return { kind: 'refused', refusal: refused('notFound') }
  const first = register(draftOf(ask), ask.arrival, context)
  if (first.kind === 'refused') return { kind: 'refused', refusal: first }
  if (first.kind === 'invalid') return { kind: 'invalid', errors: errorsOf(first.problems) }
  const caseId = caseIdOf(organId, askId)
  const facts = await inTransaction(platform, async (tx) => {
    const known = (await read(tx, organId, caseId)).map(recordedOf)
    return known.length > 0 ? known : write(tx, platform, { ...ask, caseId, organ })
  })
  return { kind: 'done', caseId, facts, warnings: first.warnings.map(sayWarning) }
}

type ToWrite = ToOpen & { caseId: string; organ: { organId: string; shortName: string } }

async function write(tx: Transaction<Database>, platform: Platform, ask: ToWrite): Promise<Recorded[]> {
  const { organId, caseId, askId, context, channel } = ask
  const sent = ask.proofs ?? []
  const proofs = await keepProofs(tx, platform, { organId, caseId, by: context.by, sent })
  const intake = await sealedIntake(tx, platform, {
    proofs,
    organ: ask.organ,
    caseId,
    kind: ask.kind,
    channel,
    checked: ask.checked,
    on: ask.arrival.arrivedOn,
    ...(ask.queryCode ? { queryCode: ask.queryCode } : {}),
    ...(channel === 'oral' ? { writtenDownBy: context.by } : {}),
  })
  const answer = register(intake, ask.arrival, context)
  if (answer.kind !== 'done') throw new Error('the rules changed their mind')
  const recorded = await recordStep(tx, platform, {
    organId,
    caseId,
    askId,
    by: context.by,
    before: [],
    facts: answer.facts,
    sheets: answer.sheets,
    given: context,
  })
  if (recorded.kind === 'movedOn') return []
  await keepWishes(tx, platform, { organId, caseId }, ask.wishes ?? {})
  return recorded.facts
}

function registerErrors(ask: RegisterAsk): FieldError[] {
  const problems: Problem[] = []
  const notADay = (field: string, label: string) =>
    problems.push({ field, code: 'notADay', params: { label } })
  if (!isDay(ask.arrivedOn)) notADay('arrivedOn', '送到之日')
  if (ask.receivedOn !== undefined && !isDay(ask.receivedOn)) notADay('receivedOn', '收到之日')
  if (!Object.hasOwn(channelLabels, ask.channel))
    problems.push({ field: 'channel', code: 'notAChoice', params: { label: '提交方式' } })
  if (ask.kind !== undefined && !Object.hasOwn(kindLabels, ask.kind))
    problems.push({ field: 'kind', code: 'notAChoice', params: { label: '事项类别' } })
  return errorsOf(problems)
}

type Registered = Static<typeof RegisteredSchema>

/**
 * Registers what came in by paper, fax, mail or mouth (第二十九、三十一条). Where the channel needs the applicant's
 * confirmation and no day of it is given, the case waits as arrived. All errors are told at once.
 */
export async function registerCase(
  platform: Platform,
  organId: string,
  actor: Actor,
  ask: RegisterAsk,
): Promise<DeskAnswer<Registered>> {
  const context = officerContext(actor, organId, await givenFor(platform, organId))
  const checked = checkIntake(ask.intake)
  const errors = [...registerErrors(ask), ...('problems' in checked ? errorsOf(checked.problems) : [])]
  if (errors.length > 0 || 'problems' in checked) return { kind: 'invalid', errors }
  const queryCode = queryCodeFor(platform, organId, ask.askId)
  const answer = await openCase(platform, {
    organId,
    askId: ask.askId,
    kind: (ask.kind ?? 'request') as CaseKind,
    channel: ask.channel as Channel,
    checked: checked.intake,
    arrival: {
      arrivedOn: ask.arrivedOn as Day,
      ...(ask.receivedOn ? { receivedOn: ask.receivedOn as Day } : {}),
      ...(ask.confirmation ? { confirmation: ask.confirmation } : {}),
    },
    context,
    queryCode,
  })
  if (answer.kind !== 'done') return answer
  return registered(platform, organId, { ...answer, queryCode })
}

// What the desk is told with the number: the same person's same request, and the place on the ladder of the fee.
async function registered(
  platform: Platform,
  organId: string,
  { caseId, facts, warnings, queryCode }: Opened & { queryCode: string },
): Promise<{ kind: 'done' } & Registered> {
  const c = fold(facts)
  if (!c) throw new Error('a request was registered and not recorded')
  const which = { organId, caseId, c }
  const [duplicates, fee] = await Promise.all([
    duplicateWarnings(platform.db, which),
    feeProposal(platform.db, which),
  ])
  return {
    kind: 'done',
    caseId,
    number: c.intake.number,
    queryCode,
    warnings: [...warnings, ...duplicates],
    ladder: fee?.ladder ?? null,
  }
}
