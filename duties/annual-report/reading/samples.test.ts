import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Cell } from '#law/report-forms/report.ts'
import { sameAsTruth, type TruthFile, truthCells } from './fixtures/truth.ts'
import { openSource } from './open.ts'
import type { CellRead } from './read.ts'

const folder = new URL('../../../../shared/samples', import.meta.url).pathname
const skip = existsSync(folder) ? false : 'no samples beside the project'

test('real reports: no cell is read otherwise than it stands, and what can be decided is read', {
  skip,
}, async () => {
  let refused = 0
  for (const name of readdirSync(join(folder, 'truth'))) {
    const truth: TruthFile = JSON.parse(readFileSync(join(folder, 'truth', name), 'utf8'))
    const [source] = await openSource(truth.file, readFileSync(join(folder, truth.file)))
    const cells = source?.kind === 'read' ? source.reading.cells : new Map<string, CellRead>()
    for (const [id, value] of truthCells(truth)) {
      const cell: Cell | undefined = cells.get(id)?.cell
      assert.ok(cell, `${name} ${id} is not read`)
      if (cell.kind === 'undecidable') refused++
      else assert.ok(sameAsTruth(id, cell, value), `${name} ${id}: ${JSON.stringify(cell)}, not ${value}`)
    }
  }
  assert.ok(refused <= 20, `${refused} cells refused: only digits glued without any sum may be`)
})
