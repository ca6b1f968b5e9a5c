import { addressKey, unescaped } from './address.ts'
import type { Reason } from './reasons.ts'

/** A file among what was sent, by its path with forward slashes. */
export interface SourceFile {
  readonly path: string
  readonly size: number
}

/** A file that cannot be used, found before it is opened. */
export interface BadFile {
  readonly path: string
  readonly reason: Reason
}

export type Read = { kind: 'read'; bytes: Uint8Array } | { kind: 'refused'; reason: Reason }

/** The archive or the folder of an old site. */
export interface Source {
  readonly files: ReadonlyMap<string, SourceFile>
  readonly bad: readonly BadFile[]
  /** The bytes of a file, at most `limit`; never throws for what is wrong with the file. */
  read(path: string, limit: number): Promise<Read>
  close(): Promise<void>
}

/** An archive or a folder that cannot be opened at all, with a sentence for the person. */
export class UnreadableSource extends Error {}

/** Files at most, in an archive or a folder. */
export const mostFiles = 65_000
/** Bytes at most when unpacked. */
export const mostUnpacked = 60 * 1024 ** 3

/** The path as it is kept; undefined where it leads out of the folder. */
export function safePath(said: string): string | undefined {
  const path = said.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  if (path === '' || path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0')) return undefined
  const parts = path.split('/')
  return parts.some((part) => part === '..' || part === '.') ? undefined : path
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase()

/** Finds files among what was sent as links name them. */
export class Finder {
  private readonly byKey = new Map<string, string>()
  private readonly byName = new Map<string, string | undefined>()
  private readonly root: string

  constructor(source: Source, root: string) {
    this.root = root
    for (const path of source.files.keys()) {
      this.byKey.set(addressKey(`/${path}`).toLowerCase(), path)
      const name = nameOf(path)
      this.byName.set(name, this.byName.has(name) ? undefined : path)
    }
  }

  /** The file at a path of the old site; small and large letters alike. */
  at(path: string): string | undefined {
    const [bare = ''] = path.split('?')
    for (const each of [path, bare]) {
      const found = this.byKey.get(addressKey(`/${this.root}${each.replace(/^\//, '')}`).toLowerCase())
      if (found) return found
    }
    return undefined
  }

  /** The file of that name, wherever it lies, where there is one only. */
  named(said: string): string | undefined {
    return this.byName.get(nameOf(unescaped(said.replaceAll('\\', '/'))))
  }
}
