import { applicantColumns } from '#law/report-forms/requests-table.ts'
import type { ApplicantCategory, Channel, ServiceMethod } from '../rules/facts.ts'
import { channelLabels, methodLabels } from '../rules/labels.ts'
import { type OutcomeCode, outcomes, outcomesFor } from '../rules/outcomes.ts'
import { allRows, labelsOfRow } from './report-rows.ts'

/** What a register of earlier years may tell of a request, and under which headings offices write it. */
interface ImportField {
  readonly label: string
  readonly required: boolean
  readonly headings: readonly string[]
}

export const importFields = {
  number: {
    label: '编号',
    required: false,
    headings: ['受理编号', '申请编号', '登记号', '登记编号', '受理号'],
  },
  title: {
    label: '申请内容',
    required: true,
    headings: ['申请事项', '所需信息', '信息名称', '申请公开内容', '申请信息名称', '申请公开的信息', '标题'],
  },
  description: { label: '内容描述', required: false, headings: ['详细描述', '特征描述', '所需信息描述'] },
  name: {
    label: '申请人',
    required: true,
    headings: ['姓名', '申请人姓名', '申请人名称', '申请人姓名或者名称', '名称'],
  },
  category: {
    label: '申请人类别',
    required: true,
    headings: ['申请人类型', '申请主体类型', '类别', '申请人性质'],
  },
  idNumber: {
    label: '证件号码',
    required: false,
    headings: ['身份证号', '身份证号码', '统一社会信用代码', '证件号'],
  },
  telephone: {
    label: '联系电话',
    required: false,
    headings: ['电话', '手机', '手机号', '手机号码', '联系方式'],
  },
  email: { label: '电子邮箱', required: false, headings: ['邮箱', '电子邮件'] },
  address: { label: '通信地址', required: false, headings: ['地址', '联系地址', '邮寄地址', '通讯地址'] },
  channel: {
    label: '提交方式',
    required: true,
    headings: ['申请方式', '申请渠道', '渠道', '受理方式', '来件方式'],
  },
  receivedOn: {
    label: '收到日期',
    required: true,
    headings: [
      '受理日期',
      '申请日期',
      '收件日期',
      '登记日期',
      '收到申请日期',
      '收到时间',
      '受理时间',
      '申请时间',
    ],
  },
  outcome: {
    label: '办理结果',
    required: false,
    headings: ['答复结果', '答复类型', '处理结果', '答复情况', '办理情况', '答复类别'],
  },
  repliedOn: {
    label: '答复日期',
    required: false,
    headings: ['答复时间', '办结日期', '办结时间', '回复日期'],
  },
  letterNumber: {
    label: '答复文号',
    required: false,
    headings: ['文号', '文书编号', '答复书文号', '答复编号'],
  },
  method: { label: '送达方式', required: false, headings: ['答复方式', '回复方式', '送达形式'] },
} as const satisfies Record<string, ImportField>

export type ImportFieldName = keyof typeof importFields
export const importFieldNames = Object.keys(importFields) as readonly ImportFieldName[]

/** Words as they are compared: no blanks, no marks, no numbering before them. */
export const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/^[\s(（]*[\d一二三四五六七八九十]+[.、)）]+/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

const headings = new Map(
  importFieldNames.flatMap((name) =>
    [importFields[name].label, ...importFields[name].headings].map((words) => [keyOf(words), name] as const),
  ),
)

/** The field that a heading names; undefined where none does. */
export const fieldOfHeading = (heading: string): ImportFieldName | undefined => headings.get(keyOf(heading))

const lookUp = <T>(entries: readonly (readonly [string, T])[]): ((said: string) => T | undefined) => {
  const table = new Map(entries.map(([words, value]) => [keyOf(words), value] as const))
  return (said) => table.get(keyOf(said))
}

const labelled = <T extends string>(labels: Record<T, string>): [string, T][] =>
  (Object.entries(labels) as [T, string][]).flatMap(([value, label]) => [
    [label, value],
    [value, value],
  ])

/** The column of table three that the words name. */
export const categoryOf = lookUp<ApplicantCategory>([
  ...applicantColumns
    .filter(({ id }) => id !== 'total')
    .flatMap(({ id, label, variants = [] }): [string, ApplicantCategory][] =>
      [id, label, ...variants].map((words) => [words, id as ApplicantCategory]),
    ),
  ['公民', 'naturalPerson'],
  ['个人', 'naturalPerson'],
  ['公司', 'company'],
  ['律师事务所', 'legalService'],
  ['其他组织', 'otherOrg'],
])

/** The channel that the words name; 邮寄 without more is taken as signed for. */
export const channelOf = lookUp<Channel>([
  ...labelled(channelLabels),
  ['当面', 'counter'],
  ['当面申请', 'counter'],
  ['现场', 'counter'],
  ['现场申请', 'counter'],
  ['窗口', 'counter'],
  ['邮寄', 'registeredPost'],
  ['信函', 'registeredPost'],
  ['挂号信', 'registeredPost'],
  ['特快专递', 'registeredPost'],
  ['EMS', 'registeredPost'],
  ['平信', 'ordinaryPost'],
  ['邮件', 'email'],
  ['电子邮件', 'email'],
  ['邮箱', 'email'],
  ['网络', 'online'],
  ['网上', 'online'],
  ['网站', 'online'],
  ['网上申请', 'online'],
  ['在线', 'online'],
  ['口头', 'oral'],
])

/** The way of service that the words name. */
export const methodOf = lookUp<ServiceMethod>([
  ...labelled(methodLabels),
  ['当面', 'handedOver'],
  ['当面领取', 'handedOver'],
  ['邮寄', 'post'],
  ['信函', 'post'],
  ['邮件', 'email'],
  ['网上', 'online'],
  ['网站', 'online'],
])

const requestOutcomes = outcomesFor('request')

// A row of table three with one outcome names that outcome; where it has two, the usual one stands below.
const fromRows = allRows.flatMap((row): [string, OutcomeCode][] => {
  const codes = requestOutcomes.filter((code) => outcomes[code].row === row)
  const [only] = codes
  return codes.length === 1 && only ? labelsOfRow(row).map((label) => [label, only]) : []
})

/** The outcome that the words name: our name, our code, the row of table three, or what registers usually say. */
export const outcomeOf = lookUp<OutcomeCode>([
  ...fromRows,
  ...requestOutcomes.flatMap((code): [string, OutcomeCode][] => [
    [outcomes[code].name, code],
    [code, code],
  ]),
  ['予以公开', 'G2'],
  ['同意公开', 'G2'],
  ['公开', 'G2'],
  ['已主动公开', 'G1'],
  ['部分公开', 'P1'],
  ['国家秘密', 'D1'],
  ['法律法规禁止公开', 'D2'],
  ['商业秘密', 'D4'],
  ['个人隐私', 'D4'],
  ['第三方合法权益', 'D4'],
  ['内部事务信息', 'D5'],
  ['过程性信息', 'D6'],
  ['行政执法案卷信息', 'D7'],
  ['本机关不掌握相关政府信息', 'U1a'],
  ['信息不存在', 'U1a'],
  ['不存在', 'U1a'],
  ['不属于本机关公开', 'U1b'],
  ['非本机关负责公开', 'U1b'],
  ['没有现成信息', 'U2'],
  ['信访投诉举报', 'R1'],
  ['重复申请', 'R2'],
  ['逾期不补正', 'O1'],
  ['逾期不缴费', 'O2'],
  ['申请人撤回', 'O3'],
  ['撤回', 'O3'],
  ['撤销申请', 'O3'],
])

/** The names that an outcome can be given in a register, for whoever has to mend one. */
export const outcomeNames = requestOutcomes.map((code) => outcomes[code].name)
