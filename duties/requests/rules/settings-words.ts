import type { Citation, Confidence } from '#law/citation.ts'
import type { Role } from '#law/roles.ts'
import { articles, secrecyFirst } from './articles.ts'
import { pieceTariff } from './fees.ts'
import { reconsiderationFirst } from './outcome.ts'
import type { DecisionKind, RequestSettings } from './settings.ts'
import { type ClockSettings, terms } from './terms.ts'

/** How a setting is told to whoever may change it: what it decides, on what ground the default stands, the article. */
export interface SettingWords {
  readonly label: string
  /** Why the default is what it is. */
  readonly ground: string
  readonly confidence: Confidence
  readonly cites: readonly Citation[]
}

/** A setting of two answers, each in words. */
export interface ChoiceWords extends SettingWords {
  readonly choices: readonly { readonly value: string | boolean; readonly label: string }[]
}

/** A setting that is a whole number. */
export interface NumberWords extends SettingWords {
  readonly unit: string
  readonly least: number
  readonly most: number
}

/** A setting in words of the organ's own. */
export interface TextWords extends SettingWords {
  /** Characters. */
  readonly least: number
  readonly most: number
  readonly written: true
}

/** The roles that change the settings of an organ. */
export const settingsKeepers: readonly Role[] = ['administrator', 'officeHead']

/** How sure the ground of a default is. */
export const confidenceLabels: Record<Confidence, string> = {
  verified: '有原文',
  memory: '通行做法，未见原文',
  reading: '条文未写明，按文义理解',
  open: '尚无定论',
}

const yesNo = (yes: string, no: string): ChoiceWords['choices'] => [
  { value: true, label: yes },
  { value: false, label: no },
]

/** The readings of the clock. */
export const clockWords = {
  onlineConfirmsAtOnce: {
    label: '在线提交的申请何时为收到',
    ground: '网上申请页面写明提交即为双方确认，所以提交之日为收到之日。',
    confidence: 'reading',
    cites: [articles.receivedOnline],
    choices: yesNo('提交即确认，当日收到', '由工作人员另行确认'),
  },
  lateCorrectionRestarts: {
    label: '超过七个工作日才告知补正',
    ground: '条文没有规定后果；疑义时取较早的期限，以免逾期。',
    confidence: 'reading',
    cites: [articles.correctionOnce, articles.correctedRestarts],
    choices: yesNo('补正后重新起算', '不影响原期限'),
  },
  repeatedCorrectionRestarts: {
    label: '再次告知补正',
    ground: '条例要求一次性告知，再次告知不改变期限。',
    confidence: 'reading',
    cites: [articles.correctionOnce],
    choices: yesNo('补正后重新起算', '不影响原期限'),
  },
  consultationRunsFrom: {
    label: '征求意见不计入期限的时间从何时起',
    ground: '通常自征求意见书发出之日起扣除。',
    confidence: 'memory',
    cites: [articles.consultationExcluded],
    choices: [
      { value: 'sent', label: '发出之日' },
      { value: 'served', label: '对方收到之日' },
    ],
  },
  consultationEndsWithTerm: {
    label: '对方逾期不答复时，扣除到何时为止',
    ground: '“所需时间”最长为对方提出意见的期限，逾期以后不再扣除。',
    confidence: 'reading',
    cites: [articles.consultationExcluded, articles.thirdPartyTerm],
    choices: yesNo('到对方期限届满为止', '到办理人登记结束为止'),
  },
  otherOrganWorkingDays: {
    label: '征求其他机关（非共同制作机关）意见的期限',
    ground: '条文没有写明，参照共同制作机关的十五个工作日。',
    confidence: 'reading',
    cites: [articles.coMakerTerm],
    unit: '个工作日',
    least: 1,
    most: 60,
  },
  lateExtensionCounts: {
    label: '期限届满以后才决定的延长',
    ground: '已经届满的期限不能再延长。',
    confidence: 'reading',
    cites: [articles.extension],
    choices: yesNo('照样延长', '不延长'),
  },
  reasonsAskedStops: {
    label: '要求说明理由期间',
    ground: '第三十五条没有规定停止计算，所以照常计算。',
    confidence: 'reading',
    cites: [articles.reasons],
    choices: yesNo('停止计算，收到理由后继续', '照常计算'),
  },
  feePaymentRestarts: {
    label: '缴纳信息处理费以后的答复期限',
    ground: '按信息处理费管理办法的通行理解，缴费次日起重新计算。',
    confidence: 'memory',
    cites: [articles.fee, terms.feePayment.cites],
    choices: yesNo('缴费次日起重新计算', '不影响期限'),
  },
} as const satisfies Record<keyof ClockSettings, ChoiceWords | NumberWords>

/** Through whose hands a draft goes. */
export const reviewWords: SettingWords = {
  label: '答复的审核环节',
  ground:
    '条例要求建立审核制度，环节由各机关自定：公开工作机构负责人一律审定；不予公开或者部分公开的，另由分管领导签发；凡提供信息的，先作保密审查。',
  confidence: 'reading',
  cites: [articles.record, articles.reviewed, secrecyFirst],
}

/** What a decision does, as the settings name it. */
export const decisionLabels: Record<DecisionKind, string> = {
  granting: '予以公开',
  partly: '部分公开',
  pointing: '告知已主动公开',
  refusing: '不予公开、无法提供、不予处理',
}

/** The settings beside the clock and the review. */
export const otherWords = {
  fourEyes: {
    label: '起草人能否审核自己的草稿',
    ground: '没有条文要求分开，人手少的机关往往一人兼办。',
    confidence: 'reading',
    cites: [articles.record],
    choices: yesNo('不能，须由他人审核', '可以'),
  },
  partlyReconsideredFirst: {
    label: '部分公开中依第十四至十六条不公开的内容，救济途径',
    ground: '这一部分是否须先申请行政复议尚无定论，取较稳妥的告知。',
    confidence: 'open',
    cites: [reconsiderationFirst.cites],
    choices: yesNo('先申请行政复议，再诉讼', '可以直接提起诉讼'),
  },
  resultOn: {
    label: '年度报告按哪一天计入办理结果',
    ground: '年度报告统计当年答复的件数，以答复送达之日为准。',
    confidence: 'reading',
    cites: [articles.reply],
    choices: [
      { value: 'served', label: '答复送达之日' },
      { value: 'decided', label: '作出决定之日' },
    ],
  },
  severalApplicants: {
    label: '多少个申请人申请相同信息，即建议主动公开',
    ground: '条文只写“多个”，取最少的两个；只作提示，是否公开由本机关决定。',
    confidence: 'reading',
    cites: [articles.severalApplicants],
    unit: '个申请人',
    least: 2,
    most: 100,
  },
  frequentFrom: {
    label: '一年内提出多少件，列入申请较多的申请人',
    ground: '第三十五条没有规定件数，取信息处理费开始收取前的十件；只作提示，是否要求说明理由由本机关决定。',
    confidence: 'reading',
    cites: [articles.reasons, pieceTariff.cites],
    unit: '件',
    least: 2,
    most: 1000,
  },
  payment: {
    label: '收费通知中告知的缴纳方式',
    ground: '信息处理费应当缴入国库，缴纳方式按本地非税收入收缴办法填写，收费通知照此告知。',
    confidence: 'memory',
    cites: [articles.fee, terms.feePayment.cites],
    least: 5,
    most: 500,
    written: true,
  },
} as const satisfies Record<
  keyof Omit<RequestSettings, 'clock' | 'review'>,
  ChoiceWords | NumberWords | TextWords
>
