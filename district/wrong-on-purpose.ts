import type { CheckId } from '#duties/annual-report/rules/checks.ts'
import { type Cell, figureOf, numberCell, type Report } from '#law/report-forms/report.ts'

/** A published report that is wrong on purpose, and the check that must find it. */
export interface WrongReport {
  /** Code of the organ. */
  readonly organ: string
  readonly year: number
  readonly check: CheckId
  /** What was done to it, in one line. */
  readonly how: string
  /** For what the county found when it merged, the reason of the correction that followed; the others stand as they are. */
  readonly found?: string
  readonly alter: (report: Report) => Report
}

const withCells = (report: Report, cells: Readonly<Record<string, Cell>>): Report => ({
  ...report,
  cells: { ...report.cells, ...cells },
})

/** The report with so many more in each of these cells. */
const more =
  (cells: readonly string[], by: number) =>
  (report: Report): Report =>
    withCells(
      report,
      Object.fromEntries(cells.map((id) => [id, numberCell((figureOf(report, id) ?? 0) + by)])),
    )

/** The report with every figure of the cells that begin so replaced. */
const instead =
  (start: string, cell: Cell) =>
  (report: Report): Report =>
    withCells(
      report,
      Object.fromEntries(
        Object.keys(report.cells)
          .filter((id) => id.startsWith(start))
          .map((id) => [id, cell]),
      ),
    )

const rewritten =
  (section: 'overview' | 'problems' | 'other', change: (text: string) => string) =>
  (report: Report): Report => ({
    ...report,
    texts: { ...report.texts, [section]: change(report.texts[section] ?? '') },
  })

const without =
  (section: 'problems') =>
  (report: Report): Report => {
    const { [section]: _, ...texts } = report.texts
    return { ...report, texts }
  }

const natural = 'naturalPerson'

/**
 * The reports of the district that are wrong as they were first published, as offices get them wrong; all others are
 * right. They came as files of offices that do not use the system; those that no sum could hold were corrected later.
 */
export const wrongReports: readonly WrongReport[] = [
  {
    organ: 'qingxi-zjj',
    year: 2025,
    check: 'E1',
    how: '结转下年度少计一件，收办不平衡',
    found: '县政府办公室汇总时校核发现收办不平衡，结转下年度少计1件，按台账更正',
    alter: more([`requests.carried_forward.${natural}`, 'requests.carried_forward.total'], 1),
  },
  {
    organ: 'qingxi-scjg',
    year: 2024,
    check: 'E2',
    how: '不掌握一行多计两件，总计没有改',
    found: '县政府办公室汇总时校核发现办理结果之和与总计不等，不掌握相关政府信息多计2件，按台账更正',
    alter: more([`requests.unable_not_held.${natural}`, 'requests.unable_not_held.total'], 2),
  },
  {
    organ: 'qingxi-nynj',
    year: 2025,
    check: 'E3',
    how: '予以公开一行的总计与各类申请人之和不等',
    found: '县政府办公室汇总时校核发现予以公开一行总计不等于各类申请人之和，按台账更正',
    alter: more(['requests.granted.otherOrg'], 1),
  },
  {
    organ: 'qingxi-gaj',
    year: 2025,
    check: 'E4',
    how: '行政复议总计漏加一件',
    found: '县政府办公室汇总时校核发现行政复议各结果之和与总计不等，按台账更正',
    alter: more(['review.other'], 1),
  },
  {
    organ: 'qingxi-zrzyj',
    year: 2025,
    check: 'E5',
    how: '上年结转与上年报告的结转下年度不等',
    alter: more(
      ['carried_over', 'granted', 'total_processed'].flatMap((row) => [
        `requests.${row}.${natural}`,
        `requests.${row}.total`,
      ]),
      2,
    ),
  },
  {
    organ: 'qingxi-jtj',
    year: 2025,
    check: 'E6',
    how: '现行有效件数没有按制发、废止推算，也没有说明',
    alter: more(['proactive.normative.valid'], 4),
  },
  {
    organ: 'qingxi-mzj',
    year: 2024,
    check: 'E11a',
    how: '行政强制填了负数',
    alter: more(['proactive.coercion.decided'], -1),
  },
  {
    organ: 'qingxi-songbei',
    year: 2024,
    check: 'E11c',
    how: '表四全部空白',
    alter: instead('litigation', { kind: 'blank' }),
  },
  {
    organ: 'qingxi-meiyin',
    year: 2025,
    check: 'A11',
    how: '规章一行填斜杠',
    alter: instead('proactive.regulations', { kind: 'mark', mark: '/' }),
  },
  {
    organ: 'qingxi-yunzhan',
    year: 2025,
    check: 'R1',
    how: '乡人民政府填报制发规章',
    alter: more(['proactive.regulations.made', 'proactive.regulations.valid'], 2),
  },
  {
    organ: 'qingxi-cgj',
    year: 2024,
    check: 'U1',
    how: '收费金额以元填写',
    alter: (report) => {
      const fen = figureOf(report, 'proactive.fees.amount') ?? 0
      const cell: Cell = { kind: 'number', value: fen, written: `${Math.round(fen / 100)}元`, unit: 'yuan' }
      return withCells(report, { 'proactive.fees.amount': cell })
    },
  },
  {
    organ: 'qingxi-wjj',
    year: 2024,
    check: 'E8',
    how: '文中收到申请的件数与表三不一致',
    alter: rewritten('overview', (text) =>
      text.replace(
        /新收到政府信息公开申请(\d+)件/,
        (_, n: string) => `新收到政府信息公开申请${Number(n) + 3}件`,
      ),
    ),
  },
  {
    organ: 'qingxi-bailudu',
    year: 2024,
    check: 'E12',
    how: '第五部分只写一个“无”字',
    alter: rewritten('problems', () => '无'),
  },
  {
    organ: 'qingxi-swj',
    year: 2024,
    check: 'T4',
    how: '第六部分留着上一年的话',
    alter: rewritten('other', () => '2023年度未收取信息处理费。没有其他需要报告的事项。'),
  },
  {
    organ: 'qingxi-kgj',
    year: 2024,
    check: 'F3',
    how: '缺少第五部分',
    alter: without('problems'),
  },
]
