import type { Collected } from '../collect.ts'
import type { OfficePackage } from './package.ts'
import { attr, below, child, wordsOf, type Xml } from './xml.ts'

interface Slide {
  readonly part: string
  readonly number: number
  readonly isHidden: boolean
}

/** The slides in the order in which they are shown, hidden ones too. */
export function slidesOf(office: OfficePackage): readonly Slide[] {
  const presentation = office.tree('ppt/presentation.xml')
  if (presentation === undefined) return []
  return Array.from(below(presentation, 'sldId')).flatMap((one, index) => {
    const part = office.target('ppt/presentation.xml', one.attributes.get('r:id') ?? attr(one, 'id'))
    const tree = part === undefined ? undefined : office.tree(part)
    if (part === undefined || tree === undefined) return []
    return [{ part, number: index + 1, isHidden: /^(0|false)$/.test(attr(tree, 'show') ?? '1') }]
  })
}

function paragraphs(tree: Xml): readonly string[] {
  return Array.from(below(tree, 'p'), (one) =>
    Array.from(below(one, 't', 'br'), (part) => (part.local === 't' ? wordsOf(part) : '\n')).join(''),
  ).filter((text) => text.trim() !== '')
}

/** The words of the notes themselves, without the slide's number and picture. */
function notesText(tree: Xml): string {
  const shapes = Array.from(below(tree, 'sp')).filter((shape) => {
    const kind = attr(Array.from(below(shape, 'ph'))[0] ?? shape, 'type') ?? 'body'
    return !/^(sldNum|sldImg|dt|hdr|ftr)$/.test(kind)
  })
  return shapes.flatMap((shape) => paragraphs(shape)).join('\n')
}

interface Size {
  readonly width: number
  readonly height: number
}

// A shape that lies wholly beside the slide is not shown but goes out.
function isOutside(shape: Xml, { width, height }: Size): boolean {
  const frame = Array.from(below(shape, 'xfrm'))[0]
  const [from, extent] = [child(frame, 'off'), child(frame, 'ext')]
  if (!from || !extent || !(width > 0)) return false
  const [x, y] = [Number(attr(from, 'x')), Number(attr(from, 'y'))]
  return (
    x >= width || y >= height || x + Number(attr(extent, 'cx')) <= 0 || y + Number(attr(extent, 'cy')) <= 0
  )
}

function inspectShapes(tree: Xml, place: string, size: Size, collected: Collected): void {
  for (const shape of below(tree, 'sp', 'graphicFrame', 'pic')) {
    const words = paragraphs(shape).join(' ')
    const properties = Array.from(below(shape, 'cNvPr'))[0]
    if (properties && /^(1|true)$/.test(attr(properties, 'hidden') ?? '0'))
      collected.add('hiddenText', place, `隐藏的对象：${words}`)
    else if (words !== '' && isOutside(shape, size)) collected.add('outsidePage', place, words)
  }
}

/** What must not go out in a presentation: words, hidden slides and shapes, notes, comments. */
export function inspectSlides(office: OfficePackage, collected: Collected): void {
  const presentation = office.tree('ppt/presentation.xml')
  const sizes = presentation && child(presentation, 'sldSz')
  const size = { width: Number(sizes && attr(sizes, 'cx')), height: Number(sizes && attr(sizes, 'cy')) }
  for (const { part, number, isHidden } of slidesOf(office)) {
    const tree = office.tree(part)
    if (tree === undefined) continue
    const place = `第${number}张幻灯片`
    if (isHidden) collected.add('hiddenSlide', place, paragraphs(tree)[0] ?? '')
    inspectShapes(tree, place, size, collected)
    for (const text of paragraphs(tree)) collected.text(text, place)
    for (const { type, target } of office.relationships(part)) {
      const other = /^(notesSlide|comments)$/.test(type) ? office.tree(target) : undefined
      if (other === undefined) continue
      const words =
        type === 'comments' ? Array.from(below(other, 'text', 't'), wordsOf).join(' ') : notesText(other)
      if (words.trim() === '') continue
      collected.add(type === 'comments' ? 'comments' : 'speakerNotes', place, words)
      collected.text(words, `${place}${type === 'comments' ? '批注' : '备注'}`)
    }
  }
  for (const name of office.matching(/^ppt\/(slideMasters|slideLayouts|notesMasters)\/[^/]+\.xml$/)) {
    const tree = office.tree(name)
    for (const text of tree ? paragraphs(tree) : []) collected.text(text, '母版')
  }
}
