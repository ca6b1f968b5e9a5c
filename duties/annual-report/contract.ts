import { type Static, Type } from 'typebox'

/** Shapes that cross the wire for annual reports. Cell ids are those of law/report-forms. */

const Id = Type.String({ format: 'uuid' })
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** A cell as law/report-forms/report.ts describes it: `value` is whole, 分 where the cell holds money. */
export const CellSchema = Type.Object({
  kind: Type.String(),
  value: Type.Optional(Type.Integer()),
  mark: Type.Optional(Type.String()),
  written: Type.Optional(Type.String()),
  why: Type.Optional(Type.String()),
})

export const FindingSchema = Type.Object({
  check: Type.String(),
  name: Type.String(),
  severity: Type.String(),
  result: Type.String(),
  cells: Type.Array(Type.String()),
  sentence: Type.String(),
})
export type FindingView = Static<typeof FindingSchema>

export const ReportYearSchema = Type.Object({
  year: Type.Integer(),
  form: Type.String(),
  status: Type.String(),
  statusLabel: Type.String(),
  version: Type.Integer(),
  publishedAt: Nullable(Type.String()),
})

export const ReportYearsSchema = Type.Object({ years: Type.Array(ReportYearSchema) })
export type ReportYears = Static<typeof ReportYearsSchema>

export const ReportViewSchema = Type.Object({
  organId: Id,
  organName: Type.String(),
  year: Type.Integer(),
  form: Type.String(),
  status: Type.String(),
  statusLabel: Type.String(),
  /** The instant up to which facts were counted. */
  cutOff: Type.String(),
  /** The same organ, year and cut-off give the same hash tomorrow. */
  hash: Type.String(),
  cells: Type.Record(
    Type.String(),
    Type.Object({
      cell: CellSchema,
      /** Where the figure comes from: cases of the ledger, monthly entries, or nothing yet. */
      source: Type.Union([Type.Literal('cases'), Type.Literal('entries'), Type.Literal('none')]),
      count: Type.Integer(),
    }),
  ),
  findings: Type.Array(FindingSchema),
})
export type ReportView = Static<typeof ReportViewSchema>

export const CellCasesSchema = Type.Object({
  cellId: Type.String(),
  name: Type.String(),
  /** What the figure counts, in the words of the form. */
  counts: Type.String(),
  cases: Type.Array(
    Type.Object({
      caseId: Id,
      /** requests or remedies */
      duty: Type.String(),
      number: Type.String(),
      title: Type.String(),
      receivedOn: Nullable(Type.String()),
      repliedOn: Nullable(Type.String()),
      outcomeLabel: Nullable(Type.String()),
    }),
  ),
  entries: Type.Array(
    Type.Object({ entryId: Id, month: Type.Integer(), amount: Type.String(), source: Type.String() }),
  ),
})
export type CellCases = Static<typeof CellCasesSchema>
