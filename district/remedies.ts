import { decideRemedy } from '#duties/remedies/rules/decide.ts'
import type { RemedyFact, RemedyKind } from '#duties/remedies/rules/facts.ts'
import { foldRemedy } from '#duties/remedies/rules/remedy.ts'
import type { ResultCode } from '#duties/remedies/rules/results.ts'
import type { RemedyStepName } from '#duties/remedies/rules/steps.ts'
import type { Recorded } from '#duties/requests/rules/facts.ts'
import type { RawAsk } from '#duties/requests/rules/fields.ts'
import { outcomes } from '#duties/requests/rules/outcomes.ts'
import { fold } from '#duties/requests/rules/request.ts'
import type { Calendar } from '#time/calendar.ts'
import { type Day, plusDays, yearOf } from '#time/day.ts'
import { uuidOn } from './identifiers.ts'
import type { Span } from './items.ts'
import type { Organ } from './organ.ts'
import type { Random } from './random.ts'
import { reopened, replied } from './requests/moves.ts'
import { type ToSeal, tell } from './requests/tell.ts'
import type { ToldCase } from './requests.ts'
import { holderOf } from './staff.ts'

/** A reconsideration or a lawsuit about a request, every step of which the rules allowed. */
export interface Remedy {
  readonly caseId: string
  readonly organ: Organ
  readonly facts: Recorded<RemedyFact>[]
  readonly sealed: readonly ToSeal[]
}

/** A remedy about to be sought: when, and how it is to end where it ends before today. */
interface Sought {
  readonly of: ToldCase
  readonly random: Random
  readonly kind: RemedyKind
  readonly begunOn: Day
  readonly concludedOn: Day
  readonly result: ResultCode
}

const reviewResults: readonly (readonly [ResultCode, number])[] = [
  ['upheld', 48],
  ['claimsDismissed', 14],
  ['ordered', 14],
  ['foundUnlawful', 5],
  ['rejected', 9],
  ['withdrawn', 7],
  ['mediated', 3],
]
const suitResults: readonly (readonly [ResultCode, number])[] = [
  ['claimsDismissed', 62],
  ['ordered', 10],
  ['foundUnlawful', 6],
  ['rejected', 10],
  ['withdrawn', 12],
]

// How likely an applicant goes on, by the class of the reply.
const chances = {
  granted: 0.012,
  denied: 0.2,
  unable: 0.05,
  notProcessed: 0.07,
  otherwiseClosed: 0.03,
  outside: 0,
} as const

/**
 * The remedies sought against the replies of an area, numbered as they came in. A request whose reply was set
 * aside is opened again and answered anew, by the rules.
 */
export function remediesOf(seed: Random, cases: readonly ToldCase[], span: Span): Remedy[] {
  const counters = new Map<string, number>()
  return cases
    .flatMap((each) => soughtAgainst(seed.branch(`remedy/${each.caseId}`), each, span))
    .sort((one, other) => (one.begunOn < other.begunOn ? -1 : one.begunOn > other.begunOn ? 1 : 0))
    .map((sought) => pursue(sought, numberOf(sought, counters), span))
}

interface Reply {
  readonly on: Day
  readonly chance: number
}

function replyOf({ telling }: ToldCase): Reply | undefined {
  const c = fold(telling.facts)
  if (!c || !('closing' in c) || c.closing.how !== 'replied' || c.intake.kind !== 'request') return undefined
  const { decision, on } = c.closing
  return { on, chance: chances[outcomes[decision.countsAs].class] }
}

/** At most one review and one lawsuit of a case, so that no two are about the same reply at once. */
function soughtAgainst(random: Random, of: ToldCase, { today, calendar }: Span): Sought[] {
  const reply = replyOf(of)
  if (!reply || !random.chance(reply.chance)) return []
  const seek = (
    kind: RemedyKind,
    after: Day,
    within: [number, number],
    takes: [number, number],
  ): Sought[] => {
    const begunOn = workdayFrom(calendar, plusDays(after, random.whole(...within)))
    const concludedOn = workdayFrom(calendar, plusDays(begunOn, random.whole(...takes)))
    const result = random.weighted(kind === 'review' ? reviewResults : suitResults)
    return begunOn < today ? [{ of, random, kind, begunOn, concludedOn, result }] : []
  }
  if (random.chance(0.12) && reply.chance < 0.2)
    return seek('litigation_direct', reply.on, [20, 160], [70, 170])
  const [review] = seek('review', reply.on, [6, 56], [38, 60])
  if (!review) return []
  const goesOn = review.concludedOn < today && review.result === 'upheld' && random.chance(0.3)
  return goesOn
    ? [review, ...seek('litigation_after_review', review.concludedOn, [4, 15], [80, 170])]
    : [review]
}

const workdayFrom = (calendar: Calendar, on: Day): Day =>
  calendar.isWorkday(on) ? on : calendar.plusWorkdays(on, 1).on

const bodyOf = ({ kind, of: { organ } }: Sought): string =>
  kind === 'review' ? organ.contact.reconsiderationOrgan : organ.contact.court

/** 清政复〔2025〕12号 of the reviewing government; （2025）泽9901行初8号 of the court. */
function numberOf(sought: Sought, counters: Map<string, number>): string {
  const { kind, begunOn, of } = sought
  const year = yearOf(begunOn)
  const body = bodyOf(sought)
  const n = (counters.get(`${body}/${year}`) ?? 0) + 1
  counters.set(`${body}/${year}`, n)
  if (kind !== 'review') return `（${year}）泽${of.organ.regionCode.slice(0, 4)}行初${n}号`
  const tax = /^国家税务总局(.)/.exec(body)?.[1]
  return `${tax ? `${tax}税复` : `${body.charAt(0)}政复`}〔${year}〕${n}号`
}

const reasonsFor: Readonly<Record<'upheld' | 'corrected' | 'other', string>> = {
  upheld: '答复认定事实清楚，适用依据正确，程序合法，内容适当。',
  corrected: '被申请人未能证明已经尽到合理检索义务，答复说理不充分，应当予以纠正。',
  other: '申请人自愿放弃权利主张，或者不符合受理条件，程序终结。',
}

const reasonOf = (result: ResultCode): string =>
  result === 'upheld' || result === 'claimsDismissed'
    ? reasonsFor.upheld
    : result === 'ordered' || result === 'foundUnlawful'
      ? reasonsFor.corrected
      : reasonsFor.other

/** From the notice to answer to what was ordered and done, as far as the days allow. */
function pursue(sought: Sought, number: string, span: Span): Remedy {
  const { of, random, kind, begunOn, concludedOn, result } = sought
  const sealedId = uuidOn(random, begunOn)
  const [first] = of.telling.sealed
  const value = first ? { ...first.value } : {}
  const remedy: Remedy = {
    caseId: uuidOn(random, begunOn),
    organ: of.organ,
    facts: [],
    sealed: [{ sealedId, value }],
  }
  const step = (name: RemedyStepName, on: Day, ask: RawAsk) => take(remedy, sought, span, name, on, ask)
  step('begin', begunOn, {
    kind,
    body: bodyOf(sought),
    number,
    about: 'reply',
    claims: '请求撤销被申请人作出的政府信息公开答复，并责令其重新答复',
    party: sealedId,
    acceptedOn: begunOn,
    requestId: of.caseId,
  })
  const answeredOn = span.calendar.plusWorkdays(begunOn, random.whole(3, 8)).on
  step('answer', answeredOn, { text: '答复认定事实清楚、依据正确、程序合法，请求予以维持。' })
  step('fileEvidence', answeredOn, {
    items: ['政府信息公开申请及登记', '检索记录', '审核记录', '答复书及送达凭证'],
  })
  const orderedBy = result === 'ordered' ? { orderedBy: plusDays(concludedOn, 30) } : {}
  step('conclude', concludedOn, { result, number, reasons: reasonOf(result), ...orderedBy })
  if (result === 'ordered') comply(sought, number, span, step)
  return remedy
}

function take(
  remedy: Remedy,
  { of }: Sought,
  { today }: Span,
  name: RemedyStepName,
  on: Day,
  ask: RawAsk,
): void {
  if (on >= today) return
  const by = holderOf(of.telling.staff, 'handler')
  const answer = decideRemedy(
    name,
    foldRemedy(remedy.facts),
    { ...ask, on },
    { today: on, by, roles: ['handler'] },
  )
  if (answer.kind !== 'done') throw new Error(`${name} on ${on}: ${JSON.stringify(answer)}`)
  for (const { fact, happenedOn } of answer.facts) {
    const seq = remedy.facts.length + 1
    const recordedAt = `${on}T07:${String(10 + seq * 7).padStart(2, '0')}:00.000Z`
    remedy.facts.push({ seq, happenedOn, recordedAt, recordedBy: by, fact })
  }
}

/** The reply was set aside: a new one within the period. What a third party objects to stays withheld. */
function comply(
  { of: { telling }, random, concludedOn }: Sought,
  order: string,
  { today }: Span,
  step: (name: RemedyStepName, on: Day, ask: RawAsk) => void,
): void {
  if (concludedOn >= today) return
  telling.on = concludedOn
  const objects = fold(telling.facts)?.consultations.some(({ answer }) => answer === 'objects')
  const reply = objects
    ? ({ outcome: 'P1', basis: 'D4', after: 5 } as const)
    : random.pick([
        { outcome: 'G2', after: 5 },
        { outcome: 'P1', basis: 'D5', after: 5 },
      ] as const)
  tell(telling, [reopened(order), ...replied(random, reply)])
  const c = fold(telling.facts)
  if (c?.reopened && 'closing' in c && c.closing.how === 'replied')
    step('comply', c.closing.on, { how: '已重新作出答复并送达申请人' })
}
