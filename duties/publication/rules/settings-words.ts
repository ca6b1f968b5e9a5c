import type { Citation } from '#law/citation.ts'
import { articles } from './articles.ts'
import { type PublicationSettings, type ReviewLevel, reviewLevels, reviewStages } from './settings.ts'

/** How a setting is told to whoever may change it: what it decides, and on what ground the default stands. */
export interface SettingWords {
  readonly label: string
  readonly ground: string
  readonly cites?: Citation
  /** A whole number between these, both included. */
  readonly least?: number
  readonly most?: number
  readonly unit?: string
}

/** Each setting of publication in words. */
export const settingWords = {
  levels: {
    label: '审核层级',
    ground:
      '条例要求明确审查的程序和责任，没有规定层级；通行做法是三级审核。减少层级的，在办的稿件按新的层级继续办理。',
    cites: articles.mechanism,
  },
  fourEyes: {
    label: '撰写和审核不得为同一人',
    ground: '条例没有规定；人员少的单位一人兼任数职，默认不作限制。',
    cites: articles.mechanism,
  },
  indexPattern: {
    label: '索引号编制规则',
    ground:
      '国家没有统一的编制规则，默认为“统一社会信用代码/年份-5位流水号”。可以使用{credit}信用代码、{organ}机关简码、{region}行政区划代码、{year}年、{month}月、{n:5}流水号。已经编制的索引号不变。',
    cites: articles.catalogue,
  },
  withheldReviewMonths: {
    label: '不予公开的信息每隔几个月重新评估',
    ground: '条例规定定期评估审查，没有规定间隔，默认每年一次。',
    cites: articles.adjusted,
    least: 1,
    most: 60,
    unit: '个月',
  },
  interpretationWorkingDays: {
    label: '政策解读在文件公开后几个工作日内发布',
    ground: '政策解读与文件同步组织、同步审签、同步部署，最迟不超过3个工作日。',
    least: 1,
    most: 60,
    unit: '个工作日',
  },
  registerPattern: {
    label: '规范性文件登记编号规则',
    ground:
      '规范性文件统一登记、统一编号、统一印发，编号规则由各地规定；登记编号与文号分开，发布时自动编排，默认如“住建局规〔2026〕1号”。除索引号可以使用的部分外，还可以使用{short}机关简称。已经编排的登记编号不变。',
  },
  cleanupYears: {
    label: '规范性文件每隔几年清理一次',
    ground: '国家要求定期清理并公布结果，间隔由各地规定，一般每隔2年清理一次。',
    least: 1,
    most: 20,
    unit: '年',
  },
  listItems: {
    label: '双公示清单导入后',
    ground: '国家没有规定公开的形式；默认每月的清单为一条信息，也可以每个决定为一条信息。',
  },
  maskListNames: {
    label: '清单中自然人的姓名',
    ground: '处罚、许可决定涉及自然人的，默认隐去名字，与发布前检查的遮盖方式相同。',
    cites: articles.thirdParty,
  },
} as const satisfies Record<keyof PublicationSettings, SettingWords>

/** The levels as they are chosen, each with the roles that hold it. */
export const levelChoices: readonly { readonly value: ReviewLevel; readonly label: string }[] =
  reviewLevels.map((value) => ({ value, label: reviewStages[value].label }))
