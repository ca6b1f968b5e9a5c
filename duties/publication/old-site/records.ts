import { readTables } from '#platform/documents/table-file.ts'
import { decodePage, isUnreadable } from './decode.ts'
import { type Choice, fieldNamed } from './fields.ts'
import { UnreadableSource } from './source.ts'

/** What one row or record says, by the names that a mapping uses. */
export type Values = Readonly<Record<string, string>>

/** A row or a record in the order of the file; `values` is missing where it cannot be read. */
export interface OldRecord {
  readonly place: string
  readonly values?: Values
}

export interface Records {
  readonly records: readonly OldRecord[]
  readonly choices: readonly Choice[]
}

const sampled = 3
const longestSample = 60
const mostRecords = 65_000

function choicesOf(names: readonly string[], records: readonly OldRecord[]): Choice[] {
  return names.map((from) => {
    const samples: string[] = []
    for (const { values } of records.slice(0, 200)) {
      const said = values?.[from]?.replaceAll(/\s+/g, ' ').trim()
      if (said && samples.length < sampled && !samples.includes(said)) samples.push(said)
    }
    return { from, label: from, samples: samples.map((each) => each.slice(0, longestSample)) }
  })
}

const hits = (row: readonly string[]): number =>
  row.filter((cell) => cell !== '' && fieldNamed(cell) !== undefined).length

/** The rows of a list below its headings (the one of the first fifteen rows that names most fields), sheet after sheet. */
export async function listRecords(name: string, bytes: Uint8Array): Promise<Records> {
  const read = await readTables(name, bytes)
  if (read.kind === 'unreadable') throw new UnreadableSource(read.sentence)
  const records: OldRecord[] = []
  const names = new Set<string>()
  for (const { name: sheet, table } of read.tables) {
    const best = Math.max(...table.rows.slice(0, 15).map(hits))
    if (best < 1) continue
    const at = table.rows.slice(0, 15).findIndex((row) => hits(row) === best)
    const headings = distinct(table.rows[at] ?? [])
    for (const heading of headings) if (heading) names.add(heading)
    for (const [i, row] of table.rows.slice(at + 1).entries()) {
      if (!row.some(Boolean)) continue
      const values = Object.fromEntries(
        headings.flatMap((heading, c) => (heading ? [[heading, row[c] ?? '']] : [])),
      )
      records.push({ place: `${read.tables.length > 1 ? `${sheet} ` : ''}第${at + i + 2}行`, values })
    }
  }
  if (records.length === 0)
    throw new UnreadableSource('没有找到表头和内容。表头应当有“标题”“正文”“发布日期”等列名，单独占一行')
  return { records, choices: choicesOf([...names], records) }
}

function distinct(headings: readonly string[]): string[] {
  const times = new Map<string, number>()
  return headings.map((heading, c) => {
    const name = heading === '' ? `第${c + 1}列` : heading
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return time === 1 ? name : `${name}（${time}）`
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// The largest list of objects, at most three steps down: {"data": {"list": […]}}.
function listIn(value: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.some(isObject) ? value : undefined
  if (!isObject(value) || depth >= 3) return undefined
  const found = Object.values(value).flatMap((each) => {
    const list = listIn(each, depth + 1)
    return list ? [list] : []
  })
  return found.sort((one, other) => other.length - one.length)[0]
}

const isFileName = (text: string): boolean => /\.[a-z0-9]{2,5}(?:\?|$)/i.test(text)

// A list of files: each by its path, and its name behind a tab where it has one.
function fileLine(value: Record<string, unknown>): string {
  const texts = Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' ? [[key, each] as const] : [],
  )
  const path =
    texts.find(([key, text]) => /url|path|href|src|addr|file/i.test(key) && isFileName(text)) ??
    texts.find(([, text]) => isFileName(text))
  const name = texts.find(([key]) => /name|title|text/i.test(key))
  return path ? `${path[1]}\t${name?.[1] ?? ''}` : ''
}

function flatten(value: unknown, path: string, into: Record<string, string>, depth = 0): void {
  if (value === null || value === undefined || Object.keys(into).length > 200) return
  if (Array.isArray(value))
    into[path] = value
      .slice(0, 500)
      .map((each) => (isObject(each) ? fileLine(each) : String(each)))
      .filter(Boolean)
      .join('\n')
  else if (isObject(value)) {
    if (depth < 4)
      for (const [key, each] of Object.entries(value))
        flatten(each, path ? `${path}.${key}` : key, into, depth + 1)
  } else into[path] = String(value)
}

function flattened(value: unknown): Values | undefined {
  if (!isObject(value)) return undefined
  const into: Record<string, string> = {}
  flatten(value, '', into)
  return into
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The records of a JSON file: an array, an object with an array in it, or one object in each line. A broken line stands for itself. */
export function jsonRecords(bytes: Uint8Array): Records {
  const decoded = decodePage(bytes)
  if (isUnreadable(decoded)) throw new UnreadableSource('文字编码无法识别，请保存为 UTF-8')
  const whole = parsed(decoded.text)
  const list = listIn(whole)
  const lines = list ? [] : decoded.text.split(/\r?\n/)
  const records: OldRecord[] = (list ?? lines).flatMap((each, i): OldRecord[] => {
    if (typeof each === 'string' && !list && each.trim() === '') return []
    const values = flattened(list ? each : parsed(String(each)))
    const place = list ? `第${i + 1}条` : `第${i + 1}行`
    return [values ? { place, values } : { place }]
  })
  if (!records.some(({ values }) => values))
    throw new UnreadableSource('不是 JSON 数组，也不是一行一条的 JSON')
  if (records.length > mostRecords) throw new UnreadableSource(`超过${mostRecords}条，请分成几个文件`)
  const names = new Set(records.slice(0, 500).flatMap(({ values }) => Object.keys(values ?? {})))
  return { records, choices: choicesOf([...names].slice(0, 200), records) }
}
