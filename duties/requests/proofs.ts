import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { agrees } from '#platform/files/content.ts'
import { kinds } from '#platform/files/kinds.ts'
import { cleanName, endingOf } from '#platform/files/name.ts'
import type { Platform } from '#platform/platform.ts'
import type { FieldError } from './contract.ts'
import type { FileId, Recorded } from './rules/facts.ts'
import { largestProof, type Proof, type ProofKind, proofLabels, proofMediaTypes } from './rules/proofs.ts'

type Db = Kysely<Database> | Transaction<Database>

/** A proof as it was sent, before it is kept. */
export interface SentProof {
  what: ProofKind
  name: string
  bytes: Uint8Array
}

const sentences = {
  kind: (label: string) => `${label}请上传 JPG、PNG 格式的图片或者 PDF 文件`,
  disguised: (label: string) => `${label}的文件打不开，内容与文件名不符；请重新拍照或者扫描后上传`,
  tooLarge: (label: string) => `${label}的文件太大，请压缩到${largestProof / 1024 / 1024} MB以内`,
} as const

async function problemOf({ what, name, bytes }: SentProof): Promise<string | undefined> {
  const label = proofLabels[what]
  const clean = cleanName(name)
  const kind = kinds[endingOf(clean)]
  if (!kind || !proofMediaTypes.includes(kind.mediaType)) return sentences.kind(label)
  if (bytes.length > largestProof) return sentences.tooLarge(label)
  return (await agrees(clean, bytes)) ? undefined : sentences.disguised(label)
}

/** What is wrong with the proofs sent, each beside its field, which bears the name of the proof. */
export async function proofErrors(sent: readonly SentProof[]): Promise<FieldError[]> {
  const told = await Promise.all(sent.map(async (each) => [each.what, await problemOf(each)] as const))
  return told.flatMap(([field, message]) => (message ? [{ field, message }] : []))
}

/** Keeps the proofs of a new case, encrypted, under plain names of ours: a file's own name may tell who it is. */
export async function keepProofs(
  tx: Transaction<Database>,
  platform: Platform,
  { organId, caseId, by, sent }: { organId: string; caseId: string; by: string; sent: readonly SentProof[] },
): Promise<Proof[]> {
  const at = platform.now().toISOString()
  const kept: Proof[] = []
  for (const { what, name, bytes } of sent) {
    const file = { organId, caseId, name: `${proofLabels[what]}.${endingOf(cleanName(name))}`, bytes, by, at }
    const stored = await platform.files.store(tx, { ...file, sealed: true })
    if (stored.kind === 'refused') throw new Error(`a proof was not kept: ${stored.code}`)
    kept.push({ what, file: stored.file.file_id })
  }
  return kept
}

/** The proofs that the facts of a case name. */
export const proofsIn = (facts: readonly Pick<Recorded, 'fact'>[]): FileId[] =>
  facts.flatMap(({ fact }) => [
    ...(fact.type === 'proofAdded' ? [fact.file] : []),
    ...('intake' in fact ? (fact.intake?.proofs ?? []).map(({ file }) => file) : []),
  ])

/** What is wrong with a file that a step names as a proof; none where it is one of the case and of a kind that a proof may be. */
export async function proofFileErrors(
  db: Db,
  { organId, caseId }: { organId: string; caseId: string },
  { what, file }: Proof,
): Promise<FieldError[]> {
  const row = await db
    .selectFrom('file')
    .select(['media_type', 'size'])
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .where('file_id', '=', file)
    .executeTakeFirst()
  const label = proofLabels[what]
  if (!row || !proofMediaTypes.includes(row.media_type))
    return [{ field: 'file', message: sentences.kind(label) }]
  return Number(row.size) > largestProof ? [{ field: 'file', message: sentences.tooLarge(label) }] : []
}
