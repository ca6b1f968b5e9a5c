import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { keepSealed, readSealed } from '#platform/files/sealed.ts'
import { contactOf, organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import type { ClockGiven } from './clock-view.ts'
import type { Applicant } from './contract.ts'
import { letterNumberOf, letterSeries } from './numbers.ts'
import { partyOf } from './parties.ts'
import type { LetterId, Recorded } from './rules/facts.ts'
import type { Letter, LetterKind } from './rules/letter.ts'
import type { LetterGround, LetterOrgan } from './rules/letter-words.ts'
import { writeLetter } from './rules/letters.ts'
import { fold, type RequestCase } from './rules/request.ts'
import type { LetterDemand, NewFact } from './rules/step.ts'
import { settingsOf } from './settings-store.ts'
import { nextNumber } from './store.ts'
import { writeDocx } from './templates/store.ts'

type Db = Kysely<Database> | Transaction<Database>

/** A letter that was numbered, written and kept. */
export interface Issued {
  kind: LetterKind
  number: string
  fileId: string
  name: string
  /** As the fact keeps it. */
  id: LetterId
}

interface ToIssue {
  organId: string
  caseId: string
  by: string
  before: readonly Recorded[]
  facts: readonly NewFact[]
  demand: LetterDemand
  given: ClockGiven
}

/** The organ as its letters name it, with whom to go to for a remedy. */
export async function letterOrgan(
  platform: Platform,
  organId: string,
  on: Day,
): Promise<LetterOrgan & { shortName: string }> {
  const [organ, contact, { payment }] = await Promise.all([
    organById(platform.db, organId, on),
    contactOf(platform.db, organId),
    settingsOf(platform.db, organId),
  ])
  if (!organ) throw new Error(`no organ ${organId}`)
  return {
    name: organ.name,
    shortName: organ.shortName,
    office: contact?.office ?? '政府信息公开工作机构',
    address: contact?.address ?? '',
    telephone: contact?.telephone ?? '',
    ...(contact?.hours ? { hours: contact.hours } : {}),
    reconsiderationOrgan: contact?.reconsiderationOrgan ?? '',
    court: contact?.court ?? '',
    payment,
  }
}

/**
 * Numbers the letter of a step (公函字号 without gaps per organ and year), writes it as Word from the organ's template,
 * and keeps file and words sealed; its companions likewise, without a number.
 */
export async function issueLetter(
  tx: Transaction<Database>,
  platform: Platform,
  step: ToIssue,
): Promise<Issued> {
  const on = step.facts[0]?.happenedOn ?? step.given.today
  const organ = await letterOrgan(platform, step.organId, on)
  const year = Number(on.slice(0, 4))
  const n = await nextNumber(tx, step.organId, letterSeries, year)
  const number = letterNumberOf(organ.shortName, year, n)
  const ground = await groundOf(tx, platform, step, { organ, on, number })
  const { kind, companions = [] } = step.demand
  const letter = writeLetter(kind, ground)
  const kept = await keepLetter(tx, platform, step, letter)
  const beside: LetterId[] = []
  for (const each of companions) {
    const sheet = writeLetter(each, { ...ground, number: '' })
    beside.push((await keepLetter(tx, platform, step, sheet)).id)
  }
  const id = { ...kept.id, ...(beside.length > 0 ? { companions: beside } : {}) }
  return { kind, number, fileId: kept.id.file, name: kept.name, id }
}

/** Writes the sheets of a step that carry no number, from the case as the step makes it. */
export async function issueSheets(
  tx: Transaction<Database>,
  platform: Platform,
  step: Omit<ToIssue, 'demand'>,
  kinds: readonly LetterKind[],
): Promise<LetterId[]> {
  const on = step.facts.at(-1)?.happenedOn ?? step.given.today
  const organ = await letterOrgan(platform, step.organId, on)
  const sheets: LetterId[] = []
  for (const kind of kinds) {
    const ground = await groundOf(tx, platform, { ...step, demand: { kind } }, { organ, on, number: '' })
    sheets.push((await keepLetter(tx, platform, step, writeLetter(kind, ground))).id)
  }
  return sheets
}

type Kept = { id: LetterId & { file: string }; name: string }

async function keepLetter(
  tx: Transaction<Database>,
  platform: Platform,
  { organId, caseId, by }: Pick<ToIssue, 'organId' | 'caseId' | 'by'>,
  letter: Letter,
): Promise<Kept> {
  const { bytes, template } = await writeDocx(tx, platform, organId, letter)
  const name = `${letter.title}${letter.number ? `（${letter.number}）` : ''}.docx`
  const at = platform.now().toISOString()
  const stored = await platform.files.store(tx, { organId, caseId, name, bytes, sealed: true, by, at })
  if (stored.kind === 'refused') throw new Error(`a letter was not kept: ${stored.code}`)
  const words = await keepSealed(tx, platform.seal, { organId, caseId, value: letter })
  const { file_id: file, name: kept } = stored.file
  const { kind, number } = letter
  return { id: { kind, number, file, words, ...(template ? { template } : {}) }, name: kept }
}

/** A letter in words as it was issued; undefined where only its number is known, or it was erased. */
export async function wordsOf(
  platform: Platform,
  organId: string,
  { words }: LetterId,
): Promise<Letter | undefined> {
  if (!words) return undefined
  return (await readSealed(platform.db, platform.seal, { organId, sealedId: words })) as Letter | undefined
}

/** All that a letter of a case is written from, as the case stands with these facts. */
export async function groundOf(
  tx: Db,
  platform: Platform,
  { organId, before, facts, demand, given }: ToIssue,
  rest: Pick<LetterGround, 'organ' | 'on' | 'number'>,
): Promise<LetterGround> {
  const seq = before.at(-1)?.seq ?? 0
  const all = [
    ...before,
    ...facts.map((each, i) => ({
      ...withNumber(each, rest.number),
      seq: seq + i + 1,
      recordedAt: '',
      recordedBy: '',
    })),
  ]
  const c = fold(all)
  if (!c) throw new Error('a letter without a case')
  const applicant = (await readSealed(tx, platform.seal, { organId, sealedId: c.intake.applicant })) as
    | Applicant
    | undefined
  const { consultationId } = demand
  const receiver = await receiverOf(tx, c, rest.on)
  return {
    c,
    facts: all,
    applicant: applicant?.name ?? '申请人',
    calendar: given.calendar,
    settings: given.settings,
    ...(consultationId ? { consultationId } : {}),
    ...(await addresseeOf(tx, platform, { organId, c, facts, demand })),
    ...(receiver ? { receiver } : {}),
    ...rest,
  }
}

// The letter's own fact already bears its number: a slip or a service record names it.
const withNumber = (each: NewFact, number: string): NewFact =>
  'letter' in each.fact && each.fact.letter
    ? { ...each, fact: { ...each.fact, letter: { ...each.fact.letter, number } } }
    : each

type Addressed = Pick<LetterGround, 'party' | 'partyContact'>

// Whom a letter to somebody else is addressed to: the unit asked for material, or the party consulted.
async function addresseeOf(
  tx: Db,
  platform: Platform,
  { organId, c, facts, demand }: Pick<ToIssue, 'organId' | 'facts' | 'demand'> & { c: RequestCase },
): Promise<Addressed> {
  if (demand.kind === 'assist') return { party: c.materials.at(-1)?.unit ?? '' }
  const consultation = c.consultations.find((one) => one.consultationId === demand.consultationId)
  if (!consultation) return {}
  // In the step that consults a third party its name is still in the fact; afterwards it is sealed.
  const isNew = facts.some(({ fact }) => fact.type === 'consultationSent')
  const { name, contact } = isNew
    ? { name: consultation.party, contact: consultation.contact }
    : await partyOf(tx, platform, organId, consultation)
  return { party: name, ...(contact ? { partyContact: contact } : {}) }
}

// The organ that a case is handed over to, as the applicant may reach it.
async function receiverOf(tx: Db, c: RequestCase, on: Day): Promise<LetterGround['receiver']> {
  if (!('closing' in c) || c.closing.how !== 'handedOver') return undefined
  const { to } = c.closing
  const [organ, contact] = await Promise.all([organById(tx, to, on), contactOf(tx, to)])
  if (!organ) return undefined
  const told = [contact?.office, contact?.telephone, contact?.address].filter(Boolean)
  return { name: organ.name, contact: told.join('，') }
}
