import type { Block, Column, Form, Row, Table } from './form.ts'
import { remediesTable } from './remedies-table.ts'
import { otherHandlingThree, requestsTable } from './requests-table.ts'
import { sections } from './sections.ts'

const article20 = (item: string) => [{ label: `第二十条第（${item}）项`, variants: [`第二十条第${item}项`] }]

const documents: readonly Column[] = [
  { id: 'made', label: '本年制发件数', variants: ['本年制发数', '本年制发数量'], unit: 'count' },
  { id: 'repealed', label: '本年废止件数', variants: ['本年废止数', '本年废止数量'], unit: 'count' },
  { id: 'valid', label: '现行有效件数', variants: ['现行有效数', '现行有效数量'], unit: 'count' },
]

const decided: readonly Column[] = [
  { id: 'decided', label: '本年处理决定数量', variants: ['本年处理决定数', '处理决定数量'], unit: 'count' },
]

const row = (
  name: string,
  label: string,
  counts: string,
  rest: Pick<Row, 'variants' | 'onlyFor'> = {},
): Row => ({ key: `proactive.${name}`, under: [], label, counts, ...rest })

const blocks: readonly Block[] = [
  {
    id: 'article20-1',
    titles: article20('一'),
    columns: documents,
    rows: [
      row('regulations', '规章', '本年制发、废止和年末现行有效的规章件数', { onlyFor: 'ruleMakers' }),
      row(
        'normative',
        '行政规范性文件',
        '本年制发、废止和年末现行有效的行政规范性文件件数，同司法行政部门核对',
        {
          variants: ['规范性文件'],
        },
      ),
    ],
  },
  {
    id: 'article20-5',
    titles: article20('五'),
    columns: decided,
    rows: [row('licensing', '行政许可', '本年作出的全部行政许可决定，含依法不公开的')],
  },
  {
    id: 'article20-6',
    titles: article20('六'),
    columns: decided,
    rows: [
      row('penalty', '行政处罚', '本年作出的全部行政处罚决定，含依法不公开的'),
      row('coercion', '行政强制', '本年作出的全部行政强制决定，含依法不公开的'),
    ],
  },
  {
    id: 'article20-8',
    titles: article20('八'),
    columns: [
      {
        id: 'amount',
        label: '本年收费金额（单位：万元）',
        variants: ['本年收费金额', '本年收费金额（单位：万元，保留4位小数）'],
        unit: 'money',
      },
    ],
    rows: [row('fees', '行政事业性收费', '本年收取的行政事业性收费，含信息处理费')],
  },
]

const proactiveTable: Table = { id: 'proactive', form: '2021', blocks }

/** The form for the reports on 2021 and later years. */
export const form2021: Form = {
  id: '2021',
  notice: { title: '中华人民共和国政府信息公开工作年度报告格式', number: '国办公开办函〔2021〕30号' },
  years: { from: 2021 },
  sections,
  tables: [proactiveTable, requestsTable('2021', otherHandlingThree), remediesTable],
}
