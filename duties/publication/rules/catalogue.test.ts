import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headingOf, headings } from './catalogue.ts'

test('第二十条: fifteen headings, each with the words of its item', () => {
  assert.equal(headings.filter((each) => each.code.startsWith('20-')).length, 15)
  assert.equal(headingOf('20-01')?.label, '行政法规、规章和规范性文件')
  assert.equal(headingOf('20-07')?.label, '财政预算、决算信息')
  assert.equal(headingOf('20-15')?.label, '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息')
})

test('a code that the catalogue does not describe has no heading', () => {
  assert.equal(headingOf('99-01'), undefined)
})
