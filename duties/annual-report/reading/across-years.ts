import { nameOfCell } from '#law/report-forms/forms.ts'
import { figureOf, type Report } from '#law/report-forms/report.ts'
import { check, checks, findingsOf } from '../rules/checks.ts'
import type { ReadingFinding } from './findings.ts'
import { cutsOf } from './glue.ts'
import type { ReadResult } from './result.ts'

/** What two reports of one organ on consecutive years say against each other. */
export interface AcrossYears {
  readonly name: string
  readonly organ: string
  readonly year: number
  readonly findings: readonly ReadingFinding[]
}

/** The report of a result, its text left out: a batch keeps many of them. */
function reportOfResult({ organ, year, form, cells }: ReadResult): Report | undefined {
  if (organ === undefined || year === undefined || form === undefined || form === 'unknown' || !cells)
    return undefined
  return { organ: { name: organ.name }, year: year.year, form, cells, texts: {} }
}

/** Holds every report of a batch against the same organ's report on the year before, where that is in the batch. */
export function acrossYears(results: readonly ReadResult[]): readonly AcrossYears[] {
  const reports = results.flatMap((result) => {
    const report = reportOfResult(result)
    return report ? [{ name: result.source.name, report }] : []
  })
  const known = new Map(reports.map(({ report }) => [`${report.organ.name} ${report.year}`, report]))
  return reports.flatMap(({ name, report }) => {
    const lastYear = known.get(`${report.organ.name} ${report.year - 1}`)
    if (lastYear === undefined) return []
    const judged = findingsOf(check({ report, lastYear })).filter((finding) => finding.level === 'year')
    const findings = [...judged, ...gluedInForce(report, lastYear)]
    return findings.length === 0 ? [] : [{ name, organ: report.organ.name, year: report.year, findings }]
  })
}

/** 现行有效 of a row whose digits are glued: no way of cutting them follows from the year before. */
function gluedInForce(report: Report, lastYear: Report): readonly ReadingFinding[] {
  if (report.form !== '2021' || lastYear.form === '2019') return []
  return ['regulations', 'normative'].flatMap((row): ReadingFinding[] => {
    const id = `proactive.${row}.valid`
    const cell = report.cells[id]
    const last = figureOf(lastYear, id)
    if (cell?.kind !== 'undecidable' || last === undefined || !/^\d+$/.test(cell.written)) return []
    const ways = cutsOf([cell.written], 3) ?? []
    const follows = ([made = 0, repealed = 0, valid = 0]: readonly number[]) =>
      last + made - repealed === valid
    if (ways.length === 0 || ways.some(follows)) return []
    const sentence = `${nameOfCell(id, '2021')}：上年有效${last}件，本年这一行的数字粘连为“${cell.written}”，怎样拆分都不等于上年有效加本年制发减本年废止，如因清理调整请说明。`
    const fingerprint = `E6|${id}|${last}|${cell.written}`
    return [{ check: 'E6', name: nameOfCheck('E6'), severity: 'explain', sentence, cells: [id], fingerprint }]
  })
}

const nameOfCheck = (id: string): string => checks.find((each) => each.id === id)?.name ?? id
