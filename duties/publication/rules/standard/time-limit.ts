/** What 公开时限 of an entry comes to, where its words can be counted. */
export type TimeLimit =
  /** Days after the information is formed or changed. */
  | { kind: 'afterForming'; days: number; working: boolean }
  /** Something every period; `by` is the last day of it in each year, 'MM-DD'. */
  | { kind: 'every'; period: Period; by?: string }
  /** At once, in time, kept open for long: 第二十六条 holds beside it. */
  | { kind: 'promptly' }
  | { kind: 'unclear' }

export const periods = { week: 7, month: 31, quarter: 92, halfYear: 184, year: 366 } as const
export type Period = keyof typeof periods

const digits: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}

/** 五、十五、二十、三十 or digits; undefined for anything else. */
function numberIn(words: string): number | undefined {
  if (/^\d+$/u.test(words)) return Number(words)
  const [, tens, , ones] = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(words) ?? []
  if (words === '两') return 2
  if (!words.includes('十')) return digits[words]
  return (tens ? (digits[tens] ?? 0) : 1) * 10 + (ones ? (digits[ones] ?? 0) : 0)
}

const everyWords: readonly (readonly [RegExp, Period])[] = [
  [/每半年|半年(?:公开|更新)?一次/u, 'halfYear'],
  [/每(?:个)?季(?:度)?|按季(?:度)?/u, 'quarter'],
  [/每(?:个)?月|按月|月度/u, 'month'],
  [/每周|按周/u, 'week'],
  [/每年|年度|按年/u, 'year'],
]

const dayOfYear = (words: string): string | undefined => {
  const [, month, day] = /(\d{1,2})月(\d{1,2})日(?:前|之前|以前)/u.exec(words) ?? []
  return month && day ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}

const afterForming = (words: string): TimeLimit | undefined => {
  const found = /([\d一二两三四五六七八九十]+)个?(工作日|日|天)(?:内|以内|之内)/u.exec(words)
  const days = found?.[1] ? numberIn(found[1]) : undefined
  return days === undefined ? undefined : { kind: 'afterForming', days, working: found?.[2] === '工作日' }
}

/**
 * The time limit in the words of a table: 信息形成或变更之日起20个工作日内, 每年1月31日前, 按季度公开, 实时公开.
 * Of several limits in one cell (20个工作日内，法律法规另有规定的从其规定) the first that counts days stands.
 */
export function timeLimitOf(said: string): TimeLimit {
  const words = said.normalize('NFKC').replaceAll(/\s+/gu, '')
  const within = afterForming(words)
  if (within) return within
  const every = everyWords.find(([pattern]) => pattern.test(words))
  if (every) {
    const by = every[1] === 'year' ? dayOfYear(words) : undefined
    return { kind: 'every', period: every[1], ...(by ? { by } : {}) }
  }
  return /实时|及时|即时|长期|动态|适时|随时|常年|当日|立即/u.test(words)
    ? { kind: 'promptly' }
    : { kind: 'unclear' }
}
