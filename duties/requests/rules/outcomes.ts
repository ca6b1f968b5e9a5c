import { articles } from './articles.ts'
import type { CaseKind } from './facts.ts'
import type { Outcome, Statement } from './outcome.ts'
import { outsideOutcomes } from './outcomes-outside.ts'
import { terms } from './terms.ts'

/**
 * How a request can end: the basis in the law, the row of table three, the letter and what it must state, the remedy.
 * G given, P partly, D denied, U unable, R not processed, O otherwise closed; C, S, E end cases outside the statistics.
 */
export type OutcomeCode =
  | 'G1'
  | 'G2'
  | 'P1'
  | 'D1'
  | 'D2'
  | 'D3'
  | 'D4'
  | 'D5'
  | 'D6'
  | 'D7'
  | 'D8'
  | 'U1a'
  | 'U1b'
  | 'U2'
  | 'U3'
  | 'R1'
  | 'R2'
  | 'R3'
  | 'R4'
  | 'R5'
  | 'O1'
  | 'O2'
  | 'O3'
  | 'C1'
  | 'C2'
  | 'C3'
  | 'C4'
  | 'S1'
  | 'S2'
  | 'E1'
  | 'E2'

const state = (
  key: string,
  label: string,
  hint: string,
  kind: Statement['kind'] = 'longtext',
  rest: { required?: boolean; kept?: true } = {},
): Statement => ({
  key,
  label,
  hint,
  required: rest.required ?? true,
  kind,
  ...(rest.kept ? { kept: true } : {}),
})

const choice = (key: string, label: string, hint: string, choices: readonly string[]): Statement => ({
  key,
  label,
  hint,
  required: true,
  kind: 'choice',
  choices: choices.map((value) => ({ value, label: value })),
})

const base = {
  kinds: ['request'],
  reconsiderationFirst: false,
  discloses: false,
  alone: false,
  letter: 'reply',
  needs: [],
} as const

const denied = { ...base, class: 'denied', reconsiderationFirst: true } as const
const unable = { ...base, class: 'unable' } as const
const notProcessed = { ...base, class: 'notProcessed', letter: 'notProcessed' } as const
const closed = { ...base, class: 'otherwiseClosed', alone: true, letter: 'notContinued' } as const

const why = (hint: string): Statement => state('why', '理由', hint)

const grantedOutcomes = {
  G1: {
    ...base,
    class: 'granted',
    name: '已主动公开，告知获取方式和途径',
    row: 'granted',
    discloses: true,
    cites: [articles.alreadyPublic],
    states: [
      state('where', '获取方式和途径', '写明网址、栏目，或者查阅地点、公报期号，使申请人能够直接找到'),
    ],
  },
  G2: {
    ...base,
    class: 'granted',
    name: '予以公开，提供信息',
    row: 'granted',
    discloses: true,
    cites: [articles.given],
    states: [
      state('enclosures', '提供的信息', '逐件列出名称、文号；未随信提供的，写明获取的方式、途径和时间'),
      choice('form', '提供形式', '按照申请人的要求和信息保存的实际情况确定（第四十条）', [
        '纸质复制件',
        '电子数据',
        '光盘',
        '查阅、抄录',
      ]),
    ],
    needs: ['thirdPartiesHeard', 'objectionsRespected'],
  },
  P1: {
    ...base,
    class: 'granted',
    name: '区分处理，公开一部分',
    row: 'partial',
    discloses: true,
    reconsiderationFirst: 'asWithheld',
    cites: [articles.partly],
    states: [
      state('given', '公开的内容', '写明提供了哪些内容'),
      state('withheld', '不予公开的内容', '逐项写明，不得透露其具体内容'),
      {
        ...choice('basis', '不予公开的依据', '决定救济途径；不属于政府信息的内容也在此选择', []),
        choices: [
          { value: 'D1', label: '第十四条：国家秘密' },
          { value: 'D2', label: '第十四条：法律、行政法规禁止公开' },
          { value: 'D3', label: '第十四条：危及国家安全、公共安全、经济安全、社会稳定' },
          { value: 'D4', label: '第十五条：商业秘密、个人隐私等第三方权益' },
          { value: 'D5', label: '第十六条第一款：内部事务信息' },
          { value: 'D6', label: '第十六条第二款：过程性信息' },
          { value: 'D7', label: '第十六条第二款：行政执法案卷信息' },
          { value: 'none', label: '不属于政府信息' },
        ],
      },
      why('对每一处不予公开的内容分别说明理由'),
    ],
    needs: ['thirdPartiesHeard', 'objectionsRespected'],
  },
} as const satisfies Record<string, Outcome>

const deniedOutcomes = {
  D1: {
    ...denied,
    name: '不予公开：国家秘密',
    row: 'denied_state_secret',
    cites: [articles.stateSecret, articles.denied],
    states: [
      why('说明已依法确定为国家秘密，不得透露其内容'),
      state('proof', '定密证明', '定密依据、文号和保管处；只留存于案卷，不写入答复书', 'text', {
        kept: true,
      }),
    ],
  },
  D2: {
    ...denied,
    name: '不予公开：法律、行政法规禁止公开',
    row: 'denied_law_forbidden',
    cites: [articles.forbiddenByLaw, articles.denied],
    states: [
      state(
        'law',
        '法律、行政法规的名称和条款',
        '只能是法律、行政法规，规章和规范性文件不能作为依据',
        'text',
      ),
      why('说明所申请的信息为何属于该条款禁止公开的范围'),
    ],
  },
  D3: {
    ...denied,
    name: '不予公开：危及安全、稳定',
    row: 'denied_safety_stability',
    cites: [articles.safety, articles.denied],
    states: [
      choice('danger', '危及的是', '四项中写明是哪一项', ['国家安全', '公共安全', '经济安全', '社会稳定']),
      why('说明公开后会产生何种危险，不得只重复条文'),
    ],
  },
  D4: {
    ...denied,
    name: '不予公开：第三方合法权益',
    row: 'denied_third_party',
    cites: [articles.thirdPartyInterest, articles.thirdPartyObjects],
    states: [
      choice('interest', '涉及的权益', '写明是哪一种', ['商业秘密', '个人隐私', '其他合法权益']),
      why('说明公开会造成何种损害，以及第三方的意见'),
      state('weighing', '公共利益衡量', '说明不公开不会对公共利益造成重大影响'),
    ],
    needs: ['thirdPartyWithoutConsent'],
  },
  D5: {
    ...denied,
    name: '不予公开：内部事务信息',
    row: 'denied_internal',
    cites: [articles.internal, articles.denied],
    states: [
      choice('type', '属于', '三类中写明是哪一类', ['人事管理', '后勤管理', '内部工作流程']),
      why('说明该信息为何只关系内部事务，不影响公民、法人和其他组织的权利义务'),
    ],
  },
  D6: {
    ...denied,
    name: '不予公开：过程性信息',
    row: 'denied_process',
    cites: [articles.process, articles.denied],
    states: [
      choice('type', '属于', '四类中写明是哪一类', ['讨论记录', '过程稿', '磋商信函', '请示报告']),
      why('说明该信息形成于何种决策过程；并说明没有法律、法规、规章规定其应当公开'),
    ],
  },
  D7: {
    ...denied,
    name: '不予公开：行政执法案卷信息',
    row: 'denied_enforcement_case',
    cites: [articles.process, articles.denied],
    states: [
      why('说明属于哪一执法案件的案卷；并说明没有法律、法规、规章规定其应当公开'),
      state('access', '查阅途径', '当事人可以依照行政程序法律规定查阅案卷的，告知如何查阅', 'longtext', {
        required: false,
      }),
    ],
  },
  D8: {
    ...denied,
    // Grouped under denied by the form, but not within 第十四至十六条.
    reconsiderationFirst: false,
    name: '依照专门规定查询',
    row: 'denied_admin_query',
    cites: [articles.specialLaw],
    states: [
      state('law', '法律、行政法规的名称和条款', '对获取该类信息有特别规定的法律、行政法规', 'text'),
      state('where', '办理途径', '写明到何处、如何查询'),
    ],
  },
} as const satisfies Record<string, Outcome>

const unableOutcomes = {
  U1a: {
    ...unable,
    name: '经检索，信息不存在',
    row: 'unable_not_held',
    cites: [articles.notExisting],
    states: [state('search', '检索情况', '写明检索的系统和档案、使用的检索词、检索时间和结果')],
    needs: ['searched'],
  },
  U1b: {
    ...unable,
    name: '不属于本机关负责公开',
    row: 'unable_not_held',
    cites: [articles.notOurs],
    states: [
      why('说明该信息由谁制作或者最初获取，为何不由本机关负责公开（第十条）'),
      state('organ', '负责公开的行政机关', '能够确定的，应当告知名称', 'text', { required: false }),
      state('contact', '该机关联系方式', '地址、电话', 'text', { required: false }),
    ],
  },
  U2: {
    ...unable,
    name: '没有现成信息，需要加工、分析',
    row: 'unable_need_creation',
    cites: [articles.readyMade],
    states: [why('说明现有信息的形态，以及为何必须加工、分析才能得到所申请的内容')],
  },
  U3: {
    ...unable,
    name: '补正后申请内容仍不明确',
    row: 'unable_unclear',
    cites: [articles.correctionOnce],
    states: [state('unclear', '仍不明确之处', '写明经补正后哪些内容仍然无法辨认、无法检索')],
    needs: ['correctionAnswered'],
  },
} as const satisfies Record<string, Outcome>

const notProcessedOutcomes = {
  R1: {
    ...notProcessed,
    name: '信访、投诉、举报等活动',
    row: 'refused_petition',
    cites: [articles.petition],
    states: [
      choice('nature', '实为', '写明申请内容的性质', ['信访', '投诉', '举报', '咨询']),
      state('channel', '相应渠道', '可以告知通过何种渠道提出', 'longtext', { required: false }),
    ],
  },
  R2: {
    ...notProcessed,
    name: '重复申请',
    row: 'refused_repeat',
    cites: [articles.repeated],
    states: [
      state('previousNumber', '前次答复文号', '须是同一申请人就相同政府信息得到的答复', 'text'),
      state('previousOn', '前次答复日期', '', 'day'),
    ],
  },
  R3: {
    ...notProcessed,
    name: '要求提供公开出版物',
    row: 'refused_publication',
    cites: [articles.publishedWork],
    states: [
      state('work', '公开出版物', '公报、报刊、书籍的名称和期号', 'text'),
      state('where', '获取途径', '可以告知到何处获取', 'longtext', { required: false }),
    ],
  },
  R4: {
    ...notProcessed,
    name: '大量、反复申请且理由不合理',
    row: 'refused_mass',
    cites: [articles.reasons, articles.unreasonable],
    states: [
      state('figures', '数量、频次', '写明期间、件数，说明明显超过合理范围'),
      why('写明要求说明理由的情况、申请人的说明，以及为何不合理'),
    ],
    needs: ['reasonsUnreasonable'],
  },
  // No article names it: it is a category of the report form alone.
  R5: {
    ...notProcessed,
    name: '要求确认或者重新出具已经获取的信息',
    row: 'refused_confirm',
    cites: [],
    states: [why('写明申请人已于何时、以何种方式获取该信息')],
  },
} as const satisfies Record<string, Outcome>

const closedOutcomes = {
  O1: {
    ...closed,
    name: '逾期不补正，不再处理',
    row: 'other_overdue_correction',
    cites: [articles.correctionLapsed],
    states: [],
    needs: ['correctionExpired'],
  },
  O2: {
    ...closed,
    name: '逾期不缴费，不再处理',
    row: 'other_overdue_fee',
    cites: [terms.feePayment.cites],
    states: [],
    needs: ['feeExpired'],
  },
  O3: {
    ...closed,
    name: '申请人撤回等其他情形',
    row: 'other_other',
    letter: 'ended',
    cites: [],
    states: [why('如申请人书面撤回，写明撤回的日期和方式')],
  },
} as const satisfies Record<string, Outcome>

export const outcomes: Record<OutcomeCode, Outcome> = {
  ...grantedOutcomes,
  ...deniedOutcomes,
  ...unableOutcomes,
  ...notProcessedOutcomes,
  ...closedOutcomes,
  ...outsideOutcomes,
} satisfies Record<OutcomeCode, Outcome>

/** All codes in the order of the report form. */
export const outcomeCodes = Object.keys(outcomes) as readonly OutcomeCode[]

/** True where the text is the code of an outcome. */
export const isOutcomeCode = (text: string): text is OutcomeCode => Object.hasOwn(outcomes, text)

/** The outcomes that a case of this kind can have. */
export const outcomesFor = (kind: CaseKind): OutcomeCode[] =>
  outcomeCodes.filter((code) => outcomes[code].kinds.includes(kind))
