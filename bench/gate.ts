import { gateFile } from '#duties/publication/gate/file.ts'
import { gateTroubles } from '#duties/publication/gate/findings.ts'
import { folderSettings } from '#duties/publication/gate/fixtures/cases.ts'
import { folder, troubleWith } from '#duties/publication/gate/fixtures/folder.ts'
import { defaultGateSettings } from '#duties/publication/gate/settings.ts'
import { gateText } from '#duties/publication/gate/text.ts'

const goal = { files: 60, slowest: 2_000, megabyte: 1_000 }

const milliseconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

// The first file pays for starting the thread.
await gateFile('热身.pdf', new Uint8Array(0), folderSettings)
let [right, stopped, slowest, total] = [0, 0, 0, 0]
const dirty = folder.filter(({ stops }) => stops.length > 0)
const clean = folder.length - dirty.length
for (const one of folder) {
  let findings: Awaited<ReturnType<typeof gateFile>> = []
  const took = await milliseconds(async () => {
    findings = await gateFile(one.name, one.bytes, folderSettings)
  })
  total += took
  slowest = Math.max(slowest, took)
  const trouble = troubleWith(one, findings)
  if (one.stops.length > 0 && trouble.length === 0) right++
  if (one.stops.length === 0 && trouble.length > 0) stopped++
  const told =
    findings.map(({ code, where }) => `${gateTroubles[code].label}（${where.place}）`).join('；') || '放行'
  console.log(
    `${trouble.length === 0 ? '对' : '错'} ${took.toFixed(0).padStart(5)} ms  ${one.name}  ${trouble.join('；') || told}`,
  )
}

const paragraph = '依据有关规定，现将2026年情况公布如下，共1234项，合计5,678.90万元，联系电话0587-1234567。'
const bodyHtml = `<p>${paragraph.repeat(5)}</p>`.repeat(Math.ceil(1_000_000 / (paragraph.length * 5)))
const megabyte = await milliseconds(() => gateText({ title: '', summary: '', bodyHtml }, defaultGateSettings))
console.log(`正文 ${(bodyHtml.length / 1e6).toFixed(2)} 百万字：${megabyte.toFixed(0)} ms`)

const rate = folder.length / (total / 1000)
const holds =
  folder.length >= goal.files &&
  right === dirty.length &&
  stopped === 0 &&
  slowest < goal.slowest &&
  megabyte < goal.megabyte
console.log(
  `bench gate: ${right} dirty stopped at the right place of ${dirty.length}, ${stopped} clean of ${clean} stopped, ${rate.toFixed(0)} files/s, slowest ${slowest.toFixed(0)} ms, 1 MB body ${megabyte.toFixed(0)} ms | goal all of at least 60, 0, slowest 2000 ms, body 1000 ms | ${holds ? 'holds' : 'short'}`,
)
process.exitCode = holds ? 0 : 1
