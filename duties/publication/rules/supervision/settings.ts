import type { Confidence } from '#law/citation.ts'
import { type KeptColumns, usualColumns } from './kept-columns.ts'

/** The numbers of the inspection; what the state fixes may only be made stricter. */
interface Numbers {
  readonly homeDays: number
  readonly newsDays: number
  readonly accountDays: number
  readonly noticeMonths: number
  readonly policyMonths: number
  readonly statisticsMonths: number
  /** Columns that should be updated and were not for so many months: the state names no period. */
  readonly headingMonths: number
  /** So many days before its last day a column is said to be due. */
  readonly soonDays: number
}

/** What is asked of the columns of an organ: how often, and which there must be. */
export interface InspectionSettings extends Numbers {
  readonly columns: KeptColumns
}

interface Limit {
  readonly label: string
  readonly unit: '天' | '个月'
  readonly usual: number
  /** The most that may be set; the state's own number where it names one. */
  readonly most: number
  readonly confidence: Confidence
  readonly ground: string
}

const inspection = '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）'

/** Each number with its ground. Counties in practice make the days shorter. */
export const limits = {
  homeDays: {
    label: '首页更新',
    unit: '天',
    usual: 14,
    most: 14,
    confidence: 'verified',
    ground: inspection,
  },
  newsDays: {
    label: '动态、要闻类栏目更新',
    unit: '天',
    usual: 14,
    most: 14,
    confidence: 'verified',
    ground: inspection,
  },
  accountDays: {
    label: '政务新媒体更新',
    unit: '天',
    usual: 14,
    most: 14,
    confidence: 'verified',
    ground: inspection,
  },
  noticeMonths: {
    label: '通知公告类栏目更新',
    unit: '个月',
    usual: 6,
    most: 6,
    confidence: 'verified',
    ground: inspection,
  },
  policyMonths: {
    label: '政策文件类栏目更新',
    unit: '个月',
    usual: 6,
    most: 6,
    confidence: 'verified',
    ground: inspection,
  },
  statisticsMonths: {
    label: '统计数据更新',
    unit: '个月',
    usual: 3,
    most: 3,
    confidence: 'verified',
    ground: inspection,
  },
  headingMonths: {
    label: '应更新栏目长期未更新',
    unit: '个月',
    usual: 12,
    most: 36,
    confidence: 'open',
    ground: '检查指标只说“长期未更新”，没有规定期限，默认12个月。',
  },
  soonDays: {
    label: '到期前提示',
    unit: '天',
    usual: 3,
    most: 30,
    confidence: 'open',
    ground: '国家没有规定，默认提前3天。',
  },
} as const satisfies Record<keyof Numbers, Limit>

export type LimitName = keyof typeof limits
export const limitNames = Object.keys(limits) as readonly LimitName[]

const usualNumbers = Object.fromEntries(limitNames.map((name) => [name, limits[name].usual]))

/** What is in force unless an organ sets stricter numbers or other columns. */
export const usualInspection: InspectionSettings = {
  ...(usualNumbers as unknown as Numbers),
  columns: usualColumns,
}

/**
 * What is wrong with a number, in a sentence; undefined where it may stand. `above` are the numbers that an organ above
 * has set: like the state's they may be made stricter, never looser.
 */
export function limitProblem(name: LimitName, value: number, above?: InspectionSettings): string | undefined {
  const { label, unit, most, confidence } = limits[name]
  if (!Number.isInteger(value) || value < 1) return `${label}应当是不小于1的整数`
  if (value > most)
    return confidence === 'verified'
      ? `${label}不得超过${most}${unit}：国家规定的期限为${most}${unit}，只能更严`
      : `${label}不得超过${most}${unit}`
  const set = above?.[name]
  return set !== undefined && name !== 'soonDays' && value > set
    ? `${label}不得超过${set}${unit}：上级机关设定的期限为${set}${unit}，只能更严`
    : undefined
}
