import { sql } from 'kysely'
import { fold } from '#platform/search/fold.ts'
import { phraseQuery } from '#platform/search/phrase.ts'
import type { TestPlatform } from '#platform/testing/platform.ts'
import { inventedItem } from './items-ground.ts'
import { drawing, wordAt } from './items-text.ts'

/** Words of a ground by how many items hold them, and phrases cut out of its texts. */
export interface WordsByUse {
  readonly rare: readonly string[]
  readonly middling: readonly string[]
  readonly common: readonly string[]
  readonly phrases: readonly string[]
}

export const classes = ['rare', 'middling', 'common', 'phrases'] as const
export type WordClass = (typeof classes)[number]

const ofEach = 40
const candidates = 900

/** How many items hold a word: counted, or by the sample where they are many. */
async function countOf({ platform }: TestPlatform, word: string): Promise<number> {
  const condition = phraseQuery(fold(word).units)
  const count = async (table: string) => {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM ${sql.table(table)} WHERE tsv @@ ${condition}::tsquery`.execute(
      platform.db,
    )
    return rows[0]?.n ?? 0
  }
  const sampled = await count('item_sample')
  return sampled > 300 ? sampled * 64 : count('item_search')
}

/** Rare: 5 to 200 items. Middling: 3,000 to 10,000. Common: every tenth item and more. Phrases: 5 to 8 characters. */
export async function wordsByUse(made: TestPlatform, items: number): Promise<WordsByUse> {
  const found = { rare: [] as string[], middling: [] as string[], common: [] as string[] }
  for (let i = 0; i < candidates; i++) {
    const word = wordAt(Math.floor(19_999 * (i / candidates) ** 3))
    const uses = await countOf(made, word)
    if (uses >= 5 && uses <= 200) found.rare.push(word)
    else if (uses >= 3000 && uses <= 10_000) found.middling.push(word)
    else if (uses >= items / 10) found.common.push(word)
    if (Object.values(found).every((list) => list.length >= ofEach)) break
  }
  const random = drawing(99)
  const phrases = Array.from({ length: ofEach }, () => {
    const text = inventedItem(Math.floor(random() * items), items).paragraphs[0] ?? ''
    const clause = text.split('，')[0] ?? ''
    return `“${clause.slice(0, 5 + Math.floor(random() * 4))}”`
  })
  const few = (list: readonly string[]) => [...new Set(list)].slice(0, ofEach)
  return { rare: few(found.rare), middling: few(found.middling), common: few(found.common), phrases }
}
