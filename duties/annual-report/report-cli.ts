import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '#law/report-forms/report.ts'
import { tableOf } from '#platform/runtime/columns.ts'
import { type FiledReport, reportsInFile } from './read-file.ts'
import { check, type Finding, findingsToReview } from './rules/checks.ts'
import { severityLabels } from './rules/severity.ts'

const usage = `用法：gongkai report check 文件… [--last-year 上年报告] [--below 下级报告的目录] [--peers 同类机关报告的目录] [--json]
文件可以是JSON（report.schema.json）、Excel、Word、PDF、网页或者文本。有须改的问题，退出码为1。`

interface Wanted {
  readonly files: readonly string[]
  readonly json: boolean
  readonly lastYear?: string
  readonly below?: string
  readonly peers?: string
}

const besideOptions = { '--last-year': 'lastYear', '--below': 'below', '--peers': 'peers' } as const

function wantedOf(args: readonly string[]): Wanted | { wrong: string } {
  const files: string[] = []
  const named: { lastYear?: string; below?: string; peers?: string } = {}
  let json = false
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    const next = () => args[++index]
    if (arg === '--json') json = true
    else if (Object.hasOwn(besideOptions, arg)) {
      const path = next()
      if (path === undefined) return { wrong: `${arg}后面要写文件` }
      named[besideOptions[arg as keyof typeof besideOptions]] = path
    } else if (arg.startsWith('--')) return { wrong: `不认识的选项：${arg}` }
    else files.push(arg)
  }
  return files.length === 0 ? { wrong: '请写明要校核的文件' } : { files, json, ...named }
}

const tellFault = (fault: unknown, name: string): void => console.error(`读取程序出错：${name}`, fault)

/** The file's bytes, or the names in a folder; undefined where there is neither. */
function whatIsAt(path: string): Uint8Array | readonly string[] | undefined {
  try {
    return statSync(path).isDirectory() ? readdirSync(path) : readFileSync(path)
  } catch {
    return undefined
  }
}

async function readAll(path: string): Promise<FiledReport[]> {
  const found = whatIsAt(path)
  if (found === undefined) return [{ source: path, refused: '没有这个文件，或者没有读取的权限' }]
  if (found instanceof Uint8Array) return reportsInFile(path, found, tellFault)
  const all: FiledReport[] = []
  for (const name of [...found].filter((each) => !each.startsWith('.')).sort())
    all.push(...(await readAll(join(path, name))))
  return all
}

interface Checked {
  readonly source: string
  readonly refused?: string
  readonly organ?: string
  readonly year?: number
  readonly findings: readonly Finding[]
}

interface Beside {
  readonly lastYear: readonly Report[]
  readonly parts: readonly { organ: string; report?: Report }[] | undefined
  readonly peers: readonly Report[]
}

function checked(filed: FiledReport, { lastYear, parts, peers }: Beside): Checked {
  if ('refused' in filed) return { source: filed.source, refused: filed.refused, findings: [] }
  const { source, report } = filed
  const before =
    lastYear.find(({ organ, year }) => year === report.year - 1 && organ.name === report.organ.name) ??
    (lastYear.length === 1 ? lastYear[0] : undefined)
  const others = peers.filter(({ organ }) => organ.name !== report.organ.name)
  const input = {
    report,
    peers: others,
    ...(before ? { lastYear: before } : {}),
    ...(parts ? { parts } : {}),
  }
  return { source, organ: report.organ.name, year: report.year, findings: findingsToReview(check(input)) }
}

function show({ source, refused, organ, year, findings }: Checked): string {
  if (refused !== undefined) return `${source}\n  读不了：${refused}`
  const head = `${source}  ${organ} ${year}年`
  if (findings.length === 0) return `${head}\n  没有发现问题`
  const rows = findings.map((each) => [severityLabels[each.severity], each.check, each.name, each.sentence])
  return `${head}\n${tableOf(['程度', '规则', '名称', '问题'], rows)}`
}

const reportsOf = (all: readonly FiledReport[]): Report[] =>
  all.flatMap((each) => ('report' in each ? [each.report] : []))

/** What was not read of the files beside, in words for the person. */
const refusedOf = (all: readonly FiledReport[]): Checked[] =>
  all.flatMap((each) => ('refused' in each ? [{ ...each, findings: [] }] : []))

async function checkCommand(args: readonly string[]): Promise<number> {
  const wanted = wantedOf(args)
  if ('wrong' in wanted) {
    console.error(`${wanted.wrong}\n${usage}`)
    return 2
  }
  const before = wanted.lastYear === undefined ? [] : await readAll(wanted.lastYear)
  const below = wanted.below === undefined ? undefined : await readAll(wanted.below)
  const parts = below && reportsOf(below).map((report) => ({ organ: report.organ.name, report }))
  const peers = wanted.peers === undefined ? [] : await readAll(wanted.peers)
  const beside: Beside = { lastYear: reportsOf(before), parts, peers: reportsOf(peers) }
  const results: Checked[] = [before, below ?? [], peers].flatMap(refusedOf)
  for (const path of wanted.files)
    for (const filed of await readAll(path)) results.push(checked(filed, beside))
  console.log(wanted.json ? JSON.stringify(results, null, 1) : results.map(show).join('\n\n'))
  const stands = results.some(
    ({ refused, findings }) =>
      refused !== undefined || findings.some(({ severity }) => severity === 'blocks'),
  )
  return stands ? 1 : 0
}

/**
 * `gongkai report check FILE… [--last-year F] [--below DIR] [--peers DIR] [--json]`: judges reports by the checks of the editor.
 * Answers 0 where nothing blocks, 1 where something does or a file was not read, 2 where the command was not understood.
 */
export async function reportCommand(args: string[]): Promise<number> {
  const [verb, ...rest] = args
  if (verb === 'check') return checkCommand(rest)
  console.error(usage)
  return 2
}
