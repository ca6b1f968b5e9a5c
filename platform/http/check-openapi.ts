import type { ApiRoute } from './rights.ts'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const at = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined)
const entries = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : [])

const types = new Set(['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'])

function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each)
  if (!isObject(value)) return
  yield value
  for (const each of Object.values(value)) yield* objectsIn(each)
}

function isThere(document: unknown, reference: string): boolean {
  const steps = reference.replace(/^#\//, '').split('/')
  return steps.reduce<unknown>((found, step) => at(found, step.replaceAll('~1', '/')), document) !== undefined
}

function schemaFaults(document: unknown, operation: unknown): string[] {
  return [...objectsIn(operation)].flatMap((part) => {
    const { type, $ref } = part
    return [
      ...('nullable' in part && typeof part.nullable === 'boolean'
        ? ['a schema with nullable, which 3.1 does not know']
        : []),
      ...(typeof type === 'string' && 'properties' in part && !types.has(type)
        ? [`no such type: ${type}`]
        : []),
      ...(typeof $ref === 'string' && !isThere(document, $ref) ? [`points nowhere: ${$ref}`] : []),
    ]
  })
}

function parameterFaults(path: string, operation: unknown): string[] {
  const parameters = at(operation, 'parameters')
  const list = Array.isArray(parameters) ? parameters : []
  const declared = list.filter((each) => at(each, 'in') === 'path' && at(each, 'required') === true)
  const names = new Set(declared.map((each) => at(each, 'name')))
  return [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) =>
    names.has(name) ? [] : [`does not declare ${name}`],
  )
}

function responseFaults(operation: unknown): string[] {
  const responses = entries(at(operation, 'responses'))
  if (responses.length === 0) return [': no answers']
  return responses.flatMap(([status, response]) =>
    typeof (at(response, 'description') ?? at(response, '$ref')) === 'string'
      ? []
      : [` ${status}: no description`],
  )
}

/** What is wrong with an OpenAPI document, in words: its version, its form, and routes that it leaves out. */
export function checkOpenApi(document: unknown, routes: readonly ApiRoute[]): string[] {
  const version = at(document, 'openapi')
  const wrongVersion =
    typeof version === 'string' && version.startsWith('3.1.') ? [] : [`not OpenAPI 3.1: ${version}`]
  const paths = at(document, 'paths')
  const unlisted = routes
    .filter(({ url }) => url !== '/api/openapi.json')
    .map(({ method, url }) => ({ method, path: url.replace(/:(\w+)/g, '{$1}') }))
    .filter(({ method, path }) => at(at(paths, path), method.toLowerCase()) === undefined)
    .map(({ method, path }) => `not listed: ${method} ${path}`)
  const faults = entries(paths).flatMap(([path, item]) =>
    entries(item).flatMap(([method, operation]) => {
      const name = `${method.toUpperCase()} ${path}`
      return [
        ...responseFaults(operation).map((fault) => `${name}${fault}`),
        ...parameterFaults(path, operation).map((fault) => `${name}: ${fault}`),
        ...schemaFaults(document, operation).map((fault) => `${name}: ${fault}`),
      ]
    }),
  )
  return [...wrongVersion, ...unlisted, ...faults]
}
