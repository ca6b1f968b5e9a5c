import type { Transaction } from 'kysely'
import { exampleXlsx } from '#duties/publication/catalogue/example.ts'
import { readCatalogueFile } from '#duties/publication/catalogue/read-file.ts'
import { keepDraft, publishDraft } from '#duties/publication/catalogue/store.ts'
import type { Database } from '#platform/database/schema.ts'
import type { Staff } from '../staff.ts'
import { standardSheets, standardTables } from '../standards.ts'

const source = '基层政务公开标准目录.xlsx'
const takenAt = '2024-06-03T02:00:00.000Z'

/** The county's standard catalogues, brought in from their workbook and published, as an office does it. */
export async function plantStandards(tx: Transaction<Database>, { organ, officers }: Staff): Promise<void> {
  const by = officers.find(({ roles }) => roles.includes('publisher'))?.personId
  if (organ.kind !== 'government' || organ.level !== 'county' || !by) return
  const read = await readCatalogueFile(source, await exampleXlsx(standardSheets()))
  if (read.kind === 'unreadable') throw new Error(read.sentence)
  for (const [index, { title, entries, wrong }] of read.tables.entries()) {
    const table = standardTables[index]
    if (!table || wrong.length > 0) throw new Error(`${title}: ${wrong[0]?.message ?? 'not in the workbook'}`)
    const { field, label } = table
    const lines = entries.map(({ entry }) => entry)
    await keepDraft(tx, {
      organId: organ.organId,
      field,
      label,
      title,
      source,
      entries: lines,
      by,
      at: takenAt,
    })
    await publishDraft(tx, { organId: organ.organId, field, by, at: takenAt })
  }
}
