import type { DefaultTreeAdapterTypes } from 'parse5'
import type { DroppedCode } from './dropped.ts'
import { declarations, isHidden } from './style.ts'

export type Node = DefaultTreeAdapterTypes.ChildNode
type ParsedElement = DefaultTreeAdapterTypes.Element

/** An element with its attributes and its style as maps. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly style: ReadonlyMap<string, string>
  readonly children: readonly Node[]
}

export const isElement = (node: Node): node is ParsedElement => 'tagName' in node

export function elementOf(node: ParsedElement): Element {
  const attributes = new Map(node.attrs.map(({ name, value }) => [name.toLowerCase(), value]))
  const name = node.tagName.toLowerCase()
  return { name, attributes, style: declarations(attributes.get('style') ?? ''), children: node.childNodes }
}

const dropped: Readonly<Record<string, DroppedCode>> = {
  script: 'script',
  noscript: 'script',
  iframe: 'frame',
  frame: 'frame',
  frameset: 'frame',
  noframes: 'frame',
  portal: 'frame',
  object: 'media',
  embed: 'media',
  applet: 'media',
  audio: 'media',
  video: 'media',
  canvas: 'media',
  svg: 'drawing',
  math: 'drawing',
  'v:shape': 'drawing',
  'v:imagedata': 'drawing',
  'v:shapetype': 'drawing',
  input: 'form',
  select: 'form',
  textarea: 'form',
  button: 'form',
}

/** Elements that hold nothing for a reader: left out without a word. */
const silent = /^(style|link|meta|base|title|template|xml|head|datalist|option|noembed|xmp|plaintext)$/

/** Why an element is left out with all that is in it; `silent` where nobody needs to know. */
export function droppedAs({ name, attributes, style }: Element): DroppedCode | 'silent' | undefined {
  if (Object.hasOwn(dropped, name)) return dropped[name]
  if (silent.test(name)) return 'silent'
  if (name === 'del' || (name === 's' && attributes.has('cite'))) return 'deletion'
  const part = style.get('mso-element') ?? ''
  const face = attributes.get('class') ?? ''
  if (/^comment/.test(part) || /MsoComment(Reference|Text|Subject)/.test(face)) return 'comment'
  if (/header|footer/.test(part) && part !== 'footnote') return 'silent'
  if (attributes.has('hidden') || isHidden(style)) return 'hidden'
  return undefined
}

/** What an element that stays carries and must lose. */
export function lossesOf({ attributes }: Element): readonly DroppedCode[] {
  const losses: DroppedCode[] = []
  for (const [name, value] of attributes) {
    if (name.startsWith('on')) losses.push('handler')
    else if (name === 'background' || (name === 'style' && /url\s*\(|expression\s*\(|@import/i.test(value)))
      losses.push('styleAddress')
  }
  return losses
}

/** Why the address of a link may not stay; undefined where it may. */
export function linkRefused(href: string): DroppedCode | 'silent' | undefined {
  const plain = href.replace(/[\s\p{Cc}\p{Cf}]/gu, '')
  if (/^(https?:\/\/[^/\\]|mailto:|tel:)/i.test(plain)) return undefined
  if (/^\/(?![/\\])/.test(plain) || /^#[\w-]/.test(plain)) return undefined
  if (/^(file:|[a-z]:[\\/]|\\\\)/i.test(plain)) return 'localLink'
  return /^[a-z][a-z0-9+.-]*:/i.test(plain) ? 'scriptLink' : 'silent'
}

/** Why a picture may not stay: only pictures of this site may. */
export function pictureRefused(src: string): DroppedCode | 'silent' | undefined {
  if (/^\/(?![/\\])[^\s<>"'\\]*$/.test(src)) return undefined
  if (/^(data|blob|cid|webkit-fake-url):/i.test(src.trim())) return 'inlinePicture'
  if (/^(file:|[a-z]:[\\/])/i.test(src.trim())) return 'inlinePicture'
  return src.trim() === '' ? 'silent' : 'remotePicture'
}
