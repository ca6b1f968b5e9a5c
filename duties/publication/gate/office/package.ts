import { entriesOf, pack, unpack } from '../archive.ts'
import { limits, Uninspectable } from '../trouble.ts'
import { attr, below, decodeXml, readXml, writeXml, type Xml } from './xml.ts'

export interface Relationship {
  readonly id: string
  /** The last word of the type: image, hyperlink, oleObject … */
  readonly type: string
  /** A part of the package, or an outside address. */
  readonly target: string
  readonly isExternal: boolean
}

function resolve(from: string, target: string): string {
  const path = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

const relsOf = (part: string): string => {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

/** An Office file: its parts, their trees and their relationships; changes are kept until `save`. */
export class OfficePackage {
  private readonly parts = new Map<string, Uint8Array>()
  private readonly trees = new Map<string, Xml>()
  private xmlRead = 0

  constructor(bytes: Uint8Array) {
    for (const entry of entriesOf(bytes))
      if (!entry.name.endsWith('/')) this.parts.set(entry.name, unpack(bytes, entry))
  }

  names(): readonly string[] {
    return [...this.parts.keys()]
  }

  matching(pattern: RegExp): readonly string[] {
    return this.names().filter((name) => pattern.test(name))
  }

  bytes(name: string): Uint8Array | undefined {
    return this.parts.get(name)
  }

  /** The root element of a part, kept: changing it changes the file that is saved. */
  tree(name: string): Xml | undefined {
    const kept = this.trees.get(name)
    const bytes = this.parts.get(name)
    if (kept !== undefined || bytes === undefined) return kept
    this.xmlRead += bytes.length
    if (this.xmlRead > limits.xmlAll) throw new Uninspectable('tooHeavy', '文件内部的数据太大')
    const tree = readXml(decodeXml(bytes))
    this.trees.set(name, tree)
    return tree
  }

  relationships(part: string): readonly Relationship[] {
    const tree = this.tree(part === '' ? '_rels/.rels' : relsOf(part))
    if (tree === undefined) return []
    return Array.from(below(tree, 'Relationship'), (one) => {
      const isExternal = attr(one, 'TargetMode') === 'External'
      const target = attr(one, 'Target') ?? ''
      return {
        id: attr(one, 'Id') ?? '',
        type: attr(one, 'Type')?.split('/').at(-1) ?? '',
        target: isExternal ? target : resolve(part, target),
        isExternal,
      }
    })
  }

  /** The part that a relationship of this id leads to. */
  target(part: string, id: string | undefined): string | undefined {
    return this.relationships(part).find((one) => one.id === id && !one.isExternal)?.target
  }

  put(name: string, bytes: Uint8Array): void {
    this.parts.set(name, bytes)
    this.trees.delete(name)
  }

  /** Takes a part out, with every relationship to it and its line among the content types. */
  drop(name: string): void {
    this.parts.delete(name)
    this.trees.delete(name)
    this.parts.delete(relsOf(name))
    this.trees.delete(relsOf(name))
    for (const rels of this.matching(/(^|\/)_rels\/[^/]*\.rels$/)) {
      const from = rels.replace(/_rels\/([^/]*)\.rels$/, '$1')
      const tree = this.tree(rels)
      if (tree === undefined) continue
      tree.children = tree.children.filter(
        (one) =>
          typeof one === 'string' ||
          attr(one, 'TargetMode') === 'External' ||
          resolve(from, attr(one, 'Target') ?? '') !== name,
      )
    }
    const types = this.tree('[Content_Types].xml')
    if (types)
      types.children = types.children.filter(
        (one) => typeof one === 'string' || attr(one, 'PartName')?.replace(/^\//, '') !== name,
      )
  }

  /** Takes out relationships to the outside of some types. */
  dropExternal(types: RegExp): void {
    for (const rels of this.matching(/(^|\/)_rels\/[^/]*\.rels$/)) {
      const tree = this.tree(rels)
      if (tree === undefined) continue
      tree.children = tree.children.filter(
        (one) =>
          typeof one === 'string' ||
          attr(one, 'TargetMode') !== 'External' ||
          !types.test(attr(one, 'Type') ?? ''),
      )
    }
  }

  /** Takes out parts that nothing leads to any more. */
  private sweep(): void {
    const reached = new Set<string>(['[Content_Types].xml', '_rels/.rels'])
    const visit = (part: string): void => {
      for (const { target, isExternal } of this.relationships(part)) {
        if (isExternal || reached.has(target)) continue
        reached.add(target)
        reached.add(relsOf(target))
        visit(target)
      }
    }
    visit('')
    for (const name of this.names()) if (!reached.has(name)) this.drop(name)
  }

  /** The bytes of the file with its changes. */
  save(): Uint8Array {
    this.sweep()
    const encoder = new TextEncoder()
    for (const [name, tree] of this.trees)
      if (this.parts.has(name)) this.parts.set(name, encoder.encode(writeXml(tree)))
    return pack(this.parts)
  }
}
