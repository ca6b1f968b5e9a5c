import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findingsOfReading } from '#duties/annual-report/reading/findings.ts'
import { sameAsTruth, type TruthFile, truthCells } from '#duties/annual-report/reading/fixtures/truth.ts'
import { openSource } from '#duties/annual-report/reading/open.ts'

interface Score {
  readonly file: string
  right: number
  wrong: number
  refused: number
  missed: number
  extra: number
  readonly notes: string[]
  readonly findings: readonly string[]
  readonly anomalies: readonly string[]
}

async function scoreOf(folder: string, name: string): Promise<Score> {
  const truth = JSON.parse(readFileSync(join(folder, 'truth', name), 'utf8')) as TruthFile
  const bytes = readFileSync(join(folder, truth.file))
  const [source] = await openSource(truth.file, bytes)
  if (source === undefined || source.kind === 'refused') throw new Error(`${truth.file}: not read`)
  const { reading } = source
  const expected = truthCells(truth)
  const score: Score = {
    file: truth.file,
    right: 0,
    wrong: 0,
    refused: 0,
    missed: 0,
    extra: 0,
    notes: [],
    findings: [],
    anomalies: truth.anomalies,
  }
  for (const [id, value] of expected) {
    const cell = reading.cells.get(id)?.cell
    if (cell === undefined) score.missed++
    else if (sameAsTruth(id, cell, value)) score.right++
    else if (cell.kind === 'undecidable') score.refused++
    else score.wrong++
    if (cell === undefined || !sameAsTruth(id, cell, value))
      score.notes.push(`${id} ${JSON.stringify(value)} read ${JSON.stringify(cell)}`)
  }
  for (const [id, { cell }] of reading.cells)
    if (!expected.has(id) && cell.kind !== 'undecidable') {
      score.extra++
      score.notes.push(`${id} not in truth, read ${JSON.stringify(cell)}`)
    }
  const findings = findingsOfReading(reading).map((finding) => `${finding.check} ${finding.sentence}`)
  return { ...score, findings }
}

const folder = new URL('../../shared/samples', import.meta.url).pathname

async function main(): Promise<void> {
  if (!existsSync(folder)) {
    console.log('bench reader-truth: no samples beside the project, nothing to compare')
    return
  }
  const verbose = process.argv.includes('--all')
  const only = process.argv.slice(2).find((each) => !each.startsWith('--'))
  const sum = { right: 0, wrong: 0, refused: 0, missed: 0, extra: 0 }
  for (const name of readdirSync(join(folder, 'truth')).sort()) {
    if (only && !name.includes(only)) continue
    const score = await scoreOf(folder, name)
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += score[key]
    console.log(
      `${score.file}: right ${score.right} wrong ${score.wrong} refused ${score.refused} missed ${score.missed} extra ${score.extra}`,
    )
    for (const note of verbose ? score.notes : score.notes.slice(0, 3)) console.log(`    ${note}`)
    if (verbose) {
      for (const finding of score.findings) console.log(`    ! ${finding}`)
      for (const anomaly of score.anomalies) console.log(`    truth: ${anomaly}`)
    }
  }
  console.log(`bench reader-truth: ${JSON.stringify(sum)}`)
}

await main()
