import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { roleNames } from '#law/roles.ts'
import { bars } from './allowed.ts'
import { decide } from './decide.ts'
import { fold } from './item.ts'
import { everyRole, Office, whole } from './office.cases.ts'
import { type ReviewLevel, reviewLevels } from './settings.ts'
import { isOpen, waitingFor } from './stage.ts'
import { type StepName, stepNames, stepOf } from './steps.ts'

const finding = { key: 'k1', code: 'phoneNumber', severity: 'blocks', says: '电话' } as const

// What an officer enters for a step: good enough to be taken where the step is allowed.
const askFor = (step: StepName, office: Office): Record<string, unknown> => {
  const open = office.item.consultations.find(({ answer }) => !answer)
  const asks: Partial<Record<StepName, Record<string, unknown>>> = {
    edit: { ...whole, title: `标题${office.facts.length}` },
    overrideFinding: { key: 'k1', reason: '已核对' },
    consult: { as: 'concerned', whom: '清溪县财政局', about: '口径' },
    recordConsultation: { consultationId: open?.consultationId ?? '', agrees: true },
    discard: { reason: '重复' },
    secrecyReview: { passed: office.facts.length % 5 > 0, opinion: '审查', checked: ['text'] },
    legalReview: { passed: true, opinion: '合法' },
    review: { passed: office.facts.length % 4 > 0, opinion: '意见' },
    reviewWithheld: { stays: office.facts.length % 2 > 0, opinion: '评估' },
    schedule: { releaseAt: '2027-01-01 09:00' },
    unschedule: { reason: '改期' },
    amend: { reason: '改正' },
    dropAmendment: { reason: '不改了' },
    markValidity: { validity: 'repealed', basis: '清政规〔2026〕2号' },
    withdraw: { reason: '有误', note: '有误' },
    note: { text: '备注' },
  }
  return asks[step] ?? {}
}

const moves = fc.array(
  fc.record({
    step: fc.constantFrom(...stepNames.filter((step) => step !== 'note')),
    role: fc.constantFrom(...everyRole),
    found: fc.boolean(),
  }),
  { maxLength: 60 },
)
const levels = fc.uniqueArray(fc.constantFrom<ReviewLevel>(...reviewLevels), { minLength: 1, maxLength: 3 })
const kinds = fc.constantFrom('welfare', 'normative')
const attributes = fc.constantFrom('active' as const, 'withheld' as const)

const told = (
  kind: string,
  attribute: 'active' | 'withheld',
  made: readonly { step: StepName; role: (typeof everyRole)[number]; found: boolean }[],
): Office => {
  const office = new Office({ ...whole, kind, attribute, ground: 'process', groundWords: '讨论记录' })
  for (const { step, role, found } of made) {
    office.findings = found ? [finding] : []
    office.take(step, askFor(step, office), [role])
  }
  office.findings = []
  return office
}

test('replaying the facts, also as they come back from a database, gives the same item', () => {
  fc.assert(
    fc.property(kinds, attributes, moves, (kind, attribute, made) => {
      const { facts } = told(kind, attribute, made)
      assert.deepEqual(fold(JSON.parse(JSON.stringify(facts))), fold(facts))
    }),
    { numRuns: 300 },
  )
})

test('no step that the table refuses can be recorded, whatever the role and the entries', () => {
  fc.assert(
    fc.property(kinds, attributes, moves, fc.constantFrom(...roleNames), (kind, attribute, made, role) => {
      const office = told(kind, attribute, made)
      const context = office.context([role])
      for (const step of stepNames) {
        const barred = bars(step, office.item, context)
        const answer = decide(step, office.item, askFor(step, office), context)
        if (barred) assert.deepEqual(answer, barred, step)
        if (!stepOf(step).roles.includes(role)) assert.equal(barred?.code, 'roleWrong', step)
      }
    }),
    { numRuns: 200 },
  )
})

test('nothing is released with an open blocking finding, without its reviews, or unlike its frozen text', () => {
  fc.assert(
    fc.property(kinds, moves, (kind, made) => {
      const { facts } = told(kind, 'active', made)
      for (const [i, { fact }] of facts.entries()) {
        if (fact.type !== 'released') continue
        const before = fold(facts.slice(0, i))
        assert.equal(before?.working?.approved?.hash, fact.hash)
        const passed = new Set(before?.working?.reviews.filter((one) => one.passed).map(({ stage }) => stage))
        assert.ok(passed.has('secrecy') && passed.has('publisher'))
        const overridden = new Set(before?.working?.overrides.map((one) => one.finding.key))
        assert.ok(fact.findings.every(({ key, severity }) => severity !== 'blocks' || overridden.has(key)))
      }
    }),
    { numRuns: 300 },
  )
})

// Those who hold every role finish what is open, whatever was set in between.
const finish = (office: Office): void => {
  for (let i = 0; i < 12 && isOpen(office.item); i++) {
    const { working, consultations } = office.item
    for (const { consultationId, answer } of consultations)
      if (!answer) office.take('recordConsultation', { consultationId, agrees: true })
    if (working?.state === 'draft') office.take('submit')
    office.take('secrecyReview', { passed: true, opinion: '', checked: ['text'] })
    const ask = { passed: true, opinion: '同意' }
    for (const step of ['secrecyReview', 'legalReview', 'review'] as const)
      office.take(step, { ...ask, checked: ['text'] })
    office.take('approve')
    office.take('release')
  }
}

test('changing the levels strands nothing: whatever stands where, somebody is waited for, and it can be finished', () => {
  fc.assert(
    fc.property(kinds, attributes, moves, levels, levels, (kind, attribute, made, first, second) => {
      const office = new Office({ ...whole, kind, attribute, ground: 'process', groundWords: '讨论记录' })
      office.settings = { ...office.settings, levels: first }
      for (const { step, role } of made) office.take(step, askFor(step, office), [role])
      office.settings = { ...office.settings, levels: second }
      const { working } = office.item
      if (isOpen(office.item) && !working?.releaseAt)
        assert.ok(waitingFor(office.item, office.settings).length > 0)
      finish(office)
      assert.equal(isOpen(office.item), false, JSON.stringify(office.item.working))
    }),
    { numRuns: 300 },
  )
})

test('whatever is sent, a step answers and does not throw', () => {
  const names = fc.constantFrom(
    'title',
    'body',
    'files',
    'extra',
    'period',
    'key',
    'remarks',
    'releaseAt',
    'changedOn',
  )
  const sent = fc.oneof(fc.object(), fc.dictionary(names, fc.anything()))
  fc.assert(
    fc.property(moves, fc.constantFrom(...stepNames), sent, (made, step, ask) => {
      const office = told('normative', 'active', made)
      const answer = decide(step, office.item, ask, office.context())
      assert.ok(['done', 'refused', 'invalid'].includes(answer.kind))
    }),
    { numRuns: 500 },
  )
})
