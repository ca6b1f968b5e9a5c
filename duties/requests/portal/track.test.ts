import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { buildApp } from '#platform/http/app.ts'
import { testOrgan, testSecret } from '#platform/http/testing.ts'
import { testPlatform } from '#platform/testing/platform.ts'
import { visitor } from '#platform/testing/visitor.ts'
import { givenFor } from '../case-ground.ts'
import { takeStep } from '../desk.ts'
import { fileRequest } from '../public-desk.ts'
import type { StepName } from '../rules/steps.ts'
import { requestPages } from './routes.tsx'

const intake = {
  category: 'naturalPerson',
  name: '沈知远',
  idKind: 'passport',
  idNumber: 'Q99000001',
  telephone: '13900000000',
  email: '',
  address: '',
  title: '补助名单',
  description: '',
  formWanted: 'electronic',
  wayWanted: 'online',
}

async function ground(t: TestContext) {
  const { platform, at } = await testPlatform(t, '2026-04-01T02:00:00Z')
  const app = await buildApp(platform, { secret: testSecret, logger: false, http: { lagLimit: 0 } })
  requestPages(app, platform)
  t.after(() => app.close())
  const organId = await testOrgan(platform.db, 'mzj', null, { name: '清溪县民政局', shortName: '民政局' })
  const filed = await fileRequest(platform, organId, intake, { askId: randomUUID(), channel: 'online' })
  const { number, queryCode } = filed.kind === 'filed' ? filed.receipt : assert.fail(JSON.stringify(filed))
  const person = visitor(app)
  const enter = async (code = queryCode, of = number) => {
    await person.open('/requests/track')
    return person.send('/requests/track', { number: of, queryCode: code })
  }
  const officer = async (step: StepName, ask: Record<string, unknown>) => {
    const row = await platform.db.selectFrom('request_row').selectAll().executeTakeFirstOrThrow()
    const given = await givenFor(platform, organId)
    const by = '0199aaaa-0000-7000-8000-000000000001'
    const context = { ...given, by, roles: ['handler' as const], newId: randomUUID }
    const sent = { askId: randomUUID(), seenSeq: row.seq, ask }
    const answer = await takeStep(platform, organId, row.case_id, step, sent, context)
    assert.equal(answer.kind, 'done', JSON.stringify(answer))
  }
  return { platform, at, person, enter, officer, number, queryCode }
}

test('number and query code open one’s own request, small letters and spaces forgiven; the code stands in no address', async (t) => {
  const { person, enter, number, queryCode } = await ground(t)
  const { status, location } = await enter(` ${queryCode.toLowerCase().slice(0, 4)} ${queryCode.slice(4)}`)
  assert.deepEqual([status, location], [303, '/requests/track/case'])
  const page = await person.open(location)
  assert.equal(page.status, 200)
  assert.ok(page.html.includes(number))
  assert.match(page.html, /应当于2026年4月30日前（含当日）答复/)
})

test('a wrong number and a wrong code are told in the same words', async (t) => {
  const { enter, number } = await ground(t)
  const wrongCode = await enter('AAAAAAAA')
  const wrongNumber = await enter('AAAAAAAA', '民政局公申〔2026〕999号')
  assert.deepEqual([wrongCode.status, wrongNumber.status], [422, 422])
  const said = (html: string) => /id="number-error">([^<]*)</.exec(html)?.[1]
  assert.equal(said(wrongCode.html), said(wrongNumber.html))
  assert.ok(wrongCode.html.includes(`value="${number}"`))
})

test('without the pass, after half an hour, or after leaving, the request is asked for again', async (t) => {
  const { at, person, enter } = await ground(t)
  assert.equal((await person.open('/requests/track/case')).location, '/requests/track?note=over')
  await enter()
  at('2026-04-01T02:29:00Z')
  assert.equal((await person.open('/requests/track/case')).status, 200)
  at('2026-04-01T02:31:00Z')
  assert.equal((await person.open('/requests/track/case')).location, '/requests/track?note=over')
  await enter()
  await person.open('/requests/track/leave')
  assert.equal((await person.open('/requests/track/case')).location, '/requests/track?note=over')
})

test('第三十条: a correction sent from the page starts the clock again', async (t) => {
  const { at, person, enter, officer } = await ground(t)
  at('2026-04-09T02:00:00Z')
  await officer('askCorrection', { items: '请写明年份和乡镇', workingDays: '10' })
  await enter()
  const asked = await person.open('/requests/track/case')
  assert.match(asked.html, /请写明年份和乡镇/)
  const empty = await person.send('/requests/track/correct', { title: '名单', description: '' })
  assert.equal(empty.status, 422)
  assert.match(empty.html, /value="名单"/)
  // Example G of the clock: corrected request received on Monday 2026-04-20, due on Wednesday 2026-05-20.
  at('2026-04-20T02:00:00Z')
  await enter()
  await person.open('/requests/track/case')
  const sent = await person.send('/requests/track/correct', { title: '', description: '梅隐镇2025年' })
  assert.equal(sent.location, '/requests/track/case?done=correct')
  assert.match((await person.open(sent.location)).html, /应当于2026年5月20日前（含当日）答复/)
})

test('第三十五条、第四十二条: reasons and a fee stand on the page with their last day, and whom to ask', async (t) => {
  const { person, enter, officer } = await ground(t)
  const shown = async () => {
    await enter()
    return (await person.open('/requests/track/case')).html.replaceAll(/<[^>]*>/g, '')
  }
  await officer('askReasons', { figures: '本年度申请43件', answerBy: '2026-04-15' })
  const reasons = await shown()
  assert.match(reasons, /本年度申请43件。请在2026年4月15日前（含当日）说明申请的理由/)
  assert.match(reasons, /有疑问怎么办可以与清溪县民政局联系/)
  await person.send('/requests/track/reasons', { reasons: '用于研究' })
  await officer('noticeFee', { by: 'page', quantity: 44, why: '提供纸质复印件' })
  assert.match(await shown(), /您应当缴纳信息处理费140元.*自收到收费通知次日起20个工作日内缴纳/)
  await officer('recordFeeServed', {})
  // Served on Wednesday 2026-04-01: 04-06 and 05-01 to 05-05 off, the twentieth working day is Thursday 04-30.
  assert.match(await shown(), /请在2026年4月30日前（含当日）缴纳，逾期不缴纳的，视为放弃申请/)
})

test('a withdrawal is asked once more, wants a word, and is recorded once', async (t) => {
  const { person, enter } = await ground(t)
  await enter()
  const asked = await person.open('/requests/track/withdraw')
  assert.match(asked.html, /确定要撤回这件申请吗？/)
  const empty = await person.send('/requests/track/withdraw', { statement: '' })
  assert.equal(empty.status, 422)
  const { askId = '' } = person.hidden()
  const done = await person.send('/requests/track/withdraw', { statement: '已经取得' })
  assert.equal(done.location, '/requests/track/case?done=withdraw')
  const page = await person.open(done.location)
  assert.match(page.html, /您已撤回/)
  assert.match(page.html, /您于2026年\d+月\d+日撤回申请。/)
  assert.doesNotMatch(page.html, /申请人(?!类别)/)
  assert.doesNotMatch(page.html, /撤回申请<\/a>/)
  await person.open('/requests/track/withdraw')
  const again = await person.send('/requests/track/withdraw', { askId, statement: '已经取得' })
  assert.equal(again.location, '/requests/track/case?done=withdraw')
})

test('a letter that is not one’s own is not there', async (t) => {
  const { person, enter } = await ground(t)
  await enter()
  assert.equal((await person.open(`/requests/track/letters/${randomUUID()}`)).status, 404)
})
