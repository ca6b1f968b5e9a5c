import type { FastifyRequest } from 'fastify'
import { DatabaseError } from 'pg'
import { networkOf } from './visitor-place.ts'

/** A request as the log keeps it: the pattern of its address, never the address, its query or its body. */
const loggedRequest = (request: FastifyRequest) => ({
  method: request.method,
  route: request.routeOptions?.url ?? 'unknown',
  from: networkOf(request.ip),
})

/** A fault as the log keeps it. What a database says of bad values may quote a person's data: only its code is kept. */
function loggedFault(fault: Error): LoggedFault {
  const { stack = '', message, name: type } = fault
  if (!(fault instanceof DatabaseError)) {
    return { type, message, stack, code: 'code' in fault ? fault.code : undefined }
  }
  const { code, table, constraint, routine } = fault
  const quotesValues = code?.startsWith('22') || code?.startsWith('23')
  const at = stack.slice(stack.indexOf('\n'))
  return { type, message: quotesValues ? '' : message, stack: at, code, table, constraint, routine }
}

interface LoggedFault {
  type: string
  message: string
  stack: string
  [more: string]: unknown
}

/** Where the log goes: JSON lines to standard output, or to a stream. */
export interface LogTarget {
  level?: string
  stream?: { write(line: string): void }
}

/** Settings for the logger that Fastify makes. */
export const loggerOptions = ({ level = 'info', stream }: LogTarget) => ({
  level,
  base: null,
  ...(stream && { stream }),
  serializers: { req: loggedRequest, err: loggedFault, error: loggedFault },
})
