import type { Overlay } from '#time/calendar.ts'
import type { Day } from '#time/day.ts'
import { type CaseFact, dayProblem, type FileProblem, factProblems, isRecord } from './case-facts.ts'
import { type ClockSettings, defaultClockSettings } from './terms.ts'

/** What a case should be answered; only the entries given are compared. Their meaning: law/cases/schema.md. */
export type Expected = Readonly<Record<string, unknown>>

/** One case of a file: facts in, and, where somebody worked it out, the answer. */
export interface DeadlineCase {
  readonly name: string
  /** The places of the law that the case is about, in the short form. */
  readonly law?: readonly string[]
  /** Facts of a request; left out where `formedOn` asks for a publication (第二十六条). */
  readonly facts: readonly CaseFact[]
  readonly formedOn?: Day
  /** The day the question is asked. */
  readonly today?: Day
  /** Keys of alerts already sent. */
  readonly sent?: readonly string[]
  readonly settings?: Partial<ClockSettings>
  readonly calendar?: { readonly knownOn?: Day; readonly local?: readonly Overlay[] }
  readonly expect?: Expected
}

export type ParsedCases =
  | { readonly ok: true; readonly cases: readonly DeadlineCase[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

const mostCases = 10_000

const problem = (at: string, message: string | undefined): FileProblem[] => (message ? [{ at, message }] : [])

const settingsProblems = (value: unknown, at: string): FileProblem[] => {
  if (!isRecord(value)) return problem(at, '应当是一个对象')
  return Object.entries(value).flatMap(([name, given]) => {
    const known = Object.entries(defaultClockSettings).find(([key]) => key === name)?.[1]
    if (known === undefined) return problem(`${at}.${name}`, '没有这项设置')
    return problem(`${at}.${name}`, typeof given === typeof known ? undefined : `应当与默认值 ${known} 同类`)
  })
}

const daysProblems = (value: unknown, at: string): FileProblem[] => {
  if (!Array.isArray(value)) return problem(at, '应当是日期的数组')
  return value.flatMap((one, i) => problem(`${at}[${i}]`, dayProblem(one)))
}

const overlayProblems = (value: unknown, at: string): FileProblem[] => {
  if (!isRecord(value)) return problem(at, '应当是一个对象')
  return [
    ...problem(`${at}.name`, typeof value.name === 'string' ? undefined : '缺少名称'),
    ...daysProblems(value.off, `${at}.off`),
    ...(value.on === undefined ? [] : daysProblems(value.on, `${at}.on`)),
  ]
}

const calendarProblems = (value: unknown, at: string): FileProblem[] => {
  if (!isRecord(value)) return problem(at, '应当是一个对象')
  const { knownOn, local } = value
  return [
    ...(knownOn === undefined ? [] : problem(`${at}.knownOn`, dayProblem(knownOn))),
    ...(local === undefined || Array.isArray(local) ? [] : problem(`${at}.local`, '应当是数组')),
    ...(Array.isArray(local) ? local.flatMap((one, i) => overlayProblems(one, `${at}.local[${i}]`)) : []),
  ]
}

const begins = (facts: readonly unknown[]): boolean =>
  facts.some((fact) => isRecord(fact) && (fact.type === 'received' || fact.type === 'arrived'))

const factsProblems = (facts: unknown, at: string): FileProblem[] => {
  if (!Array.isArray(facts) || facts.length === 0) return problem(at, '应当是事实的数组，至少一项')
  if (facts.length > 200) return problem(at, '一件申请的事实不超过二百项')
  const found = facts.flatMap((fact, i) => factProblems(fact, `${at}[${i}]`))
  return begins(facts) ? found : [...found, { at, message: '没有 received 或者 arrived，无从起算' }]
}

const isTexts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one === 'string'))

const caseProblems = (value: unknown, at: string): FileProblem[] => {
  if (!isRecord(value)) return problem(at, '应当是一个对象')
  const { name, law, facts, formedOn, today, sent, settings, calendar, expect } = value
  const isNamed = typeof name === 'string' && name.length > 0 && name.length <= 200
  return [
    ...problem(`${at}.name`, isNamed ? undefined : '每件应当有不超过二百字的名称'),
    ...(formedOn === undefined
      ? factsProblems(facts, `${at}.facts`)
      : problem(`${at}.formedOn`, dayProblem(formedOn))),
    ...(today === undefined ? [] : problem(`${at}.today`, dayProblem(today))),
    ...problem(`${at}.sent`, isTexts(sent) ? undefined : '应当是文字的数组'),
    ...problem(`${at}.law`, isTexts(law) ? undefined : '应当是文字的数组'),
    ...(settings === undefined ? [] : settingsProblems(settings, `${at}.settings`)),
    ...(calendar === undefined ? [] : calendarProblems(calendar, `${at}.calendar`)),
    ...problem(`${at}.expect`, expect === undefined || isRecord(expect) ? undefined : '应当是一个对象'),
  ]
}

/** What is wrong with one case, as a list; empty where it can be answered. */
export const problemsOfCase = (value: unknown): FileProblem[] => caseProblems(value, 'case')

/**
 * Reads the JSON value of a case file ({ "cases": [...] }, a bare array, or one case). Either every case is good or
 * all problems are listed with their place; a file is never taken by halves.
 */
export const parseCases = (value: unknown): ParsedCases => {
  const list = isRecord(value) ? (value.cases ?? [value]) : value
  if (!Array.isArray(list) || list.length === 0) {
    return { ok: false, problems: [{ at: 'cases', message: '应当是案例的数组，至少一件' }] }
  }
  if (list.length > mostCases) {
    return { ok: false, problems: [{ at: 'cases', message: `一个文件不超过 ${mostCases} 件` }] }
  }
  const problems = list.flatMap((one, i) => caseProblems(one, `cases[${i}]`))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, cases: list.map((one: DeadlineCase) => ({ ...one, facts: one.facts ?? [] })) }
}
