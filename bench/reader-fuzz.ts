import { loadavg } from 'node:os'
import { asHtml, htmlLayouts } from '#duties/annual-report/reading/fixtures/as-html.ts'
import { asText, textLayouts } from '#duties/annual-report/reading/fixtures/as-text.ts'
import { compare } from '#duties/annual-report/reading/fixtures/compare.ts'
import { containers } from '#duties/annual-report/reading/fixtures/containers.ts'
import { documentOf } from '#duties/annual-report/reading/fixtures/document.ts'
import { damagedBytes, mutations } from '#duties/annual-report/reading/fixtures/mutate.ts'
import {
  randomFrom,
  spoiledReport,
  validReport,
} from '#duties/annual-report/reading/fixtures/random-report.ts'
import { openSource } from '#duties/annual-report/reading/open.ts'
import { resultOf } from '#duties/annual-report/reading/result.ts'
import { damagedTables } from './reader-fuzz-tables.ts'

const wanted = Number(process.argv[2] ?? 50_000)
/** A run that was broken off goes on from here. */
const first = Number(process.argv[3] ?? 1)
const longest = 2000

const layouts = [...textLayouts, ...htmlLayouts.map((layout) => `html ${layout}`)]
const written = (index: number) =>
  index % 3 === 0 ? spoiledReport(index, '2021') : validReport(index, index % 2 === 0 ? '2021' : '2019')

function textOf(report: ReturnType<typeof written>, layout: string): string {
  const pieces = documentOf(report)
  const html = htmlLayouts.find((each) => layout === `html ${each}`)
  const text = textLayouts.find((each) => layout === each)
  return html ? asHtml(pieces, html) : asText(pieces, text ?? 'tabs')
}

interface Tally {
  documents: number
  wrong: number
  crashed: number
  /** Milliseconds of processor time, by which the goal is judged, and of the clock, which other work on the machine moves. */
  slowest: number
  slowestByClock: number
}

const tallies = new Map<string, Tally>()
const tallyOf = (name: string): Tally => {
  const tally = tallies.get(name) ?? { documents: 0, wrong: 0, crashed: 0, slowest: 0, slowestByClock: 0 }
  tallies.set(name, tally)
  return tally
}

let shown = 0
const show = (line: string): void => {
  if (shown++ < 40) console.log(`  ${line}`)
}

async function read(
  name: string,
  bytes: Uint8Array,
  judge: (sources: Awaited<ReturnType<typeof openSource>>) => readonly string[],
): Promise<void> {
  const tally = tallyOf(name)
  const start = performance.now()
  const used = process.cpuUsage()
  try {
    const sources = await openSource('年报', bytes)
    for (const source of sources) resultOf(source)
    timed(tally, used, start)
    const wrong = judge(sources)
    tally.wrong += wrong.length
    for (const line of wrong.slice(0, 2)) show(`${name}: ${line}`)
  } catch (error) {
    timed(tally, used, start)
    tally.crashed++
    show(`${name}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error}`)
  }
  tally.documents++
}

function timed(tally: Tally, used: NodeJS.CpuUsage, start: number): void {
  const { user, system } = process.cpuUsage(used)
  tally.slowest = Math.max(tally.slowest, (user + system) / 1000)
  tally.slowestByClock = Math.max(tally.slowestByClock, performance.now() - start)
}

async function damagedText(index: number): Promise<void> {
  const random = randomFrom(index)
  const report = written(index)
  const layout = layouts[index % layouts.length] ?? 'tabs'
  const mutation = mutations[random(mutations.length)]
  if (mutation === undefined) return
  const text = mutation.change(textOf(report, layout), random)
  const keeps = mutation.keeps && !layout.startsWith('html')
  await read(`${mutation.name}${keeps ? '' : ' (any figure)'}`, new TextEncoder().encode(text), ([source]) =>
    keeps && source?.kind === 'read'
      ? compare(report, source.reading).wrongFigures.map((wrong) => `${layout} ${index} ${wrong}`)
      : [],
  )
}

const containersMade = new Map<string, Uint8Array>()

async function damagedContainer(index: number): Promise<void> {
  const random = randomFrom(index)
  const container = containers[index % containers.length]
  if (container === undefined) return
  const bytes = containersMade.get(container.name) ?? (await container.make(written(index)))
  containersMade.set(container.name, bytes)
  await read(`bytes of ${container.name.split(' ')[0]}`, damagedBytes(bytes, random), () => [])
}

async function damagedTable(index: number): Promise<void> {
  const { name, bytes, judge } = await damagedTables(written(index), (index - 5) / 10, randomFrom(index))
  await read(name, bytes, ([source]) =>
    source?.kind === 'read' ? judge(source.reading).map((wrong) => `${index} ${wrong}`) : [],
  )
}

const start = performance.now()
let peak = 0
for (let index = first; index <= wanted; index++) {
  if (index % 10 === 0) await damagedContainer(index)
  else if (index % 10 === 5) await damagedTable(index)
  else await damagedText(index)
  if (index % 500 === 0) peak = Math.max(peak, process.memoryUsage().rss)
  if (index % 10_000 === 0)
    console.log(`  ${index} read, ${Math.round((performance.now() - start) / 1000)} s`)
}
let bad = 0
let slowest = 0
let byClock = 0
for (const [name, tally] of tallies) {
  bad += tally.wrong + tally.crashed
  slowest = Math.max(slowest, tally.slowest)
  byClock = Math.max(byClock, tally.slowestByClock)
  const rounded = { slowest: Math.round(tally.slowest), slowestByClock: Math.round(tally.slowestByClock) }
  console.log(`${name.padEnd(40)} ${JSON.stringify({ ...tally, ...rounded })}`)
}
const holds = bad === 0 && slowest < longest
console.log(
  `bench reader-fuzz: ${wanted - first + 1} damaged documents, ${bad} wrong or crashed, slowest ${Math.round(slowest)} ms of processor time (${Math.round(byClock)} ms by the clock, load ${loadavg()[0]?.toFixed(1)}), memory ${Math.round(peak / 1024 / 1024)} MB | goal 0, under ${longest} ms of processor time | ${holds ? 'holds' : 'short'}`,
)
process.exitCode = holds ? 0 : 1
