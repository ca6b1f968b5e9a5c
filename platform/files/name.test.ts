import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanName, endingOf } from './name.ts'

test('A Chinese name is kept; a path, control characters and turned writing are not', () => {
  assert.equal(
    cleanName('关于 2026年〔低保〕标准的通知（定稿）.docx'),
    '关于 2026年〔低保〕标准的通知（定稿）.docx',
  )
  assert.equal(cleanName('C:\\桌面\\附件一.pdf'), '附件一.pdf')
  assert.equal(cleanName('../../etc/passwd'), 'passwd')
  assert.equal(cleanName('附件\u202efdp.exe'), '附件fdp.exe')
  assert.equal(cleanName('a\r\nSet-Cookie: x.txt'), 'aSet-Cookie: x.txt')
  assert.equal(cleanName(' ..隐藏.pdf. '), '隐藏.pdf')
  assert.equal(cleanName('\0'), '未命名')
  assert.equal(cleanName('é.txt'), 'é.txt')
})

test('A name too long is cut before its ending, and never inside a character', () => {
  const name = cleanName(`${'𠮷'.repeat(200)}.pdf`)
  assert.equal([...name].length, 120)
  assert.equal(name.endsWith('𠮷.pdf'), true)
})

test('The ending is read in small letters', () => {
  assert.deepEqual(['A.PDF', 'b.tar.gz', '没有', '.hidden'].map(endingOf), ['pdf', 'gz', '', ''])
})
