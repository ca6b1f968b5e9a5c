import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AcrossYears, acrossYears } from './reading/across-years.ts'
import { openSource } from './reading/open.ts'
import { overviewCsv } from './reading/overview.ts'
import { type ReadResult, resultOf } from './reading/result.ts'
import { showResult } from './reading/show.ts'

interface Wanted {
  readonly files: readonly string[]
  readonly json: boolean
  readonly out?: string
  readonly unknown?: string
}

function wantedOf(args: readonly string[]): Wanted {
  const files: string[] = []
  let json = false
  let out: string | undefined
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--json') json = true
    else if (arg === '--out') out = args[++index]
    else if (arg.startsWith('--')) return { files, json, unknown: arg }
    else files.push(arg)
  }
  return { files, json, ...(out === undefined ? {} : { out }) }
}

/** The files of a folder and of its folders, in the order of their names. */
function* filesOf(path: string): Iterable<string> {
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) if (!name.startsWith('.')) yield* filesOf(join(path, name))
}

async function* resultsOf(paths: readonly string[]): AsyncIterable<ReadResult> {
  for (const path of paths) {
    let files: readonly string[]
    try {
      files = [...filesOf(path)]
    } catch {
      yield { source: { name: path, kind: 'unknown' }, refused: '没有这个文件，或者没有读取的权限。' }
      continue
    }
    for (const file of files)
      for (const source of await openSource(file, readFileSync(file))) yield resultOf(source)
  }
}

const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]+/g, '_').replace(/^[._]+/, '')

/** A batch keeps of each result what the overview and the years need; all of it only where JSON is asked for. */
const slim = (result: ReadResult, { json }: Wanted): ReadResult => {
  if (json) return result
  const { sections: _, statements: __, ...rest } = result
  return rest
}

const withYears = (result: ReadResult, years: readonly AcrossYears[]): ReadResult => {
  const more = years.find((each) => each.name === result.source.name)?.findings ?? []
  return more.length === 0 ? result : { ...result, findings: [...(result.findings ?? []), ...more] }
}

const showYears = ({ organ, year, findings }: AcrossYears): string =>
  [`■ ${organ}　${year}年与上年`, ...findings.map((each) => `    ${each.check} ${each.sentence}`), ''].join(
    '\n',
  )

/**
 * `gongkai read FILE… [--json] [--out DIR]`: reads published annual reports, prints form and findings.
 * Answers 0 where every file was read, 1 where one was not, 2 where the command was not understood.
 */
export async function readCommand(args: string[]): Promise<number> {
  const wanted = wantedOf(args)
  if (wanted.unknown !== undefined || wanted.files.length === 0) {
    console.error(
      wanted.unknown === undefined ? '请写明要读的文件或文件夹。' : `不认识的选项：${wanted.unknown}`,
    )
    console.error('用法：gongkai read 文件或文件夹… [--json] [--out 目录]')
    return 2
  }
  if (wanted.out !== undefined) mkdirSync(wanted.out, { recursive: true })
  const kept: ReadResult[] = []
  let refused = 0
  for await (const result of resultsOf(wanted.files)) {
    if (result.refused !== undefined) refused++
    kept.push(slim(result, wanted))
    if (wanted.out !== undefined)
      writeFileSync(
        join(wanted.out, `${fileName(result.source.name)}.json`),
        `${JSON.stringify(result, null, 1)}\n`,
      )
    if (!wanted.json) console.log(showResult(result))
  }
  const years = acrossYears(kept)
  const all = kept.map((result) => withYears(result, years))
  if (wanted.out !== undefined) writeFileSync(join(wanted.out, 'overview.csv'), overviewCsv(all))
  if (wanted.json) console.log(JSON.stringify(all, null, 1))
  else for (const each of years) console.log(showYears(each))
  return refused === 0 ? 0 : 1
}
