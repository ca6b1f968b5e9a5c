import { fileRefusals } from '#platform/files/refusals.ts'
import type { Platform } from '#platform/platform.ts'
import { itemRowOf } from './item-store.ts'

export type Kept =
  | { kind: 'kept'; fileId: string; name: string; size: number }
  | { kind: 'refused'; sentence: string }
  | { kind: 'notFound' }

export interface ToKeep {
  organId: string
  itemId: string
  name: string
  bytes: Uint8Array
  by: string
}

/** Keeps an attachment of a draft, encrypted: nothing of it is public before it is released. */
export async function keepItemFile(
  platform: Platform,
  { organId, itemId, name, bytes, by }: ToKeep,
): Promise<Kept> {
  if (!(await itemRowOf(platform.db, organId, itemId))) return { kind: 'notFound' }
  const at = platform.now().toISOString()
  const file = { organId, caseId: itemId, name, bytes, sealed: true, by, at }
  const stored = await platform.files.store(platform.db, file)
  if (stored.kind === 'refused') return { kind: 'refused', sentence: fileRefusals[stored.code](stored.name) }
  return { kind: 'kept', fileId: stored.file.file_id, name: stored.file.name, size: stored.file.size }
}

/** A file of that very item; null where it is none of it. The caller has checked who asks. */
export async function itemFile(
  platform: Platform,
  organId: string,
  itemId: string,
  fileId: string,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array } | null> {
  const opened = await platform.files.open(platform.db, organId, fileId)
  if (opened?.file.case_id !== itemId) return null
  return { name: opened.file.name, mediaType: opened.file.media_type, bytes: opened.bytes }
}
