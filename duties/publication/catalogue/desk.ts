import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { dayInShanghai } from '#time/day.ts'
import { standardAddress } from '../addresses.ts'
import { standardFields } from '../rules/standard/fields.ts'
import type { EntryStanding } from '../rules/standard/standing.ts'
import { standingOf } from '../rules/standard/standing.ts'
import type { Catalogue, Catalogues, CheckedFile, ListedEntry, TakenFile } from './contract.ts'
import { readCatalogueFile, type TableRead } from './read-file.ts'
import {
  catalogueRows,
  changesAgainst,
  entriesOf,
  entryCode,
  keepDraft,
  newestEntries,
  ownFieldFor,
  publishedUnder,
  versionOf,
} from './store.ts'

/** How an entry stands, in words. */
const standingLabels = {
  onRequest: '依申请公开',
  inTime: '已公开',
  empty: '暂无内容',
  late: '逾期未更新',
} as const satisfies Record<EntryStanding['kind'], string>

/** A file that cannot be taken as it is, in a sentence. */
export type Unreadable = { kind: 'unreadable'; sentence: string }

/** The field of each table: as chosen, as its title says, or a new one of the organ's own under the table's title. */
export interface Choice {
  /** Place of the table in the file, from 0. */
  table: number
  field: string
  /** For a field of the organ's own. */
  label: string
}

/** What a file would bring, table by table, with everything that is wrong and what changes; nothing is kept. */
export async function checkFile(
  { db }: Platform,
  organId: string,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<{ kind: 'checked'; file: CheckedFile } | Unreadable> {
  const read = await readCatalogueFile(name, bytes)
  if (read.kind === 'unreadable') return read
  const tables = []
  for (const { sheet, title, field, unclear, entries, wrong } of read.tables) {
    const before = field ? await newestEntries(db, organId, field.code) : []
    const changes = changesAgainst(
      before,
      entries.map(({ entry }) => entry),
    )
    const told = { field: field?.code ?? '', label: field?.label ?? '', entries: entries.length }
    tables.push({ sheet, title, unclear, ...told, wrong: [...wrong], ...changes })
  }
  return { kind: 'checked', file: { name, tables } }
}

interface Taking {
  organId: string
  personId: string
  name: string
  bytes: Uint8Array
  choices: readonly Choice[]
}

/** One thing for which a file is not taken: where it is, and what. */
export interface Fault {
  field: string
  message: string
}

function faultsOf(tables: readonly TableRead[], choices: readonly Choice[]): Fault[] {
  const chosen = new Set<string>()
  return choices.flatMap(({ table: place, field, label }) => {
    const at = `tables.${place}`
    const table = tables[place]
    if (!table) return [{ field: at, message: `文件里没有第${place + 1}张表` }]
    const named = table.sheet || table.title
    const key = field || label
    if (chosen.has(key)) return [{ field: at, message: `“${named}”和另一张表选了同一个领域` }]
    chosen.add(key)
    if (table.unclear) return [{ field: at, message: `“${named}”：${table.unclear}` }]
    return table.wrong.map(({ row, column, message }) => ({
      field: `${at}.${row}`,
      message: `“${named}”第${row}行${column}：${message}`,
    }))
  })
}

/** Takes the chosen tables as drafts, all of them or none: one wrong row, and nothing of the file is kept. */
export async function takeFile(
  platform: Platform,
  { organId, personId, name, bytes, choices }: Taking,
): Promise<{ kind: 'taken'; file: TakenFile } | { kind: 'wrong'; faults: Fault[] } | Unreadable> {
  const read = await readCatalogueFile(name, bytes)
  if (read.kind === 'unreadable') return read
  const faults = faultsOf(read.tables, choices)
  if (faults.length > 0) return { kind: 'wrong', faults }
  const at = platform.now().toISOString()
  const taken = await platform.db.transaction().execute(async (tx) => {
    const drafts = []
    for (const { table, field: chosen, label: own } of choices) {
      const { title = '', entries = [] } = read.tables[table] ?? {}
      const known = standardFields.find(({ code }) => code === chosen)
      const label = known?.label ?? own
      const field = known?.code ?? (await ownFieldFor(tx, organId, label))
      const lines = entries.map(({ entry }) => entry)
      const kept = { organId, field, label, title, source: name, entries: lines, by: personId, at }
      drafts.push({ field, label, version: await keepDraft(tx, kept), entries: lines.length })
    }
    return drafts
  })
  return { kind: 'taken', file: { taken } }
}

async function listed(
  platform: Platform,
  organId: string,
  { field, version, published_at }: { field: string; version: number; published_at: string | null },
): Promise<ListedEntry[]> {
  const [entries, under, calendar] = await Promise.all([
    entriesOf(platform.db, organId, field, version),
    publishedUnder(platform.db, organId, field),
    platform.calendarFor(organId),
  ])
  const today = platform.today()
  const since = published_at ? dayInShanghai(published_at) : today
  return entries.map(({ number, position, entry }) => {
    const code = entryCode(field, number)
    const { items = 0, newestAt = null } = under.get(code) ?? {}
    const newestOn = newestAt ? dayInShanghai(newestAt) : null
    const standing = standingOf(entry, { newestOn, since, today, calendar })
    return {
      ...entry,
      carriers: [...entry.carriers],
      tiers: [...entry.tiers],
      ...{ code, position, items, newestAt },
      standing: {
        kind: standing.kind,
        label: standingLabels[standing.kind],
        since: standing.kind === 'late' ? standing.since : null,
      },
    }
  })
}

/** The catalogues of an organ: of each field what is published, what is drafted, how many entries are late or empty. */
export async function cataloguesOf(
  platform: Platform,
  organId: string,
): Promise<Omit<Catalogues, 'mayPublish'>> {
  const rows = await catalogueRows(platform.db, organId)
  const catalogues = []
  for (const field of [...new Set(rows.map((row) => row.field))]) {
    const own = rows.filter((row) => row.field === field)
    const published = own.find(({ published_at }) => published_at !== null)
    const draft = own.find(({ published_at }) => published_at === null)
    const entries = published ? await listed(platform, organId, published) : []
    const count = (kind: EntryStanding['kind']) =>
      entries.filter(({ standing }) => standing.kind === kind).length
    catalogues.push({
      field,
      label: own[0]?.label ?? '',
      published: published ? versionOf(published) : null,
      draft: draft ? versionOf(draft) : null,
      late: count('late'),
      empty: count('empty'),
    })
  }
  return { catalogues, fields: standardFields.map(({ code, label }) => ({ code, label })) }
}

/** A version of a field with its entries; the newest published one unless told. Undefined where there is none. */
export async function catalogueOf(
  platform: Platform,
  organId: string,
  field: string,
  { version, drafts }: { version?: number | undefined; drafts: boolean },
): Promise<Catalogue | undefined> {
  const rows = (await catalogueRows(platform.db, organId, field)).filter(
    ({ published_at }) => drafts || published_at !== null,
  )
  const row = version === undefined ? rows[0] : rows.find((each) => each.version === version)
  if (!row) return undefined
  const { label, title } = row
  const [entries, organ] = await Promise.all([
    listed(platform, organId, row),
    organById(platform.db, organId, platform.today()),
  ])
  const address = organ && row.published_at !== null ? standardAddress(organ.code, field) : ''
  return { field, label, title, address, version: versionOf(row), versions: rows.map(versionOf), entries }
}
