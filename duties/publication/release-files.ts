import type { Transaction } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import type { Platform } from '#platform/platform.ts'
import type { GateSettings } from './gate/settings.ts'
import { findingOf, findingsOfFile } from './gate-check.ts'
import type { FileRef } from './rules/facts.ts'
import type { Working } from './rules/item.ts'
import { type Refusal, refused } from './rules/refusals.ts'
import { gateBars } from './rules/review.ts'

interface ToCopy {
  organId: string
  itemId: string
  by: string
  working: Working
  gate: GateSettings
}

type Copies = { kind: 'copied'; files: string[] } | Refusal

/**
 * The public copies of the attachments of a frozen text: each is taken from the sealed one, stored, opened again as the
 * public will get it, held against the frozen bytes and put through the gate once more.
 */
export async function publicCopies(
  tx: Transaction<Database>,
  platform: Platform,
  ask: ToCopy,
): Promise<Copies> {
  const files: string[] = []
  for (const file of ask.working.content.files) {
    const copied = await copyOf(tx, platform, ask, file)
    if (typeof copied !== 'string') return copied
    files.push(copied)
  }
  return { kind: 'copied', files }
}

async function copyOf(
  tx: Transaction<Database>,
  platform: Platform,
  { organId, itemId, by, working, gate }: ToCopy,
  file: FileRef,
): Promise<string | Refusal> {
  const sealed = await platform.files.open(tx, organId, file.fileId)
  if (sealed?.file.sha256 !== file.sha256) return refused('textChanged')
  const stored = await platform.files.store(tx, {
    organId,
    caseId: itemId,
    name: file.name,
    bytes: sealed.bytes,
    sealed: false,
    by,
    at: platform.now().toISOString(),
  })
  if (stored.kind === 'refused') return refused('textChanged')
  const opened = await platform.files.open(tx, organId, stored.file.file_id)
  if (!opened || opened.file.sha256 !== file.sha256) return refused('textChanged')
  const found = await findingsOfFile(file, async () => opened.bytes, gate)
  const findings = found.map((one) =>
    findingOf({ ...one, where: { ...one.where, fileId: file.fileId } }, [file]),
  )
  return gateBars(working, findings) ?? stored.file.file_id
}
