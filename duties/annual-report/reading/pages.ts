import { formById, formForYear } from '#law/report-forms/forms.ts'
import type { Report } from '#law/report-forms/report.ts'
import { type SetCell, type SetTable, setOut } from '../rules/set-out.ts'
import { severityLabels } from '../rules/severity.ts'
import { type Counted, overviewOf } from './overview.ts'
import { placeInChinese } from './place.ts'
import type { ReadResult } from './result.ts'
import { sortingScript, sortingStyle } from './sorting.ts'

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

const pageStyle = `body{font-family:"Noto Serif SC","SimSun",serif;max-width:72rem;margin:0 auto;padding:1rem 1.5rem 3rem;line-height:1.7;color:#1a1a1a}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.25rem .5rem;text-align:center;vertical-align:middle}
th{background:#f2f4f7;font-weight:400}td.named{outline:2px solid #b42318;outline-offset:-2px}td.unsure{background:#fff4d6}
td.words{text-align:left}@media print{body{max-width:none;padding:0}}`

const page = (title: string, body: string, style = pageStyle): string =>
  `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main><h1>${escaped(title)}</h1>
${body}</main></body></html>
`

/** The report of a result, set out as the form of its year where the form was not told. */
export function reportOfResult(result: ReadResult): Report | undefined {
  const { organ, year, cells, sections = [], preamble } = result
  if (cells === undefined) return undefined
  const number = year?.year ?? 0
  const form =
    result.form === undefined || result.form === 'unknown' ? (formForYear(number)?.id ?? '2021') : result.form
  const texts = Object.fromEntries(
    sections.flatMap(({ id, text }) => (text === undefined ? [] : [[id, text]])),
  )
  return {
    organ: { name: organ?.name ?? '（名称不明）' },
    year: number || formById(form === 'mixed' ? '2021' : form).years.from,
    form,
    cells,
    texts: { ...(preamble === undefined ? {} : { preamble }), ...texts },
  }
}

function cellHtml(cell: SetCell, result: ReadResult, named: ReadonlySet<string>): string {
  const tag = cell.isHead ? 'th' : 'td'
  const spans = `${cell.across > 1 ? ` colspan="${cell.across}"` : ''}${cell.down > 1 ? ` rowspan="${cell.down}"` : ''}`
  const read = cell.figure ? result.cells?.[cell.figure.id] : undefined
  if (cell.figure === undefined) return `<${tag}${spans}>${escaped(cell.text)}</${tag}>`
  const unsure = read?.kind === 'undecidable'
  const words = read === undefined ? '缺失' : unsure ? `不能确定（${read.written}）` : cell.text
  const marks = [named.has(cell.figure.id) ? 'named' : '', unsure ? 'unsure' : ''].filter(Boolean).join(' ')
  const title = read ? ` title="${escaped(placeInChinese(read.place))}"` : ''
  return `<td${spans}${marks ? ` class="${marks}"` : ''}${title}>${escaped(words)}</td>`
}

function tableHtml({ rows }: SetTable, result: ReadResult, named: ReadonlySet<string>): string {
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => cellHtml(cell, result, named)).join('')}</tr>`)
  return `<div class="wide" role="region" aria-label="表格" tabindex="0"><table>\n${lines.join('\n')}\n</table></div>`
}

function findingsHtml({ findings = [] }: ReadResult): string {
  if (findings.length === 0) return '<p>没有发现问题。</p>'
  const items = findings.map(
    ({ severity, check, name, sentence }) =>
      `<li>［${severityLabels[severity]}］${escaped(sentence)}<small>（${escaped(check)} ${escaped(name)}）</small></li>`,
  )
  return `<ol>\n${items.join('\n')}\n</ol>`
}

/** One report as it was read: what is wrong with it, then its text and tables, the cells named by a finding framed. */
export function reportPage(result: ReadResult): string {
  const { source, organ, year, refused } = result
  if (refused !== undefined) return page(source.name, `<p>没有读：${escaped(refused)}</p>`)
  const title = `${organ?.name ?? '机关不明'}　${year ? `${year.year}年` : '年度不明'}`
  const report = reportOfResult(result)
  const named = new Set((result.findings ?? []).flatMap(({ cells }) => cells))
  const pieces = (report ? setOut(report) : []).map((piece) => {
    if (piece.kind === 'table') return tableHtml(piece.table, result, named)
    return piece.kind === 'heading' ? `<h2>${escaped(piece.text)}</h2>` : `<p>${escaped(piece.text)}</p>`
  })
  return page(
    title,
    `<p>文件：${escaped(source.name)}</p><h2>发现的问题</h2>${findingsHtml(result)}\n${pieces.join('\n')}\n`,
  )
}

/** A table that its headings sort; the columns of words begin at the left. */
function sortedHtml(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly { readonly html: string; readonly isWords?: true }[])[],
): string {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('')
  const body = rows.map(
    (cells) =>
      `<tr>${cells.map(({ html, isWords }) => `<td${isWords ? ' class="words"' : ''}>${html}</td>`).join('')}</tr>`,
  )
  return `<h2>${title}</h2><div class="wide" role="region" aria-label="${title}" tabindex="0"><table class="sorted" aria-label="${title}"><thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}
</tbody></table></div>`
}

const words = (text: string) => ({ html: escaped(text), isWords: true }) as const
const figure = (value: number | undefined) => ({ html: value === undefined ? '' : String(value) })

const countedHtml = (title: string, rows: readonly Counted[]): string =>
  sortedHtml(
    title,
    ['名称', '报告数', '须改', '须说明', '提醒'],
    rows.map(({ name, reports, blocks, explain, warn }) => [
      words(name),
      ...[reports, blocks, explain, warn].map(figure),
    ]),
  )

const reportsHtml = (results: readonly ReadResult[], pageOf: (result: ReadResult) => string): string =>
  sortedHtml(
    '各份报告',
    ['文件', '机关', '年度', '问题数', '未读原因'],
    results.map((result) => {
      const { source, organ, year, findings, refused } = result
      const link = `<a href="${escaped(encodeURI(pageOf(result)))}">${escaped(source.name)}</a>`
      const who = refused === undefined ? (organ?.name ?? '机关不明') : ''
      const found = refused === undefined ? (findings?.length ?? 0) : undefined
      return [
        { html: link, isWords: true },
        words(who),
        figure(year?.year),
        figure(found),
        words(refused ?? ''),
      ]
    }),
  )

/** A batch on one page: by rule, by organ, by year, then every report with a way to its own page; all tables sort. */
export function overviewPage(results: readonly ReadResult[], pageOf: (result: ReadResult) => string): string {
  const { read, refused, rules, organs, years } = overviewOf(results)
  const all = [countedHtml('按规则', rules), countedHtml('按机关', organs), countedHtml('按年度', years)]
  const count = `<p>读到${read}份报告，${refused}个文件没有读。</p>`
  const body = `${count}${all.join('')}${reportsHtml(results, pageOf)}`
  return page('读报总览', `${body}<script>${sortingScript}</script>`, `${pageStyle}\n${sortingStyle}`)
}
