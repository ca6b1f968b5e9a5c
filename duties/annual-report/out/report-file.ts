import type { Report } from '#law/report-forms/report.ts'
import { titleOf } from '../rules/set-out.ts'
import { type OutKind, outs } from './outs.ts'
import { setAs } from './setting.ts'

export interface ReportFile {
  readonly mediaType: string
  /** Of the header content-disposition, with the title as the name of the file. */
  readonly disposition: string
  readonly bytes: Buffer
}

/** A report as a file to be downloaded. */
export async function reportFile(report: Report, kind: OutKind): Promise<ReportFile> {
  const { mediaType, isHeavy, make } = outs[kind]
  const name = encodeURIComponent(`${titleOf(report)}.${kind}`)
  const bytes = await (isHeavy ? setAs(kind, report) : make(report))
  return {
    mediaType,
    disposition: `attachment; filename="report.${kind}"; filename*=UTF-8''${name}`,
    bytes: Buffer.from(bytes),
  }
}
