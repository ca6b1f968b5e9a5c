import type { GateSettings } from '../settings.ts'
import type { Around } from '../words/hit.ts'
import { maskOf } from '../words/mask-word.ts'
import { scan } from '../words/scan.ts'
import type { OfficePackage } from './package.ts'
import { headingsOf, isAboutPersons } from './sheet.ts'
import { cellsOf, sharedStrings, sheetsOf } from './sheet-cells.ts'
import { attr, below, child, elements, wordsOf, type Xml } from './xml.ts'

/** A stretch of a paragraph: words that an element holds, or a sign that stands for one. */
interface Piece {
  readonly element?: Xml
  readonly text: string
}

const signs: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' }

function* piecesOf(element: Xml): Iterable<Piece> {
  for (const one of elements(element)) {
    if (one.local === 't') yield { element: one, text: wordsOf(one) }
    else if (signs[one.local] !== undefined) yield { text: signs[one.local] ?? '' }
    else if (!/^(p|txbxContent|del|moveFrom|Fallback|rPr|pPr)$/.test(one.local)) yield* piecesOf(one)
  }
}

// Each hit is written in the first piece that it touches and taken out of the others.
function maskPieces(pieces: readonly Piece[], settings: GateSettings, around: Around): void {
  const whole = pieces.map(({ text }) => text).join('')
  const hits = scan(whole, settings, around).flatMap((hit) => {
    const mask = maskOf(hit.code, whole.slice(hit.from, hit.to), settings)
    return mask === undefined ? [] : [{ ...hit, mask }]
  })
  let at = 0
  const told = new Set<number>()
  for (const { element, text } of hits.length > 0 ? pieces : []) {
    let masked = ''
    for (let i = 0; i < text.length; i++) {
      const hit = hits.find(({ from, to }) => at + i >= from && at + i < to)
      if (hit === undefined) masked += text[i]
      else if (element && !told.has(hit.from)) {
        told.add(hit.from)
        masked += hit.mask
      }
    }
    at += text.length
    if (element && masked !== text) element.children = [masked]
  }
}

function maskBelow(element: Xml, settings: GateSettings, around: Around): void {
  for (const one of elements(element)) {
    if (one.local === 'tbl') maskTable(one, settings)
    else {
      if (one.local === 'p') maskPieces([...piecesOf(one)], settings, around)
      maskBelow(one, settings, around)
    }
  }
}

function maskTable(table: Xml, settings: GateSettings): void {
  const headings: string[] = []
  for (const [row, line] of [...below(table, 'tr')].entries())
    for (const [column, cell] of [...below(line, 'tc')].entries()) {
      if (row === 0) headings[column] = wordsOf(cell).trim()
      const heading = row > 0 ? headings[column] : undefined
      maskBelow(cell, settings, heading === undefined ? {} : { heading })
    }
}

function maskParagraphs(office: OfficePackage, parts: RegExp, settings: GateSettings): void {
  for (const name of office.matching(parts)) {
    const tree = office.tree(name)
    if (tree) maskBelow(tree, settings, {})
  }
}

function maskSheets(office: OfficePackage, settings: GateSettings): void {
  const strings = sharedStrings(office)
  for (const { part } of sheetsOf(office)) {
    const sheet = office.tree(part)
    if (sheet === undefined) continue
    const cells = [...cellsOf(sheet, strings)]
    const headings = headingsOf(cells)
    const aboutPerson = isAboutPersons(headings)
    for (const { text, column, element } of cells) {
      const heading = headings.get(column)
      const inline: Xml = { name: 't', local: 't', attributes: new Map(), children: [text] }
      maskPieces([{ element: inline, text }], settings, {
        aboutPerson,
        ...(heading && heading !== text ? { heading } : {}),
      })
      if (inline.children[0] !== text) putText(element, inline)
    }
    for (const one of elements(child(sheet, 'headerFooter') ?? { ...sheet, children: [] }))
      maskPieces([{ element: one, text: wordsOf(one) }], settings, {})
  }
}

function putText(cell: Xml, words: Xml): void {
  const prefix = cell.name.slice(0, cell.name.length - cell.local.length)
  const text = { ...words, name: `${prefix}t` }
  cell.attributes.set('t', 'inlineStr')
  cell.children = [{ name: `${prefix}is`, local: 'is', attributes: new Map(), children: [text] }]
}

/** Strings that no cell uses any more become empty: they would go out with the file. */
export function blankUnusedStrings(office: OfficePackage): void {
  const tree = office.tree('xl/sharedStrings.xml')
  if (tree === undefined) return
  const used = new Set<number>()
  for (const { part } of sheetsOf(office)) {
    const sheet = office.tree(part)
    for (const cell of sheet ? below(sheet, 'c') : [])
      if (attr(cell, 't') === 's') used.add(Number(wordsOf(child(cell, 'v') ?? cell)))
  }
  for (const [index, string] of elements(tree)
    .filter(({ local }) => local === 'si')
    .entries())
    if (!used.has(index)) string.children = []
}

/** Masks numbers, names and addresses in the words of an Office file, across runs and in cells. */
export function maskOffice(office: OfficePackage, settings: GateSettings): void {
  maskParagraphs(
    office,
    /^word\/(document\d*|header\d*|footer\d*|footnotes|endnotes|comments|glossary\/document)\.xml$/,
    settings,
  )
  maskParagraphs(
    office,
    /^ppt\/(slides|notesSlides|comments|slideMasters|slideLayouts|notesMasters)\/[^/]+\.xml$/,
    settings,
  )
  maskParagraphs(office, /^xl\/drawings\/[^/]+\.xml$/, settings)
  maskSheets(office, settings)
  blankUnusedStrings(office)
}
