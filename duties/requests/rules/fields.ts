import { isCovered } from '#time/calendar.ts'
import { type Day, isDay } from '#time/day.ts'
import type { DecidedPart } from './facts.ts'
import type { Problem } from './problems.ts'

/** What a screen draws and the server reads for one entry of a step. */
export type FieldKind =
  | 'text'
  | 'longtext'
  | 'day'
  | 'number'
  | 'money'
  | 'yesNo'
  | 'choice'
  | 'lines'
  | 'file'
  | 'files'
  | 'person'
  | 'organ'
  | 'parts'
  | 'remarks'

export interface Choice<V extends string = string> {
  readonly value: V
  readonly label: string
  /** Why it cannot be chosen in this case; shown grey with these words. */
  readonly excluded?: string
}

/** The choices of a table of labels, in its order. */
export const choicesOf = <V extends string>(labels: Readonly<Record<V, string>>): readonly Choice<V>[] =>
  (Object.entries<string>(labels) as [V, string][]).map(([value, label]) => ({ value, label }))

export interface Remark {
  paragraph: number
  remark: string
}

export interface Field {
  readonly kind: FieldKind
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  readonly choices?: readonly Choice[]
  /** The choices depend on the case: offers.ts fills them in; decide.ts checks against the case. */
  readonly fromCase?: true
  readonly least?: number
  readonly most?: number
}

export type Fields = Readonly<Record<string, Field>>

type ValueOf<F extends Field> = F['kind'] extends 'number' | 'money'
  ? number
  : F['kind'] extends 'yesNo'
    ? boolean
    : F['kind'] extends 'lines' | 'files'
      ? readonly string[]
      : F['kind'] extends 'parts'
        ? readonly DecidedPart[]
        : F['kind'] extends 'remarks'
          ? readonly Remark[]
          : F['kind'] extends 'day'
            ? Day
            : F extends { choices: readonly Choice<infer V>[] }
              ? V
              : string

/** The values that the fields read out of an ask. */
export type AskOf<F extends Fields> = {
  readonly [K in keyof F as F[K]['required'] extends true ? K : never]: ValueOf<F[K]>
} & { readonly [K in keyof F as F[K]['required'] extends true ? never : K]?: ValueOf<F[K]> }

/** What a form or a client sends: nothing in it is trusted. */
export type RawAsk = Readonly<Record<string, unknown>>

const maxText = 500
const maxLong = 20_000
const maxLines = 200

const isBlank = (raw: unknown): boolean =>
  raw === undefined ||
  raw === null ||
  (typeof raw === 'string' && raw.trim() === '') ||
  (Array.isArray(raw) && raw.length === 0)

type Read = { value: unknown } | { code: Problem['code']; params?: Problem['params'] }

const readText = (raw: unknown, most: number): Read => {
  if (typeof raw !== 'string') return { code: 'notText' }
  const value = raw.trim()
  return [...value].length > most ? { code: 'tooLong', params: { most } } : { value }
}

const readNumber = (raw: unknown, field: Field): Read => {
  const value = typeof raw === 'string' && /^-?\d+(\.\d+)?$/.test(raw.trim()) ? Number(raw) : raw
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'notANumber' }
  if (field.kind === 'number' && !Number.isInteger(value)) return { code: 'notWhole' }
  if (field.least !== undefined && value < field.least) {
    return { code: 'tooSmall', params: { least: field.least } }
  }
  if (field.most !== undefined && value > field.most)
    return { code: 'tooLarge', params: { most: field.most } }
  return { value }
}

const readYesNo = (raw: unknown): Read => {
  if (raw === true || raw === 'true' || raw === 'yes' || raw === 'on') return { value: true }
  if (raw === false || raw === 'false' || raw === 'no') return { value: false }
  return { code: 'notYesNo' }
}

const readLines = (raw: unknown): Read => {
  const given: unknown[] = typeof raw === 'string' ? raw.split('\n') : Array.isArray(raw) ? raw : []
  const lines = given
    .filter((line) => typeof line === 'string')
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length === 0) return { code: 'missing' }
  if (lines.length > maxLines) return { code: 'tooMany', params: { most: maxLines } }
  const long = lines.some((line) => [...line].length > maxText)
  return long ? { code: 'tooLong', params: { most: maxText } } : { value: lines }
}

const isTexts = (raw: unknown): raw is Record<string, string> =>
  typeof raw === 'object' && raw !== null && Object.values(raw).every((value) => typeof value === 'string')

const isPart = (part: unknown): part is DecidedPart =>
  typeof part === 'object' &&
  part !== null &&
  'what' in part &&
  typeof part.what === 'string' &&
  'outcome' in part &&
  typeof part.outcome === 'string' &&
  'states' in part &&
  isTexts(part.states)

/** The parts in their shape only; whether outcome and particulars are right is asked in parts.ts. */
const readParts = (raw: unknown): Read => {
  if (!Array.isArray(raw) || !raw.every(isPart)) return { code: 'notAList' }
  if (raw.length > maxLines) return { code: 'tooMany', params: { most: maxLines } }
  if (raw.some(({ what }) => what.length > maxText)) return { code: 'tooLong', params: { most: maxText } }
  const isLong = raw.some(({ states }) => Object.values(states).some((said) => said.length > maxLong))
  return isLong ? { code: 'tooLong', params: { most: maxLong } } : { value: raw }
}

const isRemark = (one: unknown): one is Remark =>
  typeof one === 'object' &&
  one !== null &&
  'paragraph' in one &&
  Number.isSafeInteger(one.paragraph) &&
  'remark' in one &&
  typeof one.remark === 'string' &&
  one.remark.length <= maxLong

const readRemarks = (raw: unknown): Read => {
  if (!Array.isArray(raw) || raw.length > maxLines || !raw.every(isRemark)) return { code: 'notAList' }
  return { value: raw.map(({ paragraph, remark }) => ({ paragraph, remark })) }
}

const readDay = (raw: unknown): Read => {
  const text = typeof raw === 'string' ? raw.trim() : ''
  if (!isDay(text)) return { code: 'notADay' }
  return isCovered(text) ? { value: text } : { code: 'dayOutOfCalendar' }
}

const readChoice = (raw: unknown, field: Field): Read => {
  const read = readText(typeof raw === 'number' ? String(raw) : raw, maxText)
  if ('code' in read || field.fromCase || !field.choices) return read
  return field.choices.some((choice) => choice.value === read.value) ? read : { code: 'notAChoice' }
}

const readOne = (field: Field, raw: unknown): Read => {
  switch (field.kind) {
    case 'number':
    case 'money':
      return readNumber(raw, field)
    case 'yesNo':
      return readYesNo(raw)
    case 'lines':
    case 'files':
      return readLines(raw)
    case 'parts':
      return readParts(raw)
    case 'remarks':
      return readRemarks(raw)
    case 'day':
      return readDay(raw)
    case 'choice':
      return readChoice(raw, field)
    case 'longtext':
      return readText(raw, maxLong)
    default:
      return readText(raw, maxText)
  }
}

/**
 * The values of an ask in the types of its fields, or every problem with them: what is missing, too long, no day,
 * no choice. Numbers may come as digits, lists as lines of text, as an HTML form sends them. Other names are ignored.
 */
export function readAsk<F extends Fields>(
  fields: F,
  ask: RawAsk,
): { values: AskOf<F> } | { problems: Problem[] } {
  const values: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const [name, field] of Object.entries(fields)) {
    const raw = Object.hasOwn(ask, name) ? ask[name] : undefined
    if (isBlank(raw)) {
      if (field.required) problems.push({ field: name, code: 'missing', params: { label: field.label } })
      continue
    }
    const read = readOne(field, raw)
    if ('value' in read) values[name] = read.value
    else problems.push({ field: name, code: read.code, params: { label: field.label, ...read.params } })
  }
  return problems.length > 0 ? { problems } : { values: values as AskOf<F> }
}
