import type { CellId } from '#law/report-forms/form.ts'
import { placeOf } from '#law/report-forms/forms.ts'
import type { ReportView } from '../contract.ts'
import { cellIn } from './sheet.ts'

const decided = (cellId: CellId): boolean => cellId.endsWith('.decided')

function why(cellId: CellId, { fees, year }: ReportView): string {
  if (decided(cellId)) return `${year}年没有发布过这一项的公示清单，也没有按月登记`
  if (cellId.startsWith('proactive.normative.')) return '登记簿中没有本机关的行政规范性文件，也没有按月登记'
  if (cellId === 'proactive.fees.amount' && fees.collected > 0)
    return `本系统只记录信息处理费（实际收取${fees.collected}元，应当计入），其他行政事业性收费没有记录`
  return '本系统没有这一项的记录'
}

/** Why a cell of table two has no figure, or how its lists and the monthly entries go together. */
export function Unrecorded({ cellId, view }: { cellId: CellId; view: ReportView }) {
  if (placeOf(cellId)?.table.id !== 'proactive') return null
  if (cellIn(view, cellId).kind === 'blank')
    return <p>{why(cellId, view)}。本格留空，不作0处理，请按实际填写。</p>
  if (!decided(cellId) || view.cells[cellId]?.source !== 'register') return null
  return (
    <p className="note">
      由已经发布的公示清单按决定日期计入。表中应当填写全部决定，含依法不公开的：某月按月登记了数字的，该月只按登记的数字计。
    </p>
  )
}
