import type { Block, Column, Form, Row, Table } from './form.ts'
import { remediesTable } from './remedies-table.ts'
import { otherHandlingOne, requestsTable } from './requests-table.ts'
import { sections } from './sections.ts'

const article20 = (item: string) => [{ label: `第二十条第（${item}）项`, variants: [`第二十条第${item}项`] }]

const documents: readonly Column[] = [
  {
    id: 'made',
    label: '本年新制作数量',
    variants: ['本年新制作数', '本年制作数量', '新制作数量'],
    unit: 'count',
  },
  {
    id: 'published',
    label: '本年新公开数量',
    variants: ['本年新公开数', '本年公开数量', '新公开数量'],
    unit: 'count',
  },
  { id: 'total', label: '对外公开总数量', variants: ['对外公开总数', '公开总数量'], unit: 'count' },
]

const items: readonly Column[] = [
  { id: 'prev', label: '上一年项目数量', variants: ['上一年项目数', '上年项目数量'], unit: 'count' },
  { id: 'change', label: '本年增/减', variants: ['本年增减', '本年增／减'], unit: 'change' },
]

const decided: Column = {
  id: 'decided',
  label: '处理决定数量',
  variants: ['处理决定数', '本年处理决定数量'],
  unit: 'count',
}

const row = (
  name: string,
  label: string,
  counts: string,
  rest: Pick<Row, 'variants' | 'onlyFor' | 'local'> = {},
): Row => ({ key: `proactive.${name}`, under: [], label, counts, ...rest })

const blocks: readonly Block[] = [
  {
    id: 'article20-1',
    titles: article20('一'),
    columns: documents,
    rows: [
      row('regulations', '规章', '本机关制定的规章件数', { onlyFor: 'ruleMakers' }),
      row('normative', '规范性文件', '本机关制定的规范性文件件数', { variants: ['行政规范性文件'] }),
      row('other_proactive_docs', '其他主动公开文件', '规范性文件以外主动公开的文件件数', { local: true }),
    ],
  },
  {
    id: 'article20-5',
    titles: article20('五'),
    columns: [...items, decided],
    rows: [
      row('licensing', '行政许可', '行政许可的项目数和处理决定数'),
      row('other_services', '其他对外管理服务事项', '行政许可以外的对外管理服务项目数和处理决定数', {
        variants: ['其他对外管理服务'],
      }),
    ],
  },
  {
    id: 'article20-6',
    titles: article20('六'),
    columns: [...items, decided],
    rows: [
      row('penalty', '行政处罚', '行政处罚的项目数和处理决定数'),
      row('coercion', '行政强制', '行政强制的项目数和处理决定数'),
    ],
  },
  {
    id: 'article20-8',
    titles: article20('八'),
    columns: items,
    rows: [row('fees', '行政事业性收费', '行政事业性收费的项目数')],
  },
  {
    id: 'article20-9',
    titles: article20('九'),
    columns: [
      { id: 'count', label: '采购项目数量', variants: ['采购项目数'], unit: 'count' },
      {
        id: 'amount',
        label: '采购总金额',
        variants: ['采购总金额（单位：万元）', '采购金额'],
        unit: 'money',
      },
    ],
    rows: [row('procurement', '政府集中采购', '政府集中采购的项目数和总金额', { variants: ['集中采购'] })],
  },
]

const proactiveTable: Table = { id: 'proactive', form: '2019', blocks }

/** The trial form, for the reports on 2019 and 2020. */
export const form2019: Form = {
  id: '2019',
  notice: { title: '中华人民共和国政府信息公开工作年度报告格式（试行）', number: '国办公开办函〔2019〕60号' },
  years: { from: 2019, to: 2020 },
  sections,
  tables: [proactiveTable, requestsTable('2019', otherHandlingOne), remediesTable],
}
