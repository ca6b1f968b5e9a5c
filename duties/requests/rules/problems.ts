import { type Citation, citeInChinese } from '#law/citation.ts'
import { articles } from './articles.ts'

export type Params = Readonly<Record<string, string | number>>

/** One entry that cannot be taken as it is: which field, and what is wrong with it. */
export interface Problem {
  readonly field: string
  readonly code: ProblemCode
  readonly params?: Params | undefined
}

interface ProblemWords {
  readonly say: (params: Params) => string
  readonly cites?: Citation
}

/** `label`: the field's name on the screen; `most`, `least`: the limits; `on`: a day in Chinese. */
export const problems = {
  missing: { say: ({ label }) => `请填写${label}` },
  notText: { say: ({ label }) => `${label}应当是文字` },
  tooLong: { say: ({ label, most }) => `${label}太长，最多${most}字` },
  tooMany: { say: ({ label, most }) => `${label}太多，最多${most}项` },
  notANumber: { say: ({ label }) => `${label}应当是数字` },
  notWhole: { say: ({ label }) => `${label}应当是整数` },
  tooSmall: { say: ({ label, least }) => `${label}不能小于${least}` },
  tooLarge: { say: ({ label, most }) => `${label}不能大于${most}` },
  notYesNo: { say: ({ label }) => `${label}请选择“是”或者“否”` },
  notADay: { say: ({ label }) => `${label}不是一个存在的日期，请按“2026-03-09”的样子填写` },
  dayOutOfCalendar: { say: ({ label }) => `${label}应当在2000年至2060年之间` },
  dayInFuture: { say: ({ label }) => `${label}不能晚于今天`, cites: articles.record },
  dayBeforeReceipt: {
    say: ({ label, on }) => `${label}不能早于收到申请之日（${on}）`,
    cites: articles.reply,
  },
  dayBeforeArrival: {
    say: ({ label, on }) => `${label}不能早于申请送到之日（${on}）`,
    cites: articles.receivedWhen,
  },
  dayBeforeStep: { say: ({ label, after, on }) => `${label}不能早于${after}（${on}）` },
  dayNotLater: { say: ({ label, on }) => `${label}应当晚于${on}` },
  notAChoice: { say: ({ label }) => `${label}不在可选范围内，请重新选择` },
  notAList: { say: ({ label }) => `${label}的格式不正确` },
  outcomeUnknown: { say: ({ what }) => `“${what}”没有选择处理决定` },
  outcomeNotForKind: { say: ({ what }) => `“${what}”所选的处理决定不适用于本类事项` },
  statementMissing: { say: ({ what, statement }) => `“${what}”须写明${statement}`, cites: articles.denied },
  statementNotAChoice: { say: ({ what, statement }) => `“${what}”的${statement}不在可选范围内` },
  statementNotADay: { say: ({ what, statement }) => `“${what}”的${statement}不是一个存在的日期` },
  partNotNamed: { say: () => '请写明每一项申请的内容' },
  mustStandAlone: { say: ({ outcome }) => `“${outcome}”是对整件申请的处理，不能同其他处理决定并列` },
  nothingGiven: { say: () => '本件没有决定提供信息，不能随附提供给申请人的文件', cites: articles.given },
  countsAsWrong: {
    say: ({ most }) => `计入统计的情形应当是：${most}（区分处理的只计部分公开，每件申请只计一种情形）`,
  },
  categoryUnknown: { say: () => '请选择申请人类别' },
  identityNumberWrong: {
    say: () => '居民身份证号码有误，请核对18位号码，末位可以是X',
    cites: articles.identity,
  },
  creditCodeWrong: { say: () => '统一社会信用代码有误，请核对18位代码', cites: articles.identity },
  contactMissing: {
    say: () => '电话、电子邮箱、通信地址请至少填写一项，以便送达答复',
    cites: articles.identity,
  },
  contactForWay: { say: ({ way, label }) => `您选择了${way}，请填写${label}`, cites: articles.form },
  telephoneWrong: { say: () => '电话号码有误，请填写手机号码，或者带区号的固定电话' },
  emailWrong: { say: () => '电子邮箱地址有误，应当像“name@example.com”' },
  contentTooShort: {
    say: () => '请写明所申请信息的名称、文号或者便于查询的其他特征',
    cites: articles.content,
  },
} as const satisfies Record<string, ProblemWords>

export type ProblemCode = keyof typeof problems

/** The sentence that stands beside the field. */
export const sayProblem = ({ code, params }: Problem): string => problems[code].say(params ?? {})

/** The article behind the problem, where the law asks for the entry. */
export const citeProblem = ({ code }: Problem): Citation | undefined => {
  const words: ProblemWords = problems[code]
  return words.cites
}

/** The sentence with its article behind it, where the law asks for the entry. */
export function tellProblem(problem: Problem): string {
  const cites = citeProblem(problem)
  if (!cites) return sayProblem(problem)
  const place = cites.instrument ? citeInChinese(cites) : `《条例》${citeInChinese(cites)}`
  return `${sayProblem(problem)}（${place}）`
}
