import { createHash } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { kinds } from '#platform/files/kinds.ts'
import { endingOf } from '#platform/files/name.ts'
import type { Platform } from '#platform/platform.ts'
import { contentsOf } from '../reading/archive.ts'
import { isArchive } from './files-in.ts'
import './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

/** Bytes of one upload: an archive of many reports is larger than any report. */
export const largestUpload = 200 * 1024 * 1024

/** Whose corpus, and who adds to it. */
export interface Keeper {
  readonly organId: string
  readonly by: string
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The file of the organ that holds these very bytes already. */
const sameFile = (db: Db, organId: string, sha256: string) =>
  db
    .selectFrom('file')
    .select('file_id')
    .where('organ_id', '=', organId)
    .where('sha256', '=', sha256)
    .where('case_id', 'is', null)
    .where('sealed', '=', false)
    .limit(1)
    .executeTakeFirst()

/**
 * Keeps the bytes of a source as they came, in the file store of the organ; a page is kept as text. Undefined where
 * the store takes no such file: then what was read is kept without its original.
 */
export async function keepOriginal(
  { files, now }: Platform,
  db: Db,
  { organId, by }: Keeper,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<string | undefined> {
  const known = await sameFile(db, organId, hashOf(bytes))
  if (known) return known.file_id
  const shown = (name.split('/').at(-1) ?? '') || '年报'
  for (const each of endingOf(shown) in kinds
    ? [shown, `${shown}.txt`]
    : [`${shown}.txt`, `${shown}.zip`, `${shown}.pdf`]) {
    const file = {
      organId,
      name: each,
      bytes,
      sealed: false,
      by,
      at: now().toISOString(),
      limit: largestUpload,
    }
    const stored = await files.store(db, file)
    if (stored.kind === 'stored') return stored.file.file_id
  }
  return undefined
}

export interface Original {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The original of a report that was read; undefined where the corpus has no such report, or it was not kept. */
export async function originalOf(
  { db, files }: Platform,
  organId: string,
  readId: string,
): Promise<Original | undefined> {
  const row = await db
    .selectFrom('read_report')
    .select(['file_id', 'inner_name', 'name'])
    .where('organ_id', '=', organId)
    .where('read_id', '=', readId)
    .executeTakeFirst()
  if (!row?.file_id) return undefined
  const kept = await files.open(db, organId, row.file_id)
  if (kept === undefined) return undefined
  const { media_type: mediaType, name } = kept.file
  if (row.inner_name === '' || !isArchive(kept.bytes)) return { name, mediaType, bytes: kept.bytes }
  for (const file of contentsOf(kept.bytes))
    if (file.name === row.inner_name && 'bytes' in file)
      return {
        name: file.name.split('/').at(-1) ?? file.name,
        mediaType: typeOf(file.name),
        bytes: file.bytes,
      }
  return undefined
}

/** A page is handed out as text, never as a page of ours. */
const typeOf = (name: string): string => kinds[endingOf(name)]?.mediaType ?? 'text/plain'
