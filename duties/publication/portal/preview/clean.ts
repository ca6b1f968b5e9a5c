import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode

const kept = new Set([
  ...['p', 'br', 'h2', 'h3', 'h4', 'strong', 'em', 'u', 's', 'sup', 'sub', 'ul', 'ol', 'li', 'blockquote'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption'],
])
const renamed: Readonly<Record<string, string>> = { h1: 'h2', h5: 'h4', h6: 'h4', b: 'strong', i: 'em' }
const dropped = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'noscript',
  'title',
])
const empty = new Set(['br'])
const spans = new Set(['colspan', 'rowspan'])

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/**
 * The text and the tables of a fragment of HTML, and nothing else of it: no address, no picture, no style, nothing that
 * runs. At most `most` characters; `whole` says whether that was all.
 */
export function textAndTables(html: string, most: number): { html: string; whole: boolean } {
  const out: string[] = []
  let room = most
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (room <= 0) return
      if (node.nodeName === '#text' && 'value' in node) {
        const text = escaped(node.value.slice(0, Math.max(0, room)))
        room -= text.length
        out.push(text)
      } else if ('tagName' in node) element(node)
    }
  }
  const element = (node: DefaultTreeAdapterTypes.Element): void => {
    if (dropped.has(node.tagName)) return
    if (node.tagName === 'img') {
      out.push('（图略）')
      return
    }
    const name = renamed[node.tagName] ?? node.tagName
    if (!kept.has(name)) {
      walk(node.childNodes)
      return
    }
    const open = `<${name}${spansOf(node)}>`
    room -= open.length * 2
    out.push(open)
    if (empty.has(name)) return
    walk(node.childNodes)
    out.push(`</${name}>`)
  }
  walk(parseFragment(html).childNodes)
  return { html: out.join(''), whole: room > 0 }
}

const spansOf = ({ attrs }: DefaultTreeAdapterTypes.Element): string =>
  attrs
    .filter(({ name, value }) => spans.has(name) && /^\d{1,3}$/.test(value))
    .map(({ name, value }) => ` ${name}="${value}"`)
    .join('')
