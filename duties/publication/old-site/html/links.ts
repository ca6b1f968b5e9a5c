import { kinds } from '#platform/files/kinds.ts'
import { cleanName, endingOf } from '#platform/files/name.ts'
import { hostOf, isPage, type OldAddress, resolved, unescaped } from '../address.ts'
import type { Reason } from '../reasons.ts'
import type { Finder } from '../source.ts'
import { attribute, type Element, elementsIn, remove, setAttribute, textOf, unwrap } from './tree.ts'

/** A file that a page brings along: where it lies among what was sent, its name, and the old address that led to it. */
export interface FileWanted {
  readonly path: string
  readonly name: string
  readonly isPicture: boolean
  /** Path on the old site; '' where no address led to it. */
  readonly address: string
}

export interface LinkGround {
  readonly from: OldAddress
  readonly finder: Finder
  /** Files may be found by their name alone, wherever they lie. */
  readonly byName: boolean
  /** Hosts of the old site itself. */
  readonly hosts: ReadonlySet<string>
}

/** In a prepared body the address of the nth file, until its item has one. */
export const filePlace = (n: number): string => `/old-site-file/${n}`

const mostFilesOfItem = 200

/** Collects the files of a page. */
export class Wanted {
  readonly files: FileWanted[] = []
  readonly reasons: Reason[] = []
  private readonly ground: LinkGround

  constructor(ground: LinkGround) {
    this.ground = ground
  }

  note(code: Reason['code'], detail: string): void {
    if (
      this.reasons.length < 50 &&
      !this.reasons.some((each) => each.code === code && each.detail === detail)
    )
      this.reasons.push({ code, detail: detail.slice(0, 120) })
  }

  isOwn(host: string): boolean {
    const { from, hosts } = this.ground
    return host === from.host || host === '' || hosts.has(host)
  }

  resolve(said: string): OldAddress | undefined {
    return resolved(said, this.ground.from)
  }

  /** The number of the file that a link leads to; undefined where it is not among what was sent. */
  file(said: string, words: string, isPicture: boolean): number | undefined {
    const address = this.resolve(said)
    if (!address || !this.isOwn(address.host)) return undefined
    const { finder, byName } = this.ground
    const path = finder.at(address.path) ?? (byName ? finder.named(address.path) : undefined)
    if (path === undefined || !Object.hasOwn(kinds, endingOf(path))) return undefined
    return this.take({ path, name: nameFor(path, words), isPicture, address: address.path })
  }

  /** True for something among what was sent that is neither a page nor of a kind that is accepted. */
  isStray({ path }: OldAddress): boolean {
    const found = this.ground.finder.at(path)
    return found !== undefined && !isPage(found)
  }

  take(file: FileWanted): number | undefined {
    const known = this.files.findIndex(({ path }) => path === file.path)
    if (known >= 0) return known
    if (this.files.length >= mostFilesOfItem) {
      this.note('filesTooMany', '')
      return undefined
    }
    this.files.push(file)
    return this.files.length - 1
  }
}

/** The words of the link name a file better than its path, where they are a name at all. */
function nameFor(path: string, words: string): string {
  const ending = endingOf(path)
  const said = words.trim() === '' ? '' : cleanName(words.replace(/^附件\s*[:：]\s*/u, ''))
  if (said.length < 2 || said.length > 100 || /^(?:点击|下载|附件下载|查看|https?:)/u.test(said))
    return cleanName(unescaped(path))
  return endingOf(said) === ending ? said : `${said}.${ending}`
}

const isFileLink = (path: string): boolean => Object.hasOwn(kinds, endingOf(path.split('?')[0] ?? ''))

function picture(element: Element, wanted: Wanted): void {
  const said = [
    attribute(element, 'src'),
    attribute(element, 'data-src'),
    attribute(element, 'data-original'),
    attribute(element, '_src'),
  ]
  const src =
    said.find((each) => each !== '' && !/^data:/i.test(each)) ?? said.find((each) => each !== '') ?? ''
  setAttribute(element, 'data-src', undefined)
  if (/^data:/i.test(src)) wanted.note('inlinePicture', '')
  else {
    const n = wanted.file(src, '', true)
    if (n !== undefined) {
      setAttribute(element, 'src', filePlace(n))
      return
    }
    const address = wanted.resolve(src)
    if (address && !wanted.isOwn(address.host)) wanted.note('remotePicture', src)
    else if (src !== '') wanted.note('fileMissing', src)
  }
  remove(element)
}

function link(element: Element, wanted: Wanted): void {
  const href = attribute(element, 'href')
  const n = wanted.file(href, textOf(element, 200), false)
  const address = wanted.resolve(href)
  if (n !== undefined) setAttribute(element, 'href', filePlace(n))
  else if (!address) {
    if (!/^(?:mailto|tel):/i.test(href.trim())) unwrap(element)
  } else if (!wanted.isOwn(address.host)) setAttribute(element, 'href', absolute(href, address))
  else if (isFileLink(address.path) || wanted.isStray(address)) {
    wanted.note(wanted.isStray(address) ? 'fileRefused' : 'fileMissing', href)
    unwrap(element)
  } else setAttribute(element, 'href', address.path) // another page of the old site: its old address leads on
}

const absolute = (href: string, { host, path }: OldAddress): string =>
  `${/^http:/i.test(href.trim()) ? 'http' : 'https'}://${hostOf(host)}${path}`

/**
 * The links and pictures of a body, in its place: files among what was sent are collected and get the place of their
 * number; pages of the old site keep their path, from where their old address leads on; pictures of other sites go.
 */
export function bringLinks(body: Element, wanted: Wanted): void {
  for (const element of [...elementsIn(body)]) {
    if (element.tagName === 'img') picture(element, wanted)
    else if (element.tagName === 'a') link(element, wanted)
  }
}
