import {
  type ProblemCode as EntryCode,
  type Problem as EntryProblem,
  problems as entryProblems,
  type Params,
} from '#duties/requests/rules/problems.ts'
import type { Citation } from '#law/citation.ts'
import { articles } from './articles.ts'

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

/** What may be wrong with an item; plain entries have their words in requests/rules/problems.ts. */
const own = {
  titleMissing: { say: () => '请填写标题', cites: articles.catalogue },
  bodyMissing: { say: () => '请填写正文，或者上传附件' },
  headingMissing: { say: () => '请选择公开目录的栏目', cites: articles.catalogue },
  headingUnknown: { say: () => '公开目录里没有这个栏目，请重新选择' },
  kindUnknown: { say: () => '没有这种体裁，请重新选择' },
  formedInFuture: { say: () => '成文日期不能晚于今天', cites: articles.catalogue },
  groundMissing: {
    say: () => '不主动公开的，请选择不予公开的条款，并写明理由',
    cites: articles.disclosed,
  },
  periodBasisMissing: {
    say: () => '另有公开期限的，请写明作出规定的法律、法规及条款',
    cites: articles.otherPeriod,
  },
  interpretsMissing: { say: () => '请选择所解读的文件' },
  interpretsUnknown: { say: () => '本机关没有这份文件，请重新选择所解读的文件' },
  entryUnknown: { say: () => '标准目录里没有这个事项，请重新选择' },
  fileUnknown: { say: ({ name }) => `没有找到附件“${name}”，请重新上传` },
  contentBroken: { say: () => '稿件内容的格式不正确，没有保存' },
  releaseNotLater: { say: () => '定时发布的时间应当晚于现在' },
  notAnInstant: { say: () => '请填写定时发布的日期和时间' },
  uncheckedSecrecy: {
    say: () => '保密审查应当逐项进行：正文和每个附件都要勾选',
    cites: articles.secrecy,
  },
  paragraphNone: { say: ({ n }) => `正文没有第${n}段` },
  nameLength: { say: ({ most }) => `姓名应当为2至${most}个字，每行一个` },
  noSuchFinding: { say: () => '没有这一处提示，可能已经改正' },
  attributeChosen: { say: () => '请选择公开属性', cites: articles.ways },
} as const satisfies Record<string, ProblemWords>

export type ProblemCode = keyof typeof own | EntryCode

const wordsOf = (code: ProblemCode): ProblemWords =>
  Object.hasOwn(own, code) ? own[code as keyof typeof own] : entryProblems[code as EntryCode]

/** The sentence that stands beside the field. */
export const sayProblem = ({ code, params }: Problem | EntryProblem): string =>
  wordsOf(code).say(params ?? {})

/** The article behind the problem, where the law asks for the entry. */
export const citeProblem = ({ code }: Problem): Citation | undefined => wordsOf(code).cites
