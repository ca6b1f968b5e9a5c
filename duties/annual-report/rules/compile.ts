import type { CellId, Form } from '#law/report-forms/form.ts'
import { cellsOf, identitiesOf } from '#law/report-forms/forms.ts'
import { type Cell, numberCell, type Report, type ReportOrgan } from '#law/report-forms/report.ts'

/** What cases of the requests duty add to a report, each to at most one cell of each of the four kinds. */
export interface CountedRequests extends CountedAs {
  readonly caseIds: readonly string[]
}

/** The same of one case. */
export interface CountedRequest extends CountedAs {
  readonly caseId: string
}

interface CountedAs {
  readonly column: string
  readonly received: boolean
  readonly carriedIn: boolean
  /** Row key of that form without its table: granted, denied_internal … */
  readonly row: string | undefined
  readonly carriedOut: boolean
}

/** What one reconsideration or lawsuit adds to table four. */
export interface CountedRemedy {
  readonly caseId: string
  readonly row: 'review' | 'litigation_direct' | 'litigation_after_review'
  readonly column: 'upheld' | 'corrected' | 'other' | 'pending'
}

/** One monthly entry of a figure that no case holds; `value` in the unit of the cell (分 for money). */
export interface CountedEntry {
  readonly entryId: string
  readonly cell: CellId
  /** 1 to 12 */
  readonly month: number
  readonly value: number
}

/** A cell that the register of normative documents gives, with the documents it counts. */
export interface CountedDocuments {
  readonly cell: CellId
  readonly itemIds: readonly string[]
}

/** Decisions of one month in lists that were released (双公示), with the items in which they stand. */
export interface CountedDecisions {
  readonly cell: CellId
  readonly month: number
  readonly value: number
  readonly itemIds: readonly string[]
}

export interface CompileInput {
  readonly form: Form
  readonly organ: ReportOrgan
  readonly year: number
  readonly requests: Iterable<CountedRequest | CountedRequests>
  readonly remedies: Iterable<CountedRemedy>
  readonly entries: readonly CountedEntry[]
  /** Left out where the organ keeps no register here. */
  readonly documents?: readonly CountedDocuments[]
  readonly decisions?: readonly CountedDecisions[]
}

/** A report and, for every cell, the ids of what it counted. */
export interface Compilation {
  readonly report: Report
  readonly counted: ReadonlyMap<CellId, readonly string[]>
  /** The cells that were counted, wholly or in part, out of published documents and lists. */
  readonly registered: ReadonlySet<CellId>
}

class Tally {
  readonly counted = new Map<CellId, string[]>()
  readonly values = new Map<CellId, number>()

  add(cell: CellId, added: readonly string[], value = added.length): void {
    this.values.set(cell, (this.values.get(cell) ?? 0) + value)
    const ids = this.counted.get(cell)
    if (!ids) this.counted.set(cell, [...added])
    else for (const id of added) ids.push(id)
  }
}

function countRequest(tally: Tally, request: CountedRequest | CountedRequests): void {
  const ids = 'caseIds' in request ? request.caseIds : [request.caseId]
  const rows = [
    request.received ? 'new_received' : undefined,
    request.carriedIn ? 'carried_over' : undefined,
    request.row,
    request.row === undefined ? undefined : 'total_processed',
    request.carriedOut ? 'carried_forward' : undefined,
  ]
  for (const row of rows) {
    if (row === undefined) continue
    tally.add(`requests.${row}.${request.column}`, ids)
    tally.add(`requests.${row}.total`, ids)
  }
}

/**
 * The report of one organ and year, every cell computed (第五十条). Tables three and four count cases, so a
 * cell that nothing fell into is 0; a cell of table two that has no entry is blank: nobody has said.
 */
export function compile(input: CompileInput): Compilation {
  const tally = new Tally()
  const places = cellsOf(input.form)
  for (const request of input.requests) countRequest(tally, request)
  for (const remedy of input.remedies) {
    tally.add(`${remedy.row}.${remedy.column}`, [remedy.caseId])
    tally.add(`${remedy.row}.total`, [remedy.caseId])
  }
  for (const entry of input.entries) tally.add(entry.cell, [entry.entryId], entry.value)
  const listed = countDecisions(tally, input.decisions ?? [], input.entries)
  const registered = new Set([...countDocuments(tally, input.documents ?? []), ...listed])
  const cells: Record<CellId, Cell> = {}
  for (const { id, table, row } of places) {
    if (row.local) continue
    const value = tally.values.get(id)
    if (value !== undefined) cells[id] = numberCell(value)
    else cells[id] = table.id === 'proactive' ? { kind: 'blank' } : numberCell(0)
  }
  const report: Report = {
    organ: input.organ,
    year: input.year,
    form: input.form.id,
    cells,
    texts: tableSections(input.form),
  }
  return { report, counted: tally.counted, registered }
}

// An organ that makes monthly entries of its documents is counted by them alone: both together would count twice.
function countDocuments(tally: Tally, documents: readonly CountedDocuments[]): ReadonlySet<CellId> {
  if (documents.some(({ cell }) => tally.values.has(cell))) return new Set()
  for (const { cell, itemIds } of documents) tally.add(cell, itemIds)
  return new Set(documents.map(({ cell }) => cell))
}

// The law counts all decisions, those lawfully unpublished too: a month that somebody enters is counted by that alone.
function countDecisions(
  tally: Tally,
  decisions: readonly CountedDecisions[],
  entries: readonly CountedEntry[],
): ReadonlySet<CellId> {
  const entered = new Set(entries.map(({ cell, month }) => `${cell} ${month}`))
  const lists = decisions.filter(({ cell, month }) => !entered.has(`${cell} ${month}`))
  for (const { cell, value, itemIds } of lists) {
    const known = new Set(tally.counted.get(cell))
    tally.add(
      cell,
      itemIds.filter((id) => !known.has(id)),
      value,
    )
  }
  return new Set(lists.map(({ cell }) => cell))
}

/** The parts that consist of their table: there, without words. */
const tableSections = ({ sections }: Form): Report['texts'] =>
  Object.fromEntries(sections.flatMap(({ id, table }) => (table ? [[id, '']] : [])))

/** The identities of the form that a compiled report breaks: none, whatever the cases (第五十条). */
export function brokenIdentities(form: Form, report: Report): readonly string[] {
  const value = (id: CellId) => {
    const cell = report.cells[id]
    return cell?.kind === 'number' ? cell.value : 0
  }
  const sum = (ids: readonly CellId[]) => ids.reduce((total, id) => total + value(id), 0)
  return form.tables
    .flatMap((table) => identitiesOf(table))
    .filter((identity) => sum(identity.left) !== sum(identity.right))
    .map((identity) => `${identity.rule} ${identity.right.join('+')}`)
}
