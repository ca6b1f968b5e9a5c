import type { CellId, TextId } from '#law/report-forms/form.ts'
import type { Report } from '#law/report-forms/report.ts'
import type { Day } from '#time/day.ts'

/** A figure that no ledger holds, put into the report by hand with where it comes from; `value` as in the cell. */
export interface HandFigure {
  cell: CellId
  value: number
  source: string
}

/** What happens to the report of one organ and year, in the past tense. */
export type ReportFact =
  /** Begun in January, or whenever somebody first wrote in it. */
  | { type: 'begun'; form: '2019' | '2021' }
  | { type: 'textWritten'; section: TextId; text: string }
  /** `figure` absent: the figure by hand was taken back. */
  | { type: 'figureEntered'; cell: CellId; figure?: HandFigure }
  /** A reason for a finding; it holds while the finding's fingerprint does. */
  | { type: 'explained'; fingerprint: string; words: string }
  /** Handed to the supervising organ as it stood then, with what it was counted from. */
  /** `despite`: merged without every report below, and why. `source`: the file it was read from. */
  | { type: 'submitted'; cutOff: string; hash: string; report: Report; despite?: string; source?: string }
  | { type: 'reminded'; by: string; words: string }
  | { type: 'returned'; reason: string; cells: { cell: CellId; reason: string }[] }
  | { type: 'accepted'; note: string }
  /** The published version stands in `report`; a correction is a later version with its reason. */
  | { type: 'published'; version: number; hash: string; report: Report; correction?: string }

/** A fact as the ledger keeps it. */
export interface RecordedReportFact {
  seq: number
  happenedOn: Day
  recordedAt: string
  recordedBy: string
  fact: ReportFact
}
