import { personNames } from '#duties/requests/names.ts'
import { offerView } from '#duties/requests/offer-view.ts'
import { citedOf } from '#law/citation.ts'
import { roles as roleTable } from '#law/roles.ts'
import { type Actor, rolesAt } from '#platform/identity/actor.ts'
import type { Organ } from '#platform/organs/contract.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import type { Day } from '#time/day.ts'
import type { ContentShown, FindingShown, ItemView } from './contract-desk.ts'
import { type DeskGiven, factsOf, gateOf, givenFor, officerContext, withFindings } from './desk.ts'
import { type GateFinding, gateTroubles, isGateCode, mendLabels } from './gate/findings.ts'
import { isInExtra } from './gate-check.ts'
import { itemWorkers } from './item-roles.ts'
import { autosavedOf } from './item-store.ts'
import { gateWithParties, partiesOf } from './parties.ts'
import { dueOfItem } from './projection.ts'
import { attributes, withheldGrounds } from './rules/attribute.ts'
import { headingOf } from './rules/catalogue.ts'
import { sayDue } from './rules/due.ts'
import type { Content, FileId, Recorded } from './rules/facts.ts'
import { indexSlug } from './rules/index-number.ts'
import { contentOf, fold, type ItemCase } from './rules/item.ts'
import { offers } from './rules/offers.ts'
import { paragraphsOf } from './rules/paragraphs.ts'
import { openStages } from './rules/review.ts'
import { reviewStages, stagesFor } from './rules/settings.ts'
import { stageLabel, stageOf, waitingFor } from './rules/stage.ts'
import { factLabels, linesOf } from './rules/timeline.ts'
import { kindLabel } from './rules/vocabulary.ts'

type Names = ReadonlyMap<string, string>
type Sizes = ReadonlyMap<FileId, number>

const nameOf = (names: Names, id: string): string => names.get(id) ?? '系统'

/** The roles that are waited for, in words. */
export const waitingInWords = (waiting: readonly string[]): string =>
  waiting
    .flatMap((role) => (Object.hasOwn(roleTable, role) ? roleTable[role as 'leader'].label : []))
    .join('、')

/** The heading of 第二十条 in words; the code itself for a local one. */
export const headingLabel = (code: string): string => headingOf(code)?.short ?? code

const contentShown = (content: Content, sizes: Sizes): ContentShown => ({
  ...content,
  ...(content.period ? { period: { ...content.period } } : {}),
  files: content.files.map(({ fileId, name }) => ({ fileId, name, size: sizes.get(fileId) ?? 0 })),
  extra: { ...content.extra },
})

async function sizesOf({ db }: Platform, organId: string, itemId: string): Promise<Sizes> {
  const rows = await db
    .selectFrom('file')
    .select(['file_id', 'size'])
    .where('organ_id', '=', organId)
    .where('case_id', '=', itemId)
    .execute()
  return new Map(rows.map((row) => [row.file_id, Number(row.size)]))
}

const findingsShown = (
  found: readonly GateFinding[] | undefined,
  { working }: ItemCase,
  names: Names,
): FindingShown[] | null =>
  found && working
    ? found.map(({ key, code, severity, where, excerpt }) => {
        const { label, ground, howToMend, mends } = gateTroubles[code]
        const override = working.overrides.find(({ finding }) => finding.key === key)
        const file = working.content.files.find(({ fileId }) => fileId === where.fileId)
        return {
          key,
          code,
          label,
          part: isInExtra({ key }) ? 'extra' : where.part,
          fileId: where.fileId ?? null,
          fileName: file?.name ?? null,
          place: where.place,
          from: where.from ?? null,
          to: where.to ?? null,
          excerpt,
          severity,
          howToMend,
          cites: citedOf(ground),
          mends: mends.map((mend) => ({ mend, label: mendLabels[mend] })),
          overridden: override ? { by: nameOf(names, override.by), reason: override.reason } : null,
        }
      })
    : null

function stagesShown({ working }: ItemCase, { settings }: DeskGiven, names: Names): ItemView['stages'] {
  if (!working) return []
  const open = openStages(working, settings)
  return stagesFor(working.content, settings).map((stage) => {
    const last = working.reviews.findLast((review) => review.stage === stage)
    const waits = open.includes(stage) ? ('waiting' as const) : ('later' as const)
    const how = last ? (last.passed ? ('passed' as const) : ('returned' as const)) : waits
    return {
      stage,
      label: reviewStages[stage].label,
      how,
      by: last ? nameOf(names, last.by) : null,
      on: last?.on ?? null,
      opinion: last?.opinion ?? null,
    }
  })
}

const timelineOf = (facts: readonly Recorded[], names: Names): ItemView['timeline'] =>
  facts.map(({ seq, fact, happenedOn, recordedAt, recordedBy }) => ({
    seq,
    type: fact.type,
    label: factLabels[fact.type],
    happenedOn,
    recordedAt,
    by: nameOf(names, recordedBy),
    lines: linesOf(fact).map(({ label, text }) => ({ label, text })),
    files: [],
  }))

/** Every text that the item had, in the order of the ledger, those that were released with their version. */
export function revisionsOf(facts: readonly Recorded[], c: ItemCase, names: Names): ItemView['revisions'] {
  const released = new Map(c.versions.map(({ seq, version }) => [seq, version]))
  return facts.flatMap(({ seq, fact, happenedOn, recordedBy }) => {
    if (!('content' in fact)) return []
    const version = released.get(seq) ?? null
    const label = version ? `第${version}版` : `${factLabels[fact.type]}（${seq}）`
    return [{ seq, label, on: happenedOn, by: nameOf(names, recordedBy), version }]
  })
}

function dueShown(c: ItemCase, given: DeskGiven, documentOn: Day | undefined): ItemView['due'] {
  const { calendar, settings, today } = given
  const answer = dueOfItem(c, { calendar, settings, ...(documentOn ? { documentOn } : {}) })
  const sentence = sayDue(answer)
  if (answer.kind === 'none')
    return { on: null, provisional: false, sentence, late: false, workingDaysLeft: null, because: [] }
  return {
    on: answer.on,
    provisional: answer.provisional,
    sentence,
    late: answer.kind === 'due' ? answer.on < today : !answer.inTime,
    workingDaysLeft: answer.kind === 'due' ? daysLeft(answer.on, given) : null,
    because: answer.because.map((one) => ({
      sentence: one.sentence,
      ...(one.cites ? { cites: citedOf(one.cites) } : {}),
    })),
  }
}

/** Working days from today to a day, negative once it has passed. */
export const daysLeft = (on: Day, { calendar, today }: Pick<DeskGiven, 'calendar' | 'today'>): number =>
  on >= today ? calendar.workdaysBetween(today, on) : -calendar.workdaysBetween(on, today)

const withdrawalShown = ({ withdrawal }: ItemCase): ItemView['withdrawal'] =>
  withdrawal
    ? {
        on: withdrawal.on,
        reason: withdrawal.reason,
        note: withdrawal.note,
        proof: withdrawal.proof
          ? {
              at: withdrawal.proof.at,
              proven: withdrawal.proof.places.every(({ gone }) => gone),
              places: withdrawal.proof.places.map((place) => ({ ...place })),
            }
          : null,
      }
    : null

const withheldShown = ({ withheld }: ItemCase): ItemView['withheld'] =>
  withheld
    ? {
        on: withheld.on,
        reviewOn: withheld.reviewOn,
        ground: withheld.content.ground ? withheldGrounds[withheld.content.ground].label : '',
        words: withheld.content.groundWords ?? '',
      }
    : null

const wordsOf = (c: ItemCase, content: Content, names: Names) => ({
  indexNumber: c.indexNumber,
  stage: stageOf(c),
  stageLabel: stageLabel(c),
  title: content.title,
  kindLabel: kindLabel(content.kind),
  headingLabel: headingLabel(content.catalogue),
  attributeLabel: attributes[content.attribute].label,
  draftedBy: nameOf(names, c.working?.by ?? c.draftedBy),
  reason: c.working?.reason ?? null,
  publishedAt: c.firstReleasedAt || null,
  releaseAt: c.working?.releaseAt ?? null,
  version: c.versions.length,
  withdrawal: withdrawalShown(c),
  withheld: withheldShown(c),
  remarks:
    c.working?.returned?.remarks.map((remark) => ({
      ...remark,
      by: nameOf(names, c.working?.returned?.by ?? ''),
    })) ?? [],
  paragraphs: paragraphsOf(content.body),
})

const typedShown = (typed: Awaited<ReturnType<typeof autosavedOf>>): ItemView['autosaved'] =>
  typed
    ? { content: typed.content as { title: string }, savedAt: typed.saved_at, seenSeq: typed.seen_seq }
    : null

const addressOf = (c: ItemCase, { code, creditCode }: Organ): string =>
  `/items/${code}/${encodeURIComponent(indexSlug(c.indexNumber, creditCode))}`

const keptCheckShown = ({ keptCheck }: ItemCase, names: Names): ItemView['keptCheck'] =>
  keptCheck
    ? {
        on: keptCheck.on,
        by: nameOf(names, keptCheck.by),
        findings: keptCheck.findings.map(({ key, code, severity, says }) => ({
          key,
          severity,
          says,
          howToMend: isGateCode(code) ? gateTroubles[code].howToMend : '',
        })),
      }
    : null

const judged = (
  c: ItemCase,
  given: DeskGiven,
  documentOn: Day | undefined,
  found: readonly GateFinding[] | undefined,
  names: Names,
) => ({
  due: dueShown(c, given, documentOn),
  stages: stagesShown(c, given, names),
  findings: findingsShown(found, c, names),
  keptCheck: keptCheckShown(c, names),
})

// Who audits reads everything but the names.
const isWorker = (actor: Actor, organId: string): boolean =>
  rolesAt(actor, organId).some((role) => itemWorkers.includes(role))

/** An item as an officer of the organ sees it; undefined where that organ has no such item. */
export async function itemView(
  platform: Platform,
  organId: string,
  itemId: string,
  actor: Actor,
): Promise<ItemView | undefined> {
  const facts = await factsOf(platform.db, organId, itemId)
  const c = fold(facts)
  const content = c && contentOf(c)
  if (!c || !content) return undefined
  const given = await givenFor(platform, organId)
  const gate = await gateWithParties(platform, organId, c, given.gate)
  const [organ, names, sizes, found, typed] = await Promise.all([
    organById(platform.db, organId, given.today),
    personNames(
      platform,
      facts.map(({ recordedBy }) => recordedBy),
    ),
    sizesOf(platform, organId, itemId),
    gateOf(platform, organId, c, gate),
    autosavedOf(platform.db, organId, itemId, actor.personId),
  ])
  const context = officerContext(platform, given, actor, organId)
  const full = await withFindings(platform, organId, c, context, found)
  return {
    itemId,
    organId,
    organName: organ?.name ?? '',
    seq: c.seq,
    ...wordsOf(c, content, names),
    waitingFor: waitingInWords(waitingFor(c, given.settings)),
    working: c.working ? contentShown(c.working.content, sizes) : null,
    shown: c.shown ? contentShown(c.shown.content, sizes) : null,
    autosaved: typedShown(typed),
    address: c.shown && organ ? addressOf(c, organ) : null,
    parties: isWorker(actor, organId) ? [...(await partiesOf(platform, organId, c))] : null,
    ...judged(c, given, full.documentOn, found, names),
    revisions: revisionsOf(facts, c, names),
    timeline: timelineOf(facts, names),
    offers: offers(c, full).map(offerView),
  }
}
