import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citeInChinese } from '#law/citation.ts'
import { checkIntake } from './intake.ts'
import { Office } from './office.cases.ts'
import { tellProblem } from './problems.ts'
import { citeRefusal, sayRefusal } from './refusals.ts'
import type { Answer } from './step.ts'

/** What the person is told, with its article. */
const told = (answer: Answer): string[] => {
  if (answer.kind === 'invalid') return answer.problems.map((each) => `${each.field}：${tellProblem(each)}`)
  if (answer.kind === 'done') return ['done']
  const cites = citeRefusal(answer)
  return [`${sayRefusal(answer)}${cites ? `（${citeInChinese(cites)}）` : ''}`]
}

const intake = {
  category: 'naturalPerson',
  name: '陈禾',
  idKind: 'residentId',
  idNumber: '990121199001011237',
  telephone: '13900000000',
  title: '低保标准',
  formWanted: 'paper',
  wayWanted: 'pickUp',
}

test('第二十九条: a wrong identity number is told beside its field, with what to check', () => {
  const checked = checkIntake(intake)
  assert.deepEqual('problems' in checked && checked.problems.map((each) => [each.field, tellProblem(each)]), [
    ['idNumber', '居民身份证号码有误，请核对18位号码，末位可以是X（《条例》第二十九条第二款第一项）'],
  ])
  const company = checkIntake({ ...intake, idKind: 'creditCode', idNumber: '99990121MB0000000X' })
  assert.deepEqual('problems' in company && company.problems.map(tellProblem), [
    '统一社会信用代码有误，请核对18位代码（《条例》第二十九条第二款第一项）',
  ])
})

test('第四十五条: a day in the future cannot be registered, by any step', () => {
  const office = new Office('2026-03-02')
  const future = { on: '2026-03-06', items: ['年份'], workingDays: 10 }
  assert.deepEqual(told(office.ask('2026-03-05', 'askCorrection', future)), [
    'on：通知发出之日不能晚于今天（《条例》第四十五条）',
  ])
})

test('第三十三条: a reply dated before its receipt is refused, and names the day of receipt', () => {
  const office = new Office('2026-03-02')
  office.decide('2026-03-05', [{ outcome: 'G1', states: { where: '县政府门户网站' } }])
  assert.deepEqual(told(office.ask('2026-03-05', 'serve', { on: '2026-02-27', method: 'post' })), [
    'on：签收或者交邮之日不能早于收到申请之日（2026年3月2日）（《条例》第三十三条第二款）',
  ])
})

test('第三十一条: a receipt dated before the request came is refused, and names the day it came', () => {
  const office = new Office('2026-03-02', { channel: 'ordinaryPost' })
  const early = { on: '2026-02-27', confirmation: '电话与本人确认' }
  assert.deepEqual(told(office.ask('2026-03-03', 'confirmReceipt', early)), [
    'on：确认之日不能早于申请送到之日（2026年3月2日）（《条例》第三十一条）',
  ])
})

test('第三十三条第二款: an extension after the term is refused, and names the last day', () => {
  const office = new Office('2026-03-02')
  const ask = { workingDays: 10, reason: '涉及三个单位，需要核实' }
  assert.deepEqual(told(office.ask('2026-03-31', 'extend', ask)), [
    '答复期限已于2026年3月30日届满，不能再延长（第三十三条第二款）',
  ])
})
