import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { officialLetterPdf } from './official-letter-pdf.ts'

const letter = {
  organName: '清溪县民政局',
  number: '民政局公开〔2026〕3号',
  title: '政府信息公开申请答复书',
  addressee: '陈禾',
  paragraphs: ['本机关于2026年3月2日收到您的申请。', '#let x = 1 *不是标记* [方括号] $数学$ @引用 \\ 反斜杠'],
  attachments: ['低保标准文件'],
  day: '2026年3月20日',
  contact: '联系人：县民政局办公室',
}

const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text.replace(/\s/g, '')

test('a letter is kept as PDF/A with every word of it, none read as markup', async () => {
  const bytes = officialLetterPdf(letter)
  assert.match(Buffer.from(bytes).toString('latin1'), /pdfaid:part>2</)
  const text = await textOf(bytes)
  for (const words of [
    letter.number,
    letter.title,
    '陈禾：',
    ...letter.paragraphs,
    '附件：低保标准文件',
    letter.day,
  ])
    assert.ok(text.includes(words.replace(/\s/g, '')), `${words} in ${text}`)
})

test('the page is that of GB/T 9704-2012: A4, and a long letter runs on to numbered pages', async () => {
  const document = await getDocumentProxy(
    officialLetterPdf({ ...letter, paragraphs: Array.from({ length: 40 }, () => '经审查，'.repeat(20)) }),
  )
  const page = await document.getPage(1)
  assert.deepEqual(page.view.map(Math.round), [0, 0, 595, 842])
  assert.ok(document.numPages > 1)
})

test('a character that no font has is marked, and named by its code', async () => {
  const text = await textOf(officialLetterPdf({ ...letter, addressee: '𠮷田𡈽' }))
  assert.ok(text.includes('〓田〓：'))
  assert.ok(text.includes('U+20BB7、U+2123D'))
})

test('the same words give the same bytes', () => {
  assert.deepEqual(officialLetterPdf(letter), officialLetterPdf({ ...letter }))
})
