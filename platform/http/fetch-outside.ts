import { lookup as lookUp } from 'node:dns'
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http'
import { request as sealedRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { isLetIn } from './outside-ranges.ts'

export interface OutsideLimits {
  /** Networks of the own house that may be called, as `10.20.0.0/16`; see intranetRanges. */
  readonly allow: readonly string[]
  readonly maxBytes: number
  /** For all of it, redirects included. */
  readonly timeoutMs: number
}

const sentences = {
  notAnAddress: '这不是网址，请写成 http:// 或者 https:// 开头的完整网址。',
  withPassword: '网址里带有用户名或者密码，请去掉后再试。',
  ownNetwork: '这个网址在内部网络，没有放行。确需读取的，请管理员在 GONGKAI_INTRANET 中写明该网段。',
  unknownHost: '找不到这个网址的服务器，请核对网址。',
  unreachable: '连接不上这个网址，请稍后再试或者核对网址。',
  tooSlow: '对方超过时限没有答复，请稍后再试。',
  tooLarge: '文件超过大小限制，没有读取。',
  tooManyRedirects: '这个网址跳转次数太多，没有读取。',
  notGiven: '对方没有给出这个网页，请在浏览器中打开核对。',
} as const satisfies Record<string, string>

export type OutsideTrouble = keyof typeof sentences

export type Outside =
  | { readonly kind: 'got'; readonly address: string; readonly type: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'refused'
      readonly code: OutsideTrouble
      readonly why: string
      readonly status?: number
    }

class Trouble extends Error {
  readonly code: OutsideTrouble
  readonly status: number | undefined

  constructor(code: OutsideTrouble, status?: number) {
    super(sentences[code])
    this.code = code
    this.status = status
  }
}

const mostRedirects = 5

/**
 * Gets what stands at an address outside the program: http and https only, nothing of the own networks unless
 * `allow` lets it in, every redirect judged anew, the name looked up once and that very answer called (a name that
 * changes its answer in between gains nothing). What was not got is a value with a code and a sentence.
 */
export async function fetchOutside(address: string, limits: OutsideLimits): Promise<Outside> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  try {
    let url = urlOf(address)
    for (let turn = 0; turn <= mostRedirects; turn++) {
      const answer = await ask(url, limits.allow, signal)
      const next = redirectOf(answer, url)
      if (next === undefined) {
        const bytes = await bodyOf(answer, limits.maxBytes)
        return { kind: 'got', address: url.href, type: answer.headers['content-type'] ?? '', bytes }
      }
      answer.destroy()
      url = urlOf(next)
    }
    throw new Trouble('tooManyRedirects')
  } catch (error) {
    return refusal(error, signal.aborted)
  }
}

/** What is sent to an address outside. */
export interface OutsidePost {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Sends a short message to an address outside, under the same guard; a redirect is not followed, and what is answered
 * beyond its status is not read. Given where the other side took it (2xx), else a value with a code and a sentence.
 */
export async function postOutside(
  address: string,
  post: OutsidePost,
  limits: Pick<OutsideLimits, 'allow' | 'timeoutMs'>,
): Promise<{ readonly kind: 'taken' } | Extract<Outside, { kind: 'refused' }>> {
  const signal = AbortSignal.timeout(limits.timeoutMs)
  try {
    const answer = await ask(urlOf(address), limits.allow, signal, post)
    answer.destroy()
    const { statusCode = 0 } = answer
    return statusCode >= 200 && statusCode < 300 ? { kind: 'taken' } : refused('notGiven', statusCode)
  } catch (error) {
    return refusal(error, signal.aborted)
  }
}

function urlOf(address: string): URL {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new Trouble('notAnAddress')
  if (url.username !== '' || url.password !== '') throw new Trouble('withPassword')
  return url
}

/** The look-up of a name that gives only addresses that may be called: one that may not spoils the name. */
const guardedLookup =
  (allow: readonly string[]): LookupFunction =>
  (host, options, done) =>
    lookUp(host, { ...options, all: true }, (error, found) => {
      if (error) return done(new Trouble('unknownHost'), [])
      if (found.some(({ address }) => !isLetIn(address, allow))) return done(new Trouble('ownNetwork'), [])
      const [first] = found
      if (options.all || first === undefined) return done(null, found)
      return done(null, first.address, first.family)
    })

function ask(
  url: URL,
  allow: readonly string[],
  signal: AbortSignal,
  post?: OutsidePost,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A host written as an IP address is never looked up.
  if (isIP(host) !== 0 && !isLetIn(host, allow)) throw new Trouble('ownNetwork')
  const options: RequestOptions = {
    agent: false,
    lookup: guardedLookup(allow),
    signal,
    method: post ? 'POST' : 'GET',
    headers: { accept: '*/*', 'accept-encoding': 'gzip', 'user-agent': 'Gongkai', ...post?.headers },
  }
  const request = url.protocol === 'https:' ? sealedRequest : plainRequest
  return new Promise((give, fail) => request(url, options, give).on('error', fail).end(post?.body))
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): string | undefined {
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    if (!URL.canParse(headers.location, from)) throw new Trouble('notAnAddress')
    return new URL(headers.location, from).href
  }
  if (statusCode < 200 || statusCode >= 300) throw new Trouble('notGiven', statusCode)
  return undefined
}

async function bodyOf(answer: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) {
    answer.destroy()
    throw new Trouble('tooLarge')
  }
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of answer) {
    length += piece.length
    if (length > maxBytes) throw new Trouble('tooLarge')
    pieces.push(piece)
  }
  return unpacked(Buffer.concat(pieces), answer.headers['content-encoding'], maxBytes)
}

function unpacked(bytes: Buffer, encoding: string | undefined, maxOutputLength: number): Uint8Array {
  try {
    if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(bytes, { maxOutputLength })
    if (encoding === 'deflate') return inflateSync(bytes, { maxOutputLength })
    if (encoding === 'br') return brotliDecompressSync(bytes, { maxOutputLength })
    return bytes
  } catch (error) {
    const large = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new Trouble(large ? 'tooLarge' : 'unreachable')
  }
}

const refused = (code: OutsideTrouble, status?: number): Extract<Outside, { kind: 'refused' }> => ({
  kind: 'refused',
  code,
  why: sentences[code],
  ...(status === undefined ? {} : { status }),
})

/** Errors of the network become values; what is a fault of ours is thrown on. */
function refusal(error: unknown, tooLate: boolean): Extract<Outside, { kind: 'refused' }> {
  if (tooLate) return refused('tooSlow')
  if (error instanceof Trouble) return refused(error.code, error.status)
  if (error instanceof Error && 'code' in error && !(error instanceof TypeError))
    return refused('unreachable')
  throw error
}
