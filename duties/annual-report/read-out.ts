import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportXlsx } from './out/report-xlsx.ts'
import { overviewCsv, overviewOf } from './reading/overview.ts'
import { overviewPage, reportOfResult, reportPage } from './reading/pages.ts'
import type { ReadResult } from './reading/result.ts'
import { batchWorkbook } from './reading/workbooks.ts'

/** The folder into which a batch is written; two sources of one name do not overwrite one another. */
export interface OutFolder {
  readonly nameOf: (result: ReadResult) => string
  readonly keep: (result: ReadResult) => Promise<void>
  /** Writes a result anew with findings that became known after the others were read. */
  readonly amend: (result: ReadResult) => Promise<void>
  readonly finish: (results: readonly ReadResult[]) => Promise<void>
}

const cleaned = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|#%]+/g, '_')
    .replace(/^[._]+/, '')
    .slice(-120) || '报告'

/** Writes each result as JSON, a page and a workbook, and the batch as an overview: page, workbook, CSV, JSON. */
export function outFolder(folder: string): OutFolder {
  mkdirSync(folder, { recursive: true })
  const taken = new Map<string, string>()
  const nameOf = ({ source }: ReadResult): string => {
    const known = taken.get(source.name)
    if (known !== undefined) return known
    const used = new Set(taken.values())
    let name = cleaned(source.name)
    for (let number = 2; used.has(name) || name === 'overview'; number++)
      name = `${cleaned(source.name)}-${number}`
    taken.set(source.name, name)
    return name
  }
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
  const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`
  const keep = async (result: ReadResult): Promise<void> => {
    const name = nameOf(result)
    write(`${name}.json`, json(result))
    write(`${name}.html`, reportPage(result))
    const report = reportOfResult(result)
    if (report) write(`${name}.xlsx`, await reportXlsx(report))
  }
  return {
    nameOf,
    keep,
    amend: async (result) => {
      const whole: ReadResult = JSON.parse(readFileSync(join(folder, `${nameOf(result)}.json`), 'utf8'))
      await keep({ ...whole, ...(result.findings ? { findings: result.findings } : {}) })
    },
    finish: async (results) => {
      write('overview.csv', overviewCsv(results))
      write('overview.json', json(overviewOf(results)))
      write(
        'overview.html',
        overviewPage(results, (result) => `${nameOf(result)}.html`),
      )
      write('overview.xlsx', await batchWorkbook(results))
    },
  }
}
