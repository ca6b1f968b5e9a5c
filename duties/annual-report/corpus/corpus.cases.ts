import { form2021 } from '#law/report-forms/form-2021.ts'
import { cellsOf } from '#law/report-forms/forms.ts'
import { type Cell, numberCell } from '#law/report-forms/report.ts'
import { asText } from '../reading/fixtures/as-text.ts'
import { documentOf } from '../reading/fixtures/document.ts'

interface Year {
  readonly received: number
  readonly carriedOver: number
  readonly granted: number
  readonly carriedForward: number
}

/** A published report as a table in text: every figure 0 but those of the requests of natural persons. */
export function reportText(organ: string, year: number, requests: Year): string {
  const cells: Record<string, Cell> = {}
  for (const { id, row } of cellsOf(form2021)) if (!row.local) cells[id] = numberCell(0)
  for (const column of ['naturalPerson', 'total']) {
    cells[`requests.new_received.${column}`] = numberCell(requests.received)
    cells[`requests.carried_over.${column}`] = numberCell(requests.carriedOver)
    cells[`requests.granted.${column}`] = numberCell(requests.granted)
    cells[`requests.total_processed.${column}`] = numberCell(requests.granted)
    cells[`requests.carried_forward.${column}`] = numberCell(requests.carriedForward)
  }
  const texts = {
    overview: `${year}年，本机关收到政府信息公开申请${requests.received}件。`,
    problems: '解读形式单一，今后增加图表解读。',
    other: '无其他需要报告的事项。',
  }
  const report = { organ: { name: organ }, year, form: '2021' as const, cells, texts }
  return asText(documentOf(report), 'markdown')
}

/** Three reports of invented organs: the first two do not carry over into one another. */
export const published = {
  civil2023: reportText('清溪县民政局', 2023, {
    received: 10,
    carriedOver: 0,
    granted: 7,
    carriedForward: 3,
  }),
  civil2024: reportText('清溪县民政局', 2024, { received: 5, carriedOver: 2, granted: 7, carriedForward: 0 }),
  school2024: reportText('清溪县教育局', 2024, {
    received: 4,
    carriedOver: 0,
    granted: 4,
    carriedForward: 0,
  }),
} as const
