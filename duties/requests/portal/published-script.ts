import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '#platform/http/app.ts'

const text = readFileSync(join(import.meta.dirname, 'published-as-typed.js'), 'utf8')
const mark = createHash('sha256').update(text).digest('hex').slice(0, 12)

/** The address changes with the content, so that a browser may keep it for ever. */
export const publishedScript = `/requests/published-${mark}.js`

/** Serves the one script of the form; the form is whole without it. */
export function registerPublishedScript(app: App): void {
  app.get(publishedScript, (_, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(text),
  )
}
