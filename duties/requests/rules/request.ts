import type { Day } from '#time/day.ts'
import type { FileId, FormWanted, Intake, PersonId, Recorded, RequestFact } from './facts.ts'
import { mended } from './mended.ts'
import type { Proof } from './proofs.ts'
import type {
  Closing,
  Consultation,
  Correction,
  Decision,
  Draft,
  Extension,
  Fee,
  Material,
  Reasons,
  Search,
  Service,
} from './request-parts.ts'

/** What every case has, whatever its state. */
export interface CaseCore {
  seq: number
  intake: Intake
  /** As the applicant last put it: corrected words take the place of the first. */
  title: string
  description: string
  formWanted: FormWanted
  arrivedOn: Day
  assignee?: PersonId
  unit?: string
  consultations: readonly Consultation[]
  extensions: readonly Extension[]
  materials: readonly Material[]
  searches: readonly Search[]
  files: readonly { file: FileId; what: string }[]
  proofs: readonly Proof[]
  correction?: Correction
  reasons?: Reasons
  fee?: Fee
  laterDay?: { on: Day; dueOn: Day; why: string }
  draft?: Draft
  /** Replies made before a remedy ordered a new one, oldest first. */
  earlier: readonly { decision: Decision; service: Service }[]
  reopened?: { on: Day; order: string; dueOn?: Day }
}

/** A case in one of its five states. `arrived` waits for the confirmation that makes it received (第三十一条). */
export type RequestCase =
  | (CaseCore & { state: 'arrived' })
  | (CaseCore & { state: 'open'; receivedOn: Day })
  | (CaseCore & { state: 'decided'; receivedOn: Day; decision: Decision })
  | (CaseCore & { state: 'closed'; receivedOn?: Day; closing: Closing })
  | (CaseCore & { state: 'archived'; receivedOn?: Day; closing: Closing; archivedOn: Day })

export type CaseState = RequestCase['state']

/** A case while its facts are being read. */
interface Reading extends Omit<CaseCore, 'intake' | 'arrivedOn'> {
  intake?: Intake
  arrivedOn?: Day
  receivedOn?: Day
  decision?: Decision
  closing?: Closing
  archivedOn?: Day
}

type FactOf<T extends RequestFact['type']> = Extract<RequestFact, { type: T }>
type Apply<T extends RequestFact['type']> = (c: Reading, fact: FactOf<T>, on: Day, by: PersonId) => void

const taken = (c: Reading, intake: Intake): void => {
  c.intake = intake
  c.title = intake.title
  c.description = intake.description
  c.formWanted = intake.formWanted
  c.proofs = intake.proofs ?? []
}

const consulted = (c: Reading, id: string, change: Partial<Consultation>): void => {
  c.consultations = c.consultations.map((one) => (one.consultationId === id ? { ...one, ...change } : one))
}

const served: Apply<'served'> = (c, { method, proof }, on) => {
  if (!c.decision) return
  c.closing = {
    how: 'replied',
    on,
    decision: c.decision,
    service: { on, method, ...(proof ? { proof } : {}) },
  }
}

const reopened: Apply<'reopened'> = (c, { order, dueOn }, on) => {
  if (c.closing?.how !== 'replied') return
  c.earlier = [...c.earlier, { decision: c.closing.decision, service: c.closing.service }]
  c.reopened = { on, order, ...(dueOn ? { dueOn } : {}) }
  delete c.closing
  delete c.decision
  delete c.draft
  delete c.archivedOn
}

const apply: { readonly [T in RequestFact['type']]: Apply<T> } = {
  arrived: (c, { intake, arrivedOn }) => {
    taken(c, intake)
    c.arrivedOn = arrivedOn
  },
  received: (c, { intake }, on) => {
    if (intake) {
      taken(c, intake)
      c.arrivedOn = on
    }
    c.receivedOn = on
  },
  split: (c, { into }, on) => {
    c.closing = { how: 'split', on, into }
  },
  assigned: (c, { to, unit }) => {
    c.assignee = to
    if (unit) c.unit = unit
  },
  handedBack: (c) => {
    delete c.assignee
    delete c.unit
  },
  handedOver: (c, { to, reason, letter }, on) => {
    c.closing = { how: 'handedOver', on, to, reason, ...(letter ? { letter } : {}) }
  },
  correctionAsked: (c, { items, workingDays, letter }, on) => {
    c.correction = { askedOn: on, items, workingDays, letter }
  },
  correctionNoticeServed: (c, _, on) => {
    if (c.correction) c.correction = { ...c.correction, servedOn: on }
  },
  corrected: (c, { title, description }, on) => {
    if (c.correction) c.correction = { ...c.correction, correctedOn: on }
    c.title = title ?? c.title
    c.description = description
  },
  consultationSent: (c, { type: _, ...sent }, on) => {
    c.consultations = [...c.consultations, { ...sent, sentOn: on }]
  },
  consultationServed: (c, { consultationId }, on) => consulted(c, consultationId, { servedOn: on }),
  consultationAnswered: (c, { consultationId, answer, reason, reasonable }, on) =>
    consulted(c, consultationId, {
      answeredOn: on,
      answer,
      ...(reason ? { reason } : {}),
      ...(reasonable === undefined ? {} : { reasonable }),
    }),
  consultationEnded: (c, { consultationId, why }, on) =>
    consulted(c, consultationId, { endedOn: on, ended: why }),
  objectionOverruled: (c, { consultationId, publicInterest }, on) =>
    consulted(c, consultationId, { overruledOn: on, publicInterest }),
  extended: (c, { workingDays, reason, approvedBy, letter }, on) => {
    c.extensions = [...c.extensions, { on, workingDays, reason, approvedBy, letter }]
  },
  reasonsAsked: (c, { figures, answerBy, letter }, on) => {
    c.reasons = { askedOn: on, figures, answerBy, letter }
  },
  reasonsGiven: (c, { reasons }, on) => {
    if (c.reasons) c.reasons = { ...c.reasons, givenOn: on, given: reasons }
  },
  reasonsWeighed: (c, { reasonable, why }, on) => {
    if (c.reasons) c.reasons = { ...c.reasons, weighedOn: on, reasonable, why }
  },
  laterDaySet: (c, { dueOn, why }, on) => {
    c.laterDay = { on, dueOn, why }
  },
  feeNoticed: (c, { by, quantity, yuan, why, letter }, on) => {
    c.fee = { noticedOn: on, by, quantity, yuan, why, letter, paid: 0 }
  },
  feeNoticeServed: (c, _, on) => {
    if (c.fee) c.fee = { ...c.fee, servedOn: on }
  },
  feePaid: (c, { yuan }, on) => {
    if (!c.fee) return
    const paid = c.fee.paid + yuan
    c.fee = { ...c.fee, paid, ...(paid >= c.fee.yuan ? { paidOn: on } : {}) }
  },
  materialAsked: (c, { type: _, ...asked }, on) => {
    c.materials = [...c.materials, { ...asked, askedOn: on }]
  },
  materialGiven: (c, { materialId, answer, files }, on) => {
    c.materials = c.materials.map((m) => (m.materialId === materialId ? { ...m, givenOn: on, answer } : m))
    c.files = [...c.files, ...(files ?? []).map((file) => ({ file, what: answer }))]
  },
  searched: (c, { where, words, by, found }, on) => {
    c.searches = [...c.searches, { on, where, words, by, found }]
  },
  drafted: (c, { draftId, parts, text, countsAs }, on, by) => {
    c.draft = { draftId, on, by, parts, text, ...(countsAs ? { countsAs } : {}), reviews: [] }
  },
  reviewed: (c, { draftId, stage, passed, opinion }, on, by) => {
    if (c.draft?.draftId !== draftId) return
    c.draft = { ...c.draft, reviews: [...c.draft.reviews, { stage, passed, opinion, on, by }] }
  },
  decided: (c, { parts, countsAs, letter, text }, on) => {
    c.decision = { on, parts, countsAs, letter, text: text ?? '' }
  },
  served,
  withdrawn: (c, { statement }, on) => {
    c.closing = { how: 'withdrawn', on, statement }
  },
  reopened,
  archived: (c, _, on) => {
    c.archivedOn = on
  },
  fileAdded: (c, { file, what }) => {
    c.files = [...c.files, { file, what }]
  },
  proofAdded: (c, { what, file }) => {
    c.proofs = [...c.proofs, { what, file }]
  },
  noted: () => undefined,
  amended: () => undefined,
}

const shaped = ({ receivedOn, decision, closing, archivedOn, ...rest }: Reading): RequestCase | undefined => {
  const { intake, arrivedOn } = rest
  if (!intake || !arrivedOn) return undefined
  const core = { ...rest, intake, arrivedOn }
  const received = receivedOn ? { receivedOn } : {}
  if (closing && archivedOn) return { ...core, ...received, state: 'archived', closing, archivedOn }
  if (closing) return { ...core, ...received, state: 'closed', closing }
  if (!receivedOn) return { ...core, state: 'arrived' }
  if (decision) return { ...core, receivedOn, state: 'decided', decision }
  return { ...core, receivedOn, state: 'open' }
}

/**
 * The case that the facts make, in the order of their seq, amendments applied; undefined where nothing came in yet.
 * Answers the same for the same facts, always.
 */
export function fold(facts: readonly Recorded[]): RequestCase | undefined {
  const reading: Reading = {
    seq: facts.at(-1)?.seq ?? 0,
    title: '',
    description: '',
    formWanted: 'paper',
    consultations: [],
    extensions: [],
    materials: [],
    searches: [],
    files: [],
    proofs: [],
    earlier: [],
  }
  for (const { fact, happenedOn, recordedBy } of mended(facts)) {
    const step = apply[fact.type] as (c: Reading, fact: RequestFact, on: Day, by: PersonId) => void
    step(reading, fact, happenedOn, recordedBy)
  }
  return shaped(reading)
}
