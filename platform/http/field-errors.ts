import type { TValidationError } from 'typebox/error'
import type { FieldError } from './problem.ts'

const formats: Record<string, string> = {
  date: '请填写存在的日期，如 2026-11-21。',
  email: '请填写正确的电子邮箱地址。',
  uuid: '编号格式不正确。',
  uri: '请填写完整的网址。',
}

const types: Record<string, string> = {
  string: '请填写文字。',
  number: '请填写数字。',
  integer: '请填写整数。',
  boolean: '请选择“是”或“否”。',
  array: '请填写列表。',
  object: '请填写此项。',
}

// A union reports each of its members; the choice itself is what the person can mend.
function messageOf(error: TValidationError): string {
  switch (error.keyword) {
    case 'minLength':
      return error.params.limit <= 1 ? '请填写此项。' : `至少填写 ${error.params.limit} 个字。`
    case 'maxLength':
      return `不能超过 ${error.params.limit} 个字。`
    case 'minimum':
      return `不能小于 ${error.params.limit}。`
    case 'exclusiveMinimum':
      return `必须大于 ${error.params.limit}。`
    case 'maximum':
      return `不能大于 ${error.params.limit}。`
    case 'exclusiveMaximum':
      return `必须小于 ${error.params.limit}。`
    case 'minItems':
      return `至少填写 ${error.params.limit} 项。`
    case 'maxItems':
      return `不能超过 ${error.params.limit} 项。`
    case 'uniqueItems':
      return '不能有重复的项。'
    case 'format':
      return formats[error.params.format] ?? '格式不正确。'
    case 'type':
      return types[String(error.params.type)] ?? '格式不正确。'
    case 'enum':
    case 'const':
    case 'anyOf':
    case 'oneOf':
      return '请从所列选项中选择。'
    default:
      return '格式不正确。'
  }
}

const pathOf = (pointer: string): string => pointer.split('/').slice(1).join('.')

const below = (parent: string, name: string): string => (parent === '' ? name : `${parent}.${name}`)

function spread(error: TValidationError): FieldError[] {
  const at = pathOf(error.instancePath)
  if (error.keyword === 'required') {
    return error.params.requiredProperties.map((name) => ({
      field: below(at, name),
      message: '请填写此项。',
    }))
  }
  if (error.keyword === 'additionalProperties') {
    return error.params.additionalProperties.map((name) => ({
      field: below(at, name),
      message: '没有这一项。',
    }))
  }
  return error.keyword === 'boolean' ? [] : [{ field: at, message: messageOf(error) }]
}

// The members of unions on the way to an error, outermost first: #/anyOf/1, #/anyOf/1/properties/x/anyOf/0.
const membersOn = (path: string): string[] =>
  [...path.matchAll(/\/anyOf\/\d+(?=\/|$)/g)].map((match) => path.slice(0, match.index + match[0].length))

const unionOf = (member: string): string => member.replace(/\/\d+$/, '')

/**
 * Every member of a union reports why it does not fit. What a person meant is the member whose
 * literals fit; where none does, the literal itself is the mistake.
 */
function ofMeantMembers(errors: readonly TValidationError[]): TValidationError[] {
  const seen = new Set(errors.flatMap(({ schemaPath }) => membersOn(schemaPath)))
  const notMeant = new Set(
    errors
      .filter(({ keyword }) => keyword === 'const')
      .flatMap(({ schemaPath }) => membersOn(schemaPath).slice(-1)),
  )
  const isMeant = (member: string) => !notMeant.has(member)
  const someMeant = (member: string) =>
    [...seen].some((other) => unionOf(other) === unionOf(member) && isMeant(other))
  return errors.filter(({ keyword, schemaPath }) => {
    if (keyword === 'anyOf') return ![...seen].some((member) => unionOf(member) === `${schemaPath}/anyOf`)
    return membersOn(schemaPath).every(
      (member) => isMeant(member) || (!someMeant(member) && keyword === 'const'),
    )
  })
}

/** The errors of a schema as one Chinese sentence for each field, the first of each. */
export function fieldErrors(errors: readonly TValidationError[]): FieldError[] {
  const first = new Map<string, FieldError>()
  for (const error of ofMeantMembers(errors).flatMap(spread)) {
    if (!first.has(error.field)) first.set(error.field, error)
  }
  return [...first.values()]
}
