import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { isOffered } from './catalogue/offered.ts'
import { cleanHtml } from './paste/clean.ts'
import type { Content, FileRef } from './rules/facts.ts'
import type { Problem } from './rules/problems.ts'

type Db = Kysely<Database> | Transaction<Database>

/** What was sent with its text cleaned: nothing else ever reaches the ledger; and what cleaning took out, in words. */
export function cleaned(sent: Readonly<Record<string, unknown>>): {
  sent: Record<string, unknown>
  dropped: string[]
} {
  if (typeof sent.body !== 'string') return { sent: { ...sent }, dropped: [] }
  const { html, dropped } = cleanHtml(sent.body)
  return {
    sent: { ...sent, body: html },
    dropped: dropped.map(({ what, count }) => `${what}${count}处`),
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function filesNamed(
  db: Db,
  organId: string,
  itemId: string,
  files: Content['files'],
): Promise<FileRef[] | undefined> {
  if (files.length === 0) return []
  const ids = files.map(({ fileId }) => fileId)
  if (ids.some((fileId) => !uuid.test(fileId))) return undefined
  const rows = await db
    .selectFrom('file')
    .select(['file_id', 'name', 'sha256'])
    .where('organ_id', '=', organId)
    .where('case_id', '=', itemId)
    .where('file_id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.file_id, row]))
  const found = ids.flatMap((fileId) => {
    const row = byId.get(fileId)
    return row ? [{ fileId, name: row.name, sha256: row.sha256 }] : []
  })
  return found.length === ids.length ? found : undefined
}

/**
 * The content with what it names looked up: its files are files of this very item, the document it interprets is one of
 * the organ's, its entry stands in a standard catalogue of the organ or one above; or what is wrong.
 */
export async function lookedUp(
  db: Db,
  organId: string,
  itemId: string,
  content: Content,
): Promise<{ content: Content } | { problems: Problem[] }> {
  const files = await filesNamed(db, organId, itemId, content.files)
  if (!files) return { problems: [{ field: 'files', code: 'fileUnknown', params: { name: '' } }] }
  if (content.interprets && !(await isOwnDocument(db, organId, content.interprets)))
    return { problems: [{ field: 'interprets', code: 'interpretsUnknown' }] }
  if (content.entry && !(await isOffered(db, organId, content.entry)))
    return { problems: [{ field: 'entry', code: 'entryUnknown' }] }
  return { content: { ...content, files } }
}

const isOwnDocument = async (db: Db, organId: string, itemId: string): Promise<boolean> =>
  uuid.test(itemId) &&
  (await db
    .selectFrom('item_row')
    .select('item_id')
    .where('organ_id', '=', organId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()) !== undefined
