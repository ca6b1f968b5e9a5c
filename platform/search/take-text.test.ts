import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import Excel from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { officialLetterPdf } from '#platform/documents/official-letter-pdf.ts'
import { mostText } from './file-text.ts'
import { textOfFile } from './take-text.ts'

const letter = {
  organName: '清溪县民政局',
  number: '民政局公开〔2026〕3号',
  title: '答复书',
  addressee: '陈禾',
  paragraphs: ['本机关受理村道硬化工程验收材料的申请。'],
  attachments: [],
  day: '2026年3月20日',
  contact: '',
}

test('The text of a Word document, a workbook, a PDF and a plain list is taken out', async () => {
  const docx = await Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph('低保 & 五保标准'), new Paragraph('第二段')] }] }),
  )
  assert.deepEqual(await textOfFile('docx', docx), { outcome: 'taken', text: '低保 & 五保标准\n第二段' })
  const book = new Excel.Workbook()
  book.addWorksheet('名单').addRows([
    ['村', '户数'],
    ['石桥村', 37],
  ])
  const xlsx = await textOfFile('xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
  for (const words of ['石桥村', '户数', '37']) assert.ok(xlsx.text.includes(words), xlsx.text)
  const pdf = await textOfFile('pdf', await officialLetterPdf(letter))
  assert.equal(pdf.outcome, 'taken')
  assert.ok(pdf.text.replaceAll(/\s/g, '').includes('村道硬化工程验收材料'), pdf.text)
  // 救助 in GB18030.
  assert.deepEqual(await textOfFile('csv', Uint8Array.of(0xbe, 0xc8, 0xd6, 0xfa)), {
    outcome: 'taken',
    text: '救助',
  })
})

test('A hostile file is unreadable in time, and the program goes on', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) }, { level: 9 })
  const archive = zipSync({ 'word/document.xml': strToU8('<w:p>甲</w:p>') })
  const nested = zipSync({ 'word/document.xml': strToU8(`${'<w:p>'.repeat(500_000)}乙`) })
  const cases: [string, Uint8Array][] = [
    ['docx', bomb],
    ['docx', archive.slice(0, 60)],
    ['docx', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)],
    ['xlsx', strToU8('PK\u0003\u0004')],
    ['pdf', strToU8('%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj\ntrailer<</Root 1 0 R>>')],
    ['pdf', new Uint8Array()],
  ]
  for (const [ending, bytes] of cases) {
    const begun = performance.now()
    const { outcome, text } = await textOfFile(ending, bytes)
    assert.ok(['unreadable', 'none'].includes(outcome), `${ending}: ${outcome}`)
    assert.equal(text, '')
    assert.ok(performance.now() - begun < 35_000)
  }
  assert.equal((await textOfFile('docx', nested)).text, '乙')
  assert.deepEqual(await textOfFile('exe', archive), { outcome: 'none', text: '' })
})

test('Of an endless text the beginning is kept, and one that takes too long is given up', async () => {
  const long = await textOfFile('txt', Buffer.from('救助'.repeat(400_000)))
  assert.deepEqual([long.outcome, long.text.length], ['cut', mostText])
  assert.equal((await textOfFile('txt', Buffer.from('救助'), { ms: 0 })).outcome, 'unreadable')
})
