import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { testPerson } from '#platform/http/testing.ts'
import { runJobs } from '#platform/jobs/run.ts'
import { mailCarrier, mailTasks } from '#platform/mail/mail.ts'
import { ground } from './desk.cases.ts'
import { beginReminders, reminderTasks, remindOrgan } from './reminders.ts'

test('第三十三条: what is due by now and not yet sent is sent once; a missed day is caught up; a reply stops it', async (t) => {
  const { file, done, caseIdOf, platform, organId, at } = await ground(t)
  const receipt = await file()
  const caseId = await caseIdOf(receipt.number)
  await done(caseId, 'claim')
  const remind = () => platform.db.transaction().execute((tx) => remindOrgan(tx, platform, organId))
  at('2026-03-23T01:00:00Z')
  assert.equal(await remind(), 0)
  at('2026-03-27T01:00:00Z')
  assert.equal(await remind(), 1)
  assert.equal(await remind(), 0)
  // The morning of the last day is missed; on the day after, only what fits that day is sent.
  at('2026-03-31T01:00:00Z')
  assert.equal(await remind(), 1)
  const keys = await platform.db.selectFrom('alert_sent').select('key').orderBy('key').execute()
  assert.deepEqual(
    keys.map(({ key }) => key),
    ['dueSoon:2026-03-30', 'overdue:2026-03-30'],
  )
})

test('a reply on the last day stops the reminders', async (t) => {
  const { file, done, caseIdOf, platform, organId, at } = await ground(t)
  const caseId = await caseIdOf((await file()).number)
  await done(caseId, 'claim')
  at('2026-03-30T01:00:00Z')
  const parts = [{ what: '低保标准', outcome: 'G1', states: { where: '本机关网站' } }]
  await done(caseId, 'draft', { parts })
  await done(caseId, 'review', { passed: true, opinion: '同意' })
  await done(caseId, 'decide')
  await done(caseId, 'serve', { method: 'online' })
  at('2026-03-31T01:00:00Z')
  const sent = await platform.db.transaction().execute((tx) => remindOrgan(tx, platform, organId))
  assert.equal(sent, 0)
})

const until = async (condition: () => boolean): Promise<void> => {
  const deadline = performance.now() + 20_000
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('waited too long')
    await pause(50)
  }
}

test('each morning and at the start, by mail to who holds the case and to the head: number and day, no title', async (t) => {
  const { file, done, caseIdOf, platform, organId, database, at } = await ground(t)
  await testPerson(platform.db, { username: 'head2', organId, roles: ['officeHead'] })
  await testPerson(platform.db, { username: 'clerk2', organId, roles: ['handler'] })
  const receipt = await file()
  await done(await caseIdOf(receipt.number), 'claim')
  at('2026-03-30T01:00:00Z')
  await beginReminders(platform)
  await beginReminders(platform)
  const carrier = mailCarrier(platform.config.dataFolder)
  const mail = mailTasks(platform.seal, carrier, () => {})
  const running = await runJobs(database.url, { ...reminderTasks(platform), ...mail })
  const folder = join(platform.config.dataFolder, 'mail')
  const letters = () => (existsSync(folder) ? readdirSync(folder) : [])
  await until(() => letters().length === 2)
  await running.stop()
  const texts = letters().map((name) => readFileSync(join(folder, name), 'utf8'))
  assert.equal(texts.filter((text) => /^To: (handler1|head2)@/m.test(text)).length, 2)
  const bodies = texts.map((text) =>
    Buffer.from(text.split('\n\n').slice(1).join('\n\n'), 'base64').toString('utf8'),
  )
  for (const body of bodies) {
    assert.match(body, /MZ局公申〔2026〕1号\n　今天（2026年3月30日）是答复的最后一天。/)
    assert.doesNotMatch(body, /低保|陈禾/)
  }
  const { rows } = await database.owner.pool.query(
    "select run_at from graphile_worker._private_jobs where key = 'requests.remind'",
  )
  assert.deepEqual(
    rows.map((row) => new Date(row.run_at).toISOString()),
    ['2026-03-30T23:30:00.000Z'],
  )
})

test('an officer’s calendar has the due days of their cases under a secret address that they revoke', async (t) => {
  const { file, done, caseIdOf, organId, actor, platform, api } = await ground(t)
  const receipt = await file()
  await file()
  await done(await caseIdOf(receipt.number), 'claim')
  const { app, as } = await api()
  const officer = await as('handler')
  assert.equal((await officer.ask('GET', '/api/calendar-feed')).json().madeAt, null)
  const { url } = (await officer.ask('POST', '/api/calendar-feed')).json()
  const path = new URL(url).pathname
  const empty = await app.inject({ url: path })
  assert.deepEqual([empty.statusCode, empty.headers['content-type']], [200, 'text/calendar; charset=utf-8'])
  assert.doesNotMatch(empty.body, /VEVENT/)
  await platform.db
    .updateTable('calendar_feed')
    .set({ person_id: actor.personId })
    .where('person_id', '=', officer.personId)
    .execute()
  const { body } = await app.inject({ url: path })
  const plain = body.replaceAll('\r\n ', '')
  assert.match(plain, /DTSTART;VALUE=DATE:20260330\r\n/)
  assert.match(plain, /SUMMARY:MZ局公申〔2026〕1号 答复期限届满\r\n/)
  assert.match(plain, /最迟告知补正/)
  assert.doesNotMatch(plain, /2号|低保|陈禾/)
  assert.ok(body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
  const kept = await platform.db.selectFrom('calendar_feed').select('token_hash').executeTakeFirst()
  assert.equal(path.includes(kept?.token_hash ?? 'none'), false)
  assert.equal((await officer.ask('POST', '/api/calendar-feed')).statusCode, 200)
  const second = (await officer.ask('POST', '/api/calendar-feed')).json().url
  assert.equal((await officer.ask('DELETE', '/api/calendar-feed')).statusCode, 204)
  assert.equal((await app.inject({ url: new URL(second).pathname })).statusCode, 404)
  assert.equal((await app.inject({ url: '/calendar/x.ics' })).statusCode, 404)
  assert.equal((await app.inject({ url: '/api/calendar-feed' })).statusCode, 401)
  assert.notEqual(organId, '')
})
