import type { Readable } from 'node:stream'
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Selectable } from 'kysely'
import { type ListColumn, listFile } from '#platform/documents/list-file.ts'
import { type Day, inChinese } from '#time/day.ts'
import type { ListedItem } from '../rules/channels/facts.ts'
import { kindLabel } from '../rules/vocabulary.ts'
import { numberLabel } from './lists.ts'
import type { ChannelListRow } from './tables.ts'

type List = Selectable<ChannelListRow>
type Line = ListedItem & { place: number }

/** The columns of 移送明细, in the order of the paper. */
const columns: readonly ListColumn<Line>[] = [
  { heading: '序号', width: 6, of: ({ place }) => place },
  { heading: '索引号', width: 30, of: ({ indexNumber }) => indexNumber },
  { heading: '信息名称', width: 50, of: ({ title }) => title },
  { heading: '文号', width: 20, of: ({ documentNumber }) => documentNumber },
  { heading: '体裁', width: 12, of: ({ kind }) => kindLabel(kind) },
  { heading: '生成日期', width: 12, of: ({ formedOn }) => formedOn },
  { heading: '公开日期', width: 12, of: ({ publishedOn }) => publishedOn },
]

const numbered = (items: readonly ListedItem[]): Line[] =>
  items.map((item, at) => ({ ...item, place: at + 1 }))

async function* each<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows
}

/** A list as a sheet. */
export const listSheet = (list: List): Readable =>
  listFile('xlsx', list.list === 'transfer' ? '移送明细' : '目录', {
    columns,
    rows: each(numbered(list.items)),
  })

const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' }
const heading = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' }

const words = (text: string, size = 24, more: { centre?: boolean; face?: typeof font } = {}) =>
  new Paragraph({
    spacing: { after: 80 },
    ...(more.centre ? { alignment: AlignmentType.CENTER } : {}),
    children: [new TextRun({ text, size, font: more.face ?? font })],
  })

const cell = (text: string, width: number) =>
  new TableCell({ width: { size: width, type: WidthType.PERCENTAGE }, children: [words(text, 21)] })

function table(lines: readonly Line[]): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const share = ({ width }: ListColumn<Line>) => Math.round((width / whole) * 100)
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column) => cell(column.heading, share(column))),
  })
  const rows = lines.map(
    (line) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column) => cell(String(column.of(line) ?? ''), share(column))),
      }),
  )
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...rows] })
}

/** A list as a Word document: head, 明细, and for a transfer the lines to sign on. */
export function listPaper(list: List, organName: string): Promise<Buffer> {
  const isTransfer = list.list === 'transfer'
  const title = isTransfer ? `${organName}主动公开政府信息移送清单` : `${organName}政府公报目录`
  const period = `${inChinese(list.from_on as Day)}至${inChinese(list.until_on as Day)}`
  const signing = isTransfer
    ? [
        words(`移送单位（盖章）：${organName}　　　　经办人：　　　　　　日期：`),
        words(`接收单位（盖章）：${list.recipient}　　　　经办人：　　　　　　日期：`),
      ]
    : []
  const document = new Document({
    title,
    creator: organName,
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          words(title, 44, { centre: true, face: heading }),
          words(numberLabel(list), 28, { centre: true }),
          words(
            `${isTransfer ? `接收单位：${list.recipient}。` : ''}公开日期：${period}，共${list.items.length}条。`,
          ),
          table(numbered(list.items)),
          words(''),
          ...signing,
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}
