import type { FormId, TextId } from '#law/report-forms/form.ts'
import { formForYear, placeOf } from '#law/report-forms/forms.ts'
import { type Cell, parseCell, type Report } from '#law/report-forms/report.ts'

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textIds: ReadonlySet<string> = new Set<TextId>([
  'preamble',
  'overview',
  'proactive',
  'requests',
  'remedies',
  'problems',
  'other',
])

/**
 * A cell as report.schema.json has it, or a bare figure or words as a person writes them. What is no figure of its
 * kind comes out malformed, for the checks to name; undefined for what is no cell at all.
 */
function cellFrom(value: unknown, id: string, form: FormId | 'mixed'): Cell | undefined {
  const unit = placeOf(id, form)?.column.unit ?? 'count'
  if (value === null) return { kind: 'blank' }
  if (typeof value === 'number' || typeof value === 'string') return parseCell(String(value), unit)
  if (!isObject(value)) return undefined
  const written = typeof value.written === 'string' ? value.written : ''
  switch (value.kind) {
    case 'number':
      if (!Number.isSafeInteger(value.value))
        return { kind: 'malformed', written: written || String(value.value) }
      return value as unknown as Cell
    case 'blank':
    case 'absent':
      return { kind: value.kind }
    case 'mark':
      return typeof value.mark === 'string' ? { kind: 'mark', mark: value.mark } : undefined
    case 'undecidable':
      return { kind: 'undecidable', written, why: typeof value.why === 'string' ? value.why : '' }
    case 'malformed':
      return { kind: 'malformed', written }
    default:
      return undefined
  }
}

function cellsFrom(given: Json, form: FormId | 'mixed', problems: string[]): Record<string, Cell> {
  const cells: Record<string, Cell> = {}
  for (const [id, value] of Object.entries(given)) {
    const cell = cellFrom(value, id, form)
    if (!placeOf(id)) problems.push(`cells中的“${id}”不是报告的单元格，请按report.schema.json填写单元格名`)
    else if (!cell) problems.push(`cells中的“${id}”不是单元格的写法`)
    else cells[id] = cell
  }
  return cells
}

function textsFrom(given: unknown, problems: string[]): Report['texts'] {
  if (given === undefined) return {}
  if (!isObject(given)) {
    problems.push('texts应当是各部分的文字')
    return {}
  }
  const entries = Object.entries(given).filter(([id, text]) => {
    const isRight = textIds.has(id) && typeof text === 'string'
    if (!isRight) problems.push(`texts中的“${id}”不是报告的部分，或者不是文字`)
    return isRight
  })
  return Object.fromEntries(entries)
}

const formOf = (value: unknown, year: number): FormId | 'mixed' | undefined =>
  value === '2019' || value === '2021' || value === 'mixed' ? value : formForYear(year)?.id

/** A report out of JSON of law/report-forms/report.schema.json, or what keeps it from being one. */
export function reportFromJson(value: unknown): { report: Report } | { problems: string[] } {
  const given = isObject(value) && isObject(value.report) ? value.report : value
  if (!isObject(given))
    return { problems: ['不是年度报告：应当是一个对象，有organ、year、form、cells、texts'] }
  const problems: string[] = []
  const { organ, year, cells } = given
  const name = isObject(organ) && typeof organ.name === 'string' ? organ.name.trim() : ''
  if (name === '') problems.push('缺少机关名称（organ.name）')
  if (typeof year !== 'number' || !Number.isInteger(year))
    return { problems: [...problems, '缺少报告年度（year）'] }
  const form = formOf(given.form, year)
  if (!form) return { problems: [...problems, `${year}年没有规定的格式`] }
  if (!isObject(cells)) return { problems: [...problems, '缺少表格数据（cells）'] }
  const read = cellsFrom(cells, form, problems)
  const texts = textsFrom(given.texts, problems)
  if (problems.length > 0) return { problems }
  const makes =
    isObject(organ) && typeof organ.makesRegulations === 'boolean' ? organ.makesRegulations : undefined
  const id = isObject(organ) && typeof organ.id === 'string' ? { id: organ.id } : {}
  const who = { name, ...id, ...(makes === undefined ? {} : { makesRegulations: makes }) }
  return { report: { organ: who, year, form, cells: read, texts } }
}
