import type { Citation } from '#law/citation.ts'

const place = (article: number): Citation => ({ instrument: 'decisionRules', article, quote: '' })

/** Places of 《重大行政决策程序暂行条例》 that the steps of a decision stand on. */
export const places = {
  listed: place(3),
  proposed: place(12),
  coordinated: place(13),
  participation: place(14),
  solicitation: place(15),
  hearing: place(16),
  experts: place(19),
  risk: place(22),
  legality: place(26),
  materials: place(29),
  discussed: place(30),
  reported: place(31),
  published: place(32),
  archived: place(33),
  evaluated: place(36),
} as const

/** The numbers that a decision runs on. Both verified in the notes of the law. */
export const decisionTerms = {
  /** 第十五条: calendar days for which opinions are asked; shorter only with an explanation. */
  solicitationDays: 30,
  /** 第二十六条: working days left to the review of legality. */
  legalityWorkingDays: 7,
} as const
