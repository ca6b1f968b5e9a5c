import type { CellId } from '#law/report-forms/form.ts'
import { form2021 } from '#law/report-forms/form-2021.ts'
import { numberCell } from '#law/report-forms/report.ts'
import type { Page } from './find-labels.ts'
import { bareIndex } from './find-labels.ts'
import { cutsOf } from './glue.ts'
import { remedyBlocks, remedyColumns, remedyRows, remedyTitles } from './labels.ts'
import { cellFrom, type ReadCell } from './read-rows.ts'
import type { Region } from './regions.ts'
import { type SettledRow, settle } from './settle.ts'
import { figureSlot, type Slot, type Slots, slotsBetween, slotsUnder } from './slots.ts'

const columns = form2021.tables[2].blocks[0]?.columns ?? []
const perBlock = columns.length
const all = perBlock * remedyBlocks.length

interface Header {
  readonly column: number
  readonly from: number
  readonly to: number
}

/** The column labels in the stretch, from left to right. */
function headersIn(page: Page, { from, to }: Region): readonly Header[] {
  const { bare } = page
  const start = bareIndex(page, from)
  const stop = bareIndex(page, to)
  const hits: { column: number; from: number; to: number }[] = []
  for (const [column, { words }] of remedyColumns.entries())
    for (const word of words)
      for (
        let at = bare.text.indexOf(word, start);
        at >= 0 && at < stop;
        at = bare.text.indexOf(word, at + 1)
      )
        hits.push({ column, from: at, to: at + word.length })
  hits.sort((one, other) => one.from - other.from || other.to - one.to)
  const kept = hits.filter(
    (hit, index) => !hits.slice(0, index).some((other) => other.from <= hit.from && hit.to <= other.to),
  )
  return kept.map(({ column, from: begin, to: end }) => ({
    column,
    from: bare.at[begin] ?? 0,
    to: (bare.at[end - 1] ?? 0) + 1,
  }))
}

/** Groups of five headers in order: 结果维持 … 总计. */
function groupsOf(headers: readonly Header[]): readonly (readonly Header[])[] {
  const groups: Header[][] = []
  for (const header of headers) {
    const last = groups.at(-1)
    if (header.column === 0) groups.push([header])
    else if (last && last.length === header.column) last.push(header)
  }
  return groups.filter((group) => group.length === perBlock)
}

const ids: readonly CellId[] = remedyBlocks.flatMap((block) =>
  columns.map((column) => `${block}.${column.id}`),
)

/** Reads table four: fifteen figures under their fifteen headers, or five under each group of five. */
export function readRemedies(page: Page, region: Region): Map<CellId, ReadCell> {
  const cells = new Map<CellId, ReadCell>()
  const groups = groupsOf(headersIn(page, region))
  const beside = groups.length === remedyBlocks.length ? besideHeaders(page, groups, region) : undefined
  if (beside) {
    putRow(cells, beside, ids, region)
    return cells
  }
  if (groups.length !== remedyBlocks.length) {
    const row = onlyLineOfAll(page, region) ?? labelledRows(page, groups, region)
    if (row === undefined) return refuseAll(region, '表四的栏目不全，数字属于哪一栏不能确定')
    putRow(cells, row, ids, region)
    return cells
  }
  const ends = groups.map((group) => group.at(-1)?.to ?? region.from)
  const apart = ends.map((end, index) => {
    const next = groups[index + 1]?.[0]
    const stop = next ? next.to - (remedyColumns[0]?.words[0]?.length ?? 0) : region.to
    return slotsUnder(page, end, Math.max(end, stop))
  })
  const under = apart.at(-1) ?? { slots: [], keeping: 'lines' }
  if (under.stopped && !under.inLine && under.slots.length >= perBlock)
    return refuseAll(region, '表四的数字之间夹有其他文字，属于哪一栏不能确定')
  const together = wholeRow(under)
  if (together && apart.slice(0, -1).every((slots) => slots.slots.every((slot) => slot.text === ''))) {
    putRow(cells, together, ids, region)
    return cells
  }
  if (apart.some((slots) => slots.slots.length === 0))
    return refuseAll(region, '表四的数字不全，属于哪一栏不能确定')
  for (const [index, slots] of apart.entries())
    putRow(
      cells,
      settle({ slots, n: perBlock, depth: 0, beside: 0 }, new Map()),
      ids.slice(index * perBlock, (index + 1) * perBlock),
      region,
    )
  return cells
}

/** Tables set upright: each header with its one figure beside it. */
function besideHeaders(
  page: Page,
  groups: readonly (readonly Header[])[],
  region: Region,
): SettledRow | undefined {
  const headers = groups.flat()
  const slots: Slot[] = []
  for (const [index, { to }] of headers.entries()) {
    const next = headers[index + 1]?.from ?? region.to
    const [figure, ...others] = slotsBetween(page, to, next).slots.filter((slot) => slot.text !== '')
    if (figure === undefined || others.length > 0 || !figureSlot(figure.text)) return undefined
    slots.push(figure)
  }
  return { kind: 'settled', slots, how: 'cell' }
}

/** One line of headers, and under it a row for each of the three kinds, its label before its five figures. */
function labelledRows(
  page: Page,
  groups: readonly (readonly Header[])[],
  region: Region,
): SettledRow | undefined {
  const [group, ...others] = groups
  const under = group?.at(-1)?.to
  if (under === undefined || others.length > 0) return undefined
  const slots: Slot[] = []
  let from = under
  for (const words of remedyRows) {
    const label = labelAt(page, words, from, region.to)
    if (label === undefined) return undefined
    const { slots: found, inLine } = slotsBetween(page, label.to, region.to)
    if (!inLine || found.length !== perBlock || found.some((slot) => slot.text.includes(' ')))
      return undefined
    slots.push(...found)
    from = found.at(-1)?.to ?? label.to
  }
  return { kind: 'settled', slots, how: 'cell' }
}

function labelAt(page: Page, words: readonly string[], from: number, to: number): Region | undefined {
  const { bare } = page
  const start = bareIndex(page, from)
  const stop = bareIndex(page, to)
  for (const word of words) {
    const at = bare.text.indexOf(word, start)
    if (at >= 0 && at + word.length <= stop)
      return { from: bare.at[at] ?? 0, to: (bare.at[at + word.length - 1] ?? 0) + 1 }
  }
  return undefined
}

/** Where the headers are torn, the one line of fifteen figures under the titles of the table. */
function onlyLineOfAll({ shown, bare }: Page, { from, to }: Region): SettledRow | undefined {
  const titles = bare.text.slice(
    bareIndex({ shown, bare, text: shown }, from),
    bareIndex({ shown, bare, text: shown }, to),
  )
  if (!remedyTitles.some((title) => titles.includes(title))) return undefined
  const rows: Slot[][] = []
  let start = from
  for (const line of shown.slice(from, to).split(/[\n\ue001]/)) {
    const words = [...line.matchAll(/[^\s\ue000|]+/g)]
    const slots = words.map((word) => ({
      text: word[0],
      from: start + word.index,
      to: start + word.index + word[0].length,
    }))
    if (slots.length > 0 && slots.every((slot) => figureSlot(slot.text))) rows.push(slots)
    start += line.length + 1
  }
  const [only] = rows
  return rows.length === 1 && only?.length === all
    ? { kind: 'settled', slots: only, how: 'spaced' }
    : undefined
}

function wholeRow(slots: Slots): SettledRow | undefined {
  if (slots.slots.length === 0) return { kind: 'none' }
  const whole = trimmed(slots)
  if (isOneToEach(whole)) return { kind: 'settled', slots: whole.slots, how: 'cell' }
  const row = settle({ slots: whole, n: all, depth: 0, beside: 0 }, new Map())
  const filled = slots.slots.filter((slot) => slot.text !== '').length
  return row.kind === 'undecided' && filled === perBlock ? undefined : row
}

/** A cell to each header, blank or with one figure in it. */
const isOneToEach = ({ slots, keeping }: Slots): boolean =>
  keeping === 'cells' && slots.length === all && slots.every((slot) => !slot.text.includes(' '))

/** A row of cells may begin on the line under the headers, or end in empty cells too many. */
function trimmed(slots: Slots): Slots {
  if (slots.keeping !== 'cells' || slots.slots.length <= all) return slots
  const extra = slots.slots.length - all
  if (slots.slots[0]?.text === '' && slots.trail !== extra) return slots
  return slots.slots.slice(-extra).every((slot) => slot.text === '')
    ? { keeping: slots.keeping, slots: slots.slots.slice(0, all) }
    : slots
}

function refuseAll({ from, to }: Region, why: string): Map<CellId, ReadCell> {
  return new Map(
    ids.map((id) => [id, { cell: { kind: 'undecidable', written: '', why }, from, to, how: 'split' }]),
  )
}

function putRow(
  cells: Map<CellId, ReadCell>,
  row: SettledRow,
  names: readonly CellId[],
  region: Region,
): void {
  if (row.kind === 'settled') {
    for (const [index, id] of names.entries()) {
      const slot = row.slots[index]
      const column = columns[index % perBlock]
      if (slot && column) cells.set(id, cellFrom(slot, column, row.how))
    }
    return
  }
  putUncertain(cells, row, names, region)
}

/** With more pieces than this the figures stand apart, and one is lost rather than glued. */
const mostGlued = 3

function figuresOfGlued(row: SettledRow, n: number): readonly number[] | undefined {
  if (row.kind !== 'glued' || row.tokens.length > mostGlued) return undefined
  const tokens = row.tokens.map((token) => token.text)
  const ways = cutsOf(tokens, n, perBlock) ?? []
  return ways.length === 1 ? ways[0] : undefined
}

const whyNot = (row: SettledRow): string =>
  row.kind === 'none'
    ? '栏目之下没有数字，原文可能已丢失'
    : row.kind === 'undecided'
      ? row.why
      : '数字粘连，有多种拆分方法或者没有合于勾稽关系的拆分'

/** Figures that only the sums can tell apart, or that nothing can. */
function putUncertain(
  cells: Map<CellId, ReadCell>,
  row: SettledRow,
  names: readonly CellId[],
  region: Region,
): void {
  const slots = row.kind === 'glued' ? row.tokens : row.kind === 'undecided' ? row.slots : []
  const written = slots.flatMap((slot) => (slot.text === '' ? [] : [slot.text])).join(' ')
  const place = {
    from: slots[0]?.from ?? region.from,
    to: slots.at(-1)?.to ?? region.to,
    how: 'split',
  } as const
  const figures = figuresOfGlued(row, names.length)
  for (const [index, id] of names.entries()) {
    const figure = figures?.[index]
    const cell =
      figure === undefined
        ? ({ kind: 'undecidable', written, why: whyNot(row) } as const)
        : numberCell(figure)
    cells.set(id, { cell, ...place })
  }
}
