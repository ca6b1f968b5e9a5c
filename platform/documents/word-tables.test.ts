import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx'
import { readWordTables } from './word-tables.ts'

const cell = (words: string, more = {}) => new TableCell({ children: [new Paragraph(words)], ...more })
const row = (...children: TableCell[]) => new TableRow({ children })

test('tables of a Word document come with their names, merged cells and lines', async () => {
  const table = new Table({
    rows: [
      row(cell('公开事项', { columnSpan: 2 }), cell('依据')),
      row(cell('救助', { verticalMerge: VerticalMergeType.RESTART }), cell('政策'), cell('甲')),
      row(cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('名单'), cell('乙')),
    ],
  })
  const document = new Document({ sections: [{ children: [new Paragraph('社会救助标准目录'), table] }] })
  const read = await readWordTables(await Packer.toBuffer(document))
  assert.deepEqual(read, {
    kind: 'read',
    tables: [
      {
        name: '社会救助标准目录',
        table: {
          rows: [
            ['公开事项', '', '依据'],
            ['救助', '政策', '甲'],
            ['', '名单', '乙'],
          ],
          merged: [
            { fromRow: 1, toRow: 1, fromColumn: 1, toColumn: 2 },
            { fromRow: 2, toRow: 3, fromColumn: 1, toColumn: 1 },
          ],
        },
      },
    ],
  })
})

test('what is no Word document, or holds no table, says so', async () => {
  const none = await readWordTables(new TextEncoder().encode('不是文档'))
  assert.equal(none.kind, 'unreadable')
  const document = new Document({ sections: [{ children: [new Paragraph('只有文字')] }] })
  assert.deepEqual(await readWordTables(await Packer.toBuffer(document)), {
    kind: 'unreadable',
    sentence: '这个 Word 文件里没有表格',
  })
})
