import { filled, type Grid } from './grid.ts'

/** What a column of a standard catalogue holds. */
export const columns = {
  number: { label: '序号', pattern: /^(?:序号|编号)$/u, required: false },
  first: {
    label: '一级事项',
    pattern: /一级事项|一级公开事项|^公开事项(?:公开事项)?$|事项类别/u,
    required: true,
  },
  second: { label: '二级事项', pattern: /二级事项|二级公开事项|事项名称/u, required: false },
  content: { label: '公开内容（要素）', pattern: /内容/u, required: true },
  basis: { label: '公开依据', pattern: /依据/u, required: true },
  limit: { label: '公开时限', pattern: /时限|时间/u, required: true },
  subject: { label: '公开主体', pattern: /主体|责任(?:单位|部门)/u, required: true },
  carriers: { label: '公开渠道和载体', pattern: /渠道|载体/u, required: true },
  everybody: { label: '公开对象·全社会', pattern: /全社会|社会公众/u, required: true },
  groups: { label: '公开对象·特定群体', pattern: /特定(?:群体|群众|人群|对象)/u, required: true },
  published: { label: '公开方式·主动', pattern: /^(?:公开方式)?主动(?:公开)?$/u, required: true },
  onRequest: { label: '公开方式·依申请', pattern: /依申请/u, required: true },
  county: { label: '公开层级·县级', pattern: /[县区市]级/u, required: false },
  town: { label: '公开层级·乡级', pattern: /[乡镇](?:镇)?(?:\(街道\))?级|街道/u, required: false },
  village: { label: '公开层级·村级', pattern: /村(?:\(社区\)|居)?级|社区级/u, required: false },
} as const
export type ColumnName = keyof typeof columns
const columnNames = Object.keys(columns) as readonly ColumnName[]

export interface StandardHeader {
  /** The first row of the entries, counted from 1. */
  readonly firstRow: number
  /** Column of the table, counted from 1. */
  readonly at: Readonly<Partial<Record<ColumnName, number>>>
  /** Columns that the standard table does not have: heading and column. */
  readonly more: readonly { heading: string; column: number }[]
  /** What stands above the headings, for the field's name. */
  readonly title: string
}

export type ReadHeader = { kind: 'found'; header: StandardHeader } | { kind: 'unclear'; sentence: string }

const searched = 12
const bare = (words: string): string => words.normalize('NFKC').replaceAll(/\s+/gu, '')

/** Headings of a column from the top row down, each said once: ['公开对象', '全社会']. */
const headingsAt = (
  cells: readonly (readonly string[])[],
  rows: readonly number[],
  column: number,
): string[] => [...new Set(rows.map((row) => bare(cells[row]?.[column] ?? '')))].filter(Boolean)

/** The column a heading names: the lowest heading decides, the one above it only where that says nothing. */
function columnNamed(headings: readonly string[]): ColumnName | undefined {
  for (const heading of headings.toReversed()) {
    const bareHeading = heading.replaceAll(/[()]要素[()]?/gu, '')
    const name = columnNames.find((each) => columns[each].pattern.test(bareHeading))
    if (name) return name
  }
  return undefined
}

const hits = (row: readonly string[]): number => {
  const names = row.map((cell) => columnNamed([bare(cell)])).filter((name) => name !== undefined)
  return new Set(names).size
}

/** The rows of headings, from the one that names most columns up and down while they name columns too. */
function headerRows(cells: readonly (readonly string[])[]): number[] {
  const counts = cells.slice(0, searched).map(hits)
  const best = counts.indexOf(Math.max(0, ...counts))
  if ((counts[best] ?? 0) < 4) return []
  const rows = [best]
  while ((counts[(rows[0] ?? 0) - 1] ?? 0) >= 3) rows.unshift((rows[0] ?? 0) - 1)
  while ((counts[(rows.at(-1) ?? 0) + 1] ?? 0) >= 3) rows.push((rows.at(-1) ?? 0) + 1)
  return rows
}

const titleAbove = (cells: readonly (readonly string[])[], first: number): string =>
  [...new Set(cells.slice(0, first).flatMap((row) => row.map(bare)))].filter(Boolean).join(' ')

/** The columns of a standard catalogue under one or two rows of headings; a sentence says which is missing. */
export function standardHeader(grid: Grid): ReadHeader {
  const cells = filled(grid)
  const rows = headerRows(cells)
  const [top] = rows
  if (top === undefined) {
    return {
      kind: 'unclear',
      sentence: `前${searched}行里没有找到表头。表头应当有公开事项、公开内容、公开依据、公开时限、公开主体等列`,
    }
  }
  const at: Partial<Record<ColumnName, number>> = {}
  const more: { heading: string; column: number }[] = []
  const width = Math.max(...cells.map((row) => row.length))
  for (let column = 0; column < width; column++) {
    const headings = headingsAt(cells, rows, column)
    const name = columnNamed(headings)
    if (name && at[name] === undefined) at[name] = column + 1
    else if (headings.length > 0 && !name) more.push({ heading: headings.join('·'), column: column + 1 })
  }
  const missing = columnNames.filter((name) => columns[name].required && at[name] === undefined)
  if (!at.county && !at.town && !at.village) missing.push('county')
  if (missing.length > 0) {
    const labels = missing
      .map((name) => `“${name === 'county' ? '公开层级' : columns[name].label}”`)
      .join('、')
    return {
      kind: 'unclear',
      sentence: `第${top + 1}行是表头，但没有${labels}这一列。请按标准目录的栏目补上后重新上传`,
    }
  }
  const header = { firstRow: (rows.at(-1) ?? top) + 2, at, more, title: titleAbove(cells, top) }
  return { kind: 'found', header }
}
