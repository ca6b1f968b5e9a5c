import type { CellId, TextId } from '#law/report-forms/form.ts'
import type { Report } from '#law/report-forms/report.ts'
import type { Explanation } from './checks.ts'
import type { HandFigure, RecordedReportFact } from './facts.ts'
import type { ReportStatus } from './status.ts'

/** What was handed in: `cutOff` is the instant up to which was counted, `by` who handed it in. */
export interface Submitted {
  at: string
  by: string
  cutOff: string
  hash: string
  report: Report
}

/** A published version, with why it corrects the one before. */
export interface Version extends Submitted {
  version: number
  correction?: string
}

/** The report of an organ and year as its facts make it. */
export interface ReportCase {
  seq: number
  status: ReportStatus
  texts: Partial<Record<TextId, string>>
  figures: ReadonlyMap<CellId, HandFigure>
  explanations: readonly Explanation[]
  /** As last submitted; gone once returned. */
  submitted?: Submitted
  returned?: { at: string; by: string; reason: string; cells: { cell: CellId; reason: string }[] }
  /** Newest last. */
  versions: readonly Version[]
  reminders: readonly { at: string; words: string }[]
}

const empty: ReportCase = {
  seq: 0,
  status: 'notBegun',
  texts: {},
  figures: new Map(),
  explanations: [],
  versions: [],
  reminders: [],
}

function withFigure(figures: ReadonlyMap<CellId, HandFigure>, cell: CellId, figure?: HandFigure) {
  const next = new Map(figures)
  if (figure) next.set(cell, figure)
  else next.delete(cell)
  return next
}

/** Once something is written in a report that was published, it is being corrected; before that, compiled. */
const writing = ({ status }: ReportCase): ReportStatus =>
  status === 'published' || status === 'corrected' || status === 'correcting'
    ? 'correcting'
    : status === 'returned'
      ? 'returned'
      : 'compiling'

function apply(c: ReportCase, { fact, recordedAt: at, recordedBy: by }: RecordedReportFact): ReportCase {
  switch (fact.type) {
    case 'begun':
      return { ...c, status: 'compiling' }
    case 'textWritten':
      return { ...c, status: writing(c), texts: { ...c.texts, [fact.section]: fact.text } }
    case 'figureEntered':
      return { ...c, status: writing(c), figures: withFigure(c.figures, fact.cell, fact.figure) }
    case 'explained': {
      const others = c.explanations.filter((each) => each.fingerprint !== fact.fingerprint)
      return { ...c, explanations: [...others, { fingerprint: fact.fingerprint, words: fact.words }] }
    }
    case 'submitted': {
      const { returned: _, ...rest } = c
      const { cutOff, hash, report } = fact
      return { ...rest, status: 'submitted', submitted: { at, by, cutOff, hash, report } }
    }
    case 'reminded':
      return { ...c, reminders: [...c.reminders, { at, words: fact.words }] }
    case 'returned': {
      const { submitted: _, ...rest } = c
      return { ...rest, status: 'returned', returned: { at, by, reason: fact.reason, cells: fact.cells } }
    }
    case 'accepted':
      return { ...c, status: 'accepted' }
    case 'published': {
      const { type: _, ...version } = fact
      return {
        ...c,
        status: fact.correction ? 'corrected' : 'published',
        versions: [...c.versions, { ...version, at, by, cutOff: c.submitted?.cutOff ?? at }],
      }
    }
  }
}

/** Where the report stands, read from its facts alone. */
export const foldReport = (facts: readonly RecordedReportFact[]): ReportCase =>
  facts.reduce((c, recorded) => ({ ...apply(c, recorded), seq: recorded.seq }), empty)
