import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import { isPage } from './address.ts'
import { decodePage } from './decode.ts'
import { type Choice, type FieldName, fields, guessMapping, type Mapping } from './fields.ts'
import { knownPlaces } from './html/main-text.ts'
import { metasOf } from './html/page.ts'
import { first } from './html/selector.ts'
import { parsePage, textOf } from './html/tree.ts'
import { openSource } from './places.ts'
import type { Reason } from './reasons.ts'
import { jsonRecords, listRecords, type Records } from './records.ts'
import { type Source, UnreadableSource } from './source.ts'
import {
  defaultOptions,
  noteSite,
  type OldSite,
  rememberedMapping,
  type SiteOptions,
  siteHeld,
  type Which,
} from './store.ts'

type Tx = Transaction<Database>

/** Bytes of a page at most. */
export const mostOfPage = 3 * 1024 * 1024
const mostOfList = 300 * 1024 * 1024
const sampledPages = 30
const longestSample = 60

/** The folder that stands for the root: the one in which all lies, and the host where it is called by one. */
export function rootOf(paths: Iterable<string>): Pick<SiteOptions, 'root' | 'host'> {
  let root: string | undefined
  for (const path of paths) {
    const [top = ''] = path.split('/')
    if (top === path || (root !== undefined && root !== top)) return { root: '', host: '' }
    root = top
  }
  if (root === undefined) return { root: '', host: '' }
  return { root: `${root}/`, host: /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(root) ? root.toLowerCase() : '' }
}

// What jsonb can hold: no NUL, no half of a character.
const storable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value

interface Staged {
  readonly place: string
  readonly record?: object
  readonly reason?: Reason
}

async function insertPages(tx: Tx, { organId, siteId }: Which, pages: readonly Staged[]): Promise<void> {
  const at = 2000
  for (let i = 0; i < pages.length; i += at) {
    const part = JSON.stringify(
      pages.slice(i, i + at).map(({ place, record, reason }, j) => ({
        n: i + j + 1,
        place: place.slice(0, 500),
        record: record ?? null,
        stage: reason ? 1 : 0,
        outcome: reason ? 'refused' : '',
        reasons: reason ? [reason] : [],
      })),
      storable,
    )
    await sql`INSERT INTO old_page (organ_id, site_id, n, place, record, stage, outcome, reasons)
      SELECT ${organId}, ${siteId}, n, place, nullif(record, 'null'::jsonb), stage, outcome, reasons
      FROM jsonb_to_recordset(${part}::jsonb)
        AS r (n int, place text, record jsonb, stage smallint, outcome text, reasons jsonb)`.execute(tx)
  }
}

async function readRecords({ kind, listFile }: OldSite): Promise<Records> {
  if ((await stat(listFile)).size > mostOfList) throw new UnreadableSource('文件过大，请分成几个文件')
  const bytes = await readFile(listFile)
  return kind === 'list' ? listRecords(basename(listFile), bytes) : jsonRecords(bytes)
}

const autoChoice: Choice = { from: 'auto', label: '自动识别', samples: [] }

/** What pages of a copied site offer: their metadata, and the places where programs put texts. */
async function choicesOfPages(source: Source, paths: readonly string[]): Promise<Choice[]> {
  const found = new Map<string, string[]>()
  const step = Math.max(1, Math.floor(paths.length / sampledPages))
  const add = (from: string, text: string): void => {
    const samples = found.get(from) ?? []
    const sample = text.replaceAll(/\s+/g, ' ').trim().slice(0, longestSample)
    if (sample !== '' && samples.length < 3 && !samples.includes(sample)) samples.push(sample)
    if (sample !== '') found.set(from, samples)
  }
  for (let i = 0; i < paths.length; i += step) {
    const read = await source.read(paths[i] ?? '', mostOfPage)
    if (read.kind === 'refused') continue
    const document = parsePage(decodePage(read.bytes).text)
    for (const [name, content] of metasOf(document)) add(`meta:${name}`, content)
    for (const place of ['h1', 'title', ...knownPlaces]) {
      const element = first(document, place)
      if (element)
        add(
          place,
          textOf(element, 400) ||
            element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''),
        )
    }
  }
  const unlike = /^meta:(?:viewport|generator|renderer|robots|referrer|format-detection|author|keywords)$/i
  const choices = [...found].filter(([from]) => !unlike.test(from)).slice(0, 60)
  return [autoChoice, ...choices.map(([from, samples]) => ({ from, label: labelOf(from), samples }))]
}

const labelOf = (from: string): string =>
  from.startsWith('meta:') ? `元数据 ${from.slice(5)}` : `页面中的 ${from}`

const ofItself: readonly FieldName[] = [
  'title',
  'body',
  'publishedOn',
  'formedOn',
  'organ',
  'documentNumber',
  'indexNumber',
  'validity',
  'address',
]
const automatic: Mapping = Object.fromEntries(ofItself.map((name) => [name, { from: 'auto' }]))

function mappingOfPages(choices: readonly Choice[], before: Mapping): Mapping {
  const known = new Set(choices.map(({ from }) => from))
  const column = choices.find(({ from }) =>
    fields.catalogue.metas.some((meta) => from === `meta:${meta.toLowerCase()}`),
  )
  const settled = Object.entries(before).filter(
    ([, source]) => 'value' in source || known.has(source.from) || !source.from.startsWith('meta:'),
  )
  return {
    ...automatic,
    ...(column ? { catalogue: { from: column.from } } : {}),
    ...Object.fromEntries(settled),
  }
}

interface Whole {
  readonly pages: readonly Staged[]
  readonly choices: readonly Choice[]
  readonly mapping: Mapping
  readonly options: SiteOptions
}

async function readPages(source: Source, before: Mapping): Promise<Whole> {
  const paths = [...source.files.keys()].filter(isPage).sort()
  if (paths.length === 0) throw new UnreadableSource('里面没有网页（.html、.htm、.shtml 等）')
  const choices = await choicesOfPages(source, paths)
  const pages = [
    ...source.bad.map(({ path, reason }) => ({ place: path, reason })),
    ...paths.map((place) => ({ place })),
  ]
  return {
    pages,
    choices,
    mapping: mappingOfPages(choices, before),
    options: { ...defaultOptions, ...rootOf(source.files.keys()) },
  }
}

async function readAll(db: Kysely<Database>, site: OldSite): Promise<Whole> {
  const before = await rememberedMapping(db, site.organId, site.kind)
  const source = await openSource(site)
  try {
    if (site.kind === 'html') return await readPages(source, before)
    const { records, choices } = await readRecords(site)
    const pages: Staged[] = records.map(({ place, values }) =>
      values ? { place, record: values } : { place, reason: { code: 'badRecord' } },
    )
    const bad = source.bad.map(({ path, reason }) => ({ place: path, reason }))
    return {
      pages: [...bad, ...pages],
      choices,
      mapping: guessMapping(choices, before),
      options: defaultOptions,
    }
  } finally {
    await source.close()
  }
}

/** Reads what was sent, once: every page, row or record gets its row, and the mapping is guessed. */
export async function readSite(tx: Tx, platform: Platform, which: Which): Promise<void> {
  const site = await siteHeld(tx, which)
  if (site?.status !== 'reading') return
  const note = { ...which, at: platform.now().toISOString(), from: ['reading'] as const }
  try {
    const { pages, choices, mapping, options } = await readAll(tx, site)
    await insertPages(tx, which, pages)
    await noteSite(tx, note, { status: 'read', choices, mapping, options })
  } catch (fault) {
    const isMissing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'
    if (!(fault instanceof UnreadableSource) && !isMissing) throw fault
    await noteSite(tx, note, {
      status: 'unreadable',
      trouble: fault instanceof UnreadableSource ? fault.message : '上传的文件已经不在服务器上',
    })
  }
}
