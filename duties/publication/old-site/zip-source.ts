import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import {
  type BadFile,
  mostFiles,
  mostUnpacked,
  type Read,
  type Source,
  type SourceFile,
  safePath,
  UnreadableSource,
} from './source.ts'
import { salvaged } from './zip-salvage.ts'

/** One entry as its archive tells of it. */
export interface ZipEntry {
  readonly name: Uint8Array
  readonly isUtf8: boolean
  readonly isEncrypted: boolean
  readonly isLink: boolean
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw)
const link = 0o120000

export async function part(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, length))
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
  return bytes.subarray(0, bytesRead)
}

/** The directory of the archive; undefined where it has none: it was cut off. */
async function directory(file: FileHandle, size: number): Promise<ZipEntry[] | undefined> {
  const from = Math.max(0, size - 65_557)
  const tail = await part(file, from, size - from)
  const end = tail.lastIndexOf(Buffer.of(0x50, 0x4b, 5, 6))
  if (end < 0 || end + 22 > tail.length) return undefined
  const [count, length, offset] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16),
  ]
  if (count === 0xffff || offset === 0xffffffff)
    throw new UnreadableSource('压缩包过大，请分成几个压缩包，每个不超过6万个文件、4GB')
  if (length > 256 * 1024 * 1024 || offset + length > size) return undefined
  return entriesIn(await part(file, offset, length), count)
}

function entriesIn(bytes: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined
    const flags = bytes.readUInt16LE(at + 8)
    const [name, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ]
    entries.push({
      name: bytes.subarray(at + 46, at + 46 + name),
      isUtf8: (flags & 0x800) !== 0,
      isEncrypted: (flags & 1) !== 0,
      isLink: ((bytes.readUInt32LE(at + 38) >>> 16) & 0o170000) === link,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

function nameOf({ name, isUtf8 }: ZipEntry): string {
  if (isUtf8) return new TextDecoder().decode(name)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name)
  } catch {
    return new TextDecoder('gb18030').decode(name)
  }
}

function sorted(entries: readonly ZipEntry[]) {
  const files = new Map<string, SourceFile & { entry: ZipEntry }>()
  const bad: BadFile[] = []
  for (const entry of entries) {
    const said = nameOf(entry)
    if (/[/\\]$/.test(said) || /(^|[/\\])(__MACOSX|\.DS_Store|Thumbs\.db)/.test(said)) continue
    const path = safePath(said)
    if (path === undefined) bad.push({ path: said, reason: { code: 'unsafePath' } })
    else if (entry.isLink) bad.push({ path, reason: { code: 'symbolicLink' } })
    else if (entry.isEncrypted) bad.push({ path, reason: { code: 'encrypted' } })
    else files.set(path, { path, size: entry.size, entry })
  }
  return { files, bad }
}

async function bytesOf(file: FileHandle, entry: ZipEntry, limit: number): Promise<Read> {
  const broken: Read = { kind: 'refused', reason: { code: 'broken' } }
  if (entry.size > limit) return { kind: 'refused', reason: { code: 'pageTooLarge' } }
  const head = await part(file, entry.offset, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return broken
  const from = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (entry.packed > limit * 2 + 1024) return broken
  const packed = await part(file, from, entry.packed)
  if (packed.length < entry.packed || (entry.method !== 0 && entry.method !== 8)) return broken
  try {
    const bytes =
      entry.method === 0 ? packed : await inflate(packed, { maxOutputLength: Math.max(1, entry.size) })
    return bytes.length === entry.size && crc32(bytes) === entry.crc ? { kind: 'read', bytes } : broken
  } catch {
    return broken
  }
}

/**
 * The archive at a path. Nothing is unpacked to the disk; what an entry unfolds to is bounded by what it states. An
 * archive that was cut off gives what stands before the cut, and says so in `bad`.
 */
export async function openZip(path: string): Promise<Source> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const whole = await directory(file, size)
    const entries = whole ?? (await salvaged(file, size))
    if (entries.length === 0)
      throw new UnreadableSource('不是 zip 压缩包，或者已经损坏。rar、7z 请先解开再压成 zip')
    if (entries.length > mostFiles)
      throw new UnreadableSource(`压缩包里超过${mostFiles}个文件，请分成几个压缩包`)
    if (entries.reduce((sum, each) => sum + each.size, 0) > mostUnpacked)
      throw new UnreadableSource('压缩包解开后过大，请分成几个压缩包')
    const { files, bad } = sorted(entries)
    const cut: BadFile[] = whole
      ? []
      : [{ path: '压缩包', reason: { code: 'broken', detail: '压缩包不完整，只读到其中一部分' } }]
    return {
      files,
      bad: [...cut, ...bad],
      read: async (wanted, limit) => {
        const found = files.get(wanted)
        return found ? bytesOf(file, found.entry, limit) : { kind: 'refused', reason: { code: 'broken' } }
      },
      close: () => file.close(),
    }
  } catch (fault) {
    await file.close()
    throw fault
  }
}
