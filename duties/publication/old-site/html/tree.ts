import { type DefaultTreeAdapterTypes, parse } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element
export type Document = DefaultTreeAdapterTypes.Document
type Parent = DefaultTreeAdapterTypes.ParentNode

export const isElement = (node: Node): node is Element => 'tagName' in node

export const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? ''

const formatting = /<(\/?)(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b[^<>]{0,2000}>/gi
const mostOpen = 200
const opening = /<(\/?)([a-z][a-z0-9:-]{0,40})[^<>]{0,2000}>/gi
const lonely =
  /^(?:br|hr|img|input|meta|link|col|wbr|area|base|embed|source|track|p|li|td|tr|th|dt|dd|option)$/i
const deepest = 400

// Marks of format that are opened and never closed are opened again in every paragraph that follows: n × m elements.
function withoutOpenMarks(html: string): string {
  let open = 0
  for (const [, closing] of html.matchAll(formatting)) open += closing === '/' ? -1 : 1
  return open > mostOpen ? html.replace(formatting, '') : html
}

function isTooDeep(html: string): boolean {
  let depth = 0
  for (const [, closing, name = ''] of html.matchAll(opening)) {
    if (lonely.test(name)) continue
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > deepest) return true
  }
  return false
}

const flat = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]{0,200000}?<\/\1\s{0,4}>/gi, '')
    .replace(/<\/?(?:div|span|font|center|section|article|table|tbody|ul|ol|dl)\b[^<>]{0,2000}>/gi, '\n')

/** A page as a tree. What would grow without bound, or nest without end, is flattened before. */
export function parsePage(html: string): Document {
  const plain = withoutOpenMarks(html)
  return parse(isTooDeep(plain) ? flat(plain) : plain)
}

/** Every element below, in the order of the page. */
export function* elementsIn(parent: Parent): Generator<Element> {
  const waiting: Node[] = [...parent.childNodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i]
      if (child) waiting.push(child)
    }
  }
}

const silent = /^(?:script|style|noscript|template|head|title|select|option|textarea|iframe|object)$/
const breaking = /^(?:p|div|br|tr|td|th|li|h[1-6]|dt|dd|table|ul|ol|section|article|header|footer|hr)$/

/** The words of a node, one line for each block or cell; without scripts and styles. It stops soon after `most`. */
export function textOf(parent: Parent, most = Number.POSITIVE_INFINITY): string {
  const parts: string[] = []
  let length = 0
  const waiting: (Node | '\n')[] = [...parent.childNodes].reverse()
  for (let node = waiting.pop(); node && length <= most; node = waiting.pop()) {
    if (node === '\n') parts.push('\n')
    else if (isElement(node)) {
      if (silent.test(node.tagName)) continue
      const isBlock = breaking.test(node.tagName)
      if (isBlock) waiting.push('\n')
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i]
        if (child) waiting.push(child)
      }
      if (isBlock) parts.push('\n')
    } else if (node.nodeName === '#text' && 'value' in node) {
      parts.push(node.value.replaceAll(/[\s\u00a0]+/g, ' '))
      length += node.value.length
    }
  }
  return parts
    .join('')
    .replaceAll(/ *\n[ \n]*/g, '\n')
    .trim()
}

/** Takes an element out of its tree. */
export function remove(element: Element): void {
  const { parentNode } = element
  if (!parentNode) return
  parentNode.childNodes = parentNode.childNodes.filter((node) => node !== element)
  element.parentNode = null
}

/** Leaves what is in an element and takes the element away. */
export function unwrap(element: Element): void {
  const { parentNode } = element
  if (!parentNode) return
  for (const child of element.childNodes) child.parentNode = parentNode
  parentNode.childNodes = parentNode.childNodes.flatMap((node) =>
    node === element ? element.childNodes : [node],
  )
}

/** Sets an attribute, or takes it away. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  element.attrs = element.attrs.filter((each) => each.name !== name)
  if (value !== undefined) element.attrs.push({ name, value })
}
