import { fileRefusals } from '#platform/files/refusals.ts'
import type { Platform } from '#platform/platform.ts'
import type { Kept } from '../files.ts'
import { hasLocation, withoutLocation } from '../gate/image.ts'
import { channelIdOf } from './desk.ts'

interface Evidence {
  organId: string
  /** The form that it belongs to. */
  askId: string
  name: string
  bytes: Uint8Array
  by: string
}

/** Keeps a photograph or scan that proves a sending: sealed, and without the position where it was taken. */
export async function keepEvidence(platform: Platform, { askId, bytes, ...file }: Evidence): Promise<Kept> {
  const bare = withoutLocation(bytes)
  if (hasLocation(bare))
    return { kind: 'refused', sentence: `“${file.name}”带有拍摄位置，没有去除成功，请另存为 JPG 后上传。` }
  const caseId = channelIdOf(file.organId, askId)
  const at = platform.now().toISOString()
  const stored = await platform.files.store(platform.db, { ...file, caseId, bytes: bare, sealed: true, at })
  if (stored.kind === 'refused') return { kind: 'refused', sentence: fileRefusals[stored.code](stored.name) }
  return { kind: 'kept', fileId: stored.file.file_id, name: stored.file.name, size: stored.file.size }
}

/** A file that proves a sending of that organ; null where it is none. The caller has checked who asks. */
export async function evidenceFile(platform: Platform, organId: string, fileId: string) {
  const row = await platform.db
    .selectFrom('channel_sent as s')
    .innerJoin('file as f', (on) =>
      on.onRef('f.organ_id', '=', 's.organ_id').onRef('f.case_id', '=', 's.sent_id'),
    )
    .select('f.file_id')
    .where('f.organ_id', '=', organId)
    .where('f.file_id', '=', fileId)
    .executeTakeFirst()
  const opened = row && (await platform.files.open(platform.db, organId, fileId))
  return opened ? { name: opened.file.name, mediaType: opened.file.media_type, bytes: opened.bytes } : null
}
