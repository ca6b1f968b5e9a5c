import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carriersIn, markOf } from './marks.ts'

test('carriers are those behind a full box', () => {
  assert.deepEqual(
    carriersIn('■政府网站 □政府公报\n□两微一端 ■公开查阅点\n■社区/企事业单位/村公示栏（电子屏）'),
    ['政府网站', '公开查阅点', '社区/企事业单位/村公示栏（电子屏）'],
  )
  assert.deepEqual(carriersIn('☑政府网站　☐政府公报　√两微一端'), ['政府网站', '两微一端'])
  assert.deepEqual(carriersIn('■ 政府网站   ■ 其他：12345热线'), ['政府网站', '其他：12345热线'])
})

test('without boxes every named carrier counts', () => {
  assert.deepEqual(carriersIn('政府网站、政务服务中心\n村公示栏'), ['政府网站', '政务服务中心', '村公示栏'])
  assert.deepEqual(carriersIn(''), [])
})

test('all boxes empty: no carrier', () => {
  assert.deepEqual(carriersIn('□政府网站 □政府公报'), [])
})

test('a tick is a tick in every manner, an empty box is none, words stay words', () => {
  for (const cell of ['√', '✓', '■', '●', ' √ ', '是', '☑']) assert.deepEqual(markOf(cell), { kind: 'yes' })
  for (const cell of ['', ' ', '□', '×', '否', '-', '——', '/']) assert.deepEqual(markOf(cell), { kind: 'no' })
  assert.deepEqual(markOf('√ 低保对象'), { kind: 'words', words: '低保对象' })
  assert.deepEqual(markOf('残疾人'), { kind: 'words', words: '残疾人' })
  assert.deepEqual(markOf('□低保对象'), { kind: 'no' })
})
