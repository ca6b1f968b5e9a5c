import { type Day, inChinese } from '#time/day.ts'
import { articles } from './articles.ts'
import { correctionDueOn, paymentDueOn } from './case-terms.ts'
import type { DecidedPart } from './facts.ts'
import { byLaw, type LetterGround, linesIn, sentence, you } from './letter-words.ts'
import { isOutcomeCode, type OutcomeCode, outcomes } from './outcomes.ts'
import type { RequestCase } from './request.ts'

type Say = (said: Said) => string[]

interface Said {
  readonly what: string
  readonly of: (key: string) => string
  readonly c: RequestCase
  readonly ground: LetterGround
  readonly law: string
}

const day = (on: Day | undefined): string => (on ? inChinese(on) : '（未登记）')

const denial =
  (body: (said: Said) => string): Say =>
  (said) => [`${you(said.c)}申请的“${said.what}”，${body(said)}`, `${said.law}本机关决定不予公开。`]

const given = {
  G1: ({ what, of, c, law }) => [
    `${you(c)}申请的“${what}”已经主动公开。${law}现告知获取该信息的方式和途径：${sentence(of('where'))}`,
  ],
  G2: ({ what, of, c, law }) => [
    `${you(c)}申请的“${what}”可以公开。${law}现以${of('form')}形式提供：${sentence(of('enclosures'))}`,
  ],
  P1: ({ what, of, law }) => {
    const basis = of('basis')
    const cites = isOutcomeCode(basis) ? outcomes[basis].cites : []
    const rest = cites.filter(({ article }) => article !== articles.denied.article)
    return [
      `“${what}”中含有不应当公开${basis === 'none' ? '或者不属于政府信息' : ''}的内容，能够作区分处理。${law}本机关决定部分公开。`,
      `公开的内容：${sentence(of('given'))}`,
      `不予公开的内容：${sentence(of('withheld'))}${byLaw(...rest)}该部分不予公开，理由是：${sentence(of('why'))}`,
    ]
  },
} satisfies Partial<Record<OutcomeCode, Say>>

const denied = {
  D1: denial(({ of }) => `经审查，已依法确定为国家秘密。${sentence(of('why'))}`),
  D2: denial(({ of }) => `属于${of('law')}禁止公开的信息。${sentence(of('why'))}`),
  D3: denial(({ of }) => `公开后可能危及${of('danger')}。${sentence(of('why'))}`),
  D4: denial(
    ({ of }) =>
      `涉及第三方的${of('interest')}，公开会损害其合法权益。本机关已书面征求第三方意见。${sentence(of('why'))}${sentence(of('weighing'))}`,
  ),
  D5: denial(({ of }) => `属于本机关${of('type')}方面的内部事务信息。${sentence(of('why'))}`),
  D6: denial(
    ({ of }) => `属于履行行政管理职能过程中形成的${of('type')}，是过程性信息。${sentence(of('why'))}`,
  ),
  D7: (said) => [
    ...denial(({ of }) => `属于行政执法案卷信息。${sentence(of('why'))}`)(said),
    ...(said.of('access') ? [sentence(said.of('access'))] : []),
  ],
  D8: ({ what, of, c, law }) => [
    `${you(c)}申请的“${what}”，${of('law')}对其获取有特别规定。${law}请依照该规定办理：${sentence(of('where'))}`,
  ],
} satisfies Partial<Record<OutcomeCode, Say>>

const unable = {
  U1a: ({ what, of, c, law }) => [
    `关于${you(c)}申请的“${what}”，本机关进行了检索：${sentence(of('search'))}`,
    `经检索，本机关没有该信息。${law}现告知该政府信息不存在。`,
  ],
  U1b: ({ what, of, c, law }) => {
    const organ = of('organ')
    const contact = of('contact')
    return [
      `${you(c)}申请的“${what}”，不属于本机关负责公开。${sentence(of('why'))}${law}现予告知。`,
      ...(organ ? [`负责公开该信息的行政机关是${organ}${contact ? `，联系方式：${contact}` : ''}。`] : []),
    ]
  },
  U2: ({ what, of, c, law }) => [
    `${you(c)}申请的“${what}”，本机关没有现成的信息。${sentence(of('why'))}${law}本机关不予提供。`,
  ],
  U3: ({ what, of, c, law }) => [
    `本机关于${day(c.correction?.askedOn)}以${c.correction?.letter.number ?? ''}告知${you(c)}补正，` +
      `并于${day(c.correction?.correctedOn)}收到补正的申请。经审查，关于“${what}”的申请内容仍不明确：${sentence(of('unclear'))}`,
    `${law}本机关无法提供所申请的信息。`,
  ],
} satisfies Partial<Record<OutcomeCode, Say>>

const notProcessed = {
  R1: ({ what, of, c, law }) => [
    `${you(c)}提出的“${what}”，实为${of('nature')}事项。${law}不作为政府信息公开申请处理。`,
    ...(of('channel') ? [`${you(c)}可以通过下列渠道提出：${sentence(of('channel'))}`] : []),
  ],
  R2: ({ what, of, c, law }) => [
    `关于“${what}”，本机关已于${day(of('previousOn') as Day)}以${of('previousNumber')}答复${you(c)}。${law}不予重复处理。`,
  ],
  R3: ({ what, of, c, law }) => [
    `${you(c)}申请的“${what}”属于公开出版物${of('work') ? `（${of('work')}）` : ''}。${law}不作为政府信息公开申请处理。`,
    ...(of('where') ? [`获取途径：${sentence(of('where'))}`] : []),
  ],
  R4: ({ of, c, law }) => [
    `${sentence(of('figures'))}本机关于${day(c.reasons?.askedOn)}以${c.reasons?.letter.number ?? ''}要求${you(c)}说明理由。`,
    `${sentence(of('why'))}本机关认为申请理由不合理。${law}不予处理。`,
  ],
  R5: ({ what, of, c }) => [
    `${you(c)}提出的“${what}”，是要求本机关确认或者重新出具已经获取的信息。${sentence(of('why'))}本机关不予处理。`,
  ],
} satisfies Partial<Record<OutcomeCode, Say>>

const ended = {
  O1: ({ c, ground, law }) => [
    `本机关于${day(c.correction?.askedOn)}以${c.correction?.letter.number ?? ''}一次性告知${you(c)}补正，` +
      `该告知书于${day(c.correction?.servedOn)}送达，补正期限于${day(correctionDueOn(c, ground))}届满。`,
    `${you(c)}逾期没有补正，也没有说明正当理由。${law}视为放弃申请，本机关不再处理。`,
  ],
  O2: ({ c, ground, law }) => [
    `本机关于${day(c.fee?.noticedOn)}以${c.fee?.letter.number ?? ''}通知${you(c)}缴纳信息处理费${c.fee?.yuan ?? 0}元，` +
      `该通知书于${day(c.fee?.servedOn)}送达，缴费期限于${day(paymentDueOn(c, ground))}届满。`,
    `${you(c)}逾期没有缴纳。${law}视为放弃申请，本机关不再处理。`,
  ],
  O3: ({ of }) => [`${sentence(of('why'))}本件政府信息公开申请终止办理。`],
} satisfies Partial<Record<OutcomeCode, Say>>

const outside = {
  C1: ({ what, of, c, law }) => [
    `${you(c)}要求更正“${what}”。${sentence(of('why'))}经审核属实。${law}本机关已予更正。`,
  ],
  C2: ({ what, of, c }) => [`${you(c)}要求更正“${what}”。${sentence(of('why'))}经审核不属实，不予更正。`],
  C3: ({ what, of, c, law }) => [
    `${you(c)}要求更正“${what}”，不属于本机关职能范围。${law}已转送${of('organ')}处理。`,
  ],
  C4: ({ what, of, c, law }) => [
    `${you(c)}要求更正“${what}”，不属于本机关职能范围。${law}请向${of('organ')}提出。`,
  ],
  S1: ({ what, of, c, law }) => [
    `关于${you(c)}反映的“${what}”，${sentence(of('why'))}经查证属实。${law}${sentence(of('measure'))}`,
  ],
  S2: ({ what, of, c }) => [`关于${you(c)}反映的“${what}”，${sentence(of('why'))}经查证不属实。`],
  E1: ({ what, of, c, law }) => [
    `关于${you(c)}申诉的“${what}”，${sentence(of('why'))}申诉成立。${law}${sentence(of('measure'))}`,
  ],
  E2: ({ what, of, c }) => [`关于${you(c)}申诉的“${what}”，${sentence(of('why'))}申诉不成立。`],
} satisfies Partial<Record<OutcomeCode, Say>>

const says: Record<OutcomeCode, Say> = {
  ...given,
  ...denied,
  ...unable,
  ...notProcessed,
  ...ended,
  ...outside,
}

/** The paragraphs that tell one decided part: the finding with its particulars, the article, the result. */
export function sayPart(part: DecidedPart, ground: LetterGround): string[] {
  const of = (key: string): string => linesIn(part.states[key] ?? '').join('')
  const law = byLaw(...outcomes[part.outcome].cites)
  return says[part.outcome]({ what: part.what, of, c: ground.c, ground, law })
}
