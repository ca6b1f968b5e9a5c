import type { Term } from '#law/citation.ts'

/** The numbers of working days that publication runs on, each with its place in the law. */
export const terms = {
  /** From the day after the information is formed or changed; a law or regulation may set another. */
  publication: {
    workingDays: 20,
    cites: { article: 26, quote: '应当自该政府信息形成或者变更之日起20个工作日内及时公开' },
    confidence: 'verified',
  },
} as const satisfies Record<string, Term>
