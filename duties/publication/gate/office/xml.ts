import { limits, Uninspectable } from '../trouble.ts'

/** An element as it stands in the file; names keep their prefixes, `local` is the name without. */
export interface Xml {
  name: string
  readonly local: string
  readonly attributes: Map<string, string>
  children: (Xml | string)[]
}

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(!DOCTYPE|!ENTITY)|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g,
    (_, hex, decimal, name) => {
      if (name !== undefined) return named[name] ?? ''
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const localOf = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  if (text.trim() !== '')
    for (const [, name = '', double, single] of text.matchAll(attribute))
      attributes.set(name, unescaped(double ?? single ?? ''))
  return attributes
}

/** Text of a part in UTF-8, or UTF-16 by its mark. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes.length > limits.xmlPart) throw new Uninspectable('tooHeavy', '文件内部的数据太大')
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/**
 * The root element of an XML text. Declares no entities: a document type is refused, so nothing can unfold.
 * Throws `Uninspectable` for what is broken, too deep or too large.
 */
export function readXml(text: string): Xml {
  const top: Xml = { name: '', local: '', attributes: new Map(), children: [] }
  const stack: Xml[] = [top]
  let at = 0
  let nodes = 0
  for (const found of text.matchAll(token)) {
    const parent = stack.at(-1)
    if (parent === undefined) break
    if (found.index > at) parent.children.push(unescaped(text.slice(at, found.index)))
    at = found.index + found[0].length
    const [, data, declared, closing, name, attributes, empty] = found
    if (declared !== undefined) throw new Uninspectable('activeContent', '文件内部声明了实体，可能无限展开')
    if (data !== undefined) parent.children.push(data)
    if (closing !== undefined) {
      if (parent.name !== closing) throw new Uninspectable('cannotOpen', '文件内部的结构不完整')
      stack.pop()
    }
    if (name === undefined) continue
    if (++nodes > limits.xmlNodes) throw new Uninspectable('tooHeavy', '文件内部的数据太多')
    const element = { name, local: localOf(name), attributes: attributesOf(attributes ?? ''), children: [] }
    parent.children.push(element)
    if (empty !== '/') stack.push(element)
    if (stack.length > limits.xmlDepth) throw new Uninspectable('tooHeavy', '文件内部的嵌套过深')
  }
  const root = top.children.find((child) => typeof child !== 'string')
  if (root === undefined || stack.length !== 1) throw new Uninspectable('cannotOpen', '文件内部的结构不完整')
  return root
}

function write(node: Xml | string, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escaped(node))
    return
  }
  out.push('<', node.name)
  for (const [name, value] of node.attributes)
    out.push(' ', name, '="', escaped(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;'), '"')
  if (node.children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  for (const child of node.children) write(child, out)
  out.push('</', node.name, '>')
}

/** The XML text of a root element. */
export function writeXml(root: Xml): string {
  const out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  write(root, out)
  return out.join('')
}

/** The value of an attribute by its name without prefix. */
export function attr(element: Xml, local: string): string | undefined {
  const plain = element.attributes.get(local)
  if (plain !== undefined) return plain
  for (const [name, value] of element.attributes) if (name.endsWith(`:${local}`)) return value
  return undefined
}

export const elements = (element: Xml): readonly Xml[] =>
  element.children.filter((child): child is Xml => typeof child !== 'string')

/** The first child of that local name. */
export const child = (element: Xml | undefined, local: string): Xml | undefined =>
  element?.children.find((one): one is Xml => typeof one !== 'string' && one.local === local)

/** Every element below, in order, of one of the local names. */
export function* below(element: Xml, ...locals: readonly string[]): Iterable<Xml> {
  for (const one of element.children) {
    if (typeof one === 'string') continue
    if (locals.includes(one.local)) yield one
    yield* below(one, ...locals)
  }
}

/** All the words below. */
export const wordsOf = (element: Xml): string =>
  element.children.map((one) => (typeof one === 'string' ? one : wordsOf(one))).join('')

/** On for `<x/>`, val="1", "true", "on"; off for "0", "false", "off" and where the element is missing. */
export const isOn = (element: Xml | undefined): boolean =>
  element !== undefined && !/^(0|false|off|none)$/.test(attr(element, 'val') ?? '1')

/** Takes out the children below that fail the test, whole. */
export function prune(element: Xml, isKept: (child: Xml) => boolean): void {
  element.children = element.children.filter((one) => typeof one === 'string' || isKept(one))
  for (const one of element.children) if (typeof one !== 'string') prune(one, isKept)
}
