import type { Report } from '#law/report-forms/report.ts'
import { reportCsv } from './report-csv.ts'

interface Out {
  readonly label: string
  readonly mediaType: string
  /** Takes a while to set: done in a thread of its own. */
  readonly isHeavy: boolean
  readonly make: (report: Report) => Promise<Uint8Array>
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Every form in which a report is handed out. The libraries are loaded when they are first asked for. */
export const outs = {
  docx: {
    label: 'Word文档',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    isHeavy: true,
    make: async (report) => (await import('./report-docx.ts')).reportDocx(report),
  },
  xlsx: {
    label: 'Excel表格',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    isHeavy: true,
    make: async (report) => (await import('./report-xlsx.ts')).reportXlsx(report),
  },
  pdf: {
    label: 'PDF',
    mediaType: 'application/pdf',
    isHeavy: true,
    make: async (report) => (await import('./report-pdf.ts')).reportPdf(report),
  },
  csv: {
    label: '表格数据（CSV）',
    mediaType: 'text/csv; charset=utf-8',
    isHeavy: false,
    make: async (report) => bytes(reportCsv(report)),
  },
  json: {
    label: '全文数据（JSON）',
    mediaType: 'application/json; charset=utf-8',
    isHeavy: false,
    make: async (report) => bytes(`${JSON.stringify(report, null, 2)}\n`),
  },
} as const satisfies Record<string, Out>

export type OutKind = keyof typeof outs

export const outKinds = Object.keys(outs) as readonly OutKind[]

/** True where the text names a form of output. */
export const isOutKind = (text: string): text is OutKind => Object.hasOwn(outs, text)
