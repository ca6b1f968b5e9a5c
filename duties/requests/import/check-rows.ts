import type { Merged, Table } from '#platform/documents/table-file.ts'
import { type Day, inChinese, isDay } from '#time/day.ts'
import type { ApplicantCategory, Channel, ServiceMethod } from '../rules/facts.ts'
import type { OutcomeCode } from '../rules/outcomes.ts'
import {
  categoryOf,
  channelOf,
  type ImportFieldName,
  importFieldNames,
  importFields,
  methodOf,
  outcomeNames,
  outcomeOf,
} from './fields.ts'
import type { Mapping } from './header.ts'

/** One thing wrong with one row of the file, counted as the file counts them. */
export interface WrongRow {
  row: number
  field: string
  message: string
}

/** A row that can be taken as it is. */
export interface ImportRow {
  row: number
  number: string
  title: string
  description: string
  name: string
  category: ApplicantCategory
  idNumber: string
  telephone: string
  email: string
  address: string
  channel: Channel
  receivedOn: Day
  ending?: { outcome: OutcomeCode; said: string; on: Day; letterNumber: string; method: ServiceMethod }
}

/** The Regulation has been in force since then: no request is older. */
const firstDay = '2008-05-01'
const excelEpoch = Date.UTC(1899, 11, 30)

/** A day as registers write it: 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305, or Excel's running number. */
export function dayIn(said: string): Day | undefined {
  const text = said.normalize('NFKC').trim()
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text)?.[1]
  if (serial) return dayOrNone(new Date(excelEpoch + Number(serial) * 86_400_000).toISOString().slice(0, 10))
  const [, y, m, d] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  return y && m && d ? dayOrNone(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`) : undefined
}

const dayOrNone = (text: string): Day | undefined => (isDay(text) ? text : undefined)

type Said = Record<ImportFieldName, string>
type Tell = (field: ImportFieldName, message: string) => void

const saidIn = (cells: readonly string[], mapping: Mapping): Said =>
  Object.fromEntries(
    importFieldNames.map((name) => {
      const source = mapping[name]
      if (!source) return [name, '']
      return [name, 'column' in source ? (cells[source.column - 1] ?? '') : source.value]
    }),
  ) as Said

function readDay(said: string, field: ImportFieldName, today: Day, tell: Tell): Day | undefined {
  const { label } = importFields[field]
  const on = dayIn(said)
  if (!on) tell(field, `${label}“${said.slice(0, 20)}”不是一个存在的日期`)
  else if (on > today) tell(field, `${label}（${inChinese(on)}）晚于今天`)
  else if (on < firstDay) tell(field, `${label}（${inChinese(on)}）早于条例施行之日（2008年5月1日）`)
  else return on
  return undefined
}

function readWords<T>(said: string, field: ImportFieldName, of: (said: string) => T | undefined, tell: Tell) {
  const found = of(said)
  if (said && found === undefined) {
    const choices = field === 'outcome' ? `；可以写：${outcomeNames.join('、')}` : ''
    tell(field, `不认识的${importFields[field].label}“${said.slice(0, 30)}”${choices}`)
  }
  return found
}

function endingOf(said: Said, receivedOn: Day | undefined, today: Day, tell: Tell): ImportRow['ending'] {
  if (!said.outcome && !said.repliedOn) return undefined
  if (!said.outcome) tell('outcome', '有答复日期而没有办理结果')
  if (!said.repliedOn) tell('repliedOn', '有办理结果而没有答复日期')
  const outcome = readWords(said.outcome, 'outcome', outcomeOf, tell)
  const on = said.repliedOn ? readDay(said.repliedOn, 'repliedOn', today, tell) : undefined
  const method = readWords(said.method, 'method', methodOf, tell) ?? 'post'
  if (on && receivedOn && on < receivedOn)
    tell('repliedOn', `答复日期（${inChinese(on)}）早于收到日期（${inChinese(receivedOn)}）`)
  return outcome && on
    ? { outcome, said: said.outcome, on, letterNumber: said.letterNumber, method }
    : undefined
}

const needed = importFieldNames.filter((name) => importFields[name].required)

/** A row as it would be recorded, or everything that is wrong with it. */
function checkRow(
  cells: readonly string[],
  { row, mapping, today }: { row: number; mapping: Mapping; today: Day },
): { taken: ImportRow } | { wrong: WrongRow[] } {
  const wrong: WrongRow[] = []
  const tell: Tell = (field, message) => wrong.push({ row, field: importFields[field].label, message })
  const said = saidIn(cells, mapping)
  for (const field of needed) if (!said[field]) tell(field, `没有填写${importFields[field].label}`)
  const receivedOn = said.receivedOn ? readDay(said.receivedOn, 'receivedOn', today, tell) : undefined
  const category = readWords(said.category, 'category', categoryOf, tell)
  const channel = readWords(said.channel, 'channel', channelOf, tell)
  const ending = endingOf(said, receivedOn, today, tell)
  if (wrong.length > 0 || !receivedOn || !category || !channel) return { wrong }
  const { number, title, description, name, idNumber, telephone, email, address } = said
  const plain = { number, title, description, name, idNumber, telephone, email, address }
  return { taken: { row, ...plain, category, channel, receivedOn, ...(ending ? { ending } : {}) } }
}

const mergeWords = ({ fromRow, toRow, fromColumn, toColumn }: Merged): string => {
  const rows = fromRow === toRow ? `第${fromRow}行` : `第${fromRow}行至第${toRow}行`
  const columns = fromColumn === toColumn ? `第${fromColumn}列` : `第${fromColumn}列至第${toColumn}列`
  return `${rows}的${columns}是合并单元格，请取消合并并逐行填写`
}

/** Everything below the headings: the rows that can be taken and all that is wrong, in the order of the file. */
export function checkTable(
  { rows, merged }: Table,
  { headerRow, mapping, today }: { headerRow: number; mapping: Mapping; today: Day },
): { taken: ImportRow[]; wrong: WrongRow[] } {
  const taken: ImportRow[] = []
  const wrong: WrongRow[] = merged
    .filter(({ toRow }) => toRow > headerRow)
    .map((merge) => ({ row: merge.fromRow, field: '合并单元格', message: mergeWords(merge) }))
  const numbers = new Map<string, number>()
  for (const [i, cells] of rows.slice(headerRow).entries()) {
    if (!cells.some(Boolean)) continue
    const row = headerRow + i + 1
    const checked = checkRow(cells, { row, mapping, today })
    if ('wrong' in checked) wrong.push(...checked.wrong)
    else {
      const { number } = checked.taken
      const before = number ? numbers.get(number) : undefined
      if (before) wrong.push({ row, field: '编号', message: `编号“${number}”与第${before}行重复` })
      else taken.push(checked.taken)
      if (number && !before) numbers.set(number, row)
    }
  }
  return { taken, wrong: wrong.sort((one, other) => one.row - other.row) }
}
