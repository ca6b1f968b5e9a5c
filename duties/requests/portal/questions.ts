import type { FieldError, IntakeAsk } from '../contract.ts'
import { checkIntake, intakeFields } from '../rules/intake.ts'
import { type Problem, sayProblem } from '../rules/problems.ts'
import type { Answers } from './draft.ts'

type Field = keyof IntakeAsk

/** The pages of the form, in order, each one question. */
export const questions = [
  { key: 'applicant', fields: ['category'] },
  { key: 'identity', fields: ['name', 'idKind', 'idNumber', 'representative'] },
  { key: 'content', fields: ['title', 'description'] },
  { key: 'receive', fields: ['formWanted', 'wayWanted', 'help'] },
  { key: 'contact', fields: ['telephone', 'email', 'address'] },
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
  return problem.code === 'missing' && field?.kind === 'choice' ? `请选择${field.label}` : sayProblem(problem)
}

/** What is wrong with the answers to one question, in the words and by the rules of the whole form. */
export function errorsIn(question: Question, answers: Answers): FieldError[] {
  const fields = fieldsOf(question)
  const way = question === 'contact' && answers.wayWanted ? { wayWanted: answers.wayWanted } : {}
  const checked = checkIntake({ ...standIn, ...way, ...picked(answers, fields) })
  if (!('problems' in checked)) return []
  return checked.problems
    .filter((problem) => fields.some((field) => field === problem.field))
    .map((problem) => ({ field: problem.field, message: said(problem) }))
}

/** The first question whose answers are not in order; undefined where all are. */
export const firstOpen = (answers: Answers): Question | undefined =>
  questions.find(({ key }) => errorsIn(key, answers).length > 0)?.key

/** The answers as the desk takes them; help and representative only where they were given. */
export const intakeAskOf = (answers: Answers): IntakeAsk => {
  const { help, representative, ...rest } = answers
  const blank = Object.fromEntries(Object.keys(standIn).map((field) => [field, '']))
  return {
    ...(blank as unknown as IntakeAsk),
    ...rest,
    ...(help ? { help } : {}),
    ...(representative ? { representative } : {}),
  }
}
