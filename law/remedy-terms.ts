import type { Citation } from './citation.ts'

/** A period of a remedy that every decision must tell. Calendar time: no working days. */
export interface RemedyTerm {
  /** The length in the words that letters print. */
  readonly length: string
  readonly cites: Citation
}

/** 行政复议法 (in force since 2024-01-01) and 行政诉讼法: how long a person may ask for a remedy. */
export const remedyTerms = {
  reconsideration: {
    length: '60日',
    cites: {
      instrument: 'reconsiderationLaw',
      article: 20,
      paragraph: 1,
      quote: '可以自知道或者应当知道该行政行为之日起六十日内提出行政复议申请',
    },
  },
  suitAfterReconsideration: {
    length: '15日',
    cites: {
      instrument: 'litigationLaw',
      article: 45,
      quote: '可以在收到复议决定书之日起十五日内向人民法院提起诉讼',
    },
  },
  directSuit: {
    length: '6个月',
    cites: {
      instrument: 'litigationLaw',
      article: 46,
      paragraph: 1,
      quote: '应当自知道或者应当知道作出行政行为之日起六个月内提出',
    },
  },
} as const satisfies Record<string, RemedyTerm>
