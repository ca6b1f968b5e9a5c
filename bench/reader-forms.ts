import { compare } from '#duties/annual-report/reading/fixtures/compare.ts'
import { type Container, containers } from '#duties/annual-report/reading/fixtures/containers.ts'
import { manners } from '#duties/annual-report/reading/fixtures/manners.ts'
import { spoiledReport, validReport } from '#duties/annual-report/reading/fixtures/random-report.ts'
import { openSource } from '#duties/annual-report/reading/open.ts'

const wanted = Number(process.argv[2] ?? 2000)
const only = process.argv[3]

interface Tally {
  documents: number
  right: number
  refused: number
  lost: number
  wrong: number
  failed: number
}

const empty = (): Tally => ({ documents: 0, right: 0, refused: 0, lost: 0, wrong: 0, failed: 0 })

async function one(index: number, container: Container, tally: Tally): Promise<void> {
  const form = index % 2 === 0 ? '2021' : '2019'
  const report = (index >> 1) % 3 === 0 ? validReport(index, form) : spoiledReport(index, form)
  const [source] = await openSource('年报', await container.make(report))
  tally.documents++
  if (source === undefined || source.kind === 'refused') {
    tally.failed++
    console.log(`  ${container.name} seed ${index}: ${source?.why}`)
    return
  }
  const result = compare(report, source.reading)
  tally.right += result.right
  tally.refused += result.refused
  tally.lost += result.lost
  tally.wrong += result.wrong.length
  if (result.wrong.length > 0)
    console.log(`  ${container.name} seed ${index}: ${result.wrong.slice(0, 3).join('; ')}`)
  if (container.whole && result.refused + result.lost > 0 && tally.documents < 4)
    console.log(`  ${container.name} seed ${index}: refused ${result.refused} lost ${result.lost}`)
}

const used = [...containers, ...manners].filter(
  (container) => only === undefined || container.name.includes(only),
)
let made = 0
const tallies = new Map(used.map((container) => [container.name, empty()]))
for (let index = 0; made < wanted; index++)
  for (const container of used) {
    if (container.slow && index % 8 !== 0) continue
    await one(index + 1, container, tallies.get(container.name) ?? empty())
    made++
  }

let bad = 0
for (const container of used) {
  const tally = tallies.get(container.name) ?? empty()
  const refusedWhole = container.whole ? tally.refused + tally.lost + tally.failed : tally.failed
  bad += tally.wrong + refusedWhole
  console.log(`${container.name.padEnd(26)} ${JSON.stringify(tally)}`)
}
const holds = bad === 0 && made >= wanted
console.log(
  `bench reader-forms: ${made} documents, ${bad} wrong or refused where every cell keeps its place | goal 2000, 0 | ${holds ? 'holds' : 'short'}`,
)
process.exitCode = holds ? 0 : 1
