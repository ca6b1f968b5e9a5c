import type { ColumnType, Generated } from 'kysely'

/** Rows of the search: see migrations/0040-search.sql. */

export interface ItemSearchRow {
  organ_id: string
  item_id: string
  published_at: string
  year: number
  kind: string
  validity: string
  tsv: ColumnType<string, string, string>
  folded: string | null
  sampled: Generated<boolean>
}

export interface FileTextRow {
  organ_id: string
  item_id: string
  file_id: string
  outcome: string
  text: string
  taken_at: string
}

export interface SearchWordRow {
  organ_id: string
  word: string
  pinyin: string
  initials: string
  uses: number
}

export interface SearchSynonymRow {
  organ_id: string
  head: string
  words: string[]
  changed_at: string
  changed_by: string
}

export interface SearchMissRow {
  organ_id: string
  month: string
  words: string
  asked: number
  people: number
  days: number
  last_on: string
}

declare module '#platform/database/schema.ts' {
  interface Database {
    item_search: ItemSearchRow
    item_file_text: FileTextRow
    search_word: SearchWordRow
    search_synonym: SearchSynonymRow
    search_miss: SearchMissRow
  }
}
