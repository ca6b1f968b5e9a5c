import { headings } from '../catalogue.ts'

/** The heading that is the column of statistics: one column with the shorter period, not two. */
export const statisticsHeading = '20-04'

/** The columns of a site besides the headings of 第二十条. */
export const siteColumns = {
  home: '首页',
  news: '工作动态',
  notice: '通知公告',
  policy: '政策文件',
  statistics: '统计信息',
} as const

export type SiteColumn = keyof typeof siteColumns

/** The headings of 第二十条 that are columns of their own. */
export const headingColumns = headings.filter(
  ({ code }) => code.startsWith('20-') && code !== statisticsHeading,
)

/** Every column that an organ may be asked to keep, in the order of its page. */
export const columnChoices: readonly { readonly code: string; readonly label: string }[] = [
  ...Object.entries(siteColumns).map(([code, label]) => ({ code, label })),
  ...headingColumns.map(({ code, short }) => ({ code, label: short })),
]

/** The kinds of organs that keep columns. A village or an enterprise has none of its own here. */
export const keepingKinds = ['government', 'department', 'vertical', 'town', 'street'] as const
export type KeepingKind = (typeof keepingKinds)[number]

/** By kind of organ the columns that each keeps: without content they are empty columns. */
export type KeptColumns = Readonly<Record<KeepingKind, readonly string[]>>

const ofDepartment = ['home', 'notice', '20-02', '20-07']
const ofTown = [...ofDepartment, '20-11']

/** What holds where nothing is set. The state counts empty columns and does not list them, so each is a setting. */
export const usualColumns: KeptColumns = {
  government: columnChoices.map(({ code }) => code),
  department: ofDepartment,
  vertical: ofDepartment,
  town: ofTown,
  street: ofTown,
}

/** The ground of the default, in words. */
export const columnsGround =
  '检查指标统计应当有内容而没有内容的栏目，没有列出各类机关应当设置哪些栏目；默认为政府门户全部栏目，部门和乡镇、街道为机构职能、财政预算决算等必备栏目。'

/**
 * What is wrong with the columns of a kind, in a sentence; undefined where they may stand. What an organ above asks of
 * its lower organs is added to, never taken away.
 */
export function columnsProblem(
  kind: KeepingKind,
  columns: readonly string[],
  above?: KeptColumns,
): string | undefined {
  const missing = columnChoices.filter(({ code }) => above?.[kind].includes(code) && !columns.includes(code))
  return missing.length > 0
    ? `上级机关要求设置的栏目不能去掉：${missing.map(({ label }) => label).join('、')}`
    : undefined
}
