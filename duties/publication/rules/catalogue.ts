import { wordsOf } from '#law/regulation.ts'

/** One heading of the catalogue of what must be published. */
export interface Heading {
  /** 20-01 … 20-15: article and item of the Regulation; 04-01 for the organ's own rules on disclosure. */
  code: string
  /** For menus and narrow columns. */
  short: string
  /** The words of the law. */
  label: string
  /** Where in the Regulation it stands. */
  place: { readonly article: number; readonly item?: number }
}

const shorts = [
  '规章和规范性文件',
  '机关职能和机构',
  '规划计划',
  '统计信息',
  '行政许可和管理服务',
  '行政处罚和行政强制',
  '财政预算决算',
  '行政事业性收费',
  '政府集中采购',
  '重大建设项目',
  '民生政策及落实',
  '应急预案和预警',
  '监督检查',
  '公务员招考',
  '其他法定公开信息',
] as const

const bareWords = (item: number): string =>
  wordsOf({ article: 20, item, quote: '' })
    .replace(/^（[一二三四五六七八九十]+）/, '')
    .replace(/[；。]$/, '')

/** Code of an organ's own rules on disclosure. */
export const ownRules = '04-01'

const ownHeading: Heading = {
  code: ownRules,
  short: '政府信息公开制度',
  label: '政府信息公开工作制度',
  place: { article: 4 },
}

/** The headings of 第二十条, in its order, and the organ's own rules on disclosure (第四条). */
export const headings: readonly Heading[] = [
  ...shorts.map((short, index) => ({
    code: `20-${String(index + 1).padStart(2, '0')}`,
    short,
    label: bareWords(index + 1),
    place: { article: 20, item: index + 1 },
  })),
  ownHeading,
]

/** The heading of a catalogue code; undefined for a local addition that is not described here. */
export const headingOf = (code: string): Heading | undefined => headings.find((each) => each.code === code)
