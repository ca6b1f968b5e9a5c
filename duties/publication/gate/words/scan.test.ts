import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultGateSettings, type GateSettings } from '../settings.ts'
import { passesLuhn } from './card.ts'
import type { Around } from './hit.ts'
import { maskOf } from './mask-word.ts'
import { scan } from './scan.ts'

const settings: GateSettings = {
  ...defaultGateSettings,
  officePhones: ['0587-1234567', '13800000000'],
  caseNames: ['张三丰', '欧阳小燕'],
  wording: [
    { word: '内部掌握', severity: 'blocks' },
    { word: '帐户', instead: '账户', severity: 'warns', except: ['旧帐户名'] },
  ],
}
const codes = (text: string, around: Around = {}, with_: GateSettings = settings): readonly string[] =>
  scan(text, with_, around).map(({ code }) => code)
const masked = (text: string): string => {
  const [hit] = scan(text, settings)
  return hit ? (maskOf(hit.code, text.slice(hit.from, hit.to), settings) ?? '') : ''
}

test('A mobile telephone is found with blanks, hyphens, points and the country before it', () => {
  for (const text of [
    '13912345678',
    '139 1234 5678',
    '139-1234-5678',
    '139.1234.5678',
    '+86 13912345678',
    '8613912345678',
    'tel：１３９１２３４５６７８',
  ])
    assert.deepEqual(codes(text), ['phoneNumber'], text)
})

test('Amounts, areas, order numbers, document numbers and office telephones are no private telephones', () => {
  for (const text of [
    '13912345678元',
    '13912345678.00',
    '¥13912345678',
    '面积13912345678平方米',
    '订单编号13912345678',
    '第13912345678号',
    '13800000000',
    '0587-1234567',
    '139123456789',
    'XM13912345678',
    'ZB2026-990101-13912345678',
    'www.example.cn/2026/13912345678.html',
  ])
    assert.deepEqual(codes(text), [], text)
  assert.deepEqual(codes('13912345678', { heading: '金额（元）' }), [])
  assert.deepEqual(codes('13912345678', { heading: '联系电话' }), ['phoneNumber'])
})

test('Fixed telephones are looked for only where the organ says so, and never those on its list', () => {
  assert.deepEqual(codes('宅电0587-7654321'), [])
  const landlines = { ...settings, findLandlines: true }
  assert.deepEqual(codes('宅电0587-7654321', {}, landlines), ['phoneNumber'])
  assert.deepEqual(codes('电话0587-1234567', {}, landlines), [])
})

test('A bank card is found by issuer, length and check figure', () => {
  assert.equal(passesLuhn('79927398713'), true)
  assert.equal(passesLuhn('79927398714'), false)
  assert.deepEqual(codes('6222021234567890128'), ['bankCard'])
  assert.deepEqual(codes('4367 4212 3456 7896'), ['bankCard'])
  assert.deepEqual(codes('6222021234567890129'), [])
  assert.deepEqual(codes('流水号6222021234567890128'), [])
  assert.deepEqual(codes('银行卡号：1020304050607080901'), ['bankCard'])
  assert.deepEqual(codes('对公账户1202020009900012345'), [])
})

test('A home is found down to the door; an office, a site and a village are not', () => {
  for (const text of [
    '家住柳河镇杨树村3组12号',
    '李明，男，住清溪县人民路12号3幢501室',
    '户籍地址：柳河镇杨树村12号',
    '当事人：李小明，清溪县柳河镇幸福路8号',
  ])
    assert.deepEqual(codes(text), ['privateAddress'], text)
  for (const text of [
    '办公地址：清溪县人民路1号',
    '家住柳河镇杨树村',
    '公司住所：工业路8号2幢',
    '当事人：李小明，违法地点位于幸福路8号',
    '住房公积金管理办法第12号令',
    '入住率达到3号楼标准',
  ])
    assert.deepEqual(codes(text), [], text)
  assert.deepEqual(codes('杨树村3组12号', { heading: '家庭住址' }), ['privateAddress'])
  assert.deepEqual(codes('家住柳河镇杨树村3组12号', {}, { ...settings, addressReach: 'full' }), [])
})

test('Names of the case are found, also with blanks between the characters', () => {
  assert.deepEqual(codes('被处罚人张三丰，欧阳 小 燕。'), ['caseName', 'caseName'])
  assert.deepEqual(codes('张某某'), [])
})

test('Wording on the list stops or warns, except in the longer words where it is right', () => {
  const [stop, warn] = scan('内部掌握，开立帐户，旧帐户名除外', settings)
  assert.equal(stop?.warns, false)
  assert.deepEqual([warn?.instead, warn?.warns], ['账户', true])
  assert.equal(scan('旧帐户名', settings).length, 0)
})

test('What is found is masked as the settings say', () => {
  assert.equal(masked('990101199003071237'), '9901**********1237')
  assert.equal(masked('139 1234 5678'), '139****5678')
  assert.equal(masked('6222021234567890128'), '6222***********0128')
  assert.equal(masked('张三丰'), '张某某')
  assert.equal(masked('欧阳小燕'), '欧阳某某')
  assert.equal(maskOf('caseName', '张三', { ...settings, nameMask: 'oneEach' }), '张某')
})

test('What was masked is found no more', () => {
  for (const text of ['990101199003071237', '139 1234 5678', '6222021234567890128', '张三丰'])
    assert.deepEqual(codes(masked(text)), [])
})
