import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { defaultGateSettings } from '../settings.ts'
import { checkFigure } from './identity-number.ts'
import { scan } from './scan.ts'

const codes = (text: string): readonly string[] => scan(text, defaultGateSettings).map(({ code }) => code)
const found = (text: string): readonly string[] =>
  scan(text, defaultGateSettings)
    .filter(({ code }) => code === 'identityNumber')
    .map(({ from, to }) => text.slice(from, to))

test('The last figure of an identity number is worked out as GB 11643 does', () => {
  assert.equal(checkFigure('11010519491231002'), 'X')
  assert.equal(checkFigure('44052418800101001'), '4')
})

test('An identity number is found however it is written', () => {
  assert.deepEqual(found('身份证号990101199003071237。'), ['990101199003071237'])
  assert.deepEqual(found('990101 19900307 1237'), ['990101 19900307 1237'])
  assert.deepEqual(found('9901-0119-9003-0712-37'), ['9901-0119-9003-0712-37'])
  assert.deepEqual(found('９９０１０１１９９００３０７１２３７'), ['９９０１０１１９９００３０７１２３７'])
  assert.deepEqual(found('证号99010119900307100x'), ['99010119900307100x'])
  assert.deepEqual(found('旧证990101900307123'), ['990101900307123'])
  assert.deepEqual(found('9901011990\n03071237'), ['9901011990\n03071237'])
})

test('A number with a wrong last figure is one only where the words say so', () => {
  assert.deepEqual(codes('身份证号码：990101199003071230'), ['identityNumber'])
  assert.deepEqual(codes('990101199003071230'), [])
})

test('Numbers that only look like identity numbers pass', () => {
  const clean = [
    '统一社会信用代码91990101MA2B3C4D5X',
    '统一社会信用代码：119901011990030712',
    '工商注册号990101900307123',
    '合同编号990101199003071237',
    '项目代码2026-990101-04-01-123456',
    '990101199013071237',
    '990101199002301234',
    '1234567890123456789012345678',
    '已遮盖9901**********1237',
  ]
  for (const text of clean) assert.deepEqual(codes(text), [], text)
})

test('Every number with place, birthday and check figure is found, and none with another check figure', () => {
  const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: 1, max: 9 }),
      (birth, order, other) => {
        const first = `990101${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`
        const check = checkFigure(first)
        const wrong = String((Number(check.replace('X', '10')) + other) % 10)
        return (
          found(`某人${first}${check}。`).length === 1 &&
          (wrong === check || found(`某人${first}${wrong}。`).length === 0)
        )
      },
    ),
    { numRuns: 200 },
  )
})
