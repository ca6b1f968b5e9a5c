import { printedParagraphs } from '#platform/documents/docx-text.ts'
import { fillTemplate, placesOf } from '#platform/documents/letter-template.ts'
import type { LetterKind } from '../rules/letter.ts'
import { type TemplateRead, templateProblems, templateWarnings, trialMark } from '../rules/template-check.ts'
import { manyLines, type TemplatePlace, templatePlaces } from '../rules/template-places.ts'

/** What a check found: sentences that bar the template, or only those that ask to look again. */
export type CheckedTemplate =
  | { kind: 'usable'; warnings: string[] }
  | { kind: 'unusable'; problems: string[] }

const trialValues = Object.fromEntries(
  (Object.keys(templatePlaces) as TemplatePlace[]).map((place) => [
    place,
    manyLines.has(place) ? [trialMark(place)] : trialMark(place),
  ]),
)

async function readTemplate(bytes: Uint8Array): Promise<TemplateRead | undefined> {
  const paragraphs = printedParagraphs(bytes)
  if (!paragraphs) return undefined
  const places = await placesOf(bytes)
  if (!places) return { places, paragraphs, filled: [] }
  const filled = await fillTemplate(bytes, trialValues).catch(() => undefined)
  const printed = filled && printedParagraphs(filled)
  return { places: printed ? places : undefined, paragraphs, filled: printed ?? [] }
}

/** Whether a Word file can be the template of letters of that kind; it is filled once on trial and read again. */
export async function checkTemplate(kind: LetterKind, bytes: Uint8Array): Promise<CheckedTemplate> {
  const read = await readTemplate(bytes)
  if (!read)
    return { kind: 'unusable', problems: ['打不开这个文件。请在 Word 或者 WPS 中另存为 .docx 格式后上传。'] }
  const problems = templateProblems(kind, read)
  return problems.length > 0
    ? { kind: 'unusable', problems }
    : { kind: 'usable', warnings: templateWarnings(read) }
}
