import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findingsOfReading } from '#duties/annual-report/reading/findings.ts'
import { openSource } from '#duties/annual-report/reading/open.ts'
import type { Cell } from '#law/report-forms/report.ts'

/** What the truth says of one cell: a figure, null for blank, or the mark. */
type Truth = number | string | null
interface TruthFile {
  readonly file: string
  readonly proactive: Readonly<Record<string, Truth>>
  readonly requests: Readonly<Record<string, readonly Truth[]>>
  readonly review: readonly Truth[] | null
  readonly litigation_direct: readonly Truth[] | null
  readonly litigation_after_review: readonly Truth[] | null
  readonly anomalies: readonly string[]
  readonly uncertain?: readonly string[]
}

const applicants = ['naturalPerson', 'company', 'research', 'welfare', 'legalService', 'otherOrg', 'total']
const results = ['upheld', 'corrected', 'other', 'pending', 'total']

const proactiveId = (key: string): string =>
  `proactive.${key.replace(/_amount_wan$/, '_amount').replace(/_([a-z]+)$/, '.$1')}`

/** The cells of a truth file by the names of the form. */
export function truthCells(truth: TruthFile): ReadonlyMap<string, Truth> {
  const cells = new Map<string, Truth>()
  for (const [key, value] of Object.entries(truth.proactive))
    if (!key.endsWith('_as_written')) cells.set(proactiveId(key), value)
  const vector = (prefix: string, columns: readonly string[], values: readonly Truth[]) => {
    for (const [index, value] of values.entries()) cells.set(`${prefix}.${columns[index]}`, value)
  }
  for (const [row, values] of Object.entries(truth.requests)) vector(`requests.${row}`, applicants, values)
  for (const block of ['review', 'litigation_direct', 'litigation_after_review'] as const)
    if (truth[block]) vector(block, results, truth[block])
  return cells
}

/** True where a cell as read is what the truth says. Amounts written in 元 are compared in 元. */
export function sameAsTruth(id: string, cell: Cell, truth: Truth): boolean {
  if (truth === null) return cell.kind === 'blank'
  if (typeof truth === 'string') return cell.kind === 'mark' && cell.mark === truth
  if (cell.kind !== 'number') return false
  const scale = id.endsWith('.amount') ? (cell.unit === 'yuan' ? 100 : 1_000_000) : 1
  return Math.abs(cell.value / scale - truth) < 1e-9
}

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
