import { sayBecause } from '#duties/requests/rules/because.ts'
import { due } from '#duties/requests/rules/due.ts'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { calendarOf } from '#time/calendar.ts'
import { day } from '#time/day.ts'
import { countDayByDay } from './day-by-day.ts'
import { type History, histories } from './histories.ts'

const goal = 500_000
const rounds = 7

const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })

/** Answers each history so many times; the sum keeps the work from being left out. */
const answerAll = (cases: readonly History[], times: number): number => {
  let sum = 0
  for (let i = 0; i < times; i++) {
    for (const { facts } of cases) {
      const answer = due(facts, calendar)
      if (answer.kind === 'due') sum += answer.because.length + answer.on.charCodeAt(9)
    }
  }
  return sum
}

// Processor time of this process: seconds of one core, whoever else is at work on the machine.
const secondsOf = (work: () => unknown): number => {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1_000_000
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

const perSecond = (count: number, work: () => unknown): number[] =>
  Array.from({ length: rounds }, () => count / secondsOf(work))

const disagreements = (cases: readonly History[]): number =>
  cases.filter(({ facts, startOn, workingDays, waits }) => {
    const answer = due(facts, calendar)
    return answer.kind !== 'due' || answer.on !== countDayByDay(startOn, workingDays, waits)
  }).length

const count = (n: number): string => Math.round(n).toLocaleString('en-US')

const show = ({ facts }: History): void => {
  console.log('one of the histories, and the answer to it:')
  for (const reason of due(facts, calendar).because) console.log(`  ${sayBecause(reason)}`)
}

const main = (): number => {
  const cases = histories(1_000, day('2018-01-01'), day('2026-06-30'))
  answerAll(cases, 50)
  const ours = perSecond(cases.length * 100, () => answerAll(cases, 100))
  const plain = perSecond(cases.length, () => {
    for (const { startOn, workingDays, waits } of cases) countDayByDay(startOn, workingDays, waits)
  })
  const checked = histories(10_000, day('2018-01-01'), day('2026-06-30'))
  const wrong = disagreements(checked)
  const [first] = cases
  if (first) show(first)
  const rate = median(ours)
  console.log(
    `histories: ${count(cases.length)}, received 2018-01-01 to 2026-06-30, ${rounds} rounds, one core`,
  )
  console.log(
    `due days with reasons a second: median ${count(rate)}, from ${count(Math.min(...ours))} to ${count(Math.max(...ours))}`,
  )
  console.log(`day by day over chinese-days a second: median ${count(median(plain))}`)
  console.log(`ratio: ${(rate / median(plain)).toFixed(1)} times`)
  console.log(`days that differ: ${wrong} of ${count(checked.length)} histories`)
  const holds = rate >= goal && wrong === 0
  const figures = `${count(rate)}/s, ${(rate / median(plain)).toFixed(1)} times chinese-days, ${wrong} differ`
  console.log(`bench clock: ${figures} | goal ${goal}/s | ${holds ? 'holds' : 'short'}`)
  return holds ? 0 : 1
}

process.exitCode = main()
