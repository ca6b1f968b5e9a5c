import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareTexts, paragraphsOf, summaryOf } from './paragraphs.ts'

test('a text is told by its paragraphs: headings, list items and rows of tables each are one', () => {
  const html =
    '<h2>一、总则</h2><p>第一条&nbsp;为了&lt;规范&gt;</p><table><tr><td>甲</td><td>乙</td></tr></table><p></p>'
  assert.deepEqual(paragraphsOf(html), ['一、总则', '第一条 为了<规范>', '甲 乙'])
})

test('two texts side by side: what stayed, what is gone, what is new', () => {
  assert.deepEqual(compareTexts(['甲', '乙', '丙'], ['甲', '丁', '丙', '戊']), [
    { how: 'same', text: '甲' },
    { how: 'gone', text: '乙' },
    { how: 'new', text: '丁' },
    { how: 'same', text: '丙' },
    { how: 'new', text: '戊' },
  ])
})

test('第十二条: where nobody wrote an outline, it is the first 150 characters', () => {
  assert.equal(summaryOf('<p>短</p>'), '短')
  assert.equal([...summaryOf(`<p>${'长'.repeat(300)}</p>`)].length, 150)
})
