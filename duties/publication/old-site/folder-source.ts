import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type BadFile,
  mostFiles,
  type Read,
  type Source,
  type SourceFile,
  UnreadableSource,
} from './source.ts'

async function walk(root: string, files: Map<string, SourceFile>, bad: BadFile[]): Promise<void> {
  const waiting = ['']
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isSymbolicLink()) bad.push({ path, reason: { code: 'symbolicLink' } })
      else if (entry.isDirectory()) waiting.push(path)
      else if (entry.isFile() && !/^(\.DS_Store|Thumbs\.db)$/.test(entry.name))
        files.set(path, { path, size: 0 })
    }
    if (files.size > mostFiles) throw new UnreadableSource(`文件夹里超过${mostFiles}个文件，请分几次迁移`)
  }
}

async function bytesOf(path: string, limit: number): Promise<Read> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => undefined)
  if (!file) return { kind: 'refused', reason: { code: 'broken' } }
  try {
    const { size } = await file.stat()
    if (size > limit) return { kind: 'refused', reason: { code: 'pageTooLarge' } }
    return { kind: 'read', bytes: await file.readFile() }
  } finally {
    await file.close()
  }
}

/** A folder on the server's own disk. Links are not followed. */
export async function openFolder(root: string): Promise<Source> {
  const files = new Map<string, SourceFile>()
  const bad: BadFile[] = []
  await walk(root, files, bad)
  if (files.size === 0) throw new UnreadableSource('文件夹里没有文件')
  return {
    files,
    bad,
    read: async (path, limit) =>
      files.has(path) ? bytesOf(join(root, path), limit) : { kind: 'refused', reason: { code: 'broken' } },
    close: async () => {},
  }
}
