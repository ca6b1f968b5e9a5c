import { blankUnusedStrings } from './mask-office.ts'
import type { OfficePackage } from './package.ts'
import {
  cellsOf,
  hiddenColumnsOf,
  hiddenRowsOf,
  sharedStrings,
  sheetsOf,
  unseenStyles,
} from './sheet-cells.ts'
import { attr, below, child, elements, prune, wordsOf, type Xml } from './xml.ts'

const sheetParts = /^xl\/worksheets\/[^/]+\.xml$/

// A formula over cells that are emptied would show another value: every formula keeps its value only.
function formulasToValues(office: OfficePackage): void {
  for (const part of office.matching(sheetParts)) {
    const sheet = office.tree(part)
    if (sheet) prune(sheet, ({ local }) => local !== 'f')
  }
  for (const part of office.matching(/^xl\/calcChain\.xml$/)) office.drop(part)
}

function dropSheets(office: OfficePackage): void {
  const workbook = office.tree('xl/workbook.xml')
  const list = workbook && child(workbook, 'sheets')
  if (!workbook || !list) return
  const all = sheetsOf(office)
  const hidden = all.filter(({ state }) => state !== 'visible')
  if (hidden.length === 0) return
  const kept = all.filter(({ state }) => state === 'visible')
  const names = child(workbook, 'definedNames')
  if (names)
    names.children = names.children.filter((one) => {
      if (typeof one === 'string') return false
      const own = attr(one, 'localSheetId')
      const stays =
        own === undefined ? -1 : kept.findIndex(({ element }) => element === all[Number(own)]?.element)
      if (own !== undefined && stays >= 0) one.attributes.set('localSheetId', String(stays))
      const words = wordsOf(one)
      const leads = hidden.some(({ name }) => words.includes(`${name}!`) || words.includes(`${name}'!`))
      return !leads && (own === undefined || stays >= 0)
    })
  if (names?.children.length === 0) prune(workbook, ({ local }) => local !== 'definedNames')
  list.children = list.children.filter(
    (one) => typeof one === 'string' || kept.some(({ element }) => element === one),
  )
  for (const { part } of hidden) office.drop(part)
  for (const view of below(workbook, 'workbookView')) {
    view.attributes.delete('activeTab')
    view.attributes.delete('firstSheet')
  }
  const app = office.tree('docProps/app.xml')
  if (app) prune(app, ({ local }) => !/^(TitlesOfParts|HeadingPairs)$/.test(local))
}

function dropPivots(office: OfficePackage): void {
  for (const part of office.matching(/^xl\/(pivotCache|pivotTables|slicers|slicerCaches)\//))
    office.drop(part)
  const workbook = office.tree('xl/workbook.xml')
  if (workbook) prune(workbook, ({ local }) => !/^(pivotCaches|slicerCaches)$/.test(local))
}

const empty = (cell: Xml): void => {
  cell.children = []
  cell.attributes.delete('t')
}

/** Takes out hidden sheets, empties hidden columns, rows and cells that cannot be seen, drops sources of pivots. */
export function removeHiddenCells(office: OfficePackage): void {
  formulasToValues(office)
  const strings = sharedStrings(office)
  const unseen = unseenStyles(office)
  for (const { part, state } of sheetsOf(office)) {
    const sheet = office.tree(part)
    if (sheet === undefined || state !== 'visible') continue
    const columns = hiddenColumnsOf(sheet)
    const rows = hiddenRowsOf(sheet)
    for (const { column, row, style, element } of [...cellsOf(sheet, strings)])
      if (rows.has(row) || unseen.has(style) || columns.some(([min, max]) => column >= min && column <= max))
        empty(element)
  }
  dropSheets(office)
  dropPivots(office)
  blankUnusedStrings(office)
}

function showIn(sheet: Xml, unseen: ReadonlyMap<number, string>): void {
  for (const column of below(sheet, 'col')) {
    column.attributes.delete('hidden')
    if (attr(column, 'width') === '0') column.attributes.set('width', '10')
  }
  child(sheet, 'sheetFormatPr')?.attributes.delete('zeroHeight')
  for (const row of elements(child(sheet, 'sheetData') ?? { ...sheet, children: [] })) {
    row.attributes.delete('hidden')
    if (attr(row, 'ht') === '0') row.attributes.delete('ht')
  }
  for (const cell of below(sheet, 'c'))
    if (unseen.has(Number(attr(cell, 's') ?? 0))) cell.attributes.delete('s')
}

/** Shows hidden sheets, columns, rows and cells, so that they are looked at before they go out. */
export function showHiddenCells(office: OfficePackage): void {
  const unseen = unseenStyles(office)
  for (const { part, element } of sheetsOf(office)) {
    element.attributes.delete('state')
    const sheet = office.tree(part)
    if (sheet) showIn(sheet, unseen)
  }
}

/** Takes out comments, of conversations too, with the boxes drawn for them. */
export function removeSheetComments(office: OfficePackage): void {
  for (const { part } of sheetsOf(office)) {
    const related = office.relationships(part)
    if (!related.some(({ type }) => /^(comments|threadedComment)$/.test(type))) continue
    for (const { type, target } of related)
      if (/^(comments|threadedComment|vmlDrawing)$/.test(type)) office.drop(target)
    const sheet = office.tree(part)
    if (sheet) prune(sheet, ({ local }) => local !== 'legacyDrawing')
  }
  for (const part of office.matching(/^xl\/persons\//)) office.drop(part)
}
