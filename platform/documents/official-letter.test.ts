import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { officialLetterDocx } from './official-letter.ts'

const letter = {
  organName: '清溪县民政局',
  number: '清民公复〔2026〕3号',
  title: '政府信息公开申请答复书',
  addressee: '陈禾',
  paragraphs: ['本机关于2026年3月2日收到您的申请。', '经检索，现予公开。'],
  attachments: ['低保标准文件'],
  day: '2026年3月20日',
}

test('a letter opens as a Word file with its number, its words and the page of GB/T 9704-2012', async () => {
  const parts = unzipSync(await officialLetterDocx(letter))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  for (const text of [letter.number, letter.title, '陈禾：', ...letter.paragraphs, letter.day])
    assert.ok(xml.includes(text), text)
  // 37 mm and 28 mm in twentieths of a point
  assert.match(xml, /w:top="2097"/)
  assert.match(xml, /w:left="1587"/)
  assert.match(xml, /w:w="11905" w:h="16837"/)
})

test('a rare character in a name and a hostile one in a title do not break the file', async () => {
  const parts = unzipSync(await officialLetterDocx({ ...letter, addressee: '𠮷田<b>&"', title: '答复]]>书' }))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  assert.ok(xml.includes('𠮷田&lt;b&gt;&amp;'))
})
