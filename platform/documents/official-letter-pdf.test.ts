import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { officialLetterPdf, undrawable } from './official-letter-pdf.ts'

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
  const bytes = await officialLetterPdf(letter)
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
    await officialLetterPdf({
      ...letter,
      paragraphs: Array.from({ length: 40 }, () => '经审查，'.repeat(20)),
    }),
  )
  const page = await document.getPage(1)
  assert.deepEqual(page.view.map(Math.round), [0, 0, 595, 842])
  assert.ok(document.numPages > 1)
})

test('a rare character of a name or a place is drawn, from whichever block of Unicode', async () => {
  const text = await textOf(
    await officialLetterPdf({ ...letter, addressee: '𠮷田𡈽㐂𬱖', title: '关于𪨶村的答复' }),
  )
  assert.ok(text.includes('𠮷田𡈽㐂𬱖：') && text.includes('关于𪨶村的答复'), text)
  assert.doesNotMatch(text, /〓|U\+/)
})

test('a character that no font has is marked, and named by its code; one of private use is never drawn as another', async () => {
  const text = await textOf(await officialLetterPdf({ ...letter, addressee: '𠮷田\u{30edd}\u{e000}' }))
  assert.ok(text.includes('𠮷田〓〓：'), text)
  assert.ok(text.includes('U+30EDD、U+E000'), text)
})

test('signs that steer and are not drawn hinder no letter', async () => {
  const text = await textOf(await officialLetterPdf({ ...letter, addressee: '陈\u0001禾\u200d👨‍👩‍👧' }))
  assert.ok(text.includes('陈禾'), text)
})

test('what a letter would draw as a mark is known before it is written', async () => {
  assert.deepEqual(await undrawable('陈禾申请公开〔2026〕3号“低保”标准，共720元。'), [])
  assert.deepEqual(await undrawable('𠮷田𡈽㐂𬱖①'), [])
  assert.deepEqual(await undrawable('𠮷\u{30edd}田\u{e000}\u{e000}'), ['U+30EDD', 'U+E000'])
})

test('the same words give the same bytes', async () => {
  for (const addressee of ['陈禾', '𠮷田']) {
    const same = { ...letter, addressee }
    assert.deepEqual(await officialLetterPdf(same), await officialLetterPdf({ ...same }))
  }
})
