import type { Params } from '#duties/requests/rules/problems.ts'
import type { Citation } from '#law/citation.ts'
import { places } from './terms.ts'

interface RefusalWords {
  readonly httpStatus: 403 | 404 | 409 | 422
  readonly say: (params: Params) => string
  readonly cites?: Citation
}

/** Every way in which a step of a major decision is refused. */
const decisionRefusals = {
  roleWrong: { httpStatus: 403, say: ({ step, roles }) => `${step}由${roles}办理` },
  notFound: { httpStatus: 404, say: () => '没有这一决策事项' },
  movedOn: { httpStatus: 409, say: () => '其他人刚刚办理了这一事项，请查看后再提交；您填写的内容没有丢失' },
  missing: { httpStatus: 409, say: ({ step, what }) => `${step}以前应当先${what}` },
  once: { httpStatus: 409, say: ({ step }) => `${step}已经办理` },
  over: { httpStatus: 409, say: ({ status }) => `本事项${status}，不能再办理` },
  stillOpen: {
    httpStatus: 409,
    say: ({ until }) => `征求意见${until}截止，截止以后才能反馈采纳情况`,
    cites: places.solicitation,
  },
  tooShort: {
    httpStatus: 422,
    say: ({ days }) => `征求意见的期限只有${days}日，一般不少于30日；确需缩短的，请写明理由，公布时一并说明`,
    cites: places.solicitation,
  },
  tooEarly: {
    httpStatus: 422,
    say: ({ days, on }) => `送审才${days}个工作日，一般不少于7个工作日（${on}届满）；确需提前的，请写明理由`,
    cites: places.legality,
  },
  notLawful: {
    httpStatus: 409,
    say: ({ result }) => `合法性审查的结论是“${result}”，不得提交讨论`,
    cites: places.legality,
  },
  headNotLast: { httpStatus: 422, say: () => '行政首长应当最后发表意见', cites: places.discussed },
  notAdopted: {
    httpStatus: 409,
    say: ({ result }) => `集体讨论的决定是“${result}”，不能公布`,
    cites: places.discussed,
  },
  tooMany: { httpStatus: 422, say: () => '采纳的意见不能多于收到的意见', cites: places.solicitation },
  dayInFuture: { httpStatus: 422, say: ({ label }) => `${label}不能晚于今天` },
  dayBefore: { httpStatus: 422, say: ({ label, step, on }) => `${label}不能早于${step}（${on}）` },
  untilBefore: { httpStatus: 422, say: () => '截止之日不能早于公布之日' },
} as const satisfies Record<string, RefusalWords>

export type DecisionRefusalCode = keyof typeof decisionRefusals

/** The law or the decision says no: a value, never thrown. */
export interface DecisionRefusal {
  readonly kind: 'refused'
  readonly code: DecisionRefusalCode
  readonly params?: Params
}

export const refusedDecision = (code: DecisionRefusalCode, params?: Params): DecisionRefusal => ({
  kind: 'refused',
  code,
  ...(params ? { params } : {}),
})

const wordsOf = (code: DecisionRefusalCode): RefusalWords => decisionRefusals[code]

/** The sentence for people. */
export const sayDecisionRefusal = ({ code, params }: DecisionRefusal): string =>
  wordsOf(code).say(params ?? {})

/** The place in the law behind it, where there is one. */
export const citeDecisionRefusal = ({ code }: DecisionRefusal): Citation | undefined => wordsOf(code).cites

export const statusOfDecisionRefusal = ({ code }: DecisionRefusal): number => wordsOf(code).httpStatus
