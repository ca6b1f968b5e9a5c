import type { ApplicantCategory, Channel, DecidedPart, Intake } from './facts.ts'
import type { Statement } from './outcome.ts'
import { type OutcomeCode, outcomes } from './outcomes.ts'

/** Words for invented cases; no real person, place or document. */

const subjects = [
  '清溪县城东片区房屋征收补偿方案',
  '云溪镇2025年高标准农田建设项目验收资料',
  '县第二污水处理厂环境影响评价批复文件',
  '青石街道老旧小区改造项目资金使用情况',
  '柳湾村集体土地征收公告及补偿登记表',
  '县人民医院门诊楼工程中标通知书',
  '2025年全县义务教育阶段学区划分依据',
  '北岭乡村道硬化工程竣工验收报告',
  '全县公共停车场特许经营协议',
  '清溪大桥加固工程施工许可审批材料',
  '本人户籍所在村低保评议公示材料',
  '县城管理执法局2025年行政处罚裁量基准',
] as const

/** A source of numbers from 0 up to below 1, the same for the same seed. */
export type Dice = () => number

/** Mulberry32: small, even enough for invented cases. */
export const dice = (seed: number): Dice => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One of a list. Throws RangeError for an empty one. */
export const pick = <T>(roll: Dice, from: readonly T[]): T => {
  const one = from[Math.floor(roll() * from.length)]
  if (one === undefined) throw new RangeError('nothing to pick from')
  return one
}

/** A whole number from the least to the most, both included. */
export const between = (roll: Dice, least: number, most: number): number =>
  least + Math.floor(roll() * (most - least + 1))

/** An id in the form of a UUID, made of dice. */
export const idOf = (roll: Dice): string => {
  const hex = (length: number): string =>
    Array.from({ length }, () => Math.floor(roll() * 16).toString(16)).join('')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
}

const categories: readonly ApplicantCategory[] = [
  'naturalPerson',
  'naturalPerson',
  'naturalPerson',
  'naturalPerson',
  'naturalPerson',
  'company',
  'research',
  'welfare',
  'legalService',
  'otherOrg',
]

const channels: readonly Channel[] = [
  'online',
  'online',
  'online',
  'counter',
  'registeredPost',
  'registeredPost',
  'ordinaryPost',
  'email',
  'fax',
  'oral',
]

/** An invented request; its number is left to the caller. */
export const inventedIntake = (roll: Dice): Intake => ({
  kind: 'request',
  number: '',
  channel: pick(roll, channels),
  category: pick(roll, categories),
  applicant: idOf(roll),
  applicantIndex: idOf(roll),
  title: pick(roll, subjects),
  description: '请提供上述信息的全文及附件。',
  formWanted: pick(roll, ['paper', 'electronic', 'electronic', 'disc', 'inspection']),
  wayWanted: pick(roll, ['pickUp', 'post', 'email', 'email', 'online']),
})

const said: Readonly<Record<string, string>> = {
  where: '县人民政府门户网站“政府信息公开”栏目下“规划计划”目录，可以直接查阅、下载',
  enclosures: '1.批复文件一份；2.附图一份',
  given: '项目名称、批准文号、建设地点和投资总额',
  withheld: '评审专家个人信息、投标单位的报价构成',
  why: '经审查，该部分内容与条例规定的不予公开情形相符，具体理由已在案卷中逐项列明',
  law: '《中华人民共和国档案法》第二十七条',
  proof: '定密审批表存县保密室',
  weighing: '该信息不涉及公共安全和公众重大利益，不公开不会对公共利益造成重大影响',
  access: '当事人可以凭身份证明到县综合行政执法大队查阅本案案卷',
  search: '检索了办公系统、综合档案室2020年以来卷宗，检索词为项目名称和建设单位名称，未检索到',
  organ: '清溪县自然资源局',
  contact: '清溪县人民路8号，0990-5550100',
  unclear: '经补正仍未写明所指文件的名称、年份或者其他可供查询的特征',
  channel: '县信访接待大厅，或者拨打政务服务便民热线',
  previousNumber: '清公复〔2025〕3号',
  work: '《清溪县人民政府公报》2025年第2期',
  figures: '2025年以来已就同一项目提出申请41件，明显超过合理范围',
}

const grounds: Partial<Record<OutcomeCode, string>> = {
  D1: '该文件经有权机关依法确定密级，尚在保密期限内',
  D2: '该信息属于法律规定的限制利用的档案内容',
  D3: '其中载明供水管网关键节点的位置，公开后可能被用于破坏公共设施',
  D4: '其中载明投标单位的报价构成和技术方案，公开会损害其竞争地位，第三方已书面表示不同意公开',
  D5: '该信息只用于本机关内部管理，对外不产生法律效力',
  D6: '该信息形成于项目论证阶段，尚未作出决定；没有法律、法规、规章规定其应当公开',
  D7: '该信息是行政处罚案件的调查笔录；没有法律、法规、规章规定其应当公开',
  P1: '其中专家个人信息属于个人隐私，报价构成属于商业秘密',
  U1b: '该信息由县自然资源局在办理用地审批中制作',
  U2: '本机关只保存逐户登记表，没有按村组汇总的数据，需要逐户核对、统计',
  R4: '申请人于规定日期前说明了理由，经审查同前次申请一致，没有新的需要',
  R5: '申请人已于2025年3月12日当面领取该信息的复制件',
  O3: '申请人书面表示不再需要该信息，要求终止办理',
}

const sayStatement = (roll: Dice, code: OutcomeCode, { key, kind, choices, label }: Statement): string => {
  const ground = key === 'why' ? grounds[code] : undefined
  if (ground) return ground
  if (kind === 'choice') return pick(roll, choices ?? []).value
  return kind === 'day' ? '2025-03-12' : (said[key] ?? `${label}见附件`)
}

/** One decided part with everything its letter must state. */
export const inventedPart = (roll: Dice, outcome: OutcomeCode, what: string): DecidedPart => ({
  what,
  outcome,
  states: Object.fromEntries(
    outcomes[outcome].states.map((one) => [one.key, sayStatement(roll, outcome, one)]),
  ),
})
