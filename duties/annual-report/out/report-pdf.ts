import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Report } from '#law/report-forms/report.ts'
import { type SetTable, setOut, titleOf } from '../rules/set-out.ts'

let compiler: NodeCompiler | undefined

const folderOf = (weight: string): string =>
  fileURLToPath(new URL('.', import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${weight}.ttf`)))

const open = (): NodeCompiler =>
  NodeCompiler.create({
    fontArgs: [
      { fontPaths: [folderOf('400Regular/NotoSerifSC_400Regular'), folderOf('700Bold/NotoSerifSC_700Bold')] },
    ],
  })

// Text goes in as a string, never as markup: nothing that an office writes is read as an instruction.
const quoted = (text: string): string => `#text(${JSON.stringify(text)})`

function tableOf({ widths, rows }: SetTable): string {
  const cells = rows.flatMap((line) =>
    line.map(
      ({ text, across, down, isHead }) =>
        `table.cell(colspan: ${across}, rowspan: ${down}${isHead ? ', fill: luma(96%)' : ''})[${quoted(text)}]`,
    ),
  )
  const columns = widths.map((width) => `${width}fr`).join(', ')
  return `#{ set text(size: 8pt); set par(first-line-indent: 0pt, leading: 0.5em)
table(columns: (${columns}), align: center + horizon, inset: 3pt, stroke: 0.5pt,\n${cells.join(',\n')}) }\n`
}

const frame = (title: string, author: string): string =>
  `#set document(title: ${JSON.stringify(title)}, author: ${JSON.stringify(author)})
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, x: 24mm), numbering: "— 1 —")
#set text(font: "Noto Serif SC", size: 14pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.9em, first-line-indent: (amount: 2em, all: true))
#align(center)[#set par(first-line-indent: 0pt)
#text(size: 20pt, weight: "bold", ${JSON.stringify(title)})]
#v(1em)
`

/** A report as PDF in the official order, its characters within the file. */
export function reportPdf(report: Report): Uint8Array {
  compiler ??= open()
  const body = setOut(report).map((piece) => {
    if (piece.kind === 'table') return tableOf(piece.table)
    if (piece.kind === 'heading')
      return `#block(above: 1.4em, below: 1em, sticky: true)[#h(2em)#strong[${quoted(piece.text)}]]\n`
    return `${quoted(piece.text)}\n\n`
  })
  const mainFileContent = frame(titleOf(report), report.organ.name) + body.join('\n')
  return new Uint8Array(compiler.pdf({ mainFileContent }))
}
