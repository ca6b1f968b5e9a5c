import { readTables } from '#platform/documents/table-file.ts'
import { readWordTables } from '#platform/documents/word-tables.ts'
import { fieldNamedIn } from '../rules/standard/fields.ts'
import { standardHeader } from '../rules/standard/header.ts'
import { type ReadEntry, standardRows, type WrongEntry } from '../rules/standard/rows.ts'

/** One table of a file: read with its entries, or a sentence why it cannot be. */
export interface TableRead {
  readonly sheet: string
  readonly title: string
  /** Field that its title, sheet or file names; undefined where none is recognised. */
  readonly field: { code: string; label: string } | undefined
  readonly unclear: string
  readonly entries: readonly ReadEntry[]
  readonly wrong: readonly WrongEntry[]
}

export type FileRead =
  | { kind: 'read'; tables: readonly TableRead[] }
  | { kind: 'unreadable'; sentence: string }

const nothing = { entries: [], wrong: [] }

/**
 * The standard catalogues in a file: every sheet of an xlsx, a CSV, every table of a docx. Each table is judged for
 * itself; a file that cannot be opened is answered with a sentence.
 */
export async function readCatalogueFile(name: string, bytes: Uint8Array): Promise<FileRead> {
  const read = /\.docx$/iu.test(name) ? await readWordTables(bytes) : await readTables(name, bytes)
  if (read.kind === 'unreadable') return read
  const only = read.tables.length === 1
  return {
    kind: 'read',
    tables: read.tables.map(({ name: sheet, table }) => {
      const found = standardHeader(table)
      const above = found.kind === 'found' ? found.header.title : ''
      const title = above || sheet || name.replace(/\.[^.]+$/u, '')
      const field = fieldNamedIn(above) ?? fieldNamedIn(sheet) ?? (only ? fieldNamedIn(name) : undefined)
      if (found.kind === 'unclear') return { sheet, title, field, unclear: found.sentence, ...nothing }
      const { entries, wrong } = standardRows(table, found.header)
      const unclear = entries.length + wrong.length === 0 ? '表头下面没有事项' : ''
      return { sheet, title, field, unclear, entries, wrong }
    }),
  }
}
