import type { Collected } from '../collect.ts'
import type { OfficePackage } from './package.ts'
import { hasGround, type Styles, stylesOf, unseenBy } from './word-styles.ts'
import { attr, below, child, elements, wordsOf, type Xml } from './xml.ts'

const changeNames =
  /^(ins|del|moveFrom|moveTo|rPrChange|pPrChange|tblPrChange|tblGridChange|trPrChange|tcPrChange|sectPrChange|numberingChange|tblPrExChange|cellIns|cellDel|cellMerge)$/
const commanding = /\b(DDEAUTO|DDE|MACROBUTTON)\b/
const including = /\b(INCLUDETEXT|INCLUDEPICTURE|LINK|RD|DATABASE)\b/

interface Around {
  readonly onGround: boolean
  readonly box: boolean
  readonly heading?: string
}

/** The part of a document that is walked, and how its places are called. */
interface Counter {
  readonly part: string
  paragraph: number
  table: number
  row: number
  column: number
  headings: string[]
}

class WordReader {
  private readonly collected: Collected
  private readonly styles: Styles
  private readonly comments: ReadonlyMap<string, string>
  private readonly onUnseen: (run: Xml) => void

  constructor(
    collected: Collected,
    styles: Styles,
    comments: ReadonlyMap<string, string>,
    onUnseen: (run: Xml) => void,
  ) {
    this.onUnseen = onUnseen
    this.collected = collected
    this.styles = styles
    this.comments = comments
  }

  walk(element: Xml, counter: Counter, around: Around): void {
    for (const one of elements(element)) {
      if (one.local === 'p') this.paragraph(one, counter, around)
      else if (one.local === 'tbl') this.table(one, counter, around)
      else if (one.local === 'AlternateContent')
        this.alternate(one, (chosen) => this.walk(chosen, counter, around))
      else this.walk(one, counter, around)
    }
  }

  private alternate(element: Xml, visit: (chosen: Xml) => void): void {
    const choice = child(element, 'Choice')
    const fallback = child(element, 'Fallback')
    if (choice) visit(choice)
    if (fallback && (choice === undefined || wordsOf(choice).trim() === '')) visit(fallback)
  }

  private table(table: Xml, counter: Counter, around: Around): void {
    counter.table++
    const style = child(child(table, 'tblPr'), 'tblStyle')
    const ground = around.onGround || this.styles.isGround(style && attr(style, 'val'))
    const inner: Counter = { ...counter, row: 0, column: 0, headings: [] }
    for (const row of below(table, 'tr')) {
      inner.row++
      inner.column = 0
      for (const cell of elements(row).flatMap((one) =>
        one.local === 'sdt' ? [...below(one, 'tc')] : [one],
      )) {
        if (cell.local !== 'tc') continue
        inner.column++
        if (inner.row === 1) inner.headings[inner.column] = wordsOf(cell).trim()
        const heading = inner.row > 1 ? inner.headings[inner.column] : undefined
        const onGround = ground || hasGround(child(cell, 'tcPr'))
        this.walk(cell, inner, { ...around, onGround, ...(heading === undefined ? {} : { heading }) })
      }
    }
    counter.table = inner.table
  }

  private placeOf(counter: Counter, around: Around): string {
    if (around.box) return `${counter.part}文本框`
    if (counter.row > 0) return `${counter.part}表${counter.table}第${counter.row}行第${counter.column}列`
    return `${counter.part}第${counter.paragraph}段`
  }

  private paragraph(paragraph: Xml, counter: Counter, around: Around): void {
    if (counter.row === 0 && !around.box) counter.paragraph++
    const place = this.placeOf(counter, around)
    const properties = child(paragraph, 'pPr')
    const style = child(properties, 'pStyle')
    const onGround = around.onGround || hasGround(properties)
    const text: string[] = []
    const unseen = this.styles.unseen(style && attr(style, 'val'), onGround)
    this.inline(paragraph, { place, text, counter, around: { ...around, onGround }, unseen })
    const context = { ...(around.heading === undefined ? {} : { heading: around.heading }) }
    this.collected.text(text.join(''), place, context)
  }

  private inline(element: Xml, at: At): void {
    for (const one of elements(element)) {
      if (changeNames.test(one.local)) this.change(one, at)
      if (one.local === 'r') this.run(one, at)
      else if (one.local === 'commentReference') this.comment(one, at)
      else if (one.local === 'fldSimple') this.field(attr(one, 'instr') ?? '', at)
      if (one.local === 'txbxContent') this.walk(one, at.counter, { ...at.around, box: true, onGround: true })
      else if (one.local === 'AlternateContent') this.alternate(one, (chosen) => this.inline(chosen, at))
      else if (one.local !== 'r' && !/^(del|moveFrom)$/.test(one.local)) this.inline(one, at)
    }
  }

  private change(element: Xml, { place }: At): void {
    this.collected.add('trackedChanges', place, wordsOf(element).slice(0, 60))
  }

  private comment(element: Xml, { place }: At): void {
    this.collected.add('comments', place, this.comments.get(attr(element, 'id') ?? '') ?? '')
  }

  private field(instruction: string, { place }: At): void {
    if (commanding.test(instruction)) this.collected.add('activeContent', place, instruction)
    else if (including.test(instruction)) this.collected.add('externalLink', place, instruction)
  }

  private run(run: Xml, at: At): void {
    const properties = child(run, 'rPr')
    const style = child(properties, 'rStyle')
    const why =
      unseenBy(properties, at.around.onGround) ??
      this.styles.unseen(style && attr(style, 'val'), at.around.onGround) ??
      (child(properties, 'color') ? undefined : at.unseen)
    const before = at.text.length
    for (const one of elements(run)) {
      if (one.local === 't') at.text.push(wordsOf(one))
      else if (one.local === 'tab') at.text.push('\t')
      else if (one.local === 'br' || one.local === 'cr') at.text.push('\n')
      else if (one.local === 'noBreakHyphen') at.text.push('-')
      else if (one.local === 'instrText') this.field(wordsOf(one), at)
      else if (one.local === 'commentReference') this.comment(one, at)
      else if (one.local !== 'rPr') this.inline({ ...run, children: [one] }, at)
    }
    for (const one of properties ? elements(properties) : [])
      if (changeNames.test(one.local)) this.change(one, at)
    const words = at.text.slice(before).join('')
    if (why === undefined || words.trim() === '') return
    this.collected.add('hiddenText', at.place, `${why}：${words}`)
    this.onUnseen(run)
  }
}

interface At {
  readonly place: string
  readonly text: string[]
  readonly counter: Counter
  readonly around: Around
  readonly unseen: string | undefined
}

const parts: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/, ''],
  [/^word\/header\d*\.xml$/, '页眉'],
  [/^word\/footer\d*\.xml$/, '页脚'],
  [/^word\/footnotes\.xml$/, '脚注'],
  [/^word\/endnotes\.xml$/, '尾注'],
  [/^word\/glossary\/document\.xml$/, '构建基块'],
]

/**
 * What must not go out in a Word document: its words wherever they stand, comments, changes, text unseen.
 * `onUnseen` is told each run that cannot be seen.
 */
export function inspectWord(
  office: OfficePackage,
  collected: Collected,
  onUnseen: (run: Xml) => void = () => {},
): void {
  const comments = new Map<string, string>()
  const commentTree = office.tree('word/comments.xml')
  for (const comment of commentTree ? below(commentTree, 'comment') : [])
    comments.set(attr(comment, 'id') ?? '', wordsOf(comment))
  const reader = new WordReader(collected, stylesOf(office), comments, onUnseen)
  for (const [pattern, part] of parts)
    for (const name of office.matching(pattern)) {
      const tree = office.tree(name)
      if (tree === undefined) continue
      const dark = child(tree, 'background') !== undefined
      const counter = { part, paragraph: 0, table: 0, row: 0, column: 0, headings: [] }
      reader.walk(tree, counter, { onGround: dark, box: false })
    }
  if (comments.size > 0 && !collected.found.some(({ code }) => code === 'comments'))
    collected.add('comments', '批注', [...comments.values()].join(' '))
  for (const words of comments.values()) collected.text(words, '批注')
  inspectSettings(office, collected)
}

function inspectSettings(office: OfficePackage, collected: Collected): void {
  const settings = office.tree('word/settings.xml')
  if (settings === undefined) return
  for (const variable of below(settings, 'docVar'))
    collected.add('metadata', `文档变量“${attr(variable, 'name') ?? ''}”`, attr(variable, 'val') ?? '')
  if (child(settings, 'mailMerge')) collected.add('dataConnection', '邮件合并的数据源')
}
