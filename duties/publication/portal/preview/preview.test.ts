import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import { textAndTables } from './clean.ts'
import { previewOf } from './kinds.ts'
import { previewOfFile } from './preview.ts'

test('of HTML only text and tables are left: nothing runs, nothing is loaded, nothing leads away', () => {
  const { html } = textAndTables(
    '<p onclick="x()">一<script>alert(1)</script><a href="javascript:x">二</a><img src="http://evil.example/x.png"></p>' +
      '<table><tr><td colspan="2" style="x">三</td></tr></table><iframe src="/x"></iframe><svg><a>四</a></svg>',
    1000,
  )
  assert.equal(html, '<p>一二（图略）</p><table><tbody><tr><td colspan="2">三</td></tr></tbody></table>')
})

test('a long text is cut, its elements are closed, and it says so', () => {
  const { html, whole } = textAndTables(`<p>${'字'.repeat(500)}</p><p>后</p>`, 100)
  assert.equal(whole, false)
  assert.match(html, /^<p>字{1,100}<\/p>$/)
})

test('a file of Word is shown as text and tables', async () => {
  const bytes = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph('附件一：补助标准'),
            new Table({
              rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('720元')] })] })],
            }),
          ],
        },
      ],
    }),
  )
  const shown = await previewOfFile('word', { sha256: 'word', bytes })
  assert.match(shown?.html ?? '', /<p>附件一：补助标准<\/p><table><tbody><tr><td><p>720元<\/p><\/td>/)
})

test('a workbook is shown sheet by sheet, without what is hidden', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名单')
  sheet.addRow(['姓名', '<b>金额</b>'])
  sheet.addRow(['藏起来的', 1]).hidden = true
  book.addWorksheet('底稿', { state: 'hidden' }).addRow(['内部'])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  const shown = await previewOfFile('sheet', { sha256: 'sheet', bytes })
  assert.match(shown?.html ?? '', /<h2>名单<\/h2>/)
  assert.match(shown?.html ?? '', /&lt;b&gt;金额/)
  assert.doesNotMatch(shown?.html ?? '', /内部|藏起来的/)
})

test('what is no file of its kind, or unpacks to too much, is not shown and harms nothing', async () => {
  assert.equal(await previewOfFile('word', { sha256: 'none', bytes: new Uint8Array([1, 2, 3]) }), null)
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(100 * 1024 * 1024) }, { level: 1 })
  assert.equal(await previewOfFile('word', { sha256: 'bomb', bytes: bomb }), null)
})

test('only what a page can show has a preview', () => {
  assert.equal(previewOf({ name: '清单.PDF', size: 50_000_000 }), 'inline')
  assert.equal(previewOf({ name: '清单.docx', size: 50_000_000 }), undefined)
  assert.equal(previewOf({ name: '清单.doc', size: 1 }), undefined)
})
