/** What an item is, as lists part them. */
export const kindLabels = {
  normative: '行政规范性文件',
  policy: '政策文件',
  interpretation: '政策解读',
  notice: '通知公告',
  news: '工作动态',
  profile: '机构信息',
  plan: '规划计划',
  statistics: '统计信息',
  licence: '行政许可',
  penalty: '行政处罚',
  budget: '财政资金',
  procurement: '政府采购',
  project: '重大建设项目',
  welfare: '民生保障',
  emergency: '应急管理',
  inspection: '监督检查',
  recruitment: '招考录用',
  village: '村务公开',
  coercion: '行政强制',
  personnel: '人事信息',
  leadership: '领导信息',
  training: '学习培训',
  workReport: '政府工作报告',
  policyQuestion: '政策问答',
  topic: '专题专栏',
  interview: '在线访谈',
  pressConference: '新闻发布会',
} as const

export type ItemKind = keyof typeof kindLabels

const otherKind = '其他信息'

/** Whether a document still holds (政府网站发展指引: repealed documents are marked on the original). */
export const validityLabels = {
  inForce: '现行有效',
  amended: '已修改',
  repealed: '已废止',
  expired: '已失效',
  none: '不涉及',
} as const

export type Validity = keyof typeof validityLabels

/** The kind in Chinese; 其他信息 for one that is not in the list. */
export const kindLabel = (kind: string): string =>
  Object.hasOwn(kindLabels, kind) ? kindLabels[kind as ItemKind] : otherKind

export const validityLabel = (validity: string): string =>
  Object.hasOwn(validityLabels, validity) ? validityLabels[validity as Validity] : validityLabels.none

/** True where the document no longer holds and must be marked so. */
export const isOver = (validity: string): boolean => validity === 'repealed' || validity === 'expired'
