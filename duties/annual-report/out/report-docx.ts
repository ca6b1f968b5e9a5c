import {
  AlignmentType,
  Document,
  Footer,
  HeightRule,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Report } from '#law/report-forms/report.ts'
import { type SetCell, type SetTable, setOut, titleOf } from '../rules/set-out.ts'

/** Type sizes in half-points: 二号 title, 三号 body, 小五 in tables. */
const size = { title: 44, body: 32, table: 18, foot: 28 } as const
const fangsong = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312', cs: '仿宋' }
const heiti = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体', cs: '黑体' }
const songti = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体', cs: '宋体' }
const line = { line: 560, lineRule: LineRuleType.EXACT } as const
/** Page of GB/T 9704-2012, with narrower sides: table three has ten columns. */
const page = { width: 210, height: 297, top: 37, right: 22, bottom: 35, left: 22 } as const
const tableWidth = mm(page.width - page.left - page.right)

const title = (text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 200, after: 400, line: 640, lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ text, font: songti, size: size.title })],
  })

const heading = (text: string) =>
  new Paragraph({
    spacing: { ...line, before: 160, after: 80 },
    indent: { firstLine: 640 },
    keepNext: true,
    children: [new TextRun({ text, font: heiti, size: size.body })],
  })

const paragraph = (text: string) =>
  new Paragraph({
    spacing: line,
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 640 },
    children: [new TextRun({ text, font: fangsong, size: size.body })],
  })

const isLeft = ({ isHead, text }: SetCell): boolean =>
  isHead && (/^(\d\.|（.）|[一二三四]、)/.test(text) || text.length > 20)

const cellOf = (cell: SetCell, width: number) =>
  new TableCell({
    columnSpan: cell.across,
    rowSpan: cell.down,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 40, right: 40, top: 20, bottom: 20 },
    children: [
      new Paragraph({
        alignment: isLeft(cell) ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: [new TextRun({ text: cell.text, font: fangsong, size: size.table })],
      }),
    ],
  })

function tableOf({ widths, rows }: SetTable): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => Math.floor((width / whole) * tableWidth))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: tableWidth, type: WidthType.DXA },
    columnWidths: columns,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          height: { value: 400, rule: HeightRule.ATLEAST },
          children: cells.map((cell) => cellOf(cell, (tableWidth / widths.length) * cell.across)),
        }),
    ),
  })
}

const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: songti, size: size.foot }),
        ],
      }),
    ],
  })

/** A report as a Word file in the official order: title, six parts, the tables ruled as the form prints them. */
export async function reportDocx(report: Report): Promise<Uint8Array> {
  const children = setOut(report).flatMap((piece): (Paragraph | Table)[] => {
    if (piece.kind === 'heading') return [heading(piece.text)]
    if (piece.kind === 'paragraph') return [paragraph(piece.text)]
    return [tableOf(piece.table), new Paragraph({ spacing: { line: 240 } })]
  })
  const { width, height, ...margin } = page
  const document = new Document({
    title: titleOf(report),
    creator: report.organ.name,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(width), height: mm(height) },
            margin: Object.fromEntries(Object.entries(margin).map(([side, each]) => [side, mm(each)])),
          },
        },
        footers: { default: footer() },
        children: [title(titleOf(report)), ...children],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
