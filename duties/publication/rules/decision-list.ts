import { type Day, isDay } from '#time/day.ts'
import { isCreditCode } from './credit-code.ts'
import { coercionColumns, licenceColumns, penaltyColumns } from './decision-columns.ts'
import type { FieldRow, KindColumn } from './kind-field.ts'

/** The kinds whose decisions are brought in from the list of a month. */
export const listKinds = {
  licence: {
    label: '行政许可',
    catalogue: '20-05',
    cell: 'proactive.licensing.decided',
    columns: licenceColumns,
  },
  penalty: {
    label: '行政处罚',
    catalogue: '20-06',
    cell: 'proactive.penalty.decided',
    columns: penaltyColumns,
  },
  coercion: {
    label: '行政强制',
    catalogue: '20-06',
    cell: 'proactive.coercion.decided',
    columns: coercionColumns,
  },
} as const

export type ListKind = keyof typeof listKinds

/** One wrong place of a list, its row counted as a spreadsheet counts. */
export interface WrongCell {
  readonly row: number
  readonly column: string
  readonly message: string
}

/** The list of a month as read: its decisions, how many names were masked, and every wrong place. */
export interface ReadDecisions {
  readonly decisions: readonly FieldRow[]
  readonly masked: number
  readonly wrong: readonly WrongCell[]
}

interface Reading {
  readonly kind: ListKind
  /** 2026-03 */
  readonly month: string
  readonly today: Day
  /** How the name of a private person is shown; left out where names stand as they are. */
  readonly mask?: (name: string) => string
}

type Columns = Readonly<Record<string, KindColumn>>

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[（(].*?[)）]/gu, '')
    .replace(/[\s*：:_-]/gu, '')

// The words of other lists for the same columns.
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  party: ['当事人名称', '相对人名称', '当事人', '行政相对人'],
  partyKind: ['相对人类别', '当事人类别'],
  creditCode: ['信用代码', '行政相对人代码_1'],
  number: ['决定书文号', '文号', '处罚决定书文号', '许可决定书文号', '行政许可决定书文号'],
  content: ['处罚结果', '内容'],
  decidedOn: ['处罚日期', '许可日期', '作出决定日期', '决定日期'],
  decidedBy: ['执法机关', '决定机关', '处罚机关', '许可机关'],
}

const placesIn = (head: readonly string[], columns: Columns): ReadonlyMap<string, number> => {
  const heads = head.map(plain)
  return new Map(
    Object.entries(columns).flatMap(([name, { label }]) => {
      const names = [label, ...(alsoCalled[name] ?? [])].map(plain)
      const at = heads.findIndex((each) => names.includes(each))
      return at < 0 ? [] : [[name, at] as const]
    }),
  )
}

const dayFrom = (text: string): string => {
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/u.exec(text.normalize('NFKC')) ?? []
  return year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text
}

const isPrivate = (kind: string): boolean => kind.includes('自然人')

function partyTrouble(row: Readonly<Record<string, string>>): [string, string] | undefined {
  const { partyKind = '', creditCode = '' } = row
  if (isPrivate(partyKind))
    return creditCode === ''
      ? undefined
      : ['creditCode', '自然人没有统一社会信用代码，证件号码不得公开，请删去']
  if (creditCode === '') return ['creditCode', '法人、非法人组织和个体工商户应当填写统一社会信用代码']
  return isCreditCode(creditCode) ? undefined : ['creditCode', `“${creditCode}”的校验位不对，请核对`]
}

function dayTrouble(
  row: Readonly<Record<string, string>>,
  { month, today }: Reading,
): [string, string] | undefined {
  const { decidedOn = '' } = row
  if (!decidedOn.startsWith(`${month}-`)) return ['decidedOn', `${decidedOn}不在所选的月份里`]
  return decidedOn > today ? ['decidedOn', '决定日期晚于今天'] : undefined
}

function cellsOf(cells: readonly string[], places: ReadonlyMap<string, number>, columns: Columns) {
  const row: Record<string, string> = {}
  for (const [name, at] of places) {
    const text = (cells[at] ?? '').trim()
    if (text !== '') row[name] = columns[name]?.type === 'day' ? dayFrom(text) : text
  }
  if (row.creditCode) row.creditCode = row.creditCode.normalize('NFKC').toUpperCase()
  return row
}

function troublesOf(
  row: Readonly<Record<string, string>>,
  columns: Columns,
  reading: Reading,
): [string, string][] {
  const troubles = Object.entries(columns).flatMap(
    ([name, { label, type, required }]): [string, string][] => {
      const text = row[name]
      if (text === undefined) return required ? [[name, `没有填写${label}`]] : []
      if (type === 'day' && !isDay(text)) return [[name, `“${text}”不是日期，请写成2026-03-05的样子`]]
      return text.length > (type === 'longtext' ? 5000 : 300) ? [[name, '内容过长']] : []
    },
  )
  if (troubles.length > 0) return troubles
  return [partyTrouble(row), dayTrouble(row, reading)].filter((one) => one !== undefined)
}

// The name of a private person goes out of every cell in which it stands.
function masked(row: Readonly<Record<string, string>>, mask: (name: string) => string): FieldRow {
  const { party = '' } = row
  return Object.fromEntries(
    Object.entries(row).map(([name, text]) => [name, text.replaceAll(party, mask(party))]),
  )
}

const headAt = (rows: readonly (readonly string[])[], columns: Columns): number => {
  const found = rows.slice(0, 10).map((row) => placesIn(row, columns).size)
  const best = Math.max(0, ...found)
  return best >= 3 ? found.indexOf(best) : -1
}

/**
 * The decisions of a month out of a sheet: its columns by their headings, every row checked, names of private persons
 * masked. Nothing is to be taken while `wrong` names a place.
 */
export function readDecisions(rows: readonly (readonly string[])[], reading: Reading): ReadDecisions {
  const columns: Columns = listKinds[reading.kind].columns
  const at = headAt(rows, columns)
  const nothing = { decisions: [], masked: 0 }
  if (at < 0)
    return { ...nothing, wrong: [{ row: 1, column: '表头', message: '没有找到表头，请按模板填写后导入' }] }
  const places = placesIn(rows[at] ?? [], columns)
  const lacking = Object.entries(columns).filter(([name, { required }]) => required && !places.has(name))
  if (lacking.length > 0) {
    const names = lacking.map(([, { label }]) => label).join('、')
    return { ...nothing, wrong: [{ row: at + 1, column: '表头', message: `缺少${names}` }] }
  }
  const body = rows
    .slice(at + 1)
    .map((cells, i) => ({ row: at + 2 + i, cells: cellsOf(cells, places, columns) }))
  return checked(
    body.filter(({ cells }) => Object.keys(cells).length > 0),
    columns,
    reading,
  )
}

interface Line {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}

function checked(lines: readonly Line[], columns: Columns, reading: Reading): ReadDecisions {
  const wrong: WrongCell[] = []
  const seen = new Map<string, number>()
  const decisions: FieldRow[] = []
  let count = 0
  for (const { row, cells } of lines) {
    const troubles = troublesOf(cells, columns, reading)
    const { number = '', partyKind = '' } = cells
    const before = seen.get(number)
    if (number && before !== undefined) troubles.push(['number', `与第${before}行的文号相同`])
    seen.set(number, row)
    wrong.push(...troubles.map(([name, message]) => ({ row, column: columns[name]?.label ?? name, message })))
    const hides = reading.mask !== undefined && isPrivate(partyKind)
    if (hides) count += 1
    decisions.push(hides && reading.mask ? masked(cells, reading.mask) : cells)
  }
  if (lines.length === 0) wrong.push({ row: 2, column: '表格', message: '表头下面没有内容' })
  return { decisions, masked: count, wrong }
}

/** True for a month of a year, 2026-03. */
export const isMonth = (text: string): boolean => /^20\d\d-(0[1-9]|1[0-2])$/.test(text)

/** 2026年3月 */
export const monthInChinese = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`
