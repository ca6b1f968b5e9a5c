import type { Block, Column, Labelled, Table } from './form.ts'

const columns: readonly Column[] = [
  { id: 'upheld', label: '结果维持', variants: ['维持'], unit: 'count' },
  { id: 'corrected', label: '结果纠正', variants: ['纠正'], unit: 'count' },
  { id: 'other', label: '其他结果', variants: ['其他'], unit: 'count' },
  { id: 'pending', label: '尚未审结', variants: ['未审结'], unit: 'count' },
  { id: 'total', label: '总计', variants: ['合计'], unit: 'count' },
]

const review: Labelled = { label: '行政复议' }
const litigation: Labelled = { label: '行政诉讼' }
const direct: Labelled = { label: '未经复议直接起诉' }
const afterReview: Labelled = { label: '复议后起诉', variants: ['经复议后起诉'] }

const block = (id: string, titles: readonly Labelled[], counts: string): Block => ({
  id,
  titles,
  columns,
  rows: [{ key: id, under: [], label: titles.map((title) => title.label).join('／'), counts }],
})

/** Table four: one line of fifteen cells, the same in both forms. */
export const remediesTable: Table = {
  id: 'remedies',
  form: 'both',
  blocks: [
    block('review', [review], '因政府信息公开被申请行政复议的案件数'),
    block('litigation_direct', [litigation, direct], '未经复议直接起诉的政府信息公开案件数'),
    block('litigation_after_review', [litigation, afterReview], '经复议后起诉的政府信息公开案件数'),
  ],
}
