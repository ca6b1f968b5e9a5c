import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { transformSync } from 'esbuild'
import type { FastifyInstance } from 'fastify'

const sheets = [
  'base',
  'layout',
  'text',
  'form',
  'strip',
  'table',
  'kinds',
  'report',
  'calendar',
  'home',
  'search',
  'print',
]

const read = (...path: string[]): string => readFileSync(join(import.meta.dirname, ...path), 'utf8')

const css = transformSync(sheets.map((name) => read('styles', `${name}.css`)).join('\n'), {
  loader: 'css',
  minify: true,
}).code
const icon = read('icon.svg')

const addressOf = (name: string, kind: string, text: string): string =>
  `/assets/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${kind}`

/** The address changes with the content, so that a browser may keep it for ever. */
export const styleAddress = addressOf('portal', 'css', css)
export const iconAddress = addressOf('icon', 'svg', icon)

/** Bytes of the style sheet, for those who weigh a page. */
export const styleSize = Buffer.byteLength(css)

/** Serves the style sheet and the icon. */
export function registerAssets(app: FastifyInstance): void {
  const assets = [
    { address: styleAddress, text: css, type: 'text/css; charset=utf-8' },
    { address: iconAddress, text: icon, type: 'image/svg+xml' },
  ]
  for (const { address, text, type } of assets) {
    const small = brotliCompressSync(text)
    app.get(address, (request, reply) => {
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable')
      reply.header('vary', 'accept-encoding')
      return request.headers['accept-encoding']?.includes('br')
        ? reply.header('content-encoding', 'br').send(small)
        : reply.send(text)
    })
  }
  app.get('/favicon.ico', (_request, reply) => reply.redirect(iconAddress, 302))
}
