import { readFile } from 'node:fs/promises'
import { holidayNotices } from '#law/holidays/notices.ts'
import { statutoryFestivals } from '#law/holidays/statutory.ts'
import { tableOf } from '#platform/runtime/columns.ts'
import { calendarOf } from '#time/calendar.ts'
import { answerCase, type CaseAnswer, differences } from './rules/case-answer.ts'
import { type DeadlineCase, type ParsedCases, parseCases } from './rules/case-file.ts'
import { sayDue } from './rules/say-due.ts'

interface Answered {
  readonly asked: DeadlineCase
  readonly answer: CaseAnswer
  readonly differs: ReturnType<typeof differences>
}

type Read = ParsedCases | { readonly ok: false; readonly fault: string }

const readCases = async (file: string): Promise<Read> => {
  try {
    return parseCases(JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, '')))
  } catch (error) {
    const isMalformed = error instanceof SyntaxError
    return {
      ok: false,
      fault: isMalformed ? '不是合乎格式的 JSON 文件。' : '没有这个文件，或者没有读取的权限。',
    }
  }
}

const answerAll = (cases: readonly DeadlineCase[]): Answered[] => {
  const calendar = calendarOf({ notices: holidayNotices, statutory: statutoryFestivals })
  return cases.map((asked) => {
    const answer = answerCase(asked, calendar)
    return { asked, answer, differs: differences(asked, answer) }
  })
}

const rowOf = ({ asked, answer, differs }: Answered): string[] => {
  const places = [...new Set(answer.because.map(({ place }) => place))].join('、')
  const checked = asked.expect ? (differs.length > 0 ? '不符' : '相符') : ''
  return [asked.name, sayDue(answer, asked.formedOn ? '主动公开' : '答复'), checked, places]
}

const show = (answered: readonly Answered[], print: (line: string) => void): void => {
  print(tableOf(['案例', '结果', '核对', '依据'], answered.map(rowOf)))
  const [only] = answered
  if (only && answered.length === 1) {
    print('')
    for (const { sentence, place } of only.answer.because) print(`  ${sentence}（${place}）`)
  }
  for (const { asked, differs } of answered) {
    for (const { entry, expected, given } of differs) {
      print(`\n${asked.name}：${entry} 应为 ${JSON.stringify(expected)}，实为 ${JSON.stringify(given)}`)
    }
  }
}

const refuse = (file: string, read: Exclude<Read, { ok: true }>, print: (line: string) => void): void => {
  if ('fault' in read) print(`${file}：${read.fault}`)
  else for (const { at, message } of read.problems) print(`${file}：${at} ${message}`)
}

/**
 * `gongkai due FILE [--json]`: answers every case of a file of the form in law/cases/schema.md.
 * Gives 0; 1 where an answer is not the one the file expects; 2 where the file or the command is not understood.
 */
export async function dueCommand(
  args: string[],
  print: (line: string) => void = console.log,
  warn: (line: string) => void = console.error,
): Promise<number> {
  const [file, ...more] = args.filter((arg) => arg !== '--json')
  if (file === undefined || more.length > 0 || file.startsWith('--')) {
    warn('用法：gongkai due 文件.json [--json]')
    return 2
  }
  const read = await readCases(file)
  if (!read.ok) {
    refuse(file, read, warn)
    return 2
  }
  const answered = answerAll(read.cases)
  if (args.includes('--json')) {
    const answers = answered.map(({ asked, answer, differs }) => ({
      ...answer,
      ...(asked.expect ? { differs } : {}),
    }))
    print(JSON.stringify({ answers }, null, 2))
  } else show(answered, print)
  return answered.some(({ differs }) => differs.length > 0) ? 1 : 0
}
