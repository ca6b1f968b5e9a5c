const gpsTag = 0x8825

/** Where in the bytes the TIFF block of the picture's Exif starts, and how long it is at most. */
function tiffOf(bytes: Uint8Array): number | undefined {
  if (bytes[0] === 0x49 && bytes[1] === 0x49 && bytes[2] === 0x2a) return 0
  if (bytes[0] === 0x4d && bytes[1] === 0x4d && bytes[3] === 0x2a) return 0
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4 * 1024 * 1024))
  for (
    let at = buffer.indexOf('Exif\0\0', 0, 'latin1');
    at >= 0;
    at = buffer.indexOf('Exif\0\0', at + 6, 'latin1')
  ) {
    const mark = buffer.toString('latin1', at + 6, at + 8)
    if (mark === 'II' || mark === 'MM') return at + 6
  }
  // PNG and WebP write the block bare after the name of its chunk.
  const chunk = /^\x89PNG/.test(buffer.toString('latin1', 0, 4)) ? buffer.indexOf('eXIf', 0, 'latin1') : -1
  if (chunk >= 0) return chunk + 4
  const webp = buffer.toString('latin1', 8, 12) === 'WEBP' ? buffer.indexOf('EXIF', 12, 'latin1') : -1
  return webp >= 0 ? webp + 8 : undefined
}

interface GpsEntry {
  /** Where the entry of twelve bytes stands. */
  readonly at: number
  /** The directory of places it leads to. */
  readonly directory: number
  readonly little: boolean
  readonly tiff: number
}

function gpsEntry(bytes: Uint8Array): GpsEntry | undefined {
  const tiff = tiffOf(bytes)
  if (tiff === undefined || tiff + 8 > bytes.length) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = bytes[tiff] === 0x49
  try {
    const first = tiff + view.getUint32(tiff + 4, little)
    const count = Math.min(view.getUint16(first, little), 500)
    for (let i = 0; i < count; i++) {
      const at = first + 2 + i * 12
      if (view.getUint16(at, little) !== gpsTag) continue
      const directory = tiff + view.getUint32(at + 8, little)
      return view.getUint16(directory, little) > 0 ? { at, directory, little, tiff } : undefined
    }
  } catch {
    return undefined
  }
  return undefined
}

/** Whether a picture (JPEG, TIFF, PNG, WebP, HEIC) says where it was taken. */
export const hasLocation = (bytes: Uint8Array): boolean => gpsEntry(bytes) !== undefined

const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 }

/** The picture without the place where it was taken; nothing else changes. A PNG is left as it is (its sums would not hold). */
export function withoutLocation(bytes: Uint8Array): Uint8Array {
  const found = gpsEntry(bytes)
  if (found === undefined || bytes[0] === 0x89) return bytes
  const copy = new Uint8Array(bytes)
  const view = new DataView(copy.buffer)
  const { at, directory, little, tiff } = found
  const count = Math.min(view.getUint16(directory, little), 100)
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * 12
    if (entry + 12 > copy.length) break
    const length = (sizes[view.getUint16(entry + 2, little)] ?? 1) * view.getUint32(entry + 4, little)
    const value = tiff + view.getUint32(entry + 8, little)
    if (length > 4 && length < 4096 && value + length <= copy.length) copy.fill(0, value, value + length)
    copy.fill(0, entry, entry + 12)
  }
  view.setUint16(directory, 0, little)
  // The pointer stays, to an empty directory: taking it out would move everything after it.
  view.setUint32(at + 4, 1, little)
  return copy
}
