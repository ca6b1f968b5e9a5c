import { requestRoutes } from '#duties/requests/routes.ts'
import type { Role } from '#law/roles.ts'
import { sessionOf, testApp, testPerson } from '#platform/http/testing.ts'
import { grantRole } from '#platform/identity/holdings.ts'
import { type TestPlatform, testPlatform } from '#platform/testing/platform.ts'
import { day } from '#time/day.ts'
import { drawCases, fill, organCount, root } from './requests-ground.ts'

const goalMs = 50
const goalGrowth = 1.5
const small = 100_000
const large = Number(process.env.GONGKAI_BENCH_CASES || 1_000_000)
const rounds = 5
const drawn = 100

const cleanups: (() => Promise<void> | void)[] = []
const t = {
  after: (work: () => Promise<void> | void) => {
    cleanups.unshift(work)
  },
}

/** An office at its desk: every question goes through the door, with a session, as the console asks it. */
interface Desk {
  cases: number
  ask: Record<Question, (i: number) => Promise<number>>
}

const questions = ['queue', 'case', 'overview'] as const
type Question = (typeof questions)[number]
const labels: Record<Question, string> = {
  queue: 'the officer’s queue',
  case: 'a case page',
  overview: 'the supervising organ’s overview',
}

const held: readonly Role[] = ['handler', 'officeHead']

async function openDesk(cases: number): Promise<Desk> {
  const made: TestPlatform = await testPlatform(t, '2026-11-23T01:00:00Z')
  const seconds = await fill(made, cases)
  console.log(`${count(cases)} cases over ${organCount} organs made in ${seconds.toFixed(0)} s`)
  const { platform } = made
  const places = await drawCases(made, drawn)
  const personId = await testPerson(platform.db, { username: 'bench', organId: root, roles: ['supervisor'] })
  for (const organId of new Set(places.map((place) => place.organId))) {
    for (const role of held) {
      const span = { fromOn: day('2019-01-01'), lastOn: null, grantedBy: null }
      await grantRole(platform.db, { organId, personId, role, ...span })
    }
  }
  const app = await testApp(platform)
  requestRoutes(app, platform)
  t.after(() => app.close())
  const headers = await sessionOf(platform, personId)
  const get = async (url: string): Promise<number> => {
    const from = performance.now()
    const { statusCode, body } = await app.inject({ url, headers })
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body}`)
    return performance.now() - from
  }
  const placeAt = (i: number) => places[i % places.length] ?? { organId: '', caseId: '' }
  return {
    cases,
    ask: {
      queue: (i) => get(`/api/organs/${placeAt(i).organId}/requests`),
      case: (i) => get(`/api/organs/${placeAt(i).organId}/requests/${placeAt(i).caseId}`),
      overview: () => get(`/api/organs/${root}/request-supervision/below`),
    },
  }
}

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * q)] ?? Number.NaN

/** The times of one question: every round by itself. */
type Rounds = readonly (readonly number[])[]

/** The two sizes are asked in turn, so that whatever else the machine does weighs on both alike. */
async function measure(desks: readonly Desk[], question: Question): Promise<Rounds[]> {
  const times = desks.map((): number[][] => [])
  for (let round = -1; round < rounds; round++) {
    for (const of of times) of.push([])
    for (let i = 0; i < drawn; i++) {
      for (const [which, desk] of desks.entries()) times[which]?.at(-1)?.push(await desk.ask[question](i))
    }
  }
  // The first round warms up.
  return times.map((all) => all.slice(1))
}

/** The best of the rounds for each question: what the answer costs, without whoever else is at work on the machine. */
const best = (times: Rounds): number[] =>
  (times[0] ?? []).map((_, i) => Math.min(...times.map((round) => round[i] ?? Number.POSITIVE_INFINITY)))

const ms = (value: number): string => `${value.toFixed(1)} ms`
const count = (n: number): string => n.toLocaleString('en-US')

async function main(): Promise<boolean> {
  const desks = [await openDesk(small), await openDesk(large)]
  const found = []
  for (const question of questions) {
    const [before = [], now = []] = await measure(desks, question)
    const growth = quantile(best(now), 0.5) / quantile(best(before), 0.5)
    found.push({ question, p95: quantile(best(now), 0.95), growth })
    const told = (times: Rounds) =>
      `median ${ms(quantile(best(times), 0.5))}, p95 ${ms(quantile(best(times), 0.95))}` +
      ` (every ask as it came: median ${ms(quantile(times.flat(), 0.5))}, p95 ${ms(quantile(times.flat(), 0.95))})`
    console.log(`${labels[question]}: ${drawn} asks, the best of ${rounds} rounds for each`)
    console.log(`  ${count(small)} cases: ${told(before)}`)
    console.log(`  ${count(large)} cases: ${told(now)}; growth of the median ${growth.toFixed(2)}`)
  }
  const holds = found.every(({ p95, growth }) => p95 < goalMs && growth < goalGrowth)
  const figures = found.map((each) => `${each.question} p95 ${ms(each.p95)} growth ${each.growth.toFixed(2)}`)
  console.log(
    `bench requests: ${figures.join(', ')} | goal p95 < ${goalMs} ms, growth < ${goalGrowth} | ${holds ? 'holds' : 'short'}`,
  )
  return holds
}

try {
  process.exitCode = (await main()) ? 0 : 1
} finally {
  for (const work of cleanups) await work()
  // The server of its own that the database lived on ends with this process.
  setImmediate(() => process.exit())
}
