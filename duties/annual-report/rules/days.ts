import type { Citation } from '#law/citation.ts'
import { type Day, day } from '#time/day.ts'
import { articles } from './articles.ts'

/** The last days of 第四十九条 for the report on a year: a department's 31 January, a government's 31 March. */
export function lawfulDay(year: number, isGovernment: boolean): { on: Day; cites: Citation } {
  return isGovernment
    ? {
        on: day(`${year + 1}-03-31`),
        cites: articles.governments,
      }
    : {
        on: day(`${year + 1}-01-31`),
        cites: { article: 49, quote: '应当在每年1月31日前向本级政府信息公开工作主管部门提交' },
      }
}

/** The earlier days of a notice that a supervising organ writes, and its words. */
export interface ReportNotice {
  readonly submitOn: Day
  readonly publishOn: Day
  readonly words: string
}
