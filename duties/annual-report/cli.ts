import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { intranetRanges } from '#platform/http/outside-ranges.ts'
import { readAddress } from './read-address.ts'
import { outFolder } from './read-out.ts'
import { type AcrossYears, acrossYears } from './reading/across-years.ts'
import { addressesIn } from './reading/addresses.ts'
import { type OnFault, openSource } from './reading/open.ts'
import { type ReadResult, resultOf } from './reading/result.ts'
import { showResult } from './reading/show.ts'

const usage = `用法：gongkai read 文件或文件夹… [--addresses 地址清单] [--json] [--out 目录]
地址清单每行一个网址；内部网络的网址须在 GONGKAI_INTRANET 中放行。--out 把每份报告写成网页、Excel和JSON，另写总览。`

interface Wanted {
  readonly files: readonly string[]
  readonly json: boolean
  readonly out?: string
  readonly addresses?: string
}

function wantedOf(args: readonly string[]): Wanted | { readonly wrong: string } {
  const files: string[] = []
  const named: { out?: string; addresses?: string } = {}
  let json = false
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--json') json = true
    else if (arg === '--out' || arg === '--addresses') {
      const value = args[++index]
      if (value === undefined) return { wrong: `${arg}后面要写${arg === '--out' ? '目录' : '文件'}。` }
      named[arg === '--out' ? 'out' : 'addresses'] = value
    } else if (arg.startsWith('--')) return { wrong: `不认识的选项：${arg}` }
    else files.push(arg)
  }
  if (files.length === 0 && named.addresses === undefined) return { wrong: '请写明要读的文件或文件夹。' }
  return { files, json, ...named }
}

/** The files of a folder and of its folders, in the order of their names. */
function* filesOf(path: string): Iterable<string> {
  if (!statSync(path).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(path).sort()) if (!name.startsWith('.')) yield* filesOf(join(path, name))
}

const notThere = (name: string, refused = '没有这个文件，或者没有读取的权限。'): ReadResult => ({
  source: { name, kind: 'unknown' },
  refused,
})

const tellFault: OnFault = (fault, name) => console.error(`读取程序出错：${name}`, fault)

async function* resultsOf(paths: readonly string[]): AsyncIterable<ReadResult> {
  for (const path of paths) {
    let files: readonly string[]
    try {
      files = [...filesOf(path)]
    } catch {
      yield notThere(path)
      continue
    }
    for (const file of files) yield* resultsOfFile(file)
  }
}

async function* resultsOfFile(file: string): AsyncIterable<ReadResult> {
  const bytes = bytesOf(file)
  if (bytes === undefined) yield notThere(file)
  else for (const source of await openSource(file, bytes, tellFault)) yield resultOf(source)
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

async function* resultsOfAddresses(list: string | undefined): AsyncIterable<ReadResult> {
  if (list === undefined) return
  const bytes = bytesOf(list)
  if (bytes === undefined) {
    yield notThere(list)
    return
  }
  const allow = intranetRanges()
  const { addresses, strange } = addressesIn(new TextDecoder().decode(bytes))
  for (const line of strange)
    yield notThere(line, '这一行没有网址，请写成 http:// 或者 https:// 开头的完整网址。')
  for (const address of addresses)
    for (const source of await readAddress(address, allow, tellFault)) yield resultOf(source)
}

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
 * `gongkai read FILE… [--addresses LIST] [--json] [--out DIR]`: reads published annual reports, prints form and findings.
 * Answers 0 where every file was read, 1 where one was not, 2 where the command was not understood.
 */
export async function readCommand(args: string[]): Promise<number> {
  const wanted = wantedOf(args)
  if ('wrong' in wanted) {
    console.error(`${wanted.wrong}\n${usage}`)
    return 2
  }
  const kept: ReadResult[] = []
  let refused = 0
  const out = wanted.out === undefined ? undefined : outFolder(wanted.out)
  const take = async (result: ReadResult): Promise<void> => {
    if (result.refused !== undefined) refused++
    kept.push(slim(result, wanted))
    await out?.keep(result)
    if (!wanted.json) console.log(showResult(result))
  }
  for await (const result of resultsOf(wanted.files)) await take(result)
  for await (const result of resultsOfAddresses(wanted.addresses)) await take(result)
  const years = acrossYears(kept)
  const all = kept.map((result) => withYears(result, years))
  for (const [index, result] of all.entries()) if (result !== kept[index]) await out?.amend(result)
  await out?.finish(all)
  if (wanted.json) console.log(JSON.stringify(all, null, 1))
  else for (const each of years) console.log(showYears(each))
  return refused === 0 ? 0 : 1
}
