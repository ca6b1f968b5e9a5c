import { importOldSite } from './import-run.ts'

/**
 * An old site of 20,000 pages and 5,000 attachments with real-world dirt brought along; the program that does it is killed
 * (SIGKILL) in the middle of the dry run and again in the middle of the taking over, and another goes on.
 */

const goal = { pages: 20_000, attachments: 5_000 }
const pages = Number(process.env.GONGKAI_BENCH_PAGES || goal.pages)
const attachments = Number(process.env.GONGKAI_BENCH_ATTACHMENTS || goal.attachments)

const cleanups: (() => Promise<void> | void)[] = []
const t = {
  after: (work: () => Promise<void> | void) => {
    cleanups.unshift(work)
  },
}

const count = (n: number): string => n.toLocaleString('en-US')

try {
  const figures = await importOldSite(t, pages, attachments, console.log)
  for (const line of figures.wrong) console.log(`wrong: ${line}`)
  const holds =
    figures.wrong.length === 0 &&
    figures.kills === 2 &&
    pages >= goal.pages &&
    figures.attachments >= goal.attachments
  const told = [
    `${count(figures.pages)} pages and ${count(figures.attachments)} attachments`,
    `${count(figures.items)} items`,
    `${figures.kills} kills`,
    `looked into ${figures.checkedPerSecond.toFixed(0)} pages/s`,
    `taken ${figures.takenPerSecond.toFixed(0)} items/s`,
    `memory ${figures.memoryMb.toFixed(0)} MB`,
    figures.wrong.length === 0 ? 'none twice, none lost' : `${figures.wrong.length} wrong`,
  ].join(', ')
  console.log(
    `bench import: ${told} | goal 20,000 pages and 5,000 attachments, none twice, none lost | ${holds ? 'holds' : 'short'}`,
  )
  process.exitCode = holds ? 0 : 1
} finally {
  for (const work of cleanups) await work()
}
