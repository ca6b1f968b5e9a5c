import type { Citation } from '#law/citation.ts'

/** The words of the law that steps, days and refusals of the report quote. */
export const articles = {
  governments: {
    article: 49,
    quote: '应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告',
  },
  content: { article: 50, quote: '政府信息公开工作年度报告应当包括下列内容' },
} as const satisfies Record<string, Citation>
