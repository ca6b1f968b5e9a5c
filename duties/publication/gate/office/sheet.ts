import type { Collected } from '../collect.ts'
import type { OfficePackage } from './package.ts'
import {
  type Cell,
  cellsOf,
  columnName,
  hiddenColumnsOf,
  hiddenRowsOf,
  type SheetEntry,
  sharedStrings,
  sheetsOf,
  stringOf,
  unseenStyles,
} from './sheet-cells.ts'
import { attr, below, child, elements, wordsOf, type Xml } from './xml.ts'

/** Headings of columns that make the rows about persons. */
const ofPersons = /^(姓名|户主|户主姓名|申请人|当事人|联系人|法定代表人|持证人|人员姓名)$/

interface Look {
  readonly place: string
  readonly sheet: Xml
  readonly cells: readonly Cell[]
  readonly unseen: ReadonlyMap<number, string>
}

/** The heading of each column: the first row that has several cells of words. */
export function headingsOf(cells: readonly Cell[]): ReadonlyMap<number, string> {
  const rows = Map.groupBy(cells, ({ row }) => row)
  for (const row of rows.values()) {
    const words = row.filter(({ text }) => !/^[\d.,\s]*$/.test(text) && text.length <= 20)
    if (words.length > 1 && words.length >= row.length / 2)
      return new Map(words.map(({ column, text }) => [column, text.replace(/\s/g, '')]))
  }
  return new Map()
}

export const isAboutPersons = (headings: ReadonlyMap<number, string>): boolean =>
  [...headings.values()].some((heading) => ofPersons.test(heading))

function inspectCells({ place, cells, unseen }: Look, collected: Collected): void {
  const headings = headingsOf(cells)
  const aboutPerson = isAboutPersons(headings)
  for (const { reference, column, text, style } of cells) {
    const heading = headings.get(column)
    collected.text(text, () => `${place}${reference}`, {
      aboutPerson,
      ...(heading === undefined || heading === text ? {} : { heading }),
    })
    const why = unseen.get(style)
    if (why !== undefined && text.trim() !== '')
      collected.add('hiddenText', `${place}${reference}`, `${why}：${text}`)
  }
}

// A hidden column or row that holds nothing hides nothing: many workbooks hide all they do not use.
function inspectHidden({ place, sheet, cells }: Look, collected: Collected): void {
  for (const [min, max] of hiddenColumnsOf(sheet)) {
    const inside = cells.filter(({ column }) => column >= min && column <= max)
    const columns = [...new Set(inside.map(({ column }) => column))].sort((a, b) => a - b)
    for (const column of columns)
      collected.add(
        'hiddenColumns',
        `${place}${columnName(column)}列`,
        inside.find((cell) => cell.column === column)?.text ?? '',
      )
  }
  const hidden = hiddenRowsOf(sheet)
  const told = new Set<number>()
  for (const { row, text } of cells) {
    if (!hidden.has(row) || told.has(row)) continue
    told.add(row)
    collected.add('hiddenRows', `${place}第${row}行`, text)
  }
}

function inspectAround({ place, sheet }: Look, collected: Collected): void {
  const margin = child(sheet, 'headerFooter')
  for (const one of margin ? elements(margin) : []) collected.text(wordsOf(one), `${place}页眉页脚`)
  for (const one of below(sheet, 'formula1', 'prompt')) collected.text(wordsOf(one), `${place}数据验证`)
  for (const one of below(sheet, 'dataValidation'))
    collected.text(`${attr(one, 'prompt') ?? ''} ${attr(one, 'error') ?? ''}`, `${place}数据验证`)
}

function inspectRelated(
  office: OfficePackage,
  { part }: SheetEntry,
  place: string,
  collected: Collected,
): void {
  for (const { type, target, isExternal } of office.relationships(part)) {
    const tree = isExternal || !/\.xml$/.test(target) ? undefined : office.tree(target)
    if (tree === undefined) continue
    if (type === 'comments') {
      for (const one of below(tree, 'comment')) {
        const words = stringOf(child(one, 'text') ?? one)
        collected.add('comments', `${place}${attr(one, 'ref') ?? ''}`, words)
        collected.text(words, `${place}${attr(one, 'ref') ?? ''}批注`)
      }
    } else if (type === 'threadedComment')
      for (const one of below(tree, 'threadedComment'))
        collected.add('comments', `${place}${attr(one, 'ref') ?? ''}`, wordsOf(one))
    else if (type === 'drawing')
      for (const one of below(tree, 'p'))
        collected.text(Array.from(below(one, 't'), wordsOf).join(''), `${place}文本框`)
    else if (type === 'queryTable') collected.add('dataConnection', place, attr(tree, 'name') ?? '')
  }
}

function inspectNames(office: OfficePackage, sheets: readonly SheetEntry[], collected: Collected): void {
  const workbook = office.tree('xl/workbook.xml')
  const hidden = sheets.filter(({ state }) => state !== 'visible')
  for (const name of workbook ? below(workbook, 'definedName') : []) {
    const words = wordsOf(name)
    const label = attr(name, 'name') ?? ''
    if (label.startsWith('_xlnm.')) continue
    if (hidden.some((sheet) => words.includes(`${sheet.name}!`) || words.includes(`${sheet.name}'!`)))
      collected.add('hiddenName', `名称“${label}”`, words)
    else collected.text(words, `名称“${label}”`)
  }
  for (const path of workbook ? below(workbook, 'absPath') : [])
    collected.add('metadata', '文件的保存路径', attr(path, 'url') ?? '')
}

function inspectSources(office: OfficePackage, collected: Collected): void {
  for (const name of office.matching(/^xl\/externalLinks\/[^/]+\.xml$/)) {
    const tree = office.tree(name)
    const target = office.relationships(name)[0]?.target ?? ''
    if (tree && Array.from(below(tree, 'ddeLink', 'oleLink')).length > 0)
      collected.add('activeContent', '动态数据交换链接', target)
    else collected.add('externalLink', '引用的外部工作簿', target)
  }
  const connections = office.tree('xl/connections.xml')
  for (const one of connections ? below(connections, 'connection') : [])
    collected.add('dataConnection', `连接“${attr(one, 'name') ?? ''}”`)
  if (office.matching(/^xl\/model\//).length > 0) collected.add('dataConnection', '数据模型')
  if (office.matching(/^xl\/revisions\//).length > 0) collected.add('trackedChanges', '共享工作簿的修订记录')
  for (const name of office.matching(/^xl\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/))
    inspectPivot(office, name, collected)
}

function inspectPivot(office: OfficePackage, name: string, collected: Collected): void {
  const tree = office.tree(name)
  const source = tree && Array.from(below(tree, 'worksheetSource'))[0]
  const records = office.relationships(name).find(({ type }) => type === 'pivotCacheRecords')?.target
  const values = tree ? Array.from(below(tree, 's'), (one) => attr(one, 'v') ?? '') : []
  if (records === undefined && values.length === 0) return
  collected.add(
    'pivotCache',
    `数据透视表缓存（来源：${(source && attr(source, 'sheet')) || '外部数据'}）`,
    values.slice(0, 5).join('、'),
  )
  const recordTree = records === undefined ? undefined : office.tree(records)
  const own = recordTree ? Array.from(below(recordTree, 's', 'n'), (one) => attr(one, 'v') ?? '') : []
  for (const value of [...values, ...own]) collected.text(value, '数据透视表缓存')
}

/** What must not go out in a workbook: cells, what is hidden, comments, names, sources of data. */
export function inspectWorkbook(office: OfficePackage, collected: Collected): void {
  const strings = sharedStrings(office)
  const unseen = unseenStyles(office)
  const sheets = sheetsOf(office)
  for (const entry of sheets) {
    const place = `工作表“${entry.name}”`
    if (entry.state !== 'visible')
      collected.add('hiddenSheet', place, entry.state === 'veryHidden' ? '深度隐藏，菜单里看不到' : '隐藏')
    const sheet = office.tree(entry.part)
    if (sheet === undefined) continue
    const look = { place, sheet, unseen, cells: Array.from(cellsOf(sheet, strings)) }
    inspectCells(look, collected)
    inspectHidden(look, collected)
    inspectAround(look, collected)
    inspectRelated(office, entry, place, collected)
  }
  inspectNames(office, sheets, collected)
  inspectSources(office, collected)
}
