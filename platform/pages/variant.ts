import type { FastifyRequest } from 'fastify'
import { asked } from './asked.ts'

/** How a reader wants pages: kept in cookies; the script of an address wins over the cookie. */
export interface Variant {
  /** 大字版 */
  large: boolean
  /** 繁体 */
  traditional: boolean
}

/** For whom nothing is known of. */
export const usualVariant: Variant = { large: false, traditional: false }

export const sizeCookie = 'size'
export const scriptCookie = 'script'
/** The parameter of an address that asks for a script: hans or hant. */
export const scriptParameter = 'script'

export const variantOf = (request: FastifyRequest): Variant => {
  // What goes wrong before the cookies are read is told in the usual size and script.
  const cookies: Readonly<Record<string, string | undefined>> = request.cookies ?? {}
  const script = asked(request.query, scriptParameter) || cookies[scriptCookie]
  return { large: cookies[sizeCookie] === 'large', traditional: script === 'hant' }
}

/** A short word for the choices, to tell kept pages apart. */
export const variantKey = ({ large, traditional }: Variant): string =>
  `${large ? 'L' : 'n'}${traditional ? 'T' : 's'}`
