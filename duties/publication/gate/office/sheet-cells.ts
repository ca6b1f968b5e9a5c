import type { OfficePackage } from './package.ts'
import { attr, below, child, elements, wordsOf, type Xml } from './xml.ts'

export interface Cell {
  readonly reference: string
  readonly column: number
  readonly row: number
  readonly text: string
  readonly style: number
  readonly element: Xml
}

/** 1 for A, 28 for AB. */
export const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** A for 1, AB for 28. */
export const columnName = (number: number): string =>
  number <= 0 ? '' : columnName(Math.floor((number - 1) / 26)) + String.fromCharCode(65 + ((number - 1) % 26))

/** The words of a string with its runs, without the reading aid above it. */
export const stringOf = (element: Xml): string =>
  elements(element)
    .map((one) => (one.local === 't' ? wordsOf(one) : one.local === 'r' ? stringOf(one) : ''))
    .join('')

export function sharedStrings(office: OfficePackage): readonly string[] {
  const tree = office.tree('xl/sharedStrings.xml')
  return tree
    ? elements(tree)
        .filter(({ local }) => local === 'si')
        .map(stringOf)
    : []
}

// 1.3912345678E10 is how a long whole number may be written.
const plainNumber = (value: string): string =>
  /e/i.test(value) && Number.isSafeInteger(Number(value)) ? String(Number(value)) : value

function textOf(cell: Xml, strings: readonly string[]): string {
  const type = attr(cell, 't')
  const inline = child(cell, 'is')
  if (inline) return stringOf(inline)
  const value = child(cell, 'v')
  if (value === undefined) return ''
  const words = wordsOf(value)
  return type === 's'
    ? (strings[Number(words)] ?? '')
    : type === undefined || type === 'n'
      ? plainNumber(words)
      : words
}

/** The cells of a sheet that hold something, in order. */
export function* cellsOf(sheet: Xml, strings: readonly string[]): Iterable<Cell> {
  const data = child(sheet, 'sheetData')
  let row = 0
  for (const line of data ? elements(data) : []) {
    row = Number(attr(line, 'r') ?? row + 1)
    let column = 0
    for (const element of elements(line)) {
      const reference = attr(element, 'r')
      column = reference ? columnNumber(reference.replace(/\d+/g, '').toUpperCase()) : column + 1
      const text = textOf(element, strings)
      if (text !== '')
        yield {
          reference: `${columnName(column)}${row}`,
          column,
          row,
          text,
          style: Number(attr(element, 's') ?? 0),
          element,
        }
    }
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Numbers of the columns that are hidden or of no width, as ranges. */
export const hiddenColumnsOf = (sheet: Xml): readonly (readonly [number, number])[] =>
  Array.from(below(child(sheet, 'cols') ?? { ...sheet, children: [] }, 'col'))
    .filter((one) => isTrue(attr(one, 'hidden')) || attr(one, 'width') === '0')
    .map((one) => [Number(attr(one, 'min')), Number(attr(one, 'max'))] as const)

/** Numbers of the rows that are hidden, filtered away or of no height. */
export function hiddenRowsOf(sheet: Xml): ReadonlySet<number> {
  const rows = new Set<number>()
  const byDefault = isTrue(attr(child(sheet, 'sheetFormatPr') ?? sheet, 'zeroHeight'))
  const data = child(sheet, 'sheetData')
  let number = 0
  for (const row of data ? elements(data) : []) {
    number = Number(attr(row, 'r') ?? number + 1)
    const hidden = attr(row, 'hidden')
    if (
      isTrue(hidden) ||
      attr(row, 'ht') === '0' ||
      (byDefault && hidden === undefined && attr(row, 'ht') === undefined)
    )
      rows.add(number)
  }
  return rows
}

export interface SheetEntry {
  readonly name: string
  readonly state: string
  readonly part: string
  readonly element: Xml
}

/** The sheets of a workbook in order, with their states. */
export function sheetsOf(office: OfficePackage): readonly SheetEntry[] {
  const workbook = office.tree('xl/workbook.xml')
  const sheets = workbook && child(workbook, 'sheets')
  return (sheets ? elements(sheets) : []).flatMap((element) => {
    const id = Array.from(element.attributes).find(([name]) => /:id$/.test(name))?.[1]
    const part = office.target('xl/workbook.xml', id)
    if (part === undefined) return []
    return [{ name: attr(element, 'name') ?? '', state: attr(element, 'state') ?? 'visible', part, element }]
  })
}

/** Why the text of a cell style cannot be seen: white on nothing, or a number format that shows nothing. */
export function unseenStyles(office: OfficePackage): ReadonlyMap<number, string> {
  const tree = office.tree('xl/styles.xml')
  const listed = (name: string): readonly Xml[] => {
    const list = tree && child(tree, name)
    return list ? elements(list) : []
  }
  const fonts = listed('fonts').map((font) => {
    const colour = child(font, 'color')
    const size = child(font, 'sz')
    const white =
      colour !== undefined &&
      /^(FF)?FFFFFF$/i.test(
        attr(colour, 'rgb') ?? (attr(colour, 'theme') === '0' && !attr(colour, 'tint') ? 'FFFFFF' : ''),
      )
    return white ? '白色的文字' : size && Number(attr(size, 'val')) <= 2 ? '极小的文字' : undefined
  })
  const filled = listed('fills').map((fill) => {
    const pattern = child(fill, 'patternFill')
    return (
      child(fill, 'gradientFill') !== undefined ||
      (pattern !== undefined && !/^(none)?$/.test(attr(pattern, 'patternType') ?? 'none'))
    )
  })
  const silent = new Set(
    listed('numFmts')
      .filter((one) => /^;;;/.test(attr(one, 'formatCode') ?? ''))
      .map((one) => attr(one, 'numFmtId')),
  )
  const unseen = new Map<number, string>()
  for (const [index, style] of listed('cellXfs').entries()) {
    const font = fonts[Number(attr(style, 'fontId') ?? 0)]
    const why = silent.has(attr(style, 'numFmtId'))
      ? '格式设为不显示'
      : font === '白色的文字' && filled[Number(attr(style, 'fillId') ?? 0)]
        ? undefined
        : font
    if (why !== undefined) unseen.set(index, why)
  }
  return unseen
}
