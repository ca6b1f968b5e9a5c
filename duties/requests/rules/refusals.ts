import type { Citation } from '#law/citation.ts'
import { articles, chargedOnce } from './articles.ts'
import type { Params } from './problems.ts'
import { terms } from './terms.ts'

interface RefusalWords {
  /** 403: not this person; 409: the case stands otherwise; 422: the law says no to what was asked. */
  readonly httpStatus: 403 | 404 | 409 | 422
  readonly say: (params: Params) => string
  readonly cites?: Citation
}

const state = (sentence: string, cites?: Citation): RefusalWords => ({
  httpStatus: 409,
  say: () => sentence,
  ...(cites ? { cites } : {}),
})

/** Every way in which the law or the case says no, with its sentence and its article. */
export const refusals = {
  notFound: { httpStatus: 404, say: () => '没有找到这件申请' },
  changedMeanwhile: {
    httpStatus: 409,
    say: () => '其他人刚刚对本件作了登记，请查看后再办理；您填写的内容没有丢失',
  },
  roleWrong: { httpStatus: 403, say: ({ step, roles }) => `${step}由${roles}办理` },
  notTheApplicant: { httpStatus: 403, say: () => '这一步由申请人办理' },
  assignedToAnother: { httpStatus: 403, say: () => '本件已由其他承办人办理，请由其办理或者先改派' },
  notAssignedToYou: { httpStatus: 403, say: () => '本件不由您承办，不能退回' },
  stateWrong: { httpStatus: 409, say: ({ step, status }) => `本件${status}，不能${step}` },
  kindWrong: { httpStatus: 409, say: ({ step, kind }) => `${kind}不适用${step}` },
  alreadyAssigned: state('本件已有承办人'),

  correctionAlreadyAsked: state(
    '已经通知过补正；补正事项应当一次性告知，不能再次通知',
    articles.correctionOnce,
  ),
  correctionNotAsked: state('没有通知过补正'),
  correctionAlreadyServed: state('补正告知书的送达已经登记'),
  alreadyCorrected: state('申请人已经补正'),

  consultationNone: state('没有等待这一步的征求意见'),
  consultationTermRuns: {
    httpStatus: 409,
    say: ({ on }) => `征求意见的期限到${on}为止，尚未届满，不能按逾期结束`,
    cites: articles.thirdPartyTerm,
  },
  consultationNotServed: state('征求意见书尚未送达，意见期限没有起算', articles.thirdPartyTerm),
  objectionNone: state('没有第三方不同意公开的意见', articles.objectionOverruled),

  extensionUsedUp: state('延长期限合计已满20个工作日，不能再延长', articles.extension),
  extensionTooLong: {
    httpStatus: 422,
    say: ({ left }) => `延长期限合计最长不得超过20个工作日，还可以延长${left}个工作日`,
    cites: articles.extension,
  },
  extensionAfterTerm: {
    httpStatus: 409,
    say: ({ on }) => `答复期限已于${on}届满，不能再延长`,
    cites: articles.extension,
  },
  noTerm: state('本类事项没有法定的答复期限，不需要延长'),

  reasonsAlreadyAsked: state('已经要求申请人说明理由', articles.reasons),
  reasonsNotAsked: state('没有要求申请人说明理由', articles.reasons),
  reasonsAlreadyGiven: state('申请人已经说明理由'),
  reasonsTermRuns: {
    httpStatus: 409,
    say: ({ on }) => `申请人说明理由的期限到${on}为止，尚未届满`,
    cites: articles.reasons,
  },
  reasonsAlreadyWeighed: state('已经对申请理由作出判断'),
  reasonsNotReasonable: state('申请理由合理、但无法按期答复的，才可以确定延迟答复的期限', articles.laterDay),
  laterDayNotLater: {
    httpStatus: 422,
    say: ({ on }) => `延迟答复的日期应当晚于现在的答复期限（${on}）`,
    cites: articles.laterDay,
  },

  feeAlreadyNoticed: state('已经发出收费通知；同一件申请只能按件或者按量收费一次', chargedOnce),
  feeNothingDue: {
    httpStatus: 422,
    say: ({ free }) => `没有超过${free}，不收取费用`,
    cites: articles.fee,
  },
  feeAfterTerm: {
    httpStatus: 409,
    say: ({ on }) => `答复期限已于${on}届满，收费通知应当在办理期限内发出`,
    cites: articles.fee,
  },
  feeNotNoticed: state('没有发出收费通知', articles.fee),
  feeAlreadyServed: state('收费通知书的送达已经登记'),
  feeAlreadyPaid: state('费用已经缴清'),
  feeOverpaid: { httpStatus: 422, say: ({ left }) => `应缴余额为${left}元，不能多收`, cites: articles.fee },

  materialNone: state('没有等待答复的协办'),

  draftNone: state('请先拟写答复'),
  draftReturned: state('答复稿已被退回，请修改后重新送审', articles.record),
  reviewNone: state('没有等待您审核的答复稿', articles.record),
  reviewOwnDraft: state('答复稿由您拟写，本机关规定拟稿和审核不得为同一人，请由其他人审核', articles.record),
  reviewMissing: { httpStatus: 409, say: ({ stage }) => `答复稿还没有经过${stage}`, cites: articles.record },

  searchMissing: state(
    '没有检索记录；信息不存在应当以检索证明，请先登记检索的系统、关键词和结果',
    articles.notExisting,
  ),
  correctionNotAnswered: state('没有经过补正，不能以补正后仍不明确为由答复', articles.correctionOnce),
  correctionNotServed: state('补正告知书没有送达记录，补正期限没有起算', articles.correctionLapsed),
  correctionTermRuns: {
    httpStatus: 409,
    say: ({ on }) => `补正期限到${on}为止，尚未届满，不能视为放弃申请`,
    cites: articles.correctionLapsed,
  },
  feeNotServed: state('收费通知书没有送达记录，缴费期限没有起算', terms.feePayment.cites),
  feeTermRuns: {
    httpStatus: 409,
    say: ({ on }) => `缴费期限到${on}为止，尚未届满，不能视为放弃申请`,
    cites: terms.feePayment.cites,
  },
  reasonsNotWeighed: state('没有要求说明理由并认定理由不合理，不能不予处理', articles.unreasonable),
  reasonsReasonable: state('申请理由已被认为合理，不能不予处理', articles.unreasonable),
  thirdPartyNotAsked: state('没有书面征求第三方意见，不能以第三方权益为由不予公开', articles.thirdPartyAsked),
  thirdPartyConsented: state('第三方已经同意公开，不能再以其权益为由不予公开', articles.thirdPartyException),
  objectionWasOverruled: state(
    '已经认定不公开会对公共利益造成重大影响，不能再以第三方权益为由不予公开',
    articles.objectionOverruled,
  ),
  thirdPartiesOpen: state('第三方的意见尚未收到，意见期限也没有届满，不能决定公开', articles.thirdPartyTerm),
  objectionStands: state(
    '第三方不同意公开且有合理理由，不能公开；为公共利益公开的，应当先作出决定并书面告知第三方',
    articles.thirdPartyObjects,
  ),

  notReplied: state('本件没有作出过答复，不能重新办理'),
  splitTooLate: state('已经发出过文书或者拟写了答复，不能再拆分'),
  splitTooFew: { httpStatus: 422, say: () => '拆分应当得到两件以上申请' },
  amendNone: { httpStatus: 422, say: () => '没有要更改的内容' },
  amendUnknown: { httpStatus: 422, say: () => '没有这条记录，或者这条记录不能更改' },
  amendBreaksOrder: {
    httpStatus: 422,
    say: () => '更改后各个日期前后矛盾（例如答复早于收到、送达早于发出），没有更改',
  },
} as const satisfies Record<string, RefusalWords>

export type RefusalCode = keyof typeof refusals

/** The law or the case says no: a value, never thrown. */
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

/** The article that stands behind it; undefined where only the state of the case does. */
export const citeRefusal = ({ code }: Refusal): Citation | undefined => {
  const words: RefusalWords = refusals[code]
  return words.cites
}

/** The status of the answer on the wire. */
export const statusOfRefusal = ({ code }: Refusal): number => refusals[code].httpStatus
