import { randomUUIDv7 } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { FieldError } from '#platform/http/problem.ts'
import { type Actor, rolesAt } from '#platform/identity/actor.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import type { Platform } from '#platform/platform.ts'
import type { Calendar } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import { cleaned, lookedUp } from './content-in.ts'
import type { GateFinding } from './gate/findings.ts'
import type { GateSettings } from './gate/settings.ts'
import { findingOf, gateContent, gateFiles } from './gate-check.ts'
import { factRowsOf, hashOfContent, recordedOf, releasedOn } from './item-store.ts'
import { gateWithParties, partiesSealed } from './parties.ts'
import { MovedOn, recordItem } from './record.ts'
import { markNamed, registered } from './registration.ts'
import { publicCopies } from './release-files.ts'
import { type BatchName, batches } from './rules/batch.ts'
import { decide } from './rules/decide.ts'
import type { Recorded } from './rules/facts.ts'
import { contentOf, fold, type ItemCase, keptFilesOf } from './rules/item.ts'
import { type Problem, sayProblem } from './rules/problems.ts'
import { type Refusal, refused } from './rules/refusals.ts'
import type { PublicationSettings } from './rules/settings.ts'
import { standingOf } from './rules/standing.ts'
import type { Done, NewFact, StepContext } from './rules/step.ts'
import { type StepName, stepOf } from './rules/steps.ts'
import { sayWarning } from './rules/warnings.ts'
import { gateSettingsOf, settingsOf } from './settings-store.ts'

type Db = Kysely<Database> | Transaction<Database>

/** What the desk answers: done, a refusal of the law or the item, or entries that are wrong. */
export type DeskAnswer<T> =
  | ({ kind: 'done' } & T)
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'invalid'; errors: FieldError[] }

/** The calendar, the settings and the day with which an organ's items are judged now. */
export interface DeskGiven {
  calendar: Calendar
  settings: PublicationSettings
  gate: GateSettings
  today: Day
}

/** What holds for an organ now. */
export async function givenFor(platform: Platform, organId: string): Promise<DeskGiven> {
  const [calendar, settings, gate] = await Promise.all([
    platform.calendarFor(organId),
    settingsOf(platform.db, organId),
    gateSettingsOf(platform.db, organId),
  ])
  return { calendar, settings, gate, today: platform.today() }
}

/** What the rules may know of whoever acts at an organ: an officer, or the program itself. */
export function contextOf(
  platform: Platform,
  given: DeskGiven,
  who: Pick<StepContext, 'by' | 'roles'>,
): StepContext {
  const { calendar, settings, today } = given
  return {
    calendar,
    settings,
    today,
    ...who,
    now: platform.now().toISOString(),
    newId: () => randomUUIDv7(),
    hashOf: hashOfContent,
  }
}

/** The same for an officer at the organ. */
export const officerContext = (
  platform: Platform,
  given: DeskGiven,
  actor: Actor,
  organId: string,
): StepContext => contextOf(platform, given, { by: actor.personId, roles: rolesAt(actor, organId) })

/** The facts of an item of one organ; none where that organ has no such item. */
export const factsOf = async (db: Db, organId: string, itemId: string): Promise<Recorded[]> =>
  (await factRowsOf(db, organId, itemId)).map(recordedOf)

export const errorsOf = (problems: readonly Problem[]): FieldError[] =>
  problems.map((problem) => ({ field: problem.field, message: sayProblem(problem) }))

/**
 * What the gate finds in the text at hand, or in the files kept with the page; undefined where nothing is at hand that
 * would be published. `gate` holds the names that the item itself carries.
 */
export async function gateOf(
  platform: Platform,
  organId: string,
  c: ItemCase,
  gate: GateSettings,
  over: 'text' | 'kept' = 'text',
): Promise<GateFinding[] | undefined> {
  if (over === 'kept') return gateFiles(platform, organId, keptFilesOf(c), gate)
  const content = c.working?.content
  return content?.attribute === 'active' ? gateContent(platform, organId, content, gate) : undefined
}

/** The context with what the gate found, and the day of the document that the item interprets. */
export async function withFindings(
  platform: Platform,
  organId: string,
  c: ItemCase,
  context: StepContext,
  found: readonly GateFinding[] | undefined,
): Promise<StepContext> {
  const content = contentOf(c)
  const documentOn = await releasedOn(platform.db, organId, content?.interprets)
  const findings = (found ?? []).map((one) => findingOf(one, content?.files ?? []))
  return { ...context, findings, ...(documentOn ? { documentOn } : {}) }
}

export interface StepToTake {
  askId: string
  seenSeq: number
  ask: Readonly<Record<string, unknown>>
  /** Only where the item stands there: it is one of several that are passed together. */
  at?: BatchName
}

export interface Taken {
  seq: number
  warnings: string[]
  /** What cleaning took out of a pasted text. */
  dropped: string[]
}

const again = (rows: readonly { ask_id: string; seq: number }[], askId: string): Taken | undefined =>
  rows.some((row) => row.ask_id === askId)
    ? { seq: rows.at(-1)?.seq ?? 0, warnings: [], dropped: [] }
    : undefined

// The item is no longer as the person saw it, or not where the batch is passed.
function movedFrom(
  c: ItemCase,
  { settings }: StepContext,
  seenSeq: number,
  at?: BatchName,
): Refusal | undefined {
  if (c.seq !== seenSeq) return refused('changedMeanwhile')
  return at && !standingOf(c, settings).includes(at)
    ? refused('standsElsewhere', { at: batches[at].label })
    : undefined
}

/** The step of whoever `context` says, in one transaction with everything that follows from it. */
export async function takeItemStep(
  platform: Platform,
  organId: string,
  itemId: string,
  step: StepName,
  { askId, seenSeq, ask, at }: StepToTake,
  context: StepContext,
  gate: GateSettings,
): Promise<DeskAnswer<Taken>> {
  const rows = await factRowsOf(platform.db, organId, itemId)
  const known = again(rows, askId)
  if (known) return { kind: 'done', ...known }
  const before = rows.map(recordedOf)
  const c = fold(before)
  if (!c) return { kind: 'refused', refusal: refused('notFound') }
  const elsewhere = movedFrom(c, context, seenSeq, at)
  if (elsewhere) return { kind: 'refused', refusal: elsewhere }
  const { gate: over } = stepOf(step)
  const own = over ? await gateWithParties(platform, organId, c, gate) : gate
  const found = over ? await gateOf(platform, organId, c, own, over) : undefined
  const full = await withFindings(platform, organId, c, context, found)
  const { sent, dropped } = step === 'edit' ? cleaned(ask) : { sent: ask, dropped: [] }
  const answer = decide(step, c, sent, full)
  if (answer.kind === 'invalid') return { kind: 'invalid', errors: errorsOf(answer.problems) }
  if (answer.kind === 'refused') return { kind: 'refused', refusal: answer }
  const filled = await filledIn(platform.db, organId, itemId, answer)
  if ('problems' in filled) return { kind: 'invalid', errors: errorsOf(filled.problems) }
  const told = { before, rows, c, facts: filled.facts }
  const whole = { organId, itemId, askId, by: context.by, ...told, context: full, gate: own }
  return recordWhole(platform, whole, answer, dropped)
}

/** The facts of a step with the names of files and what else the rules cannot look up; or what is wrong. */
async function filledIn(
  db: Db,
  organId: string,
  itemId: string,
  { facts }: Done,
): Promise<{ facts: NewFact[] } | { problems: Problem[] }> {
  const filled: NewFact[] = []
  for (const each of facts) {
    if (each.fact.type !== 'edited') {
      filled.push(each)
      continue
    }
    const looked = await lookedUp(db, organId, itemId, each.fact.content)
    if ('problems' in looked) return looked
    filled.push({ ...each, fact: { ...each.fact, content: looked.content } })
  }
  return { facts: filled }
}

interface Whole {
  organId: string
  itemId: string
  askId: string
  by: string
  before: readonly Recorded[]
  rows?: readonly FactRow[]
  c: ItemCase
  facts: readonly NewFact[]
  context: StepContext
  gate: GateSettings
}

async function recordWhole(
  platform: Platform,
  whole: Whole,
  { warnings }: Done,
  dropped: string[],
): Promise<DeskAnswer<Taken>> {
  try {
    return await platform.db.transaction().execute(async (tx) => {
      const refusal = await recordIn(tx, platform, whole)
      if (refusal) return { kind: 'refused', refusal } as const
      const seq = (whole.before.at(-1)?.seq ?? 0) + whole.facts.length
      return { kind: 'done', seq, warnings: warnings.map(sayWarning), dropped } as const
    })
  } catch (fault) {
    if (fault instanceof MovedOn) return { kind: 'refused', refusal: refused('changedMeanwhile') }
    throw fault
  }
}

/**
 * Records the facts of a decided step in the caller's transaction. A release stores the public copies of the
 * attachments, opens each again and checks it; where one does not pass, nothing is kept and the refusal is given.
 */
export async function recordIn(
  tx: Transaction<Database>,
  platform: Platform,
  { c, gate, context, ...whole }: Whole,
): Promise<Refusal | undefined> {
  const facts: NewFact[] = []
  for (const each of whole.facts) {
    if (each.fact.type !== 'released' || !c.working) {
      facts.push(await partiesSealed(tx, platform, { ...whole, c }, each))
      continue
    }
    const copies = await publicCopies(tx, platform, { ...whole, working: c.working, gate })
    if (copies.kind === 'refused') return copies
    facts.push({ ...each, fact: { ...each.fact, files: copies.files } })
    const number = await registered(tx, whole.organId, c, context)
    if (number) facts.push(number)
  }
  const { calendar, settings, documentOn } = context
  const given = { calendar, settings, ...(documentOn ? { documentOn } : {}) }
  const recorded = await recordItem(tx, platform, { ...whole, facts, given })
  if (recorded.kind === 'movedOn') throw new MovedOn()
  if (facts.some(({ fact }) => fact.type === 'released')) await markNamed(tx, platform, whole, c, context)
  return undefined
}
