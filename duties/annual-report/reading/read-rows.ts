import type { CellId, Column, FormId, Table } from '#law/report-forms/form.ts'
import { cellId, forms, resultRows } from '#law/report-forms/forms.ts'
import { type Cell, parseCell } from '#law/report-forms/report.ts'
import { bareIndex, type Found, findLabels, likeness, type Page } from './find-labels.ts'
import { isOfficial, type Label, proactiveLabels, requestLabels } from './labels.ts'
import { bareOf, cellEnd } from './normal.ts'
import { atTornEnd, inDisorder, settleApart, settleInOrder } from './order.ts'
import { tooMuch, Unreadable } from './place.ts'
import type { Region } from './regions.ts'
import { type Counted, type How, type Leads, leadsOf, type SettledRow } from './settle.ts'
import { type Slot, type Slots, slotsBetween } from './slots.ts'

/** A cell as read: what stands in it, where in the text, and how it came to its column. */
export interface ReadCell {
  readonly cell: Cell
  readonly from: number
  readonly to: number
  readonly how: How
}

/** A row's label with what stands behind it. */
export interface RowReading {
  readonly label: Found
  /** The head over its money says 元, where the form asks for 万元. */
  readonly inYuan: boolean
  readonly columns: readonly Column[]
  readonly row: SettledRow
  readonly slots: Slots
}

export interface TableReading {
  readonly leads: Leads
  readonly table: 'proactive' | 'requests'
  /** The rows that add up to 总计 in the table's form. */
  readonly leaves: readonly string[]
  readonly form: FormId
  readonly rows: readonly RowReading[]
  /** The blocks of the table are not all of one form. */
  readonly mixed: boolean
  /** Labels written otherwise than the form has them. */
  readonly odd: readonly Found[]
}

const labelsOf = { proactive: proactiveLabels, requests: requestLabels } as const

/** Which form the labels of a table speak of: the one more of whose own labels are there. */
function formOfLabels(found: readonly Found[]): FormId | undefined {
  const count = (form: FormId) =>
    new Set(found.filter((each) => each.label.form === form).map((each) => each.label.key)).size
  const [older, newer] = [count('2019'), count('2021')]
  return older === newer ? undefined : older > newer ? '2019' : '2021'
}

function columnsOf(table: Table | undefined, key: string): readonly Column[] {
  return table?.blocks.find((block) => block.rows.some((row) => row.key === key))?.columns ?? []
}

const tableOf = (id: 'proactive' | 'requests', form: FormId): Table | undefined =>
  forms.find((each) => each.id === form)?.tables.find((table) => table.id === id)

/** The longest table has some sixty; merged cells written out and copies make several of each. */
const mostLabels = 2000

/**
 * Reads table two or three in its stretch. `fallback` decides where the labels do not tell the form.
 * Throws `Unreadable` over what cannot be one report.
 */
export function readRows(
  page: Page,
  id: 'proactive' | 'requests',
  region: Region,
  fallback: FormId,
  before: Leads = new Map(),
): TableReading {
  const exact = findLabels(page, region.from, region.to, labelsOf[id])
  if (exact.length > mostLabels) throw new Unreadable(tooMuch)
  const all = withAlike(page, region, exact, labelsOf[id])
  const drafts = all.flatMap((label, index) => {
    if (label.label.kind !== 'row') return []
    const next = all[index + 1]?.from ?? region.to
    return [{ label, slots: slotsBetween(page, label.to, next) }]
  })
  const { form, counted } = withColumns(page, id, region, all, drafts, fallback)
  const leads = leadsOf(counted, before)
  const rows = inDisorder(all)
    ? counted.map((each) => ({ ...each, row: settleApart(each, leads) }))
    : counted.map((each, index) => ({
        ...each,
        row: settleInOrder(atTornEnd(page, each), counted[index + 1]?.label, leads, page),
      }))
  const odd = counted.filter(
    (each) => each.label.alike || !isOfficial(each.form, each.label.label.key, each.label.word),
  )
  const table = tableOf(id, form)
  const leaves = table ? resultRows(table) : []
  const mixed = new Set(counted.map((each) => each.form)).size > 1
  return { table: id, form, leaves, mixed, leads, rows, odd: odd.map((each) => each.label) }
}

interface Draft {
  readonly label: Found
  readonly slots: Slots
}

interface CountedRow extends Counted {
  readonly label: Found
  readonly inYuan: boolean
  readonly columns: readonly Column[]
  readonly form: FormId
}

/** The rows with the columns of the form that each is of, and how they are drawn. */
function withColumns(
  page: Page,
  id: 'proactive' | 'requests',
  region: Region,
  all: readonly Found[],
  drafts: readonly Draft[],
  fallback: FormId,
): { readonly form: FormId; readonly counted: readonly CountedRow[] } {
  const filled = new Set(
    drafts.flatMap(({ label, slots }) => (slots.slots.length > 0 ? [label.label.key] : [])),
  )
  const own = new Map(drafts.map(({ label }) => [label, formOfBlock(page, region, all, label)]))
  const form =
    voted([...own.values()]) ?? formOfLabels(all.filter((each) => onlyRows(each, filled))) ?? fallback
  const counted = drafts.flatMap(({ label, slots }): CountedRow[] => {
    const rowForm = own.get(label) ?? form
    const columns = columnsOf(tableOf(id, rowForm), label.label.key)
    if (columns.length === 0) return []
    const drawn = {
      depth: depthOf(rowForm, label.label.key),
      beside: besideOf(page, all, label),
      ...widthOf(page, label),
    }
    const inYuan = columns.some(({ unit }) => unit === 'money') && headSaysYuan(page, all, label)
    return [{ label, slots, columns, n: columns.length, form: rowForm, inYuan, ...drawn }]
  })
  return { form, counted }
}

/** Does the head between the row before and this one give its unit as 元? */
function headSaysYuan({ text }: Page, all: readonly Found[], { from }: Found): boolean {
  const before = all.findLast((each) => each.label.kind === 'row' && each.from < from)
  return /(?:单位\s*[:：]?\s*|[(（]\s*)(?:人民币)?元\s*[,，)）\s]/.test(
    text.slice(before?.to ?? Math.max(0, from - 200), from),
  )
}

/** How many bars the line of a label has; nothing where the source is a table. */
function widthOf({ shown }: Page, { from }: Found): { width?: number } {
  const start = shown.lastIndexOf('\n', from) + 1
  const end = shown.indexOf('\n', from)
  const line = shown.slice(start, end < 0 ? undefined : end)
  if (line.includes(cellEnd)) return {}
  return { width: line.split(/[|\t]/).length - 1 }
}

/** How many headings stand in a row before its label: on its line, or each in the cell before. */
function besideOf({ shown }: Page, all: readonly Found[], row: Found): number {
  let beside = 0
  let next = row
  for (let index = all.indexOf(row) - 1; index >= 0; index--) {
    const each = all[index]
    if (each === undefined || each.label.kind === 'column') break
    const between = shown.slice(each.to, next.from)
    const cells = between.replace(/[\s)）]/g, '')
    const sameLine = !/[\n\ue001]/.test(between)
    if (!(sameLine && /^[|\ue000]*$/.test(cells)) && cells !== '|') break
    beside++
    next = each
  }
  return beside
}

const depths: ReadonlyMap<string, number> = new Map(
  forms.flatMap((form) =>
    form.tables.flatMap((table) =>
      table.blocks.flatMap((block) =>
        block.rows.map((row): [string, number] => [`${form.id} ${row.key}`, row.under.length]),
      ),
    ),
  ),
)

const depthOf = (form: FormId, key: string): number => depths.get(`${form} ${key}`) ?? 0

/** The form that most blocks of table two are of, by their columns. */
function voted(forms: readonly (FormId | undefined)[]): FormId | undefined {
  const count = (form: FormId) => forms.filter((each) => each === form).length
  const [older, newer] = [count('2019'), count('2021')]
  return older === newer ? undefined : older > newer ? '2019' : '2021'
}

/** A row that only one form has, without figures behind it, is a heading of the other. */
const onlyRows = ({ label }: Found, withFigures: ReadonlySet<string>): boolean =>
  label.kind !== 'column' && (label.kind !== 'row' || withFigures.has(label.key))

interface BlockSigns {
  readonly rows: ReadonlySet<string>
  /** For each form the column labels that the other form does not have in this block. */
  readonly words: readonly { readonly form: FormId; readonly words: readonly string[] }[]
}

/** A column's label without what stands in brackets, in bare characters. */
const columnWord = ({ label }: Column): string => bareOf(label.replace(/（[^）]*）/g, '')).text

function signsOf(id: string): BlockSigns {
  const blocks = forms.map((form) => ({
    form: form.id,
    block: form.tables[0].blocks.find((each) => each.id === id),
  }))
  const words = blocks.map(({ form, block }) => {
    const rivals = blocks
      .flatMap((each) => (each.form === form ? [] : (each.block?.columns ?? [])))
      .map(columnWord)
    const own = (block?.columns ?? []).map(columnWord)
    return { form, words: own.filter((word) => !rivals.some((rival) => rival.includes(word))) }
  })
  return { rows: new Set(blocks.flatMap(({ block }) => block?.rows.map((row) => row.key) ?? [])), words }
}

const signs: readonly BlockSigns[] = [
  ...new Set(forms.flatMap((form) => form.tables[0].blocks.map((block) => block.id))),
].map(signsOf)

/** Which form the columns over a row of table two are of; undefined where none of them, or both, stand there. */
function formOfBlock(page: Page, region: Region, all: readonly Found[], row: Found): FormId | undefined {
  const block = signs.find((each) => each.rows.has(row.label.key))
  if (block === undefined) return undefined
  const other = all.findLast(
    (each) => each.from < row.from && each.label.kind === 'row' && !block.rows.has(each.label.key),
  )
  const above = page.bare.text.slice(bareIndex(page, other?.to ?? region.from), bareIndex(page, row.from))
  const counts = block.words.map(({ form, words }) => ({
    form,
    count: words.filter((word) => above.includes(word)).length,
  }))
  const [first, second] = counts.sort((one, two) => two.count - one.count)
  return first && first.count > (second?.count ?? 0) ? first.form : undefined
}

const fragment = /[一-龥][^|\n\t\ue001\ue000\d]{3,60}/g

/** Adds rows whose labels lost or changed a few characters: what stands unread in the gap and is most like them. */
function withAlike(
  page: Page,
  region: Region,
  found: readonly Found[],
  labels: readonly Label[],
): readonly Found[] {
  const have = new Set(found.map((each) => each.label.key))
  const missing = labels.filter((label) => label.kind === 'row' && !have.has(label.key) && !label.weak)
  if (missing.length === 0 || found.length === 0) return found
  const added: Found[] = []
  for (const label of missing) {
    const strong = (each: Found) => each.label.kind !== 'column'
    const before = found.findLast((each) => each.label.order < label.order && strong(each))
    const after = found.find(
      (each) => each.label.order > label.order && strong(each) && each.from >= (before?.to ?? 0),
    )
    const place = alikeIn(page, before?.to ?? region.from, after?.from ?? region.to, label, missing)
    const taken = (each: Found) => place && each.from < place.to && place.from < each.to
    if (place && !found.some(taken) && !added.some(taken))
      added.push({ label, ...place, word: '', alike: true })
  }
  return [...found, ...added].sort((one, other) => one.from - other.from)
}

const likenessTo = (label: Label, words: string): number =>
  Math.max(...label.words.map((word) => likeness(words, word)))

/** The piece of text most like a label, and more like it than like any other label that is missing. */
function alikeIn(
  { shown }: Page,
  from: number,
  to: number,
  label: Label,
  missing: readonly Label[],
): { from: number; to: number } | undefined {
  let best: { from: number; to: number; score: number } | undefined
  for (const match of shown.slice(from, to).matchAll(fragment)) {
    const start = from + match.index
    const end = start + match[0].trimEnd().length
    const words = bareOf(match[0]).text
    const score = likenessTo(label, words)
    if (score < 0.7 || score <= (best?.score ?? 0)) continue
    if (missing.some((other) => other !== label && likenessTo(other, words) >= score)) continue
    best = { from: start, to: end, score }
  }
  return best && { from: best.from, to: best.to }
}

const itsUnit = /^(\d[\d,]*)\s*(?:件|项|个|条|份|起|例|次|宗)$/

/** A count may be published with the unit in its cell: 12件. */
function withItsUnit(text: string, unit: Column['unit']): Cell {
  const count = unit === 'money' ? null : itsUnit.exec(text)
  if (count === null) return parseCell(text, unit)
  const cell = parseCell(count[1] ?? '', unit)
  return cell.kind === 'number' ? { ...cell, written: text } : parseCell(text, unit)
}

/** A figure under a head that says 元; one that names its own unit keeps it. */
function inItsYuan(text: string): Cell {
  const cell = parseCell(/\d$/.test(text) ? `${text}元` : text, 'money')
  // Finer than 分: then 万 may have been lost from the head.
  if (cell.kind === 'number' && /\.\d{3}/.test(text))
    return { kind: 'undecidable', written: text, why: '栏目写明单位为元，数字却细于分，单位不能确定' }
  // Nothing is nothing in either unit.
  return cell.kind === 'number' && cell.value === 0 ? parseCell(text, 'money') : cell
}

/** The cell a slot makes, in the unit of its column. */
export const cellFrom = (slot: Slot, column: Column, how: How, inYuan = false): ReadCell => ({
  cell: inYuan && column.unit === 'money' ? inItsYuan(slot.text) : withItsUnit(slot.text, column.unit),
  from: slot.from,
  to: slot.to,
  how,
})

/** The cells of rows that are settled; the rest by row key, to be decided by the identities or refused. */
export function cellsOfRows(rows: readonly RowReading[]): Map<CellId, ReadCell> {
  const cells = new Map<CellId, ReadCell>()
  for (const { label, columns, row, inYuan } of rows) {
    if (row.kind !== 'settled') continue
    for (const [index, column] of columns.entries()) {
      const slot = row.slots[index]
      if (slot) cells.set(cellId(label.label.key, column.id), cellFrom(slot, column, row.how, inYuan))
    }
  }
  return cells
}

/** What the cells of a row show when they cannot be told apart. */
export function refused(reading: RowReading, why: string): readonly [CellId, ReadCell][] {
  const { label, columns, row } = reading
  const figures = row.kind === 'glued' ? row.tokens : row.kind === 'undecided' ? row.slots : []
  const { words } = reading.slots
  const slots = words === undefined ? figures : [...figures, words]
  const written = slots
    .map((slot) => slot.text)
    .filter((text) => text !== '')
    .join(' ')
  const from = slots[0]?.from ?? label.from
  const to = slots.at(-1)?.to ?? label.to
  return columns.map((column) => [
    cellId(label.label.key, column.id),
    { cell: { kind: 'undecidable', written, why }, from, to, how: 'split' },
  ])
}
