import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Asked, caseAsked } from './calculator-case.ts'

const empty: Asked = {
  received: '',
  channel: '',
  correctionAsked: '',
  corrected: '',
  consulted: '',
  answered: '',
  extendedOn: '',
  extendedBy: '',
  feeNoticed: '',
  feePaid: '',
}
const errorsOf = (asked: Partial<Asked>) => {
  const answer = caseAsked({ ...empty, ...asked })
  return 'errors' in answer ? answer.errors : []
}

test('the day of receipt is all that the calculator must know', () => {
  assert.deepEqual(errorsOf({}), [{ field: 'received', message: '请填写收到申请之日' }])
  assert.deepEqual(caseAsked({ ...empty, received: '2026-02-13', channel: 'online' }), {
    one: { name: '计算', facts: [{ type: 'received', on: '2026-02-13', channel: 'online' }] },
  })
})

test('an entry that cannot be is told beside its field', () => {
  assert.equal(errorsOf({ received: '2026-02-30' })[0]?.field, 'received')
  assert.deepEqual(errorsOf({ received: '2026-03-02', consulted: '2026-03-01' }), [
    { field: 'consulted', message: '征求意见书发出之日不能早于收到申请之日' },
  ])
  assert.deepEqual(
    errorsOf({ received: '2026-03-02', answered: '2026-03-20' }).map(({ field }) => field),
    ['consulted'],
  )
  assert.deepEqual(
    errorsOf({ received: '2026-03-02', extendedOn: '2026-03-20', extendedBy: '21' }).map(
      ({ field }) => field,
    ),
    ['extendedBy'],
  )
})

test('facts are told in the order of their days, whatever the order of the fields', () => {
  const answer = caseAsked({
    ...empty,
    received: '2026-03-02',
    extendedOn: '2026-03-05',
    consulted: '2026-03-09',
    answered: '2026-03-20',
  })
  assert.deepEqual('one' in answer && answer.one.facts.map(({ type }) => type), [
    'received',
    'extended',
    'consultationSent',
    'consultationAnswered',
  ])
})
