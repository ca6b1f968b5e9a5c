import type { Platform } from '#platform/platform.ts'
import { factsOf, givenFor } from './case-ground.ts'
import { groundOf, letterOrgan } from './issue-letter.ts'
import type { Letter, LetterKind } from './rules/letter.ts'
import { writeLetter } from './rules/letters.ts'
import { type PaperKind, papersOf } from './rules/papers.ts'
import { fold } from './rules/request.ts'
import { writeDocx } from './templates/store.ts'

export interface Paper {
  name: string
  bytes: Uint8Array
  words: Letter
}

/**
 * A paper without a number, written from the case as it stands now; null where there is no such case or the case has no
 * use for it. Nothing is recorded.
 */
export async function paper(
  platform: Platform,
  organId: string,
  caseId: string,
  kind: PaperKind,
): Promise<Paper | null> {
  const before = await factsOf(platform, organId, caseId)
  const c = fold(before)
  if (!c || !papersOf(c).includes(kind)) return null
  const given = await givenFor(platform, organId)
  const organ = await letterOrgan(platform, organId, given.today)
  const demand: { kind: LetterKind } = { kind }
  const step = { organId, caseId, by: 'system', before, facts: [], demand, given }
  const ground = await groundOf(platform.db, platform, step, { organ, on: given.today, number: '' })
  const letter = writeLetter(kind, ground)
  const { bytes } = await writeDocx(platform.db, platform, organId, letter)
  return { name: `${letter.title}（${c.intake.number}）.docx`, bytes, words: letter }
}
