import { type Day, isDay } from '#time/day.ts'
import type { Channel, Intake, Recorded, RequestFact } from './facts.ts'
import { type OutcomeCode, outcomeCodes } from './outcomes.ts'

/** One fact of a case file: its type, its legal day, and the few particulars that the clock reads. */
export interface CaseFact {
  readonly type: CaseFactType
  readonly on: Day
  readonly recordedOn?: Day
  readonly channel?: Channel
  readonly kind?: Intake['kind']
  readonly workingDays?: number
  readonly id?: string
  readonly with?: 'thirdParty' | 'coMaker' | 'otherOrgan'
  readonly why?: 'expired' | 'unservable' | 'withdrawn'
  readonly answerBy?: Day
  readonly dueOn?: Day
  readonly yuan?: number
  readonly seq?: number
  readonly newOn?: Day
  readonly outcome?: OutcomeCode
}

type FieldCheck = (value: unknown) => string | undefined

const oneOf =
  (...values: readonly string[]): FieldCheck =>
  (value) =>
    typeof value === 'string' && values.includes(value) ? undefined : `应当是 ${values.join('、')} 之一`

/** What is wrong with a day of a file, in Chinese: it must exist, and leave the calendar room to count. */
export const dayProblem: FieldCheck = (value) => {
  if (typeof value !== 'string' || !isDay(value)) return '应当是存在的日期，写作 2026-11-21 的样子'
  return value >= '2000-01-01' && value <= '2058-12-31' ? undefined : '应当在 2000 年到 2058 年之间'
}

const wholeNumber =
  (from: number, upTo: number): FieldCheck =>
  (value) =>
    Number.isInteger(value) && Number(value) >= from && Number(value) <= upTo
      ? undefined
      : `应当是 ${from} 到 ${upTo} 的整数`

const shortText: FieldCheck = (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= 100
    ? undefined
    : '应当是不超过一百字的文字'

const checks = {
  on: dayProblem,
  recordedOn: dayProblem,
  channel: oneOf('counter', 'registeredPost', 'ordinaryPost', 'fax', 'email', 'online', 'oral'),
  kind: oneOf('request', 'rectification', 'complaint', 'enterprise'),
  workingDays: wholeNumber(1, 250),
  id: shortText,
  with: oneOf('thirdParty', 'coMaker', 'otherOrgan'),
  why: oneOf('expired', 'unservable', 'withdrawn'),
  answerBy: dayProblem,
  dueOn: dayProblem,
  yuan: wholeNumber(1, 10_000_000),
  seq: wholeNumber(1, 200),
  newOn: dayProblem,
  outcome: oneOf(...outcomeCodes),
} as const satisfies Record<string, FieldCheck>

type Field = keyof typeof checks

const shape = (required: readonly Field[], optional: readonly Field[] = []) => ({ required, optional })

// What each type of fact takes besides `on` and `recordedOn`.
const shapes = {
  arrived: shape(['channel'], ['kind']),
  received: shape([], ['channel', 'kind']),
  correctionAsked: shape(['workingDays']),
  correctionNoticeServed: shape([]),
  corrected: shape([]),
  consultationSent: shape(['with'], ['id']),
  consultationServed: shape([], ['id']),
  consultationAnswered: shape([], ['id']),
  consultationEnded: shape(['why'], ['id']),
  extended: shape(['workingDays']),
  reasonsAsked: shape(['answerBy']),
  reasonsGiven: shape([]),
  laterDaySet: shape(['dueOn']),
  feeNoticed: shape([], ['yuan']),
  feeNoticeServed: shape([]),
  feePaid: shape([], ['yuan']),
  decided: shape(['outcome']),
  served: shape([]),
  withdrawn: shape([]),
  handedOver: shape([]),
  split: shape([]),
  reopened: shape([], ['dueOn']),
  amended: shape(['seq', 'newOn']),
} as const satisfies Record<string, { required: readonly Field[]; optional: readonly Field[] }>

export type CaseFactType = keyof typeof shapes

/** Something wrong in a file: where, as a path, and what, in Chinese. */
export interface FileProblem {
  readonly at: string
  readonly message: string
}

/** True for a plain object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isFactType = (value: unknown): value is CaseFactType =>
  typeof value === 'string' && Object.hasOwn(shapes, value)

/** What is wrong with a value that should be a fact; an empty list where it is a `CaseFact`. */
export const factProblems = (value: unknown, at: string): FileProblem[] => {
  if (!isRecord(value)) return [{ at, message: '应当是一个对象' }]
  const { type } = value
  if (!isFactType(type))
    return [{ at: `${at}.type`, message: `应当是 ${Object.keys(shapes).join('、')} 之一` }]
  const { required, optional } = shapes[type]
  const known: readonly Field[] = ['on', 'recordedOn', ...required, ...optional]
  const missing = (['on', ...required] as const)
    .filter((name) => value[name] === undefined)
    .map((name) => ({ at: `${at}.${name}`, message: '缺少这一项' }))
  const wrong = Object.entries(value).flatMap(([name, given]) => {
    if (name === 'type' || given === undefined) return []
    const field = known.find((one) => one === name)
    const message = field ? checks[field](given) : `${type} 没有这一项`
    return message ? [{ at: `${at}.${name}`, message }] : []
  })
  return [...missing, ...wrong]
}

const intakeOf = ({ channel, kind }: CaseFact): Intake => ({
  kind: kind ?? 'request',
  number: '',
  channel: channel ?? 'counter',
  category: 'naturalPerson',
  applicant: '',
  applicantIndex: '',
  title: '',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
})

const letter = { kind: '', number: '' }

type Make = (fact: CaseFact) => RequestFact

// The ledger's fact with what a file leaves out left empty.
const make: { readonly [T in CaseFactType]: Make } = {
  arrived: (fact) => ({ type: 'arrived', arrivedOn: fact.on, intake: intakeOf(fact) }),
  received: (fact) => ({
    type: 'received',
    ...(fact.channel || fact.kind ? { intake: intakeOf(fact) } : {}),
  }),
  correctionAsked: ({ workingDays = 0 }) => ({ type: 'correctionAsked', items: [], workingDays, letter }),
  correctionNoticeServed: () => ({ type: 'correctionNoticeServed' }),
  corrected: () => ({ type: 'corrected', description: '' }),
  consultationSent: ({ id = '1', with: party = 'thirdParty' }) => ({
    type: 'consultationSent',
    consultationId: id,
    with: party,
    about: '',
    party: '',
    letter,
  }),
  consultationServed: ({ id = '1' }) => ({ type: 'consultationServed', consultationId: id }),
  consultationAnswered: ({ id = '1' }) => ({
    type: 'consultationAnswered',
    consultationId: id,
    answer: 'agrees',
  }),
  consultationEnded: ({ id = '1', why = 'expired' }) => ({
    type: 'consultationEnded',
    consultationId: id,
    why,
  }),
  extended: ({ workingDays = 0 }) => ({ type: 'extended', workingDays, reason: '', approvedBy: '', letter }),
  reasonsAsked: ({ on, answerBy = on }) => ({ type: 'reasonsAsked', figures: '', answerBy, letter }),
  reasonsGiven: () => ({ type: 'reasonsGiven', reasons: '' }),
  laterDaySet: ({ on, dueOn = on }) => ({ type: 'laterDaySet', dueOn, why: '', letter }),
  feeNoticed: ({ yuan = 100 }) => ({
    type: 'feeNoticed',
    by: 'piece',
    quantity: 1,
    yuan,
    why: '',
    letter,
  }),
  feeNoticeServed: () => ({ type: 'feeNoticeServed' }),
  feePaid: ({ yuan = 100 }) => ({ type: 'feePaid', yuan, receipt: '' }),
  decided: ({ outcome = 'O3' }) => ({ type: 'decided', parts: [], countsAs: outcome, letter }),
  served: () => ({ type: 'served', method: 'post' }),
  withdrawn: () => ({ type: 'withdrawn', statement: '' }),
  handedOver: () => ({ type: 'handedOver', to: '', reason: '' }),
  split: () => ({ type: 'split', into: [] }),
  reopened: ({ dueOn }) => ({ type: 'reopened', order: '', ...(dueOn ? { dueOn } : {}) }),
  amended: ({ seq = 0, newOn }) => ({
    type: 'amended',
    seq,
    reason: '',
    ...(newOn ? { happenedOn: newOn, body: { arrivedOn: newOn } } : {}),
  }),
}

/** The facts of a file as the ledger would keep them, numbered from 1 in the order of the file. */
export const ledgerOf = (facts: readonly CaseFact[]): Recorded[] =>
  facts.map((fact, i) => ({
    seq: i + 1,
    happenedOn: fact.on,
    recordedAt: `${fact.recordedOn ?? fact.on}T01:00:00Z`,
    recordedBy: '',
    fact: make[fact.type](fact),
  }))
