import type { Block, Inline, Mark, Paragraph, Place } from './blocks.ts'
import type { Losses } from './dropped.ts'
import {
  droppedAs,
  type Element,
  elementOf,
  isElement,
  linkRefused,
  lossesOf,
  type Node,
  pictureRefused,
} from './element.ts'
import { withLists } from './lists.ts'
import { tidied, withoutUnwanted } from './spaces.ts'
import { isHeadingFace, marksWith, placeOf } from './style.ts'
import { tableOf } from './table.ts'

/** What holds for everything inside an element. */
export interface Look {
  readonly marks: readonly Mark[]
  readonly href?: string
  readonly level: Paragraph['level']
  readonly place?: Place
  readonly face?: boolean
}

const tagMarks: Readonly<Record<string, Mark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  u: 'u',
  ins: 'u',
  sup: 'sup',
  sub: 'sub',
}
const levels: Readonly<Record<string, Paragraph['level']>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 }
const breaking =
  /^(p|div|section|article|header|footer|main|aside|nav|h[1-6]|center|address|pre|dl|dt|dd|figure|figcaption|form|fieldset|legend|details|summary|body|html|marquee|li|tr|td|th|caption|tbody|thead|tfoot|o:p-block)$/

/** Takes blocks out of a tree, one paragraph after another. */
export class Walk {
  readonly blocks: Block[] = []
  private inlines: Inline[] = []
  private item: Paragraph['item'] | undefined
  private faced = true
  readonly losses: Losses

  constructor(losses: Losses) {
    this.losses = losses
  }

  /** The blocks of some nodes on their own: a cell, an item of a list, a quotation. */
  inside(nodes: readonly Node[], look: Look): readonly Block[] {
    const walk = new Walk(this.losses)
    walk.nodes(nodes, look)
    walk.close(look)
    return withLists(walk.blocks)
  }

  nodes(nodes: readonly Node[], look: Look): void {
    for (const node of nodes) {
      if (isElement(node)) this.element(elementOf(node), look)
      else if ('value' in node) this.text(node.value, look)
    }
  }

  private text(value: string, look: Look): void {
    const text = withoutUnwanted(value)
    if (text === '') return
    const { marks, href } = look
    if (text.trim() !== '' && !look.face && !marks.includes('strong')) this.faced = false
    this.inlines.push({ type: 'text', text, marks, ...(href === undefined ? {} : { href }) })
  }

  close(look: Look): void {
    for (const inlines of partsOf(this.inlines)) {
      const tidy = tidied(inlines)
      if (tidy.length === 0) continue
      this.blocks.push({
        type: 'paragraph',
        level: look.level,
        inlines: tidy,
        bold: this.faced,
        ...(look.place === undefined ? {} : { place: look.place }),
        ...(this.item === undefined ? {} : { item: this.item }),
      })
    }
    this.inlines = []
    this.item = undefined
    this.faced = true
  }

  private element(element: Element, look: Look): void {
    const why = droppedAs(element)
    if (why !== undefined) {
      if (why !== 'silent') this.losses.add(why)
      return
    }
    for (const loss of lossesOf(element)) this.losses.add(loss)
    const { name, style } = element
    if (style.get('mso-list') === 'ignore') this.marker(element)
    else if (name === 'br') this.inlines.push({ type: 'break' })
    else if (name === 'img') this.picture(element)
    else if (name === 'hr') this.block({ type: 'rule' }, look)
    else if (name === 'blockquote')
      this.block({ type: 'quote', blocks: this.inside(element.children, plain(look)) }, look)
    else if (/^(ul|ol|menu|dir)$/.test(name)) this.list(element, look)
    else if (name === 'table') this.table(element, look)
    else if (breaking.test(name)) this.paragraph(element, look)
    else this.nodes(element.children, this.inlineLook(element, look))
  }

  private block(block: Block, look: Look): void {
    this.close(look)
    if (block.type !== 'quote' || block.blocks.length > 0) this.blocks.push(block)
  }

  // The number or dot that a word processor puts before an item of a list.
  private marker(element: Element): void {
    const marker = textOf(element.children).replace(/[\s\u00a0]+/g, '')
    this.item = { depth: this.item?.depth ?? 1, marker }
  }

  private list(element: Element, look: Look): void {
    this.close(look)
    const items = element.children.flatMap((node): (readonly Block[])[] => {
      if (!isElement(node)) return []
      const child = elementOf(node)
      if (droppedAs(child)) {
        this.element(child, look)
        return []
      }
      const blocks = this.inside(child.name === 'li' ? child.children : [node], plain(look))
      return blocks.length === 0 ? [] : [blocks]
    })
    if (items.length === 0) return
    const start = Number.parseInt(element.attributes.get('start') ?? '1', 10)
    const ordered = element.name === 'ol'
    this.blocks.push({
      type: 'list',
      ordered,
      start: ordered && start > 0 && start < 10_000 ? start : 1,
      items,
    })
  }

  private table(element: Element, look: Look): void {
    this.close(look)
    this.blocks.push(...tableOf(element, this, plain(look)))
  }

  /** The blocks of a cell: its alignment holds for its paragraphs, the look of the table around it does not. */
  cell(element: Element, look: Look): readonly Block[] {
    return this.inside(element.children, this.blockLook(element, look))
  }

  private paragraph(element: Element, look: Look): void {
    this.close(look)
    const inner = this.blockLook(element, look)
    const depth = /level(\d)/.exec(element.style.get('mso-list') ?? '')?.[1]
    if (depth !== undefined) this.item = { depth: Number(depth), marker: '' }
    this.nodes(element.children, inner)
    this.close(inner)
  }

  private blockLook(element: Element, look: Look): Look {
    const { name, attributes, style } = element
    const outline = /^[1-6]$/.exec(style.get('mso-outline-level') ?? '')?.[0]
    const title = /^(MsoTitle|title)$/.test(attributes.get('class') ?? '')
    const level =
      levels[name] ?? (outline ? levels[`h${Number(outline) + 1}`] : title ? 2 : undefined) ?? look.level
    const given = name === 'center' ? 'centre' : placeOf(attributes, style)
    const place = given === 'left' ? undefined : (given ?? look.place)
    const { place: _, ...rest } = this.inlineLook(element, look)
    return { ...rest, level, ...(place === undefined ? {} : { place }) }
  }

  private inlineLook(element: Element, look: Look): Look {
    const { name, attributes, style } = element
    const mark = tagMarks[name]
    const marks = marksWith(
      style,
      mark === undefined || look.marks.includes(mark) ? look.marks : [...look.marks, mark],
    )
    const next = { ...look, marks, ...(isHeadingFace(style) ? { face: true } : {}) }
    const href = name === 'a' ? attributes.get('href') : undefined
    if (href === undefined) return next
    const why = linkRefused(href)
    if (why !== undefined && why !== 'silent') this.losses.add(why)
    return why === undefined ? { ...next, href: href.replace(/[\s\p{Cc}\p{Cf}]/gu, '') } : next
  }

  private picture({ attributes }: Element): void {
    const src = attributes.get('src') ?? attributes.get('data-src') ?? ''
    const why = pictureRefused(src)
    if (why === undefined) {
      const alt = withoutUnwanted(attributes.get('alt') ?? '')
        .replace(/\s+/g, ' ')
        .trim()
      this.inlines.push({ type: 'picture', src, alt })
    } else if (why !== 'silent') this.losses.add(why)
  }
}

/** Without place and heading: what starts afresh in a cell, an item or a quotation. */
const plain = ({ marks }: Look): Look => ({ marks, level: 0 })

const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => (isElement(node) ? textOf(node.childNodes) : 'value' in node ? node.value : ''))
    .join('')

// Two line breaks, or one before an indentation by blanks, are a new paragraph.
function partsOf(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const parts: Inline[][] = [[]]
  for (const [i, inline] of inlines.entries()) {
    const next = inlines[i + 1]
    const last = parts.at(-1)
    const indented = next?.type === 'text' && /^[\s]*[\u3000\u00a0]{2}/.test(next.text)
    if (inline.type === 'break' && (next?.type === 'break' || indented || last?.length === 0)) {
      if (last && last.length > 0) parts.push([])
    } else last?.push(inline)
  }
  return parts
}
