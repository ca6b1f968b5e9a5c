import type { SectionId, TableId } from '#law/report-forms/form.ts'
import { placeOf as formPlace } from '#law/report-forms/forms.ts'
import { type Cell, showCell } from '#law/report-forms/report.ts'
import { sections } from '#law/report-forms/sections.ts'
import { findingsOfReading, type ReadingFinding } from './findings.ts'
import type { Source } from './open.ts'
import type { Place } from './place.ts'
import type { Reading, Span } from './read.ts'
import type { How } from './settle.ts'

/** A report as read, as it goes out: see reading.schema.json. */
export interface ReadResult {
  readonly source: { readonly name: string; readonly kind: string; readonly encoding?: string }
  /** Why the file was not read; then nothing else is there. */
  readonly refused?: string
  readonly organ?: { readonly name: string; readonly inferred: boolean; readonly place: Place }
  readonly year?: { readonly year: number; readonly inferred: boolean; readonly place: Place }
  readonly title?: string
  readonly form?: Reading['form']
  /** The words before the first part, the title left out. */
  readonly preamble?: string
  readonly sections?: readonly ReadSection[]
  readonly tables?: readonly { readonly id: TableId; readonly found: boolean; readonly form?: string }[]
  readonly cells?: Readonly<Record<string, ReadCellResult>>
  readonly statements?: readonly StatementResult[]
  readonly findings?: readonly ReadingFinding[]
}

export interface ReadSection {
  readonly id: SectionId
  readonly label: string
  readonly found: boolean
  readonly written?: string
  readonly place?: Place
  readonly text?: string
}

export type ReadCellResult = Cell & {
  readonly shown: string
  readonly how: How
  readonly place: Place
  readonly at: readonly [number, number]
}

export interface StatementResult {
  readonly quote: string
  readonly value: number
  readonly cells: readonly string[]
  readonly place: Place
}

const tableIds: readonly TableId[] = ['proactive', 'requests', 'remedies']

/** What was read of one file, with places in words of its own kind, and what is wrong with it. */
export function resultOf(source: Source): ReadResult {
  if (source.kind === 'refused')
    return { source: { name: source.name, kind: 'unknown' }, refused: source.why }
  const { unfolded, reading, name } = source
  const place = ({ from, to }: Span): Place => unfolded.placeOf(from, to)
  return {
    source: { name, kind: unfolded.kind, ...(unfolded.encoding ? { encoding: unfolded.encoding } : {}) },
    ...(reading.organ
      ? { organ: { name: reading.organ.name, inferred: reading.organ.inferred, place: place(reading.organ) } }
      : {}),
    ...(reading.year
      ? { year: { year: reading.year.year, inferred: reading.year.inferred, place: place(reading.year) } }
      : {}),
    ...(reading.title === undefined ? {} : { title: reading.title }),
    form: reading.form,
    ...preambleOf(reading),
    sections: sectionsOf(reading, place),
    tables: tableIds.map((id) => {
      const form = reading.tables[id]
      return form === undefined ? { id, found: false } : { id, found: true, form }
    }),
    cells: cellsOf(reading, place),
    statements: reading.statements.map((each) => ({
      quote: each.quote,
      value: each.value,
      cells: each.cells,
      place: place(each.place),
    })),
    findings: findingsOfReading(reading),
  }
}

function preambleOf({ texts, title }: Reading): Pick<ReadResult, 'preamble'> {
  const words = texts.preamble ?? ''
  const bare =
    title === undefined
      ? words
      : words.slice(words.indexOf(title) < 0 ? 0 : words.indexOf(title) + title.length)
  return bare.trim() === '' ? {} : { preamble: bare.trim() }
}

function sectionsOf(reading: Reading, place: (span: Span) => Place): readonly ReadSection[] {
  return sections.map(({ id, label }) => {
    const heading = reading.headings.find((each) => each.section === id)
    if (heading === undefined) return { id, label, found: false }
    return {
      id,
      label,
      found: true,
      written: heading.written,
      place: place(heading),
      text: reading.texts[id] ?? '',
    }
  })
}

function cellsOf(reading: Reading, place: (span: Span) => Place): Readonly<Record<string, ReadCellResult>> {
  const form = reading.form === 'unknown' ? undefined : reading.form
  return Object.fromEntries(
    [...reading.cells].map(([id, { cell, how, from, to }]) => {
      const shown = showCell(cell, formPlace(id, form)?.column.unit ?? 'count')
      return [id, { ...cell, shown, how, place: place({ from, to }), at: [from, to] }]
    }),
  )
}
