import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '../platform.ts'
import { type Changes, followChanges, type Look, type Shown } from './changes.ts'

/** An answer that is the same for everyone, with whose data it shows. */
export interface Made {
  body: string
  /** Media type with its charset. */
  type: string
  shown: Shown
  /** 200 unless told. */
  status?: number | undefined
  /** Milliseconds since 1970 from which on it is made anew, though nothing that it shows was told to have changed. */
  until?: number | undefined
  /** More headers, such as content-disposition. */
  headers?: Readonly<Record<string, string>>
}

interface Entry extends Made {
  look: Look
  day: string
  plain: Buffer
  tag: string
  packed: Map<Packing, Buffer>
}

type Packing = 'br' | 'gzip'

/** The answers that one process keeps, bounded by their bytes; the one asked for longest ago goes first. */
export interface Kept {
  changes: Changes
  entries: Map<string, Entry>
  making: Map<string, { look: Look; entry: Promise<Entry> }>
  bytes: number
  /** Bytes that may be kept. */
  room: number
}

const usualRoom = 64 * 1024 * 1024
const longestAddress = 400
/** One answer may take this part of the room at most. */
const largestPart = 1 / 24
const overhead = 600

const opened = new WeakMap<Platform, Kept>()

/** What this process keeps for a platform. */
export function keptFor(platform: Platform): Kept {
  const known = opened.get(platform)
  if (known) return known
  const kept: Kept = {
    changes: followChanges(platform.db),
    entries: new Map(),
    making: new Map(),
    bytes: 0,
    room: usualRoom,
  }
  opened.set(platform, kept)
  return kept
}

/** Everything a kept answer takes of memory, in bytes. */
const weightOf = (entry: Entry): number =>
  overhead + entry.plain.length + entry.packed.values().reduce((sum, bytes) => sum + bytes.length, 0)

function drop(kept: Kept, key: string): void {
  const entry = kept.entries.get(key)
  if (!entry) return
  kept.entries.delete(key)
  kept.bytes -= weightOf(entry)
}

function keep(kept: Kept, key: string, entry: Entry): void {
  drop(kept, key)
  kept.entries.set(key, entry)
  kept.bytes += weightOf(entry)
  makeRoom(kept)
}

function makeRoom(kept: Kept): void {
  for (const oldest of kept.entries.keys()) {
    if (kept.bytes <= kept.room) return
    drop(kept, oldest)
  }
}

function standing(kept: Kept, { key, day, now }: Pick<Ask, 'key' | 'day' | 'now'>): Entry | undefined {
  const entry = kept.entries.get(key)
  if (!entry) return undefined
  const isOver = entry.day !== day || (entry.until !== undefined && entry.until <= now)
  if (isOver || !kept.changes.holds(entry.look, entry.shown)) {
    drop(kept, key)
    return undefined
  }
  kept.entries.delete(key)
  kept.entries.set(key, entry)
  return entry
}

/** Drops everything kept that does not hold any more, as far as the last look saw. */
export function dropOutdated(kept: Kept, day: string): void {
  for (const [key, entry] of kept.entries)
    if (entry.day !== day || !kept.changes.holds(entry.look, entry.shown)) drop(kept, key)
}

const tagOf = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 22)

interface Ask {
  key: string
  day: string
  /** Milliseconds since 1970. */
  now: number
  look: Look
  make: () => Promise<Made>
}

async function madeNow({ look, day, make }: Ask): Promise<Entry> {
  const made = await make()
  const plain = Buffer.from(made.body)
  return { ...made, body: '', look, day, plain, tag: tagOf(plain), packed: new Map() }
}

// Of several who miss the same answer one makes it, as long as it began with what the others know now.
async function entryFor(kept: Kept, ask: Ask): Promise<Entry> {
  const found = standing(kept, ask)
  if (found) return found
  const other = kept.making.get(ask.key)
  if (other && other.look.tick === ask.look.tick) return other.entry
  const entry = madeNow(ask)
  const mine = { look: ask.look, entry }
  kept.making.set(ask.key, mine)
  try {
    const made = await entry
    if (ask.key.length <= longestAddress && made.plain.length <= kept.room * largestPart)
      keep(kept, ask.key, made)
    return made
  } finally {
    if (kept.making.get(ask.key) === mine) kept.making.delete(ask.key)
  }
}

const accepted = (request: FastifyRequest): Packing | undefined => {
  const header = request.headers['accept-encoding'] ?? ''
  return /\bbr\b/.test(header) ? 'br' : /\bgzip\b/.test(header) ? 'gzip' : undefined
}

const packers = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 6 }),
} satisfies Record<Packing, (bytes: Buffer) => Promise<Buffer>>

async function packedAs(kept: Kept, key: string, entry: Entry, packing: Packing): Promise<Buffer> {
  const known = entry.packed.get(packing)
  if (known) return known
  const bytes = await packers[packing](entry.plain)
  const isKept = kept.entries.get(key) === entry && !entry.packed.has(packing)
  entry.packed.set(packing, bytes)
  if (isKept) {
    kept.bytes += bytes.length
    makeRoom(kept)
  }
  return bytes
}

/**
 * The instant from which on the answer may be said not to have changed: the second after it was made, by the clock of
 * the database. Within that second nothing is said, for it might change in it once more.
 */
const lastModified = ({ look }: Entry): number => (Math.floor(look.at / 1000) + 1) * 1000

function isKnown(request: FastifyRequest, entry: Entry, now: Look): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = request.headers
  if (tags !== undefined) return tags.trim() === '*' || tags.includes(entry.tag)
  if (since === undefined) return false
  const told = Date.parse(since)
  return !Number.isNaN(told) && lastModified(entry) <= told && told <= now.at
}

/**
 * Answers with what is kept, if nothing that it shows has changed by the time of asking, else with what `make` gives.
 * Never for personal answers: one and the same goes to everyone who asks for this address with these choices.
 */
export async function sendKept(
  { platform, request, reply }: { platform: Platform; request: FastifyRequest; reply: FastifyReply },
  variant: string,
  make: () => Promise<Made>,
): Promise<FastifyReply> {
  const kept = keptFor(platform)
  const look = await kept.changes.look()
  const key = `${variant} ${request.url}`
  const ask = { key, day: platform.today(), now: platform.now().getTime(), look, make }
  const entry = await entryFor(kept, ask)
  const packing = accepted(request)
  reply.headers({
    'cache-control': 'no-cache',
    vary: 'accept-encoding, cookie',
    etag: `"${entry.tag}${packing ? `-${packing}` : ''}"`,
    'content-type': entry.type,
    ...entry.headers,
  })
  if (look.at >= lastModified(entry))
    reply.header('last-modified', new Date(lastModified(entry)).toUTCString())
  if (isKnown(request, entry, look)) return reply.code(304).send()
  reply.code(entry.status ?? 200)
  if (!packing) return reply.send(entry.plain)
  return reply.header('content-encoding', packing).send(await packedAs(kept, key, entry, packing))
}
