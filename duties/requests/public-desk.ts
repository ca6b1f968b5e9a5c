import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { organById, successorOf } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { awaitedOf } from './awaited.ts'
import { lettersIn as lettersOf } from './case-files.ts'
import { factsOf, givenFor } from './case-ground.ts'
import { type ClockGiven, dueForApplicant, stripView } from './clock-view.ts'
import type { FieldError, IntakeAsk } from './contract.ts'
import type { Receipt, TrackView } from './contract-track.ts'
import { errorsOf, takeStep } from './desk.ts'
import { caseFileNames, caseFileUnchecked } from './files.ts'
import { hookKey, hookProblem } from './hooks.ts'
import { queryCodeFor, queryCodeHash } from './intake-facts.ts'
import { letterOrgan, wordsOf } from './issue-letter.ts'
import { namesIn } from './names.ts'
import { openCase } from './open-case.ts'
import { proofErrors, type SentProof } from './proofs.ts'
import { toApplicant } from './rules/because.ts'
import type { LetterId, Recorded } from './rules/facts.ts'
import { checkIntake, isEmail } from './rules/intake.ts'
import type { Letter, LetterKind } from './rules/letter.ts'
import { sayContact } from './rules/letter-words.ts'
import { letters } from './rules/letters.ts'
import { mended } from './rules/mended.ts'
import { sayRefusal } from './rules/refusals.ts'
import { remedyOf } from './rules/remedy-words.ts'
import { fold, type RequestCase } from './rules/request.ts'
import { statusLabel, statusOf } from './rules/status.ts'
import type { StepContext } from './rules/step.ts'
import type { StepName } from './rules/steps.ts'
import type { SuggestionGround } from './rules/suggestions.ts'
import { factLabels, linesOf } from './rules/timeline.ts'
import { whatNext } from './rules/what-next.ts'
import { ownSuggestion } from './suggestions/applicant.ts'
import { suggestPublication } from './suggestions/record.ts'
import { askToBeTold, endWish, type Wishes, wishedAddress } from './wishes.ts'

const applicantContext = (given: ClockGiven): StepContext => ({
  ...given,
  by: 'applicant',
  roles: ['applicant'],
  newId: () => randomUUIDv7(),
})

export type Filed = { kind: 'filed'; receipt: Receipt } | { kind: 'invalid'; errors: FieldError[] }

/** What comes with the entries: the form's id, proofs of identity, how to be told of news. */
export interface FilingOf {
  askId: string
  channel: 'online'
  proofs?: readonly SentProof[]
  wishes?: Wishes
}

/**
 * Files a request from the portal (第二十九、三十一条). An organ that has ended hands it to its successor. Whether
 * sending confirms the receipt at once is the organ's setting. The same form sent twice gets the same receipt.
 */
export async function fileRequest(
  platform: Platform,
  toOrganId: string,
  ask: IntakeAsk,
  { askId, proofs = [], wishes = {} }: FilingOf,
): Promise<Filed> {
  const checked = checkIntake(ask)
  const wrong = await proofErrors(proofs)
  if ('problems' in checked) return { kind: 'invalid', errors: [...errorsOf(checked.problems), ...wrong] }
  if (wrong.length > 0) return { kind: 'invalid', errors: wrong }
  const today = platform.today()
  const organId = await successorOf(platform.db, toOrganId, today)
  const organ = await organById(platform.db, organId, today)
  if (!organ) return { kind: 'invalid', errors: [{ field: 'organ', message: '请选择受理申请的机关' }] }
  const given = await givenFor(platform, organId)
  const queryCode = queryCodeFor(platform, organId, askId)
  const answer = await openCase(platform, {
    organId,
    askId,
    kind: 'request',
    channel: 'online',
    checked: checked.intake,
    arrival: { arrivedOn: today, confirmation: '在线平台提交成功即为双方确认' },
    context: applicantContext(given),
    queryCode,
    proofs,
    wishes,
  })
  if (answer.kind === 'invalid') return answer
  if (answer.kind === 'refused')
    return { kind: 'invalid', errors: [{ field: 'organ', message: sayRefusal(answer.refusal) }] }
  const { facts } = answer
  const c = fold(facts)
  if (!c) throw new Error('a request was filed and not recorded')
  return { kind: 'filed', receipt: receiptOf(c, facts, { given, queryCode, organName: organ.name }) }
}

const receiptOf = (
  c: RequestCase,
  facts: readonly Recorded[],
  { given, ...keys }: { given: ClockGiven } & Pick<Receipt, 'queryCode' | 'organName'>,
): Receipt => ({
  number: c.intake.number,
  ...keys,
  submittedAt: facts[0]?.recordedAt ?? '',
  receivedOn: 'receivedOn' in c ? (c.receivedOn ?? null) : null,
  due: dueForApplicant(facts, given),
  strip: stripView(facts, given),
})

interface Found {
  organId: string
  caseId: string
  facts: Recorded[]
  c: RequestCase
}

/** The case of that number, where the query code is right; a wrong number and a wrong code look alike. */
async function find(platform: Platform, number: string, queryCode: string): Promise<Found | null> {
  const wanted = number
    .normalize('NFKC')
    .replaceAll('(', '〔')
    .replaceAll(')', '〕')
    .replace(/[[［【]/g, '〔')
    .replace(/[\]］】]/g, '〕')
    .replace(/\s/g, '')
  const row = await platform.db
    .selectFrom('request_row')
    .select(['organ_id', 'case_id'])
    .where('number', '=', wanted)
    .where('query_index', '=', queryCodeHash(platform, queryCode))
    .executeTakeFirst()
  if (!row) return null
  const facts = await factsOf(platform, row.organ_id, row.case_id)
  const c = fold(facts)
  return c ? { organId: row.organ_id, caseId: row.case_id, facts, c } : null
}

interface Own {
  on: string
  letter: LetterId
}

// What goes to a third party is not the applicant's; the word to the applicant that goes with it is.
const lettersIn = (facts: readonly Recorded[]): Own[] =>
  facts.flatMap((each) =>
    factLabels[each.fact.type].public
      ? lettersOf(each)
          .filter(({ kind }) => letters[kind as LetterKind]?.to === 'applicant')
          .map((letter) => ({ on: each.happenedOn, letter }))
      : [],
  )

// The reply itself is the applicant's once it is served, not while it waits to be.
const replyLetter = (c: RequestCase): Own[] =>
  'closing' in c && c.closing.how === 'replied'
    ? [{ on: c.closing.on, letter: c.closing.decision.letter }]
    : []

const lettersFor = ({ c, facts }: Found) =>
  [...lettersIn(facts), ...replyLetter(c)].filter(({ letter }) => letter.file)

const lettersView = (found: Found): TrackView['letters'] =>
  lettersFor(found).map(({ on, letter }) => ({
    fileId: letter.file ?? '',
    title: letters[letter.kind as LetterKind]?.title ?? '',
    number: letter.number,
    on,
    readable: Boolean(letter.words),
  }))

// As mended: a file that was put there by a slip is the applicant's no longer.
const enclosuresIn = ({ facts }: Found): string[] =>
  mended(facts).flatMap(({ fact }) => (fact.type === 'served' ? (fact.enclosures ?? []) : []))

async function enclosuresView(platform: Platform, found: Found): Promise<TrackView['enclosures']> {
  const { organId, caseId } = found
  const names = await caseFileNames(platform, organId, caseId, enclosuresIn(found))
  return names.map(({ file_id, name, size }) => ({ fileId: file_id, name, size: Number(size) }))
}

/** What the applicant sees of a request; null where number or code is wrong. */
export async function track(
  platform: Platform,
  number: string,
  queryCode: string,
): Promise<TrackView | null> {
  const found = await find(platform, number, queryCode)
  if (!found) return null
  const { c, facts, organId } = found
  const given = await givenFor(platform, organId)
  const [organ, names] = await Promise.all([
    organById(platform.db, organId, given.today),
    namesIn(platform, facts),
  ])
  return {
    number: c.intake.number,
    organName: organ?.name ?? '',
    statusLabel: toApplicant(statusLabel(c)),
    whatNext: whatNext[statusOf(c)],
    title: c.title,
    submittedOn: c.arrivedOn,
    receivedOn: 'receivedOn' in c ? (c.receivedOn ?? null) : null,
    due: dueForApplicant(facts, given),
    strip: stripView(facts, given),
    timeline: facts
      .filter(({ fact }) => factLabels[fact.type].public)
      .map(({ fact, happenedOn }) => ({
        happenedOn,
        label: toApplicant(factLabels[fact.type].label),
        lines: linesOf(fact, names, true).map(({ label, text }) => `${label}：${text}`),
      })),
    letters: lettersView(found),
    enclosures: await enclosuresView(platform, found),
    ...(await toldOf(platform, found)),
    parts: await partsOf(platform, found),
    ...awaitedOf(c, facts, given),
    contact: sayContact(await letterOrgan(platform, organId, given.today)),
    suggestion: await ownSuggestion(platform, found),
    remedies: await remediesOf(platform, found, given),
    mayWithdraw: c.state === 'arrived' || c.state === 'open',
  }
}

type Told = Pick<TrackView, 'noticed' | 'hook' | 'mayHook'>

// How the applicant is told of news.
async function toldOf(platform: Platform, found: Found): Promise<Told> {
  const [mail, address] = await Promise.all([
    wishedAddress(platform.db, platform, found, 'mail'),
    wishedAddress(platform.db, platform, found, 'hook'),
  ])
  return {
    noticed: mail !== undefined,
    hook: address === undefined ? null : { address, key: hookKey(platform, found) },
    mayHook: found.c.intake.category !== 'naturalPerson',
  }
}

async function partsOf(platform: Platform, { c, organId }: Found): Promise<TrackView['parts']> {
  if (!('closing' in c) || c.closing.how !== 'split') return []
  return platform.db
    .selectFrom('request_row')
    .select(['number', 'title'])
    .where('organ_id', '=', organId)
    .where(
      'case_id',
      'in',
      c.closing.into.map(({ caseId }) => caseId),
    )
    .orderBy(sql`length(number)`)
    .orderBy('number')
    .execute()
}

// What a person may do against the reply, once it is served; before that nothing is decided.
async function remediesOf(
  platform: Platform,
  { c, organId }: Found,
  { settings }: ClockGiven,
): Promise<string[]> {
  if (!('closing' in c) || c.closing.how !== 'replied') return []
  const { decision } = c.closing
  return remedyOf(decision.parts, decision.on, await letterOrgan(platform, organId, decision.on), settings)
}

const stepFor = {
  correct: 'recordCorrected',
  withdraw: 'withdraw',
  giveReasons: 'recordReasons',
} as const satisfies Record<string, StepName>

export type ApplicantStepName = keyof typeof stepFor

/** A step of the applicant's own: correction, withdrawal, reasons. It happens today. */
export async function applicantStep(
  platform: Platform,
  number: string,
  queryCode: string,
  step: ApplicantStepName,
  ask: Record<string, unknown>,
  askId: string,
): Promise<
  { kind: 'done' } | { kind: 'refused'; sentence: string } | { kind: 'invalid'; errors: FieldError[] }
> {
  const found = await find(platform, number, queryCode)
  if (!found) return { kind: 'refused', sentence: '没有找到这件申请，请核对编号和查询码' }
  const given = await givenFor(platform, found.organId)
  const context = {
    ...given,
    by: 'applicant' as const,
    roles: ['applicant' as const],
    newId: () => randomUUIDv7(),
  }
  const sent = { askId, seenSeq: found.c.seq, ask }
  const answer = await takeStep(platform, found.organId, found.caseId, stepFor[step], sent, context)
  if (answer.kind === 'refused') return { kind: 'refused', sentence: sayRefusal(answer.refusal) }
  return answer.kind === 'invalid' ? answer : { kind: 'done' }
}

/** The applicant suggests to publish what was given to them (第四十四条第二款); false where nothing was. */
export async function suggest(
  platform: Platform,
  { number, queryCode }: { number: string; queryCode: string },
  ground: SuggestionGround,
): Promise<boolean> {
  const found = await find(platform, number, queryCode)
  return found !== null && suggestPublication(platform, found, ground)
}

/** A letter of one's own request or what was given with it, to be downloaded; null where it is not among those the applicant may have. */
export async function publicLetter(platform: Platform, number: string, queryCode: string, fileId: string) {
  const found = await find(platform, number, queryCode)
  if (!found) return null
  const isOwn = lettersFor(found).some(({ letter }) => letter.file === fileId)
  if (!isOwn && !enclosuresIn(found).includes(fileId)) return null
  return caseFileUnchecked(platform, found.organId, found.caseId, fileId)
}

/** The words of such a letter, to be read as a page; null where it is not the applicant's, or only a file was kept. */
export async function publicLetterWords(
  platform: Platform,
  number: string,
  queryCode: string,
  fileId: string,
): Promise<Letter | null> {
  const found = await find(platform, number, queryCode)
  const own = found && lettersFor(found).find(({ letter }) => letter.file === fileId)
  return (own && (await wordsOf(platform, found.organId, own.letter))) ?? null
}

/** Begins to tell the applicant by mail that there is news, or stops where the address is empty. */
export async function setNotices(
  platform: Platform,
  number: string,
  queryCode: string,
  address: string,
): Promise<{ kind: 'done' } | { kind: 'refused' } | { kind: 'invalid'; errors: FieldError[] }> {
  const found = await find(platform, number, queryCode)
  if (!found) return { kind: 'refused' }
  if (address === '') await endWish(platform.db, found, 'mail')
  else if (isEmail(address)) await askToBeTold(platform.db, platform, found, 'mail', address)
  else
    return {
      kind: 'invalid',
      errors: [{ field: 'email', message: '电子邮箱应当写作 name@example.cn 的样子' }],
    }
  return { kind: 'done' }
}

/** Begins to call an institution when there is news, or stops where the address is empty. */
export async function setHook(
  platform: Platform,
  { number, queryCode }: { number: string; queryCode: string },
  address: string,
  intranet: readonly string[],
): Promise<{ kind: 'done' } | { kind: 'refused' } | { kind: 'invalid'; errors: FieldError[] }> {
  const found = await find(platform, number, queryCode)
  if (!found || found.c.intake.category === 'naturalPerson') return { kind: 'refused' }
  if (address === '') {
    await endWish(platform.db, found, 'hook')
    return { kind: 'done' }
  }
  const message = hookProblem(address, intranet)
  if (message) return { kind: 'invalid', errors: [{ field: 'hook', message }] }
  await askToBeTold(platform.db, platform, found, 'hook', address)
  return { kind: 'done' }
}
