import { DatabaseError } from 'pg'

// Shut down, starting, out of connections, connection failures of class 08.
const awayStates = /^(?:57P0[1-3]|53300|08\w{3})$/
const awaySystem = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
// What the driver says of a connection that it lost or could not get; it gives these no code.
const lost =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

/** Whether a fault of a query says that the database could not be reached, not that the query was wrong. */
export function isDatabaseAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : ''
  if (fault instanceof DatabaseError) return awayStates.test(code)
  return awaySystem.has(code) || lost.test(fault.message)
}

/** Whether the database refused a sign that no text may hold: NUL, in an address or an entry. */
export const isUnreadable = (fault: unknown): boolean =>
  fault instanceof DatabaseError && (fault.code === '22021' || fault.code === '22P05')

/** Whether the database gave a statement up because its time was over. */
export const isOverTime = (fault: unknown): boolean =>
  fault instanceof DatabaseError && fault.code === '57014'
