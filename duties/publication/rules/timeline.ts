import { inChinese } from '#time/day.ts'
import { attributes, withheldGrounds } from './attribute.ts'
import type { Content, ItemFact } from './facts.ts'
import { consultedLabels } from './labels.ts'
import { cleanupResults } from './register.ts'
import { reviewStages } from './settings.ts'
import { validityLabel } from './vocabulary.ts'

type FactType = ItemFact['type']

/** What happened, in the words of the timeline. */
export const factLabels: Readonly<Record<FactType, string>> = {
  drafted: '拟稿',
  takenOver: '由原系统转入',
  edited: '修改稿件',
  submitted: '送审',
  recalled: '撤回修改',
  reviewed: '审核',
  consulted: '会商确认',
  consultationAnswered: '会商结果',
  findingOverridden: '放行发布前检查的提示',
  partiesNamed: '登记当事人姓名',
  approved: '定稿',
  withheld: '确定不主动公开',
  withheldReviewed: '重新评估',
  scheduled: '定时发布',
  unscheduled: '取消定时发布',
  released: '发布',
  keptFilesChecked: '检查旧附件',
  amended: '开始修改',
  amendmentDropped: '放弃修改',
  validityMarked: '标注有效性',
  registered: '登记编号',
  cleanedUp: '清理',
  withdrawn: '撤下',
  withdrawalChecked: '核验已经撤下',
  discarded: '作废',
  restored: '恢复',
  noted: '备注',
}

/** One line under an entry: what it says of what. */
export interface Line {
  readonly label: string
  readonly text: string
}

type FactOf<T extends FactType> = Extract<ItemFact, { type: T }>
type Say = { readonly [T in FactType]: (fact: FactOf<T>) => (Line | undefined)[] }

const line = (label: string, text: string | undefined): Line | undefined =>
  text ? { label, text } : undefined

const minute = (instant: string): string => {
  const beijing = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  return `${beijing.slice(0, 10)} ${beijing.slice(11, 16)}`
}

const born = ({ title, attribute, ground, groundWords }: Content) => [
  line('标题', title),
  line('公开属性', attributes[attribute].label),
  line('依据', ground && withheldGrounds[ground].label),
  line('理由', groundWords),
]

const say: Say = {
  drafted: ({ indexNumber, content }) => [line('索引号', indexNumber), ...born(content)],
  takenOver: ({ indexNumber, source }) => [line('索引号', indexNumber), line('来源', source)],
  edited: ({ content }) => born(content),
  submitted: ({ findings }) => [line('检查提示', findings.length > 0 ? `${findings.length}处` : undefined)],
  recalled: () => [],
  reviewed: ({ stage, passed, opinion, remarks }) => [
    line(reviewStages[stage].label, passed ? '同意' : '退回'),
    line('意见', opinion),
    ...(remarks ?? []).map(({ paragraph, remark }) => line(`第${paragraph}段`, remark)),
  ],
  consulted: ({ as, whom, about }) => [line(consultedLabels[as], whom), line('事项', about)],
  consultationAnswered: ({ agrees, opinion }) => [
    line('结果', agrees ? '同意公开' : '不同意公开'),
    line('意见', opinion),
  ],
  findingOverridden: ({ finding, reason }) => [line('提示', finding.says), line('理由', reason)],
  partiesNamed: ({ count }) => [line('人数', count === 0 ? '已清空' : `${count}人`)],
  approved: ({ hash }) => [line('校验值', hash.slice(0, 16))],
  withheld: ({ attribute, reviewOn }) => [
    line('公开属性', attributes[attribute].label),
    line('下次评估', inChinese(reviewOn)),
  ],
  withheldReviewed: ({ stays, opinion, reviewOn }) => [
    line('结论', stays ? '仍不主动公开' : '转为主动公开'),
    line('意见', opinion),
    line('下次评估', reviewOn && inChinese(reviewOn)),
  ],
  scheduled: ({ releaseAt }) => [line('发布时间', minute(releaseAt))],
  unscheduled: ({ reason }) => [line('理由', reason)],
  released: ({ version, at, hash }) => [
    line('版本', `第${version}版`),
    line('发布时间', minute(at)),
    line('校验值', hash.slice(0, 16)),
  ],
  keptFilesChecked: ({ findings }) => [
    line('结果', findings.length === 0 ? '没有发现问题' : `${findings.length}处提示`),
    ...findings.map(({ says }) => line('提示', says)),
  ],
  amended: ({ reason, changedOn }) => [line('理由', reason), line('变更之日', inChinese(changedOn))],
  amendmentDropped: ({ reason }) => [line('理由', reason)],
  validityMarked: ({ validity, basis }) => [line('有效性', validityLabel(validity)), line('依据', basis)],
  registered: ({ number }) => [line('登记编号', number)],
  cleanedUp: ({ result, basis }) => [line('清理结果', cleanupResults[result]), line('依据', basis)],
  withdrawn: ({ reason, note }) => [line('理由', reason), line('对公众的说明', note)],
  withdrawalChecked: ({ places }) => {
    const left = places.filter(({ gone }) => !gone)
    return [
      line('核验', left.length === 0 ? `${places.length}处都已看不到` : `还有${left.length}处能看到`),
      ...left.map(({ place, address }) => line(place, address)),
    ]
  },
  discarded: ({ reason }) => [line('理由', reason)],
  restored: () => [],
  noted: ({ text }) => [line('内容', text)],
}

/** The lines of one fact, in the words of the screen. */
export const linesOf = (fact: ItemFact): Line[] => {
  const told = say[fact.type] as (fact: ItemFact) => (Line | undefined)[]
  return told(fact).filter((one) => one !== undefined)
}
