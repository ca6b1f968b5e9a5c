import { type Static, Type } from 'typebox'
import { Id, Nullable } from '#platform/http/contract.ts'

/** Shapes that cross the wire for annual reports. Cell ids are those of law/report-forms. */

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
  /** Stays while the figures do: an explanation is bound to it. */
  fingerprint: Type.String(),
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

/** Until when: the law's day, and the earlier days of a notice from above. */
export const ReportDaysSchema = Type.Object({
  lawfulOn: Type.String(),
  notice: Nullable(
    Type.Object({
      organName: Type.String(),
      submitOn: Type.String(),
      publishOn: Type.String(),
      words: Type.String(),
    }),
  ),
})
export type ReportDays = Static<typeof ReportDaysSchema>

const ChangeSchema = Type.Object({
  cell: Type.String(),
  name: Type.String(),
  was: Type.String(),
  now: Type.String(),
})

export const ReportViewSchema = Type.Object({
  organId: Id,
  organName: Type.String(),
  year: Type.Integer(),
  form: Type.String(),
  status: Type.String(),
  statusLabel: Type.String(),
  /** The newest version published; 0 before the first. */
  version: Type.Integer(),
  /** What is shown adds up the reports of several organs. */
  isMerged: Type.Boolean(),
  /** The organ's report adds up those of the organs below it. */
  isGovernment: Type.Boolean(),
  /** The instant up to which facts were counted. */
  cutOff: Type.String(),
  /** The same organ, year and cut-off give the same hash tomorrow. */
  hash: Type.String(),
  cells: Type.Record(
    Type.String(),
    Type.Object({
      cell: CellSchema,
      /** Where the figure comes from: cases of the ledger, monthly entries, published documents and lists, typed with its source, or nothing yet. */
      source: Type.Union([
        Type.Literal('cases'),
        Type.Literal('entries'),
        Type.Literal('register'),
        Type.Literal('hand'),
        Type.Literal('none'),
      ]),
      count: Type.Integer(),
      /** For a figure by hand: where it comes from. */
      from: Type.Optional(Type.String()),
    }),
  ),
  findings: Type.Array(FindingSchema),
  /** Cells that the ledger gives otherwise now than what was handed in or published. */
  changed: Type.Array(ChangeSchema),
  days: ReportDaysSchema,
  /** The last fact of the report, to be sent back with a step. */
  seq: Type.Integer(),
  /** The texts as they would go out, their bound figures in place. */
  texts: Type.Record(Type.String(), Type.String()),
  /** The texts as written: {{requests.new_received.total}} stands for the figure of that cell. */
  written: Type.Record(Type.String(), Type.String()),
  /** Figures typed into a text although a cell holds them. */
  strays: Type.Array(
    Type.Object({
      section: Type.String(),
      from: Type.Integer(),
      to: Type.Integer(),
      written: Type.String(),
      quote: Type.String(),
      bindTo: Nullable(Type.String()),
      agrees: Type.Boolean(),
    }),
  ),
  /** Each written part against last year's, from 0 to 1. */
  likeness: Type.Array(
    Type.Object({ section: Type.String(), likeness: Type.Number(), tooAlike: Type.Boolean() }),
  ),
  /** The processing fees of the year from the cases; 元. */
  fees: Type.Object({ notices: Type.Integer(), noticed: Type.Number(), collected: Type.Number() }),
  /** What was made public in the year by channel and kind; a text binds a figure by its name. */
  published: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), value: Type.Integer() })),
  lastYearTexts: Type.Record(Type.String(), Type.String()),
  explanations: Type.Array(Type.Object({ fingerprint: Type.String(), words: Type.String() })),
  /** Reminders since the report was last handed in, newest last. */
  reminders: Type.Array(Type.Object({ at: Type.String(), words: Type.String() })),
  returned: Nullable(
    Type.Object({
      reason: Type.String(),
      cells: Type.Array(Type.Object({ cell: Type.String(), reason: Type.String() })),
    }),
  ),
  offers: Type.Array(
    Type.Object({
      step: Type.String(),
      label: Type.String(),
      law: Type.String(),
      place: Type.String(),
      allowed: Type.Boolean(),
      refusal: Nullable(Type.String()),
    }),
  ),
})
export type ReportView = Static<typeof ReportViewSchema>

/** The published versions of a report, newest first, each with what it changed in the one before, by whom and why. */
export const VersionsSchema = Type.Object({
  organId: Id,
  organName: Type.String(),
  year: Type.Integer(),
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      /** When it was published. */
      at: Type.String(),
      by: Type.String(),
      /** The instant up to which was counted. */
      cutOff: Type.String(),
      hash: Type.String(),
      correction: Nullable(Type.String()),
      cells: Type.Array(ChangeSchema),
      texts: Type.Array(
        Type.Object({
          section: Type.String(),
          name: Type.String(),
          pieces: Type.Array(
            Type.Object({
              at: Type.Integer(),
              kind: Type.Union([Type.Literal('same'), Type.Literal('gone'), Type.Literal('new')]),
              text: Type.String(),
            }),
          ),
        }),
      ),
    }),
  ),
})
export type VersionsView = Static<typeof VersionsSchema>

export const CellCasesSchema = Type.Object({
  cellId: Type.String(),
  name: Type.String(),
  /** What the figure counts, in the words of the form. */
  counts: Type.String(),
  /** How many were counted; the list holds the first 500. */
  total: Type.Integer(),
  cases: Type.Array(
    Type.Object({
      caseId: Id,
      /** requests, remedies or publication */
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

export const ReportStepDoneSchema = Type.Object({ seq: Type.Integer() })

export const NoticeAskSchema = Type.Object({
  submitOn: Type.String({ maxLength: 10 }),
  publishOn: Type.String({ maxLength: 10 }),
  words: Type.String({ maxLength: 2000 }),
})

/** The reports below a supervising organ. */
export const BelowSchema = Type.Object({
  year: Type.Integer(),
  organs: Type.Array(
    Type.Object({
      organId: Id,
      name: Type.String(),
      kind: Type.String(),
      status: Type.String(),
      statusLabel: Type.String(),
      version: Type.Integer(),
      updatedAt: Nullable(Type.String()),
      /** What the checks find in it, by the names of the rules, the gravest first. */
      findings: Type.Array(
        Type.Object({ check: Type.String(), name: Type.String(), severity: Type.String() }),
      ),
      /** The last fact of its report, to be sent back with a reminder. */
      seq: Type.Integer(),
      reminders: Type.Integer(),
    }),
  ),
  waitingFor: Type.Integer(),
})
export type BelowView = Static<typeof BelowSchema>

export const MergedSchema = Type.Object({
  organId: Id,
  organName: Type.String(),
  year: Type.Integer(),
  form: Type.String(),
  /** The last fact of the organ's own report, to be sent back with the step. */
  seq: Type.Integer(),
  version: Type.Integer(),
  mayPublish: Type.Boolean(),
  mayExplain: Type.Boolean(),
  explanations: Type.Array(Type.Object({ fingerprint: Type.String(), words: Type.String() })),
  /** The organ's texts with the merged figures in their places. */
  texts: Type.Record(Type.String(), Type.String()),
  cells: Type.Record(Type.String(), CellSchema),
  /** For every cell the organs that gave it a figure other than 0. */
  from: Type.Record(
    Type.String(),
    Type.Array(Type.Object({ organId: Id, name: Type.String(), value: Type.Integer() })),
  ),
  missing: Type.Array(Type.Object({ organId: Id, name: Type.String(), statusLabel: Type.String() })),
  findings: Type.Array(FindingSchema),
})
export type MergedView = Static<typeof MergedSchema>

/** A monthly entry of table two. */
export const EntrySchema = Type.Object({
  entryId: Id,
  cell: Type.String(),
  name: Type.String(),
  month: Type.Integer(),
  /** 件, or 万元 with four decimals. */
  amount: Type.String(),
  source: Type.String(),
  recordedAt: Type.String(),
})
export type EntryView = Static<typeof EntrySchema>

export const EntriesSchema = Type.Object({ entries: Type.Array(EntrySchema) })
export type EntriesView = Static<typeof EntriesSchema>

export const EntryAskSchema = Type.Object({
  /** The cell's id, or its name in the form. */
  cell: Type.String({ maxLength: 200 }),
  month: Type.String({ maxLength: 20 }),
  amount: Type.String({ maxLength: 40 }),
  source: Type.String({ maxLength: 500 }),
})

export const EntriesKeptSchema = Type.Object({ entryIds: Type.Array(Id) })
