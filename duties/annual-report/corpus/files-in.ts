import { contentsOf, countIn, kindOfZip, type Packed } from '../reading/archive.ts'
import { Unreadable } from '../reading/place.ts'

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Is this an archive of files, and no document? A broken one is none: it is refused when it is opened. */
export function isArchive(bytes: Uint8Array): boolean {
  try {
    return isZip(bytes) && kindOfZip(bytes) === 'zip'
  } catch (error) {
    if (error instanceof Unreadable) return false
    throw error
  }
}

/** How many files there are in an upload; an archive without any counts as one, which is refused. */
export const countOf = (bytes: Uint8Array): number => (isArchive(bytes) ? Math.max(1, countIn(bytes)) : 1)

/** A file of an upload, with its name inside the archive, '' where it came by itself. */
export type FileIn = Packed & { readonly inner: string }

/** The files of an upload one after another, without the first `from`: itself, or what is packed in it. */
export function* filesIn(name: string, bytes: Uint8Array, from = 0): Iterable<FileIn> {
  if (!isArchive(bytes)) {
    if (from === 0) yield { name, bytes, inner: '' }
    return
  }
  if (countIn(bytes) === 0) {
    if (from === 0) yield { name, why: '压缩包里没有可以读取的文件。', inner: '' }
    return
  }
  for (const file of contentsOf(bytes, from)) {
    const named = { inner: file.name, name: `${name}/${file.name}` }
    if ('bytes' in file && isArchive(file.bytes))
      yield { ...named, why: '压缩包里还有压缩包，请解开后再提供。' }
    else yield { ...file, ...named }
  }
}
