import { inflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { limits, Uninspectable } from './trouble.ts'

export interface Entry {
  readonly name: string
  readonly size: number
  readonly packed: number
  readonly method: number
  readonly isEncrypted: boolean
  readonly offset: number
}

const broken = (): Uninspectable => new Uninspectable('cannotOpen', '文件损坏或者不完整，打不开')

// The end record is the last 22 bytes, before a comment of at most 65,535.
function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw broken()
}

function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** What an archive holds, by its own directory; nothing is unpacked. Throws `Uninspectable` for a broken one or a bomb. */
export function entriesOf(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken()
    const flags = view.getUint16(at + 8, true)
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const nameEnd = at + 46 + (nameLength ?? 0)
    entries.push({
      name: nameOf(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0),
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
      isEncrypted: (flags & 1) !== 0,
      offset: view.getUint32(at + 42, true),
    })
    at = nameEnd + (extra ?? 0) + (comment ?? 0)
  }
  refuseBomb(entries)
  return entries
}

function refuseBomb(entries: readonly Entry[]): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (
    entries.length > limits.entries ||
    total > limits.unfolded ||
    entries.some(({ size }) => size > limits.oneEntry)
  )
    throw new Uninspectable(
      'archiveBomb',
      `展开后约${Math.round(total / 1024 / 1024)}兆字节，共${entries.length}个文件`,
    )
}

/** The content of one entry; throws where it unfolds to more than it says. */
export function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw broken()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.isEncrypted) throw new Uninspectable('encrypted', entry.name)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new Uninspectable('cannotOpen', `“${entry.name}”的压缩方式不认识`)
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength)
  } catch (fault) {
    if (fault instanceof RangeError) throw new Uninspectable('archiveBomb', `“${entry.name}”展开后比申报的大`)
    throw broken()
  }
}

const monday = new Date(Date.UTC(1990, 0, 1))

/** An archive of these parts in this order, the same bytes for the same parts. */
export function pack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(Array.from(parts, ([name, bytes]) => [name, [bytes, { mtime: monday, level: 6 }]])),
  )
}
