import { parseFragment } from 'parse5'
import sanitizeHtml from 'sanitize-html'
import type { Block } from './blocks.ts'
import { Losses } from './dropped.ts'
import { withHeadings, withLists } from './lists.ts'
import { Walk } from './walk.ts'
import { blockHtml } from './write.ts'

/** What was left out of pasted HTML, in Chinese, and how often. */
export interface Dropped {
  readonly what: string
  readonly count: number
}

export interface Cleaned {
  readonly html: string
  readonly dropped: readonly Dropped[]
}

const places = ['right', 'centre', 'addressee', 'signed']

// The writer already knows no other tag; this list is the second lock.
const lock: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'h2', 'h3', 'h4', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'strong', 'em', 'u', 'sup', 'sub'],
    ...['a', 'img', 'table', 'caption', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href'],
    img: ['src', 'alt'],
    ol: ['start'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
  allowedClasses: { p: places, h2: places, h3: places, h4: places },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  parseStyleAttributes: false,
}

const deepest = 120
const openTag = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})([^<>]{0,2000})>/g
const selfClosing =
  /^(br|hr|img|input|meta|link|col|wbr|area|base|embed|source|track|p|li|td|tr|th|dt|dd|option)$/i

// Word writes <![if …]> and <?xml …> that no parser of HTML knows, and markers around what was copied.
function withoutOffice(html: string): string {
  const from = html.indexOf('<!--StartFragment-->')
  const to = html.lastIndexOf('<!--EndFragment-->')
  const fragment = from >= 0 && to > from ? html.slice(from + 20, to) : html
  return fragment.replace(/<!\[(?:if|endif)[^\]<>]{0,200}\]?>|<\?xml[^<>]{0,500}>|<\/?o:p\s{0,4}\/?>/gi, '')
}

function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [, closing, name = '', rest = ''] of html.matchAll(openTag)) {
    if (rest.endsWith('/') || selfClosing.test(name)) continue
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) return true
  }
  return false
}

// Scripts and styles end where the first of their ends stands; one that never ends takes the rest.
function withoutScripts(html: string): string {
  const parts: string[] = []
  let at = 0
  for (const found of html.matchAll(/<(script|style)\b/gi)) {
    if (found.index < at) continue
    parts.push(html.slice(at, found.index))
    const end = html.indexOf(`</${found[1]}`, found.index)
    if (end < 0) return parts.join('')
    at = end
  }
  return parts.join('') + html.slice(at)
}

const withoutTags = (html: string): string => withoutScripts(html).replace(/<[^<>]{0,2000}>/g, '\n')

function headed(blocks: readonly Block[]): readonly Block[] {
  return withLists(blocks).map(withHeadings)
}

/**
 * HTML pasted from Word, WPS, 微信 or a web page as the few tags that an item may hold, with what was left out.
 * Lists and headings of word processors become real ones, indentation by blanks and empty paragraphs go; tables
 * keep their spans. No script, frame, style, event or picture of another site ever comes out. Cleaning what was
 * cleaned changes nothing.
 */
export function cleanHtml(html: string): Cleaned {
  const losses = new Losses()
  let source = withoutOffice(html)
  if (isTooDeep(source)) {
    losses.add('tooDeep')
    source = withoutTags(source)
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('')
  }
  const walk = new Walk(losses)
  walk.nodes(parseFragment(source).childNodes, { marks: [], level: 0 })
  walk.close({ marks: [], level: 0 })
  const written = headed(walk.blocks).map(blockHtml).join('')
  return { html: sanitizeHtml(written, lock), dropped: losses.list() }
}
