import { choicesOf, type Fields } from '#duties/requests/rules/fields.ts'
import { may, need, onDay } from '#duties/requests/rules/step.ts'
import type { Citation } from '#law/citation.ts'
import type { Role } from '#law/roles.ts'
import { places } from './terms.ts'

/** One row of the table: what the step asks, who takes it, and what must stand before it. */
export interface DecisionStep {
  readonly label: string
  /** What the public page says once it is done; empty for a step that is not told. */
  readonly told: string
  readonly law: string
  readonly cites: Citation
  readonly roles: readonly Role[]
  readonly fields: Fields
  /** Steps that must have been taken before; of a list one is enough. */
  readonly after: readonly (string | readonly string[])[]
  /** May be taken again: another hearing, a second round. */
  readonly again?: true
}

const clerks = ['informationOfficer', 'handler', 'officeHead'] as const
const lawyers = ['legalReviewer'] as const
const heads = ['officeHead', 'leader'] as const

export const legalityResults = { lawful: '合法', toMend: '应当修改', unlawful: '不合法' } as const
export const discussionResults = {
  adopted: '通过',
  toMend: '修改后再议',
  postponed: '暂缓',
  rejected: '不予通过',
} as const
export const waivable = { participation: '公众参与', experts: '专家论证', risk: '风险评估' } as const

const decisionSteps = {
  list: {
    label: '列入目录',
    told: '列入重大行政决策事项目录',
    law: '决策事项目录、标准经同级党委同意后向社会公布',
    cites: places.listed,
    roles: clerks,
    fields: {
      on: onDay('列入之日'),
      title: need('text', '决策事项'),
      drafter: need('text', '承办单位'),
      agreedOn: need('day', '同级党委同意之日'),
      basis: may('longtext', '法律、政策依据'),
    },
    after: [],
  },
  propose: {
    label: '启动',
    told: '启动决策程序',
    law: '决定启动决策程序的，明确决策事项的承办单位',
    cites: places.proposed,
    roles: heads,
    fields: { on: onDay('启动之日'), reason: need('longtext', '启动理由') },
    after: ['list'],
  },
  draft: {
    label: '拟订草案',
    told: '拟订决策草案',
    law: '在深入调查研究的基础上拟订决策草案；有不同意见的，提出两个以上方案',
    cites: places.proposed,
    roles: clerks,
    fields: { on: onDay('拟订之日'), about: need('longtext', '草案要点') },
    after: ['propose'],
    again: true,
  },
  coordinate: {
    label: '协商',
    told: '与有关单位协商',
    law: '涉及其他单位职责的，与有关单位充分协商',
    cites: places.coordinated,
    roles: clerks,
    fields: { on: onDay('协商之日'), whom: need('text', '有关单位'), result: need('longtext', '协商结果') },
    after: ['draft'],
    again: true,
  },
  openSolicitation: {
    label: '公开征求意见',
    told: '公开征求意见',
    law: '向社会公开征求意见，期限一般不少于30日；缩短的，说明理由',
    cites: places.solicitation,
    roles: clerks,
    fields: {
      on: onDay('公布之日'),
      until: need('day', '截止之日'),
      how: need('text', '提出意见的途径', { hint: '网址、电子邮箱、通信地址或者电话' }),
      item: may('text', '征求意见公告的索引号'),
      shortened: may('longtext', '缩短期限的理由'),
    },
    after: ['draft'],
    again: true,
  },
  closeSolicitation: {
    label: '反馈意见采纳情况',
    told: '公布意见征集结果',
    law: '对社会各方面提出的意见归纳整理、研究论证，充分采纳合理意见',
    cites: places.solicitation,
    roles: clerks,
    fields: {
      on: onDay('反馈之日'),
      received: need('number', '收到意见（条）', { least: 0 }),
      adopted: need('number', '采纳（条）', { least: 0 }),
      explanation: need('longtext', '采纳情况和未采纳的理由'),
    },
    after: ['openSolicitation'],
    again: true,
  },
  holdHearing: {
    label: '听证',
    told: '召开听证会',
    law: '直接涉及公民、法人和其他组织切身利益或者存在较大分歧的，可以召开听证会',
    cites: places.hearing,
    roles: clerks,
    fields: {
      on: onDay('听证之日'),
      participants: need('number', '听证参加人（人）', { least: 1 }),
      report: need('longtext', '听证报告要点'),
    },
    after: ['draft'],
    again: true,
  },
  hearExperts: {
    label: '专家论证',
    told: '专家论证',
    law: '专业性、技术性较强的，组织专家、专业机构论证',
    cites: places.experts,
    roles: clerks,
    fields: {
      on: onDay('论证之日'),
      who: need('text', '专家、专业机构'),
      opinion: need('longtext', '论证意见'),
    },
    after: ['draft'],
    again: true,
  },
  assessRisk: {
    label: '风险评估',
    told: '风险评估',
    law: '可能对社会稳定、公共安全等方面造成不利影响的，评估决策风险',
    cites: places.risk,
    roles: clerks,
    fields: {
      on: onDay('评估之日'),
      level: need('choice', '风险等级', { choices: choicesOf({ low: '低', middle: '中', high: '高' }) }),
      report: need('longtext', '评估报告要点'),
    },
    after: ['draft'],
    again: true,
  },
  waive: {
    label: '说明不适用',
    told: '',
    law: '依法不予公开的事项不征求公众意见；不属于专业性强或者有风险的，可以不论证、不评估，写明理由',
    cites: places.participation,
    roles: heads,
    fields: {
      on: onDay('决定之日'),
      what: need('choice', '不适用的程序', { choices: choicesOf(waivable) }),
      reason: need('longtext', '理由'),
    },
    after: ['draft'],
    again: true,
  },
  submitLegality: {
    label: '送合法性审查',
    told: '送请合法性审查',
    law: '提交讨论前由负责合法性审查的部门审查，保证审查时间，一般不少于7个工作日',
    cites: places.legality,
    roles: clerks,
    fields: { on: onDay('送审之日'), materials: need('lines', '送审材料', { hint: '每行一项' }) },
    after: [
      ['closeSolicitation', 'waive:participation'],
      ['hearExperts', 'waive:experts'],
      ['assessRisk', 'waive:risk'],
    ],
    again: true,
  },
  passLegality: {
    label: '合法性审查意见',
    told: '完成合法性审查',
    law: '审查是否符合法定权限、法定程序和有关法律、法规、规章及国家政策；不得以征求意见等方式代替',
    cites: places.legality,
    roles: lawyers,
    fields: {
      on: onDay('出具意见之日'),
      result: need('choice', '结论', { choices: choicesOf(legalityResults) }),
      opinion: need('longtext', '审查意见'),
      hastened: may('longtext', '不足7个工作日的理由'),
    },
    after: ['submitLegality'],
    again: true,
  },
  discuss: {
    label: '集体讨论决定',
    told: '集体讨论决定',
    law: '经常务会议或者全体会议讨论；行政首长最后发表意见，不同意见如实载明',
    cites: places.discussed,
    roles: heads,
    fields: {
      on: onDay('会议之日'),
      meeting: need('text', '会议名称'),
      materials: need('lines', '提交讨论的材料', {
        hint: '草案及说明、公众参与、专家论证、风险评估、合法性审查意见、其他材料，每行一项',
      }),
      headLast: need('yesNo', '行政首长最后发表意见'),
      dissent: may('longtext', '不同意见'),
      result: need('choice', '决定', { choices: choicesOf(discussionResults) }),
    },
    after: ['passLegality'],
    again: true,
  },
  report: {
    label: '向党委请示报告',
    told: '',
    law: '重大行政决策出台前向同级党委请示报告',
    cites: places.reported,
    roles: heads,
    fields: { on: onDay('请示报告之日'), answer: need('text', '批复情况') },
    after: ['discuss'],
  },
  publish: {
    label: '公布决策',
    told: '公布决策',
    law: '通过政府公报、政府网站和报纸等途径及时公布，说明公众意见、专家论证意见的采纳情况',
    cites: places.published,
    roles: ['publisher', 'officeHead'],
    fields: {
      on: onDay('公布之日'),
      item: need('text', '公布文件的索引号'),
      channels: need('lines', '公布途径', { hint: '政府公报、政府网站、报纸等，每行一项' }),
      adoption: need('longtext', '意见采纳情况的说明'),
    },
    after: ['report'],
  },
  archive: {
    label: '归档',
    told: '',
    law: '决策过程中形成的材料及时归档',
    cites: places.archived,
    roles: clerks,
    fields: { on: onDay('归档之日'), number: need('text', '档号') },
    after: ['publish'],
  },
  evaluate: {
    label: '决策后评估',
    told: '决策后评估',
    law: '执行中情况变化、公众意见较多或者决策机关认为有必要的，组织后评估',
    cites: places.evaluated,
    roles: clerks,
    fields: { on: onDay('评估之日'), report: need('longtext', '评估结论') },
    after: ['publish'],
    again: true,
  },
  end: {
    label: '终止',
    told: '终止决策程序',
    law: '决策公布前情况变化、不需要继续的，终止并说明理由',
    cites: places.proposed,
    roles: heads,
    fields: { on: onDay('终止之日'), reason: need('longtext', '理由') },
    after: ['list'],
  },
} as const satisfies Record<string, DecisionStep>

export type DecisionStepName = keyof typeof decisionSteps

export const decisionStepNames = Object.keys(decisionSteps) as readonly DecisionStepName[]

/** The row of the table, with every optional column. */
export const decisionStepOf = (name: DecisionStepName): DecisionStep => decisionSteps[name]

/** True where the text names a step. */
export const isDecisionStep = (text: string): text is DecisionStepName => Object.hasOwn(decisionSteps, text)
