import type { Confidence } from '#law/citation.ts'
import type { LimitName } from './settings.ts'

/** Where an indicator comes from and what follows from failing it. */
export type Weight = 'veto' | 'deduction' | 'law' | 'own'

export interface Indicator {
  readonly label: string
  /** What it asks, in a sentence. */
  readonly asks: string
  readonly weight: Weight
  readonly ground: string
  readonly confidence: Confidence
  /** The number of the settings that it runs on. */
  readonly limit?: LimitName
  /** What failing it costs: from so many on the whole site fails, or the points taken off. */
  readonly vetoFrom?: number
  readonly points?: number
}

const inspection = '国办秘函〔2019〕19号'

/** Weights in words. */
export const weights = {
  veto: '单项否决',
  deduction: '扣分',
  law: '条例要求',
  own: '日常检查',
} as const satisfies Record<Weight, string>

/** What is inspected, in the order in which it is shown. Source: 国办秘函〔2019〕19号, 条例第十八、二十六条. */
export const indicators = {
  home: {
    label: '首页不更新',
    asks: '两周内首页应当有信息更新',
    weight: 'veto',
    ground: inspection,
    confidence: 'verified',
    limit: 'homeDays',
    vetoFrom: 1,
  },
  news: {
    label: '动态要闻不更新',
    asks: '动态、要闻类栏目两周内应当更新；与通知公告、政策文件类合计5个以上即为不合格',
    weight: 'veto',
    ground: inspection,
    confidence: 'verified',
    limit: 'newsDays',
  },
  notice: {
    label: '通知公告不更新',
    asks: '通知公告类栏目6个月内应当更新',
    weight: 'veto',
    ground: inspection,
    confidence: 'verified',
    limit: 'noticeMonths',
  },
  policy: {
    label: '政策文件不更新',
    asks: '政策文件类栏目6个月内应当更新，未更新扣5分',
    weight: 'deduction',
    ground: inspection,
    confidence: 'verified',
    limit: 'policyMonths',
    points: 5,
  },
  statistics: {
    label: '统计数据不更新',
    asks: '统计数据3个月内应当更新，未更新扣2分',
    weight: 'deduction',
    ground: inspection,
    confidence: 'verified',
    limit: 'statisticsMonths',
    points: 2,
  },
  heading: {
    label: '应更新栏目未更新',
    asks: '应更新栏目不得长期未更新，10个以上即为不合格',
    weight: 'veto',
    ground: inspection,
    confidence: 'verified',
    limit: 'headingMonths',
    vetoFrom: 10,
  },
  empty: {
    label: '空白栏目',
    asks: '不得有空白栏目，5个以上即为不合格',
    weight: 'veto',
    ground: inspection,
    confidence: 'verified',
    vetoFrom: 5,
  },
  accounts: {
    label: '政务新媒体不更新',
    asks: '政务新媒体两周内应当更新',
    weight: 'veto',
    ground: inspection,
    confidence: 'verified',
    limit: 'accountDays',
    vetoFrom: 1,
  },
  late: {
    label: '逾期未公开',
    asks: '主动公开的信息应当自形成或者变更之日起20个工作日内公开',
    weight: 'law',
    ground: '条例第二十六条',
    confidence: 'verified',
  },
  releasedLate: {
    label: '今年超期公开',
    asks: '今年公开的信息中超过期限才公开的',
    weight: 'law',
    ground: '条例第二十六条',
    confidence: 'verified',
  },
  interpretation: {
    label: '解读滞后',
    asks: '政策解读最迟应当在文件公开后3个工作日内发布',
    weight: 'own',
    ground: '政策解读与文件同步组织、同步审签、同步部署',
    confidence: 'verified',
  },
  review: {
    label: '不予公开到期未评估',
    asks: '不予公开的信息应当定期评估审查',
    weight: 'law',
    ground: '条例第十八条',
    confidence: 'verified',
  },
  entries: {
    label: '标准目录事项逾期',
    asks: '标准目录各事项应当按其公开时限更新',
    weight: 'own',
    ground: '国办发〔2019〕54号',
    confidence: 'verified',
  },
  broken: {
    label: '链接附件打不开',
    asks: '页面上的链接和附件应当能够打开',
    weight: 'own',
    ground: inspection,
    confidence: 'memory',
  },
} as const satisfies Record<string, Indicator>

export type IndicatorName = keyof typeof indicators
export const indicatorNames = Object.keys(indicators) as readonly IndicatorName[]
export const isIndicator = (name: string): name is IndicatorName => Object.hasOwn(indicators, name)

/** An indicator with everything that may be told of it. */
export const indicatorOf = (name: IndicatorName): Indicator => indicators[name]

const updated: readonly IndicatorName[] = [
  'home',
  'news',
  'notice',
  'policy',
  'statistics',
  'heading',
  'accounts',
]

/** What the day beside a finding is: the last on which an update is in time, or a day by which the law asks something. */
export const dayWords = (name: IndicatorName): string => (updated.includes(name) ? '最迟应更新于' : '期限')

/** 动态要闻、通知公告、政策文件 of a site together: so many not updated, and the site fails. */
export const columnsTogether = { names: ['news', 'notice', 'policy'], vetoFrom: 5 } as const
