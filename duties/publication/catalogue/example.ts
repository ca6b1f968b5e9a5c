import ExcelJS from 'exceljs'

/** A standard catalogue as a sheet, in the manner of the published tables: two rows of headings, merged cells, boxes. */
export interface ExampleSheet {
  name: string
  title: string
  /** 一级, 二级, 内容, 依据, 时限, 主体, 渠道, 全社会, 特定群体, 主动, 依申请, 县级, 乡级, 村级 */
  rows: readonly (readonly string[])[]
}

const top = [
  '序号',
  '公开事项',
  '',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '',
  '公开方式',
  '',
  '公开层级',
  '',
  '',
]
const low = [
  '',
  '一级事项',
  '二级事项',
  '',
  '',
  '',
  '',
  '',
  '全社会',
  '特定群体',
  '主动',
  '依申请公开',
  '县级',
  '乡级',
  '村级',
]
const merges = [
  'A1:O1',
  'A2:A3',
  'B2:C2',
  'D2:D3',
  'E2:E3',
  'F2:F3',
  'G2:G3',
  'H2:H3',
  'I2:J2',
  'K2:L2',
  'M2:O2',
]

/** The sheets as an xlsx; cells of the first level that repeat are merged, as the published tables have them. */
export async function exampleXlsx(sheets: readonly ExampleSheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, title, rows } of sheets) {
    const sheet = workbook.addWorksheet(name)
    sheet.addRow([title])
    sheet.addRow(top)
    sheet.addRow(low)
    for (const [index, row] of rows.entries()) sheet.addRow([index + 1, ...row])
    for (const range of merges) sheet.mergeCells(range)
    mergeRuns(sheet, rows)
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

// A blank first level below one that is filled belongs to it.
function mergeRuns(sheet: ExcelJS.Worksheet, rows: ExampleSheet['rows']): void {
  let from = 0
  for (let at = 1; at <= rows.length; at++) {
    if (at < rows.length && rows[at]?.[0] === '') continue
    if (at - from > 1) sheet.mergeCells(from + 4, 2, at + 3, 2)
    from = at
  }
}
