import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#time/day.ts'
import { Office, whole } from './office.cases.ts'
import { stageOf, waitingFor } from './stage.ts'

const finding = {
  key: 'k1',
  code: 'identityNumber',
  severity: 'blocks',
  says: '正文第1段：身份证号码',
} as const

test('第十三条: a document is born with its attribute; what is not published names its ground and says why', () => {
  const office = new Office({ ...whole, attribute: 'withheld' })
  assert.equal(office.says('submit'), 'notWhole')
  const withGround = { ...whole, attribute: 'withheld', ground: 'process', groundWords: '会议讨论记录' }
  assert.equal(office.says('edit', withGround), 'done')
  assert.equal(office.says('submit'), 'done')
})

test('第十四至十六条: what is not published passes the levels, needs no gate, and is never released', () => {
  const office = new Office({ ...whole, attribute: 'withheld', ground: 'internal', groundWords: '值班安排' })
  office.findings = [finding]
  office.take('submit')
  assert.equal(office.says('secrecyReview', { passed: true, opinion: '', checked: ['text'] }), 'reviewNone')
  for (const role of ['reviewer', 'leader', 'publisher'] as const)
    assert.equal(office.says('review', { passed: true, opinion: '同意' }, [role]), 'done')
  assert.equal(stageOf(office.item), 'withheld')
  assert.equal(office.says('release'), 'stateWrong')
})

test('第十七条: no text is frozen without secrecy review, and that is of the text and of each file', () => {
  const files = [{ fileId: 'f1', name: '名单.xlsx', sha256: 'x' }]
  const office = new Office({ ...whole, files })
  office.take('submit')
  for (const role of ['reviewer', 'leader', 'publisher'] as const)
    office.take('review', { passed: true, opinion: '同意' }, [role])
  assert.equal(office.item.working?.state, 'inReview')
  const review = { passed: true, opinion: '不涉密' }
  assert.equal(office.says('secrecyReview', { ...review, checked: ['text'] }), 'uncheckedSecrecy')
  assert.equal(office.says('secrecyReview', { ...review, checked: ['text', 'f1'] }), 'done')
  assert.equal(office.item.working?.state, 'approved')
})

test('第十七条: the levels are passed one after the other, each by its own role', () => {
  const office = new Office()
  office.take('submit')
  const ask = { passed: true, opinion: '同意' }
  assert.equal(office.says('review', ask, ['leader']), 'reviewNone')
  assert.equal(office.says('review', ask, ['reviewer']), 'done')
  assert.equal(office.says('review', ask, ['reviewer']), 'reviewNone')
  assert.equal(office.says('review', ask, ['leader']), 'done')
  assert.equal(office.says('review', ask, ['secrecyReviewer']), 'roleWrong')
})

test('a returned text carries its reasons by paragraph, and is reviewed anew from the first level', () => {
  const office = new Office()
  office.take('submit')
  office.take('review', { passed: true, opinion: '同意' }, ['reviewer'])
  const remarks = [{ paragraph: 2, remark: '请写明负责的单位' }]
  assert.equal(
    office.says('review', { passed: false, opinion: '请修改', remarks: [{ paragraph: 3, remark: '' }] }, [
      'leader',
    ]),
    'paragraphNone',
  )
  assert.equal(office.says('review', { passed: false, opinion: '请修改', remarks }, ['leader']), 'done')
  assert.equal(stageOf(office.item), 'returned')
  assert.deepEqual(office.item.working?.returned?.remarks, remarks)
  office.take('submit')
  assert.equal(office.says('review', { passed: true, opinion: '' }, ['leader']), 'reviewNone')
})

test('whoever wrote the text does not review it where the organ says so', () => {
  const office = new Office()
  office.settings = { ...office.settings, fourEyes: true }
  office.take('submit')
  const ask = { passed: true, opinion: '同意' }
  assert.equal(office.says('review', ask, ['reviewer'], 'lan'), 'reviewOwnText')
  assert.equal(office.says('review', ask, ['reviewer'], 'he'), 'done')
})

test('a normative document needs legal review, another text does not', () => {
  const document = new Office({ ...whole, kind: 'normative', catalogue: '20-01', validity: 'inForce' })
  document.take('submit')
  assert.equal(document.says('legalReview', { passed: true, opinion: '合法' }), 'done')
  const notice = new Office()
  notice.take('submit')
  assert.equal(notice.says('legalReview', { passed: true, opinion: '合法' }), 'reviewNone')
})

test('第十一条: a text about which another organ was asked waits for its answer, and for its consent', () => {
  const office = new Office()
  const whom = '清溪县财政局'
  office.take('consult', { as: 'jointIssuer', whom, about: '补助资金的口径' })
  office.passAll()
  assert.equal(office.item.working?.state, 'inReview')
  assert.equal(office.says('approve'), 'consultationOpen')
  const answer = (agrees: boolean) => {
    const open = office.item.consultations.find((one) => !one.answer)
    return office.says('recordConsultation', { consultationId: open?.consultationId, agrees })
  }
  assert.equal(answer(false), 'done')
  assert.equal(office.says('approve'), 'consultationDisagreed')
  office.take('consult', { as: 'jointIssuer', whom, about: '修改后的口径' })
  assert.equal(answer(true), 'done')
  assert.equal(office.says('approve'), 'done')
})

test('第十五条: an open finding of the gate stops submission, 定稿 and release; passed over by name, it does not', () => {
  const office = new Office()
  office.findings = [finding]
  assert.equal(office.says('submit'), 'gateOpen')
  assert.equal(office.says('overrideFinding', { key: 'k2', reason: '核对' }), 'noSuchFinding')
  assert.equal(office.says('overrideFinding', { key: 'k1', reason: '法律要求公示' }), 'done')
  office.passAll()
  assert.equal(office.item.working?.state, 'approved')
  office.findings = [finding, { ...finding, key: 'k3' }]
  assert.equal(office.says('release'), 'gateOpen')
  office.findings = [finding]
  assert.equal(office.says('release'), 'done')
})

test('a finding passed over once is not asked about again in an amendment; another one is', () => {
  const office = new Office()
  office.findings = [finding]
  office.take('overrideFinding', { key: 'k1', reason: '法律要求公示' })
  office.publish()
  office.take('amend', { reason: '改正' })
  assert.equal(office.item.working?.overrides[0]?.reason, '法律要求公示')
  office.findings = [finding, { ...finding, key: 'k2' }]
  assert.equal(office.says('submit'), 'gateOpen')
  office.findings = [finding]
  assert.equal(office.says('submit'), 'done')
})

test('第十八条: what is withheld is due for review after a year, stays for another, or is drafted anew to be published', () => {
  const office = new Office({ ...whole, attribute: 'withheld', ground: 'process', groundWords: '讨论记录' })
  office.passAll()
  assert.equal(office.item.withheld?.reviewOn, '2027-03-02')
  office.today = day('2027-03-02')
  office.take('reviewWithheld', { stays: true, opinion: '仍在研究' })
  assert.equal(office.item.withheld?.reviewOn, '2028-03-02')
  office.take('reviewWithheld', { stays: false, opinion: '已经决定' })
  assert.deepEqual(
    [office.item.working?.content.attribute, office.item.working?.content.ground],
    ['active', undefined],
  )
})

test('the frozen text is the one that is released: a changed one is refused', () => {
  const office = new Office()
  office.passAll()
  assert.equal(office.says('edit', { ...whole, title: '另一个标题' }), 'stateWrong')
  assert.equal(office.says('recall'), 'done')
  assert.equal(office.says('release'), 'stateWrong')
  assert.equal(office.item.working?.reviews.length, 0)
})

test('a scheduled release is later than now, and can be called off', () => {
  const office = new Office()
  office.passAll()
  assert.equal(office.says('schedule', { releaseAt: '2026-03-01 09:00' }), 'releaseNotLater')
  assert.equal(office.says('schedule', { releaseAt: '2026-02-30 09:00' }), 'notAnInstant')
  assert.equal(office.says('schedule', { releaseAt: '2026-03-05 09:00' }), 'done')
  assert.equal(office.item.working?.releaseAt, '2026-03-05T01:00:00.000Z')
  assert.deepEqual([stageOf(office.item), waitingFor(office.item, office.settings)], ['scheduled', []])
  assert.equal(office.says('unschedule', { reason: '改期' }), 'done')
  assert.equal(stageOf(office.item), 'approved')
})

test('an amendment keeps the first version, its day of publication, and the mark of validity', () => {
  const office = new Office({ ...whole, kind: 'normative', catalogue: '20-01', validity: 'inForce' })
  office.publish()
  office.take('amend', { reason: '改正笔误' })
  office.take('markValidity', { validity: 'repealed', basis: '清政规〔2026〕2号' })
  const { kind, ...content } = whole
  office.take('edit', { ...content, kind: 'normative', title: '改正后的标题' })
  assert.equal(office.item.shown?.content.title, whole.title)
  office.publish()
  const { versions, shown, firstReleasedAt } = office.item
  assert.deepEqual([versions.length, shown?.content.title], [2, '改正后的标题'])
  assert.equal(shown?.content.validity, 'repealed')
  assert.equal(firstReleasedAt, versions[0]?.at)
  assert.notEqual(kind, '')
})

test('a withdrawn item keeps its frozen text, may be amended, and is on the page again once that is released', () => {
  const office = new Office()
  office.publish()
  assert.equal(office.says('withdraw', { reason: '泄露隐私' }), 'missing')
  assert.equal(office.says('withdraw', { reason: '泄露隐私', note: '内容有误，已撤下' }), 'done')
  assert.deepEqual([stageOf(office.item), office.item.shown?.content.title], ['withdrawn', whole.title])
  office.take('amend', { reason: '改正' })
  office.publish()
  assert.deepEqual([stageOf(office.item), office.item.withdrawal], ['published', undefined])
})

test('a discarded draft can be taken up again as it was', () => {
  const office = new Office()
  office.take('discard', { reason: '重复' })
  assert.equal(stageOf(office.item), 'discarded')
  assert.equal(office.says('submit'), 'stateWrong')
  office.take('restore')
  assert.equal(office.item.working?.content.title, whole.title)
})
