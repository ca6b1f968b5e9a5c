import { createHash } from 'node:crypto'
import type { FactRow } from './tables.ts'

/** What stands before the first fact of a case. */
export const beforeFirst = ''

/** JSON with the keys of every object in order and nothing undefined: the same value gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`)
  return `{${entries.join(',')}}`
}

/**
 * The hash of a fact: over the hash before it and every column, so that one changed byte breaks the chain.
 * `recorded_at` is taken as it is read, in ISO with milliseconds: a changed microsecond shows too.
 */
export function hashOf(fact: Omit<FactRow, 'hash'>): string {
  return createHash('sha256')
    .update(
      canonicalJson([
        fact.hash_before,
        fact.organ_id,
        fact.duty,
        fact.case_id,
        fact.seq,
        fact.type,
        fact.happened_on,
        fact.recorded_at,
        fact.recorded_by,
        fact.ask_id,
        fact.body,
      ]),
    )
    .digest('hex')
}
