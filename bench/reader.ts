import { asHtml } from '#duties/annual-report/reading/fixtures/as-html.ts'
import { asPdf } from '#duties/annual-report/reading/fixtures/as-pdf.ts'
import { asText } from '#duties/annual-report/reading/fixtures/as-text.ts'
import { documentOf, type Piece } from '#duties/annual-report/reading/fixtures/document.ts'
import { spoiledReport, validReport } from '#duties/annual-report/reading/fixtures/random-report.ts'
import { openSource } from '#duties/annual-report/reading/open.ts'
import { resultOf } from '#duties/annual-report/reading/result.ts'

/** Prose of the length that a county's report has, so that the documents are of ordinary size. */
const paragraph =
  '一年来，本机关坚持以公开为常态、不公开为例外，健全工作机制，明确责任分工，规范发布流程，全年通过政府网站和政务新媒体主动公开各类信息，及时回应群众关切，定期开展培训和检查，公开的时效和质量有所提高。'

function ordinary(index: number): readonly Piece[] {
  const report =
    index % 3 === 0 ? spoiledReport(index, '2021') : validReport(index, index % 2 === 0 ? '2019' : '2021')
  const overview = `${report.texts.overview ?? ''}${Array.from({ length: 12 }, () => paragraph).join('\n')}`
  return documentOf({ ...report, texts: { ...report.texts, overview, problems: paragraph } })
}

interface Kind {
  readonly name: string
  readonly make: (index: number) => Uint8Array
  readonly goal?: number
  readonly sizes: readonly number[]
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const layouts = ['tabs', 'barCells', 'lines', 'markdown', 'glued'] as const

const kinds: readonly Kind[] = [
  {
    name: 'text',
    goal: 500,
    sizes: [100, 1000, 10_000],
    make: (index) => bytes(asText(ordinary(index), layouts[index % layouts.length] ?? 'tabs')),
  },
  {
    name: 'html',
    goal: 500,
    sizes: [100, 1000, 10_000],
    make: (index) => bytes(asHtml(ordinary(index), index % 4 === 0 ? 'layoutTable' : 'table')),
  },
  { name: 'pdf', sizes: [10, 40], make: (index) => asPdf(ordinary(index), 'ruled') },
]

/** Different documents of a kind; larger batches read them again. */
const different = 50

/** Documents a second of processor time, findings included. */
async function rate(kind: Kind, documents: readonly Uint8Array[], count: number): Promise<number> {
  const start = process.cpuUsage()
  for (let index = 0; index < count; index++) {
    const document = documents[index % documents.length]
    if (document) for (const source of await openSource('年报', document)) resultOf(source)
  }
  const { user, system } = process.cpuUsage(start)
  return (count * 1e6) / (user + system) || kind.sizes.length
}

/** A batch that is read in a fifth of a second is read five times: the middle one counts. */
async function typical(kind: Kind, documents: readonly Uint8Array[], count: number): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < (count < 1000 ? 5 : 1); round++) rounds.push(await rate(kind, documents, count))
  return Math.round(rounds.sort((one, other) => one - other)[Math.floor(rounds.length / 2)] ?? 0)
}

const figures: string[] = []
let holds = true
for (const kind of kinds) {
  const documents = Array.from({ length: kind.name === 'pdf' ? 8 : different }, (_, index) =>
    kind.make(index + 1),
  )
  const size = documents.reduce((sum, each) => sum + each.length, 0) / documents.length
  // Measured as in a process that runs on: what the engine compiles on the way is not counted.
  await rate(kind, documents, kind.goal === undefined ? 16 : 1000)
  for (const count of kind.sizes) {
    const perSecond = await typical(kind, documents, count)
    figures.push(`${kind.name} ×${count}: ${perSecond}/s`)
    console.log(
      `${kind.name.padEnd(5)} ${String(count).padStart(6)} documents of ${(size / 1024).toFixed(1)} KB: ${perSecond} a second and core`,
    )
    if (kind.goal !== undefined && perSecond < kind.goal) holds = false
  }
}
const memory = Math.round(process.memoryUsage().rss / 1024 / 1024)
console.log(
  `bench reader: ${figures.join(', ')}, memory ${memory} MB | goal text and html 500/s | ${holds ? 'holds' : 'short'}`,
)
process.exitCode = holds ? 0 : 1
