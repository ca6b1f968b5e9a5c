import type { ClientBase } from 'pg'

/** A statement that was asked so often is prepared; each connection keeps no more than so many. */
const oftenAsked = 20
const mostPrepared = 100
const longest = 8000

const asked = new Map<string, number>()
const names = new Map<string, string>()

// What gives back every column of its table would break where a column is added; the others are planned anew by themselves.
const isWriting = (text: string): boolean =>
  text.startsWith('insert into ') && text.length <= longest && !text.endsWith('returning *')

function nameOf(text: string): string | undefined {
  const name = names.get(text)
  if (name !== undefined || names.size >= mostPrepared || !isWriting(text)) return name
  const times = (asked.get(text) ?? 0) + 1
  if (asked.size < 1000) asked.set(text, times)
  if (times >= oftenAsked) names.set(text, `insert${names.size + 1}`)
  return names.get(text)
}

/**
 * Lets a connection prepare the inserts that are asked again and again: a row of forty columns in twenty indexes costs
 * less to write than to plan. Questions are planned each time, by the values that they are asked with.
 */
export function prepareInserts(client: ClientBase): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  const prepared = (...given: unknown[]) => {
    const [text, values, ...rest] = given
    const name = typeof text === 'string' && Array.isArray(values) && nameOf(text)
    return name ? query({ name, text, values }, ...rest) : query(...given)
  }
  Object.assign(client, { query: prepared })
}
