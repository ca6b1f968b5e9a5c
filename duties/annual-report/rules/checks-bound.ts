import type { TextId } from '#law/report-forms/form.ts'
import { sections } from '#law/report-forms/sections.ts'
import type { Check, CheckInput, Question } from './check.ts'
import { defaultCopiedFrom, likenessToLastYear } from './likeness.ts'
import { unwritten } from './starting-texts.ts'

const titleOf = (section: TextId): string => {
  const found = sections.find((each) => each.id === section)
  return found ? `第${found.number}部分` : '正文'
}

function* askUnbound({ report }: CheckInput): Iterable<Question> {
  for (const [section, text] of Object.entries(report.texts) as [TextId, string][])
    for (const [quote] of text.matchAll(/\{\{[^{}]*\}\}/g))
      yield {
        kind: 'condition',
        verdict: 'fails',
        cells: [],
        section,
        quote,
        sentence: `${titleOf(section)}绑定的数字“${quote.slice(2, -2)}”还没有数据，请先补齐这一格，或者改写文字。`,
      }
}

function* askUnwritten({ report }: CheckInput): Iterable<Question> {
  for (const [section, text] of Object.entries(report.texts) as [TextId, string][])
    for (const quote of unwritten(text))
      yield {
        kind: 'condition',
        verdict: 'fails',
        cells: [],
        section,
        quote,
        sentence: `${titleOf(section)}还有范本的提示“${quote}”没有写成文字，请写明或者删去。`,
      }
}

function* askCopied({ report, lastYear }: CheckInput): Iterable<Question> {
  if (lastYear === undefined) return
  for (const { section, likeness, tooAlike } of likenessToLastYear(report, lastYear))
    yield {
      kind: 'condition',
      verdict: tooAlike ? 'fails' : 'holds',
      cells: [],
      section,
      sentence: `${titleOf(section)}同上一年度的文字有${Math.round(likeness * 100)}%相同（超过${defaultCopiedFrom * 100}%即提醒），报告不得照抄，请写本年度的情况。`,
    }
}

export const boundChecks = [
  {
    id: 'B1',
    name: '文中绑定的数字都有数据',
    level: 'text',
    severity: 'blocks',
    cites: ['第五十条'],
    ask: askUnbound,
  },
  {
    id: 'B3',
    name: '范本的提示都已写成文字',
    level: 'text',
    severity: 'blocks',
    cites: ['第五十条'],
    ask: askUnwritten,
  },
  {
    id: 'B2',
    name: '文字不照抄上一年度',
    level: 'text',
    severity: 'warn',
    cites: ['国办公开办函〔2021〕30号'],
    ask: askCopied,
  },
] as const satisfies readonly Check[]
