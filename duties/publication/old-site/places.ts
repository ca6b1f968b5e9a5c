import { createWriteStream } from 'node:fs'
import { mkdir, readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Platform } from '#platform/platform.ts'
import { openFolder } from './folder-source.ts'
import { Finder, type Source } from './source.ts'
import type { OldSite, SiteKind, Which } from './store.ts'
import { openZip } from './zip-source.ts'

/** Bytes of one file sent through the browser; larger ones are laid into the folder on the server. */
export const mostSent = 4 * 1024 ** 3

const folderOf = ({ config }: Platform, { organId, siteId }: Which): string =>
  join(config.dataFolder, 'old-sites', organId, siteId)

/** Where the operator of the server lays old sites for an organ, by the code of the organ. */
export const inboxOf = ({ config }: Platform, organCode: string): string =>
  join(config.dataFolder, 'old-sites', 'inbox', organCode)

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase()

/** What one file of an old site is, by its ending; undefined for what is none. */
export function roleOf(name: string): SiteKind | 'archive' | undefined {
  const ending = lastPart(name)
  if (ending === 'xlsx' || ending === 'csv') return 'list'
  if (ending === 'json' || ending === 'ndjson' || ending === 'jsonl') return 'json'
  return ending === 'zip' ? 'archive' : undefined
}

/** Keeps a file as it is sent, on the disk and not in memory. */
export async function keepSent(
  platform: Platform,
  which: Which,
  name: string,
  bytes: Readable,
): Promise<string> {
  const folder = folderOf(platform, which)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const place = join(folder, `${roleOf(name) === 'archive' ? 'files' : 'list'}.${lastPart(name)}`)
  await pipeline(bytes, createWriteStream(place, { mode: 0o600 }))
  return place
}

export interface Laid {
  readonly name: string
  readonly isFolder: boolean
}

/** What lies in the organ's folder on the server; a link is none of it. */
export async function laidIn(platform: Platform, organCode: string): Promise<Laid[]> {
  const entries = await readdir(inboxOf(platform, organCode), { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() || (entry.isFile() && roleOf(entry.name)))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
}

/** The path of something laid in the organ's folder; undefined where nothing of that name lies there. */
export async function laidAt(
  platform: Platform,
  organCode: string,
  name: string,
): Promise<string | undefined> {
  const found = (await laidIn(platform, organCode)).find((each) => each.name === name)
  return found && basename(name) === name ? resolve(inboxOf(platform, organCode), name) : undefined
}

const none: Source = {
  files: new Map(),
  bad: [],
  read: async () => ({ kind: 'refused', reason: { code: 'broken' } }),
  close: async () => {},
}

interface Kept {
  readonly source: Promise<Source>
  users: number
  timer?: NodeJS.Timeout
}

// Batches come one after another: what one opened the next finds open. Closed when nobody asked for it for a while.
const kept = new Map<string, Kept>()
const keptFor = 30_000

async function openPlace(files: string): Promise<Source> {
  return (await stat(files)).isDirectory() ? openFolder(files) : openZip(files)
}

function begin(files: string): Kept {
  const one: Kept = {
    users: 0,
    source: openPlace(files).then((source) => ({ ...source, close: async () => leave(files, one, source) })),
  }
  kept.set(files, one)
  return one
}

function leave(files: string, one: Kept, source: Source): void {
  one.users--
  if (one.users > 0) return
  one.timer = setTimeout(() => {
    kept.delete(files)
    void source.close()
  }, keptFor).unref()
}

/** The archive or the folder of a site, to be closed by whoever asks; an empty one where only a list was sent. */
export async function openSource({ files }: Pick<OldSite, 'files'>): Promise<Source> {
  if (files === '') return none
  const one = kept.get(files) ?? begin(files)
  one.users++
  clearTimeout(one.timer)
  try {
    return await one.source
  } catch (fault) {
    kept.delete(files)
    throw fault
  }
}

const finders = new WeakMap<Source, Map<string, Finder>>()

/** How links of a site find their files. */
export function finderOf(source: Source, { options, kind }: OldSite): Finder {
  const root = kind === 'html' ? options.root : ''
  const known = finders.get(source) ?? new Map<string, Finder>()
  finders.set(source, known)
  const finder = known.get(root) ?? new Finder(source, root)
  known.set(root, finder)
  return finder
}
