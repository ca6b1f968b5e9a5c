import type { FieldError, IntakeAsk } from '../contract.ts'
import { checkIntake, intakeFields } from '../rules/intake.ts'
import { type Problem, tellProblem } from '../rules/problems.ts'
import type { Answers } from './draft.ts'
import { wishErrors } from './wishes.ts'

type Field = keyof Answers

/** The pages of the form, in order, each one question. */
export const questions = [
  { key: 'applicant', fields: ['category'] },
  { key: 'identity', fields: ['name', 'idKind', 'idNumber', 'representative', 'agent'] },
  { key: 'content', fields: ['title', 'description'] },
  { key: 'receive', fields: ['formWanted', 'wayWanted', 'help'] },
  { key: 'contact', fields: ['telephone', 'email', 'address', 'notice', 'hook'] },
] as const satisfies readonly { key: string; fields: readonly Field[] }[]

export type Question = (typeof questions)[number]['key']

export const isQuestion = (text: string): text is Question => questions.some(({ key }) => key === text)

export const fieldsOf = (question: Question): readonly Field[] =>
  questions.find(({ key }) => key === question)?.fields ?? []

/** The question before one; undefined before the first. */
export const questionBefore = (question: Question): Question | undefined =>
  questions[questions.findIndex(({ key }) => key === question) - 1]?.key

/** The question that a field belongs to. */
export const questionOf = (field: string): Question | undefined =>
  questions.find(({ fields }) => fields.some((each) => each === field))?.key

// Good answers to everything, so that one question can be checked by the same rules before the others are answered.
const standIn: IntakeAsk = {
  category: 'naturalPerson',
  name: '某人',
  idKind: 'other',
  idNumber: '0',
  telephone: '',
  email: '',
  address: '某处',
  title: '某项信息',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
}

const picked = (answers: Answers, fields: readonly Field[]): Answers =>
  Object.fromEntries(fields.map((field) => [field, answers[field] ?? '']))

// Circles are not filled in but chosen from.
const said = (problem: Problem): string => {
  const field = Object.entries(intakeFields).find(([name]) => name === problem.field)?.[1]
  return problem.code === 'missing' && field?.kind === 'choice'
    ? `请选择${field.label}`
    : tellProblem(problem)
}

/**
 * What is wrong with the answers to one question, in the words and by the rules of the whole form; `intranet` are the
 * networks of the own house that may be called.
 */
export function errorsIn(
  question: Question,
  answers: Answers,
  intranet: readonly string[] = [],
): FieldError[] {
  const fields = fieldsOf(question)
  const way = question === 'contact' && answers.wayWanted ? { wayWanted: answers.wayWanted } : {}
  const checked = checkIntake({ ...standIn, ...way, ...picked(answers, fields) })
  const problems = 'problems' in checked ? checked.problems : []
  const told = problems
    .filter((problem) => fields.some((field) => field === problem.field))
    .map((problem) => ({ field: problem.field, message: said(problem) }))
  const wishes = question === 'contact' ? wishErrors(answers, intranet) : []
  return [...told, ...wishes.filter(({ field }) => told.every((each) => each.field !== field))]
}

/** The first question whose answers are not in order; undefined where all are. */
export const firstOpen = (answers: Answers, intranet: readonly string[] = []): Question | undefined =>
  questions.find(({ key }) => errorsIn(key, answers, intranet).length > 0)?.key

/** The answers as the desk takes them; help, representative and agent only where they were given. */
export const intakeAskOf = (answers: Answers): IntakeAsk => {
  const { help, representative, agent, notice: _, hook: __, ...rest } = answers
  const blank = Object.fromEntries(Object.keys(standIn).map((field) => [field, '']))
  return {
    ...(blank as unknown as IntakeAsk),
    ...rest,
    ...(help ? { help } : {}),
    ...(representative ? { representative } : {}),
    ...(agent ? { agent } : {}),
  }
}
