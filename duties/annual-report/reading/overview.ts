import type { ReadResult } from './result.ts'

const head = ['文件', '机关', '年度', '格式', '检查', '检查名称', '程度', '问题', '单元格'] as const
const severities = { blocks: '须改', explain: '须说明', warn: '提醒' } as const

const field = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** One line for each finding of a batch; a report without findings, or not read, has one line saying so. */
export function overviewCsv(results: readonly ReadResult[]): string {
  const lines = results.flatMap((result) => {
    const who = [
      result.source.name,
      result.organ?.name ?? '',
      String(result.year?.year ?? ''),
      result.form ?? '',
    ]
    if (result.refused !== undefined) return [[...who, '', '', '未读', result.refused, '']]
    const findings = result.findings ?? []
    if (findings.length === 0) return [[...who, '', '', '', '没有发现问题', '']]
    return findings.map((each) => [
      ...who,
      each.check,
      each.name,
      severities[each.severity],
      each.sentence,
      each.cells.join(' '),
    ])
  })
  return `\ufeff${[head, ...lines].map((line) => line.map(field).join(',')).join('\r\n')}\r\n`
}
