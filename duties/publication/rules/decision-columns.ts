import type { KindColumn } from './kind-field.ts'

const text = (label: string, required?: true): KindColumn => ({
  label,
  type: 'text',
  ...(required ? { required } : {}),
})
const day = (label: string, required?: true): KindColumn => ({ ...text(label, required), type: 'day' })

const party = {
  party: text('行政相对人名称', true),
  partyKind: text('行政相对人类别', true),
  creditCode: text('统一社会信用代码'),
} as const

/** 双公示: the columns of the monthly list of licences, as the lists that are handed over name them. */
export const licenceColumns = {
  ...party,
  documentName: text('行政许可决定文书名称'),
  number: text('行政许可决定文书号', true),
  category: text('许可类别'),
  content: { label: '许可内容', type: 'longtext', required: true },
  decidedOn: day('许可决定日期', true),
  validFrom: day('有效期自'),
  validUntil: day('有效期至'),
  decidedBy: text('许可机关', true),
} as const satisfies Record<string, KindColumn>

/** 双公示: the columns of the monthly list of penalties. */
export const penaltyColumns = {
  ...party,
  number: text('行政处罚决定书文号', true),
  offence: text('违法行为类型'),
  facts: { label: '违法事实', type: 'longtext', required: true },
  basis: { label: '处罚依据', type: 'longtext', required: true },
  category: text('处罚类别'),
  content: { label: '处罚内容', type: 'longtext', required: true },
  fine: text('罚款金额（万元）'),
  decidedOn: day('处罚决定日期', true),
  shownUntil: day('公示截止期'),
  decidedBy: text('处罚机关', true),
} as const satisfies Record<string, KindColumn>

/** 行政强制: the same for decisions of coercion. */
export const coercionColumns = {
  ...party,
  number: text('行政强制决定书文号', true),
  content: { label: '强制措施和内容', type: 'longtext', required: true },
  basis: { label: '强制依据', type: 'longtext', required: true },
  decidedOn: day('决定日期', true),
  decidedBy: text('决定机关', true),
} as const satisfies Record<string, KindColumn>
