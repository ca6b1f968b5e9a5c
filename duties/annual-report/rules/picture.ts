import type { CellId } from '#law/report-forms/form.ts'
import { formById, placeOf, resultRows } from '#law/report-forms/forms.ts'
import { figureOf, type Report } from '#law/report-forms/report.ts'
import { applicantColumns } from '#law/report-forms/requests-table.ts'

/** One line of a picture: its words, this year's figure and last year's; undefined where there is none. */
export interface PictureLine {
  readonly label: string
  readonly now: number | undefined
  readonly before: number | undefined
}

export interface PictureGroup {
  readonly title: string
  readonly unit: string
  readonly lines: readonly PictureLine[]
}

function sumOf(report: Report | undefined, cells: readonly CellId[]): number | undefined {
  if (!report) return undefined
  const values = cells.map((cell) => figureOf(report, cell))
  if (values.length === 0 || values.some((value) => value === undefined)) return undefined
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

const isBare = /^[（(].[）)]|（.*$/g
const shortened = (label: string): string => label.replace(isBare, '').replace(/^[一二三四]、/, '')

/** The year of an organ in a few groups of figures, beside the year before where that is published. */
export function pictureOf(report: Report, lastYear?: Report): readonly PictureGroup[] {
  const form = report.form === '2019' ? '2019' : '2021'
  const line = (label: string, of: (form: '2019' | '2021') => readonly CellId[]): PictureLine => ({
    label,
    now: sumOf(report, of(form)),
    before: lastYear ? sumOf(lastYear, of(lastYear.form === '2019' ? '2019' : '2021')) : undefined,
  })
  const cell = (id: CellId): PictureLine => line(shortened(placeOf(id, form)?.row.label ?? id), () => [id])
  const under = (label: string, start: string) =>
    line(label, (of) =>
      resultRows(formById(of).tables[1])
        .filter((row) => row.startsWith(`requests.${start}_`))
        .map((row) => `${row}.total`),
    )
  const decided = ['licensing', 'penalty', 'coercion'].map((row) => cell(`proactive.${row}.decided`))
  return [
    {
      title: '政府信息公开申请',
      unit: '件',
      lines: [
        line('本年新收', () => ['requests.new_received.total']),
        line('上年结转', () => ['requests.carried_over.total']),
        line('本年办结', () => ['requests.total_processed.total']),
        line('结转下年度', () => ['requests.carried_forward.total']),
      ],
    },
    {
      title: '办理结果',
      unit: '件',
      lines: [
        cell('requests.granted.total'),
        cell('requests.partial.total'),
        under('不予公开', 'denied'),
        under('无法提供', 'unable'),
        under('不予处理', 'refused'),
        under('其他处理', 'other'),
      ],
    },
    {
      title: '本年新收申请的申请人',
      unit: '件',
      lines: applicantColumns
        .filter(({ id }) => id !== 'total')
        .map(({ id, label }) =>
          line(id === 'otherOrg' ? '其他组织' : label, () => [`requests.new_received.${id}`]),
        ),
    },
    {
      title: '行政复议、行政诉讼',
      unit: '件',
      lines: [
        line('行政复议', () => ['review.total']),
        line('行政诉讼', () => ['litigation_direct.total', 'litigation_after_review.total']),
        line('其中结果纠正', () =>
          ['review', 'litigation_direct', 'litigation_after_review'].map((row) => `${row}.corrected`),
        ),
      ],
    },
    { title: '行政处理决定', unit: '件', lines: decided },
  ]
}
