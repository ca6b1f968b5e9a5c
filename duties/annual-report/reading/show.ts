import type { Block, Table } from '#law/report-forms/form.ts'
import { formById } from '#law/report-forms/forms.ts'
import { severityLabels } from '../rules/severity.ts'
import type { ReadResult } from './result.ts'

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’—…·]/

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0)
const left = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))
const right = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** Cuts a text to a width on the screen. */
function short(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let cut = ''
  for (const letter of text) {
    if (widthOf(cut + letter) > width - 2) break
    cut += letter
  }
  return `${cut}…`
}

const formNames = {
  '2019': '2019年试行格式',
  '2021': '2021年格式',
  mixed: '新旧格式混用',
  unknown: '没有表格，无从判断',
} as const
const tableNames = {
  proactive: '表二 主动公开',
  requests: '表三 依申请公开',
  remedies: '表四 复议诉讼',
} as const

function tableOf(result: ReadResult, id: keyof typeof tableNames): Table | undefined {
  const form = result.tables?.find((each) => each.id === id)?.form
  if (form === undefined) return undefined
  return formById(form === '2019' ? '2019' : '2021').tables.find((table) => table.id === id)
}

function blockLines(result: ReadResult, block: Block): readonly string[] {
  const labels = block.columns.map((column) => short(column.label, 14))
  const head = `  ${left(block.titles.map((title) => title.label).join('／'), 36)}${labels.map((label) => right(label, 16)).join('')}`
  const rows = block.rows
    .filter((row) => !row.local || block.columns.some((column) => result.cells?.[`${row.key}.${column.id}`]))
    .map((row) => {
      const cells = block.columns.map((column) => {
        const cell = result.cells?.[`${row.key}.${column.id}`]
        return right(
          cell === undefined ? '缺失' : cell.kind === 'undecidable' ? '不能确定' : short(cell.shown, 14),
          16,
        )
      })
      return `  ${left(short(row.label, 34), 36)}${cells.join('')}`
    })
  return [head, ...rows]
}

/** A report as read, for a terminal. */
export function showResult(result: ReadResult): string {
  const lines = [`■ ${result.source.name}`]
  if (result.refused !== undefined) return [...lines, `  ${result.refused}`, ''].join('\n')
  const { organ, year, form = 'unknown', sections = [], findings = [] } = result
  lines.push(
    `  机关：${organ ? organ.name + (organ.inferred ? '（推断）' : '') : '不明'}　年度：${year ? `${year.year}${year.inferred ? '（推断）' : ''}` : '不明'}　格式：${formNames[form]}`,
  )
  const gone = sections.filter((section) => !section.found).map((section) => section.label)
  lines.push(`  六个部分：${gone.length === 0 ? '齐全' : `缺少 ${gone.join('、')}`}`)
  for (const id of ['proactive', 'requests', 'remedies'] as const) {
    const table = tableOf(result, id)
    lines.push(`  ${tableNames[id]}${table ? '' : '：缺失'}`)
    if (table) lines.push(...table.blocks.flatMap((block) => blockLines(result, block)))
  }
  lines.push(`  发现的问题：${findings.length === 0 ? '无' : `${findings.length}处`}`)
  for (const finding of findings)
    lines.push(`    [${severityLabels[finding.severity]}] ${finding.check} ${finding.sentence}`)
  return [...lines, ''].join('\n')
}
