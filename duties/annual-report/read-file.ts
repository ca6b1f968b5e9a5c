import type { Report } from '#law/report-forms/report.ts'
import { type OnFault, openSource } from './reading/open.ts'
import { reportOf } from './reading/read.ts'
import { reportFromJson } from './rules/report-json.ts'

/** One report of a file, or why there is none. An archive holds several. */
export type FiledReport =
  | { readonly source: string; readonly report: Report }
  | { readonly source: string; readonly refused: string }

/**
 * The reports in a file: JSON by its schema; Excel, Word, PDF, HTML, text and archives as the reader reads them. A fault
 * of the reader is thrown, or, where somebody is told of it, that file is refused and the rest go on.
 */
export async function reportsInFile(
  name: string,
  bytes: Uint8Array,
  onFault?: OnFault,
): Promise<FiledReport[]> {
  const start = new TextDecoder()
    .decode(bytes.slice(0, 20))
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return fromJson(name, new TextDecoder().decode(bytes))
  return (await openSource(name, bytes, onFault)).map((source) => {
    if (source.kind === 'refused') return { source: source.name, refused: source.why }
    const report = reportOf(source.reading)
    return report
      ? { source: source.name, report }
      : { source: source.name, refused: '读不出报告年度，请在标题中写明年度' }
  })
}

function fromJson(name: string, text: string): FiledReport[] {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return [{ source: name, refused: '不是完整的JSON，请检查文件' }]
  }
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.map((each, index) => {
    const source = list.length > 1 ? `${name}#${index + 1}` : name
    const read = reportFromJson(each)
    return 'report' in read ? { source, report: read.report } : { source, refused: read.problems.join('；') }
  })
}
