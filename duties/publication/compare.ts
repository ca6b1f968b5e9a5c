import { personNames } from '#duties/requests/names.ts'
import type { Platform } from '#platform/platform.ts'
import type { Comparison } from './contract-desk.ts'
import { factsOf } from './desk.ts'
import { headingLabel, revisionsOf } from './item-view.ts'
import { attributes } from './rules/attribute.ts'
import type { Content } from './rules/facts.ts'
import { fold } from './rules/item.ts'
import { inWords } from './rules/kind-field.ts'
import { itemKind } from './rules/kinds.ts'
import { compareTexts, paragraphsOf } from './rules/paragraphs.ts'
import { kindLabel } from './rules/vocabulary.ts'

const told = (content: Content): [string, string][] => [
  ['标题', content.title],
  ['内容概述', content.summary],
  ['体裁', kindLabel(content.kind)],
  ['栏目', headingLabel(content.catalogue)],
  ['标准目录事项', content.entry ?? ''],
  ['成文日期', content.formedOn],
  ['文号', content.documentNumber],
  ['公开属性', attributes[content.attribute].label],
  ['附件', content.files.map(({ name }) => name).join('、')],
  ...Object.entries(itemKind(content.kind)?.fields ?? {}).map(([name, field]): [string, string] => [
    field.label,
    inWords(content.extra[name], field),
  ]),
]

/**
 * Two texts of an item side by side, by the facts that hold them: the entries that differ, and the paragraphs kept, gone
 * and new. Undefined where that organ's item has no such texts.
 */
export async function comparison(
  platform: Platform,
  organId: string,
  itemId: string,
  [from, to]: readonly [number, number],
): Promise<Comparison | undefined> {
  const facts = await factsOf(platform.db, organId, itemId)
  const c = fold(facts)
  if (!c) return undefined
  const names = await personNames(
    platform,
    facts.map(({ recordedBy }) => recordedBy),
  )
  const revisions = revisionsOf(facts, c, names)
  const textAt = (seq: number) => {
    const fact = facts.find((each) => each.seq === seq)?.fact
    return fact && 'content' in fact ? fact.content : undefined
  }
  const [old, fresh] = [textAt(from), textAt(to)]
  const [before, after] = [revisions.find(({ seq }) => seq === from), revisions.find(({ seq }) => seq === to)]
  if (!old || !fresh || !before || !after) return undefined
  const was = new Map(told(old))
  return {
    before,
    after,
    fields: told(fresh).flatMap(([label, text]) =>
      was.get(label) === text ? [] : [{ label, before: was.get(label) ?? '', after: text }],
    ),
    lines: compareTexts(paragraphsOf(old.body), paragraphsOf(fresh.body)).map((line) => ({ ...line })),
  }
}
