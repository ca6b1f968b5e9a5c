import { createHash, randomUUIDv7 } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { agrees } from './content.ts'
import { kinds } from './kinds.ts'
import { cleanName, endingOf } from './name.ts'
import type { FileRefusal } from './refusals.ts'
import type { Seal } from './seal.ts'
import type { FileRow } from './tables.ts'

type Db = Kysely<Database> | Transaction<Database>

export interface FileToStore {
  organId: string
  caseId?: string
  name: string
  bytes: Uint8Array | AsyncIterable<Uint8Array>
  /** Encrypted on the disk: what an applicant sends, what is not public. */
  sealed: boolean
  /** A person's id, 'applicant' or 'system'. */
  by: string
  /** ISO instant */
  at: string
  /** Bytes; 20 MiB unless told. */
  limit?: number
}

export type Stored = { kind: 'stored'; file: FileRow } | { kind: 'refused'; code: FileRefusal; name: string }

/** Attachments: a row in the database and the bytes on the local disk. */
export interface FileStore {
  /** Keeps a file, or refuses it: empty, too large, of a kind not accepted, not what its name says. */
  store(db: Db, file: FileToStore): Promise<Stored>
  /** A file with its bytes; undefined where that organ has no such file. Changed on disk is a fault. */
  open(db: Db, organId: string, fileId: string): Promise<{ file: FileRow; bytes: Buffer } | undefined>
}

const usualLimit = 20 * 1024 * 1024

/** The store in a folder: `files/ORGAN/YEAR/ID`. */
export function openFileStore(dataFolder: string, seal: Seal): FileStore {
  const folder = join(dataFolder, 'files')
  return {
    store: (db, file) => store(db, folder, seal, file),
    open: (db, organId, fileId) => openFile(db, folder, seal, { organId, fileId }),
  }
}

async function store(db: Db, folder: string, seal: Seal, ask: FileToStore): Promise<Stored> {
  const name = cleanName(ask.name)
  const kind = kinds[endingOf(name)]
  const refused = (code: FileRefusal): Stored => ({ kind: 'refused', code, name })
  if (!kind) return refused('kindNotAccepted')
  const bytes = await gather(ask.bytes, ask.limit ?? usualLimit)
  if (!bytes) return refused('tooLarge')
  if (bytes.length === 0) return refused('empty')
  if (!(await agrees(name, bytes))) return refused('disguised')
  const file: FileRow = {
    organ_id: ask.organId,
    file_id: randomUUIDv7(),
    case_id: ask.caseId ?? null,
    name,
    media_type: kind.mediaType,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sealed: ask.sealed,
    stored_at: ask.at,
    stored_by: ask.by,
  }
  // The bytes first: a row without its file would be a lie, a file without its row is only waste.
  await write(placeOf(folder, file), ask.sealed ? seal.seal(bytes, file.file_id) : bytes)
  await db.insertInto('file').values(file).execute()
  return { kind: 'stored', file }
}

/** What was stored is not on the disk any more, or not as it was. */
export class LostFile extends Error {}

async function openFile(
  db: Db,
  folder: string,
  seal: Seal,
  { organId, fileId }: { organId: string; fileId: string },
): Promise<{ file: FileRow; bytes: Buffer } | undefined> {
  const file = await db
    .selectFrom('file')
    .selectAll()
    .where('organ_id', '=', organId)
    .where('file_id', '=', fileId)
    .executeTakeFirst()
  if (!file) return undefined
  const kept = await readFile(placeOf(folder, file)).catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === 'ENOENT' ? new LostFile(`no file on disk: ${file.file_id}`, { cause: fault }) : fault
  })
  const bytes = file.sealed ? seal.unseal(kept, file.file_id) : kept
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
    throw new LostFile(`file changed on disk: ${file.file_id}`)
  }
  return { file, bytes }
}

function placeOf(folder: string, { organ_id, file_id, stored_at }: FileRow): string {
  return join(folder, organ_id, stored_at.slice(0, 4), file_id)
}

async function gather(source: FileToStore['bytes'], limit: number): Promise<Buffer | undefined> {
  if (source instanceof Uint8Array) return source.length > limit ? undefined : Buffer.from(source)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of source) {
    size += part.length
    if (size > limit) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

// On the disk for good before the row is: written beside, flushed, renamed, the folder flushed.
async function write(place: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  const half = await open(`${place}.half`, 'wx', 0o600)
  try {
    await half.writeFile(bytes)
    await half.sync()
  } finally {
    await half.close()
  }
  await rename(`${place}.half`, place)
  const folder = await open(dirname(place))
  await folder.sync().finally(() => folder.close())
}
