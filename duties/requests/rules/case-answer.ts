import { terms as publicationTerms } from '#duties/publication/rules/terms.ts'
import { citeInChinese, citeInShort } from '#law/citation.ts'
import { asKnownOn, type Calendar, withOverlay } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import { alerts, workingDaysLeft } from './alerts.ts'
import { type Because, because, reasons, sayBecause } from './because.ts'
import { ledgerOf } from './case-facts.ts'
import { type DeadlineCase, problemsOfCase } from './case-file.ts'
import { type Due, due } from './due.ts'
import type { Recorded } from './facts.ts'
import { limits } from './limits.ts'
import { type OutcomeCode, outcomes } from './outcomes.ts'
import { strip } from './strip.ts'
import { type ClockSettings, defaultClockSettings } from './terms.ts'

/** A reason in the form of files: its code, its days, its place short and in Chinese, and the sentence. */
export interface AnsweredReason {
  readonly code: string
  readonly from: Day
  readonly to?: Day
  readonly workingDays?: number
  readonly cites: string
  readonly place: string
  readonly quote: string
  readonly sentence: string
}

/** The answer to a case: `Due` with its reasons said, and what else was asked. */
export type CaseAnswer = WithoutReasons<Due> & {
  readonly name: string
  readonly because: readonly AnsweredReason[]
  /** Code (and consultation) to day. */
  readonly limits: Readonly<Record<string, Day>>
  /** Where `today` is given: keys of the alerts that are due and not sent. */
  readonly alerts?: readonly string[]
  readonly workingDaysLeft?: number
  /** How the case was decided, with the places of the law for it. */
  readonly outcome?: { readonly code: OutcomeCode; readonly cites: readonly string[] }
  /** One mark or number a day, from receipt on. */
  readonly strip: string
  /** Version of the calendar that gave the answer. */
  readonly calendar: string
}

type WithoutReasons<T> = T extends unknown ? Omit<T, 'because'> : never

const answered = (reason: Because): AnsweredReason => ({
  code: reason.code,
  from: reason.from,
  ...(reason.to === undefined ? {} : { to: reason.to }),
  ...(reason.workingDays === undefined ? {} : { workingDays: reason.workingDays }),
  cites: citeInShort(reason.cites),
  place: citeInChinese(reason.cites),
  quote: reason.cites.quote,
  sentence: sayBecause(reason),
})

const calendarFor = ({ calendar: asked }: DeadlineCase, calendar: Calendar): Calendar => {
  const known = asked?.knownOn ? asKnownOn(calendar, asked.knownOn) : calendar
  return (asked?.local ?? []).reduce(withOverlay, known)
}

const publicationDue = (formedOn: Day, calendar: Calendar): Due => {
  const { workingDays } = publicationTerms.publication
  const { on, provisional } = calendar.plusWorkdays(formedOn, workingDays)
  const why = [because(reasons.publicationTerm, formedOn, on, workingDays)]
  if (provisional) why.push(because(reasons.provisional, formedOn, on))
  return { kind: 'due', on, provisional, because: why }
}

const stripInShort = (facts: readonly Recorded[], calendar: Calendar, settings: ClockSettings, asOf?: Day) =>
  strip(facts, calendar, settings, asOf)
    .map(({ counted, mark }) => counted ?? mark)
    .join(' ')

const outcomeOf = (facts: readonly Recorded[]): Pick<CaseAnswer, 'outcome'> => {
  const decided = facts.findLast(({ fact }) => fact.type === 'decided')?.fact
  if (decided?.type !== 'decided') return {}
  return { outcome: { code: decided.countsAs, cites: outcomes[decided.countsAs].cites.map(citeInShort) } }
}

const asked = (
  facts: readonly Recorded[],
  calendar: Calendar,
  settings: ClockSettings,
  one: DeadlineCase,
) => {
  const { today, sent } = one
  const answer = due(facts, calendar, settings, today)
  const found = limits(facts, calendar, settings).map(({ code, on, consultationId: id }) => [
    id === undefined || id === '1' ? code : `${code}:${id}`,
    on,
  ])
  const left = today && answer.kind === 'due' ? workingDaysLeft(answer.on, calendar, today) : undefined
  return {
    answer,
    limits: Object.fromEntries(found) as Record<string, Day>,
    ...outcomeOf(facts),
    strip: stripInShort(facts, calendar, settings, today),
    ...(today && { alerts: alerts(facts, calendar, today, new Set(sent), settings).map(({ key }) => key) }),
    ...(left === undefined ? {} : { workingDaysLeft: left }),
  }
}

/**
 * Answers one case of a file with the given calendar; the case may narrow the calendar, add local days and change
 * settings. Throws RangeError for a value that `problemsOfCase` finds wrong.
 */
export const answerCase = (one: DeadlineCase, calendar: Calendar): CaseAnswer => {
  const [problem] = problemsOfCase(one)
  if (problem) throw new RangeError(`${problem.at}：${problem.message}`)
  const own = calendarFor(one, calendar)
  const settings = { ...defaultClockSettings, ...one.settings }
  const { answer, ...rest } = one.formedOn
    ? { answer: publicationDue(one.formedOn, own), limits: {}, strip: '' }
    : asked(ledgerOf(one.facts), own, settings, one)
  const { because: why, ...where } = answer
  return { name: one.name, ...where, because: why.map(answered), ...rest, calendar: own.version }
}

// The entries that `expect` may name, as the answer has them.
const comparable = (answer: CaseAnswer): Record<string, unknown> => ({
  ...answer,
  because: answer.because.map(({ code }) => code),
  cites: [...new Set([...answer.because.map(({ cites }) => cites), ...(answer.outcome?.cites ?? [])])],
})

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** What of the expected answer differs from the one given; null in `expect` asks that the entry be absent. */
export const differences = (
  one: DeadlineCase,
  answer: CaseAnswer,
): { entry: string; expected: unknown; given: unknown }[] => {
  const has = comparable(answer)
  return Object.entries(one.expect ?? {}).flatMap(([entry, expected]) => {
    const given = has[entry] ?? null
    return isSame(sorted(expected), sorted(given)) ? [] : [{ entry, expected, given }]
  })
}
