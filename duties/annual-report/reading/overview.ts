import { severityLabels } from '../rules/severity.ts'
import type { ReadingFinding } from './findings.ts'
import { csvField } from './harmless.ts'
import type { ReadResult } from './result.ts'

/** The columns of the list of findings. */
export const findingHeads = [
  '文件',
  '机关',
  '年度',
  '格式',
  '检查',
  '检查名称',
  '程度',
  '问题',
  '单元格',
] as const

/** One line for each finding of a batch; a report without findings, or not read, has one line saying so. */
export function findingLines(results: readonly ReadResult[]): readonly (readonly string[])[] {
  return results.flatMap((result) => {
    const year = String(result.year?.year ?? '')
    const who = [result.source.name, result.organ?.name ?? '', year, result.form ?? '']
    if (result.refused !== undefined) return [[...who, '', '', '未读', result.refused, '']]
    const findings = result.findings ?? []
    if (findings.length === 0) return [[...who, '', '', '', '没有发现问题', '']]
    return findings.map((each) => [...who, ...wordsOf(each)])
  })
}

const wordsOf = ({ check, name, severity, sentence, cells }: ReadingFinding): readonly string[] => [
  check,
  name,
  severityLabels[severity],
  sentence,
  cells.join(' '),
]

/** The findings of a batch as a table file. */
export function overviewCsv(results: readonly ReadResult[]): string {
  const lines = [findingHeads, ...findingLines(results)]
  return `\ufeff${lines.map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`
}

/** How many reports have findings, and how many of each severity. */
export interface Counted {
  readonly name: string
  readonly reports: number
  readonly blocks: number
  readonly explain: number
  readonly warn: number
}

export interface Overview {
  readonly read: number
  readonly refused: number
  readonly rules: readonly Counted[]
  readonly organs: readonly Counted[]
  readonly years: readonly Counted[]
}

type Entry = readonly [name: string, findings: readonly ReadingFinding[]]

function countedBy(entries: readonly Entry[]): readonly Counted[] {
  const groups = Map.groupBy(entries, ([name]) => name)
  return [...groups].map(([name, group]) => {
    const all = group.flatMap(([, findings]) => findings)
    const count = (severity: ReadingFinding['severity']) =>
      all.filter((each) => each.severity === severity).length
    return {
      name,
      reports: group.length,
      blocks: count('blocks'),
      explain: count('explain'),
      warn: count('warn'),
    }
  })
}

const gravest = (rows: readonly Counted[]): readonly Counted[] =>
  [...rows].sort(
    (one, other) =>
      other.blocks - one.blocks ||
      other.explain - one.explain ||
      other.warn - one.warn ||
      one.name.localeCompare(other.name, 'zh'),
  )

/** The findings of a batch by rule, by organ, by year; rules and organs with the gravest first. */
export function overviewOf(results: readonly ReadResult[]): Overview {
  const read = results.filter((result) => result.refused === undefined)
  const byRule = read.flatMap(({ findings = [] }) =>
    [...Map.groupBy(findings, ({ check, name }) => `${check} ${name}`)].map(
      ([name, some]): Entry => [name, some],
    ),
  )
  const by = (nameOf: (result: ReadResult) => string) =>
    countedBy(read.map((result): Entry => [nameOf(result), result.findings ?? []]))
  const years = by(({ year }) => (year ? `${year.year}年` : '年度不明'))
  return {
    read: read.length,
    refused: results.length - read.length,
    rules: gravest(countedBy(byRule)),
    organs: gravest(by(({ organ }) => organ?.name ?? '机关不明')),
    years: [...years].sort((one, other) => other.name.localeCompare(one.name)),
  }
}
