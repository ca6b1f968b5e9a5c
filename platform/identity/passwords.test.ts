import assert from 'node:assert/strict'
import { test } from 'node:test'
import { passwordFault, temporaryPassword } from './passwords.ts'

const fault = (password: string) => passwordFault(password, 'zhou.min', 10)

test('a password has at least ten characters; Chinese ones count as one', () => {
  assert.equal(fault('清溪河畔的柳树下面呢'), null)
  assert.equal(fault('清溪河畔的柳树下面'), '密码至少 10 个字符。')
  assert.equal(fault('a'.repeat(64) + 'bcd'.repeat(22)), '密码不能超过 128 个字符。')
})

test('a password that guessing lists open with is refused', () => {
  for (const common of [
    'password123',
    '1234567890',
    'Administrator2026',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '!!P@ssw0rd!!',
    '98765432109',
    '20261123001',
  ]) {
    assert.equal(fault(common), '这个密码太常见，容易被猜中。请换一个，例如几个互不相关的词。', common)
  }
})

test('a password does not contain the user name', () => {
  assert.equal(fault('X-Zhou.Min-77'), '密码不能包含用户名。')
})

test('ordinary good ones pass', () => {
  for (const good of ['luzhou-qiao-7-feng', 'k7f4-mm2x-9wpd-hh3a', '一二三四五六七八九十'])
    assert.equal(fault(good), null)
})

test('a password to hand out passes its own rules and is never the same', () => {
  const made = Array.from({ length: 50 }, temporaryPassword)
  assert.equal(new Set(made).size, 50)
  for (const password of made) assert.equal(fault(password), null)
})
