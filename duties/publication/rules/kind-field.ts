import { isDay } from '#time/day.ts'

/** What stands in one cell of a field of rows. */
export interface KindColumn {
  readonly label: string
  readonly type: 'text' | 'longtext' | 'day' | 'percent'
  readonly required?: true
}

/** One more field of a kind of item. */
export interface KindField {
  readonly label: string
  readonly type: 'text' | 'longtext' | 'day' | 'number' | 'choice' | 'yesNo' | 'lines' | 'items' | 'rows'
  readonly required: boolean
  readonly hint?: string
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** For rows: the columns of the table, in its order. */
  readonly columns?: Readonly<Record<string, KindColumn>>
  /** Kept at the desk, not shown on the public page. */
  readonly inner?: true
}

/** One line of a field of rows: text, except for percentages. */
export type FieldRow = Readonly<Record<string, string | number>>

/** What can be wrong with an entry of a field. */
export type FieldTrouble =
  | 'missing'
  | 'notADay'
  | 'notText'
  | 'notANumber'
  | 'notAChoice'
  | 'notYesNo'
  | 'tooLong'

type Read = { readonly value: unknown } | { readonly code: FieldTrouble; readonly at?: string }
type Reader = (value: unknown, field: KindField) => Read

const mostText = 500
const mostLong = 20_000
const mostRows = 2000
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** True where nothing was entered. */
export const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

const text =
  (most: number): Reader =>
  (value) => {
    if (typeof value !== 'string') return { code: 'notText' }
    return value.length > most ? { code: 'tooLong' } : { value: value.trim() }
  }

const dayOf: Reader = (value) =>
  typeof value === 'string' && isDay(value.trim()) ? { value: value.trim() } : { code: 'notADay' }

const numberOf: Reader = (value) => {
  const typed = typeof value === 'string' ? value.normalize('NFKC').trim() : value
  const n = typeof typed === 'string' && /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed
  return typeof n === 'number' && Number.isFinite(n) ? { value: n } : { code: 'notANumber' }
}

const percentOf: Reader = (value, field) => {
  const read = numberOf(typeof value === 'string' ? value.replace(/[%％]\s*$/u, '') : value, field)
  if (!('value' in read)) return read
  const n = read.value as number
  return n >= 0 && n <= 100 ? read : { code: 'notANumber' }
}

const linesOf: Reader = (value) => {
  const lines = typeof value === 'string' ? value.split('\n') : value
  if (!Array.isArray(lines) || !lines.every((line) => typeof line === 'string')) return { code: 'notText' }
  const kept = lines.map((line: string) => line.trim()).filter(Boolean)
  return kept.length > mostText || kept.some((line) => line.length > mostText)
    ? { code: 'tooLong' }
    : { value: kept }
}

const cells: { readonly [T in KindColumn['type']]: Reader } = {
  text: text(mostText),
  longtext: text(mostLong),
  day: dayOf,
  percent: percentOf,
}

function rowOf(sent: unknown, columns: Readonly<Record<string, KindColumn>>, field: KindField): Read {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return { code: 'notText' }
  const row: Record<string, unknown> = {}
  for (const [name, { type, label, required }] of Object.entries(columns)) {
    const value = Object.hasOwn(sent, name) ? (sent as Record<string, unknown>)[name] : undefined
    if (isBlank(value)) {
      if (required) return { code: 'missing', at: label }
      continue
    }
    const read = cells[type](value, field)
    if ('code' in read) return { code: read.code, at: label }
    row[name] = read.value
  }
  return { value: row }
}

const isEmptyRow = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && Object.values(row).every(isBlank)

const rowsOf: Reader = (value, field) => {
  if (!Array.isArray(value)) return { code: 'notText' }
  if (value.length > mostRows) return { code: 'tooLong' }
  const rows: unknown[] = []
  for (const [i, sent] of value.entries()) {
    if (isEmptyRow(sent)) continue
    const read = rowOf(sent, field.columns ?? {}, field)
    if ('code' in read) return { code: read.code, at: `第${i + 1}行${read.at ?? ''}` }
    rows.push(read.value)
  }
  return { value: rows }
}

/** How an entry of each type is read: in its own type, blanks at its ends away; or what is wrong with it, and where. */
export const readers: { readonly [T in KindField['type']]: Reader } = {
  text: text(mostText),
  longtext: text(mostLong),
  day: dayOf,
  number: numberOf,
  choice: (value, { choices }) =>
    choices?.some((choice) => choice.value === value) ? { value } : { code: 'notAChoice' },
  yesNo: (value) => (typeof value === 'boolean' ? { value } : { code: 'notYesNo' }),
  lines: linesOf,
  items: (value) => {
    if (!Array.isArray(value) || !value.every((id) => typeof id === 'string' && uuid.test(id)))
      return { code: 'notAChoice' }
    return value.length > mostText ? { code: 'tooLong' } : { value: [...new Set(value)] }
  },
  rows: rowsOf,
}

/** The rows of a field as they are kept; none for anything else. */
export const rowsIn = (value: unknown): readonly FieldRow[] =>
  Array.isArray(value) ? value.filter((row): row is FieldRow => typeof row === 'object' && row !== null) : []

// Between the cells of a table where its words are looked through as one text: no word holds it.
const between = '\u001e'

/** The words of an entry as one text, as the gate looks through them; undefined where it holds none. */
export function wordsOf(value: unknown, field: KindField | undefined): string | undefined {
  if (typeof value === 'string') return value
  if (!Array.isArray(value) || field?.type === 'items') return undefined
  if (field?.type !== 'rows') return value.join('\n')
  return rowsIn(value)
    .flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'string'))
    .join(between)
}

/** The entry again out of its words, where some of them were masked: `wordsOf` the other way. */
export function fromWords(words: string, value: unknown, field: KindField | undefined): unknown {
  if (!Array.isArray(value)) return words
  if (field?.type !== 'rows') return words.split('\n')
  const masked = words.split(between).values()
  return rowsIn(value).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        typeof cell === 'string' ? (masked.next().value ?? '') : cell,
      ]),
    ),
  )
}

/** An entry in one line of words, as lists of differences show it. */
export function inWords(value: unknown, field: KindField): string {
  if (isBlank(value)) return ''
  if (field.type === 'yesNo') return value === true ? '是' : '否'
  if (field.type === 'choice') return field.choices?.find((choice) => choice.value === value)?.label ?? ''
  if (field.type === 'items') return `${(value as unknown[]).length}条`
  if (field.type === 'rows')
    return rowsIn(value)
      .map((row) => Object.values(row).join('，'))
      .join('；')
  return Array.isArray(value) ? value.join('、') : String(value)
}
