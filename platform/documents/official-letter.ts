import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'

/** A letter in the words it will carry, without looks. */
export interface OfficialLetter {
  organName: string
  /** 发文字号, e.g. 清民公复〔2026〕3号 */
  number: string
  title: string
  addressee: string
  paragraphs: readonly string[]
  attachments: readonly string[]
  /** 成文日期 in Chinese: 2026年11月21日 */
  day: string
  /** Who signs, where it is not the organ at the head. */
  signed?: string
  /** A line under the date: who to reach. */
  contact?: string
}

/** Type sizes of GB/T 9704-2012 in half-points: 二号 22 pt, 三号 16 pt, 四号 14 pt. */
const size = { mark: 72, title: 44, body: 32, foot: 28 } as const
const fangsong = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312', cs: '仿宋' }
const songti = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体', cs: '宋体' }
/** 22 lines on 225 mm: an exact line of about 28.95 pt. */
const line = { line: 579, lineRule: LineRuleType.EXACT } as const
const twoCharacters = { firstLine: 640 } as const
const red = 'C00000'

const body = (
  text: string,
  more: { indent?: boolean; align?: keyof typeof AlignmentType; right?: number } = {},
) =>
  new Paragraph({
    spacing: line,
    alignment: AlignmentType[more.align ?? 'BOTH'],
    ...(more.right === undefined ? {} : { indent: { right: more.right } }),
    ...(more.indent ? { indent: twoCharacters } : {}),
    children: [new TextRun({ text, font: fangsong, size: size.body })],
  })

const head = (letter: OfficialLetter) => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 200, after: 200 },
    children: [new TextRun({ text: letter.organName, font: songti, size: size.mark, color: red })],
  }),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...line, after: 200 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 6 } },
    children: [new TextRun({ text: letter.number, font: fangsong, size: size.body })],
  }),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 600, after: 500, line: 640, lineRule: LineRuleType.AT_LEAST },
    children: [new TextRun({ text: letter.title, font: songti, size: size.title })],
  }),
]

const tail = (letter: OfficialLetter) => [
  ...letter.attachments.map((name, i) =>
    body(`${i === 0 ? '附件：' : '　　　'}${letter.attachments.length > 1 ? `${i + 1}.` : ''}${name}`, {
      indent: true,
    }),
  ),
  body(''),
  body(''),
  // 成文日期右空四字，机关署名居中于其上，印章压在署名和日期上。
  body(letter.signed ?? letter.organName, { align: 'RIGHT', right: 1280 }),
  body(letter.day, { align: 'RIGHT', right: 1280 }),
  ...(letter.contact ? [body(''), body(letter.contact, { indent: true })] : []),
]

const pageNumber = () =>
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

/**
 * The letter as a Word file on the page of GB/T 9704-2012: A4, margins 37/26/35/28 mm, 22 lines of
 * 28 characters, body 三号仿宋, title 二号小标宋.
 */
export async function officialLetterDocx(letter: OfficialLetter): Promise<Uint8Array> {
  const document = new Document({
    title: letter.title,
    creator: letter.organName,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
          },
        },
        footers: { default: pageNumber() },
        children: [
          ...head(letter),
          ...(letter.addressee ? [body(`${letter.addressee}：`)] : []),
          ...letter.paragraphs.map((text) => body(text, { indent: true })),
          ...tail(letter),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
