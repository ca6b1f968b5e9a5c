import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { App } from './app.ts'
import { contentPolicy } from './content-policy.ts'
import { type ProblemCode, problem } from './problem.ts'
import { networkOf } from './visitor-place.ts'

/** What Node's own reader of requests gives up with, before there is a request. */
interface ClientError extends Error {
  code?: string
  /** The bytes it was reading. */
  rawPacket?: unknown
}

const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'overlong',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'tooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'tooSlow',
}

// The reader complains again of every further packet.
const answered = new WeakSet<Socket>()
const patience = 1000

/**
 * Answers what Node could not read as a request: 400 in words with ways on, 431 for headers without end, 408 for a
 * request that never came to its end; an address with bare Chinese characters is led to its proper spelling (301).
 */
export function answerClientError(app: App, error: ClientError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || answered.has(socket)) return
  answered.add(socket)
  if (!socket.writable || isBeingAnswered(socket)) {
    socket.destroy(error)
    return
  }
  const packet = error.rawPacket instanceof Uint8Array ? Buffer.from(error.rawPacket).toString('latin1') : ''
  const code = codes[error.code ?? ''] ?? 'unreadable'
  const to = code === 'unreadable' ? properAddress(packet) : undefined
  const { status, title } = problem(to === undefined ? code : 'respelt')
  app.log.info(
    { status, code: error.code, title, from: networkOf(socket.remoteAddress ?? '') },
    'unreadable request',
  )
  socket.end(answerText(app, to === undefined ? code : 'respelt', packet, to))
  // What still comes in is read to its end for a moment: closed at once, the answer would be lost on its way.
  setTimeout(() => socket.destroy(), patience).unref()
}

// Node keeps the answer under way at the socket; into one that has begun nothing may be written.
function isBeingAnswered(socket: Socket): boolean {
  const under: unknown = Reflect.get(socket, '_httpMessage')
  return typeof under === 'object' && under !== null && Reflect.get(under, '_headerSent') === true
}

const requestLine = /^(?:GET|HEAD) (\/[^\r\n]{0,6000}?) HTTP\/1\.[01]\r?\n/
const unsafe = /[^!#-;=?-[\]_a-z~]/gu

/** The address of a request line with bare characters, spelt as it must be; undefined where that is not what is wrong. */
function properAddress(packet: string): string | undefined {
  const [, raw] = requestLine.exec(packet) ?? []
  if (raw === undefined) return undefined
  const address = textOf(Buffer.from(raw, 'latin1'))?.replace(/^[/\\]+/, '/')
  const spelt = address?.replaceAll(unsafe, encodeURIComponent)
  return spelt === raw ? undefined : spelt
}

// Old browsers send what was typed in the writing of the system, which in China is GB18030.
function textOf(bytes: Uint8Array): string | undefined {
  for (const writing of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(writing, { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {}
  }
  return undefined
}

const isForProgram = (packet: string): boolean =>
  /^[A-Z]+ \/api\//.test(packet) || /^accept:[^\r\n]*json/im.test(packet)

function answerText(app: App, code: ProblemCode, packet: string, location: string | undefined): string {
  const said = problem(code)
  const { status, title, detail } = said
  const [type, body] = isForProgram(packet)
    ? ['application/problem+json; charset=utf-8', JSON.stringify(said)]
    : ['text/html; charset=utf-8', app.errorPage(status, title, detail)]
  const policy = Object.entries(contentPolicy(app.encrypted)).map((directive) => directive.flat().join(' '))
  const headers = {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': policy.join(';'),
    'x-content-type-options': 'nosniff',
    ...(location !== undefined && { location }),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines].join('\r\n')
  return `${head}\r\n\r\n${packet.startsWith('HEAD ') ? '' : body}`
}
