import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TSchema, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { fieldErrors } from './field-errors.ts'

const told = (schema: TSchema, value: unknown) =>
  Object.fromEntries(fieldErrors(Compile(schema).Errors(value)).map(({ field, message }) => [field, message]))

test('each field gets one sentence, the first that applies', () => {
  const schema = Type.Object({
    name: Type.String({ minLength: 2, pattern: '^x' }),
    on: Type.String({ format: 'date' }),
    kind: Type.Union([Type.Literal('paper'), Type.Literal('disc')]),
    pages: Type.Array(Type.Object({ number: Type.Integer({ minimum: 1, maximum: 9 }) }), { minItems: 1 }),
  })
  assert.deepEqual(
    told(schema, { name: 'a', on: '2026-02-30', kind: 'stone', pages: [{ number: 10 }, {}] }),
    {
      name: '至少填写 2 个字。',
      on: '请填写存在的日期，如 2026-11-21。',
      kind: '请从所列选项中选择。',
      'pages.0.number': '不能大于 9。',
      'pages.1.number': '请填写此项。',
    },
  )
  assert.deepEqual(told(schema, {}), {
    name: '请填写此项。',
    on: '请填写此项。',
    kind: '请填写此项。',
    pages: '请填写此项。',
  })
})

test('of a choice between shapes only the one that was meant speaks', () => {
  const schema = Type.Union([
    Type.Object({
      step: Type.Literal('extend'),
      reason: Type.String({ minLength: 1 }),
      days: Type.Integer(),
    }),
    Type.Object({ step: Type.Literal('serve'), on: Type.String({ format: 'date' }) }),
  ])
  assert.deepEqual(told(schema, { step: 'serve', on: '昨天' }), { on: '请填写存在的日期，如 2026-11-21。' })
  assert.deepEqual(told(schema, { step: 'extend', reason: '' }), {
    days: '请填写此项。',
    reason: '请填写此项。',
  })
  assert.deepEqual(told(schema, { step: 'burn' }), { step: '请从所列选项中选择。' })
})

test('a field that may be blank', () => {
  const schema = Type.Object({ note: Type.Union([Type.String({ maxLength: 3 }), Type.Null()]) })
  assert.deepEqual(told(schema, { note: '太长的话' }), { note: '不能超过 3 个字。' })
  assert.deepEqual(told(schema, { note: null }), {})
})

test('what was not asked for is told where the form allows nothing else', () => {
  const schema = Type.Object({ name: Type.String() }, { additionalProperties: false })
  assert.deepEqual(told(schema, { name: '甲', more: 1 }), { more: '没有这一项。' })
})
