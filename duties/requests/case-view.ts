import { formForYear, placeOf } from '#law/report-forms/forms.ts'
import type { Role } from '#law/roles.ts'
import { undrawable } from '#platform/documents/official-letter-pdf.ts'
import { readSealed } from '#platform/files/sealed.ts'
import { type Actor, rolesAt } from '#platform/identity/actor.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { filesIn } from './case-files.ts'
import { factsOf, givenFor, officerContext } from './case-ground.ts'
import { readsApplicant, readsProofs } from './case-roles.ts'
import { type ClockGiven, dueView, limitViews, stripView } from './clock-view.ts'
import type { Applicant, CaseView } from './contract.ts'
import { namesIn } from './names.ts'
import { offerView } from './offer-view.ts'
import { type Party, partyOf } from './parties.ts'
import { personOverview } from './person/same-person.ts'
import { linkedAsSame } from './person/same-thing.ts'
import { proofsIn } from './proofs.ts'
import { paymentDueOn } from './rules/case-terms.ts'
import { countCase, rowIn } from './rules/counts.ts'
import type { Recorded } from './rules/facts.ts'
import { feeState, sayFee, sayReckoning } from './rules/fee-words.ts'
import { categoryLabel, channelLabels, formLabels, wayLabels } from './rules/labels.ts'
import { offers } from './rules/offers.ts'
import { fold, type RequestCase } from './rules/request.ts'
import { statusLabel, statusOf } from './rules/status.ts'
import { factLabels, linesOf, type Names } from './rules/timeline.ts'

/** The applicant's particulars; null where they were erased. */
export async function applicantOf(
  platform: Platform,
  organId: string,
  c: RequestCase,
): Promise<Applicant | null> {
  const opened = await readSealed(platform.db, platform.seal, { organId, sealedId: c.intake.applicant })
  return (opened as Applicant | undefined) ?? null
}

type FileNames = ReadonlyMap<string, { fileId: string; name: string; size: number }>

async function fileNames(
  platform: Platform,
  organId: string,
  facts: readonly Recorded[],
  mayReadProofs: boolean,
): Promise<FileNames> {
  const ids = [...facts.flatMap(filesIn), ...(mayReadProofs ? proofsIn(facts) : [])]
  if (ids.length === 0) return new Map()
  const rows = await platform.db
    .selectFrom('file')
    .select(['file_id', 'name', 'size'])
    .where('organ_id', '=', organId)
    .where('file_id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [row.file_id, { fileId: row.file_id, name: row.name, size: Number(row.size) }]),
  )
}

type Parties = ReadonlyMap<string, Party>

// Whom the consultations went to, for those who serve the letters and read the answers.
async function partiesOf(platform: Platform, organId: string, c: RequestCase): Promise<Parties> {
  const named = c.consultations.map(
    async (one) => [one.consultationId, await partyOf(platform.db, platform, organId, one)] as const,
  )
  return new Map(await Promise.all(named))
}

const partyLines = ({ fact }: Recorded, parties: Parties): { label: string; text: string }[] => {
  const party = fact.type === 'consultationSent' ? parties.get(fact.consultationId) : undefined
  if (!party) return []
  return [
    { label: '名称', text: party.name },
    ...(party.contact ? [{ label: '联系方式', text: party.contact }] : []),
  ]
}

const timelineOf = (
  facts: readonly Recorded[],
  { names, files, parties }: { names: Names; files: FileNames; parties: Parties },
): CaseView['timeline'] =>
  facts.map((each) => ({
    seq: each.seq,
    type: each.fact.type,
    label: factLabels[each.fact.type].label,
    happenedOn: each.happenedOn,
    recordedAt: each.recordedAt,
    by: names.person(each.recordedBy),
    lines: [
      ...linesOf(each.fact, names, false).map(({ label, text }) => ({ label, text })),
      ...partyLines(each, parties),
    ],
    files: [...filesIn(each), ...proofsIn([each])].flatMap((id) => files.get(id) ?? []),
  }))

/** The cell of this year's report, or of the year of the reply, that the case stands in. */
function countsOf(
  facts: readonly Recorded[],
  c: RequestCase,
  now: string,
  given: Awaited<ReturnType<typeof givenFor>>,
) {
  const on = 'closing' in c ? c.closing.on : given.today
  const year = Number(on.slice(0, 4))
  const form = formForYear(year)
  const count = form && countCase(facts, year, now, given.settings)
  if (!count?.row || !form) return null
  const place = placeOf(`requests.${rowIn(form.id, count.row)}.${count.column}`, form.id)
  return place ? { year, rowLabel: place.row.label, columnLabel: place.column.label } : null
}

async function linkedTo(platform: Platform, organId: string, c: RequestCase): Promise<CaseView['linked']> {
  const into = 'closing' in c && c.closing.how === 'split' ? c.closing.into.map(({ caseId }) => caseId) : []
  const ids = [...into, ...(c.intake.splitFrom ? [c.intake.splitFrom] : [])]
  if (ids.length === 0) return []
  const rows = await platform.db
    .selectFrom('request_row')
    .select(['case_id', 'number', 'title'])
    .where('organ_id', '=', organId)
    .where('case_id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    number: row.number,
    title: row.title,
    how: row.case_id === c.intake.splitFrom ? '由该件拆出' : '拆出',
  }))
}

const assigneeOf = ({ assignee }: RequestCase, names: Names): CaseView['assignee'] =>
  assignee ? { personId: assignee, name: names.person(assignee) } : null

const ofPerson = (
  person: Awaited<ReturnType<typeof personOverview>> | null,
): Pick<CaseView, 'applicantOverview' | 'fee'> => ({
  applicantOverview: person?.overview ?? null,
  fee: person?.fee ?? null,
})

const askedIn = (c: RequestCase) => ({
  number: c.intake.number,
  kind: c.intake.kind,
  seq: c.seq,
  status: statusOf(c),
  statusLabel: statusLabel(c),
  title: c.title,
  description: c.description,
  channelLabel: channelLabels[c.intake.channel],
  categoryLabel: categoryLabel(c.intake.category),
  formWantedLabel: formLabels[c.intake.formWanted],
  wayWantedLabel: wayLabels[c.intake.wayWanted],
  receivedOn: 'receivedOn' in c ? (c.receivedOn ?? null) : null,
  help: c.intake.help ?? null,
})

function feeNoticeOf(c: RequestCase, given: ClockGiven): CaseView['feeNotice'] {
  if (!c.fee) return null
  const payBy = paymentDueOn(c, given)
  return {
    state: feeState(c.fee, payBy, given.today),
    number: c.fee.letter.number,
    noticedOn: c.fee.noticedOn,
    reckoning: sayReckoning(c.fee),
    why: c.fee.why,
    servedOn: c.fee.servedOn ?? null,
    payBy: payBy ?? null,
    sentence: sayFee(c.fee, payBy, given.today),
  }
}

const rightsOf = (held: readonly Role[]) => ({
  mayRead: held.some((role) => readsApplicant.includes(role)),
  mayReadProofs: held.some((role) => readsProofs.includes(role)),
})

// Whatever a letter of the case may say: the case as it stands holds the drafts, items and reasons that were typed.
const wordsOfLetters = (...said: readonly unknown[]): string =>
  said.map((each) => JSON.stringify(each instanceof Map ? [...each.values()] : (each ?? ''))).join('')

/** A case as an officer of the organ sees it; undefined where that organ has no such case. */
export async function caseView(
  platform: Platform,
  organId: string,
  caseId: string,
  actor: Actor,
): Promise<CaseView | undefined> {
  const facts = await factsOf(platform, organId, caseId)
  const c = fold(facts)
  if (!c) return undefined
  const given = await givenFor(platform, organId)
  const { mayRead, mayReadProofs } = rightsOf(rolesAt(actor, organId))
  const which = { organId, caseId, c }
  const [organ, names, files, applicant, parties, linked, same, person] = await Promise.all([
    organById(platform.db, organId, given.today),
    namesIn(platform, facts),
    fileNames(platform, organId, facts, mayReadProofs),
    mayRead ? applicantOf(platform, organId, c) : null,
    mayRead ? partiesOf(platform, organId, c) : new Map(),
    linkedTo(platform, organId, c),
    linkedAsSame(platform.db, which),
    mayRead ? personOverview(platform, which) : null,
  ])
  return {
    caseId,
    organId,
    organName: organ?.name ?? '',
    ...askedIn(c),
    applicant,
    assignee: assigneeOf(c, names),
    due: dueView(facts, given),
    limits: limitViews(facts, given),
    strip: stripView(facts, given),
    timeline: timelineOf(facts, { names, files, parties }),
    offers: offers(c, facts, officerContext(actor, organId, given)).map(offerView),
    linked: [...linked, ...same],
    ...ofPerson(person),
    feeNotice: feeNoticeOf(c, given),
    undrawn: [...(await undrawable(wordsOfLetters(c, organ, applicant, parties)))],
    counts: countsOf(facts, c, platform.now().toISOString(), given),
  }
}
