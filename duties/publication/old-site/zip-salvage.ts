import type { FileHandle } from 'node:fs/promises'
import { mostFiles } from './source.ts'
import { part, type ZipEntry } from './zip-source.ts'

/**
 * The entries of an archive without its directory, one local header after another. It ends where an entry does not say
 * how long it is, or where the file ends.
 */
export async function salvaged(file: FileHandle, size: number): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = []
  let at = 0
  while (at + 30 <= size && entries.length <= mostFiles) {
    const head = await part(file, at, 30)
    if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) break
    const flags = head.readUInt16LE(6)
    const [nameLength, extra] = [head.readUInt16LE(26), head.readUInt16LE(28)]
    const packed = head.readUInt32LE(18)
    if ((flags & 8) !== 0 && packed === 0) break
    entries.push({
      name: await part(file, at + 30, nameLength),
      isUtf8: (flags & 0x800) !== 0,
      isEncrypted: (flags & 1) !== 0,
      isLink: false,
      method: head.readUInt16LE(8),
      crc: head.readUInt32LE(14),
      packed,
      size: head.readUInt32LE(22),
      offset: at,
    })
    at += 30 + nameLength + extra + packed
  }
  return entries
}
