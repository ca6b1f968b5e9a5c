import { type Static, Type } from 'typebox'
import type { Role } from '#law/roles.ts'
import { Id, Nullable } from '#platform/http/contract.ts'

/** Shapes that cross the wire for reports that were read. Cell ids are those of law/report-forms. */

/** Who may look at the corpus of their organ. */
export const readingRoles: readonly Role[] = [
  'informationOfficer',
  'handler',
  'officeHead',
  'leader',
  'supervisor',
  'auditor',
]
/** Who may add to it. */
export const addingRoles: readonly Role[] = readingRoles.filter((role) => role !== 'auditor')

const counts = { blocks: Type.Integer(), explains: Type.Integer(), warns: Type.Integer() }

/** What became of one file. `again`: the same file had been read before; it stands in the corpus once. */
export const KeptSchema = Type.Object({
  name: Type.String(),
  readId: Nullable(Id),
  again: Type.Boolean(),
  /** Why it was not read, and what would help. */
  refused: Nullable(Type.String()),
  organName: Nullable(Type.String()),
  year: Nullable(Type.Integer()),
  ...counts,
})
export type Kept = Static<typeof KeptSchema>

export const PastedSchema = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 200 })),
  text: Type.String({ minLength: 1, maxLength: 1_000_000 }),
})

/** Addresses, one to a line; left out where files follow. */
export const BatchAskSchema = Type.Object({ addresses: Type.Optional(Type.String({ maxLength: 1_000_000 })) })
export const BatchBegunSchema = Type.Object({
  batchId: Id,
  /** Lines that hold no address. */
  strange: Type.Array(Type.String()),
})
export type BatchBegun = Static<typeof BatchBegunSchema>

/** How far the files and addresses handed in together were read. */
export const BatchSchema = Type.Object({
  batchId: Id,
  chosen: Type.Integer(),
  done: Type.Integer(),
  refused: Type.Integer(),
  cancelled: Type.Boolean(),
  /** The last 200, the latest first. */
  kept: Type.Array(KeptSchema),
})
export type Batch = Static<typeof BatchSchema>

export const ReadListAskSchema = Type.Object({
  organ: Type.Optional(Type.String({ maxLength: 100 })),
  year: Type.Optional(Type.Integer()),
  check: Type.Optional(Type.String({ maxLength: 20 })),
  sort: Type.Optional(
    Type.Union([
      Type.Literal('newest'),
      Type.Literal('organ'),
      Type.Literal('year'),
      Type.Literal('gravest'),
    ]),
  ),
  after: Type.Optional(Type.String({ maxLength: 1000 })),
})
export type ReadListAsk = Static<typeof ReadListAskSchema>

export const ReadRowSchema = Type.Object({
  readId: Id,
  name: Type.String(),
  refused: Nullable(Type.String()),
  organName: Nullable(Type.String()),
  year: Nullable(Type.Integer()),
  form: Type.String(),
  ...counts,
  readAt: Type.String(),
})
export type ReadRow = Static<typeof ReadRowSchema>

export const ReadListSchema = Type.Object({
  rows: Type.Array(ReadRowSchema),
  /** Where the next page begins; null on the last. */
  next: Nullable(Type.String()),
  /** How many there are; `countedTo` where there are at least so many. */
  total: Type.Integer(),
  countedTo: Type.Boolean(),
})
export type ReadList = Static<typeof ReadListSchema>

const tally = { reports: Type.Integer(), ...counts }

/** The consecutive reports of the corpus held against one another; of those that differ the first 500. */
export const CarriedOverviewSchema = Type.Object({
  agree: Type.Integer(),
  differ: Type.Integer(),
  /** Nothing differs, but not every figure could be held against the year before. */
  open: Type.Integer(),
  differing: Type.Array(
    Type.Object({
      readId: Id,
      organName: Type.String(),
      year: Type.Integer(),
      sentences: Type.Array(Type.String()),
    }),
  ),
})
export type CarriedOverview = Static<typeof CarriedOverviewSchema>

/** The findings of the whole corpus by rule, by organ (the gravest 500), by year. */
export const ReadOverviewSchema = Type.Object({
  rules: Type.Array(
    Type.Object({
      check: Type.String(),
      name: Type.String(),
      severity: Type.String(),
      findings: Type.Integer(),
      reports: Type.Integer(),
    }),
  ),
  organs: Type.Array(Type.Object({ organName: Nullable(Type.String()), ...tally })),
  years: Type.Array(Type.Object({ year: Nullable(Type.Integer()), ...tally })),
  refused: Type.Integer(),
  /** Of the whole corpus, whatever is filtered. */
  carried: CarriedOverviewSchema,
})
export type ReadOverview = Static<typeof ReadOverviewSchema>

export const ReadCellSchema = Type.Object({
  kind: Type.String(),
  value: Type.Optional(Type.Integer()),
  mark: Type.Optional(Type.String()),
  written: Type.Optional(Type.String()),
  why: Type.Optional(Type.String()),
  shown: Type.String(),
  /** How the figure was read: a word of the reader, and in words for the screen. */
  manner: Type.String(),
  how: Type.String(),
  /** Where, in words of the file's own kind: 第3页, 第48行第2字. */
  where: Type.String(),
  /** The stretch of the source text, from and to. */
  at: Type.Tuple([Type.Integer(), Type.Integer()]),
})

export const ReadFindingSchema = Type.Object({
  check: Type.String(),
  name: Type.String(),
  severity: Type.String(),
  sentence: Type.String(),
  cells: Type.Array(Type.String()),
  fingerprint: Type.String(),
})
export type ReadFinding = Static<typeof ReadFindingSchema>

export const ReadViewSchema = Type.Object({
  ...ReadRowSchema.properties,
  kind: Type.String(),
  sha256: Type.String(),
  title: Nullable(Type.String()),
  cells: Type.Record(Type.String(), ReadCellSchema),
  texts: Type.Record(Type.String(), Type.String()),
  findings: Type.Array(ReadFindingSchema),
  source: Type.String(),
  /** The file as it came was kept, and may be fetched. */
  hasOriginal: Type.Boolean(),
})
export type ReadView = Static<typeof ReadViewSchema>

export const KnownSchema = Type.Object({
  organs: Type.Array(Type.String()),
  years: Type.Array(Type.Integer()),
})
export type Known = Static<typeof KnownSchema>

export const SeriesSchema = Type.Object({
  organName: Type.String(),
  cell: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  points: Type.Array(
    Type.Object({
      year: Type.Integer(),
      readId: Id,
      /** 件, or 分 for money; null where the cell holds no number. */
      value: Nullable(Type.Integer()),
      shown: Type.String(),
    }),
  ),
  /** Each two consecutive reports held against one another. */
  carried: Type.Array(
    Type.Object({
      year: Type.Integer(),
      readId: Id,
      agrees: Type.Boolean(),
      sentences: Type.Array(Type.String()),
    }),
  ),
})
export type Series = Static<typeof SeriesSchema>

export const RanksSchema = Type.Object({
  cell: Type.String(),
  name: Type.String(),
  unit: Type.String(),
  year: Type.Integer(),
  /** The highest first, equal figures of equal rank; at most 1,000. */
  ranks: Type.Array(
    Type.Object({
      rank: Type.Integer(),
      organName: Type.String(),
      readId: Id,
      value: Type.Integer(),
      shown: Type.String(),
    }),
  ),
  /** Reports of the year with a number in the cell, and without one. */
  counted: Type.Integer(),
  without: Type.Integer(),
  /** Lowest, lower quartile, median, upper quartile, highest, as they are shown. */
  spread: Type.Array(Type.String()),
  bins: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), reports: Type.Integer() })),
})
export type Ranks = Static<typeof RanksSchema>
