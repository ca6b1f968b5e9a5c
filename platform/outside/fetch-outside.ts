import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type BlockList, isIP, type LookupFunction } from 'node:net'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { mayAsk } from './addresses.ts'
import { type OutsideRefusal, outsideRefused } from './refusals.ts'

/** What a fetch may cost; the defaults suit one report. */
export interface Limits {
  readonly milliseconds: number
  readonly bytes: number
  readonly moves: number
}

const usual: Limits = { milliseconds: 30_000, bytes: 40 * 1024 * 1024, moves: 5 }

export interface Fetched {
  readonly kind: 'fetched'
  /** Where it was found in the end. */
  readonly address: string
  /** The last part of the path, or what the site calls it. */
  readonly name: string
  readonly bytes: Uint8Array
}

type Answer<Value> = { readonly kind: 'got'; readonly value: Value } | OutsideRefusal
const got = <Value>(value: Value): Answer<Value> => ({ kind: 'got', value })

function addressOf(written: string, base?: URL): Answer<URL> {
  const url = URL.parse(written.trim(), base)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return outsideRefused('noAddress')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  return port < 1024 && port !== 80 && port !== 443 ? outsideRefused('noPort') : got(url)
}

interface Found {
  readonly address: string
  readonly family: number
}

/** Every address of a host, all of which must be allowed: a name that leads inside by one of them is refused. */
async function addressesOf(host: string, intranet: BlockList): Promise<Answer<readonly Found[]>> {
  const bare = host.replace(/^\[|\]$/g, '')
  const family = isIP(bare)
  let found: readonly Found[]
  try {
    found = family > 0 ? [{ address: bare, family }] : await lookup(bare, { all: true })
  } catch {
    return outsideRefused('noSuchSite', host)
  }
  if (found.length === 0) return outsideRefused('noSuchSite', host)
  return found.every(({ address }) => mayAsk(address, intranet))
    ? got(found)
    : outsideRefused('innerAddress', host)
}

// The connection goes to the addresses that were judged: a name that answers otherwise a moment later changes nothing.
const pinned =
  (found: readonly Found[]): LookupFunction =>
  (_, options, done) => {
    const [first] = found
    if (options.all) done(null, [...found])
    else done(null, first?.address ?? '', first?.family)
  }

function ask(url: URL, found: readonly Found[], signal: AbortSignal): Promise<Answer<IncomingMessage>> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const headers = { 'user-agent': 'Gongkai', accept: '*/*', 'accept-encoding': 'gzip, deflate, br' }
  return new Promise((resolve) => {
    const sent = send(url, { headers, lookup: pinned(found), signal, agent: false }, (answer) =>
      resolve(got(answer)),
    )
    sent.on('error', (fault: NodeJS.ErrnoException) => {
      const isCertificate = /CERT|SIGNATURE|ALTNAME|SSL/.test(fault.code ?? '')
      resolve(outsideRefused(isCertificate ? 'notTrusted' : 'noAnswer', url.host))
    })
    sent.end()
  })
}

const unpacking = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

async function bodyOf(answer: IncomingMessage, url: URL, most: number): Promise<Answer<Uint8Array>> {
  const packing = String(answer.headers['content-encoding'] ?? '').toLowerCase()
  const open = Object.hasOwn(unpacking, packing) ? unpacking[packing as keyof typeof unpacking] : undefined
  const stream = open ? answer.pipe(open()) : answer
  // A pipe does not hand on the fault of its source.
  if (open) answer.on('error', (fault) => stream.destroy(fault))
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of stream as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > most) return outsideRefused('tooLarge', `${Math.floor(most / 1024 / 1024)}兆`)
      parts.push(part)
    }
  } catch {
    return outsideRefused('brokenOff', url.host)
  } finally {
    answer.destroy()
  }
  return size === 0 ? outsideRefused('empty') : got(Buffer.concat(parts))
}

function refusedBy(status: number): OutsideRefusal | undefined {
  if (status === 200) return undefined
  if (status === 401 || status === 403 || status === 429) return outsideRefused('notAllowed', String(status))
  return outsideRefused(status >= 500 ? 'siteFails' : 'notThere', String(status))
}

function nameOf({ headers }: IncomingMessage, url: URL): string {
  const given = /filename\*=UTF-8''([^;]+)/i.exec(headers['content-disposition'] ?? '')?.[1]
  const last = given ?? url.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last) || url.host
  } catch {
    return last
  }
}

async function oneMove(
  url: URL,
  intranet: BlockList,
  most: number,
  signal: AbortSignal,
): Promise<Answer<Fetched | URL>> {
  const found = await addressesOf(url.hostname, intranet)
  if (found.kind === 'refused') return found
  const answer = await ask(url, found.value, signal)
  if (answer.kind === 'refused') return answer
  const { statusCode = 0, headers } = answer.value
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    answer.value.destroy()
    return addressOf(headers.location, url)
  }
  const refusal = refusedBy(statusCode)
  if (refusal) answer.value.destroy()
  if (refusal) return refusal
  const body = await bodyOf(answer.value, url, most)
  if (body.kind === 'refused') return body
  return got({ kind: 'fetched', address: url.href, name: nameOf(answer.value, url), bytes: body.value })
}

/**
 * The file at an address that somebody typed, fetched by the server: over http or https, from the internet or the
 * networks in `intranet` alone, every move judged anew, within limits of time, size and moves. What it is, the caller
 * judges by its bytes. A refusal is a value with its sentence.
 */
export async function fetchOutside(
  written: string,
  intranet: BlockList,
  limits: Partial<Limits> = {},
): Promise<Fetched | OutsideRefusal> {
  const { milliseconds, bytes, moves } = { ...usual, ...limits }
  const signal = AbortSignal.timeout(milliseconds)
  let next = addressOf(written)
  for (let move = 0; move <= moves; move++) {
    if (next.kind === 'refused') return next
    const answer = await oneMove(next.value, intranet, bytes, signal)
    if (answer.kind === 'refused') return answer
    if (!(answer.value instanceof URL)) return answer.value
    next = got(answer.value)
  }
  return outsideRefused('tooManyMoves')
}
