import { isDay } from '#time/day.ts'
import { type ItemKind, kindLabels } from './vocabulary.ts'

/** One more field of a kind of item. */
export interface KindField {
  readonly label: string
  readonly type: 'text' | 'longtext' | 'day' | 'number' | 'choice' | 'yesNo' | 'lines'
  readonly required: boolean
  readonly hint?: string
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
}

/** What a kind asks beyond title, text, day and heading. */
export interface Kind {
  readonly fields: Readonly<Record<string, KindField>>
  /** A document number (文号) is asked for. */
  readonly numbered?: true
  /** Whether it holds is shown, and may be marked. */
  readonly holds?: true
  /** Legal review before it is published. */
  readonly legalReview?: true
  /** It belongs to a document that it interprets. */
  readonly interprets?: true
}

const plain: Kind = { fields: {} }
const registerNumber: KindField = {
  label: '登记编号',
  type: 'text',
  required: false,
  hint: '规范性文件统一登记的编号',
}
const expiresOn: KindField = { label: '有效期至', type: 'day', required: false, hint: '没有规定有效期的不填' }
const effectiveOn: KindField = { label: '施行日期', type: 'day', required: false }

/** Every kind as data: a new field is a line here, and nowhere else. */
export const kinds: Readonly<Record<ItemKind, Kind>> = {
  normative: {
    fields: { registerNumber, effectiveOn, expiresOn },
    numbered: true,
    holds: true,
    legalReview: true,
  },
  policy: { fields: { effectiveOn, expiresOn }, numbered: true, holds: true },
  interpretation: { fields: {}, interprets: true },
  notice: plain,
  news: plain,
  profile: plain,
  plan: plain,
  statistics: plain,
  licence: plain,
  penalty: plain,
  budget: plain,
  procurement: plain,
  project: plain,
  welfare: plain,
  emergency: plain,
  inspection: plain,
  recruitment: plain,
  village: plain,
}

/** The row of a kind; undefined for a kind that is not in the table. */
export const itemKind = (kind: string): Kind | undefined =>
  Object.hasOwn(kindLabels, kind) ? kinds[kind as ItemKind] : undefined

// What a document under this heading most often is: the drafter's first choice, not a rule.
const usual: Readonly<Record<string, ItemKind>> = {
  '04-01': 'policy',
  '20-01': 'normative',
  '20-02': 'profile',
  '20-03': 'plan',
  '20-04': 'statistics',
  '20-05': 'licence',
  '20-06': 'penalty',
  '20-07': 'budget',
  '20-08': 'budget',
  '20-09': 'procurement',
  '20-10': 'project',
  '20-11': 'welfare',
  '20-12': 'emergency',
  '20-13': 'inspection',
  '20-14': 'recruitment',
}

/** The kind that a document under a heading most often is. */
export const usualKind = (catalogue: string): ItemKind => usual[catalogue] ?? 'notice'

/** One wrong entry of a kind's fields. */
export interface ExtraProblem {
  readonly field: string
  readonly code: 'missing' | 'notADay' | 'notText' | 'notANumber' | 'notAChoice' | 'notYesNo' | 'tooLong'
  readonly label: string
}

const most = 20_000
type Checked = Omit<ExtraProblem, 'field' | 'label'>['code'] | undefined

const checks: { readonly [T in KindField['type']]: (value: unknown, field: KindField) => Checked } = {
  text: (value) => (typeof value !== 'string' ? 'notText' : value.length > 500 ? 'tooLong' : undefined),
  longtext: (value) => (typeof value !== 'string' ? 'notText' : value.length > most ? 'tooLong' : undefined),
  day: (value) => (typeof value === 'string' && isDay(value) ? undefined : 'notADay'),
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? undefined : 'notANumber'),
  choice: (value, { choices }) =>
    choices?.some((choice) => choice.value === value) ? undefined : 'notAChoice',
  yesNo: (value) => (typeof value === 'boolean' ? undefined : 'notYesNo'),
  lines: (value) =>
    Array.isArray(value) && value.length <= 500 && value.every((line) => typeof line === 'string')
      ? undefined
      : 'notText',
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * The fields of the kind out of what was sent, others left out; and what is wrong with them. What is missing is a
 * problem only where `whole` is asked for: a draft may wait.
 */
export function readExtra(
  kind: string,
  sent: Readonly<Record<string, unknown>>,
  whole: boolean,
): { extra: Record<string, unknown>; problems: ExtraProblem[] } {
  const extra: Record<string, unknown> = {}
  const problems: ExtraProblem[] = []
  for (const [name, field] of Object.entries(itemKind(kind)?.fields ?? {})) {
    const value = Object.hasOwn(sent, name) ? sent[name] : undefined
    const code = isBlank(value)
      ? whole && field.required
        ? 'missing'
        : undefined
      : checks[field.type](value, field)
    if (code) problems.push({ field: `extra.${name}`, code, label: field.label })
    else if (!isBlank(value)) extra[name] = value
  }
  return { extra, problems }
}
