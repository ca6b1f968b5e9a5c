import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acrossYears } from '#duties/annual-report/reading/across-years.ts'
import { sameAsTruth, type TruthFile, truthCells } from '#duties/annual-report/reading/fixtures/truth.ts'
import { openSource, type Source } from '#duties/annual-report/reading/open.ts'
import type { Reading } from '#duties/annual-report/reading/read.ts'
import { type ReadResult, resultOf } from '#duties/annual-report/reading/result.ts'
import { type AnomalyScore, scoreAnomalies } from './reader-anomalies.ts'

interface CellScore {
  right: number
  wrong: number
  refused: number
  missed: number
  extra: number
  readonly notes: string[]
}

interface Sample {
  readonly truth: TruthFile
  readonly source: Source & { kind: 'read' }
  readonly result: ReadResult
}

const folder = new URL('../../shared/samples', import.meta.url).pathname

const truthOf = (name: string): TruthFile => JSON.parse(readFileSync(join(folder, 'truth', name), 'utf8'))

async function sampleOf(name: string): Promise<Sample> {
  const truth = truthOf(name)
  const [source] = await openSource(truth.file, readFileSync(join(folder, truth.file)))
  if (source === undefined || source.kind === 'refused') throw new Error(`${truth.file}: not read`)
  return { truth, source, result: resultOf(source) }
}

function scoreCells(truth: TruthFile, reading: Reading): CellScore {
  const expected = truthCells(truth)
  const score: CellScore = { right: 0, wrong: 0, refused: 0, missed: 0, extra: 0, notes: [] }
  for (const [id, value] of expected) {
    const cell = reading.cells.get(id)?.cell
    if (cell !== undefined && sameAsTruth(id, cell, value)) {
      score.right++
      continue
    }
    score[cell === undefined ? 'missed' : cell.kind === 'undecidable' ? 'refused' : 'wrong']++
    score.notes.push(`${id} ${JSON.stringify(value)} read ${JSON.stringify(cell)}`)
  }
  for (const [id, { cell }] of reading.cells)
    if (!expected.has(id) && cell.kind !== 'undecidable') {
      score.extra++
      score.notes.push(`${id} not in truth, read ${JSON.stringify(cell)}`)
    }
  return score
}

/** The anomalies of a truth, with those of the truth it says it equals. */
function anomaliesOf(truth: TruthFile): readonly string[] {
  const same = truth.anomalies.map((each) => /same report as (\w+)/.exec(each)?.[1]).find((each) => each)
  const others = same === undefined ? [] : truthOf(`${same}.json`).anomalies
  return [...truth.anomalies, ...others.filter((each) => /T|parts sum|township/.test(each))]
}

function show(file: string, cells: CellScore, anomalies: AnomalyScore, verbose: boolean): void {
  const { right, wrong, refused, missed, extra, notes } = cells
  const { found, missed: lost, notHere, unfounded } = anomalies
  console.log(
    `${file.replace('reports/', '').padEnd(32)} cells right ${String(right).padStart(3)} wrong ${wrong} refused ${String(refused).padStart(2)} missed ${missed} extra ${extra} | anomalies found ${String(found.length).padStart(2)} missed ${lost.length} false ${unfounded.length}${notHere.length > 0 ? ` (not in the excerpt ${notHere.length})` : ''}`,
  )
  for (const note of verbose ? notes : notes.slice(0, 2)) console.log(`    ${note}`)
  for (const each of lost) console.log(`    missed: ${each}`)
  for (const each of unfounded) console.log(`    false: ${each}`)
  if (verbose) for (const each of found) console.log(`    found: ${each}`)
}

async function main(): Promise<void> {
  if (!existsSync(folder)) {
    console.log('bench reader-truth: no samples beside the project, nothing to compare')
    return
  }
  const verbose = process.argv.includes('--all')
  const only = process.argv.slice(2).find((each) => !each.startsWith('--')) ?? ''
  const samples = await Promise.all(readdirSync(join(folder, 'truth')).sort().map(sampleOf))
  const years = acrossYears(samples.map(({ result }) => result))
  const sum = { right: 0, wrong: 0, refused: 0, missed: 0, extra: 0, found: 0, lost: 0, false: 0 }
  for (const { truth, source, result } of samples.filter((each) => each.truth.file.includes(only))) {
    const cells = scoreCells(truth, source.reading)
    const more = years.filter((each) => each.name === result.source.name).flatMap((each) => each.findings)
    const findings = [...(result.findings ?? []), ...more]
    const anomalies = scoreAnomalies(truth, anomaliesOf(truth), findings, source.unfolded.raw)
    show(truth.file, cells, anomalies, verbose)
    for (const key of ['right', 'wrong', 'refused', 'missed', 'extra'] as const) sum[key] += cells[key]
    sum.found += anomalies.found.length
    sum.lost += anomalies.missed.length
    sum.false += anomalies.unfounded.length
  }
  const holds = sum.wrong + sum.missed + sum.extra + sum.lost + sum.false === 0
  console.log(
    `bench reader-truth: cells ${sum.right} right, ${sum.wrong} wrong, ${sum.refused} refused, ${sum.missed} missed, ${sum.extra} extra; anomalies ${sum.found} found, ${sum.lost} missed, ${sum.false} false | goal 0 wrong, 0 missed, 0 false | ${holds ? 'holds' : 'short'}`,
  )
  process.exitCode = holds ? 0 : 1
}

await main()
