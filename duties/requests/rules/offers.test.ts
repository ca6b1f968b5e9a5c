import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citeInChinese } from '#law/citation.ts'
import { offers } from './offers.ts'
import { Office } from './office.cases.ts'
import { problems } from './problems.ts'
import { refusals } from './refusals.ts'
import type { StepContext } from './step.ts'
import { stepNames, stepOf } from './steps.ts'
import { warnings } from './warnings.ts'

const offered = (office: Office, today: string, roles?: StepContext['roles']) => {
  const context = office.context(today)
  return offers(office.c, office.facts, roles ? { ...context, roles } : context)
}

const find = (office: Office, today: string, step: string) =>
  offered(office, today).find((one) => one.step === step)

test('what is not allowed is offered with its reason, not hidden', () => {
  const office = new Office('2026-03-02')
  assert.equal(offered(office, '2026-03-03').length, stepNames.length)
  const extend = offered(office, '2026-03-03', ['handler']).find((one) => one.step === 'extend')
  assert.equal(extend?.allowed, false)
  assert.equal(extend?.refusal?.sentence, '延长答复期限由公开工作机构负责人办理')
})

test('beside each step stands what the law asks, with its article', () => {
  const correction = find(new Office(), '2026-03-03', 'askCorrection')
  assert.equal(correction?.law, '收到之日起7个工作日内一次性告知补正事项和合理期限')
  assert.deepEqual(correction?.cites.map(citeInChinese), ['第三十条'])
  for (const step of stepNames) assert.ok(stepOf(step).cites.length > 0, step)
})

test('the applicant is offered the steps of the applicant alone', () => {
  const steps = offered(new Office(), '2026-03-03', ['applicant']).map(({ step }) => step)
  assert.deepEqual(steps, ['recordCorrected', 'recordReasons', 'withdraw'])
})

test('an auditor and an administrator can do nothing', () => {
  for (const role of ['auditor', 'administrator', 'supervisor', 'publisher'] as const) {
    assert.equal(
      offered(new Office(), '2026-03-03', [role]).some(({ allowed }) => allowed),
      false,
    )
  }
})

test('a ground that the case excludes is shown with its reason', () => {
  const office = new Office()
  const parts = find(office, '2026-03-03', 'draft')?.fields.find(({ name }) => name === 'parts')
  const choice = (value: string) => parts?.choices?.find((one) => one.value === value)
  assert.match(choice('U1a')?.excluded ?? '', /没有检索记录/u)
  assert.match(choice('D4')?.excluded ?? '', /没有书面征求第三方意见/u)
  assert.equal(choice('G1')?.excluded, undefined)
  office.do('2026-03-03', 'logSearch', { where: '档案室', words: ['征地'], by: '王某', found: '没有' })
  const again = find(office, '2026-03-03', 'draft')?.fields.find(({ name }) => name === 'parts')
  assert.equal(again?.choices?.find((one) => one.value === 'U1a')?.excluded, undefined)
})

test('第三十七条: beside a standing objection another part may still be given out', () => {
  const office = new Office('2026-03-02')
  office.do('2026-03-03', 'consult', { with: 'thirdParty', party: '某公司', about: '报价' })
  const objects = { consultationId: 'id-1', answer: 'objects', reason: '商业秘密', reasonable: true }
  office.do('2026-03-05', 'recordConsultationAnswered', objects)
  const parts = find(office, '2026-03-06', 'draft')?.fields.find(({ name }) => name === 'parts')
  assert.equal(parts?.choices?.find((one) => one.value === 'G2')?.excluded, undefined)
})

test('the choices of a step are those of the case', () => {
  const office = new Office()
  office.do('2026-03-03', 'consult', { with: 'thirdParty', party: '某公司', about: '报价' })
  const served = find(office, '2026-03-04', 'recordConsultationServed')
  assert.deepEqual(served?.fields[0]?.choices, [
    { value: 'id-1', label: '第三方，2026年3月3日发出，清民公告〔2026〕2号' },
  ])
  const amend = find(office, '2026-03-04', 'amend')?.fields[0]?.choices
  assert.deepEqual(
    amend?.map(({ value }) => value),
    ['1', '2'],
  )
})

test('every refusal, problem and warning has its Chinese sentence', () => {
  const params = new Proxy({}, { get: () => '某' })
  for (const table of [refusals, problems, warnings]) {
    for (const [code, { say }] of Object.entries(table)) {
      const said: string = say(params as Record<string, string>)
      assert.match(said, /^[\p{Script=Han}“”‘’（）〔〕，。；：、—\w@.\- ]+$/u, code)
      assert.doesNotMatch(said, /undefined|。$/u, code)
    }
  }
})
