import type { Params } from '#duties/requests/rules/problems.ts'
import type { Citation } from '#law/citation.ts'
import { articles } from './articles.ts'

interface RefusalWords {
  /** 403: not this person; 409: the item stands otherwise; 422: the law says no to what was asked. */
  readonly httpStatus: 403 | 404 | 409 | 422
  readonly say: (params: Params) => string
  readonly cites?: Citation
}

const state = (sentence: string, cites?: Citation): RefusalWords => ({
  httpStatus: 409,
  say: () => sentence,
  ...(cites ? { cites } : {}),
})

/** Every way in which the law or the item says no, with its sentence and its article. */
export const refusals = {
  notFound: { httpStatus: 404, say: () => '没有找到这条信息' },
  changedMeanwhile: {
    httpStatus: 409,
    say: () => '其他人刚刚办理了这条信息，请查看后再办理；您填写的内容没有丢失',
  },
  roleWrong: { httpStatus: 403, say: ({ step, roles }) => `${step}由${roles}办理` },
  stateWrong: { httpStatus: 409, say: ({ step, status }) => `这条信息${status}，不能${step}` },
  notWhole: { httpStatus: 409, say: ({ what }) => `送审前请补全：${what}`, cites: articles.catalogue },
  standsElsewhere: {
    httpStatus: 409,
    say: ({ at }) => `这条信息现在不在${at}环节，请刷新后再办理`,
    cites: articles.mechanism,
  },
  reviewNone: state('没有等待您审核的稿件', articles.mechanism),
  reviewOwnText: state('稿件由您撰写，本机关规定撰写和审核不得为同一人，请由其他人审核', articles.mechanism),
  reviewMissing: {
    httpStatus: 409,
    say: ({ stage }) => `还没有经过${stage}`,
    cites: articles.mechanism,
  },
  gateNotRun: state('发布前检查还没有完成，请稍后再试'),
  gateOpen: {
    httpStatus: 409,
    say: ({ n, first }) => `发布前检查还有${n}处没有处理：${first}。请改正，或者写明理由后放行`,
    cites: articles.thirdParty,
  },
  noFindings: state('没有需要放行的提示'),
  noKeptFiles: state(
    '没有由原网站转入、还没有检查的附件；修改后重新发布的，附件已经随稿件检查',
    articles.mechanism,
  ),
  keptWithText: state('正在修改，附件随修改稿一并检查', articles.mechanism),
  consultationNone: state('没有等待答复的会商', articles.coordinated),
  consultationOpen: {
    httpStatus: 409,
    say: ({ whom }) => `${whom}还没有答复，会商确认以后才能公开`,
    cites: articles.coordinated,
  },
  consultationDisagreed: {
    httpStatus: 409,
    say: ({ whom }) => `${whom}不同意公开，协商一致以后才能公开`,
    cites: articles.coordinated,
  },
  textChanged: state('定稿以后内容有变动，与定稿时的校验值不符，请重新送审'),
  notActive: {
    httpStatus: 409,
    say: ({ attribute }) => `公开属性是${attribute}，不在网上发布`,
    cites: articles.ways,
  },
  noSchedule: state('没有定时发布'),
  notAmending: state('没有正在修改的稿件'),
  alreadyAmending: state('正在修改，修改稿办结以前不能再次修改'),
  noValidity: state('这种体裁不标注有效性'),
  noCleanup: state('只有行政规范性文件需要清理'),
} as const satisfies Record<string, RefusalWords>

export type RefusalCode = keyof typeof refusals

/** The law or the item says no: a value, never thrown. */
export interface Refusal {
  readonly kind: 'refused'
  readonly code: RefusalCode
  readonly params?: Params
}

/** A refusal as a value. */
export const refused = (code: RefusalCode, params?: Params): Refusal => ({
  kind: 'refused',
  code,
  ...(params ? { params } : {}),
})

/** The sentence for people. */
export const sayRefusal = ({ code, params }: Refusal): string => refusals[code].say(params ?? {})

/** The article that stands behind it; undefined where only the state of the item does. */
export const citeRefusal = ({ code }: Refusal): Citation | undefined => {
  const words: RefusalWords = refusals[code]
  return words.cites
}

/** The status of the answer on the wire. */
export const statusOfRefusal = ({ code }: Refusal): number => refusals[code].httpStatus
