import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { compileReport } from '#duties/annual-report/compile-store.ts'
import { brokenIdentities } from '#duties/annual-report/rules/compile.ts'
import { enterNotice } from '#platform/calendar/calendar-store.ts'
import { verify } from '#platform/ledger/verify.ts'
import { givenFor, officerContext } from './case-ground.ts'
import { caseView } from './case-view.ts'
import { ground, person } from './desk.cases.ts'
import { takeStep } from './desk.ts'
import { moveOpenCases } from './moved-days.ts'
import { registerCase } from './open-case.ts'
import { applicantStep, publicLetter, track } from './public-desk.ts'
import { todayDesk } from './queue.ts'
import { rebuildRequests } from './rebuild.ts'

test('第三十三条: a request filed online gets a number, the day of receipt and the due day with its reasons', async (t) => {
  const { file, platform } = await ground(t)
  const receipt = await file()
  assert.equal(receipt.number, 'MZ局公申〔2026〕1号')
  assert.equal(receipt.receivedOn, '2026-03-02')
  assert.equal(receipt.due.on, '2026-03-30')
  assert.deepEqual(receipt.due.because.map(({ cites }) => cites?.place).filter(Boolean).length > 0, true)
  assert.equal(receipt.strip.filter((each) => each.counted !== null).length, 20)
  assert.equal((await track(platform, receipt.number, receipt.queryCode))?.title, person.title)
  assert.equal(
    (
      await track(
        platform,
        receipt.number.replace('〔', '[').replace('〕', ']'),
        receipt.queryCode.toLowerCase(),
      )
    )?.number,
    receipt.number,
  )
  assert.equal(await track(platform, receipt.number, 'AAAAAAAA'), null)
})

test('what a letter could not show is said on the case before anybody seals it, to those who read the words', async (t) => {
  const { file, done, caseIdOf, platform, organId, actor } = await ground(t)
  const caseId = await caseIdOf((await file()).number)
  const undrawn = async () => (await caseView(platform, organId, caseId, actor))?.undrawn
  assert.deepEqual(await undrawn(), [])
  await done(caseId, 'claim')
  await done(caseId, 'askCorrection', { items: '请写明\ue000村的名称', workingDays: 10 })
  assert.deepEqual(await undrawn(), ['U+E000'])
})

test('a form sent twice is one case with one receipt', async (t) => {
  const { file } = await ground(t)
  const askId = randomUUID()
  const [first, second] = await Promise.all([file(askId), file(askId).catch(() => file(askId))])
  assert.deepEqual([second?.number, second?.queryCode], [first?.number, first?.queryCode])
})

test('the walk: corrected, extended, decided, served; the case stands in exactly one cell', async (t) => {
  const { file, done, caseIdOf, platform, organId, actor, at } = await ground(t)
  const receipt = await file()
  const caseId = await caseIdOf(receipt.number)
  at('2026-03-04T01:00:00Z')
  await done(caseId, 'claim')
  const asked = await done(caseId, 'askCorrection', { items: '请写明文件的名称或者文号', workingDays: 10 })
  assert.match(asked.letter?.name ?? '', /补正告知书/)
  const waiting = await track(platform, receipt.number, receipt.queryCode)
  assert.deepEqual(waiting?.correction?.items, ['请写明文件的名称或者文号'])
  assert.equal(waiting?.due.kind, 'stopped')

  at('2026-03-09T01:00:00Z')
  const corrected = await applicantStep(
    platform,
    receipt.number,
    receipt.queryCode,
    'correct',
    { description: '清民发〔2025〕3号' },
    randomUUID(),
  )
  assert.deepEqual(corrected, { kind: 'done' })
  assert.equal((await caseView(platform, organId, caseId, actor))?.due.on, '2026-04-07')

  await done(caseId, 'extend', { workingDays: 10, reason: '需要查阅历年档案' })
  assert.equal((await caseView(platform, organId, caseId, actor))?.due.on, '2026-04-21')

  const parts = [
    {
      what: '2025年农村低保标准文件',
      outcome: 'G2',
      states: { form: '电子数据', enclosures: '清民发〔2025〕3号' },
    },
  ]
  await done(caseId, 'draft', { parts })
  await done(caseId, 'review', { stage: 'secrecy', passed: true, opinion: '逐项审查，不涉密' })
  await done(caseId, 'review', { passed: true, opinion: '同意' })
  const decided = await done(caseId, 'decide')
  assert.match(decided.letter?.number ?? '', /^MZ局公开〔2026〕\d+号$/)
  await done(caseId, 'serve', { method: 'online', proof: '网上推送成功' })

  const view = await caseView(platform, organId, caseId, actor)
  assert.equal(view?.status, 'replied')
  assert.deepEqual(view?.counts && [view.counts.year, view.counts.columnLabel], [2026, '自然人'])
  const compiled = await compileReport(platform.db, {
    organ: { id: organId, name: '' },
    year: 2026,
    cutOff: '2026-12-31T16:00:00Z',
  })
  assert.deepEqual(compiled.counted.get('requests.granted.naturalPerson'), [caseId])
  assert.deepEqual(brokenIdentities(compiled.form, compiled.report), [])
  const results = [...compiled.counted].filter(
    ([cell]) => cell.endsWith('.naturalPerson') && !/new_received|total_processed/.test(cell),
  )
  assert.equal(results.length, 1)

  const letters = (await track(platform, receipt.number, receipt.queryCode))?.letters ?? []
  const reply = letters.at(-1)
  const opened = await publicLetter(platform, receipt.number, receipt.queryCode, reply?.fileId ?? '')
  assert.match(opened?.name ?? '', /\.docx$/)
  assert.deepEqual((await verify(platform.db)).broken, [])
})

test('rebuilding the rows from the facts changes nothing', async (t) => {
  const { file, done, caseIdOf, platform } = await ground(t)
  const { number } = await file()
  await file()
  await done(await caseIdOf(number), 'claim')
  const rows = () => platform.db.selectFrom('request_row').selectAll().orderBy('case_id').execute()
  const before = await rows()
  assert.equal(await rebuildRequests(platform), 2)
  assert.deepEqual(await rows(), before)
})

test('two officers at the same case: the second is told, and nothing of that step is kept', async (t) => {
  const { file, caseIdOf, platform, organId, actor } = await ground(t)
  const caseId = await caseIdOf((await file()).number)
  const context = officerContext(actor, organId, await givenFor(platform, organId))
  const ask = () => ({ askId: randomUUID(), seenSeq: 2, ask: { items: '请写明名称', workingDays: 10 } })
  const answers = await Promise.all([
    takeStep(platform, organId, caseId, 'askCorrection', ask(), context),
    takeStep(platform, organId, caseId, 'askCorrection', ask(), context),
  ])
  assert.deepEqual(answers.map(({ kind }) => kind).sort(), ['done', 'refused'])
  const last = await platform.db
    .selectFrom('number_series')
    .select('last')
    .where('series', '=', 'letter')
    .executeTakeFirst()
  assert.equal(last?.last, 1)
})

test('the same step sent twice is recorded once', async (t) => {
  const { file, step, caseIdOf, platform } = await ground(t)
  const caseId = await caseIdOf((await file()).number)
  const askId = randomUUID()
  await step(caseId, 'note', { text: '已电话联系' }, askId)
  await step(caseId, 'note', { text: '已电话联系' }, askId)
  const facts = await platform.db.selectFrom('fact').select('seq').where('case_id', '=', caseId).execute()
  assert.equal(facts.length, 3)
})

test('personal data rests encrypted: no table holds the name or the number of the applicant', async (t) => {
  const { file, platform, organId } = await ground(t)
  await file()
  const tables = ['fact', 'request_row', 'sealed', 'file', 'audit_entry'] as const
  for (const table of tables) {
    const rows = JSON.stringify(
      await platform.db.selectFrom(table).selectAll().where('organ_id', '=', organId).execute(),
    )
    for (const secret of [person.name, person.idNumber, person.telephone])
      assert.ok(!rows.includes(secret), table)
  }
})

test('第三十一条: ordinary post waits for the confirmation; registered post counts from the signature', async (t) => {
  const { platform, organId, actor, caseIdOf, done } = await ground(t)
  const post = (channel: string) =>
    registerCase(platform, organId, actor, {
      askId: randomUUID(),
      channel,
      arrivedOn: '2026-02-28',
      intake: person,
    })
  const ordinary = await post('ordinaryPost')
  const registered = await post('registeredPost')
  assert.ok(ordinary.kind === 'done' && registered.kind === 'done')
  const view = async (number: string) => caseView(platform, organId, await caseIdOf(number), actor)
  assert.equal((await view(registered.number))?.receivedOn, '2026-02-28')
  assert.equal((await view(ordinary.number))?.status, 'arrived')
  await done(ordinary.caseId, 'confirmReceipt', { confirmation: '3月2日电话与本人确认' })
  assert.equal((await view(ordinary.number))?.receivedOn, '2026-03-02')
})

test('第五条 放假办法: a holiday notice entered later moves the open cases and lists which', async (t) => {
  const { file, platform, organId, actor } = await ground(t)
  const receipt = await file()
  assert.equal(receipt.due.on, '2026-03-30')
  const notice = {
    kind: 'local' as const,
    year: 2026,
    number: '清政办发〔2026〕9号',
    title: '关于强降雪停止办公的通知',
    source: '',
    festivals: [{ name: '强降雪', off: ['2026-03-10', '2026-03-11'], on: [] }],
  }
  await platform.db.transaction().execute(async (tx) => {
    await enterNotice(tx, { organId, personId: actor.personId, notice })
    assert.equal(await moveOpenCases(tx, platform, organId), 1)
  })
  const desk = await todayDesk(platform, organId, actor)
  assert.deepEqual(
    desk.moved.map(({ number, fromOn, toOn }) => [number, fromOn, toOn]),
    [[receipt.number, '2026-03-30', '2026-04-01']],
  )
})
