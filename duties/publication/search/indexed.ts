import type { SearchTable } from '#platform/search/find.ts'
import { foldedLines } from '#platform/search/fold.ts'
import { lexemesOf, vectorText } from '#platform/search/grams.ts'
import { textOfHtml } from '#platform/search/html-text.ts'
import { documentNumber, indexNumberKey } from '#platform/search/numbers.ts'
import { dayInShanghai, yearOf } from '#time/day.ts'

/** The table of what is published, and what it is narrowed and counted by. */
export const itemSearch: SearchTable = {
  name: 'item_search',
  sample: { name: 'item_sample', oneIn: 64 },
  fields: { organ_id: 'o', kind: 'k', year: 'y', validity: 'v' },
}

/** What of an item is searched. */
export interface Searchable {
  readonly organ_id: string
  readonly item_id: string
  readonly index_number: string
  readonly kind: string
  readonly title: string
  readonly document_number: string
  readonly summary: string
  readonly body: string
  readonly published_at: string
  readonly validity: string
  /** The texts of its attachments, with their names. */
  readonly files: readonly string[]
}

/** The texts of an item in the order in which an excerpt is looked for: the title apart. */
export const textsOf = ({
  summary,
  body,
  files,
}: Pick<Searchable, 'summary' | 'body' | 'files'>): string[] => [summary, textOfHtml(body), ...files]

/** What an item is called by: its document number and its index number, whole and without the organ's code. */
export function numbersOf(item: Pick<Searchable, 'document_number' | 'index_number'>): string[] {
  const number = documentNumber(item.document_number)
  const index = item.index_number
  const ways = [indexNumberKey(index), indexNumberKey(index.slice(index.indexOf('/') + 1))]
  return number === undefined ? ways : [number, ...ways]
}

/** The row of an item in item_search. */
export function searchRowOf(item: Searchable) {
  const year = yearOf(dayInShanghai(item.published_at))
  const lexemes = lexemesOf({
    titles: [item.title, item.document_number],
    texts: textsOf(item),
    numbers: numbersOf(item),
    fields: { o: item.organ_id, k: item.kind, y: String(year), v: item.validity },
  })
  const { organ_id, item_id, published_at, kind, validity } = item
  const folded = foldedLines([item.title, item.document_number, item.index_number, ...textsOf(item)])
  return { organ_id, item_id, published_at, year, kind, validity, tsv: vectorText(lexemes), folded }
}
