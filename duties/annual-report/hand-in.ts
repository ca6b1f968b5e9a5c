import { randomUUID } from 'node:crypto'
import { fetchOutside } from '#platform/http/fetch-outside.ts'
import type { Platform } from '#platform/platform.ts'
import { takeReportStep } from './desk.ts'
import { reportsInFile } from './read-file.ts'
import { addressLimits } from './reading/addresses.ts'
import { reportFacts } from './report-store.ts'
import { fromAbove } from './route-parts.ts'
import type { ReportRefusal } from './rules/refusals.ts'

/** Which report is handed in, and by whom. */
export interface HandingIn {
  organId: string
  year: number
  personId: string
}

export type HandInAnswer =
  | { kind: 'done'; seq: number }
  | { kind: 'unread'; sentence: string }
  | ReportRefusal

/** A file of a unit that does not use the system: read, and handed in as it was read. `source` is kept with it. */
export async function handInFile(
  platform: Platform,
  { organId, year, personId }: HandingIn,
  { name, source, bytes }: { name: string; source: string; bytes: Uint8Array },
): Promise<HandInAnswer> {
  const [found, another] = await reportsInFile(name, bytes)
  if (!found || 'refused' in found) return { kind: 'unread', sentence: found?.refused ?? '文件中没有报告' }
  if (another) return { kind: 'unread', sentence: '文件中有不止一份报告，请逐份提供' }
  if (Object.keys(found.report.cells).length === 0) return { kind: 'unread', sentence: noTables }
  const seenSeq = (await reportFacts(platform.db, organId, year)).at(-1)?.seq ?? 0
  const sent = { askId: randomUUID(), seenSeq, ask: { report: found.report, source } }
  return takeReportStep(platform, organId, year, 'handIn', sent, { personId, roles: fromAbove.anyOf })
}

const noTables =
  '没有读到年度报告的表格；网页上只有标题或者附件的，请填写报告文件（Word、PDF、Excel）本身的网址'

/** A report that a unit put on its site: fetched, read and handed in like a file. */
export async function handInLink(platform: Platform, who: HandingIn, address: string): Promise<HandInAnswer> {
  const allow = platform.config.intranet ?? []
  const fetched = await fetchOutside(address, { ...addressLimits, allow })
  if (fetched.kind === 'refused') return { kind: 'unread', sentence: fetched.why }
  const { address: source, bytes } = fetched
  const name = new URL(source).pathname.split('/').at(-1) || source
  return handInFile(platform, who, { name, source, bytes })
}
