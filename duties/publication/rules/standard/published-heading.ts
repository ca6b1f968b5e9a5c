import type { Grid } from './grid.ts'

/** What stands above each column of the published tables: a heading over several columns, and the one beneath it. */
const headings: readonly (readonly [string, string])[] = [
  ['序号', ''],
  ['公开事项', '一级事项'],
  ['公开事项', '二级事项'],
  ['公开内容（要素）', ''],
  ['公开依据', ''],
  ['公开时限', ''],
  ['公开主体', ''],
  ['公开渠道和载体', ''],
  ['公开对象', '全社会'],
  ['公开对象', '特定群体'],
  ['公开方式', '主动'],
  ['公开方式', '依申请公开'],
  ['公开层级', '县级'],
  ['公开层级', '乡级'],
  ['公开层级', '村级'],
]

/**
 * The two rows of headings of a published table with that many columns, in rows 2 and 3 below its title, and which of
 * their cells are one.
 */
export function publishedHeading(width: number): { top: string[]; low: string[]; merged: Grid['merged'] } {
  const shown = headings.slice(0, width)
  const begins = shown.map(([top], at) => top !== shown[at - 1]?.[0])
  const runs = begins.flatMap((isFirst, at) => {
    const next = begins.indexOf(true, at + 1)
    return isFirst ? [{ from: at + 1, to: next < 0 ? width : next }] : []
  })
  const merged = runs.map(({ from, to }) => ({
    ...{ fromRow: 2, toRow: from === to ? 3 : 2 },
    ...{ fromColumn: from, toColumn: to },
  }))
  return {
    top: shown.map(([top], at) => (begins[at] ? top : '')),
    low: shown.map(([, low]) => low),
    merged: [{ fromRow: 1, toRow: 1, fromColumn: 1, toColumn: width }, ...merged],
  }
}
