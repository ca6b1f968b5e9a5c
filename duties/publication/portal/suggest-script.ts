import { createHash } from 'node:crypto'
import { transformSync } from 'esbuild'
import type { App } from '#platform/http/app.ts'

/** Where suggestions are asked for. */
const suggestionsAddress = '/api/search/suggestions'

// A suggestion that does not hold what was typed says so in its label: browsers show only what matches.
const source = `
const field = document.getElementById('q')
const list = document.getElementById('q-words')
let asked = ''
let timer
const optionOf = (text, typed) => {
  const option = document.createElement('option')
  option.value = text
  if (!text.includes(typed)) option.label = text + '（' + typed + '）'
  return option
}
const suggest = async () => {
  const typed = field.value.trim()
  if (typed === asked || typed.length > 24) return
  asked = typed
  if (typed === '') return list.replaceChildren()
  try {
    const answer = await fetch('${suggestionsAddress}?q=' + encodeURIComponent(typed))
    if (!answer.ok || asked !== typed) return
    const { words, titles } = await answer.json()
    const all = [...words, ...titles.map(({ title }) => title)]
    list.replaceChildren(...[...new Set(all)].map((text) => optionOf(text, typed)))
  } catch {}
}
if (field && list)
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(suggest, 160)
  })
`

const script = transformSync(source, { loader: 'js', minify: true, format: 'iife' }).code

/** The address changes with the content, so that a browser may keep it for ever. */
export const suggestAddress = `/assets/suggest-${createHash('sha256').update(script).digest('hex').slice(0, 12)}.js`

/** Serves the script of the search field. */
export function suggestScript(app: App): void {
  app.get(suggestAddress, (_, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(script),
  )
}
