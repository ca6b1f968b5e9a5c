import type { Day } from '#time/day.ts'
import type { DecidedPart, LetterId, OrganId, PersonId, ReviewStage, ServiceMethod } from './facts.ts'
import type { OutcomeCode } from './outcomes.ts'

/** 补正 (第三十条): once in the life of a case. */
export interface Correction {
  askedOn: Day
  items: readonly string[]
  workingDays: number
  letter: LetterId
  servedOn?: Day
  correctedOn?: Day
}

/** 征求意见 (第三十二、三十四条, 第三十三条第三款). Open until answered or ended. */
export interface Consultation {
  consultationId: string
  with: 'thirdParty' | 'coMaker' | 'otherOrgan'
  about: string
  party: string
  contact?: string
  letter: LetterId
  sentOn: Day
  servedOn?: Day
  answeredOn?: Day
  answer?: 'agrees' | 'objects'
  reason?: string
  reasonable?: boolean
  endedOn?: Day
  ended?: 'expired' | 'unservable' | 'withdrawn'
  overruledOn?: Day
  publicInterest?: string
}

export interface Extension {
  on: Day
  workingDays: number
  reason: string
  approvedBy: PersonId
  letter: LetterId
}

/** 说明理由 (第三十五条). */
export interface Reasons {
  askedOn: Day
  figures: string
  answerBy: Day
  letter: LetterId
  givenOn?: Day
  given?: string
  weighedOn?: Day
  reasonable?: boolean
  why?: string
}

/** 信息处理费 (第四十二条); yuan. */
export interface Fee {
  noticedOn: Day
  by: 'piece' | 'page'
  quantity: number
  yuan: number
  why: string
  letter: LetterId
  servedOn?: Day
  paid: number
  paidOn?: Day
}

export interface Material {
  materialId: string
  unit: string
  what: string
  askedOn: Day
  answerBy: Day
  letter?: LetterId
  givenOn?: Day
  answer?: string
}

export interface Search {
  on: Day
  where: string
  words: readonly string[]
  by: string
  found: string
}

export interface Review {
  stage: ReviewStage
  passed: boolean
  opinion: string
  on: Day
  by: PersonId
}

/** The newest draft, with what was said of it. An older draft is gone with its reviews. */
export interface Draft {
  draftId: string
  on: Day
  by: PersonId
  parts: readonly DecidedPart[]
  text: string
  countsAs?: OutcomeCode
  reviews: readonly Review[]
}

export interface Decision {
  on: Day
  parts: readonly DecidedPart[]
  countsAs: OutcomeCode
  letter: LetterId
  text: string
}

export interface Service {
  on: Day
  method: ServiceMethod
  proof?: string
}

export type Closing =
  | { how: 'replied'; on: Day; decision: Decision; service: Service }
  | { how: 'withdrawn'; on: Day; statement: string }
  | { how: 'handedOver'; on: Day; to: OrganId; reason: string; letter?: LetterId }
  | { how: 'split'; on: Day; into: readonly { caseId: string; title: string }[] }
