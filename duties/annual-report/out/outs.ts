import type { Report } from '#law/report-forms/report.ts'
import { titleOf } from '../rules/set-out.ts'
import { reportCsv } from './report-csv.ts'

interface Out {
  readonly label: string
  readonly mediaType: string
  readonly make: (report: Report) => Promise<Uint8Array>
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Every form in which a report is handed out. The libraries are loaded when they are first asked for. */
export const outs = {
  docx: {
    label: 'Word文档',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: async (report) => (await import('./report-docx.ts')).reportDocx(report),
  },
  xlsx: {
    label: 'Excel表格',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: async (report) => (await import('./report-xlsx.ts')).reportXlsx(report),
  },
  pdf: {
    label: 'PDF',
    mediaType: 'application/pdf',
    make: async (report) => (await import('./report-pdf.ts')).reportPdf(report),
  },
  csv: {
    label: '表格数据（CSV）',
    mediaType: 'text/csv; charset=utf-8',
    make: async (report) => bytes(reportCsv(report)),
  },
  json: {
    label: '全文数据（JSON）',
    mediaType: 'application/json; charset=utf-8',
    make: async (report) => bytes(`${JSON.stringify(report, null, 2)}\n`),
  },
} as const satisfies Record<string, Out>

export type OutKind = keyof typeof outs

export const outKinds = Object.keys(outs) as readonly OutKind[]

/** True where the text names a form of output. */
export const isOutKind = (text: string): text is OutKind => Object.hasOwn(outs, text)

export interface ReportFile {
  readonly mediaType: string
  /** Of the header content-disposition, with the title as the name of the file. */
  readonly disposition: string
  readonly bytes: Buffer
}

/** A report as a file to be downloaded. */
export async function reportFile(report: Report, kind: OutKind): Promise<ReportFile> {
  const { mediaType, make } = outs[kind]
  const name = encodeURIComponent(`${titleOf(report)}.${kind}`)
  return {
    mediaType,
    disposition: `attachment; filename="report.${kind}"; filename*=UTF-8''${name}`,
    bytes: Buffer.from(await make(report)),
  }
}
