import { type Day, inChinese } from '#time/day.ts'
import type { DecidedPart, LetterId, RequestFact } from './facts.ts'
import {
  answerLabels,
  categoryLabel,
  channelLabels,
  consultedLabels,
  endedLabels,
  feeLabels,
  formLabels,
  methodLabels,
  stageLabels,
  wayLabels,
} from './labels.ts'
import { outcomes } from './outcomes.ts'
import { proofLabels } from './proofs.ts'

type FactType = RequestFact['type']

/** What happened, in the words of the timeline. `public`: the applicant sees it too. */
export const factLabels: Readonly<Record<FactType, { label: string; public: boolean }>> = {
  arrived: { label: '申请到达，待确认', public: true },
  received: { label: '收到申请', public: true },
  split: { label: '拆分办理', public: true },
  assigned: { label: '分办', public: false },
  handedBack: { label: '退回分办', public: false },
  handedOver: { label: '移送其他机关', public: true },
  correctionAsked: { label: '通知补正', public: true },
  correctionNoticeServed: { label: '补正通知送达', public: true },
  corrected: { label: '收到补正', public: true },
  consultationSent: { label: '征求意见', public: true },
  consultationServed: { label: '征求意见书送达', public: false },
  consultationAnswered: { label: '收到反馈意见', public: true },
  consultationEnded: { label: '征求意见结束', public: true },
  objectionOverruled: { label: '因公共利益决定公开', public: false },
  extended: { label: '延长答复期限', public: true },
  reasonsAsked: { label: '要求说明理由', public: true },
  reasonsGiven: { label: '收到说明的理由', public: true },
  reasonsWeighed: { label: '审查申请理由', public: true },
  laterDaySet: { label: '确定延迟答复的期限', public: true },
  feeNoticed: { label: '发出收费通知', public: true },
  feeNoticeServed: { label: '收费通知送达', public: true },
  feePaid: { label: '收到信息处理费', public: true },
  materialAsked: { label: '请有关单位提供材料', public: false },
  materialGiven: { label: '有关单位已提供材料', public: false },
  searched: { label: '检索', public: false },
  drafted: { label: '拟写答复', public: false },
  reviewed: { label: '审核', public: false },
  decided: { label: '签发答复', public: false },
  served: { label: '送达答复', public: true },
  withdrawn: { label: '申请人撤回申请', public: true },
  reopened: { label: '重新作出答复', public: true },
  archived: { label: '归档', public: false },
  fileAdded: { label: '添加附件', public: false },
  proofAdded: { label: '登记身份证明', public: false },
  noted: { label: '备注', public: false },
  amended: { label: '更正记录', public: false },
}

/** One line under an entry: what it says of what. */
export interface Line {
  label: string
  text: string
  /** Only officers see it. */
  internal?: true
}

/** Names that facts hold only by id: people, organs, sealed parties. */
export interface Names {
  person(id: string): string
  organ(id: string): string
}

type FactOf<T extends FactType> = Extract<RequestFact, { type: T }>
type Say = { readonly [T in FactType]: (fact: FactOf<T>, names: Names) => (Line | undefined)[] }

const line = (label: string, text: string | undefined): Line | undefined =>
  text ? { label, text } : undefined
const internal = (label: string, text: string | undefined): Line | undefined =>
  text ? { label, text, internal: true } : undefined
const letter = ({ number }: LetterId): Line | undefined => line('文书', number)
const dayLine = (label: string, on: Day): Line => ({ label, text: inChinese(on) })
const partLines = (parts: readonly DecidedPart[]): Line[] =>
  parts.map((part) => ({ label: outcomes[part.outcome].name, text: part.what }))

const say: Say = {
  arrived: ({ intake }) => [line('渠道', channelLabels[intake.channel]), line('内容', intake.title)],
  received: ({ intake, confirmation }) => [
    intake && line('渠道', channelLabels[intake.channel]),
    intake && line('申请人类别', categoryLabel(intake.category)),
    intake && line('内容', intake.title),
    intake && line('获取', `${formLabels[intake.formWanted]}，${wayLabels[intake.wayWanted]}`),
    internal('补录自', intake?.importedFrom),
    line('确认', confirmation),
  ],
  split: ({ into }) => into.map(({ title }) => line('拆出', title)),
  assigned: ({ to, unit }, names) => [internal('承办', [names.person(to), unit].filter(Boolean).join('，'))],
  handedBack: ({ reason }) => [internal('理由', reason)],
  handedOver: ({ to, reason, letter: told }, names) => [
    line('移送', names.organ(to)),
    line('理由', reason),
    told && letter(told),
  ],
  correctionAsked: (fact) => [
    ...fact.items.map((item) => line('补正', item)),
    line('补正期限', `${fact.workingDays}个工作日`),
    letter(fact.letter),
  ],
  correctionNoticeServed: () => [],
  corrected: ({ title, description }) => [line('标题', title), line('内容', description)],
  consultationSent: (fact) => [
    line('征求', consultedLabels[fact.with]),
    internal('事项', fact.about),
    internal('文书', fact.letter.number),
  ],
  consultationServed: () => [],
  consultationAnswered: ({ answer, reason, reasonable }) => [
    internal('意见', answerLabels[answer]),
    internal('理由', reason),
    internal('审查', reasonable === undefined ? undefined : reasonable ? '理由合理' : '理由不合理'),
  ],
  consultationEnded: ({ why }) => [internal('原因', endedLabels[why])],
  objectionOverruled: ({ publicInterest, letter: told }) => [
    internal('公共利益', publicInterest),
    letter(told),
  ],
  extended: ({ workingDays, reason, letter: told }) => [
    line('延长', `${workingDays}个工作日`),
    line('理由', reason),
    letter(told),
  ],
  reasonsAsked: ({ figures, answerBy, letter: told }) => [
    line('情况', figures),
    dayLine('请于此日前说明', answerBy),
    letter(told),
  ],
  reasonsGiven: ({ reasons }) => [line('理由', reasons)],
  reasonsWeighed: ({ reasonable, why }) => [
    line('结论', reasonable ? '理由合理' : '理由不合理'),
    line('说明', why),
  ],
  laterDaySet: ({ dueOn, why, letter: told }) => [
    dayLine('答复不迟于', dueOn),
    line('理由', why),
    letter(told),
  ],
  feeNoticed: ({ by, quantity, yuan, letter: told }) => [
    line('计收', `${feeLabels[by]}，${quantity}${by === 'piece' ? '件' : '页'}，${yuan}元`),
    letter(told),
  ],
  feeNoticeServed: () => [],
  feePaid: ({ yuan, receipt }) => [line('金额', `${yuan}元`), line('票据', receipt)],
  materialAsked: ({ unit, what, answerBy, letter: told }) => [
    internal('单位', unit),
    internal('材料', what),
    dayLine('请于此日前提供', answerBy),
    internal('文书', told?.number),
  ],
  materialGiven: ({ answer }) => [internal('答复', answer)],
  searched: ({ where, words, by, found }) => [
    internal('范围', where),
    internal('检索词', words.join('、')),
    internal('检索人', by),
    internal('结果', found),
  ],
  drafted: ({ parts, text }) => [...partLines(parts), internal('拟稿', text)],
  reviewed: ({ stage, passed, opinion, remarks }) => [
    internal(stageLabels[stage], passed ? '同意' : '退回'),
    internal('意见', opinion),
    ...(remarks ?? []).map(({ paragraph, remark }) => internal(`第${paragraph}段`, remark)),
  ],
  decided: ({ parts, letter: told }) => [...partLines(parts), letter(told)],
  served: ({ method, proof }) => [line('方式', methodLabels[method]), line('凭证', proof)],
  withdrawn: ({ statement }) => [line('说明', statement)],
  reopened: (fact) => [line('依据', fact.order)],
  archived: () => [],
  fileAdded: ({ what }) => [internal('附件', what)],
  proofAdded: ({ what }) => [internal('证件', proofLabels[what])],
  noted: ({ text }) => [internal('内容', text)],
  amended: ({ seq, happenedOn, reason }) => [
    internal('更正', `第${seq}条记录${happenedOn ? `的日期为${inChinese(happenedOn)}` : ''}`),
    internal('理由', reason),
  ],
}

/** The lines under an entry of the timeline: for officers all of them, for the applicant those that are not internal. */
export function linesOf(fact: RequestFact, names: Names, forApplicant: boolean): Line[] {
  const tell = say[fact.type] as (fact: RequestFact, names: Names) => (Line | undefined)[]
  return tell(fact, names).filter((each) => each !== undefined && !(forApplicant && each.internal)) as Line[]
}
