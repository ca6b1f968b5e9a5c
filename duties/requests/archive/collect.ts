import { read } from '#platform/ledger/ledger.ts'
import type { FactRow } from '#platform/ledger/tables.ts'
import { organById } from '#platform/organs/tree.ts'
import type { Platform } from '#platform/platform.ts'
import { lettersIn } from '../case-files.ts'
import { givenFor } from '../case-ground.ts'
import { applicantOf } from '../case-view.ts'
import { dueView, stripView } from '../clock-view.ts'
import type { Applicant, DueView, StripDay } from '../contract.ts'
import { wordsOf } from '../issue-letter.ts'
import { namesIn } from '../names.ts'
import { proofsIn } from '../proofs.ts'
import type { LetterId, Recorded } from '../rules/facts.ts'
import type { Letter } from '../rules/letter.ts'
import { fold, type RequestCase } from '../rules/request.ts'
import type { Names } from '../rules/timeline.ts'
import { duty, recordedOf } from '../store.ts'

/** A file of the case with its bytes; a letter with its words. */
export interface KeptFile {
  fileId: string
  name: string
  bytes: Uint8Array
  storedAt: string
  letter?: { id: LetterId; words: Letter | undefined }
}

/** Everything of a case that its archive package holds. */
export interface Collected {
  organName: string
  c: RequestCase
  facts: readonly Recorded[]
  rows: readonly FactRow[]
  applicant: Applicant | null
  due: DueView
  strip: readonly StripDay[]
  names: Names
  files: readonly KeptFile[]
  madeAt: string
}

// A package that was made before is no part of the next one; proofs of identity stay where openings are written down.
const packagesIn = (facts: readonly Recorded[]): string[] =>
  facts.flatMap(({ fact }) => (fact.type === 'archived' && fact.package ? [fact.package] : []))

async function filesOf(
  platform: Platform,
  { organId, caseId }: { organId: string; caseId: string },
  facts: readonly Recorded[],
): Promise<KeptFile[]> {
  const rows = await platform.db
    .selectFrom('file')
    .select(['file_id', 'stored_at'])
    .where('organ_id', '=', organId)
    .where('case_id', '=', caseId)
    .orderBy('stored_at')
    .orderBy('file_id')
    .execute()
  const letters = new Map(facts.flatMap(lettersIn).map((letter) => [letter.file, letter]))
  const leftOut = new Set([...packagesIn(facts), ...proofsIn(facts)])
  const kept: KeptFile[] = []
  for (const { file_id: fileId, stored_at: storedAt } of rows) {
    const opened = leftOut.has(fileId) ? undefined : await platform.files.open(platform.db, organId, fileId)
    if (!opened) continue
    const id = letters.get(fileId)
    const letter = id && { id, words: await wordsOf(platform, organId, id) }
    kept.push({
      fileId,
      name: opened.file.name,
      bytes: opened.bytes,
      storedAt,
      ...(letter ? { letter } : {}),
    })
  }
  return kept
}

/** All of a case for its archive package; undefined where that organ has no such case. */
export async function collect(
  platform: Platform,
  organId: string,
  caseId: string,
): Promise<Collected | undefined> {
  const rows = (await read(platform.db, organId, caseId)).filter((row) => row.duty === duty)
  const facts = rows.map(recordedOf)
  const c = fold(facts)
  if (!c) return undefined
  const given = await givenFor(platform, organId)
  const [organ, applicant, names, files] = await Promise.all([
    organById(platform.db, organId, given.today),
    applicantOf(platform, organId, c),
    namesIn(platform, facts),
    filesOf(platform, { organId, caseId }, facts),
  ])
  return {
    organName: organ?.name ?? '',
    c,
    facts,
    rows,
    applicant,
    due: dueView(facts, given),
    strip: stripView(facts, given),
    names,
    files,
    madeAt: platform.now().toISOString(),
  }
}
