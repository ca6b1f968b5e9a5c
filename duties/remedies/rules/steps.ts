import { choicesOf, type Fields } from '#duties/requests/rules/fields.ts'
import { may, need, onDay } from '#duties/requests/rules/step.ts'
import { common } from '#law/articles.ts'
import type { Citation } from '#law/citation.ts'
import type { Role } from '#law/roles.ts'
import { type RemedyRefusal, refusedRemedy } from './refusals.ts'
import type { RemedyCase } from './remedy.ts'
import { results } from './results.ts'
import { remedyPlaces } from './settings.ts'

/** One row of the table: who, in which state, with what entries, by which place of the law. */
export interface RemedyStep {
  readonly label: string
  readonly law: string
  readonly cites: readonly Citation[]
  readonly roles: readonly Role[]
  /** `none`: the step opens the case. */
  readonly states: readonly ('none' | RemedyCase['state'])[]
  readonly fields: Fields
  readonly blocked?: (c: RemedyCase) => RemedyRefusal | undefined
}

const clerks = ['handler', 'legalReviewer', 'officeHead'] as const

export const remedyKindLabels = {
  review: '行政复议',
  litigation_direct: '行政诉讼（未经复议直接起诉）',
  litigation_after_review: '行政诉讼（复议后起诉）',
} as const

export const aboutLabels = {
  reply: '不服答复',
  inaction: '逾期不答复',
  publication: '不履行主动公开职责',
  thirdParty: '公开损害第三方权益',
  other: '其他',
} as const

const resultChoices = choicesOf(
  Object.fromEntries(Object.entries(results).map(([code, { name }]) => [code, name])),
)

export const remedySteps = {
  begin: {
    label: '登记复议、诉讼',
    law: '认为侵犯其合法权益的，可以申请行政复议或者提起行政诉讼',
    cites: [common.remedy],
    roles: clerks,
    states: ['none'],
    fields: {
      on: onDay('收到通知之日'),
      kind: need('choice', '类型', { choices: choicesOf(remedyKindLabels) }),
      body: need('text', '复议机关或者人民法院'),
      number: need('text', '案号'),
      about: need('choice', '事由', { choices: choicesOf(aboutLabels) }),
      claims: need('longtext', '请求'),
      party: need('text', '申请人或者原告'),
      acceptedOn: may('day', '受理或者立案之日'),
      simple: may('yesNo', '适用简易程序'),
      requestId: may('text', '所涉申请', { hint: '针对某一件申请的，填写其编号' }),
      after: may('text', '此前的行政复议', { hint: '复议后起诉的，填写复议案号' }),
    },
  },
  link: {
    label: '关联申请',
    law: '同所涉申请相互关联，便于调取案卷',
    cites: [common.remedy],
    roles: clerks,
    states: ['pending', 'concluded'],
    fields: { requestId: need('text', '所涉申请') },
  },
  answer: {
    label: '提交答复',
    law: '在期限内提出书面答复，并提交证据、依据',
    cites: [remedyPlaces.reviewAnswer, remedyPlaces.suitAnswer],
    roles: clerks,
    states: ['pending'],
    fields: {
      on: onDay('提交之日'),
      text: need('longtext', '答复要点'),
      files: may('files', '答复书'),
    },
    blocked: (c) => (c.answeredOn ? refusedRemedy('alreadyAnswered') : undefined),
  },
  fileEvidence: {
    label: '提交证据',
    law: '证据目录由案卷生成，逐项核对后提交',
    cites: [remedyPlaces.reviewAnswer, remedyPlaces.suitAnswer],
    roles: clerks,
    states: ['pending'],
    fields: {
      on: onDay('提交之日'),
      items: need('lines', '证据', { hint: '每行一项' }),
      files: may('files', '证据材料'),
    },
  },
  setHearing: {
    label: '登记听证、开庭',
    law: '按通知的时间到场',
    cites: [common.remedy],
    roles: clerks,
    states: ['pending'],
    fields: { day: need('day', '听证或者开庭之日'), where: need('text', '地点') },
  },
  prolong: {
    label: '登记延长审限',
    law: '复议机关、人民法院延长期限的，以其通知为准',
    cites: [remedyPlaces.reviewDecision, remedyPlaces.suitJudgment],
    roles: clerks,
    states: ['pending'],
    fields: { on: onDay('通知之日'), dueOn: need('day', '延长至'), reason: need('text', '理由') },
  },
  suspend: {
    label: '登记中止',
    law: '中止期间不计入审限',
    cites: [common.remedy],
    roles: clerks,
    states: ['pending'],
    fields: { on: onDay('中止之日'), reason: need('text', '理由') },
    blocked: (c) => (c.suspendedOn ? refusedRemedy('alreadySuspended') : undefined),
  },
  resume: {
    label: '登记恢复',
    law: '恢复审理的，期限继续计算',
    cites: [common.remedy],
    roles: clerks,
    states: ['pending'],
    fields: { on: onDay('恢复之日'), reason: need('text', '理由') },
    blocked: (c) => (c.suspendedOn ? undefined : refusedRemedy('notSuspended')),
  },
  conclude: {
    label: '登记结果',
    law: '结果计入年度报告第四部分',
    cites: [common.remedy],
    roles: clerks,
    states: ['pending'],
    fields: {
      on: onDay('收到决定或者裁判之日'),
      result: need('choice', '结果', { choices: resultChoices }),
      number: need('text', '文号'),
      reasons: need('longtext', '理由摘要'),
      orderedBy: may('day', '责令履行的最后一日', { hint: '没有责令履行的不填' }),
      files: may('files', '决定书、裁判文书'),
    },
  },
  appeal: {
    label: '登记上诉',
    law: '不服第一审判决的，可以在期限内上诉；上诉后案件尚未审结',
    cites: [remedyPlaces.appeal],
    roles: clerks,
    states: ['concluded'],
    fields: {
      on: onDay('上诉之日'),
      by: need('choice', '上诉人', {
        choices: [
          { value: 'applicant', label: '申请人' },
          { value: 'organ', label: '本机关' },
        ],
      }),
      court: need('text', '第二审人民法院'),
    },
    blocked: (c) => {
      if (c.kind === 'review') return refusedRemedy('notLitigation')
      return c.earlier.length > 0 ? refusedRemedy('secondInstance') : undefined
    },
  },
  comply: {
    label: '登记履行',
    law: '责令重新答复的，应当在确定的期限内履行',
    cites: [common.remedy],
    roles: clerks,
    states: ['concluded'],
    fields: { on: onDay('履行之日'), how: need('longtext', '履行情况') },
    blocked: (c) => {
      if (c.state !== 'concluded' || !c.conclusion.orderedBy) return refusedRemedy('nothingOrdered')
      return c.compliedOn ? refusedRemedy('alreadyComplied') : undefined
    },
  },
  addFile: {
    label: '添加附件',
    law: '办理中形成的材料随案保存',
    cites: [common.remedy],
    roles: clerks,
    states: ['pending', 'concluded'],
    fields: { file: need('file', '附件'), what: need('text', '说明') },
  },
  note: {
    label: '备注',
    law: '办理中的情况随案记录',
    cites: [common.remedy],
    roles: clerks,
    states: ['pending', 'concluded'],
    fields: { text: need('longtext', '内容') },
  },
} as const satisfies Record<string, RemedyStep>

export type RemedyStepName = keyof typeof remedySteps

export const remedyStepNames = Object.keys(remedySteps) as readonly RemedyStepName[]

/** The row of the table, with every optional column. */
export const remedyStepOf = (name: RemedyStepName): RemedyStep => remedySteps[name]

/** True where the text names a step. */
export const isRemedyStep = (text: string): text is RemedyStepName => Object.hasOwn(remedySteps, text)
