import type { FileId, PersonId, Recorded } from '#duties/requests/rules/facts.ts'
import type { Day } from '#time/day.ts'
import type { RemedyFact } from './facts.ts'
import type { ResultCode } from './results.ts'

type Begun = Extract<RemedyFact, { type: 'begun' }>

export interface Conclusion {
  readonly on: Day
  readonly result: ResultCode
  readonly number: string
  readonly orderedBy?: Day
}

/** What every remedy case has. */
export interface RemedyCore extends Omit<Begun, 'type'> {
  seq: number
  begunOn: Day
  assignee?: PersonId
  answeredOn?: Day
  evidenceOn?: Day
  hearings: readonly { on: Day; where: string }[]
  /** The body's own last day, where it set a later one. */
  prolongedTo?: Day
  suspendedOn?: Day
  /** Judgments that were taken further, oldest first. */
  earlier: readonly Conclusion[]
  appealedOn?: Day
  files: readonly { file: FileId; what: string }[]
}

/** A remedy is before its body, or concluded; `compliedOn` once what it ordered is done. */
export type RemedyCase =
  | (RemedyCore & { state: 'pending' })
  | (RemedyCore & { state: 'concluded'; conclusion: Conclusion; compliedOn?: Day })

interface Reading extends RemedyCore {
  conclusion?: Conclusion
  compliedOn?: Day
}

type Apply<T extends RemedyFact['type']> = (
  c: Reading,
  fact: Extract<RemedyFact, { type: T }>,
  on: Day,
) => void

const addFiles = (c: Reading, files: readonly FileId[] | undefined, what: string): void => {
  c.files = [...c.files, ...(files ?? []).map((file) => ({ file, what }))]
}

const apply: { readonly [T in RemedyFact['type']]: Apply<T> } = {
  begun: () => undefined,
  linked: (c, { requestId }) => {
    c.requestId = requestId
  },
  assigned: (c, { to }) => {
    c.assignee = to
  },
  answered: (c, { files }, on) => {
    c.answeredOn = on
    addFiles(c, files, '答复书')
  },
  evidenceFiled: (c, { files }, on) => {
    c.evidenceOn = on
    addFiles(c, files, '证据')
  },
  hearingSet: (c, { on, where }) => {
    c.hearings = [...c.hearings, { on, where }]
  },
  prolonged: (c, { dueOn }) => {
    c.prolongedTo = dueOn
  },
  suspended: (c, _, on) => {
    c.suspendedOn = on
  },
  resumed: (c) => {
    delete c.suspendedOn
  },
  concluded: (c, { result, number, orderedBy, files }, on) => {
    c.conclusion = { on, result, number, ...(orderedBy ? { orderedBy } : {}) }
    addFiles(c, files, '决定书、裁判文书')
  },
  appealed: (c, { court }, on) => {
    if (c.conclusion) c.earlier = [...c.earlier, c.conclusion]
    delete c.conclusion
    c.appealedOn = on
    c.body = court
  },
  compliedWith: (c, _, on) => {
    c.compliedOn = on
  },
  fileAdded: (c, { file, what }) => addFiles(c, [file], what),
  noted: () => undefined,
}

/** The remedy case that the facts make; undefined where none was begun. The same for the same facts, always. */
export function foldRemedy(facts: readonly Recorded<RemedyFact>[]): RemedyCase | undefined {
  const first = facts.find(({ fact }) => fact.type === 'begun')
  if (first?.fact.type !== 'begun') return undefined
  const { type: _, ...begun } = first.fact
  const seq = facts.at(-1)?.seq ?? 0
  const reading: Reading = { ...begun, seq, begunOn: first.happenedOn, hearings: [], earlier: [], files: [] }
  for (const { fact, happenedOn } of facts) {
    const step = apply[fact.type] as (c: Reading, fact: RemedyFact, on: Day) => void
    step(reading, fact, happenedOn)
  }
  const { conclusion, compliedOn, ...core } = reading
  if (!conclusion) return { ...core, state: 'pending' }
  return { ...core, state: 'concluded', conclusion, ...(compliedOn ? { compliedOn } : {}) }
}

export const remedyStatusLabels = {
  unanswered: '待答复',
  answered: '审理中',
  suspended: '中止',
  concluded: '已审结',
  toComply: '待履行',
} as const

export type RemedyStatus = keyof typeof remedyStatusLabels

/** Where a remedy stands. */
export function remedyStatusOf(c: RemedyCase): RemedyStatus {
  if (c.state === 'concluded') {
    return c.conclusion.orderedBy && !c.compliedOn ? 'toComply' : 'concluded'
  }
  if (c.suspendedOn) return 'suspended'
  return c.answeredOn ? 'answered' : 'unanswered'
}
