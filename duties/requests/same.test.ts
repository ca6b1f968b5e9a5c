import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseView } from './case-view.ts'
import { ground, person } from './desk.cases.ts'
import { feeFigures } from './fee-figures.ts'

test('第三十六条第六项: the same thing asked again by the same person is recognised at registration and on the case', async (t) => {
  const { register, platform, organId, actor } = await ground(t, '2026-03-20T01:00:00Z')
  const first = await register('2026-03-02')
  const other = await register('2026-03-03', { title: '2024年财政决算' })
  const again = await register('2026-03-05', { title: '申请公开“2025年农村低保标准”的信息' })
  assert.deepEqual([first.warnings, other.warnings], [[], []])
  assert.deepEqual(again.warnings, [
    '同一申请人曾提出相同内容的申请（MZ局公申〔2026〕1号，2026年3月2日收到），请核对是否重复申请',
  ])
  const view = await caseView(platform, organId, again.caseId, actor)
  assert.deepEqual(
    view?.linked.map(({ number, how }) => [number, how]),
    [['MZ局公申〔2026〕1号', '同一申请人申请过相同内容']],
  )
})

test('第四十四条: what several applicants ask is suggested for publication, and they are linked', async (t) => {
  const { register, platform, organId, actor, api } = await ground(t, '2026-03-20T01:00:00Z')
  await register('2026-03-02')
  await register('2026-03-04')
  const { as } = await api()
  const head = await as('officeHead')
  const url = `/api/organs/${organId}/publication-suggestions`
  assert.deepEqual((await head.ask('GET', url)).json().suggestions, [])
  const third = await register('2026-03-05', { idNumber: 'Q99000002', name: '周禾' })
  const { suggestions } = (await head.ask('GET', url)).json()
  assert.equal(suggestions.length, 1)
  assert.deepEqual(
    [suggestions[0].title, suggestions[0].applicants, suggestions[0].granted, suggestions[0].cases.length],
    ['2025年农村低保标准', 2, 0, 3],
  )
  const view = await caseView(platform, organId, third.caseId, actor)
  assert.equal(view?.linked[0]?.how, '其他申请人申请过相同内容')
})

test('第三十五条: the figures of a person are told to those who need the applicant, and to nobody else', async (t) => {
  const { register, platform, organId, actor, done, at } = await ground(t, '2026-03-20T01:00:00Z')
  const earlier = await register('2026-02-10', { title: '2024年财政决算' })
  await register('2026-03-02')
  await register('2026-03-04', { idNumber: 'Q99000002' })
  const last = await register('2026-03-05')
  await done(earlier.caseId, 'claim')
  await done(earlier.caseId, 'askReasons', { figures: '本年度申请三件', answerBy: '2026-04-01' })
  at('2026-03-21T01:00:00Z')
  const view = await caseView(platform, organId, last.caseId, actor)
  const overview = view?.applicantOverview ?? assert.fail('nothing told')
  assert.deepEqual([overview.thisMonth, overview.thisYear, overview.total, overview.sameThing], [2, 3, 3, 1])
  assert.equal(
    overview.figures,
    '截至2026年3月21日，该申请人本年度已向本机关提出政府信息公开申请3件，其中本月2件；与本件内容相同的申请1件。',
  )
  assert.deepEqual(
    overview.earlier.map(({ same }) => same),
    [true, false],
  )
  assert.equal(overview.reasons[0]?.figures, '本年度申请三件')
  const auditor = { ...actor, holdings: [{ organId, role: 'auditor' as const }] }
  const forAuditor = await caseView(platform, organId, last.caseId, auditor)
  assert.deepEqual([forAuditor?.applicantOverview, forAuditor?.fee], [null, null])
})

test('国办函〔2020〕109号第四条: the eleventh piece of a month may cost 100, by the day of receipt, never by itself', async (t) => {
  const { register, platform, organId, actor, api } = await ground(t, '2026-03-31T01:00:00Z')
  await register('2026-02-27', { title: '二月的申请' })
  for (let n = 1; n <= 10; n++) await register('2026-03-04', { title: `第${n}项` })
  const eleventh = await register('2026-03-05', { title: '第11项' })
  assert.equal(eleventh.ladder, '本件是该申请人本月第11件，可以按件收取100元；是否收取由本机关决定')
  const early = await register('2026-03-02', { title: '后录入的较早申请' })
  assert.equal(early.ladder, '本件是该申请人本月第1件，不收费；再有9件仍不收费')
  const fee = (await caseView(platform, organId, eleventh.caseId, actor))?.fee
  assert.deepEqual([fee?.nth, fee?.pieceYuan, fee?.pageYuan], [12, 100, null])
  const handler = await (await api()).as('handler')
  const url = `/api/organs/${organId}/requests/${eleventh.caseId}/fee-proposal`
  const byPage = (await handler.ask('GET', `${url}?pages=119`)).json()
  assert.deepEqual([byPage.pages, byPage.pageYuan, byPage.pieceYuan], [119, 1080, 100])
  const facts = await platform.db.selectFrom('fact').select('type').where('type', 'like', 'fee%').execute()
  assert.deepEqual(facts, [])
})

test('section six: fee notices and payments of the year, amendments read in, and the same twice', async (t) => {
  const { register, platform, organId, done, at } = await ground(t, '2026-03-20T01:00:00Z')
  const asked = await register('2026-03-09', { ...person, title: '征地档案' })
  await done(asked.caseId, 'claim')
  await done(asked.caseId, 'noticeFee', { by: 'page', quantity: 44, why: '提供纸质复印件' })
  const cutOff = '2026-03-20T02:00:00Z'
  at('2026-03-23T01:00:00Z')
  await done(asked.caseId, 'recordFeeServed', {})
  await done(asked.caseId, 'recordFeePaid', { yuan: 140, receipt: '第9900001号' })
  const end = '2026-12-31T16:00:00Z'
  const figures = { notices: 1, noticed: 140, collected: 140 }
  assert.deepEqual(await feeFigures(platform.db, { organIds: [organId], year: 2026, cutOff: end }), figures)
  assert.deepEqual(await feeFigures(platform.db, { organIds: [organId], year: 2026, cutOff }), {
    ...figures,
    collected: 0,
  })
  assert.deepEqual(await feeFigures(platform.db, { organIds: [organId], year: 2025, cutOff: end }), {
    notices: 0,
    noticed: 0,
    collected: 0,
  })
})

test('an organ changes its settings, which is audited; open cases get the day that follows, and it is listed', async (t) => {
  const { file, done, caseIdOf, organId, api, at } = await ground(t)
  const { number } = await file()
  const caseId = await caseIdOf(number)
  at('2026-03-23T01:00:00Z')
  await done(caseId, 'claim')
  await done(caseId, 'askCorrection', { items: '请写明文号', workingDays: 10 })
  await done(caseId, 'recordCorrected', { description: '清民发〔2025〕3号' })
  const { as } = await api()
  const head = await as('officeHead')
  const url = `/api/organs/${organId}/request-settings`
  const { settings, changed } = (await head.ask('GET', url)).json()
  assert.deepEqual(
    [settings.review.granting, settings.fourEyes, changed],
    [['secrecy', 'officeHead'], false, []],
  )
  const clock = { ...settings.clock, lateCorrectionRestarts: true }
  const saved = await head.ask('PUT', url, { ...settings, clock })
  // Corrected on Monday 03-23: the twentieth working day after it, with 04-06 off, is Tuesday 04-21.
  const moved = [{ caseId, number, fromOn: '2026-03-30', toOn: '2026-04-21' }]
  assert.deepEqual([saved.statusCode, saved.json().moved], [200, moved], saved.body)
  assert.deepEqual((await head.ask('GET', url)).json().changed, ['clock'])
  assert.equal((await head.ask('PUT', url, { ...settings, fourEyes: 'yes' })).statusCode, 422)
  assert.equal((await head.ask('PUT', url, { ...settings, severalApplicants: 1 })).statusCode, 422)
  assert.equal((await (await as('handler')).ask('GET', url)).statusCode, 403)
  const today = await head.ask('GET', `/api/organs/${organId}/today`)
  assert.equal(today.json().moved.length, 1)
})

test('一事一申请: the parts of a form take the next numbers and count as pieces, the whole does not', async (t) => {
  const { register, done, platform, organId, actor } = await ground(t, '2026-03-20T01:00:00Z')
  const whole = await register('2026-03-02')
  await done(whole.caseId, 'claim')
  await done(whole.caseId, 'split', { titles: ['财政决算', '征地批复'] })
  const rows = await platform.db
    .selectFrom('request_row')
    .select(['number', 'title', 'case_id'])
    .where('case_id', '!=', whole.caseId)
    .orderBy('number')
    .execute()
  assert.deepEqual(
    rows.map(({ number, title }) => [number, title]),
    [
      ['MZ局公申〔2026〕2号', '财政决算'],
      ['MZ局公申〔2026〕3号', '征地批复'],
    ],
  )
  const view = await caseView(platform, organId, rows[1]?.case_id ?? '', actor)
  assert.deepEqual([view?.fee?.nth, view?.applicantOverview?.thisMonth], [2, 2])
})
