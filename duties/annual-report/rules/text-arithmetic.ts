import type { TextId } from '#law/report-forms/form.ts'
import { figureOf, type Report } from '#law/report-forms/report.ts'
import { type Figure, figuresIn, type Statement } from './statements.ts'
import type { Remark } from './text-wording.ts'

const opening = /(其中|包括|分别为|分别是|涉及)/
/** With fewer parts a list does not claim to be whole. */
const wholeFrom = 4

interface List {
  readonly whole: Figure
  readonly parts: readonly Figure[]
}

/** Lists of parts: a figure, then 其中 or 包括, then figures of the same unit up to the end of the sentence. */
function listsIn(text: string): readonly List[] {
  const figures = figuresIn(text).filter((figure) => figure.unit !== '%' && figure.unit !== '')
  const lists: List[] = []
  for (const [index, whole] of figures.entries()) {
    const next = figures[index + 1]
    if (next === undefined || !opening.test(between(text, whole, next))) continue
    const parts: Figure[] = []
    for (let at = index + 1; at < figures.length; at++) {
      const part = figures[at]
      const previous = figures[at - 1]
      if (part === undefined || previous === undefined) break
      const words = between(text, previous, part)
      if (/[。；\n]/.test(words) || (at > index + 1 && (opening.test(words) || /共|总计|合计/.test(words))))
        break
      if (part.unit !== whole.unit) break
      parts.push(part)
    }
    lists.push({ whole, parts })
  }
  return lists
}

const between = (text: string, one: Figure, other: Figure): string => text.slice(one.to, other.from)

/** 一条、其中 … : parts that add up to more than their whole, or long lists that do not add up to it. */
export function partsAgainstWhole(report: Report): readonly Remark[] {
  const remarks: Remark[] = []
  for (const [section, text] of Object.entries(report.texts) as [TextId, string][]) {
    for (const { whole, parts } of listsIn(text)) {
      const sum = parts.reduce((total, part) => total + part.value, 0)
      const last = parts.at(-1)
      if (last === undefined || sum === whole.value) continue
      const claims = parts.length >= wholeFrom || (parts.length > 1 && /其他/.test(last.before))
      if (sum < whole.value && !claims) continue
      const quote = text.slice(Math.max(0, whole.from - 16), last.to).trim()
      const figures = parts.map((part) => part.value).join('＋')
      const sentence = `文中总数${whole.value}${whole.unit}，所列各项${figures}＝${sum}${whole.unit}，不相符，请核对。`
      remarks.push({ kind: 'arithmetic', section, quote: shorten(quote), sentence })
    }
  }
  return remarks
}

const shorten = (quote: string): string =>
  quote.length > 80 ? `${quote.slice(0, 60)}…${quote.slice(-16)}` : quote

/** The results named in one text against the number the text gives as done. */
export function resultsAgainstTotal(statements: readonly Statement[]): readonly Remark[] {
  const results = statements.filter((each) => each.subject === 'result' && each.ofYear === undefined)
  const [first] = results
  if (first === undefined) return []
  const list = outermost(results.filter((each) => each.section === first.section))
  const done = statements.find((each) => each.subject === 'processed' && each.section === first.section)
  if (list.length < 4 || done === undefined) return []
  const sum = list.reduce((total, each) => total + each.value, 0)
  if (sum === done.value) return []
  const sentence = `文中各办理结果${list.map((each) => each.value).join('＋')}＝${sum}件，与办结、答复的${done.value}件不一致，请核对。`
  return [{ kind: 'arithmetic', section: first.section, quote: done.quote, sentence, cells: [] }]
}

/** Drops a result that is part of another one named before it: 不予公开5件，其中国家秘密1件. */
function outermost(results: readonly Statement[]): readonly Statement[] {
  const kept: Statement[] = []
  for (const each of results)
    if (!kept.some((other) => each.cells.every((cell) => other.cells.includes(cell)))) kept.push(each)
  return kept
}

const share = /^[^。；0-9]{0,14}占[^0-9。；]{0,12}(\d+(?:\.\d+)?)[%％]/

/** N件，占 x%: no base that the text or the table offers gives that percentage. */
export function percentages(report: Report, statements: readonly Statement[]): readonly Remark[] {
  const remarks: Remark[] = []
  for (const [section, text] of Object.entries(report.texts) as [TextId, string][]) {
    const figures = figuresIn(text)
    for (const [index, figure] of figures.entries()) {
      const match = share.exec(text.slice(figure.to, figure.to + 40))
      if (match === null || figure.unit === '%' || figure.unit === '') continue
      const bases = basesFor(report, statements, figures, index)
      const stated = Number(match[1])
      const step = 10 ** -(match[1]?.split('.')[1]?.length ?? 0)
      if (bases.length === 0 || bases.some((base) => Math.abs((figure.value * 100) / base - stated) <= step))
        continue
      const [base = 1] = bases
      const real = ((figure.value * 100) / base).toFixed(1)
      const before =
        text
          .slice(Math.max(0, figure.from - 20), figure.from)
          .split(/[。；，\n]/)
          .at(-1) ?? ''
      const quote = before + text.slice(figure.from, figure.to + match[0].length)
      const sentence = `文中“${quote}”，按${base}计算应占${real}%，请核对。`
      remarks.push({ kind: 'arithmetic', section, quote, sentence })
    }
  }
  return remarks
}

/** What the percentage may be a share of: the done and the received first, then every greater figure before it. */
function basesFor(
  report: Report,
  statements: readonly Statement[],
  figures: readonly Figure[],
  index: number,
): readonly number[] {
  const stated = statements.filter((each) => each.subject === 'processed' || each.subject === 'received')
  const cells = ['requests.total_processed.total', 'requests.new_received.total'].map((id) =>
    figureOf(report, id),
  )
  const figure = figures[index]
  const earlier = figures.slice(Math.max(0, index - 12), index).filter((each) => each.unit === figure?.unit)
  const candidates = [
    ...stated.filter((each) => each.subject === 'processed').map((each) => each.value),
    ...cells,
    ...stated.map((each) => each.value),
    ...earlier.map((each) => each.value),
  ]
  return candidates.filter(
    (value): value is number => value !== undefined && value >= (figure?.value ?? 0) && value > 0,
  )
}
