import type { Day } from '#time/day.ts'
import type {
  ConsultedAs,
  Content,
  FileId,
  FileRef,
  Finding,
  ItemFact,
  PersonId,
  PlaceChecked,
  Recorded,
  Remark,
  SealedId,
} from './facts.ts'
import type { CleanupResult } from './register.ts'
import type { ReviewStage } from './settings.ts'
import { isOver, type Validity } from './vocabulary.ts'

export interface Review {
  readonly stage: ReviewStage
  readonly passed: boolean
  readonly opinion: string
  readonly remarks: readonly Remark[]
  readonly on: Day
  readonly by: PersonId
}

export interface Override {
  readonly finding: Finding
  readonly reason: string
  readonly by: PersonId
  readonly on: Day
}

export interface Consultation {
  readonly consultationId: string
  readonly as: ConsultedAs
  readonly whom: string
  readonly about: string
  readonly on: Day
  readonly answer?: { readonly agrees: boolean; readonly opinion: string; readonly on: Day }
}

/** The text that is being worked on: the first draft, or a copy beside the page that stays up. */
export interface Working {
  readonly state: 'draft' | 'inReview' | 'approved'
  readonly content: Content
  /** The fact that holds the content. */
  readonly seq: number
  readonly by: PersonId
  /** The day of forming, or of the change: where the clock of 第二十六条 begins. */
  readonly since: Day
  readonly reason?: string
  readonly submitted?: { readonly on: Day; readonly by: PersonId }
  readonly reviews: readonly Review[]
  /** The review that sent it back, until it is submitted again. */
  readonly returned?: Review
  readonly overrides: readonly Override[]
  readonly approved?: { readonly on: Day; readonly hash: string }
  readonly releaseAt?: string
}

/** One released text. */
export interface Version {
  readonly version: number
  readonly content: Content
  readonly hash: string
  /** ISO instant */
  readonly at: string
  readonly files: readonly FileId[]
  readonly seq: number
  /** What was passed over by name: the same finding is not asked about again in an amendment. */
  readonly overrides: readonly Override[]
}

export interface Withdrawal {
  readonly on: Day
  readonly at: string
  readonly reason: string
  readonly note: string
  readonly proof?: { readonly at: string; readonly places: readonly PlaceChecked[] }
}

export interface ItemCase {
  readonly seq: number
  readonly indexNumber: string
  readonly bornOn: Day
  readonly draftedBy: PersonId
  readonly working?: Working
  /** The page as the public sees it, or saw it last. */
  readonly shown?: Version
  readonly firstReleasedAt?: string
  readonly versions: readonly Version[]
  readonly withheld?: {
    readonly content: Content
    readonly on: Day
    readonly reviewOn: Day
    readonly seq: number
  }
  readonly withdrawal?: Withdrawal
  readonly consultations: readonly Consultation[]
  readonly discarded?: { readonly on: Day; readonly reason: string }
  readonly source?: string
  /** The persons of the case at hand, sealed: the gate looks for their names. */
  readonly parties?: { readonly names: SealedId | readonly string[]; readonly count: number }
  /** What the gate found in the attachments that came with the page, when it was last asked. */
  readonly keptCheck?: { readonly on: Day; readonly by: PersonId; readonly findings: readonly Finding[] }
  /** The day on which it was marked as repealed or expired. */
  readonly endedOn?: Day
  /** The last clean-up. */
  readonly cleaned?: { readonly on: Day; readonly result: CleanupResult }
}

type Reading = { -readonly [K in keyof ItemCase]: ItemCase[K] }
interface Told {
  readonly seq: number
  readonly on: Day
  readonly by: PersonId
}
type FactOf<T extends ItemFact['type']> = Extract<ItemFact, { type: T }>
type Apply<T extends ItemFact['type']> = (c: Reading, fact: FactOf<T>, told: Told) => void

const opened = (content: Content, { seq, by }: Told, since: Day, reason?: string): Working => ({
  state: 'draft',
  content,
  seq,
  by,
  since,
  ...(reason ? { reason } : {}),
  reviews: [],
  overrides: [],
})

const change = (c: Reading, how: (working: Working) => Working): void => {
  if (c.working) c.working = how(c.working)
}

const without = <T extends object, K extends keyof T>(from: T, ...names: K[]): Omit<T, K> => {
  const rest = { ...from }
  for (const name of names) delete rest[name]
  return rest
}

const takenOver: Apply<'takenOver'> = (c, fact, told) => {
  c.indexNumber = fact.indexNumber
  c.bornOn = told.on
  c.draftedBy = told.by
  c.source = fact.source
  if (fact.status === 'draft' || fact.status === 'inReview') {
    const working = opened(fact.content, told, fact.content.formedOn)
    c.working =
      fact.status === 'draft'
        ? working
        : { ...working, state: 'inReview', submitted: { on: told.on, by: told.by } }
    return
  }
  const at = fact.publishedAt ?? ''
  const shown = {
    version: 1,
    content: fact.content,
    hash: '',
    at,
    files: fact.files ?? [],
    seq: told.seq,
    overrides: [],
  }
  c.shown = shown
  c.versions = [shown]
  c.firstReleasedAt = at
  if (fact.status === 'withdrawn') c.withdrawal = { on: told.on, at, reason: '', note: fact.note ?? '' }
}

const reviewed: Apply<'reviewed'> = (c, { stage, passed, opinion, remarks }, { on, by }) =>
  change(c, (working) => {
    const review = { stage, passed, opinion, remarks: remarks ?? [], on, by }
    const reviews = [...working.reviews, review]
    return passed ? { ...working, reviews } : { ...working, state: 'draft', reviews, returned: review }
  })

const released: Apply<'released'> = (c, { version, hash, at, files }) => {
  if (!c.working) return
  const { content, seq, overrides } = c.working
  const validity: Validity =
    c.shown && c.shown.content.kind === content.kind ? c.shown.content.validity : content.validity
  const shown = { version, content: { ...content, validity }, hash, at, files, seq, overrides }
  c.shown = shown
  c.versions = [...c.versions, shown]
  c.firstReleasedAt ??= at
  delete c.working
  delete c.withdrawal
  delete c.keptCheck
}

const apply: { readonly [T in ItemFact['type']]: Apply<T> } = {
  drafted: (c, { indexNumber, content }, told) => {
    c.indexNumber = indexNumber
    c.bornOn = told.on
    c.draftedBy = told.by
    c.working = opened(content, told, content.formedOn)
  },
  takenOver,
  edited: (c, { content }, { seq, by }) =>
    change(c, (working) => ({
      ...working,
      content,
      seq,
      by,
      since: c.shown || c.withheld ? working.since : content.formedOn,
    })),
  submitted: (c, _, { on, by }) =>
    change(c, (working) => ({
      ...without(working, 'returned'),
      state: 'inReview',
      reviews: [],
      submitted: { on, by },
    })),
  recalled: (c) => change(c, (working) => ({ ...working, state: 'draft', reviews: [] })),
  reviewed,
  consulted: (c, { consultationId, as, whom, about }, { on }) => {
    c.consultations = [...c.consultations, { consultationId, as, whom, about, on }]
  },
  consultationAnswered: (c, { consultationId, agrees, opinion }, { on }) => {
    c.consultations = c.consultations.map((one) =>
      one.consultationId === consultationId ? { ...one, answer: { agrees, opinion, on } } : one,
    )
  },
  findingOverridden: (c, { finding, reason }, { on, by }) =>
    change(c, (working) => ({
      ...working,
      overrides: [...working.overrides, { finding, reason, on, by }],
    })),
  partiesNamed: (c, { names, count }) => {
    if (count > 0) c.parties = { names, count }
    else delete c.parties
  },
  approved: (c, { hash }, { on }) =>
    change(c, (working) => ({ ...working, state: 'approved', approved: { on, hash } })),
  withheld: (c, { reviewOn }, { on }) => {
    if (!c.working) return
    c.withheld = { content: c.working.content, on, reviewOn, seq: c.working.seq }
    delete c.working
  },
  withheldReviewed: (c, { stays, reviewOn }, told) => {
    if (!c.withheld) return
    if (stays) {
      c.withheld = { ...c.withheld, reviewOn: reviewOn ?? c.withheld.reviewOn }
      return
    }
    const { content } = c.withheld
    c.working = opened({ ...without(content, 'ground', 'groundWords'), attribute: 'active' }, told, told.on)
    delete c.withheld
  },
  scheduled: (c, { releaseAt }) => change(c, (working) => ({ ...working, releaseAt })),
  unscheduled: (c) => change(c, (working) => without(working, 'releaseAt')),
  released,
  keptFilesChecked: (c, { findings }, { on, by }) => {
    c.keptCheck = { on, by, findings }
  },
  amended: (c, { reason, changedOn }, told) => {
    if (!c.shown) return
    const { content, overrides } = c.shown
    c.working = { ...opened(content, told, changedOn, reason), overrides }
  },
  amendmentDropped: (c) => {
    delete c.working
  },
  validityMarked: (c, { validity }, { on }) => {
    if (c.shown) c.shown = { ...c.shown, content: { ...c.shown.content, validity } }
    if (!isOver(validity)) delete c.endedOn
    else c.endedOn ??= on
  },
  registered: (c, { number }) => {
    if (!c.shown) return
    const { content } = c.shown
    c.shown = { ...c.shown, content: { ...content, extra: { ...content.extra, registerNumber: number } } }
  },
  cleanedUp: (c, { result }, { on }) => {
    c.cleaned = { on, result }
  },
  withdrawn: (c, { reason, note, at }, { on }) => {
    c.withdrawal = { on, at, reason, note }
  },
  withdrawalChecked: (c, { places, at }) => {
    if (c.withdrawal) c.withdrawal = { ...c.withdrawal, proof: { at, places } }
  },
  discarded: (c, { reason }, { on }) => {
    c.discarded = { on, reason }
  },
  restored: (c) => {
    delete c.discarded
  },
  noted: () => undefined,
}

/**
 * The item that the facts make, in the order of their seq; undefined where nothing was drafted or taken over. Answers
 * the same for the same facts, always.
 */
export function fold(facts: readonly Recorded[]): ItemCase | undefined {
  const [first] = facts
  if (!first || (first.fact.type !== 'drafted' && first.fact.type !== 'takenOver')) return undefined
  const reading: Reading = {
    seq: facts.at(-1)?.seq ?? 0,
    indexNumber: '',
    bornOn: first.happenedOn,
    draftedBy: first.recordedBy,
    versions: [],
    consultations: [],
  }
  for (const { seq, fact, happenedOn, recordedBy } of facts) {
    const step = apply[fact.type] as (c: Reading, fact: ItemFact, told: Told) => void
    step(reading, fact, { seq, on: happenedOn, by: recordedBy })
  }
  return reading
}

/** The text that a desk shows first: what is being worked on, else what is shown, else what is withheld. */
export const contentOf = (c: ItemCase): Content | undefined =>
  c.working?.content ?? c.shown?.content ?? c.withheld?.content

/** The attachments of a page that came from elsewhere and never went through the gate. */
export const keptFilesOf = ({ source, shown, withdrawal }: ItemCase): readonly FileRef[] =>
  source && shown?.version === 1 && !withdrawal ? shown.content.files : []

/** The states that an item is in: one where it has one text, two where a copy is being worked on beside the page. */
export type ItemState =
  | 'draft'
  | 'inReview'
  | 'approved'
  | 'published'
  | 'withdrawn'
  | 'withheld'
  | 'discarded'

/** Where an item stands. */
export function statesOf(c: ItemCase): readonly ItemState[] {
  if (c.discarded) return ['discarded']
  const shown: ItemState[] = c.shown ? [c.withdrawal ? 'withdrawn' : 'published'] : []
  const withheld: ItemState[] = c.withheld ? ['withheld'] : []
  return [...(c.working ? [c.working.state] : []), ...shown, ...withheld]
}
