import type { Role } from '#law/roles.ts'
import type { Content } from './facts.ts'
import { itemKind } from './kinds.ts'

/** The levels through which a text goes up (三级审核): each organ has one, two or three of them, in this order. */
export type ReviewLevel = 'officer' | 'leader' | 'publisher'

/** All that looks at a text before it is released. */
export type ReviewStage = ReviewLevel | 'secrecy' | 'legal'

/** Who holds each stage, and its name. */
export const reviewStages = {
  secrecy: { label: '保密审查', roles: ['secrecyReviewer'] },
  legal: { label: '合法性审核', roles: ['legalReviewer'] },
  officer: { label: '初审', roles: ['reviewer', 'informationOfficer'] },
  leader: { label: '复审', roles: ['leader', 'officeHead'] },
  publisher: { label: '终审', roles: ['publisher'] },
} as const satisfies Record<ReviewStage, { label: string; roles: readonly Role[] }>

export const reviewLevels: readonly ReviewLevel[] = ['officer', 'leader', 'publisher']

/** What an organ may set of its publication where the law leaves it open. */
export interface PublicationSettings {
  /** 第十七条 asks for a mechanism and leaves the levels to each organ; three are ordinary practice. */
  readonly levels: readonly ReviewLevel[]
  /** Whoever wrote the text does not review it. Default no: a small office has one person for several posts. */
  readonly fourEyes: boolean
  /** {credit}, {organ}, {region}, {year}, {month}, and {n:5} for the running number with so many digits. */
  readonly indexPattern: string
  /** 第十八条 says periodically and no number: after so many months what is withheld is looked at again. */
  readonly withheldReviewMonths: number
  /** An interpretation follows its document within so many working days (政策解读: 3). */
  readonly interpretationWorkingDays: number
  /** The running number of the register of normative documents: the parts of `indexPattern`, and {short}. */
  readonly registerPattern: string
  /** A normative document comes up for clean-up after so many years. */
  readonly cleanupYears: number
  /** A monthly list of licences or penalties becomes one item, or one for each decision. */
  readonly listItems: 'month' | 'decision'
  /** Names of private persons in such lists are masked as the gate masks them. */
  readonly maskListNames: boolean
}

export const defaultSettings: PublicationSettings = {
  levels: reviewLevels,
  fourEyes: false,
  indexPattern: '{credit}/{year}-{n:5}',
  withheldReviewMonths: 12,
  interpretationWorkingDays: 3,
  registerPattern: '{short}规〔{year}〕{n}号',
  cleanupYears: 2,
  listItems: 'month',
  maskListNames: true,
}

/** Every stage that a text of this kind must pass, in the order in which a screen shows them. */
export function stagesFor(content: Content, { levels }: PublicationSettings): readonly ReviewStage[] {
  const ordered = reviewLevels.filter((level) => levels.includes(level))
  if (content.attribute !== 'active') return ordered
  return ['secrecy', ...(itemKind(content.kind)?.legalReview ? (['legal'] as const) : []), ...ordered]
}
