import { type Day, inChinese, isDay } from '#time/day.ts'
import type { RemedyFact } from './facts.ts'
import { type RemedyStepName, remedyStepOf } from './steps.ts'

const stepOf: Readonly<Record<RemedyFact['type'], RemedyStepName | undefined>> = {
  begun: 'begin',
  linked: 'link',
  assigned: undefined,
  answered: 'answer',
  evidenceFiled: 'fileEvidence',
  hearingSet: 'setHearing',
  prolonged: 'prolong',
  suspended: 'suspend',
  resumed: 'resume',
  concluded: 'conclude',
  appealed: 'appeal',
  compliedWith: 'comply',
  fileAdded: 'addFile',
  noted: 'note',
}

/** What was recorded, in the words of the step that recorded it. */
export const remedyFactLabel = ({ type }: RemedyFact): string => {
  const step = stepOf[type]
  return step ? remedyStepOf(step).label : '分办'
}

// Said elsewhere: the party is sealed, files are listed, a request and an earlier case are linked.
const unsaid: ReadonlySet<string> = new Set(['party', 'applicant', 'files', 'file', 'requestId'])

/** The entries of a fact, each with its label from the table of steps; the names of people are left out. */
export function remedyLines(fact: RemedyFact): { label: string; text: string }[] {
  const step = stepOf[fact.type]
  if (!step) return []
  const { fields } = remedyStepOf(step)
  const values: Readonly<Record<string, unknown>> =
    fact.type === 'hearingSet' ? { ...fact, day: fact.on } : { ...fact }
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    if (unsaid.has(name) || name === 'on' || value === undefined) return []
    return [{ label: field.label, text: wordsOf(value, field.choices) }]
  })
}

function wordsOf(value: unknown, choices?: readonly { value: string; label: string }[]): string {
  if (value === true) return '是'
  if (Array.isArray(value)) return value.join('；')
  const text = String(value)
  const chosen = choices?.find((choice) => choice.value === text)
  if (chosen) return chosen.label
  return isDay(text) ? inChinese(text as Day) : text
}
