import type { Role } from '#law/roles.ts'
import { fileRefusals } from '#platform/files/refusals.ts'
import { type Actor, rolesAt } from '#platform/identity/actor.ts'
import { audit } from '#platform/identity/audit.ts'
import type { Platform } from '#platform/platform.ts'
import { factsOf } from './case-ground.ts'
import { readsApplicant, readsProofs } from './case-roles.ts'
import { proofsIn } from './proofs.ts'
import { rowOf } from './store.ts'

export interface CaseFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** A file of that very case; null where it is none of it. The caller has checked who asks. */
export async function caseFileUnchecked(
  platform: Platform,
  organId: string,
  caseId: string,
  fileId: string,
): Promise<CaseFile | null> {
  const opened = await platform.files.open(platform.db, organId, fileId)
  if (opened?.file.case_id !== caseId) return null
  return { name: opened.file.name, mediaType: opened.file.media_type, bytes: opened.bytes }
}

/** Names and sizes of files of that very case, in the order asked for; others are left out. */
export async function caseFileNames(
  { db }: Platform,
  organId: string,
  caseId: string,
  fileIds: readonly string[],
) {
  if (fileIds.length === 0) return []
  const rows = await db
    .selectFrom('file')
    .select(['file_id', 'name', 'size'])
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .where('file_id', 'in', [...fileIds])
    .execute()
  return rows.sort((one, other) => fileIds.indexOf(one.file_id) - fileIds.indexOf(other.file_id))
}

const readsEvidence: readonly Role[] = [...readsApplicant, 'secrecyReviewer']

/**
 * The same for an officer: what is sealed opens to those only who need the applicant's particulars; what proves the
 * applicant's identity to those only who verify it, and each opening is written down.
 */
export async function caseFile(
  platform: Platform,
  organId: string,
  caseId: string,
  fileId: string,
  actor: Actor,
): Promise<CaseFile | null> {
  const held = rolesAt(actor, organId)
  const isProof = proofsIn(await factsOf(platform, organId, caseId)).includes(fileId)
  const may = held.some((role) => (isProof ? readsProofs : readsEvidence).includes(role))
  const file = may ? await caseFileUnchecked(platform, organId, caseId, fileId) : null
  if (file && isProof) {
    const subject = `${file.name.replace(/\.[^.]+$/, '')} ${caseId}`
    await audit(platform.db, { organId, personId: actor.personId, action: 'fileOpened', subject })
  }
  return file
}

export type Kept =
  | { kind: 'kept'; fileId: string; name: string; size: number }
  | { kind: 'refused'; sentence: string }
  | { kind: 'notFound' }

/** Keeps an officer's upload with a case, encrypted; a step then says what it is. */
export async function keepFile(
  platform: Platform,
  {
    organId,
    caseId,
    name,
    bytes,
    by,
  }: { organId: string; caseId: string; name: string; bytes: Uint8Array; by: string },
): Promise<Kept> {
  if (!(await rowOf(platform.db, organId, caseId))) return { kind: 'notFound' }
  const at = platform.now().toISOString()
  const stored = await platform.files.store(platform.db, {
    organId,
    caseId,
    name,
    bytes,
    sealed: true,
    by,
    at,
  })
  if (stored.kind === 'refused') return { kind: 'refused', sentence: fileRefusals[stored.code](stored.name) }
  return { kind: 'kept', fileId: stored.file.file_id, name: stored.file.name, size: stored.file.size }
}
