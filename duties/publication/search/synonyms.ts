import type { Kysely } from 'kysely'
import type { Database } from '#platform/database/schema.ts'
import { fold, foldedText } from '#platform/search/fold.ts'
import type { Synonyms } from '#platform/search/query.ts'
import type { SynonymChange, SynonymGroup } from './contract.ts'
import { givenSynonyms } from './synonym-list.ts'
import './tables.ts'

type Db = Kysely<Database>

const given = new Map(givenSynonyms.map(([head, ...words]) => [head, words]))

/** The groups that a portal uses: the list that came with the program, with its own changes; those it added last. */
export async function synonymGroups(db: Db, organId: string): Promise<SynonymGroup[]> {
  const rows = await db
    .selectFrom('search_synonym')
    .select(['head', 'words'])
    .where('organ_id', '=', organId)
    .orderBy('head')
    .execute()
  const changed = new Map(rows.map(({ head, words }) => [head, words]))
  const kept = [...given].map(([head, words]): SynonymGroup => {
    const own = changed.get(head)
    return own ? { head, words: own, from: 'changed' } : { head, words, from: 'given' }
  })
  const added = rows
    .filter(({ head }) => !given.has(head))
    .map(({ head, words }): SynonymGroup => ({ head, words, from: 'added' }))
  return [...kept, ...added].filter(({ words, from }) => from !== 'added' || words.length > 0)
}

/** The groups as a query reads them. A word leads to its whole group only from its head, and from each to the head. */
export function synonymsOf(groups: readonly SynonymGroup[]): Synonyms {
  const folded = (word: string): string => foldedText(fold(word))
  const others = new Map<string, Set<string>>()
  const lead = (from: string, to: string) => {
    if (from === to || from.length < 2 || to === '') return
    const known = others.get(from)
    if (known) known.add(to)
    else others.set(from, new Set([to]))
  }
  for (const { head, words } of groups.filter((group) => group.words.length > 0))
    for (const word of words) {
      lead(folded(head), folded(word))
      // A whole name finds its abbreviation; a wider word does not find everything below it.
      if (word.length > head.length) lead(folded(word), folded(head))
    }
  return [...others]
    .map(([word, meant]) => ({ word, others: [...meant] }))
    .sort((one, other) => other.word.length - one.word.length)
}

export interface SynonymChangeBy {
  organId: string
  change: SynonymChange
  by: string
  /** ISO instant */
  at: string
}

/** Changes or adds one group of a portal; without words the group is not used. */
export async function changeSynonyms(db: Db, { organId, change, by, at }: SynonymChangeBy): Promise<void> {
  const words = [
    ...new Set(change.words.map((word) => word.trim()).filter((word) => word && word !== change.head)),
  ]
  const changing = { words, changed_at: at, changed_by: by }
  await db
    .insertInto('search_synonym')
    .values({ organ_id: organId, head: change.head.trim(), ...changing })
    .onConflict((conflict) => conflict.columns(['organ_id', 'head']).doUpdateSet(changing))
    .execute()
}

/** Takes back what a portal changed of a group: the given words hold again, an added group is gone. */
export const resetSynonyms = (db: Db, organId: string, head: string): Promise<unknown> =>
  db.deleteFrom('search_synonym').where('organ_id', '=', organId).where('head', '=', head).execute()
