import { caseNumberOf, caseSeries, letterNumberOf } from '#duties/requests/numbers.ts'
import type { CaseKind, Channel, Intake } from '#duties/requests/rules/facts.ts'
import { fold } from '#duties/requests/rules/request.ts'
import { defaultSettings } from '#duties/requests/rules/settings.ts'
import { type Status, statusOf } from '#duties/requests/rules/status.ts'
import { type Day, dayOf, ordinalOf, yearOf } from '#time/day.ts'
import { departmentOf } from './departments/departments.ts'
import { uuidOn } from './identifiers.ts'
import { firm } from './items/lists.ts'
import type { Span } from './items.ts'
import { answersRequests, nameOn, type Organ, shortNameOn } from './organ.ts'
import { fullName } from './places.ts'
import type { Random } from './random.ts'
import { type Applicant, drawApplicant, drawPerson, type Home } from './requests/applicants.ts'
import type { Move } from './requests/moves.ts'
import { type Cast, drawScript, manyInOneMonth, waitings } from './requests/scripts.ts'
import { drawSubject } from './requests/subjects.ts'
import { arrive, type Telling, tell } from './requests/tell.ts'
import { demonstrationOrgans, type Staff } from './staff.ts'

/** A case with its whole history, every step of which the rules allowed. */
export interface ToldCase {
  readonly organ: Organ
  readonly caseId: string
  readonly kind: CaseKind
  readonly number: string
  /** Its steps, its facts, and what is to be sealed of it; a remedy may carry it on. */
  readonly telling: Telling
  /** With the number it opens the case to its applicant. */
  readonly queryCode: string
}

/** The keyed hashes of the installation: who applies, and the code of the receipt. */
export interface Keys {
  identity(applicant: Applicant): string
  queryCode(code: string): string
}

export interface RequestsGiven {
  readonly span: Span
  readonly staff: Staff
  /** What lies below the organ, by name. */
  readonly partNames: readonly string[]
  readonly home: Home
  readonly keys: Keys
}

/** A request about to come in. */
interface Coming {
  readonly on: Day
  readonly kind: CaseKind
  readonly channel: Channel
  readonly moves: readonly Move[]
  readonly unconfirmed?: boolean
  readonly applicant?: Applicant
}

/**
 * All cases of an organ in the order in which they came, numbered without gaps. Their letters are numbered by
 * `numberLetters` once nothing more is told of them.
 */
export function requestsOf(seed: Random, organ: Organ, given: RequestsGiven): ToldCase[] {
  if (!answersRequests(organ)) return []
  const random = seed.branch(`requests/${organ.code}`)
  const comings = [
    ...ordinary(random, organ, given),
    ...waiting(random, organ, given),
    ...crowd(random, organ, given),
  ]
    .filter(({ on }) => on < given.span.today && takesOn(organ, on))
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  const counters = new Map<string, number>()
  const count = (series: string): number => {
    const n = (counters.get(series) ?? 0) + 1
    counters.set(series, n)
    return n
  }
  return comings.map((coming, i) => open(random.branch(String(i)), organ, given, coming, count))
}

// An organ about to end takes no new request that it could not answer: its successor does.
const takesOn = (organ: Organ, on: Day): boolean =>
  organ.endedOn === undefined || ordinalOf(organ.endedOn) - ordinalOf(on) > 120

const channels: readonly (readonly [Channel, number])[] = [
  ['online', 48],
  ['registeredPost', 27],
  ['counter', 14],
  ['email', 4],
  ['ordinaryPost', 3],
  ['oral', 2],
  ['fax', 2],
]

/** How many come in a year: more each year. */
function yearly(organ: Organ): number {
  if (organ.department) return departmentOf(organ.department).volume.requests
  return organ.kind === 'government' ? 58 : 6
}

const kindsOf = (organ: Organ): readonly (readonly [CaseKind, number])[] => [
  ['request', 100],
  ['rectification', /rsj|mzj|jtj|gaj|ybj/.test(organ.department ?? '') ? 8 : 1],
  ['complaint', organ.kind === 'government' ? 7 : 0],
  ['enterprise', /zjj|jtysj|wjj|jtj/.test(organ.department ?? '') ? 5 : 0],
]

function ordinary(random: Random, organ: Organ, given: RequestsGiven): Coming[] {
  const { from, today, calendar } = given.span
  const cast = castOf(random, organ)
  const years = Array.from({ length: yearOf(today) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i)
  return years.flatMap((year, i) => {
    const count = Math.round(yearly(organ) * (0.8 + i * 0.2) * (0.85 + random.real() * 0.3))
    return Array.from({ length: count }, (): Coming => {
      const drawn = dayOf(random.whole(ordinalOf(`${year}-01-01` as Day), ordinalOf(`${year}-12-31` as Day)))
      const channel = random.weighted(channels)
      const on =
        channel === 'online' || calendar.isWorkday(drawn) ? drawn : calendar.plusWorkdays(drawn, 1).on
      const kind = random.weighted(kindsOf(organ))
      return { on, kind, channel, moves: drawScript(random, kind, cast) }
    })
  })
}

const castOf = (random: Random, organ: Organ): Cast => {
  const area = fullName(organ.area)
  return { thirdParty: firm({ random, area }), otherOrgan: `${area}自然资源局` }
}

/** Cases that wait today, each at another step: for the organs of the demonstration. */
function waiting(random: Random, organ: Organ, { span }: RequestsGiven): Coming[] {
  if (!demonstrationOrgans.includes(organ.code)) return []
  const cast = castOf(random, organ)
  const some = organ.kind === 'government' ? waitings : waitings.slice(0, 6)
  return some.map(({ script, through, cameAgo, unconfirmed = false }): Coming => {
    const all = script(random, cast)
    const moves = all.slice(0, through ? all.findIndex(({ step }) => step === through) + 1 : 0)
    const spent = moves.reduce((sum, { after }) => sum + after, 0)
    const on = span.calendar.plusWorkdays(span.today, -(cameAgo ?? spent + random.whole(1, 2))).on
    return { on, kind: 'request', channel: unconfirmed ? 'email' : 'online', moves, unconfirmed }
  })
}

/** One person files thirteen times in a month: at the organ that is asked most. */
function crowd(random: Random, organ: Organ, { span, home }: RequestsGiven): Coming[] {
  if (organ.department !== 'zrzyj') return []
  const applicant = drawPerson(random, home)
  const cast = castOf(random, organ)
  const first = span.calendar.plusWorkdays('2025-05-31' as Day, 1).on
  return manyInOneMonth.map((script, i): Coming => {
    const on = span.calendar.plusWorkdays(first, i).on
    return { on, kind: 'request', channel: 'registeredPost', moves: script(random, cast), applicant }
  })
}

const codeLetters = 'ACDEFGHJKLMNPQRTUVWXY34679'

const codeOf = (random: Random): string =>
  Array.from({ length: 8 }, () => codeLetters.charAt(random.whole(0, codeLetters.length - 1))).join('')

function open(
  random: Random,
  organ: Organ,
  given: RequestsGiven,
  coming: Coming,
  count: (series: string) => number,
): ToldCase {
  const { on, kind, moves, unconfirmed = false } = coming
  const { staff, span, home } = given
  const shortName = shortNameOn(organ, on)
  const number = caseNumberOf(shortName, kind, yearOf(on), count(`${caseSeries(kind)}/${yearOf(on)}`))
  const draw = kind === 'rectification' ? drawPerson : drawApplicant
  const applicant = coming.applicant ?? draw(random, home)
  const sealed = { sealedId: uuidOn(random, on), value: applicant }
  const telling: Telling = {
    staff,
    calendar: span.calendar,
    settings: defaultSettings,
    until: span.today,
    random,
    organName: nameOn(organ, on),
    shortName,
    area: fullName(organ.area),
    steps: [],
    facts: [],
    sealed: [sealed],
    on,
  }
  const queryCode = codeOf(random)
  const who = { number, applicant, sealedId: sealed.sealedId, queryCode }
  arrive(telling, intakeOf(random, organ, given, coming, who), unconfirmed)
  tell(telling, moves)
  return { organ, caseId: uuidOn(random, on), kind, number, telling, queryCode }
}

interface Who {
  readonly number: string
  readonly applicant: Applicant
  readonly sealedId: string
  readonly queryCode: string
}

function intakeOf(
  random: Random,
  organ: Organ,
  { partNames, keys }: RequestsGiven,
  { on, kind, channel }: Coming,
  { number, applicant, sealedId, queryCode }: Who,
): Intake {
  const { title, description } = drawSubject(random, organ, partNames, yearOf(on))
  return {
    kind,
    number,
    channel,
    category: applicant.category,
    applicant: sealedId,
    applicantIndex: keys.identity(applicant),
    title: titles[kind](title),
    description,
    formWanted: random.weighted(formsWanted),
    wayWanted: random.weighted(waysWanted),
    ...(channel === 'online' ? { queryCodeHash: keys.queryCode(queryCode) } : {}),
  }
}

const formsWanted = [
  ['paper', 45],
  ['electronic', 48],
  ['disc', 2],
  ['inspection', 5],
] as const
const waysWanted = [
  ['post', 42],
  ['email', 20],
  ['online', 24],
  ['pickUp', 14],
] as const

const titles: Readonly<Record<CaseKind, (title: string) => string>> = {
  request: (title) => title,
  rectification: (title) => `更正本人信息登记（${title}）`,
  complaint: (title) => `投诉未依法公开：${title}`,
  enterprise: (title) => `申诉公共企事业单位未公开：${title}`,
}

/** Numbers the letters of an organ by the day and hour they went out, across its cases. */
export function numberLetters(organ: Organ, cases: readonly ToldCase[]): void {
  const counters = new Map<number, number>()
  const steps = cases
    .flatMap(({ telling }) => telling.steps)
    .filter(({ facts }) => facts.some(({ fact }) => 'letter' in fact))
    .sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : 1))
  for (const step of steps) {
    step.facts = step.facts.map((each) => {
      if (!('letter' in each.fact)) return each
      const year = yearOf(each.happenedOn)
      const n = (counters.get(year) ?? 0) + 1
      counters.set(year, n)
      const number = letterNumberOf(shortNameOn(organ, each.happenedOn), year, n)
      return { ...each, fact: { ...each.fact, letter: { ...each.fact.letter, number } } }
    })
  }
}

/** A receipt that an applicant holds: with number and query code the case can be followed in the portal. */
export interface Receipt {
  readonly number: string
  readonly queryCode: string
}

/** Receipts to try the portal with: a request of the county that waits for its correction, one in hand, one answered. */
export function receiptsOf(cases: readonly ToldCase[]): Receipt[] {
  const wanted: readonly Status[] = ['waitingCorrection', 'handling', 'replied']
  const own = cases.filter(({ organ, telling }) => {
    const [first] = telling.facts
    return (
      organ.code === demonstrationOrgans[0] &&
      first?.fact.type === 'arrived' &&
      first.fact.intake.channel === 'online'
    )
  })
  return wanted.flatMap((status) => {
    const found = own.findLast(({ telling }) => {
      const c = fold(telling.facts)
      return c !== undefined && statusOf(c) === status
    })
    return found ? [{ number: found.number, queryCode: found.queryCode }] : []
  })
}
